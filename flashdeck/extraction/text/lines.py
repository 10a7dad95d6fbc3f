"""Text to lines: line ends, invisible characters and compatibility forms are settled here and nowhere else."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from flashdeck.extraction.model import Line
from flashdeck.extraction.packing import pack_lines

_ODD_ENDS: Final = ("\r", "\x0b", "\x85", "\u2028", "\u2029")
_ODD_END: Final = re.compile(r"\r\n|[\r\x0b\x85\u2028\u2029]")
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
_PLAIN: Final = bytes([*range(0x20, 0x7F), *b"\t\n\f"])
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
    for number, line in enumerate(_repaired_lines(text), start=1):
        kept = line.strip(" ")  # a tab at either end is an empty table cell
        if not kept or kept.isspace():
            gap += 1
            page_break = page_break or (_PAGE_BREAK if _PAGE_BREAK in kept else "")
            continue
        words = page_break + kept if page_break and not kept.startswith(_PAGE_BREAK) else kept
        indent = len(line) - len(line.lstrip(" ")) if line[0] == " " else 0
        yield Line(number=number, text=words, indent=indent, gap=gap, wraps=line[-1] == " ")
        gap, page_break = 0, ""


def _repaired_lines(text: str) -> Iterator[str]:
    for piece in _pieces(text):
        ended = _ODD_END.sub("\n", piece) if any(map(piece.__contains__, _ODD_ENDS)) else piece
        lines = ended.removesuffix("\n").split("\n")
        yield from lines if _REPAIRED.isdisjoint(_odd_letters(ended)) else map(repair, lines)


def _pieces(text: str) -> Iterator[str]:
    """Yield a text in pieces of whole lines."""
    start = 0
    while end := text.find("\n", start + _CUT) + 1:
        yield text[start:end]
        start = end
    yield text[start:]


def _odd_letters(text: str) -> str:
    """Return what a text has besides printed ASCII, which is most of it and faster left out than looked through."""
    return text.encode("utf-8", "surrogatepass").translate(None, _PLAIN).decode("utf-8", "surrogatepass")


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
