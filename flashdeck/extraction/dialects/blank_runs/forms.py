"""What a single line looks like: the questions that every stage of this dialect asks."""

import re
from typing import Final

from flashdeck.extraction.model import Line
from flashdeck.extraction.text import inline

SECTION: Final = re.compile(r"Section (\d{1,3})\s?[:.]?(?: (.*))?$", re.IGNORECASE)
_MOST_GLYPHS: Final = 3
_LONGEST_VERSUS: Final = 9
_FENCE: Final = "```"
_VERSUS: Final = re.compile(r"(?:VS|Vs|vs)\.?$")
_AGAINST: Final = re.compile(r"\S (?:VS|Vs|vs)\.? \S")
_BULLET: Final = re.compile(r"[-*•‣▪●◦✓✔👉➤➢](?: |$)")
_NUMBERED: Final = re.compile(r"(\d{1,2})[.)] +(?=\S)")
_ARROWS: Final = ("⇒", "→", "=>")
_DASHES: Final = str.maketrans({"–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-"})
_TITLE_DASH: Final = re.compile(r" [-–—] ")


def is_fence(line: Line) -> bool:
    """Return whether the line opens or closes program text."""
    return line.text.startswith(_FENCE)


def is_table_row(line: Line) -> bool:
    """Return whether the line holds cells."""
    return "\t" in line.text


def is_bullet(line: Line) -> bool:
    """Return whether the line starts an item of a list with a glyph."""
    return _BULLET.match(line.text) is not None


def is_numbered(line: Line) -> bool:
    """Return whether the line starts with a number and a dot or parenthesis."""
    return _NUMBERED.match(line.text) is not None


def is_arrow(line: Line) -> bool:
    """Return whether the line draws a conclusion."""
    return line.text.lstrip("*").startswith(_ARROWS)


def is_versus(line: Line) -> bool:
    """Return whether the line says that two things are compared, and nothing else."""
    return len(line.text) <= _LONGEST_VERSUS and _VERSUS.match(line.text.strip("*_ ")) is not None


def is_plain(line: Line) -> bool:
    """Return whether the line is words without any structure of its own."""
    return not (is_fence(line) or is_table_row(line) or is_bullet(line) or is_arrow(line))


def strip_bullet(text: str) -> str:
    """Return the text without its glyphs; a circle that was read as the letter `o` is one of them."""
    for _ in range(_MOST_GLYPHS):
        match = _BULLET.match(text)
        if match:
            text = text[match.end() :].lstrip()
    return text[2:].lstrip() if text.startswith("o ") and not text[2:3].islower() else text


def split_number(text: str) -> tuple[int | None, str]:
    """Return the item's number and the rest."""
    match = _NUMBERED.match(text)
    return (int(match[1]), text[match.end() :]) if match else (None, text)


def title_key(text: str) -> str:
    """Return the words of a title so that its spellings compare equal: markup, dashes, case and a last colon aside."""
    words = " ".join(inline.plain(text).casefold().split()).rstrip(".:")
    return words if words.isascii() else words.translate(_DASHES)


def has_title_dash(text: str) -> bool:
    """Return whether a dash between spaces cuts the line into a subject and its side."""
    return _TITLE_DASH.search(text) is not None


def names_comparison(text: str) -> bool:
    """Return whether the text sets things against each other (`A vs. B`)."""
    return _AGAINST.search(text) is not None


def word_count(text: str) -> int:
    """Return the number of words."""
    return len(text.split())
