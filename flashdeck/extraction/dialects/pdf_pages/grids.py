"""What makes cells a table: words in them, keys that differ, a row of headings."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from flashdeck.extraction.dialects.pdf_pages.joining import joined
from flashdeck.extraction.dialects.pdf_pages.pieces import Piece
from flashdeck.extraction.dialects.pdf_pages.prose import count_words

_MOST_CELL_WORDS: Final = 25
_MOST_ALIKE: Final = 0.4
_MOST_HEADING_WORDS: Final = 4

Cells = Sequence[Sequence[Sequence[Piece]]]
"""Rows of cells of lines."""


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


def grid_of(rows: Cells) -> Grid | None:
    """Return the cells as a table, or None when they are numbers, labels that repeat or paragraphs set side by side."""
    cells = [joined(cell) for row in rows for cell in row if cell]
    firsts = [joined(row[0]) for row in rows]
    if not cells or 2 * sum(map(bool, firsts)) < len(firsts):
        return None
    lengths = sorted(map(count_words, cells))
    has_words = 2 * _worded(cells) >= len(cells) or 2 * _worded(firsts) > len(firsts)
    differs = len(cells) - len(set(cells)) <= _MOST_ALIKE * len(cells) or len(set(firsts)) == len(firsts)
    if not has_words or not differs or lengths[len(lengths) // 2] > _MOST_CELL_WORDS:
        return None
    frozen = tuple(tuple(tuple(cell) for cell in row) for row in rows)
    return Grid(rows=frozen, has_header=_has_header(frozen))


def _worded(texts: Sequence[str]) -> int:
    return sum(any(character.isalpha() for character in text) for text in texts)


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
    return all(text and count_words(text) <= _MOST_HEADING_WORDS and not text[0].isdigit() for text in texts)
