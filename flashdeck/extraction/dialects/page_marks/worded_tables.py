"""Splitting tables whose cells are words: every row must fit as many columns as the header surely names.

`Paddle Steamer Steam Tug /old Rowing Boat` names three columns, as a name opens at a word that is said again and behind
a word that is none of a name's. Rows that fit in one way only are taken, also those that go on over several lines.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise, takewhile
from typing import Final, NamedTuple

from flashdeck.extraction.dialects.page_marks.joining import Chunk, Form
from flashdeck.extraction.dialects.page_marks.repeated_cells import split_row, units

_FEWEST_COLUMNS: Final = 3
_MOST_COLUMNS: Final = 7
_FEWEST_ROWS: Final = 4
_MOST_CHUNKS: Final = 60
_LONGEST_CELL: Final = 60
_LONGEST_ROW: Final = 200

Split = Callable[[str], tuple[str, tuple[str, ...]]]
"""Returns the words before the first cell, and the cells when nothing but sure cells follows."""


class WordedRow(NamedTuple):
    """A row and the chunks it stands in."""

    label: str
    cells: tuple[str, ...]
    chunks: tuple[int, ...]


def worded_rows(chunks: Sequence[Chunk], split: Split) -> tuple[tuple[str, ...], tuple[WordedRow, ...]] | None:
    """Return the names of the columns and the rows of the table that a page opens with, or None."""
    texts = [chunk.text for chunk in takewhile(lambda chunk: chunk.form is Form.TEXT, chunks)]
    if not _FEWEST_ROWS < len(texts) <= _MOST_CHUNKS or len(texts[0]) > _LONGEST_ROW:
        return None
    names = _names(texts[0])
    if not _FEWEST_COLUMNS <= len(names) <= _MOST_COLUMNS:
        return None
    rows: list[WordedRow] = []
    place, skipped = 1, 0
    while place < len(texts):
        row = _row(texts, place, len(names), split)
        if row is None:
            skipped, place = skipped + 1, place + 1
        else:
            rows.append(row)
            place = row.chunks[-1] + 1
    if len(rows) < _FEWEST_ROWS or skipped * 2 > len(rows) or len({row.label for row in rows}) < len(rows):
        return None
    return names, tuple(rows)


def _names(text: str) -> tuple[str, ...]:
    """Return the names in a header; nothing when one word of it could as well belong to its neighbour."""
    words = text.split()
    counts = Counter(words)
    starts = [
        index
        for index, word in enumerate(words)
        if index == 0 or (word[0].isupper() and (counts[word] > 1 or not words[index - 1][0].isalnum()))
    ]
    parts = tuple(" ".join(words[start:end]) for start, end in pairwise([*starts, len(words)]))
    return parts if words and words[0][0].isupper() and len(set(parts)) == len(parts) else ()


def _row(texts: Sequence[str], place: int, columns: int, split: Split) -> WordedRow | None:
    text = texts[place]
    if len(text) > _LONGEST_ROW or not text[0].isupper():
        return None
    label, sure = split(text)
    if label and len(sure) == columns:
        return WordedRow(label=label, cells=sure, chunks=(place,))
    if (found := split_row(text, columns)) is not None:
        return WordedRow(label=found[0], cells=found[1], chunks=(place,))
    following = texts[place + 1] if place + 1 < len(texts) else ""
    if not sure and following and len(cells := _whole_row(following, columns, split)) == columns:
        return WordedRow(label=text, cells=cells, chunks=(place, place + 1))
    if following and text.endswith(f" {following}"):
        label, sure = text.removesuffix(f" {following}"), (following,)
    return _row_of_lines(texts, place, WordedRow(label=label, cells=sure, chunks=(place,)), columns, split)


def _row_of_lines(texts: Sequence[str], place: int, begun: WordedRow, columns: int, split: Split) -> WordedRow | None:
    """Return a row whose first line holds its label and some cells, and the lines below it the others."""
    cells, end = list(begun.cells), place
    while cells and len(cells) < columns and end + 1 < len(texts) and len(texts[end + 1]) <= _LONGEST_CELL:
        end += 1
        cells += _cells(texts[end], columns - len(cells), split) or (texts[end],)
    if not begun.label or len(cells) != columns:
        return None
    return WordedRow(label=begun.label, cells=tuple(cells), chunks=tuple(range(place, end + 1)))


def _whole_row(text: str, columns: int, split: Split) -> tuple[str, ...]:
    """Return the cells of a line that holds all of a row but its label; every one may be a single word."""
    words = units(text)
    is_plain = len(words) == columns and all(word[0].isupper() for word in words)
    return tuple(words) if is_plain else _cells(text, columns, split)


def _cells(text: str, most: int, split: Split) -> tuple[str, ...]:
    """Return the cells of a line that holds nothing else and more than one; nothing when it does not show them."""
    label, sure = split(text)
    if not label and 1 < len(sure) <= most:
        return sure
    words = units(text)
    for count in range(2, most + 1):
        length, rest = divmod(len(words), count)
        if rest == 0 and words == words[:length] * count:
            return (" ".join(words[:length]),) * count
    return ()
