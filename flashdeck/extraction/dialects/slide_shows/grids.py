"""The cells of a table: without empty rows and columns, and whether they tell something or only place text."""

from collections.abc import Iterator, Sequence
from typing import Final

from flashdeck.extraction.dialects.slide_shows.texts import Entry, count_words

_LONG_CELL_WORDS: Final = 22
_MANY_ENTRIES: Final = 3
_LONG_SHARE: Final = 0.7

Cell = tuple[Entry, ...]
Row = tuple[Cell, ...]


def trimmed(rows: Sequence[Row]) -> list[Row]:
    """Return the table without empty rows and columns, every row as long as the longest."""
    width = max((len(row) for row in rows), default=0)
    full = [row + ((),) * (width - len(row)) for row in rows if any(row)]
    used = [column for column in range(width) if any(row[column] for row in full)]
    return [tuple(row[column] for column in used) for row in full]


def words_in(cell: Cell) -> int:
    """Return about how many words a cell holds."""
    return sum(count_words(entry.text) for entry in cell)


def lays_out(rows: Sequence[Row]) -> bool:
    """Whether a table only places text: a single column, cells of several paragraphs or many words."""
    cells = [cell for row in rows for cell in row if cell]
    if max((sum(map(bool, row)) for row in rows), default=0) < 2:
        return True
    long = [cell for cell in cells if words_in(cell) > _LONG_CELL_WORDS or len(cell) > _MANY_ENTRIES]
    long_words = sum(words_in(cell) for cell in long)
    return (
        2 * len(long) >= len(cells)
        or (len(long) > 1 and long_words >= _LONG_SHARE * sum(words_in(cell) for cell in cells))
        or any(len(cell) > 2 * _MANY_ENTRIES for cell in cells)
    )


def by_columns(rows: Sequence[Row]) -> Iterator[Cell]:
    """Yield the cells column by column."""
    for column in range(max((len(row) for row in rows), default=0)):
        yield from (row[column] for row in rows if column < len(row))
