"""Where shapes stand on a slide: boxes, the order of reading, and boxes that head other boxes."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Final

from flashdeck.domain.slide_show import ShapeRole, SlideShape
from flashdeck.extraction.dialects.slide_shows.grids import Row, by_columns, lays_out
from flashdeck.extraction.dialects.slide_shows.texts import Entry, count_words, entries_of

_TOLERANCE: Final = 6.0
"""Points that boxes may overlap and still stand beside or below one another."""
_MOST_CUT: Final = 120
"""Boxes beyond which a slide is a drawing, read from top to bottom; keeps the cost of hostile slides linear."""
_MOST_HEADING_WORDS: Final = 10
_MOST_GAP: Final = 45.0
_FEWEST_ROWS: Final = 2
_LEAST_COVER: Final = 0.6
_VALUE: Final = re.compile(r"[:=]\s*[\d.,]+\s*%?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A shape with its entries.

    Attributes:
        rows: cells of a table.
        has_header: whether the file says that the first row of a table is its header.
        is_layout: whether a table only places text, and is read column by column.
        words: about how many it holds.
        group: number of the group of shapes that it belongs to, 0 for none.
    """

    role: ShapeRole
    left: float
    top: float
    right: float
    bottom: float
    entries: tuple[Entry, ...] = ()
    rows: tuple[Row, ...] = ()
    has_header: bool = False
    is_layout: bool = False
    words: int = 0
    group: int = 0

    @property
    def all_entries(self) -> tuple[Entry, ...]:
        """Its entries, or those of its cells, in the order of reading."""
        if self.is_layout:
            return tuple(entry for cell in by_columns(self.rows) for entry in cell)
        return self.entries or tuple(entry for row in self.rows for cell in row for entry in cell)

    @property
    def is_text(self) -> bool:
        """Whether it holds paragraphs of its own."""
        return self.role in (ShapeRole.BODY, ShapeRole.TEXT_BOX, ShapeRole.SUBTITLE)


def box_of(shape: SlideShape) -> Box:
    """Return a shape as a box; its entries have no numbers yet."""
    entries = entries_of(shape.paragraphs)
    rows = tuple(tuple(entries_of(cell) for cell in row) for row in shape.rows)
    cells = (entry for row in rows for cell in row for entry in cell)
    return Box(
        role=shape.role,
        left=shape.left,
        top=shape.top,
        right=shape.left + max(shape.width, 0.0),
        bottom=shape.top + max(shape.height, 0.0),
        entries=entries,
        rows=rows,
        has_header=shape.has_header,
        is_layout=bool(rows) and lays_out(rows),
        words=sum(count_words(entry.text) for entry in (*entries, *cells)),
        group=shape.group,
    )


def numbered(box: Box, first: int) -> Box:
    """Return the box with its entries numbered on from `first`, in the order of reading."""
    number = count(first)
    if box.entries:
        return replace(box, entries=_numbered(box.entries, number))
    if box.is_layout:
        width = max(len(row) for row in box.rows)
        full = [row + ((),) * (width - len(row)) for row in box.rows]
        columns = [[_numbered(row[column], number) for row in full] for column in range(width)]
        return replace(box, rows=tuple(zip(*columns, strict=True)))
    return replace(box, rows=tuple(tuple(_numbered(cell, number) for cell in row) for row in box.rows))


def _numbered(entries: Sequence[Entry], number: Iterator[int]) -> tuple[Entry, ...]:
    return tuple(replace(entry, number=next(number)) for entry in entries)


def reading_order(boxes: Sequence[Box]) -> list[Box]:
    """Return the boxes as a person reads them: bands from top to bottom, columns within a band from left to right.

    A box that heads another one stands directly before it.
    """
    if len(boxes) > _MOST_CUT:
        return _from_top(boxes)
    ordered = _cut(list(boxes))
    heads = headed(ordered)
    moved = frozenset(heads.values())
    together: list[Box] = []
    for index, box in enumerate(ordered):
        if index not in moved:
            together.extend([ordered[heads[index]], box] if index in heads else [box])
    return together


def _cut(boxes: list[Box]) -> list[Box]:
    if len(boxes) < 2:
        return boxes
    bands = _split(boxes, vertical=True)
    columns = _split(boxes, vertical=False)
    if len(columns) > 1 and (len(bands) == 1 or _are_headed_columns(bands, columns)):
        return [box for column in columns for box in _cut(column)]
    merged = _merge_headed(bands)
    if len(merged) > 1:
        return [box for band in merged for box in _cut(band)]
    return _from_top(boxes)


def _split(boxes: Sequence[Box], *, vertical: bool) -> list[list[Box]]:
    """Cut boxes wherever a line across all of them crosses none."""
    ordered = sorted(boxes, key=lambda box: (box.top, box.left) if vertical else (box.left, box.top))
    parts: list[list[Box]] = []
    end = float("-inf")
    for box in ordered:
        start, stop = (box.top, box.bottom) if vertical else (box.left, box.right)
        if parts and start < end - _TOLERANCE:
            parts[-1].append(box)
        else:
            parts.append([box])
        end = max(end, stop)
    return parts


def _are_headed_columns(bands: Sequence[Sequence[Box]], columns: Sequence[Sequence[Box]]) -> bool:
    """Whether short headings stand side by side over the longer texts of their columns."""
    if len(bands) != 2 or len(bands[0]) != len(columns) or any(len(column) != 2 for column in columns):
        return False
    return all(is_heading(head) for head in bands[0]) and not all(is_heading(body) for body in bands[1])


def _merge_headed(bands: list[list[Box]]) -> list[list[Box]]:
    """Put a band of headings and the band of columns below it together, so that each column is read as a whole."""
    merged: list[list[Box]] = []
    index = 0
    while index < len(bands):
        pair = bands[index : index + 2]
        together = [box for band in pair for box in band]
        if len(pair) == 2 and len(pair[0]) > 1 and _are_headed_columns(pair, _split(together, vertical=False)):
            merged.append(together)
            index += 2
        else:
            merged.append(bands[index])
            index += 1
    return merged


def _from_top(boxes: Sequence[Box]) -> list[Box]:
    return sorted(boxes, key=lambda box: (round(box.top / _TOLERANCE), box.left))


def is_heading(box: Box) -> bool:
    """Whether a box holds nothing but a few words that may head another box."""
    return (
        box.is_text
        and len(box.entries) == 1
        and 0 < box.words <= _MOST_HEADING_WORDS
        and not box.entries[0].is_formula
        and can_head(box.entries[0].text)
    )


def can_head(text: str) -> bool:
    """Whether a short text may head another one: no sentence, no formula, no value (`Score: 3`)."""
    return (
        not text.rstrip().endswith((".", "。", ";", ","))
        and any(character.isalpha() for character in text)
        and _VALUE.search(text) is None
    )


def headed(boxes: Sequence[Box]) -> dict[int, int]:
    """Return, for boxes that have their heading in another box, the index of that box by their own index.

    A heading stands directly above what it heads, in the same group of shapes (a group with several texts is a drawing,
    whose words head nothing outside it), or to its left when several pairs on the slide do.
    """
    if len(boxes) > _MOST_CUT:
        return {}
    heads = [index for index, box in enumerate(boxes) if is_heading(box)]
    bodies = [index for index, box in enumerate(boxes) if _can_be_headed(box)]
    long = [index for index in bodies if not is_heading(boxes[index])]
    sizes = Counter(box.group for box in boxes)
    boxes = [box if sizes[box.group] > 1 else replace(box, group=0) for box in boxes]
    above = _pairs(boxes, heads, long, _is_above)
    taken = frozenset(above.values())
    free = [index for index in heads if index not in taken]
    left = _pairs(boxes, free, [index for index in bodies if index not in above], _is_left)
    found = above | left if len(left) >= _FEWEST_ROWS else above
    return {body: head for body, head in found.items() if head not in found}


def _can_be_headed(box: Box) -> bool:
    return (box.is_text and box.words > 3) or box.role in (ShapeRole.TABLE, ShapeRole.DIAGRAM)


def _pairs(
    boxes: Sequence[Box], heads: Sequence[int], bodies: Sequence[int], stands: Callable[[Box, Box], bool]
) -> dict[int, int]:
    """Pair each body with the nearest box that heads it; a box that would head several heads none."""
    chosen: dict[int, int] = {}
    for body in bodies:
        short = (head for head in heads if boxes[head].words < boxes[body].words)
        fitting = [head for head in short if stands(boxes[head], boxes[body])]
        if fitting:
            chosen[body] = min(fitting, key=lambda head: _distance(boxes[head], boxes[body]))
    counts = Counter(chosen.values())
    return {body: head for body, head in chosen.items() if counts[head] == 1}


def _is_above(head: Box, body: Box) -> bool:
    """Whether a box stands directly above another one, at its left edge or over its middle."""
    cover = min(head.right, body.right) - max(head.left, body.left)
    shift = min(abs(head.left - body.left), abs(head.left + head.right - body.left - body.right) / 2)
    return (
        head.group == body.group
        and -_TOLERANCE <= body.top - head.bottom <= _MOST_GAP
        and shift <= _MOST_GAP
        and cover >= _LEAST_COVER * min(head.right - head.left, body.right - body.left)
        and head.right - head.left <= 1.5 * (body.right - body.left) + _TOLERANCE
    )


def _is_left(head: Box, body: Box) -> bool:
    """Whether a box stands directly to the left of another one, on its height."""
    middle = (head.top + head.bottom) / 2
    return (
        -2 * _TOLERANCE <= body.left - head.right <= _MOST_GAP
        and body.top - _TOLERANCE <= middle <= body.bottom + _TOLERANCE
    )


def _distance(one: Box, other: Box) -> float:
    return abs(other.top - one.bottom) + abs(other.left - one.left)
