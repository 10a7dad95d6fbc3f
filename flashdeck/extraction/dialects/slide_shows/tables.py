"""Tables: those that tell, those that only lay out text, and those that show sample data."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Final

from flashdeck.extraction.dialects.slide_shows.grids import Cell, Row, trimmed, words_in
from flashdeck.extraction.dialects.slide_shows.layout import Box, can_head
from flashdeck.extraction.dialects.slide_shows.noise import split_references
from flashdeck.extraction.dialects.slide_shows.texts import Entry
from flashdeck.extraction.dialects.slide_shows.trees import read_groups
from flashdeck.extraction.model import Bullet, BulletList, Group, Table, Text

_MOST_HEADING_WORDS: Final = 10
_SAMPLE_SHARE: Final = 0.5
_BARE_NUMBER: Final = re.compile(
    r"[+-]?[\d.,]*\d(?:[eE][+-]?\d+)?|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\?|[\d.+=*/ -]+"
)
_ASSIGNMENT: Final = re.compile(r"\w\s*=\s*\w")
_DECIMAL: Final = re.compile(r"\d[.,]\d|E-\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableContent:
    """What a table gives: groups, or nothing because it shows sample data.

    Attributes:
        references: lines that refer to other works.
    """

    groups: tuple[Group, ...] = ()
    is_sample: bool = False
    references: frozenset[int] = frozenset()


def read_table(box: Box, skipped: Container[int], heading: Text | None) -> TableContent:
    """Return the content of a table.

    Args:
        box: of the role TABLE.
        skipped: numbers of its lines that are noise.
        heading: of the table, when another box heads it.
    """
    rows = trimmed([tuple(_kept(cell, skipped) for cell in row) for row in box.rows])
    if not rows:
        return TableContent()
    if box.is_layout or len(rows[0]) == 1:
        return _layout_content(rows, heading)
    if _is_sample(rows):
        return TableContent(is_sample=True)
    has_header = len(rows) > 1 and _has_header(rows, box)
    if len(rows[0]) == 2 and not has_header:
        items = tuple(_pair(row) for row in rows if row[0])
        return TableContent(groups=(Group(heading=heading, blocks=(BulletList(items=items),)),) if items else ())
    table = Table(rows=tuple(_texts(row) for row in rows), header=_texts(rows[0]) if has_header else None)
    return TableContent(groups=(Group(heading=heading, blocks=(table,)),))


def _kept(cell: Cell, skipped: Container[int]) -> Cell:
    return tuple(entry for entry in cell if entry.number not in skipped)


def _layout_content(rows: Sequence[Row], heading: Text | None) -> TableContent:
    """Read a layout table column by column; a short cell heads the cell below it."""
    groups: list[Group] = []
    references: set[int] = set()
    for column in range(len(rows[0])):
        pending = heading
        for row in rows:
            cell = row[column]
            if not cell:
                continue
            if len(cell) == 1 and words_in(cell) <= _MOST_HEADING_WORDS and not cell[0].text.endswith((".", "。")):
                pending = cell[0].as_text() if can_head(cell[0].text) else pending
                continue
            said, cited = split_references(cell, pending)
            references.update(cited)
            groups.extend(read_groups(said, pending) if said else ())
            pending = heading
    return TableContent(groups=tuple(groups), references=frozenset(references))


def _is_sample(rows: Sequence[Row]) -> bool:
    """Whether a table shows data rather than knowledge: mostly bare numbers without a unit, dates, assignments."""
    body = [row for row in rows[1:] if any(row)]
    values = [_plain(cell) for row in body for cell in row[1:] if cell]
    keys = [_plain(row[0]) for row in body]
    if not values:
        return False
    bare = [value for value in values if _BARE_NUMBER.fullmatch(value)]
    if len(bare) < _SAMPLE_SHARE * len(values):
        return False
    odd_keys = sum(bool(_BARE_NUMBER.fullmatch(key) or _ASSIGNMENT.search(key)) or len(key) < 2 for key in keys)
    return 2 * odd_keys >= len(keys) or any(_DECIMAL.search(value) for value in bare) or len(set(keys)) < len(keys)


def _has_header(rows: Sequence[Row], box: Box) -> bool:
    """Whether the first row names the columns: the file says so, or its cells alone are all emphasised."""
    first = rows[0]
    filled = [cell for cell in first if cell]
    if 2 * len(filled) < len(first) or any(words_in(cell) > _MOST_HEADING_WORDS for cell in filled):
        return False
    if all(_BARE_NUMBER.fullmatch(_plain(cell)) for cell in filled[1:]) and len(filled) > 1:
        return False
    is_set_off = all(entry.is_bold for cell in filled for entry in cell) and not all(
        entry.is_bold for row in rows[1:] for cell in row for entry in cell
    )
    return box.has_header or is_set_off


def _pair(row: Row) -> Bullet:
    key, value = _texts(row)
    return Bullet(text=key, body=(value,) if value.plain else ())


def _texts(row: Row) -> tuple[Text, ...]:
    """Return the cells as texts; an empty one takes the line of the cell before it."""
    line = next(entry.number for cell in row for entry in cell)
    texts: list[Text] = []
    for cell in row:
        texts.append(_text(cell) if cell else Text(plain="", first_line=line, last_line=line))
        line = texts[-1].last_line
    return tuple(texts)


def _text(cell: Cell) -> Text:
    if len(cell) == 1:
        return cell[0].as_text()
    return Text(plain=_plain(cell), first_line=cell[0].number, last_line=cell[-1].number)


def _plain(cell: Sequence[Entry]) -> str:
    joined = ""
    for entry in cell:
        glue = " " if joined.endswith((".", ":", ";", ",", "!", "?")) else "; "
        joined += (glue if joined else "") + entry.text.strip()
    return joined
