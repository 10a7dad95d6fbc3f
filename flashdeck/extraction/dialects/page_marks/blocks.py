"""Turning the chunks of a page into groups of blocks, and saying why the rest is no knowledge."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from flashdeck.extraction.dialects.page_marks.joining import Chunk, Form, join_chunks
from flashdeck.extraction.dialects.page_marks.nesting import build_tree
from flashdeck.extraction.dialects.page_marks.prose import is_heading, is_paragraph
from flashdeck.extraction.dialects.page_marks.titles import Head
from flashdeck.extraction.model import Block, Bullet, BulletList, Code, Group, Line, NoiseReason, Paragraph, Text

_VERSUS: Final = re.compile(r"\b(?:vs|versus)\b|\b(?:compar|differen)", re.IGNORECASE)
_SAMPLE: Final = re.compile(r"[\d…]")
_MOST_SIDE_WORDS: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What a page holds below its title.

    Attributes:
        noise: number of a line -> why it is no knowledge.
    """

    groups: tuple[Group, ...]
    is_comparison: bool
    noise: dict[int, NoiseReason]


@dataclass(slots=True)
class _Draft:
    """A group that is being filled."""

    heading: Text | None = None
    blocks: list[Block] = field(default_factory=list)
    items: list[Chunk] = field(default_factory=list)

    def close_list(self) -> None:
        if self.items:
            self.blocks.append(BulletList(items=build_tree(self.items)))
            self.items = []

    def as_group(self) -> Group | None:
        self.close_list()
        return Group(heading=self.heading, blocks=tuple(self.blocks)) if self.blocks else None


def read_body(head: Head) -> Body:
    """Return the groups of a page and the reasons of the lines that stand in none."""
    chunks = join_chunks(head.body)
    sides = _sides(head.title)
    drafts = [_Draft()]
    dropped: list[Chunk] = []
    broken = False
    for index, chunk in enumerate(chunks):
        broken = chunk.is_incomplete or (broken and not chunk.is_item)
        if broken:
            dropped.append(chunk)
        elif chunk.is_item:
            drafts[-1].items.append(chunk)
        elif _heads_list(chunks, index, sides):
            drafts.append(_Draft(heading=chunk.as_text()))
        elif chunk.form is Form.CODE:
            drafts[-1].close_list()
            drafts[-1].blocks.append(_code(chunk))
        elif is_paragraph(chunk):
            drafts[-1].close_list()
            drafts[-1].blocks.append(Paragraph(text=chunk.as_text()))
        else:
            dropped.append(chunk)
    groups = _split_sides([group for draft in drafts if (group := draft.as_group())], versus=bool(sides))
    headed = sum(group.heading is not None for group in groups)
    return Body(
        groups=tuple(groups),
        is_comparison=bool(groups) and (bool(sides) or headed > 1),
        noise={line.number: _reason(line) for chunk in dropped for line in chunk.lines},
    )


def _sides(title: str) -> tuple[str, ...]:
    """Return what a title compares (`X vs. Y`), or nothing."""
    return (
        tuple(part.strip(" .:") for part in re.split(r"\b(?:vs|versus)\b", title, flags=re.IGNORECASE))
        if (_VERSUS.search(title))
        else ()
    )


def _heads_list(chunks: Sequence[Chunk], index: int, sides: Iterable[str]) -> bool:
    chunk = chunks[index]
    if chunk.form is not Form.TEXT or index + 1 >= len(chunks) or not chunks[index + 1].is_item:
        return False
    return is_heading(chunk) or any(chunk.text.lower() in side.lower() for side in sides)


def _split_sides(groups: Sequence[Group], *, versus: bool) -> list[Group]:
    """Make the two or more parents of a comparison the headings of groups of their own."""
    if not versus or any(group.heading for group in groups):
        return list(groups)
    split: list[Group] = []
    for group in groups:
        for block in group.blocks:
            split.extend(_sides_of(block))
    return split if sum(group.heading is not None for group in split) > 1 else list(groups)


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
    return tuple(
        replace(line, noise=noise[line.number]) if line.noise is None and line.number in noise else line
        for line in lines
    )
