"""Marking the lines that are no knowledge on any page: watermarks, footers, link targets, credits, upright labels."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from flashdeck.extraction.dialects.page_marks.marks import is_item, is_url
from flashdeck.extraction.dialects.page_marks.pages import Page
from flashdeck.extraction.dialects.page_marks.watermark import short_runs
from flashdeck.extraction.model import Line, NoiseReason
from flashdeck.extraction.packing import pack, pack_lines

_CREDIT: Final = re.compile(
    r"(?:image|picture|photo|figure|source|credits?)(?: (?:source|credits?|courtesy|by|from|of))?: ?\S"
    r"|.{0,80}\b(?:CC[ -]BY\b|CC0\b|Wikimedia Commons|Creative Commons|Getty Images|Shutterstock|Unsplash)"
    r"|(?:©|\(c\)|copyright\b) ?.{0,60}\d{4}",
    re.IGNORECASE,
)
_FEWEST_PAGES: Final = 3
_FOOTER_SHARE: Final = 0.08
_UPRIGHT_LINES: Final = 6
_DIGITS: Final = re.compile(r"\d+")


def mark_watermarks(lines: Sequence[Line], blocks: Sequence[range]) -> Sequence[Line]:
    """Return the lines with those of the blocks marked."""
    inside = {index for block in blocks for index in block}
    if not inside:
        return lines
    return pack_lines(
        replace(line, noise=NoiseReason.WATERMARK) if index in inside else line for index, line in enumerate(lines)
    )


def mark_page_noise(pages: Sequence[Page]) -> Sequence[Page]:
    """Return the pages with running lines, link targets, credits and upright labels marked."""
    running = _running_lines(pages)
    return pack(replace(page, lines=_marked(page.lines, running)) for page in pages)


def _marked(lines: Sequence[Line], running: frozenset[str]) -> tuple[Line, ...]:
    upright = {index for run in short_runs(lines, _UPRIGHT_LINES) if _is_upright(lines, run) for index in run}
    marked: list[Line] = []
    for index, line in enumerate(lines):
        above = marked[-1] if marked else None
        reason = line.noise or _reason(line, running, follows_wrap=above is not None and _leads_on(above))
        if reason is None and above is not None and _goes_on_with_address(above, line):
            reason = NoiseReason.LINK_TARGET
        if reason is None and index in upright:
            reason = NoiseReason.DIAGRAM_LABEL
        marked.append(line if reason is line.noise else replace(line, noise=reason))
    return tuple(marked)


def _leads_on(line: Line) -> bool:
    """Whether an address in the next line belongs to the sentence of this one."""
    return line.wraps or (line.noise is None and is_url(line.text))


def _goes_on_with_address(above: Line, line: Line) -> bool:
    """Whether the line is the rest of a bare address that did not fit the line above."""
    return above.noise is NoiseReason.LINK_TARGET and line.gap == 0 and " " not in line.text and len(above.text) > 30


def _reason(line: Line, running: frozenset[str], *, follows_wrap: bool) -> NoiseReason | None:
    if not any(character.isalnum() for character in line.text) and not _is_code_mark(line.text):
        return NoiseReason.EMPTY
    if _key(line) in running and not is_item(line.text):
        return NoiseReason.FOOTER
    if is_url(line.text) and not (follows_wrap and line.gap == 0):
        return NoiseReason.LINK_TARGET
    if _CREDIT.match(line.text):
        return NoiseReason.CREDIT
    return None


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
        edges.update({_key(line) for line in _last_lines(_content(page))})
    enough = max(_FEWEST_PAGES, _FOOTER_SHARE * len(pages))
    likely = {key for key, count in edges.items() if count >= enough and key.strip("#")}
    everywhere: Counter[str] = Counter()
    for page in pages if likely else ():
        everywhere.update(likely.intersection(map(_key, _content(page))))
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


def _key(line: Line) -> str:
    return _DIGITS.sub("#", line.text)
