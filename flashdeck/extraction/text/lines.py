"""Text to lines: line ends, invisible characters and compatibility forms are settled here and nowhere else."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from flashdeck.extraction.model import Line
from flashdeck.extraction.packing import pack_lines

_LINE_END: Final = re.compile(r"\r\n|[\n\r\x0b\x85\u2028\u2029]")
_INVISIBLE: Final = (
    *range(0x09),
    *range(0x0E, 0x20),
    0x7F,
    0xAD,
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    0x2060,
    0xFE0F,
    *range(0x2066, 0x206A),
    0xFEFF,
)
_SPACES: Final = (0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)
_COMPATIBILITY_FORMS: Final = (
    *range(0xFB00, 0xFB07),  # Latin ligatures
    *range(0xFF01, 0xFF5F),  # full-width ASCII
    *range(0x1D400, 0x1D800),  # mathematical letters
)
_ARROWS: Final = "⟶➙➛➜➝➞➡⮕"
_REPAIRS: Final[dict[int, str | None]] = {
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in _COMPATIBILITY_FORMS},
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_INVISIBLE, None),
    **dict.fromkeys(map(ord, _ARROWS), "→"),
}
_REPAIRED: Final = frozenset(map(chr, _REPAIRS))
_PAGE_BREAK: Final = "\f"
_CUT: Final = 1 << 16
"""Characters whose lines are held at once, besides what is left of the last line."""


def split_lines(text: str) -> Sequence[Line]:
    """Return the lines that are not blank, numbered from 1 by the line ends of the source.

    A form feed stays in front of the text of its line, for the dialects that cut pages by it; one on a line of
    its own goes to the next line that is not blank.
    """
    return pack_lines(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    gap = 0
    page_break = ""
    for number, raw in enumerate(_raw_lines(text), start=1):
        repaired = repair(raw) if raw else ""
        if not repaired or repaired.isspace():
            gap += 1
            page_break = page_break or (_PAGE_BREAK if _PAGE_BREAK in repaired else "")
            continue
        opened = repaired.lstrip(" ")
        kept = opened.rstrip(" ")  # a tab at either end is an empty table cell
        text = page_break + kept if page_break and not kept.startswith(_PAGE_BREAK) else kept
        indent, wraps = len(repaired) - len(opened), len(opened) > len(kept)
        yield Line(number=number, text=text, indent=indent, gap=gap, wraps=wraps)
        gap, page_break = 0, ""


def _raw_lines(text: str) -> Iterator[str]:
    start = 0
    while end := text.find("\n", start + _CUT) + 1:
        yield from _LINE_END.split(text[start:end])[:-1]
        start = end
    yield from _LINE_END.split(text[start:])


def repair(text: str) -> str:
    """Return the text with ligatures and mathematical letters as plain letters and without invisible characters.

    Whole-text NFKC would also flatten superscripts and fractions that carry meaning (`x²`, `½`).
    """
    if (text.isascii() and text.isprintable()) or _REPAIRED.isdisjoint(text):
        return text
    return text.translate(_REPAIRS)


def join_wrapped(parts: Iterable[str]) -> str:
    """Return wrapped lines as one; a hyphen at a line's end binds without a space and stays."""
    joined = ""
    for part in parts:
        glue = "" if not joined or (joined.endswith("-") and joined[-2:-1].isalpha()) else " "
        joined += glue + part.strip()
    return joined
