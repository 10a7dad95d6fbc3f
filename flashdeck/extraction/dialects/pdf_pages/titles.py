"""Finding the title of a page by its place and size, whatever the order of the file."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from flashdeck.extraction.dialects.pdf_pages.joining import joined
from flashdeck.extraction.dialects.pdf_pages.pieces import Piece, Sheet
from flashdeck.extraction.dialects.pdf_pages.running import weighted_median

_HEAD: Final = 0.35
_BIN: Final = 0.03
_SLOT_SHARE: Final = 0.3
_FEWEST_IN_SLOT: Final = 3
_TIGHT: Final = 0.6
_SAME_SIZE: Final = 0.92
_MOST_LINES: Final = 5
_MOST_WORDS: Final = 25
_LONGEST_NAME: Final = 8
_SLOT_NEAR: Final = 0.06
_SIDE_NEAR: Final = 0.12
_SMALLEST: Final = 0.5
_PROMINENT: Final = 1.15
_LETTER: Final = re.compile(r"[^\W\d_]")
_ALPHANUMERIC: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The title of a page.

    Attributes:
        pieces: its lines; empty when the page has none, or only the bookmarks know it.
        in_slot: whether it stands where the deck keeps its titles.
    """

    title: str = ""
    pieces: tuple[Piece, ...] = ()
    in_slot: bool = False

    @property
    def size(self) -> float:
        """Type size in points, 0 for no lines."""
        return max((piece.size for piece in self.pieces), default=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Slot:
    """Where a deck keeps its titles, in shares of the page."""

    middle: float
    left: float
    center: float
    size: float


def find_heads(sheets: Sequence[Sheet], known: dict[int, str]) -> list[Head]:
    """Return the title of each page; `known` are those the bookmarks tell, by page number."""
    stacks = [list(_stacks(sheet)) for sheet in sheets]
    slot = _find_slot(sheets, stacks)
    heads: list[Head] = []
    for sheet, found in zip(sheets, stacks, strict=True):
        title = known.get(sheet.page.number)
        head = _known_head(found, sheet, title, slot) if title is not None else None
        heads.append(head or _head(found, sheet, slot))
    return heads


def _stacks(sheet: Sheet) -> Iterator[tuple[Piece, ...]]:
    """Yield lines in one type directly below one another, from top to bottom: what could be a wrapped title."""
    taken: set[int] = set()
    for start, piece in enumerate(sheet.pieces):
        if piece.index in taken or piece.is_code or not _LETTER.search(piece.text):
            continue
        stack = [piece]
        for below in sheet.pieces[start + 1 :]:
            if below.top - stack[-1].bottom > _TIGHT * piece.size or len(stack) == _MOST_LINES:
                break
            if below.index not in taken and _goes_on(stack[-1], below):
                stack.append(below)
        taken.update(part.index for part in stack)
        yield tuple(stack)


def _goes_on(above: Piece, below: Piece) -> bool:
    if below.is_item or below.top < above.top + _TIGHT * above.size or not _is_alike(above, below):
        return False
    near = above.size
    return (
        abs(above.text_left - below.left) <= near
        or abs(above.center - below.center) <= near
        or abs(above.right - below.right) <= near / 2
    )


def _is_alike(one: Piece, other: Piece) -> bool:
    return min(one.size, other.size) >= _SAME_SIZE * max(one.size, other.size) and one.color == other.color


def _find_slot(sheets: Sequence[Sheet], stacks: Sequence[Sequence[tuple[Piece, ...]]]) -> _Slot | None:
    places: list[_Slot] = []
    for sheet, found in zip(sheets, stacks, strict=True):
        if found and not found[0][0].is_item and _bottom(found[0]) <= _HEAD * sheet.page.height:
            places.append(_place(found[0], sheet))
    bins = Counter(int(place.middle / _BIN) for place in places)
    if not bins:
        return None
    peak = max(sorted(bins), key=lambda place: bins[place - 1] + 2 * bins[place] + bins[place + 1])
    members = [place for place in places if abs(int(place.middle / _BIN) - peak) <= 1]
    if len(members) < max(_FEWEST_IN_SLOT, _SLOT_SHARE * len(places)):
        return None
    return _Slot(
        middle=median(place.middle for place in members),
        left=median(place.left for place in members),
        center=median(place.center for place in members),
        size=median(place.size for place in members),
    )


def _bottom(stack: Sequence[Piece]) -> float:
    return stack[-1].bottom


def _place(stack: Sequence[Piece], sheet: Sheet) -> _Slot:
    width, height = max(1.0, sheet.page.width), max(1.0, sheet.page.height)
    left, right = min(piece.left for piece in stack), max(piece.right for piece in stack)
    return _Slot(
        middle=(stack[0].top + stack[-1].bottom) / 2 / height,
        left=left / width,
        center=(left + right) / 2 / width,
        size=stack[0].size,
    )


def _known_head(stacks: Sequence[tuple[Piece, ...]], sheet: Sheet, title: str, slot: _Slot | None) -> Head | None:
    """Return the lines that say the title the bookmarks know; a title that is not on the page stands alone."""
    wanted = _letters(title)
    if not wanted:
        return Head()
    for stack in stacks:
        for end in range(len(stack), 0, -1):
            if _letters(" ".join(piece.text for piece in stack[:end])) == wanted:
                return Head(title=joined(stack[:end]), pieces=stack[:end], in_slot=_fits(stack, sheet, slot))
    said = [piece for piece in sheet.pieces if _letters(piece.text) and _letters(piece.text) in wanted]
    if _letters(" ".join(piece.text for piece in said)) == wanted:
        return Head(title=title, pieces=tuple(said))
    return None


def _letters(text: str) -> str:
    return "".join(_ALPHANUMERIC.findall(text.casefold()))


def _fits(stack: Sequence[Piece], sheet: Sheet, slot: _Slot | None) -> bool:
    if slot is None:
        return _bottom(stack) <= _HEAD * sheet.page.height
    place = _place(stack, sheet)
    if place.size < _SMALLEST * slot.size:
        return False
    slack = _SLOT_NEAR + (len(stack) - 1) * 0.5 * place.size / max(1.0, sheet.page.height)
    if abs(place.middle - slot.middle) > slack:
        return False
    return abs(place.left - slot.left) <= _SIDE_NEAR or abs(place.center - slot.center) <= _SIDE_NEAR


def _head(stacks: Sequence[tuple[Piece, ...]], sheet: Sheet, slot: _Slot | None) -> Head:
    possible = [stack for stack in stacks if not stack[0].is_item and _is_short(stack)]
    fitting = [stack for stack in possible if slot and _fits(stack, sheet, slot) and _stands_out(stack, sheet)]
    if fitting:
        best = max(fitting, key=lambda stack: (stack[0].size, -stack[0].top))
        return Head(title=joined(best), pieces=best, in_slot=True)
    possible = [stack for stack in possible if not _is_statement(stack)]
    largest = max(possible, key=lambda stack: (stack[0].size, -stack[0].top), default=None)
    if largest is not None and _is_prominent(largest, sheet):
        return Head(title=joined(largest), pieces=largest)
    return Head()


def _is_short(stack: Sequence[Piece]) -> bool:
    return sum(len(piece.text.split()) for piece in stack) <= _MOST_WORDS


def _is_statement(stack: Sequence[Piece]) -> bool:
    """Whether a line says or announces something; outside the titles' place it is no title."""
    return (
        stack[-1].text.rstrip('”"’»').endswith((".", "。")) and sum(len(p.text.split()) for p in stack) > _LONGEST_NAME
    )


def _stands_out(stack: Sequence[Piece], sheet: Sheet) -> bool:
    """Whether what stands in the titles' place is no body text that starts there."""
    indices = {piece.index for piece in stack}
    below = [piece for piece in sheet.pieces if piece.index not in indices and piece.top >= stack[-1].bottom - 1]
    if not below:
        return True
    nearest = min(below, key=lambda piece: piece.top)
    if not _is_alike(stack[0], nearest) or stack[0].is_bold != nearest.is_bold:
        return True
    return nearest.top - stack[-1].bottom > stack[0].size


def _is_prominent(stack: Sequence[Piece], sheet: Sheet) -> bool:
    """Whether a line outside the titles' place is large enough, and high enough, to be the title."""
    indices = {piece.index for piece in stack}
    weights: Counter[float] = Counter()
    for piece in sheet.pieces:
        if piece.index not in indices:
            weights[piece.size] += len(piece.text)
    if not weights:
        return True
    if any(abs(piece.baseline - stack[0].baseline) <= 1 and piece.index not in indices for piece in sheet.pieces):
        return False  # it shares its row with the other cells of a table
    if stack[0].size < _PROMINENT * weighted_median(weights) or stack[0].size < max(weights):
        return False
    return stack[0].top <= sheet.page.height / 2 or not any(
        piece.is_item and piece.bottom <= stack[0].top for piece in sheet.pieces
    )
