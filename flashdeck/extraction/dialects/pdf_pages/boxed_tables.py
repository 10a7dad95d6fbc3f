"""Tables and lists drawn as boxes that touch one another; boxes that stand apart are the nodes of a diagram."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from flashdeck.domain.pages import Page, PlacedShape
from flashdeck.extraction.dialects.pdf_pages.grids import Grid, grid_of
from flashdeck.extraction.dialects.pdf_pages.joining import joined
from flashdeck.extraction.dialects.pdf_pages.pieces import Piece
from flashdeck.extraction.dialects.pdf_pages.prose import count_words

# In points.
_THICK: Final = 8.0
_TOUCH: Final = 8.0
_SAME_EDGE: Final = 6.0
_MOST_BOXES: Final = 400
_TALLEST: Final = 0.4
"""Share of the page's height that a cell has at most."""
_MOST_TALLER: Final = 1.5
_FEWEST_ROWS: Final = 2
_FEWEST_STACKED: Final = 3
_WIDE: Final = 0.3
_FEWEST_WORDS: Final = 3.0
"""Words that the boxes of a list have on average; a diagram's have fewer."""


@dataclass(slots=True)
class _Cell:
    """A box with the lines in it; they are added one by one."""

    box: PlacedShape
    pieces: list[Piece] = field(default_factory=list)


_Row = list[_Cell]


def find_boxed_tables(pieces: Sequence[Piece], page: Page) -> list[Grid]:
    """Return the tables, rows and stacks of boxes of a page; a row or a stack is a table of one row or column."""
    cells = _cells(pieces, page)
    rows = [row for row in _rows(cells) if len(row) > 1]
    tables = [
        (grid, stacked)
        for stacked in _stacked(rows)
        if _says_something(stacked) and (len(stacked) >= _FEWEST_ROWS or _is_wide(stacked, page))
        if (grid := grid_of([[cell.pieces for cell in row] for row in stacked])) is not None
    ]
    taken = {id(cell) for _, stacked in tables for row in stacked for cell in row}
    stacks = [
        Grid(rows=tuple((tuple(cell.pieces),) for [cell] in stacked), has_header=False)
        for stacked in _stacked([[cell] for cell in cells if id(cell) not in taken])
        if len(stacked) >= _FEWEST_STACKED and _says_something(stacked) and _is_wide(stacked, page)
    ]
    return [*(grid for grid, _ in tables), *stacks]


def _cells(pieces: Sequence[Piece], page: Page) -> list[_Cell]:
    boxes = [
        _Cell(shape)
        for shape in page.shapes
        if not shape.is_picture
        and shape.right - shape.left > _THICK
        and _THICK < shape.bottom - shape.top <= _TALLEST * page.height
    ]
    if not 1 < len(boxes) <= _MOST_BOXES:
        return []
    boxes.sort(key=lambda cell: (cell.box.right - cell.box.left) * (cell.box.bottom - cell.box.top))
    for piece in pieces:
        owner = next((cell for cell in boxes if _holds(cell.box, piece)), None)
        if owner is not None:
            owner.pieces.append(piece)
    filled = [cell for cell in boxes if cell.pieces and not any(piece.is_code for piece in cell.pieces)]
    for cell in filled:
        cell.pieces.sort(key=lambda piece: (piece.baseline, piece.left))
    return sorted(filled, key=lambda cell: (cell.box.top, cell.box.left))


def _holds(box: PlacedShape, piece: Piece) -> bool:
    middle = piece.baseline - piece.size / 4
    return box.left <= piece.text_left + 1 and piece.right <= box.right + 1 and box.top <= middle <= box.bottom


def _rows(cells: Sequence[_Cell]) -> Iterator[_Row]:
    """Yield the boxes that stand side by side and touch."""
    waiting = list(cells)
    while waiting:
        row = [waiting.pop(0)]
        for cell in sorted(waiting, key=lambda cell: cell.box.left):
            last = row[-1].box
            if abs(cell.box.left - last.right) <= _TOUCH and _is_level(last, cell.box):
                row.append(cell)
        members = {id(cell) for cell in row}
        waiting = [cell for cell in waiting if id(cell) not in members]
        yield row


def _is_level(one: PlacedShape, other: PlacedShape) -> bool:
    overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
    return overlap >= 0.6 * min(one.bottom - one.top, other.bottom - other.top)


def _stacked(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """Yield the rows that stand close below one another with the same edges."""
    open_stacks: list[list[_Row]] = []
    for row in rows:
        fitting = next((stack for stack in open_stacks if _goes_below(stack[-1], row)), None)
        if fitting is None:
            open_stacks.append([row])
        else:
            fitting.append(row)
    yield from open_stacks


def _goes_below(above: _Row, row: _Row) -> bool:
    if len(above) != len(row):
        return False
    gap = row[0].box.top - above[0].box.bottom
    edges = [
        (upper.box.left - lower.box.left, upper.box.right - lower.box.right)
        for upper, lower in zip(above, row, strict=True)
    ]
    heights = [rows[0].box.bottom - rows[0].box.top for rows in (above, row)]
    if len(row) == 1 and max(heights) > _MOST_TALLER * min(heights):
        return False
    near = all(abs(left) <= _SAME_EDGE and abs(right) <= _SAME_EDGE for left, right in edges)
    return near and -_TOUCH <= gap <= max(_TOUCH, 0.6 * (row[0].box.bottom - row[0].box.top))


def _says_something(rows: Sequence[_Row]) -> bool:
    texts = [joined(cell.pieces) for row in rows for cell in row]
    return len(set(texts)) == len(texts) and sum(map(count_words, texts)) >= _FEWEST_WORDS * len(texts)


def _is_wide(rows: Sequence[_Row], page: Page) -> bool:
    return rows[0][-1].box.right - rows[0][0].box.left >= _WIDE * page.width
