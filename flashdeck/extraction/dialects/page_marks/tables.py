"""Splitting tables that arrive as one line a row, where the cells' kind says where they end.

Cells of numbers (with a unit) and of `yes`, `no` or `none` tell their borders, and in a table that has rows of such
cells also those that repeat a phrase; a table of other words cannot be split safely and stays a picture.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from flashdeck.extraction.dialects.page_marks.joining import Chunk, Form
from flashdeck.extraction.dialects.page_marks.repeated_cells import split_at_capitals, split_row
from flashdeck.extraction.dialects.page_marks.worded_tables import worded_rows
from flashdeck.extraction.model import Table, Text

_UNIT: Final = r"(?:%|[KMGTP]i?B\b|[KMG]bps\b|[^\W\d_]{1,8}\b)"
_CELL: Final = re.compile(
    rf"(?:[<>]=? ?|~)?[$€£]?\d[\d.,]*(?:(?! ?per\b) ?{_UNIT})?(?: per (?:[^\W\d_]| )*[^\W\d_])?(?=\s|$)|"
    r"(?:none|yes|no|n/a|free|unlimited)(?=\s|$)",
    re.IGNORECASE,
)
_DIGIT: Final = re.compile(r"\d")
_WORDS_OF_CELLS: Final = frozenset({"none", "yes", "no", "n/a", "free", "unlimited"})
_FEWEST_COLUMNS: Final = 2
_FEWEST_ROWS: Final = 2
_LONGEST_LABEL: Final = 80
_LONGEST_ROW: Final = 200
_MOST_CELLS: Final = 12


class FoundTable(NamedTuple):
    """A table and the chunks it was made of."""

    table: Table
    chunks: frozenset[int]


class _Row(NamedTuple):
    """A row, and the chunks it stands in.

    Attributes:
        named_by_value: its label is itself a value, as in a table of sizes against speeds.
    """

    label: str
    cells: tuple[str, ...]
    chunks: tuple[int, ...]
    named_by_value: bool = False


class _Header(NamedTuple):
    corner: str
    names: tuple[str, ...]
    chunks: tuple[int, ...]


def find_table(chunks: Sequence[Chunk]) -> FoundTable | None:
    """Return the table of a page whose rows and header can be split, or None."""
    return _table_of_figures(chunks) or _table_of_words(chunks)


def _table_of_words(chunks: Sequence[Chunk]) -> FoundTable | None:
    found = worded_rows(chunks, _split)
    if found is None:
        return None
    names, rows = found
    header = tuple(_text(chunks[0], name) for name in ("", *names))
    cells = tuple(tuple(_text(chunks[row.chunks[-1]], cell) for cell in (row.label, *row.cells)) for row in rows)
    used = frozenset({0}).union(*(row.chunks for row in rows))
    return FoundTable(table=Table(rows=cells, header=header), chunks=used)


def _table_of_figures(chunks: Sequence[Chunk]) -> FoundTable | None:
    rows = _rows(chunks)
    if not rows:
        return None
    widths = Counter(len(row.cells) for row in rows if row.label)
    if not widths:
        return None
    columns = widths.most_common(1)[0][0]
    body = [row for row in (_fitted(row, columns) for row in rows) if row.label and len(row.cells) == columns]
    header = _header(chunks, body, columns)
    if header is None or len(set(header.names)) < len(header.names):
        return None  # the same label twice stands in a picture
    body = [row for row in body if row.chunks != header.chunks]
    if len(body) < _FEWEST_ROWS:
        return None
    body += _rows_of_phrases(chunks, columns, frozenset(header.chunks).union(*(row.chunks for row in body)))
    body.sort(key=lambda row: row.chunks)
    names = tuple(_text(chunks[header.chunks[0]], name) for name in (header.corner, *header.names))
    cells = tuple(tuple(_text(chunks[row.chunks[-1]], cell) for cell in (row.label, *row.cells)) for row in body)
    used = frozenset(header.chunks).union(*(row.chunks for row in body))
    return FoundTable(table=Table(rows=cells, header=names), chunks=used)


def _rows(chunks: Sequence[Chunk]) -> list[_Row]:
    rows: list[_Row] = []
    for index, chunk in enumerate(chunks):
        if chunk.form is not Form.TEXT or len(chunk.text) > _LONGEST_ROW:
            continue
        label, cells = _split(chunk.text)
        if len(cells) < _FEWEST_COLUMNS:
            continue
        above = chunks[index - 1] if index and not label else None
        if above is not None and _is_label(above) and not _split(above.text)[1]:
            rows.append(_Row(label=above.text, cells=cells, chunks=(index - 1, index)))
        else:
            rows.append(_Row(label=label, cells=cells, chunks=(index,)))
    return rows


def _rows_of_phrases(chunks: Sequence[Chunk], columns: int, used: frozenset[int]) -> list[_Row]:
    """Return the rows among and below the sure ones whose cells repeat a phrase, and among them those of words."""
    rows: list[_Row] = []
    for index in range(min(used), len(chunks)):
        chunk = chunks[index]
        if index in used or chunk.form is not Form.TEXT or len(chunk.text) > _LONGEST_ROW:
            continue
        found = split_row(chunk.text, columns)
        if found is None and index < max(used):
            found = split_at_capitals(chunk.text, columns)
        if found is not None and found[0][0].isupper():
            rows.append(_Row(label=found[0], cells=found[1], chunks=(index,)))
    return rows


def _is_label(chunk: Chunk) -> bool:
    return chunk.form is Form.TEXT and len(chunk.text) <= _LONGEST_LABEL and chunk.text[:1].isupper()


def _split(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the words before the first cell, and the cells when nothing but cells follows."""
    if not _DIGIT.search(text) and _WORDS_OF_CELLS.isdisjoint(text.casefold().split()):
        return text, ()
    start = 0
    for word in text.split(" "):
        cells: list[str] = []
        place = start
        while (found := _CELL.match(text, place)) and len(cells) <= _MOST_CELLS:
            cells.append(found.group())
            place = found.end() + 1
        if place > len(text):
            return text[:start].strip(), tuple(cells)
        start += len(word) + 1
    return text, ()


def _fitted(row: _Row, columns: int) -> _Row:
    """Make the first cell the label where a value names the row (`10 TB 12 days 3 hours`)."""
    if row.label or len(row.cells) != columns + 1:
        return row
    return _Row(label=row.cells[0], cells=row.cells[1:], chunks=row.chunks, named_by_value=True)


def _header(chunks: Sequence[Chunk], body: Sequence[_Row], columns: int) -> _Header | None:
    """Return the names of the columns: one line of as many values or words, or as many lines."""
    if not body:
        return None
    first = body[0]
    if any(row.named_by_value for row in body) and not first.named_by_value:
        return _Header(corner=first.label, names=first.cells, chunks=first.chunks)
    end = first.chunks[0]
    words = chunks[end - 1].text.split() if end and chunks[end - 1].form is Form.TEXT else []
    if len(words) == columns and all(word[:1].isupper() for word in words):
        return _Header(corner="", names=tuple(words), chunks=(end - 1,))
    return _header_of_lines(chunks, end, columns)


def _header_of_lines(chunks: Sequence[Chunk], end: int, columns: int) -> _Header | None:
    """Return the header that stands in as many lines as there are columns, a row without cells below it allowed."""
    while end and any(character.isdigit() for character in chunks[end - 1].text):
        end -= 1
    start = end
    while start and _is_label(chunks[start - 1]) and end - start < columns:
        start -= 1
    names = [chunk.text for chunk in chunks[start:end]]
    if len(names) == columns - 1:
        names = _one_split(names)
    if len(names) != columns:
        return None
    return _Header(corner="", names=tuple(names), chunks=tuple(range(start, end)))


def _one_split(names: Sequence[str]) -> list[str]:
    """Split the one name that is two names with the same ending after a hyphen, else return the names as they are."""
    halves = [(index, *pair) for index, name in enumerate(names) if (pair := _halves(name))]
    if len(halves) != 1:
        return list(names)
    index, left, right = halves[0]
    return [*names[:index], left, right, *names[index + 1 :]]


def _halves(name: str) -> tuple[str, str] | None:
    words = name.split()
    ending = words[-1].rpartition("-")[2] if "-" in words[-1] else ""
    places = [place for place, word in enumerate(words[:-1], start=1) if ending and word.endswith("-" + ending)]
    return (" ".join(words[: places[0]]), " ".join(words[places[0] :])) if len(places) == 1 else None


def _text(chunk: Chunk, plain: str) -> Text:
    return Text(plain=plain, first_line=chunk.lines[0].number, last_line=chunk.lines[-1].number)
