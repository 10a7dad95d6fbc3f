"""The lines of a page as pieces: the mark of a list item taken off and put to its text, the unreadable set aside."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from flashdeck.domain.pages import Page, PlacedLine, PlacedShape
from flashdeck.extraction.model import NoiseReason

BULLETS: Final = "•◦▪▫‣⁃●○■□▶►▸▹➢➤➔❖❑✓✔∙·–—-*§"
UNREADABLE: Final = "\N{REPLACEMENT CHARACTER}"
_MARKED: Final = re.compile(rf"([{re.escape(BULLETS)}])\s+(?=\S)")
_GLUED: Final = re.compile(r"([•◦▪‣●■▶►▸➢➤])(?=[^\s•◦▪‣●■▶►▸➢➤])")
_NUMBERED: Final = re.compile(r"(\d{1,2})[.)]\s+(?=[^\W\d_]|[\"“‘'(])")
_BARE_NUMBER: Final = re.compile(r"\(?(\d{1,2})[.)]?")
_ARROW: Final = re.compile(r"(?:[-=]{1,3}>|[→⇒➔➜⇨🡪])\s*(?=\w)")
_LONE_MARKS: Final = frozenset(BULLETS + "oqvØü")
_FEWEST_OWN_MARKS: Final = 5
_OWN_MARK_SHARE: Final = 0.7
# In shares of the type size of the text.
_FARTHEST_MARK: Final = 3.0
_SAME_LINE: Final = 0.45
_OVERLAP: Final = 0.2
_FARTHEST_DRAWN: Final = 2.0
_WIDEST_DRAWN: Final = 1.1
_NARROWEST_DRAWN: Final = 0.12
_NEAREST_NUMBER: Final = 0.3
_ASCENT: Final = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A line without its mark.

    Attributes:
        index: place of the text in the page's lines; unique on the page.
        mark: place of a mark that is a line of its own, or None.
        is_item: whether a list item starts here.
        number: of the item, when the list is numbered.
        left: where the mark starts, or the text without one.
        text_left: where the text starts.
    """

    index: int
    text: str
    left: float
    text_left: float
    top: float
    right: float
    bottom: float
    size: float
    is_bold: bool = False
    is_code: bool = False
    color: int = 0
    strong: tuple[tuple[int, int], ...] = ()
    code: tuple[tuple[int, int], ...] = ()
    mark: int | None = None
    is_item: bool = False
    number: int | None = None

    @property
    def baseline(self) -> float:
        """Where its letters stand, from the page's upper edge."""
        return self.bottom - (1 - _ASCENT) * self.size

    @property
    def center(self) -> float:
        """The middle between its left and its right edge."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page in pieces.

    Attributes:
        noise: place of a line in the page -> why it is no knowledge.
    """

    page: Page
    pieces: tuple[Piece, ...]
    noise: dict[int, NoiseReason]


def read_sheet(page: Page, noise: dict[int, NoiseReason], own_marks: frozenset[str] = frozenset()) -> Sheet:
    """Return the pieces of a page.

    Args:
        page: with all its lines.
        noise: lines that are known to be no knowledge.
        own_marks: letters that the deck uses as marks, see `find_own_marks`.
    """
    found = dict(noise)
    kept: list[int] = []
    for index, line in enumerate(page.lines):
        if index in found:
            continue
        reason = _unreadable(line)
        if reason is None:
            kept.append(index)
        else:
            found[index] = reason
    pieces = [_piece(index, page.lines[index]) for index in kept]
    marks = _lone_marks(pieces, own_marks | _LONE_MARKS)
    texts = [piece for piece in pieces if piece.index not in marks]
    joined = _with_marks(texts, [marks[piece.index] for piece in pieces if piece.index in marks])
    joined = _with_drawn_marks(joined, page.shapes)
    used = {piece.mark for piece in joined} | {piece.index for piece in joined}
    found.update({index: NoiseReason.EMPTY for index in marks if index not in used})
    return Sheet(page=page, pieces=tuple(sorted(joined, key=lambda piece: (piece.top, piece.left))), noise=found)


def find_own_marks(pages: Iterable[Page]) -> frozenset[str]:
    """Return the letters that nearly always stand alone before another text: bullets of a font nobody can name."""
    alone: Counter[str] = Counter()
    leading: Counter[str] = Counter()
    for page in pages:
        for line, following in pairwise(page.lines):
            if len(line.text) == 1 and line.text.isalpha() and not line.is_rotated:
                alone[line.text] += 1
                leading[line.text] += _opens(line, following)
    return frozenset(
        letter
        for letter, count in leading.items()
        if count >= _FEWEST_OWN_MARKS and count >= _OWN_MARK_SHARE * alone[letter]
    )


def _opens(line: PlacedLine, following: PlacedLine) -> bool:
    gap = following.left - line.right
    near = _NEAREST_NUMBER * following.font_size < gap < _FARTHEST_DRAWN * following.font_size
    same_line = abs(line.bottom - following.bottom) <= _SAME_LINE * following.font_size
    return near and same_line and line.font_size <= following.font_size and len(following.text) > 1


def _unreadable(line: PlacedLine) -> NoiseReason | None:
    text = line.text.strip()
    if not text.strip(UNREADABLE):
        return NoiseReason.EMPTY
    return NoiseReason.DIAGRAM_LABEL if line.is_rotated else None


def _piece(index: int, line: PlacedLine) -> Piece:
    text = line.text.strip()
    cut = len(line.text) - len(line.text.lstrip())
    match = _MARKED.match(text) or _GLUED.match(text)
    numbered = None if match else _NUMBERED.match(text)
    arrow = _ARROW.match(text)
    start = match.end() if match else numbered.end() if numbered else 0
    body = text[start:]
    width = line.right - line.left
    shift = cut + start
    return Piece(
        index=index,
        text=f"→ {body[arrow.end() :]}" if arrow else body,
        left=line.left,
        text_left=line.left + width * start / max(1, len(text)) if start else line.left,
        top=line.top,
        right=line.right,
        bottom=line.bottom,
        size=max(0.1, line.font_size),
        is_bold=line.is_bold,
        is_code=line.is_code,
        color=line.color,
        strong=() if arrow else _shifted(line.strong, shift, len(body)),
        code=() if arrow else _shifted(line.code, shift, len(body)),
        is_item=start > 0 or arrow is not None,
        number=int(numbered.group(1)) if numbered else None,
    )


def _shifted(ranges: Iterable[tuple[int, int]], shift: int, length: int) -> tuple[tuple[int, int], ...]:
    moved = ((max(0, start - shift), min(length, end - shift)) for start, end in ranges)
    return tuple((start, end) for start, end in moved if start < end)


@dataclass(frozen=True, slots=True)
class _Mark:
    piece: Piece
    number: int | None


def _lone_marks(pieces: Sequence[Piece], marks: frozenset[str]) -> dict[int, _Mark]:
    """Return the pieces that are nothing but the mark of an item."""
    found: dict[int, _Mark] = {}
    columns: dict[int, list[_Mark]] = defaultdict(list)
    for piece in pieces:
        match = _BARE_NUMBER.fullmatch(piece.text)
        if piece.text in marks:
            found[piece.index] = _Mark(piece, None)
        elif match and piece.text.isdigit():
            columns[round(piece.left)].append(_Mark(piece, int(match.group(1))))
        elif match:
            found[piece.index] = _Mark(piece, int(match.group(1)))
    for column in columns.values():
        if _counts(column):
            found.update({mark.piece.index: mark for mark in column})
    return found


def _counts(column: Sequence[_Mark]) -> bool:
    """Whether numbers without a point, below one another, count from one to the next."""
    numbers = [mark.number or 0 for mark in sorted(column, key=lambda mark: mark.piece.top)]
    return len(numbers) > 1 and all(below == above + 1 for above, below in pairwise(numbers))


def _with_marks(texts: Sequence[Piece], marks: Sequence[_Mark]) -> list[Piece]:
    """Return the texts with the marks that stand directly left of them; a number that marks nothing is a text."""
    by_height = sorted(texts, key=lambda piece: piece.baseline)
    heights = [piece.baseline for piece in by_height]
    tallest = max((piece.size for piece in texts), default=0.0)
    owners: dict[int, _Mark] = {}
    loose: list[Piece] = []
    for mark in marks:
        room = _SAME_LINE * max(tallest, mark.piece.size)
        first, end = bisect_left(heights, mark.piece.baseline - room), bisect_right(heights, mark.piece.baseline + room)
        near = (piece for piece in by_height[first:end] if _leads(mark, piece))
        owner = min(near, key=lambda piece: piece.left, default=None)
        if owner is not None and owner.index not in owners and not owner.is_item:
            owners[owner.index] = mark
        elif mark.number is not None:
            loose.append(mark.piece)
    return [_marked(piece, owners.get(piece.index)) for piece in texts] + loose


def _leads(mark: _Mark, piece: Piece) -> bool:
    """Whether a mark belongs to the text; a number without a point needs words on its right, in no smaller type."""
    size = max(piece.size, mark.piece.size)
    gap = piece.left - mark.piece.right
    if abs(mark.piece.baseline - piece.baseline) > _SAME_LINE * size:
        return False
    if not mark.piece.text.isdigit():
        return -_OVERLAP * size <= gap <= _FARTHEST_MARK * size
    is_smaller = mark.piece.size <= piece.size and gap >= _NEAREST_NUMBER * size
    return is_smaller and gap <= _FARTHEST_MARK * size and piece.text[:1].isalpha()


def _marked(piece: Piece, mark: _Mark | None) -> Piece:
    if mark is None:
        return piece
    return replace(piece, left=mark.piece.left, mark=mark.piece.index, is_item=True, number=mark.number)


def _with_drawn_marks(pieces: Sequence[Piece], shapes: Sequence[PlacedShape]) -> list[Piece]:
    """Return the pieces with small drawn shapes directly left of them read as bullets."""
    dots = sorted((shape for shape in shapes if not shape.is_picture), key=_middle)
    heights = [_middle(dot) for dot in dots]
    found: list[Piece] = []
    for piece in pieces:
        near: list[PlacedShape] = []
        if not piece.is_item and any(character.isalpha() for character in piece.text):
            first, end = bisect_left(heights, piece.top), bisect_right(heights, piece.bottom)
            near = [dot for dot in dots[first:end] if _is_drawn_mark(dot, piece)]
        found.append(replace(piece, left=near[0].left, is_item=True) if near else piece)
    return found


def _middle(shape: PlacedShape) -> float:
    return (shape.top + shape.bottom) / 2


def _is_drawn_mark(shape: PlacedShape, piece: Piece) -> bool:
    width, height = shape.right - shape.left, shape.bottom - shape.top
    if not all(_NARROWEST_DRAWN * piece.size <= side <= _WIDEST_DRAWN * piece.size for side in (width, height)):
        return False
    return 0 <= piece.left - shape.right <= _FARTHEST_DRAWN * piece.size
