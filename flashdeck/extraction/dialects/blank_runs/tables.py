"""Rows of cells to a table, and what makes rows sample data or a screenshot rather than knowledge."""

from collections.abc import Sequence

from flashdeck.extraction import inline
from flashdeck.extraction.model import Line, Table, Text


def table_of(lines: Sequence[Line]) -> Table:
    """Return the table; the first row is its header when its cells are shorter than those below."""
    rows = [_cells(line) for line in lines]
    width = max(map(len, rows))
    padded = tuple(_padded(row, width, line.number) for row, line in zip(rows, lines, strict=True))
    if len(padded) > 1 and _is_header(padded):
        return Table(rows=padded[1:], header=padded[0])
    return Table(rows=padded)


def _cells(line: Line) -> tuple[Text, ...]:
    return tuple(inline.parse(cell, line.number, line.number) for cell in line.text.split("\t"))


def _padded(row: tuple[Text, ...], width: int, number: int) -> tuple[Text, ...]:
    return row + (Text(plain="", first_line=number, last_line=number),) * (width - len(row))


def _is_header(rows: tuple[tuple[Text, ...], ...]) -> bool:
    first = rows[0]
    if not first[0].plain or len(first) > 2:
        return True
    below = [row[-1].plain for row in rows[1:]]
    return len(first[-1].plain.split()) * 2 <= sum(len(cell.split()) for cell in below) / len(below)
