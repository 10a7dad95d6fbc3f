"""Tables that rules draw: the cells are what stands between the lines."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from flashdeck.domain.pages import Page, PlacedShape
from flashdeck.extraction.dialects.pdf_pages.grids import Grid, grid_of
from flashdeck.extraction.dialects.pdf_pages.pieces import Piece

# In points.
_THIN: Final = 6.5
_NEAR: Final = 4.0
_LONG: Final = 20.0
_MOST_RULES: Final = 250
"""Rules of a page beyond which they draw a chart."""
_COVERED: Final = 0.5
_FEWEST: Final = 2
_FILLED: Final = 0.5
_MOST_CROSSING: Final = 0.2


@dataclass(slots=True)
class _Frame:
    """Rules that touch one another; grows while they are gathered."""

    left: float
    top: float
    right: float
    bottom: float
    upright: list[PlacedShape]
    level: list[PlacedShape]

    def touches(self, shape: PlacedShape) -> bool:
        return (
            shape.left <= self.right + _NEAR
            and shape.right >= self.left - _NEAR
            and shape.top <= self.bottom + _NEAR
            and shape.bottom >= self.top - _NEAR
        )

    def take(self, other: "_Frame") -> None:
        self.left, self.top = min(self.left, other.left), min(self.top, other.top)
        self.right, self.bottom = max(self.right, other.right), max(self.bottom, other.bottom)
        self.upright += other.upright
        self.level += other.level


def find_ruled_tables(pieces: Sequence[Piece], page: Page) -> list[Grid]:
    """Return the tables of a page whose cells lie between rules."""
    rules = [shape for shape in page.shapes if not shape.is_picture and _is_rule(shape, page)]
    if len(rules) > _MOST_RULES:
        return []
    grids: list[Grid] = []
    for frame in _frames(rules):
        columns = _lines(((rule.left + rule.right) / 2, rule.bottom - rule.top) for rule in frame.upright)
        rows = _lines(((rule.top + rule.bottom) / 2, rule.right - rule.left) for rule in frame.level)
        xs = _inner(columns, frame.left, frame.right, frame.bottom - frame.top)
        ys = _inner(rows, frame.top, frame.bottom, frame.right - frame.left)
        grid = _grid(pieces, frame, xs, ys) if xs and ys else None
        if grid is not None:
            grids.append(grid)
    return grids


def _is_rule(shape: PlacedShape, page: Page) -> bool:
    width, height = shape.right - shape.left, shape.bottom - shape.top
    if width > height:
        return height <= _THIN and _LONG <= width < page.width - _NEAR
    return width <= _THIN <= height < page.height - _NEAR


def _frames(rules: Sequence[PlacedShape]) -> list[_Frame]:
    frames: list[_Frame] = []
    for rule in rules:
        is_upright = rule.bottom - rule.top >= rule.right - rule.left
        joined = _Frame(
            rule.left, rule.top, rule.right, rule.bottom, [rule] if is_upright else [], [] if is_upright else [rule]
        )
        apart: list[_Frame] = []
        for frame in frames:
            if frame.touches(rule):
                joined.take(frame)
            else:
                apart.append(frame)
        frames = [*apart, joined]
    return frames


def _lines(rules: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return where the lines are and how far their pieces reach together; a line may be drawn cell by cell."""
    lines: list[tuple[float, float]] = []
    for place, length in sorted(rules):
        if lines and place - lines[-1][0] <= _NEAR:
            lines[-1] = (lines[-1][0], lines[-1][1] + length)
        else:
            lines.append((place, length))
    return lines


def _inner(lines: Sequence[tuple[float, float]], start: float, end: float, across: float) -> list[float]:
    """Return the lines that part the frame, its edges left out."""
    return [place for place, length in lines if start + _NEAR < place < end - _NEAR and length >= _COVERED * across]


def _grid(pieces: Sequence[Piece], frame: _Frame, xs: Sequence[float], ys: Sequence[float]) -> Grid | None:
    inside = [
        piece
        for piece in pieces
        if frame.left - _NEAR <= piece.text_left
        and piece.right <= frame.right + _NEAR
        and frame.top - _NEAR <= piece.baseline <= frame.bottom + _NEAR
    ]
    rows: list[list[list[Piece]]] = [[[] for _ in range(len(xs) + 1)] for _ in range(len(ys) + 1)]
    crossing = 0
    for piece in inside:
        column = bisect_right(xs, piece.text_left + _NEAR)
        crossing += column < bisect_right(xs, piece.right - _NEAR)
        rows[bisect_right(ys, piece.baseline - piece.size / 3)][column].append(piece)
    for row in rows:
        for cell in row:
            cell.sort(key=lambda piece: (piece.baseline, piece.left))
    filled = [row for row in rows if any(row)]
    cells = sum(bool(cell) for row in filled for cell in row)
    if len(filled) < _FEWEST or cells < _FILLED * len(filled) * (len(xs) + 1):
        return None
    if crossing > _MOST_CROSSING * len(inside):
        return None
    return grid_of(filled)
