"""Tables that are drawn as boxes: text boxes of few words in complete rows and columns."""

from collections.abc import Sequence
from typing import Final

from flashdeck.domain.slide_show import ShapeRole
from flashdeck.extraction.dialects.slide_shows.layout import Box

_MOST_BOXES: Final = 120
_MOST_WORDS: Final = 15
_FEWEST: Final = 3
"""Rows and columns; smaller grids are as often diagrams."""
_ALIGNED: Final = 12.0
"""Points by which boxes of a row or column may be out of line."""


def with_tables(boxes: Sequence[Box]) -> list[Box]:
    """Return the boxes, those that make up a grid as one table whose first row is its header."""
    cells = [box for box in boxes if box.role is ShapeRole.TEXT_BOX and 0 < box.words <= _MOST_WORDS]
    if not _FEWEST * _FEWEST <= len(cells) <= _MOST_BOXES:
        return list(boxes)
    rows = _longest_run(_rows(cells))
    if len(rows) < _FEWEST or any(box.entries[0].is_formula for box in rows[0]):
        return list(boxes)
    used = {id(box) for row in rows for box in row}
    members = [box for row in rows for box in row]
    table = Box(
        role=ShapeRole.TABLE,
        left=min(box.left for box in members),
        top=min(box.top for box in members),
        right=max(box.right for box in members),
        bottom=max(box.bottom for box in members),
        rows=tuple(tuple(box.entries for box in row) for row in rows),
        has_header=True,
        words=sum(box.words for box in members),
    )
    return [*(box for box in boxes if id(box) not in used), table]


def _rows(cells: Sequence[Box]) -> list[list[Box]]:
    """Return the boxes on one height, from left to right, row by row."""
    rows: list[list[Box]] = []
    for box in sorted(cells, key=lambda box: (box.top + box.bottom, box.left)):
        middle = (box.top + box.bottom) / 2
        if rows and abs(middle - (rows[-1][0].top + rows[-1][0].bottom) / 2) <= _ALIGNED / 2:
            rows[-1].append(box)
        else:
            rows.append([box])
    return [sorted(row, key=lambda box: box.left) for row in rows]


def _longest_run(rows: Sequence[list[Box]]) -> list[list[Box]]:
    """Return the most rows below one another whose boxes stand in the same columns."""
    best: list[list[Box]] = []
    run: list[list[Box]] = []
    for row in rows:
        run = [*run, row] if run and _are_aligned(run[-1], row) else [row]
        if len(row) >= _FEWEST and len(run) > len(best):
            best = run
    return best


def _are_aligned(above: Sequence[Box], below: Sequence[Box]) -> bool:
    return len(above) == len(below) and all(
        min(abs(one.left - other.left), abs(one.left + one.right - other.left - other.right) / 2) <= _ALIGNED
        for one, other in zip(above, below, strict=True)
    )
