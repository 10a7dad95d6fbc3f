"""The content of a slide below its title, as groups, and what of it is no knowledge."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from flashdeck.domain.slide_show import ShapeRole
from flashdeck.extraction.dialects.slide_shows.layout import Box, headed
from flashdeck.extraction.dialects.slide_shows.noise import split_references, unread
from flashdeck.extraction.dialects.slide_shows.tables import read_table
from flashdeck.extraction.dialects.slide_shows.trees import read_groups
from flashdeck.extraction.model import (
    Block,
    Bullet,
    BulletList,
    Code,
    Group,
    NoiseReason,
    Paragraph,
    Table,
    Text,
)

_VERSUS: Final = re.compile(r"(?<!\s)\s+(?:vs\.?|versus|gegen|gegenüber|against|対)\s+", re.IGNORECASE)
_LONE_VERSUS: Final = re.compile(r"(?:vs\.?|versus|gegen|対)", re.IGNORECASE)
_MOST_SIDE_WORDS: Final = 6
_COMPARISON_LAYOUT: Final = "Comparison"
_MOST_LABELS: Final = 7
_DEEP_LEVEL: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What a slide holds below its title.

    Attributes:
        noise: number of a line -> why it is no knowledge.
    """

    groups: tuple[Group, ...]
    is_comparison: bool
    noise: dict[int, NoiseReason]


def read_body(boxes: Sequence[Box], noise: dict[int, NoiseReason], *, title: str, title_line: int, layout: str) -> Body:
    """Return the groups of a slide.

    Args:
        boxes: numbered, in the order of reading.
        noise: of their lines.
        title: of the slide.
        title_line: its line; the sides that it names take it.
        layout: name of the slide's layout.
    """
    reader = _Reader(boxes, dict(noise))
    groups = reader.read()
    sides = _named_sides(groups, title, title_line)
    if sides is None and _VERSUS.search(f" {title} "):
        sides = _split_sides(groups)
    said = {number for group in (sides or groups) for number in _lines_of(group)}
    kept = {number: reason for number, reason in reader.noise.items() if number not in said}
    headings = sum(group.heading is not None for group in groups)
    return Body(
        groups=tuple(sides or groups),
        is_comparison=sides is not None or (headings > 1 and (layout == _COMPARISON_LAYOUT or reader.has_versus)),
        noise=kept,
    )


class _Reader:
    """Turns the boxes of a slide into groups, one after the other."""

    def __init__(self, boxes: Sequence[Box], noise: dict[int, NoiseReason]) -> None:
        self._boxes = boxes
        self._heads = headed(boxes)
        self.noise = noise
        self.has_versus = any(_is_versus(box) for box in boxes)

    def read(self) -> list[Group]:
        heads = frozenset(self._heads.values())
        return [
            group
            for index, box in enumerate(self._boxes)
            if index not in heads and not _is_versus(box)
            for group in self._groups(index, box)
        ]

    def _groups(self, index: int, box: Box) -> list[Group]:
        heading = self._heading(index)
        if box.role is ShapeRole.TABLE:
            content = read_table(box, self.noise, heading)
            if content.is_sample:
                self._drop(box, NoiseReason.SAMPLE_DATA)
            self.noise.update(dict.fromkeys(content.references, NoiseReason.REFERENCE))
            return list(content.groups)
        if box.role is ShapeRole.FOOTER:
            return []
        if box.role is ShapeRole.DIAGRAM and _is_drawing(box):
            self._drop(box, NoiseReason.DIAGRAM_LABEL)
            return []
        entries = [entry for entry in box.entries if self.noise.get(entry.number) in (None, NoiseReason.FORMULA)]
        said, cited = split_references(entries, heading)
        self.noise.update(dict.fromkeys(cited, NoiseReason.REFERENCE))
        return read_groups(said, heading) if unread(said, self.noise) else []

    def _heading(self, index: int) -> Text | None:
        head = self._heads.get(index)
        if head is None or not unread(self._boxes[head].entries, self.noise):
            return None
        return self._boxes[head].entries[0].as_text()

    def _drop(self, box: Box, reason: NoiseReason) -> None:
        for entry in box.all_entries:
            self.noise.setdefault(entry.number, reason)


def _is_versus(box: Box) -> bool:
    return len(box.entries) == 1 and _LONE_VERSUS.fullmatch(box.entries[0].text.strip()) is not None


def _is_drawing(box: Box) -> bool:
    """Whether a diagram is a picture of short names: an organisation chart, or more names than a list has."""
    short = box.words <= 2 * len(box.entries)
    deep = any(entry.level >= _DEEP_LEVEL for entry in box.entries)
    return short and (deep or len(box.entries) > _MOST_LABELS)


def _named_sides(groups: Sequence[Group], title: str, title_line: int) -> list[Group] | None:
    """Give the columns below `X vs. Y` these names."""
    names = [part.strip(" .:?") for part in _VERSUS.split(title)]
    if len(names) < 2 or len(names) != len(groups) or not all(names) or title_line < 1:
        return None
    return [
        group
        if group.heading
        else replace(group, heading=Text(plain=name, first_line=title_line, last_line=title_line))
        for name, group in zip(names, groups, strict=True)
    ]


def _split_sides(groups: Sequence[Group]) -> list[Group] | None:
    """Make the parents of the lists below `X vs. Y` the headings of groups of their own."""
    if any(group.heading for group in groups):
        return list(groups) if sum(group.heading is not None for group in groups) > 1 else None
    sides = [part for group in groups for block in group.blocks for part in _sides_of(block)]
    return sides if sum(side.heading is not None for side in sides) > 1 else None


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


def _lines_of(group: Group) -> set[int]:
    """Return the numbers of all lines that a group says."""
    ranges = [_range(group.heading)] if group.heading else []
    for block in group.blocks:
        match block:
            case Paragraph():
                ranges.append(_range(block.text))
            case Code():
                ranges.append(range(block.first_line, block.last_line + 1))
            case Table():
                ranges.extend(_range(cell) for row in block.rows for cell in row if cell.plain)
            case BulletList():
                bullets = (bullet for item in block.items for bullet in item.walk())
                ranges.extend(_range(text) for bullet in bullets for text in (bullet.text, *bullet.body))
    return {number for numbers in ranges for number in numbers}


def _range(text: Text) -> range:
    return range(text.first_line, text.last_line + 1)
