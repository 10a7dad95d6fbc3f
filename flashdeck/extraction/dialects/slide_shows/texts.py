"""Paragraphs of shapes as numbered entries: characters repaired, line breaks settled, typed bullets recognised."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from flashdeck.domain.slide_show import ShapeParagraph
from flashdeck.extraction.model import Text
from flashdeck.extraction.text.lines import repair

_BREAK: Final = re.compile(r"[\n\v\r\u2028]")
_SPACES: Final = re.compile(r"\s+")
_BULLET: Final = re.compile(r"[•‣▪▫●○◦◆■□➢➤►▶✓✔❖·*–—-]\s+(?=\S)|[•‣▪●◦➢➤►✓✔❖](?=\w)")
_NUMBER: Final = re.compile(r"\(?(\d{1,2})[.)]\s+(?=\S)")
_SENTENCE_END: Final = (".", "!", "?", ":", ";", "。", "！", "？", "：")
_CJK: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CJK_CHARACTERS_A_WORD: Final = 2
_FORMULA_SHARE: Final = 0.7
_MOST_TERM_WORDS: Final = 8
_MOST_NAME_WORDS: Final = 3
_EQUATION: Final = re.compile(r"\W*+\w[^=←≈≤≥∝]*+[=←≈≤≥∝].*\w")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A paragraph, or one of the lines that breaks cut it into.

    Attributes:
        number: of its line in the whole show; 0 until it is numbered.
        text: on one line, without its bullet; program text keeps its leading spaces.
        ordinal: its number when the list is numbered.
        is_formula: whether it is a formula and little else.
        is_bold: whether all of it is set in bold or italics.
    """

    number: int = 0
    text: str
    level: int = 0
    is_bulleted: bool = False
    ordinal: int | None = None
    strong: tuple[tuple[int, int], ...] = ()
    is_code: bool = False
    is_formula: bool = False
    font_size: float = 0.0

    @property
    def is_bold(self) -> bool:
        """Whether all of it is emphasised."""
        return bool(self.strong) and self.strong[0][0] == 0 and self.strong[-1][1] >= len(self.text.rstrip())

    @property
    def depth(self) -> int:
        """Its indentation: of two paragraphs on one level the one with the bullet stands deeper."""
        return 2 * self.level + (self.is_bulleted or self.ordinal is not None)

    def as_text(self) -> Text:
        """Return the entry as the student reads it."""
        strong = () if self.is_bold else self.strong
        bare = self.text.strip()
        shift = len(self.text) - len(self.text.lstrip())
        kept = tuple((max(start - shift, 0), min(end - shift, len(bare))) for start, end in strong if end > shift)
        return Text(plain=bare, first_line=self.number, last_line=self.number, strong=kept)


def count_words(text: str) -> int:
    """Return about how many words a text has, also in scripts without spaces."""
    return sum(max(1, len(_CJK.findall(word)) // _CJK_CHARACTERS_A_WORD) for word in text.split())


def entries_of(paragraphs: Sequence[ShapeParagraph]) -> tuple[Entry, ...]:
    """Return the entries of a shape in order."""
    entries = [entry for paragraph in paragraphs for entry in _entries(paragraph)]
    return tuple(_with_typed_numbers(entries))


def one_line(text: str) -> str:
    """Return a text with line breaks, as a title has them, on one line."""
    joined = ""
    for piece in _BREAK.split(repair(text.replace("\v", "\n"))):
        joined = _join(joined, piece.strip())
    return _close_up(_SPACES.sub(" ", joined).strip())


@dataclass(slots=True)
class _Piece:
    """Lines of a paragraph that belong together, with their breaks.

    Attributes:
        start: where it begins in the paragraph.
        is_body: whether it describes the emphasised line above it.
    """

    start: int
    text: str
    is_body: bool = False


def _entries(paragraph: ShapeParagraph) -> Iterator[Entry]:
    for index, piece in enumerate(_pieces(paragraph)):
        entry = _entry(paragraph, piece, is_first=index == 0)
        if entry.text.strip():
            yield entry


def _pieces(paragraph: ShapeParagraph) -> list[_Piece]:
    """Return what breaks cut a paragraph into; lines of one sentence stay together."""
    pieces: list[_Piece] = []
    above = ""
    position = 0
    for line in _BREAK.split(paragraph.text):
        start = position
        position += len(line) + 1
        if not line.strip() or not (paragraph.is_code or any(character.isalnum() for character in line)):
            above = ""
            continue
        is_body = bool(above) and _describes(paragraph, start, line, above)
        if above and not paragraph.is_code and not is_body and not _starts_anew(above, line):
            pieces[-1].text += "\n" + line
        else:
            pieces.append(_Piece(start, line, is_body=is_body))
        above = line
    return pieces


def _starts_anew(above: str, line: str) -> bool:
    """Whether a line after a break is a statement of its own rather than the rest of the one above."""
    bare = line.strip()
    if _BULLET.match(bare) or _NUMBER.match(bare) or (line.startswith("\t") and above.startswith("\t")):
        return True
    return above.rstrip().endswith(_SENTENCE_END) and not bare[:1].islower()


def _describes(paragraph: ShapeParagraph, start: int, line: str, above: str) -> bool:
    """Whether a plain line follows an emphasised one, as a description follows its term."""
    before, end = start - 1 - len(above), start - 1 - (len(above) - len(above.rstrip()))
    is_strong = any(first <= before and last >= end for first, last in paragraph.strong)
    is_plain = all(last <= start or first >= start + len(line) for first, last in paragraph.strong)
    return is_strong and is_plain and count_words(above) <= _MOST_TERM_WORDS and not above.rstrip().endswith("-")


def _entry(paragraph: ShapeParagraph, piece: _Piece, *, is_first: bool) -> Entry:
    text = repair(piece.text).rstrip() if paragraph.is_code else one_line(piece.text)
    bullet = None if paragraph.is_code else _BULLET.match(text)
    if bullet:
        text = text[bullet.end() :]
    text = _with_colon(paragraph, piece, text)
    end = piece.start + len(piece.text)
    formula = sum(max(0, min(last, end) - max(first, piece.start)) for first, last in paragraph.formulas)
    is_below = piece.is_body or (bullet is not None and paragraph.is_bulleted and not is_first)
    return Entry(
        text=text,
        level=paragraph.level + is_below,
        is_bulleted=paragraph.is_bulleted or bullet is not None,
        ordinal=paragraph.number if is_first else None,
        strong=_strong(paragraph, piece.text, piece.start, text),
        is_code=paragraph.is_code,
        is_formula=formula >= _FORMULA_SHARE * len(piece.text.strip()) > 0,
        font_size=paragraph.font_size or 0.0,
    )


def _with_colon(paragraph: ShapeParagraph, piece: _Piece, text: str) -> str:
    """Set a colon between a short name and the equation that stands behind it (`Law of levers F a = G b`)."""
    if len(paragraph.formulas) != 1 or paragraph.is_code:
        return text
    first, last = (position - piece.start for position in paragraph.formulas[0])
    name, equation = one_line(piece.text[:first]), one_line(piece.text[first:last])
    is_named = 1 < len(name.split()) <= _MOST_NAME_WORDS and name[-1].isalpha() and text == f"{name} {equation}"
    return f"{name}: {equation}" if is_named and _EQUATION.match(equation) else text


def _strong(paragraph: ShapeParagraph, piece: str, start: int, text: str) -> tuple[tuple[int, int], ...]:
    """Return where the emphasised words of a piece stand once it is repaired."""
    ranges: list[tuple[int, int]] = []
    position = 0
    for first, last in paragraph.strong:
        words = one_line(piece[max(first - start, 0) : max(last - start, 0)])
        found = text.find(words, position) if words else -1
        if found >= 0:
            position = found + len(words)
            if ranges and not text[ranges[-1][1] : found].strip():
                found = ranges.pop()[0]
            ranges.append((found, position))
    return tuple(ranges)


def _with_typed_numbers(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Read `1. First` and `2. Second` as a numbered list; a lone number is none."""
    found = [None if entry.is_code or entry.ordinal else _NUMBER.match(entry.text) for entry in entries]
    typed = [int(match[1]) for match in found if match]
    is_list = len(typed) > 1 and typed == list(range(typed[0], typed[0] + len(typed))) and typed[0] < 2
    for entry, match in zip(entries, found, strict=True):
        if match is None or not is_list:
            yield entry
            continue
        cut = match.end()
        strong = tuple((max(first - cut, 0), last - cut) for first, last in entry.strong if last > cut)
        yield replace(entry, text=entry.text[cut:], ordinal=int(match[1]), strong=strong)


def _join(above: str, line: str) -> str:
    """Join two lines of one text; a hyphen before a small letter only divided a word."""
    if not above or not line:
        return above or line
    if above.endswith("-") and above[-2:-1].isalpha() and line[:1].islower():
        return above[:-1] + line
    if _CJK.match(above[-1]) and _CJK.match(line[0]):
        return above + line
    return f"{above} {line}"


def _close_up(text: str) -> str:
    """Close up a text whose letters are all set apart (`A G E N D A`); wider gaps part its words."""
    words = text.split(" ")
    if len(words) < 4 or any(len(word) > 1 for word in words) or not all(word.isalpha() for word in words):
        return text
    return "".join(words)
