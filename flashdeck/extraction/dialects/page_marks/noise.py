"""Marking the lines that are no knowledge on any page: watermarks, footers, link targets, credits, upright labels."""

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from flashdeck.extraction.dialects.page_marks.marks import is_item, is_url
from flashdeck.extraction.dialects.page_marks.pages import Page
from flashdeck.extraction.dialects.page_marks.watermark import short_runs
from flashdeck.extraction.model import Line, NoiseReason
from flashdeck.extraction.packing import pack
from flashdeck.extraction.text import needles

_CREDIT: Final = re.compile(
    r"(?:image|picture|photo|figure|source|credits?)(?: (?:source|credits?|courtesy|by|from|of))?: ?\S"
    r"|(?:©|\(c\)|copyright\b) ?.{0,60}\d{4}",
    re.IGNORECASE,
)
_MARKS_OF_RIGHTS: Final = ("©", "(", "C", "c")
_LENDER: Final = re.compile(
    r".{0,80}\b(?:CC[ -]BY\b|CC0\b|Wikimedia Commons|Creative Commons|Getty Images|Shutterstock|Unsplash)",
    re.IGNORECASE,
)
_WORDS_OF_LENDERS: Final = ("cc by", "cc-by", "cc0", " commons", "getty images", "shutterstock", "unsplash")
_LETTER_OR_DIGIT: Final = re.compile(r"[^\W_]")
_FEWEST_PAGES: Final = 3
_FOOTER_SHARE: Final = 0.08
_UPRIGHT_LINES: Final = 6
_DIGITS: Final = re.compile(r"\d+")


def mark_page_noise(pages: Sequence[Page]) -> Sequence[Page]:
    """Return the pages with running lines, link targets, credits and upright labels marked."""
    running = _Running(_running_lines(pages))
    return pack(page._replace(lines=_marked(page.lines, running)) for page in pages)


def _marked(lines: Sequence[Line], running: "_Running") -> tuple[Line, ...]:
    upright = {index for run in short_runs(lines, _UPRIGHT_LINES) if _is_upright(lines, run) for index in run}
    texts = [line.text for line in lines]
    names_lender = needles.any_in("\n".join(texts), _WORDS_OF_LENDERS)
    repeated = running.among(texts)
    marked: list[Line] = []
    above = None
    for index, line in enumerate(lines):
        reason = line.noise or _reason(line, above, repeated)
        if reason is None and names_lender and _LENDER.match(line.text):
            reason = NoiseReason.CREDIT
        if reason is None and above is not None and above.noise is NoiseReason.LINK_TARGET and _goes_on(above, line):
            reason = NoiseReason.LINK_TARGET
        if reason is None and index in upright:
            reason = NoiseReason.DIAGRAM_LABEL
        above = line if reason is None or reason is line.noise else line.marked(reason)
        marked.append(above)
    return tuple(marked)


def _leads_on(line: Line) -> bool:
    """Whether an address in the next line belongs to the sentence of this one."""
    return line.wraps or (line.noise is None and is_url(line.text))


def _goes_on(address: Line, line: Line) -> bool:
    """Whether the line is the rest of a bare address that did not fit the line above."""
    return line.gap == 0 and " " not in line.text and len(address.text) > 30


def _reason(line: Line, above: Line | None, repeated: AbstractSet[str]) -> NoiseReason | None:
    text = line.text
    if not text[-1:].isalnum() and not _LETTER_OR_DIGIT.search(text) and not _is_code_mark(text):
        return NoiseReason.EMPTY
    if text in repeated and not is_item(text):
        return NoiseReason.FOOTER
    if is_url(text) and not (line.gap == 0 and above is not None and _leads_on(above)):
        return NoiseReason.LINK_TARGET
    may_be_credit = ":" in text or text.startswith(_MARKS_OF_RIGHTS)
    return NoiseReason.CREDIT if may_be_credit and _CREDIT.match(text) else None


def _is_code_mark(text: str) -> bool:
    return all(character in "{}[]();,'\"\\" for character in text.replace(" ", ""))


def _is_upright(lines: Sequence[Line], run: range) -> bool:
    """Upright text arrives in slices below one another; short labels of a diagram stand apart."""
    letters = sum(any(character.isalpha() for character in lines[index].text) for index in run)
    close = sum(lines[index].gap == 0 for index in run[1:])
    return 2 * letters >= len(run) and 3 * close >= len(run) - 1 and not any(_is_code(lines[index]) for index in run)


def _is_code(line: Line) -> bool:
    return line.indent > 1 or _is_code_mark(line.text)


def _running_lines(pages: Sequence[Page]) -> frozenset[str]:
    """Return the keys of the lines that close (or open) so many pages that they belong to the slide master."""
    edges: Counter[str] = Counter()
    for page in pages:
        edges.update({_key(line.text) for line in _last_lines(_content(page))})
    enough = max(_FEWEST_PAGES, _FOOTER_SHARE * len(pages))
    likely = frozenset([key for key, count in edges.items() if count >= enough and key.strip("#")])
    kept = _Running(likely)
    everywhere: Counter[str] = Counter()
    for page in pages if likely else ():
        everywhere.update(set(map(_key, kept.among([line.text for line in _content(page)]))))
    numbers = {"#"} if 2 * edges["#"] >= len(pages) >= _FEWEST_PAGES else set[str]()
    return frozenset(key for key in likely if 5 * edges[key] >= 4 * everywhere[key]) | numbers


def _content(page: Page) -> list[Line]:
    return [line for line in page.lines if line.noise is None]


def _last_lines(lines: Sequence[Line]) -> list[Line]:
    """Return the lines at the page's end that may run through the deck; link targets follow the footer."""
    end = len(lines)
    while end > 1 and is_url(lines[end - 1].text) and lines[end - 1].gap == 0:
        end -= 1
    return [line for line in lines[max(1, end - 2) : end] if not is_item(line.text)]


def _key(text: str) -> str:
    return _DIGITS.sub("#", text)


class _Running:
    """Texts that come again on many pages, with any numbers in the places of theirs."""

    def __init__(self, keys: frozenset[str]) -> None:
        self._keys = keys
        self._is_numbered = any("#" in key for key in keys)

    def among(self, texts: Sequence[str]) -> AbstractSet[str]:
        """Return those of the texts that are such."""
        if not self._is_numbered:
            return self._keys.intersection(texts)
        return {text for text in texts if _key(text) in self._keys}
