"""Turning the chunks of a page into groups of blocks, and saying why the rest is no knowledge."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from flashdeck.extraction.dialects.page_marks.columns import Column, second_column
from flashdeck.extraction.dialects.page_marks.joining import Chunk, Form, join_chunks
from flashdeck.extraction.dialects.page_marks.nesting import build_tree
from flashdeck.extraction.dialects.page_marks.prose import are_steps, is_heading, is_order, is_paragraph
from flashdeck.extraction.dialects.page_marks.subjects import stems
from flashdeck.extraction.dialects.page_marks.tables import find_table
from flashdeck.extraction.dialects.page_marks.titles import Head
from flashdeck.extraction.model import Block, Bullet, BulletList, Code, Group, Line, NoiseReason, Paragraph, Text

_VERSUS: Final = re.compile(r"\b(?:vs|versus)\b", re.IGNORECASE)
_BESIDE: Final = re.compile(r"\b(?:vs|versus|and|or)\b|[&/]", re.IGNORECASE)
_SAMPLE: Final = re.compile(r"[\d…]")
_MOST_SIDE_WORDS: Final = 6


class Body(NamedTuple):
    """What a page holds below its title.

    Attributes:
        noise: number of a line -> why it is no knowledge.
    """

    groups: tuple[Group, ...]
    is_comparison: bool
    noise: dict[int, NoiseReason]


class _Draft:
    """A group that is being filled."""

    def __init__(self, heading: Text | None = None) -> None:
        self.heading = heading
        self.blocks: list[Block] = []
        self.items: list[Chunk] = []

    def close_list(self) -> None:
        if self.items:
            self.blocks.append(BulletList(items=build_tree(self.items)))
            self.items = []

    def add(self, block: Block) -> None:
        self.close_list()
        self.blocks.append(block)

    def as_group(self) -> Group | None:
        self.close_list()
        return Group(heading=self.heading, blocks=tuple(self.blocks)) if self.blocks else None


def read_body(head: Head) -> Body:
    """Return the groups of a page and the reasons of the lines that stand in none."""
    chunks = join_chunks(head.body)
    found = find_table(chunks)
    tabled = found.chunks if found else frozenset[int]()
    sides = _sides(head.title)
    compares = bool(sides) and _VERSUS.search(head.title) is not None
    reader = _BodyReader(chunks, sides, tabled, second_column(chunks, sides) if compares else None)
    groups = reader.read()
    if found:
        groups.append(Group(blocks=(found.table,)))
    if compares:
        groups = _split_sides(groups, head.title)
    return Body(
        groups=tuple(groups),
        is_comparison=bool(sides) and _is_comparison(groups, head.title),
        noise=_noise(reader.dropped, chunks, head) if reader.dropped else {},
    )


def _noise(dropped: Sequence[Chunk], chunks: Sequence[Chunk], head: Head) -> dict[int, NoiseReason]:
    """Return the reasons of the dropped lines; a line with a bullet glued to a label is no noise as a whole."""
    idle = {id(chunk) for chunk in dropped}
    used = {line.number for chunk in chunks if id(chunk) not in idle for line in chunk.lines}
    used |= {line.number for line in (*head.title_lines, *head.subtitle_lines)}
    return {line.number: _reason(line) for chunk in dropped for line in chunk.lines if line.number not in used}


class _BodyReader:
    """Sorts the chunks of a page into groups, from top to bottom."""

    def __init__(
        self, chunks: Sequence[Chunk], sides: Sequence[str], tabled: frozenset[int], column: Column | None
    ) -> None:
        self._chunks = chunks
        self._sides = sides
        self._tabled = tabled
        self._column = column
        self._has_steps = are_steps(chunks)
        self._drafts = [_Draft()]
        self.dropped: list[Chunk] = []

    def read(self) -> list[Group]:
        broken = False
        for index, chunk in enumerate(self._chunks):
            is_item = chunk.is_item
            broken = chunk.is_incomplete if is_item else broken
            if index in self._tabled or (self._column and index == self._column.heading):
                continue
            if self._column and index == self._column.first:
                self._drafts.append(_Draft(heading=self._chunks[self._column.heading].as_text()))
            if broken:
                self.dropped.append(chunk)
            elif is_item:
                self._drafts[-1].items.append(chunk)
            elif self._heads_list(index):
                self._drafts.append(_Draft(heading=chunk.as_text()))
            else:
                self._take_block(chunk)
        return [group for draft in self._drafts if (group := draft.as_group())]

    def _take_block(self, chunk: Chunk) -> None:
        if chunk.form is Form.CODE:
            self._drafts[-1].add(_code(chunk))
        elif is_paragraph(chunk) or (self._has_steps and chunk.form is Form.TEXT and is_order(chunk)):
            if self._drafts[-1].heading is not None and self._drafts[-1].items:
                self._drafts.append(_Draft())  # behind a list, it speaks of the page again
            self._drafts[-1].add(Paragraph(text=chunk.as_text()))
        else:
            self.dropped.append(chunk)

    def _heads_list(self, index: int) -> bool:
        chunk = self._chunks[index]
        if chunk.form is not Form.TEXT or index + 1 >= len(self._chunks) or not self._chunks[index + 1].is_item:
            return False
        return is_heading(chunk) or any(chunk.text.lower() in side.lower() for side in self._sides)


def _sides(title: str) -> tuple[str, ...]:
    """Return what a title sets side by side (`X vs. Y`, `X and Y`), or nothing."""
    parts = tuple(part.strip(" .:?") for part in _BESIDE.split(title))
    return parts if len(parts) > 1 else ()


def _split_sides(groups: Sequence[Group], title: str) -> list[Group]:
    """Make the parents that a title compares (`X vs. Y`) the headings of groups of their own."""
    if any(group.heading for group in groups):
        return list(groups)
    split = [part for group in groups for block in group.blocks for part in _sides_of(block)]
    return split if _is_comparison(split, title) else list(groups)


def _is_comparison(groups: Sequence[Group], title: str) -> bool:
    """Whether two headings or more name what the title sets side by side."""
    headings = [group.heading.plain for group in groups if group.heading is not None]
    if len(headings) < 2:
        return False
    named = stems(title)
    return sum(not named.isdisjoint(stems(heading)) for heading in headings) > 1


def _sides_of(block: Block) -> list[Group]:
    if not isinstance(block, BulletList):
        return [Group(blocks=(block,))]
    found: list[Group] = []
    plain: list[Bullet] = []
    for item in block.items:
        if item.children and len(item.text.plain.split()) <= _MOST_SIDE_WORDS:
            found.append(Group(heading=item.text, blocks=(BulletList(items=item.children),)))
        else:
            plain.append(item)
    return [Group(blocks=(BulletList(items=tuple(plain)),)), *found] if plain else found


def _code(chunk: Chunk) -> Code:
    return Code(source=chunk.text, first_line=chunk.lines[0].number, last_line=chunk.lines[-1].number)


def _reason(line: Line) -> NoiseReason:
    digits = len(_SAMPLE.findall(line.text))
    return NoiseReason.SAMPLE_DATA if 3 * digits > len(line.text) else NoiseReason.DIAGRAM_LABEL


def with_noise(lines: Iterable[Line], noise: dict[int, NoiseReason]) -> tuple[Line, ...]:
    """Return the lines with the reasons filled in."""
    if not noise:
        return tuple(lines)
    return tuple(
        [line.marked(noise[line.number]) if line.noise is None and line.number in noise else line for line in lines]
    )
