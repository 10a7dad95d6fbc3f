"""The marks that this kind of text puts at the start or the end of a line."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from flashdeck.extraction.model import Line

BULLETS: Final = "•◦▪‣●○■□▶►▸➢➤❖✓✔∙·"
_OPENERS: Final = frozenset(BULLETS)
FORM_FEED: Final = "\f"

_NUMBERED: Final = re.compile(r"(\d{1,2})[.)] ?(?=[^\W\d_]|[(\"“‘„])")
_URL: Final = re.compile(r"(?:https?://|mailto:|www\.)\S+\Z")
_STARTS_OF_URLS: Final = ("http", "mailto:", "www.")
_GLUED_BULLET: Final = re.compile(rf"(?<=[^\s]) ?(?=[{BULLETS}] )")
_ASCII_ITEM: Final = re.compile(r"[-*–] (?=\S)")


def is_bullet(text: str) -> bool:
    """Whether the line opens a bullet."""
    return text[:1] in _OPENERS


def bullet_text(text: str) -> str:
    """Return what follows the bullet mark."""
    return text[1:].lstrip()


def item_number(text: str) -> int | None:
    """Return the number that opens a numbered item (`3. Ship it`, `3) Ship it`), or None.

    A sum, an address (`10.0.0.1`) or a file name is no item: a letter has to follow.
    """
    found = _NUMBERED.match(text) if text[:1].isdigit() else None
    return int(found.group(1)) if found else None


def numbered_text(text: str) -> str:
    """Return what follows the number of a numbered item."""
    found = _NUMBERED.match(text)
    return text[found.end() :] if found else text


def is_dash_item(text: str) -> bool:
    """Whether the line opens an item with a plain dash or star."""
    return _ASCII_ITEM.match(text) is not None


def is_item(text: str) -> bool:
    """Whether the line opens a list item of any sort."""
    first = text[:1]
    return first in _OPENERS or (first.isdigit() and _NUMBERED.match(text) is not None)


def split_glued(line: Line) -> list[Line]:
    """Split a line in which a bullet follows another text without a line end."""
    pieces = _GLUED_BULLET.split(line.text)
    if len(pieces) == 1:
        return [line]
    return [
        replace(
            line,
            text=piece.strip(),
            gap=line.gap if place == 0 else 1,
            indent=line.indent if place == 0 else 0,
            wraps=line.wraps and place == len(pieces) - 1,
        )
        for place, piece in enumerate(pieces)
    ]


def join_lines(lines: Sequence[Line]) -> str:
    """Return wrapped lines as one; a hyphen that ends a line without the wrap mark binds without a space."""
    joined = ""
    bind = True
    for line in lines:
        joined += line.text if bind else " " + line.text
        bind = not line.wraps and line.text.endswith("-") and line.text[-2:-1].isalnum()
    return joined


def is_url(text: str) -> bool:
    """Whether the line is nothing but an address."""
    return text.startswith(_STARTS_OF_URLS) and _URL.match(text) is not None


def opens_page(line: Line) -> bool:
    """Whether the line stands where a page started: one space directly below the page before, then a title.

    Blank lines above, further spaces or a small letter speak of an indented label or of code.
    """
    first = line.text[:1]
    return line.indent == 1 and line.gap == 0 and (first.isupper() or first.isdigit() or first in BULLETS)
