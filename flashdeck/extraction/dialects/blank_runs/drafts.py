"""Groups of a slide while they are read, and which of them are points of a heading above."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from flashdeck.extraction.dialects.blank_runs import roles
from flashdeck.extraction.dialects.blank_runs.items import Item
from flashdeck.extraction.dialects.blank_runs.runs import PICTURE_GAP
from flashdeck.extraction.model import Block, Bullet, BulletList, Group, Paragraph, Text


@dataclass(slots=True)
class Draft:
    """A group that is being filled.

    Attributes:
        gap: blank lines before its heading.
        heads_headings: whether the headings that follow closely are its points.
        is_whole: whether its heading and its words stood together, so that no list belongs to them.
    """

    heading: Text | None = None
    gap: int = 0
    heads_headings: bool = False
    is_whole: bool = False
    blocks: list[Block | list[Item]] = field(default_factory=list)

    def frozen(self) -> Group:
        """Return the group as it is by now."""
        return Group(
            heading=self.heading,
            blocks=tuple(
                BulletList(items=tuple(item.frozen() for item in block)) if isinstance(block, list) else block
                for block in self.blocks
            ),
        )

    @property
    def holds_its_list(self) -> bool:
        """Whether the next list starts a group: plain lines have been all that its heading announces."""
        is_list = len(self.blocks) > 1 and all(isinstance(block, Paragraph) for block in self.blocks)
        return self.is_whole or (is_list and self.heading is not None and roles.waits_for_list(self.heading.plain))

    @property
    def is_point(self) -> bool:
        """Whether it stands close below what is before it, and holds nothing but items and sentences."""
        is_text = all(isinstance(block, list | Paragraph) for block in self.blocks)
        return self.heading is not None and 0 < self.gap < PICTURE_GAP and bool(self.blocks) and is_text

    def as_bullet(self) -> Bullet:
        """The group as a point with its heading as the words."""
        group = self.frozen()
        return Bullet(
            text=group.heading or Text(plain="", first_line=0, last_line=0),
            children=tuple(item for block in group.blocks if isinstance(block, BulletList) for item in block.items),
            body=tuple(block.text for block in group.blocks if isinstance(block, Paragraph)),
        )


def groups_of(drafts: Sequence[Draft], last: Text | None) -> tuple[tuple[Group, ...], frozenset[int]]:
    """Return the groups that the drafts form, and the numbers of the lines that turned out to head nothing.

    Args:
        drafts: in source order.
        last: the label of a picture that ends the slide, if one does.
    """
    badge = _badge(drafts, last)
    if badge is not None:
        drafts = [replace(draft, heading=None) if draft.heading is badge else draft for draft in drafts]
    bare = [draft.heading for draft in drafts if not draft.blocks and not draft.heads_headings]
    idle = (badge, *bare)
    return tuple(_groups(drafts)), frozenset(number for text in idle if text is not None for number in _lines(text))


def _badge(drafts: Iterable[Draft], last: Text | None) -> Text | None:
    """The only heading, when it stands again behind all that is below it (`New` twice)."""
    headings = [draft.heading for draft in drafts if draft.heading is not None]
    is_badge = len(headings) == 1 and last is not None and headings[0].plain == last.plain
    return headings[0] if is_badge else None


def _groups(drafts: Sequence[Draft]) -> Iterator[Group]:
    index = 0
    while index < len(drafts):
        draft = drafts[index]
        index += 1
        if draft.heads_headings:
            end = next((place for place in range(index, len(drafts)) if not drafts[place].is_point), len(drafts))
            points = tuple(below.as_bullet() for below in drafts[index:end])
            yield Group(heading=draft.heading, blocks=(BulletList(items=points),))
            index = end
        elif draft.blocks:
            yield draft.frozen()


def _lines(text: Text) -> range:
    return range(text.first_line, text.last_line + 1)
