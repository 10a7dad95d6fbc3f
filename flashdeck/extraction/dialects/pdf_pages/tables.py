"""Finding tables: rows of cells that share their columns; diagrams and columns of running text are none."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from flashdeck.domain.pages import Page, PlacedShape
from flashdeck.extraction.dialects.pdf_pages.joining import joined
from flashdeck.extraction.dialects.pdf_pages.pieces import Piece
from flashdeck.extraction.dialects.pdf_pages.prose import count_words

# In shares of the type size.
_SAME_ROW: Final = 0.35
_SAME_EDGE: Final = 0.8
_CELL_GAP: Final = 0.8
_ROW_GAP: Final = 3.0
_WIDER_GAP: Final = 0.35
_BOX_GAP: Final = 1.5
_THIN: Final = 2.5
"""Points that a rule is thick at most."""
_FEWEST_ROWS: Final = 3
_FEWEST_RULED_ROWS: Final = 2
_MOST_CELL_WORDS: Final = 25
_MOST_KEY_WORDS: Final = 8
_MOST_ALIKE: Final = 0.4
_MOST_WRAPPED: Final = 0.3
_TIGHT: Final = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table in pieces.

    Attributes:
        rows: cells, each the lines it holds; every row has as many cells as there are columns.
        has_header: whether the first row names the columns.
    """

    rows: tuple[tuple[tuple[Piece, ...], ...], ...]
    has_header: bool

    @property
    def pieces(self) -> list[Piece]:
        """All lines of the table."""
        return [piece for row in self.rows for cell in row for piece in cell]


_Row = list[Piece]


def find_grids(pieces: Sequence[Piece], page: Page) -> list[Grid]:
    """Return the tables of a page."""
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
        if any(piece.is_item or piece.is_code or _column(piece, columns) is None for piece in row):
            break
        if len({_column(piece, columns) for piece in row}) < len(row):
            break
        end += 1
    return end, columns


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
    if not _has_cells_of_words(grouped) or _is_diagram(full, boxes):
        return None
    cells = tuple(tuple(tuple(cell) for cell in row) for row in grouped)
    return Grid(rows=cells, has_header=_has_header(cells))


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
    """Return the rows with wrapped cells joined: by the rules between them, else by what stands in the first column."""
    leading = min((below[0].top - above[0].bottom for above, below in pairwise(rows)), default=0.0)
    grouped: list[list[list[Piece]]] = []
    for index, row in enumerate(rows):
        if index == 0 or _opens_row(rows[index - 1], row, columns, lines, leading):
            grouped.append([[] for _ in columns])
        for piece in row:
            column = _column(piece, columns)
            assert column is not None
            grouped[-1][column].append(piece)
    return grouped


def _opens_row(above: _Row, row: _Row, columns: Sequence[Piece], lines: Sequence[float], leading: float) -> bool:
    middle_above = above[0].baseline - above[0].size / 4
    middle = row[0].baseline - row[0].size / 4
    if lines and lines[0] < middle and middle_above < lines[-1]:
        return any(middle_above < line < middle for line in lines)
    if _column(row[0], columns) != 0:
        return row[0].top - above[0].bottom > leading + 2 * _WIDER_GAP * row[0].size and len(row) > 1
    is_close = row[0].top - above[0].bottom <= leading + _WIDER_GAP * row[0].size
    return not (is_close and row[0].text[:1].islower())


def _is_running_text(rows: Sequence[_Row], columns: Sequence[Piece]) -> bool:
    """Whether the columns hold wrapped text side by side: the lines of the first column go on from one another."""
    firsts = [row[0] for row in rows if _column(row[0], columns) == 0]
    wrapped = sum(_goes_on(above, below) for above, below in pairwise(firsts))
    words = sum(count_words(piece.text) for piece in firsts) / max(1, len(firsts))
    return wrapped > _MOST_WRAPPED * len(firsts) or words > _MOST_KEY_WORDS


def _goes_on(above: Piece, below: Piece) -> bool:
    opening = below.text.lstrip("\"“”„‚'‘’(«»")[:1]
    return opening.islower() and below.top - above.bottom <= _TIGHT * below.size


def _has_cells_of_words(grouped: Sequence[Sequence[Sequence[Piece]]]) -> bool:
    cells = [joined(cell) for row in grouped for cell in row if cell]
    worded = sum(any(character.isalpha() for character in cell) for cell in cells)
    lengths = sorted(map(count_words, cells))
    firsts = [joined(row[0]) for row in grouped]
    alike = len(cells) - len(set(cells))
    return (
        2 * worded >= len(cells)
        and lengths[len(lengths) // 2] <= _MOST_CELL_WORDS
        and sum(map(bool, firsts)) * 2 >= len(firsts)
        and (alike <= _MOST_ALIKE * len(cells) or len(set(firsts)) == len(firsts))
    )


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


def _has_header(rows: Sequence[Sequence[Sequence[Piece]]]) -> bool:
    """Whether the first row is set apart from the others, or names columns over an empty corner."""
    head = [cell[0] for cell in rows[0] if cell]
    body = [cell[0] for row in rows[1:] for cell in row[1:] if cell]
    if not body or len(head) < 2:
        return False
    is_bold = all(piece.is_bold for piece in head) and not all(piece.is_bold for piece in body)
    colors = Counter(piece.color for piece in body)
    is_colored = all(piece.color != colors.most_common(1)[0][0] for piece in head[1:])
    return is_bold or is_colored or not rows[0][0] or (len(rows[0]) > 2 and _is_short(rows[0]))


def _is_short(cells: Sequence[Sequence[Piece]]) -> bool:
    texts = [joined(cell) for cell in cells]
    return all(text and count_words(text) <= 4 and not text[0].isdigit() for text in texts)
