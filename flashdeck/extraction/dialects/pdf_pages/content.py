"""Blocks to content: paragraphs, headings, lists with their levels, program text; what is none of these is a label."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import pairwise
from typing import Final

from flashdeck.extraction.dialects.pdf_pages.joining import joined
from flashdeck.extraction.dialects.pdf_pages.pieces import Piece
from flashdeck.extraction.dialects.pdf_pages.prose import count_words, ends_sentence
from flashdeck.extraction.dialects.pdf_pages.regions import Block

# In shares of the type size.
_SAME_EDGE: Final = 0.6
_HANGS: Final = 0.3
_WIDER_GAP: Final = 0.4
_CLOSE: Final = 0.9
_WIDER_PITCH: Final = 1.1
_SPACE: Final = 0.25
_SAME_SIZE: Final = 0.92
_LEVEL_STEP: Final = 0.4
_PROGRAM: Final = re.compile(r"\w_\w|\w\(.{0,200}\)|[{};]|[=!]=|^\W*(?:if|for|while|def|class) .*:$")
_MOST_HEADING_WORDS: Final = 8
_MOST_QUESTION_WORDS: Final = 14


class Form(Enum):
    """What a passage of a block is."""

    PARAGRAPH = auto()
    ITEM = auto()
    CODE = auto()


@dataclass(slots=True)
class Passage:
    """Lines that make one paragraph, list item or program text; grows while its block is read.

    Attributes:
        body: lines below an item that are neither its wrapped text nor an item.
        level: depth of an item, 0 outermost.
    """

    form: Form
    pieces: list[Piece]
    body: list[Piece] = field(default_factory=list)
    level: int = 0

    @property
    def text(self) -> str:
        """Its lines as one, as far as that goes without the deck's words."""
        return joined(self.pieces)

    @property
    def first(self) -> Piece:
        """Its first line."""
        return self.pieces[0]


def passages_of(block: Block) -> list[Passage]:
    """Return the passages of a block, from top to bottom, items with their levels."""
    reader = _Reader(block)
    for piece in block.pieces:
        reader.take(piece)
    _set_levels(reader.passages)
    return reader.passages


class _Reader:
    def __init__(self, block: Block) -> None:
        self._right = block.right
        pairs = list(pairwise(block.pieces))
        self._leading = min((gap for gap in map(_gap, pairs) if gap > -block.pieces[0].size), default=0.0)
        self._pitch = min((_pitch(pair) for pair in pairs if _pitch(pair) > 0), default=0.0)
        self.passages: list[Passage] = []

    def take(self, piece: Piece) -> None:
        last = self.passages[-1] if self.passages else None
        if piece.is_item:
            self.passages.append(Passage(Form.ITEM, [piece]))
        elif piece.is_code and (last is None or last.form is not Form.ITEM):
            if last is None or last.form is not Form.CODE:
                self.passages.append(Passage(Form.CODE, []))
            self.passages[-1].pieces.append(piece)
        elif last is None or last.form is Form.CODE:
            self.passages.append(Passage(Form.PARAGRAPH, [piece]))
        elif last.form is Form.ITEM:
            self._take_below_item(last, piece)
        elif self._starts_paragraph(last, piece):
            self.passages.append(Passage(Form.PARAGRAPH, [piece]))
        else:
            last.pieces.append(piece)

    def _take_below_item(self, item: Passage, piece: Piece) -> None:
        above = (item.body or item.pieces)[-1]
        gap = piece.top - above.bottom
        hangs = piece.left > item.first.left + _HANGS * piece.size
        is_close = _is_alike(above, piece) and gap <= max(self._leading, 0) + _WIDER_GAP * piece.size
        if is_close and not item.body and (piece.text[:1].islower() or not self._fits(above, piece)):
            item.pieces.append(piece)
        elif not hangs and abs(piece.left - item.first.text_left) > _SAME_EDGE * piece.size:
            self.passages.append(Passage(Form.PARAGRAPH, [piece]))
        elif not item.body and is_close:
            item.pieces.append(piece)
        else:
            item.body.append(piece)

    def _fits(self, above: Piece, piece: Piece) -> bool:
        """Whether the first word of a line would have fitted the line above: the break between them is meant."""
        word = piece.text.split(" ", 1)[0]
        width = (piece.right - piece.left) * len(word) / max(1, len(piece.text))
        return above.right + _SPACE * piece.size + width <= self._right

    def _starts_paragraph(self, passage: Passage, piece: Piece) -> bool:
        above = passage.pieces[-1]
        if piece.top - above.bottom > self._leading + _WIDER_GAP * piece.size:
            return True
        if not _is_alike(above, piece) or (above.color != piece.color and above.text.endswith((":", ".", "!", "?"))):
            return True
        opens = piece.text[:1].isupper() or not piece.text[:1].isalpha()
        if opens and _pitch((above, piece)) > _WIDER_PITCH * self._pitch:
            return True
        return self._fits(above, piece) and (opens or above.text.endswith((":", ".", "!", "?", "。")))


def _gap(pair: tuple[Piece, Piece]) -> float:
    return pair[1].top - pair[0].bottom


def _pitch(pair: tuple[Piece, Piece]) -> float:
    """Return how far one line stands below the other, in shares of the type size."""
    return (pair[1].baseline - pair[0].baseline) / max(pair[0].size, pair[1].size)


def _is_alike(above: Piece, below: Piece) -> bool:
    same_size = min(above.size, below.size) >= _SAME_SIZE * max(above.size, below.size)
    return same_size and (above.is_bold == below.is_bold or bool(above.strong or below.strong))


def _set_levels(passages: Sequence[Passage]) -> None:
    """Give the items of each list their depth, by where their marks stand."""
    edges: list[float] = []
    for passage in passages:
        if passage.form is not Form.ITEM:
            edges = []
            continue
        step = _LEVEL_STEP * passage.first.size
        while len(edges) > 1 and edges[-1] > passage.first.left + step:
            edges.pop()
        if not edges or passage.first.left > edges[-1] + step:
            edges.append(passage.first.left)
        passage.level = len(edges) - 1


def heads(passage: Passage, following: Passage | None) -> bool:
    """Whether a paragraph names what follows it: a list, or text in a plainer type."""
    if passage.form is not Form.PARAGRAPH or following is None:
        return False
    text = passage.text
    words = count_words(text)
    if text.endswith("?") and following.form is Form.ITEM:
        return words <= _MOST_QUESTION_WORDS
    if words > _MOST_HEADING_WORDS or (ends_sentence(text) and not text.endswith("?")) or not _is_name(text):
        return False
    if following.form is Form.ITEM:
        return True
    if following.first.text[:1].islower() and not text.endswith(":"):
        return False
    return _is_set_off(passage.first, following.first) or text.endswith(":")


def _is_name(text: str) -> bool:
    """Whether a text can name something: no program text and no lone small word between two items."""
    return _PROGRAM.search(text) is None and (" " in text or not text.islower())


def announces(passage: Passage, following: Passage | None) -> bool:
    """Whether a paragraph is a clause that the list below it completes."""
    return (
        passage.form is Form.PARAGRAPH
        and following is not None
        and following.form is Form.ITEM
        and passage.text.rstrip().endswith((":", "…", "..."))
    )


def _is_set_off(one: Piece, other: Piece) -> bool:
    is_larger = other.size < _SAME_SIZE * one.size
    return is_larger or (one.is_bold and not other.is_bold) or (one.color != other.color and one.size >= other.size)


def heads_block(block: Block, below: Block, *, is_table: bool = False) -> bool:
    """Whether a block of one short line stands as a heading over another."""
    if block.has_items or len(block.pieces) > 2 or not below.pieces:
        return False
    head, first = block.pieces[0], below.pieces[0]
    text = joined(block.pieces)
    if count_words(text) > _MOST_HEADING_WORDS or ends_sentence(text) or not _is_name(text):
        return False
    gap = below.top - block.bottom
    overlap = min(block.right, below.right) - max(block.left, below.left)
    if (
        not -_HANGS * head.size <= gap <= 3 * head.size
        or overlap < _CLOSE * min(head.right - head.left, below.right - below.left) / 2
    ):
        return False
    if head.size < _SAME_SIZE * first.size:
        return False
    return is_table or below.has_items or _is_set_off(head, first) or text.endswith(":")
