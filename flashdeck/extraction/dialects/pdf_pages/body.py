"""What a page holds below its title, as groups; lines that are no knowledge get their reasons."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from flashdeck.extraction.dialects.pdf_pages import content, regions, tables
from flashdeck.extraction.dialects.pdf_pages.content import Form, Passage
from flashdeck.extraction.dialects.pdf_pages.grids import Grid
from flashdeck.extraction.dialects.pdf_pages.joining import Texts, is_unspaced, joined
from flashdeck.extraction.dialects.pdf_pages.pieces import UNREADABLE, Piece, Sheet
from flashdeck.extraction.dialects.pdf_pages.prose import is_formula, is_prose
from flashdeck.extraction.dialects.pdf_pages.regions import Block
from flashdeck.extraction.dialects.pdf_pages.titles import Head
from flashdeck.extraction.model import (
    Block as ContentBlock,
)
from flashdeck.extraction.model import Bullet, BulletList, Code, Group, NoiseReason, Paragraph, Table, Text

_URL: Final = re.compile(r"(?:<?(?:https?://|mailto:|www\.)\S++\s*+)+")
_ENDS_IN_URL: Final = re.compile(r".{0,60}?:?\s(?:https?://|www\.)\S+")
_CREDIT: Final = re.compile(
    r"\(?(?:image|picture|photo|figure|source|credits?|quelle|bild|bildquelle|abbildung|abb\.|foto|fuente|crédit)s?"
    r"(?: (?:source|credits?|courtesy|adapted|taken|by|from|of))*\s?(?:\d+\s?)?:\s?\S"
    r"|\(?(?:image|picture|photo|figure|source|adapted|taken) (?:from|by|courtesy of) \S"
    r"|.{0,80}\b(?:CC[ -]BY\b|CC0\b|Wikimedia Commons|Creative Commons|Getty Images|Shutterstock|Unsplash)"
    r"|(?:©|\(c\)|copyright\b) ?.{0,60}\d{4}",
    re.IGNORECASE,
)
_VERSUS: Final = re.compile(r"vs\.?|versus", re.IGNORECASE)
_NAMES_SIDES: Final = re.compile(
    r"\bvs?\b\.?|\bversus\b|\bcompar(?:ison|ing|ed)\b|\bdifferences? between\b"
    r"|\bvergleich\b|\bgegenüber\b|\bunterschied",
    re.IGNORECASE,
)
_LETTERS: Final = re.compile(r"[^\W\d_]{2}")
_SMALL_CODE: Final = 0.5
_SMALLEST: Final = 0.6
_MAIN_SIZE: Final = 0.85
_MAIN_LEFT: Final = 0.1
_FEWEST_LIST_LINES: Final = 2
_BLANK_LINE: Final = 0.6
_CODE_WIDTH: Final = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A page in the order of reading.

    Attributes:
        parts: blocks and tables.
        noise: place of a line -> why it is no knowledge.
    """

    parts: tuple[Block | Grid, ...]
    noise: dict[int, NoiseReason]

    def pieces(self) -> Iterator[Piece]:
        """Yield the lines of the parts, in the order of reading."""
        for part in self.parts:
            yield from part.pieces


def lay_out(sheet: Sheet, head: Head) -> Layout:
    """Return the parts of a page below its title in the order of reading."""
    titled = {piece.index for piece in head.pieces}
    pieces = [piece for piece in sheet.pieces if piece.index not in titled]
    noise = _line_noise(pieces)
    kept = [piece for piece in pieces if piece.index not in noise]
    grids = tables.find_tables(kept, sheet.page)
    tabled = {piece.index for grid in grids for piece in grid.pieces}
    blocks = regions.cut_blocks([piece for piece in kept if piece.index not in tabled])
    frames = {id(frame): (frame, grid) for grid in grids for frame in [_frame(grid)]}
    ordered = regions.in_reading_order([*blocks, *(frame for frame, _ in frames.values())])
    parts = [frames[id(block)][1] if id(block) in frames else block for block in ordered]
    return Layout(parts=tuple(parts), noise=noise)


def _frame(grid: Grid) -> Block:
    """Return a block that takes the place of a table."""
    frame = Block()
    for piece in grid.pieces:
        frame.add(piece)
    return frame


def _line_noise(pieces: Sequence[Piece]) -> dict[int, NoiseReason]:
    noise: dict[int, NoiseReason] = {}
    for piece in pieces:
        if _URL.fullmatch(piece.text) or (not piece.is_item and _ENDS_IN_URL.fullmatch(piece.text)):
            noise[piece.index] = NoiseReason.LINK_TARGET
        elif _CREDIT.match(piece.text):
            noise[piece.index] = NoiseReason.CREDIT
        elif not any(character.isalnum() for character in piece.text) and not piece.is_code:
            noise[piece.index] = NoiseReason.EMPTY
    return noise


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What a page holds below its title.

    Attributes:
        noise: place of a line -> why it is no knowledge, those of the layout included.
        has_versus: whether a lone `vs.` stands between its groups.
    """

    groups: tuple[Group, ...]
    noise: dict[int, NoiseReason]
    has_versus: bool = False

    def sets_apart(self, title: str) -> bool:
        """Whether the groups are sides of a comparison, below this title."""
        headed = sum(group.heading is not None for group in self.groups)
        if len(self.groups) < 2 or headed == 0:
            return False
        return self.has_versus or (headed > 1 and _NAMES_SIDES.search(title) is not None)


@dataclass(slots=True)
class _Draft:
    """A group that is being filled; `head` are the lines of its heading."""

    heading: Text | None = None
    head: Sequence[Piece] = ()
    blocks: list[ContentBlock] = field(default_factory=list)


def read_body(layout: Layout, head: Head, page_width: float, texts: Texts, body_size: float) -> Body:
    """Return the groups of a page."""
    reader = _BodyReader(layout, head, page_width, texts, body_size)
    reader.read()
    groups = tuple(Group(heading=draft.heading, blocks=tuple(draft.blocks)) for draft in reader.drafts if draft.blocks)
    return Body(groups=groups, noise=layout.noise | reader.noise, has_versus=reader.has_versus)


class _BodyReader:
    """Turns the parts of one page into groups, from the first to the last."""

    def __init__(self, layout: Layout, head: Head, page_width: float, texts: Texts, body_size: float) -> None:
        self._parts = layout.parts
        self._texts = texts
        self._body_size = body_size
        self._main_edge = min((piece.left for piece in head.pieces), default=0.0) + _MAIN_LEFT * page_width
        self._labels = Counter(joined(part.pieces) for part in layout.parts if isinstance(part, Block))
        self.drafts = [_Draft()]
        self.noise: dict[int, NoiseReason] = {}
        self.has_versus = False

    def read(self) -> None:
        for index, part in enumerate(self._parts):
            if isinstance(part, Grid):
                self._take_grid(part)
                continue
            if _VERSUS.fullmatch(joined(part.pieces)):
                self.has_versus = True
                self._drop(part.pieces)
                self.drafts.append(_Draft())
                continue
            self._leave_heading()
            below = self._parts[index + 1] if index + 1 < len(self._parts) else None
            under = _frame(below) if isinstance(below, Grid) else below
            if under is not None and content.heads_block(part, under, is_table=isinstance(below, Grid)):
                self.drafts.append(self._headed(part.pieces))
            else:
                self._take_block(part)
        for draft in self.drafts:
            if not draft.blocks and draft.heading is not None and is_prose(draft.heading.plain):
                draft.blocks.append(Paragraph(text=draft.heading))
                draft.heading = None
            elif not draft.blocks:
                self._drop(draft.head)

    def _headed(self, pieces: Sequence[Piece]) -> _Draft:
        return _Draft(heading=self._texts.of(pieces), head=pieces)

    def _leave_heading(self) -> None:
        last = self.drafts[-1]
        if last.heading is not None and last.blocks:
            self.drafts.append(_Draft())

    def _take_block(self, block: Block) -> None:
        passages = self._readable(content.passages_of(block))
        index = 0
        while index < len(passages):
            passage = passages[index]
            following = passages[index + 1] if index + 1 < len(passages) else None
            if passage.form is Form.ITEM:
                end = _items_end(passages, index)
                self._add(BulletList(items=self._tree(passages[index:end])))
                index = end
                continue
            if passage.form is Form.CODE:
                self._take_code(passage)
            elif content.heads(passage, following):
                self.drafts.append(self._headed(passage.pieces))
            elif content.announces(passage, following):
                end = _items_end(passages, index + 1)
                children = self._tree(passages[index + 1 : end])
                self._add(BulletList(items=(Bullet(text=self._texts.of(passage.pieces), children=children),)))
                index = end
                continue
            else:
                self._take_paragraph(passage, block, len(passages))
            index += 1

    def _readable(self, passages: Sequence[Passage]) -> list[Passage]:
        """Return the passages without formulas that are lost and items without a word."""
        kept: list[Passage] = []
        for passage in passages:
            if any(UNREADABLE in piece.text for piece in passage.pieces):
                self.noise.update({piece.index: NoiseReason.FORMULA for piece in (*passage.pieces, *passage.body)})
            elif passage.form is Form.ITEM and not _LETTERS.search(passage.text) and not is_unspaced(passage.text):
                self._drop((*passage.pieces, *passage.body))
            else:
                kept.append(passage)
        return kept

    def _take_paragraph(self, passage: Passage, block: Block, count: int) -> None:
        text = passage.text
        if self.drafts[-1].blocks and isinstance(self.drafts[-1].blocks[-1], BulletList):
            self._leave_heading()  # what follows the list under a heading speaks of the slide again
        if passage.first.size < _SMALLEST * self._body_size:
            self._drop(passage.pieces)
        elif is_prose(text) and self._labels[text] <= 1:
            self._add(Paragraph(text=self._texts.of(passage.pieces)))
        elif count >= _FEWEST_LIST_LINES and self._is_main(block, passage) and _could_be_item(text):
            self._add(BulletList(items=(Bullet(text=self._texts.of(passage.pieces)),)))
        else:
            self._drop(passage.pieces)

    def _is_main(self, block: Block, passage: Passage) -> bool:
        """Whether a passage is set like running text: at the left edge and no smaller than the deck's text."""
        first = passage.first
        lefts = {round(piece.left / 4) for piece in block.pieces}
        return (
            first.left <= self._main_edge
            and first.size >= _MAIN_SIZE * self._body_size
            and len(lefts) < len(block.pieces)
        )

    def _take_code(self, passage: Passage) -> None:
        if passage.first.size < _SMALL_CODE * self._body_size:
            self.noise.update({piece.index: NoiseReason.CONSOLE for piece in passage.pieces})
            return
        numbers = [self._texts.numbers[piece.index] for piece in passage.pieces]
        self._add(Code(source=_source(passage.pieces), first_line=min(numbers), last_line=max(numbers)))

    def _take_grid(self, grid: Grid) -> None:
        anchor = grid.pieces[0]
        self.noise.update({piece.index: NoiseReason.FORMULA for piece in grid.pieces if UNREADABLE in piece.text})
        rows = [[self._cell(cell) for cell in row] for row in grid.rows]
        if len(rows) == 1 or len(rows[0]) == 1:
            self._add(BulletList(items=tuple(Bullet(text=cell) for row in rows for cell in row if cell)))
            return
        if not grid.has_header and len(rows[0]) == 2:
            self._add(BulletList(items=tuple(_described(row) for row in rows if row[0] or row[1])))
            return
        number = self._texts.numbers[anchor.index]
        filled = tuple(
            tuple(cell or Text(plain="", first_line=number, last_line=number) for cell in row) for row in rows
        )
        self._add(Table(rows=filled, header=filled[0] if grid.has_header else None))

    def _cell(self, pieces: Sequence[Piece]) -> Text | None:
        return self._texts.of(pieces) if pieces and not any(UNREADABLE in piece.text for piece in pieces) else None

    def _tree(self, items: Sequence[Passage]) -> tuple[Bullet, ...]:
        top: list[Bullet] = []
        index = 0
        while index < len(items):
            end = index + 1
            while end < len(items) and items[end].level > items[index].level:
                end += 1
            item = items[index]
            top.append(
                Bullet(
                    text=self._texts.of(item.pieces),
                    children=self._tree(items[index + 1 : end]),
                    body=(self._texts.of(item.body),) if item.body else (),
                    number=item.first.number,
                )
            )
            index = end
        return tuple(top)

    def _add(self, block: ContentBlock) -> None:
        blocks = self.drafts[-1].blocks
        if isinstance(block, BulletList) and blocks and isinstance(blocks[-1], BulletList):
            blocks[-1] = BulletList(items=(*blocks[-1].items, *block.items))
        else:
            blocks.append(block)

    def _drop(self, pieces: Iterable[Piece]) -> None:
        self.noise.update(
            {
                piece.index: NoiseReason.FORMULA if is_formula(piece.text) else NoiseReason.DIAGRAM_LABEL
                for piece in pieces
            }
        )


def _could_be_item(text: str) -> bool:
    return _LETTERS.search(text) is not None and not text.endswith(":") and not is_formula(text)


def _items_end(passages: Sequence[Passage], start: int) -> int:
    end = start
    while end < len(passages) and passages[end].form is Form.ITEM:
        end += 1
    return end


def _described(row: Sequence[Text | None]) -> Bullet:
    """Return a row of two cells without a header as a term with its description."""
    term, description = row
    if term is None:
        assert description is not None
        return Bullet(text=description)
    return Bullet(text=term, body=(description,) if description else ())


def _source(pieces: Sequence[Piece]) -> str:
    """Return program text with the indentation and the blank lines that the places of its lines show."""
    left = min(piece.left for piece in pieces)
    lines: list[str] = []
    above: Piece | None = None
    gaps = [below.top - upper.bottom for upper, below in pairwise(pieces)]
    leading = min(gaps, default=0.0)
    for piece in pieces:
        if above is not None and piece.top - above.bottom > leading + _BLANK_LINE * piece.size:
            lines.append("")
        lines.append(" " * round((piece.left - left) / (_CODE_WIDTH * piece.size)) + piece.text)
        above = piece
    return "\n".join(lines)
