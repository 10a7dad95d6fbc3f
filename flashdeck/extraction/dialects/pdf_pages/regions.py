"""Lines to blocks: what stands below one another in one column belongs together, columns are never read across."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from flashdeck.extraction.dialects.pdf_pages.pieces import Piece

# In shares of the type size.
_PLAIN_GAP: Final = 1.0
_ITEM_GAP: Final = 4.0
_AFTER_ITEM_GAP: Final = 1.0
_CODE_GAP: Final = 2.5
_LEAD_IN_GAP: Final = 2.2
_SAME_EDGE: Final = 0.6
_DEEPEST: Final = 9.0
_OUTDENT: Final = 0.6
_OVERLAP: Final = 0.35
_SAME_SIZE: Final = 0.75
_NESTED_SIZE: Final = 0.55
_MOST_BLOCKS: Final = 250
_COLUMN_GAP: Final = 8.0
"""Points between columns, at least."""


@dataclass(slots=True)
class Block:
    """Lines of one column, from top to bottom; grows while the page is read."""

    pieces: list[Piece] = field(default_factory=list)
    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    has_items: bool = False
    """Whether a list item starts in it."""

    def add(self, piece: Piece) -> None:
        """Append a line."""
        if not self.pieces:
            self.left, self.top, self.right, self.bottom = piece.left, piece.top, piece.right, piece.bottom
        self.pieces.append(piece)
        self.has_items = self.has_items or piece.is_item
        self.left, self.right = min(self.left, piece.left), max(self.right, piece.right)
        self.top, self.bottom = min(self.top, piece.top), max(self.bottom, piece.bottom)


def cut_blocks(pieces: Sequence[Piece]) -> list[Block]:
    """Return the lines in blocks, each with what stands below one another in one column."""
    open_blocks: list[Block] = []
    blocks: list[Block] = []
    for piece in sorted(pieces, key=lambda piece: (piece.baseline, piece.left)):
        open_blocks = [block for block in open_blocks if piece.top - block.bottom <= _ITEM_GAP * 2 * piece.size]
        above = [block for block in open_blocks if _is_above(block, piece)]
        nearest = max(above, key=lambda block: block.bottom, default=None)
        owner = next((block for block in _by_nearness(above) if _takes(block, piece)), None)
        if owner is None or (nearest is not owner and nearest is not None and _is_between(nearest, owner)):
            owner = Block()
            blocks.append(owner)
            open_blocks.append(owner)
        owner.add(piece)
    return blocks


def _by_nearness(blocks: Sequence[Block]) -> list[Block]:
    return sorted(blocks, key=lambda block: -block.bottom)


def _is_above(block: Block, piece: Piece) -> bool:
    last = block.pieces[-1]
    if piece.baseline < last.baseline + _OVERLAP * min(last.size, piece.size):
        return False
    return min(block.right, piece.right) - max(block.left, piece.left) > 0 or abs(block.left - piece.left) <= piece.size


def _is_between(nearest: Block, owner: Block) -> bool:
    """Whether another block has come between the last line of a block and the next line."""
    return nearest.top >= owner.bottom - 1 and min(nearest.right, owner.right) - max(nearest.left, owner.left) > 0


def _takes(block: Block, piece: Piece) -> bool:
    last = block.pieces[-1]
    gap = piece.top - last.bottom
    if piece.is_item:
        return _takes_item(block, last, piece, gap)
    if piece.is_code or last.is_code:
        return piece.is_code and last.is_code and gap <= _CODE_GAP * piece.size
    if not _is_size_kin(last, piece, _SAME_SIZE):
        return False
    if block.has_items:
        hangs = abs(piece.left - last.text_left) <= _SAME_EDGE * piece.size or _stands_in(block, piece)
        return hangs and gap <= _AFTER_ITEM_GAP * piece.size
    return gap <= _PLAIN_GAP * piece.size and _is_aligned(block, last, piece)


def _takes_item(block: Block, last: Piece, piece: Piece, gap: float) -> bool:
    size = max(piece.size, last.size)
    if block.has_items:
        inside = block.left - _OUTDENT * size <= piece.left <= block.left + _DEEPEST * size
        return inside and gap <= _ITEM_GAP * size and _is_size_kin(last, piece, _NESTED_SIZE)
    leads_in = block.left - _OUTDENT * size <= piece.left <= block.left + _DEEPEST * size
    return leads_in and gap <= _LEAD_IN_GAP * size and _is_size_kin(last, piece, _NESTED_SIZE)


def _stands_in(block: Block, piece: Piece) -> bool:
    """Whether a line without a mark stands in a list, at the list's edge or below an item's text."""
    return block.left - _OUTDENT * piece.size <= piece.left <= block.left + _DEEPEST * piece.size


def _is_aligned(block: Block, last: Piece, piece: Piece) -> bool:
    near = _SAME_EDGE * max(piece.size, last.size)
    return (
        abs(piece.left - block.left) <= near
        or abs(piece.left - last.left) <= near
        or abs(piece.center - last.center) <= near
        or abs(piece.right - last.right) <= near / 2
    )


def _is_size_kin(one: Piece, other: Piece, share: float) -> bool:
    return min(one.size, other.size) >= share * max(one.size, other.size)


def in_reading_order(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks as they are read: columns from top to bottom, one after the other."""
    if len(blocks) > _MOST_BLOCKS:
        return sorted(blocks, key=lambda block: (block.top, block.left))
    ordered: list[Block] = []
    waiting = [list(blocks)] if blocks else []
    while waiting:
        region = waiting.pop()
        if len(region) == 1:
            ordered.append(region[0])
            continue
        parts = _columns(region) or _bands(region)
        if parts:
            waiting.extend(reversed(parts))
        else:
            ordered.extend(sorted(region, key=lambda block: (block.top, block.left)))
    return ordered


def _columns(region: Sequence[Block]) -> list[list[Block]]:
    """Cut at the widest vertical gap; nothing when there is none or a part would be above the other."""
    cuts = _cuts(sorted((block.left, block.right) for block in region), _COLUMN_GAP)
    for cut in sorted(cuts, key=lambda cut: cut[0] - cut[1]):
        middle = (cut[0] + cut[1]) / 2
        left = [block for block in region if block.right <= middle]
        right = [block for block in region if block.right > middle]
        # a block may end left of where it starts: its mark was drawn behind its words
        if left and right and _side_by_side(left, right):
            return [left, right]
    return []


def _side_by_side(left: Sequence[Block], right: Sequence[Block]) -> bool:
    top = max(min(block.top for block in left), min(block.top for block in right))
    bottom = min(max(block.bottom for block in left), max(block.bottom for block in right))
    return bottom > top


def _bands(region: Sequence[Block]) -> list[list[Block]]:
    """Cut at the widest horizontal gap, however narrow."""
    cuts = _cuts(sorted((block.top, block.bottom) for block in region), 0.0)
    if not cuts:
        return []
    widest = max(cuts, key=lambda cut: cut[1] - cut[0])
    middle = (widest[0] + widest[1]) / 2
    return [[block for block in region if block.bottom <= middle], [block for block in region if block.bottom > middle]]


def _cuts(spans: Sequence[tuple[float, float]], at_least: float) -> list[tuple[float, float]]:
    """Return the gaps that no span reaches into; spans come sorted."""
    found: list[tuple[float, float]] = []
    reached = spans[0][1]
    for start, end in spans[1:]:
        if start - reached > at_least:
            found.append((reached, start))
        reached = max(reached, end)
    return found
