"""Estimating how much fits a line, to tell the larger type of parents from the smaller type of their children."""

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise, repeat
from typing import Final

from flashdeck.extraction.dialects.page_marks.joining import Chunk

# Advance widths of a common sans serif in thousandths of its size, by class of character.
_NARROW: Final = frozenset("iljtfrI.,:;'’‘|!()[]{}/\\- ")
_WIDE: Final = frozenset("mwMWOQGDNHU@%&")
_NARROW_WIDTH: Final = 290
_WIDE_WIDTH: Final = 720
_MIDDLE_WIDTH: Final = 510
_WIDTHS: Final = {**dict.fromkeys(_NARROW, _NARROW_WIDTH), **dict.fromkeys(_WIDE, _WIDE_WIDTH)}
_TOLERANCE: Final = 1.03
_CERTAIN: Final = 6.0


def width(text: str) -> int:
    """Return the estimated width of the text in thousandths of its type size."""
    return sum(map(_WIDTHS.get, text, repeat(_MIDDLE_WIDTH)))


class LineRoom:
    """What the items of one page tell about the room on its two upper levels."""

    def __init__(self, top: Sequence[Chunk], below: Sequence[Chunk]) -> None:
        self._top = top
        self._below = below

    @cached_property
    def _top_ceiling(self) -> int:
        return min(filter(None, map(_ceiling, self._top)), default=0)

    @cached_property
    def _below_floor(self) -> int:
        return max(map(_floor, self._below), default=0)

    def vote_below(self, item: Chunk) -> float:
        """Return a number above 0 when the item only fits the smaller type, below 0 when only the larger."""
        if self._top_ceiling and _exceeds(item, self._top_ceiling * _TOLERANCE):
            return _CERTAIN
        ceiling = _ceiling(item) if self._below_floor else 0
        if ceiling and ceiling * _TOLERANCE < self._below_floor:
            return -_CERTAIN
        return 0


def _exceeds(item: Chunk, limit: float) -> bool:
    """Whether a line of the item is wider; one of few letters is not, whatever they are."""
    return any(width(line.text) > limit for line in item.lines if _WIDE_WIDTH * len(line.text) > limit)


def _floor(item: Chunk) -> int:
    """Return a width that the item's type does reach."""
    return max([width(line.text) for line in item.lines])


def _ceiling(item: Chunk) -> int:
    """Return a width that the item's type cannot reach (where a line wrapped, its next word did not fit), or 0."""
    if len(item.lines) == 1:
        return 0
    limits = [
        width(line.text) + width(" " + below.text.split(" ", 1)[0])
        for line, below in pairwise(item.lines)
        if line.wraps
    ]
    return min(limits, default=0)
