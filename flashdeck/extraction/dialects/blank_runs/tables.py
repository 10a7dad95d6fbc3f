"""Rows of cells: which tables are knowledge, which are sample data or listings of a screen, and what heads them."""

import re
from collections.abc import Sequence
from typing import Final

from flashdeck.extraction.model import Line, NoiseReason, Table, Text
from flashdeck.extraction.text import inline

_SCREEN: Final = re.compile(
    r"\(UTC|</?(?:input|small)\b|(?<![\d:])\d{12}(?![\d:])|\d{4}-\d\d-\d\d \d\d:|\b[a-z]{2,8}-[0-9a-f]{8,20}\b"
)
_PER: Final = re.compile(r"\d[^\s/]{0,12}/[A-Za-z]")
_RULE: Final = re.compile(r"[-:\s]+$")
_TELLING_WORDS: Final = 2.2
"""Average words a cell from which on a table explains rather than lists."""


def table_of(lines: Sequence[Line]) -> Table:
    """Return the table; its first row is the header when it names what stands below."""
    rows = [_cells(line) for line in lines if not _RULE.match(line.text)]
    width = max(map(len, rows))
    padded = tuple(row + (_empty(row[0]),) * (width - len(row)) for row in rows)
    if len(padded) > 1 and _has_header(padded):
        return Table(rows=padded[1:], header=padded[0])
    return Table(rows=padded)


def noise_of(lines: Sequence[Line]) -> NoiseReason | None:
    """Return why the rows are no knowledge, or None when their cells explain or give a rate."""
    if any(_SCREEN.search(line.text) for line in lines):
        return NoiseReason.CONSOLE
    rows = [line.text.split("\t") for line in lines if not _RULE.match(line.text)]
    values = [cell for row in rows[1:] for cell in row[1:] if cell.strip()]
    if not values:
        return NoiseReason.SAMPLE_DATA
    if sum(_PER.search(cell) is not None for cell in values) * 2 >= len(values):
        return None
    words = sum(len(cell.split()) for cell in values)
    return None if words >= _TELLING_WORDS * len(values) else NoiseReason.SAMPLE_DATA


def is_comma_separated(rows: Sequence[str]) -> bool:
    """Return whether the rows are records of a data file rather than program text."""
    counts = {row.count(",") for row in rows}
    return len(rows) > 2 and len(counts) == 1 and counts.pop() > 1 and not any(row.endswith((",", ";")) for row in rows)


def _cells(line: Line) -> tuple[Text, ...]:
    return tuple(inline.parse(cell, line.number, line.number) for cell in line.text.split("\t"))


def _empty(like: Text) -> Text:
    return Text(plain="", first_line=like.first_line, last_line=like.last_line)


def _has_header(rows: tuple[tuple[Text, ...], ...]) -> bool:
    first, below = rows[0], rows[1:]
    if not first[0].plain:
        return True
    names = [cell.plain for cell in first[1:] if cell.plain]
    values = [cell.plain for row in below for cell in row[1:] if cell.plain]
    if not names or not values:
        return False
    if sum(map(_has_digit, values)) * 2 > len(values):
        return not any(map(_has_digit, names))
    return _average_words(names) * 2 <= _average_words(values)


def _has_digit(cell: str) -> bool:
    return any(character.isdigit() for character in cell)


def _average_words(cells: Sequence[str]) -> float:
    return sum(len(cell.split()) for cell in cells) / len(cells)
