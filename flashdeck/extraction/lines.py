"""Text to lines: line ends, invisible characters and compatibility forms are settled here and nowhere else."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from flashdeck.extraction.model import Line

_LINE_END: Final = re.compile(r"\r\n|[\n\r\x0b\x85\u2028\u2029]")
_INVISIBLE: Final = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f]")
_SPACES: Final = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_NFKC_RANGES: Final = (
    ("\ufb00", "\ufb06"),  # Latin ligatures
    ("\uff01", "\uff5e"),  # full-width ASCII
    ("\U0001d400", "\U0001d7ff"),  # mathematical letters
)


def split_lines(text: str) -> tuple[Line, ...]:
    """Return the lines that are not blank, numbered from 1 by the line ends of the source.

    A form feed stays in front of the text of its line, for the dialects that cut pages by it.
    """
    lines: list[Line] = []
    gap = 0
    for number, raw in enumerate(_LINE_END.split(text), start=1):
        repaired = repair(raw)
        stripped = repaired.strip(" ")  # a tab at either end is an empty table cell
        if not stripped.strip():
            gap += 1
            continue
        indent = len(repaired) - len(repaired.lstrip(" "))
        lines.append(Line(number=number, text=stripped, indent=indent, gap=gap, wraps=repaired.endswith(" ")))
        gap = 0
    return tuple(lines)


def repair(text: str) -> str:
    """Return the text with ligatures and mathematical letters as plain letters and without invisible characters.

    Whole-text NFKC would also flatten superscripts and fractions that carry meaning (`x²`, `½`).
    """
    if text.isascii():
        return _INVISIBLE.sub("", text)
    spaced = _SPACES.sub(" ", _INVISIBLE.sub("", text))
    return "".join(_plain(character) for character in spaced)


def _plain(character: str) -> str:
    if any(low <= character <= high for low, high in _NFKC_RANGES):
        return unicodedata.normalize("NFKC", character)
    return character


def join_wrapped(parts: Iterable[str]) -> str:
    """Return wrapped lines as one; a hyphen at a line's end binds without a space and stays."""
    joined = ""
    for part in parts:
        glue = "" if not joined or (joined.endswith("-") and joined[-2:-1].isalpha()) else " "
        joined += glue + part.strip()
    return joined
