"""Finding tables: rows of cells that share their columns; diagrams and columns of running text are none."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from flashdeck.domain.pages import Page, PlacedShape
from flashdeck.extraction.dialects.pdf_pages.boxed_tables import find_boxed_tables
from flashdeck.extraction.dialects.pdf_pages.grids import Grid, grid_of
from flashdeck.extraction.dialects.pdf_pages.pieces import Piece
from flashdeck.extraction.dialects.pdf_pages.prose import count_words
from flashdeck.extraction.dialects.pdf_pages.ruled_tables import find_ruled_tables

# In shares of the type size.
_SAME_ROW: Final = 0.35
_SAME_EDGE: Final = 0.8
_ROW_GAP: Final = 3.0
_WIDER_GAP: Final = 0.35
_WIDER_PITCH: Final = 1.3
_FULL_SHARE: Final = 0.75
_BOX_GAP: Final = 1.5
_THIN: Final = 2.5
"""Points that a rule is thick at most."""
_FEWEST_ROWS: Final = 3
_FEWEST_RULED_ROWS: Final = 2
_MOST_KEY_WORDS: Final = 8
_MOST_WRAPPED: Final = 0.3
_TIGHT: Final = 0.5


_Row = list[Piece]


def find_tables(pieces: Sequence[Piece], page: Page) -> list[Grid]:
    """Return the tables of a page, those that are drawn first."""
    found: list[Grid] = []
    left = list(pieces)
    for find in (find_ruled_tables, find_boxed_tables, _aligned):
        found += find(left, page)
        taken = {piece.index for grid in found for piece in grid.pieces}
        left = [piece for piece in pieces if piece.index not in taken]
    return found


def _aligned(pieces: Sequence[Piece], page: Page) -> list[Grid]:
    rows = _rows(pieces)
    rules = [shape for shape in page.shapes if not shape.is_picture and shape.bottom - shape.top <= _THIN]
    boxes = [shape for shape in page.shapes if not shape.is_picture and shape.bottom - shape.top > _THIN]
    grids: list[Grid] = []
    start = 0
    while start < len(rows):
        end, columns = _extent(rows, start)
        grid = _grid(rows[start:end], columns, rules, boxes) if end - start >= _FEWEST_RULED_ROWS else None
        if grid is not None:
            grids.append(grid)
            start = end
        else:
            start += 1
    return grids


def _rows(pieces: Sequence[Piece]) -> list[_Row]:
    rows: list[_Row] = []
    for piece in sorted(pieces, key=lambda piece: (piece.baseline, piece.left)):
        if rows and piece.baseline - rows[-1][0].baseline <= _SAME_ROW * min(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    for row in rows:
        row.sort(key=lambda piece: piece.left)
    return rows


def _extent(rows: Sequence[_Row], start: int) -> tuple[int, list[Piece]]:
    """Return where the rows that share the columns of the row at `start` end, and a cell of each column."""
    columns = rows[start]
    if len(columns) < 2 or any(piece.is_item or piece.is_code for piece in columns):
        return start, []
    end = start + 1
    while end < len(rows):
        row, above = rows[end], rows[end - 1]
        if row[0].top - max(piece.bottom for piece in above) > _ROW_GAP * row[0].size:
            break
        if any(piece.is_item or piece.is_code for piece in row):
            break
        if end == start + 1 and len(row) > len(columns) and _fill_columns(columns, row):
            columns = row  # headings stand over the second column and on; the corner is empty
        elif not _fill_columns(row, columns):
            break
        end += 1
    return end, columns


def _fill_columns(row: Sequence[Piece], columns: Sequence[Piece]) -> bool:
    """Whether every cell of a row stands in a column of its own."""
    found = {_column(piece, columns) for piece in row}
    return None not in found and len(found) == len(row)


def _column(piece: Piece, columns: Sequence[Piece]) -> int | None:
    """Return the column a cell stands in: aligned left, right or at the centre, and not reaching into the next."""
    near = _SAME_EDGE * piece.size
    for index, head in enumerate(columns):
        if min(abs(piece.left - head.left), abs(piece.right - head.right), abs(piece.center - head.center)) <= near:
            following = columns[index + 1] if index + 1 < len(columns) else None
            if following is None or piece.right < following.left + near:
                return index
    return None


def _grid(
    rows: Sequence[_Row], columns: Sequence[Piece], rules: Sequence[PlacedShape], boxes: Sequence[PlacedShape]
) -> Grid | None:
    lines = _rules_between(rows, rules)
    full = [row for row in rows if len(row) > 1]
    is_ruled = len(lines) >= _FEWEST_RULED_ROWS
    if len(full) < (_FEWEST_RULED_ROWS if is_ruled else _FEWEST_ROWS):
        return None
    grouped = _grouped(rows, columns, lines)
    if len(grouped) < _FEWEST_RULED_ROWS or (not is_ruled and _is_running_text(rows, columns)):
        return None
    return None if _is_diagram(full, boxes) else grid_of(grouped)


def _rules_between(rows: Sequence[_Row], rules: Sequence[PlacedShape]) -> list[float]:
    """Return the heights of the rules that run across the rows, from top to bottom."""
    left, right = min(row[0].left for row in rows), max(piece.right for row in rows for piece in row)
    top, bottom = rows[0][0].top, rows[-1][0].bottom
    room = rows[0][0].size
    found = sorted(
        (rule.top + rule.bottom) / 2
        for rule in rules
        if rule.right - rule.left >= (right - left) / 2
        and rule.left < right
        and rule.right > left
        and top - room <= rule.top
        and rule.bottom <= bottom + room
    )
    return [height for index, height in enumerate(found) if index == 0 or height - found[index - 1] > _THIN]


def _grouped(rows: Sequence[_Row], columns: Sequence[Piece], lines: Sequence[float]) -> list[list[list[Piece]]]:
    """Return the rows with wrapped cells joined: by rules, by the wider gaps, or by what opens the first column."""
    keys = sum(_column(row[0], columns) == 0 for row in rows)
    if 2 * (len(lines) - 1) >= keys:
        opens = [_is_parted(above, row, lines) for above, row in pairwise(rows)]
    else:
        opens = _wider_gaps(rows, columns, keys) or _new_keys(rows, columns)
    grouped: list[list[list[Piece]]] = []
    for row, is_new in zip(rows, [True, *opens], strict=True):
        if is_new:
            grouped.append([[] for _ in columns])
        for piece in row:
            column = _column(piece, columns)
            assert column is not None
            grouped[-1][column].append(piece)
    return grouped


def _is_parted(above: _Row, row: _Row, lines: Sequence[float]) -> bool:
    return any(above[0].baseline - above[0].size / 4 < line < row[0].baseline - row[0].size / 4 for line in lines)


def _wider_gaps(rows: Sequence[_Row], columns: Sequence[Piece], keys: int) -> list[bool]:
    """Return where wider gaps part the rows, or nothing when they do not part the first column's cells."""
    pitches = [row[0].baseline - above[0].baseline for above, row in pairwise(rows)]
    least = min((pitch for pitch, row in zip(pitches, rows, strict=False) if pitch >= row[0].size * 0.9), default=0.0)
    opens = [pitch > _WIDER_PITCH * least for pitch in pitches]
    groups: list[bool] = [False]
    for row, is_new in zip(rows, [False, *opens], strict=True):
        if is_new:
            groups.append(False)
        groups[-1] = groups[-1] or _column(row[0], columns) == 0
    return opens if len(groups) >= _FEWEST_RULED_ROWS and all(groups) and 2 * len(groups) >= keys else []


def _new_keys(rows: Sequence[_Row], columns: Sequence[Piece]) -> list[bool]:
    leading = min((row[0].top - above[0].bottom for above, row in pairwise(rows)), default=0.0)
    return [_opens_row(above, row, columns, leading) for above, row in pairwise(rows)]


def _opens_row(above: _Row, row: _Row, columns: Sequence[Piece], leading: float) -> bool:
    gap = row[0].top - above[0].bottom
    if _column(row[0], columns) != 0:
        return len(row) > 1 and gap > leading + 2 * _WIDER_GAP * row[0].size
    return not (gap <= leading + _WIDER_GAP * row[0].size and row[0].text[:1].islower())


def _is_running_text(rows: Sequence[_Row], columns: Sequence[Piece]) -> bool:
    """Whether the columns hold wrapped text side by side: the lines of the first column go on from one another."""
    firsts = [row[0] for row in rows if _column(row[0], columns) == 0]
    tight = sum(row[0].top - above[0].bottom <= _TIGHT * row[0].size for above, row in pairwise(rows))
    if tight == len(rows) - 1 and sum(len(row) == len(columns) for row in rows) < _FULL_SHARE * len(rows):
        return True  # lines set close, as many in each column as its text needs
    wrapped = sum(_goes_on(above, below) for above, below in pairwise(firsts))
    words = sum(count_words(piece.text) for piece in firsts) / max(1, len(firsts))
    return wrapped > _MOST_WRAPPED * len(firsts) or words > _MOST_KEY_WORDS


def _goes_on(above: Piece, below: Piece) -> bool:
    opening = below.text.lstrip("\"“”„‚'‘’(«»")[:1]
    return opening.islower() and below.top - above.bottom <= _TIGHT * below.size


def _is_diagram(rows: Sequence[_Row], boxes: Sequence[PlacedShape]) -> bool:
    """Whether most cells sit in boxes of their own that stand far from the next ones in their row."""
    if not boxes:
        return False
    apart = together = 0
    for row in rows:
        own = [_box_of(piece, boxes) for piece in row]
        for left, right, piece in zip(own, own[1:], row, strict=False):
            if left is None and right is None:
                continue
            if left is right:
                together += 1
            else:
                edge = left.right if left else piece.right
                start = right.left if right else edge
                is_far = start - edge > _BOX_GAP * piece.size or left is None or right is None
                apart += is_far
                together += not is_far
    return apart > together


def _box_of(piece: Piece, boxes: Sequence[PlacedShape]) -> PlacedShape | None:
    around = [
        box
        for box in boxes
        if box.left <= piece.left + 1 and box.right >= piece.right - 1
        and box.top <= piece.baseline - piece.size / 4 <= box.bottom
        and box.bottom - box.top < 8 * piece.size
    ]  # fmt: skip
    return min(around, key=lambda box: (box.right - box.left) * (box.bottom - box.top), default=None)
