"""Parts of a slide -> its title, its subtitle, and groups of blocks under their headings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from flashdeck.extraction.dialects.markdown_decks.parts import Break, Heading, Part
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Block, Bullet, BulletList, Code, Group, Paragraph, Text

_VERSUS: Final = re.compile(r"\s(?:vs|versus|gegen|gegenüber)\b\.?\s", re.IGNORECASE)
_MOST_WORDS_OF_LABEL: Final = 6
_MOST_WORDS_OF_LEAD_IN: Final = 30
_MOST_WORDS_ABOVE_TITLE: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a slide says.

    Attributes:
        level: of the title's heading, 0 without one.
    """

    title: str = ""
    subtitle: str = ""
    level: int = 0
    groups: tuple[Group, ...] = ()
    is_comparison: bool = False


@dataclass(slots=True)
class _Draft:
    """A group that is being filled.

    Attributes:
        names_code: whether its heading is a line above code that it names; text behind the code is not under it.
    """

    heading: Text | None = None
    names_code: bool = False
    blocks: list[Block] = field(default_factory=list)


def content_of(parts: Sequence[Part]) -> Content:
    """Return what the parts say."""
    at = _title_at(parts)
    if at is None:
        return Content(groups=_groups(parts))
    heading = parts[at]
    assert isinstance(heading, Heading)
    rest = [*parts[:at], *parts[at + 1 :]]
    subtitle = _subtitle(parts, at)
    if subtitle is not None:
        rest = [part for part in rest if part is not subtitle]
    title = heading.text.plain
    groups = _groups(rest)
    return Content(
        title=title,
        subtitle=subtitle.text.plain if subtitle else "",
        level=heading.level,
        groups=groups,
        is_comparison=_compares(title, groups),
    )


def _title_at(parts: Sequence[Part]) -> int | None:
    """Return where the title stands: the first heading, if no more than a short line stands above it."""
    for index, part in enumerate(parts):
        if isinstance(part, Heading):
            return index
        is_short = isinstance(part, Paragraph) and len(part.text.plain.split()) <= _MOST_WORDS_ABOVE_TITLE
        if not isinstance(part, Break) and (index or not is_short):
            return None
    return None


def _subtitle(parts: Sequence[Part], at: int) -> Heading | None:
    """Return the heading directly below the title when no other heading is of its level."""
    title = parts[at]
    below = parts[at + 1] if at + 1 < len(parts) else None
    if not isinstance(title, Heading) or not isinstance(below, Heading) or below.level <= title.level:
        return None
    alike = sum(isinstance(part, Heading) and part.level == below.level for part in parts)
    return below if alike == 1 and title.text.plain else None


def _groups(parts: Sequence[Part]) -> tuple[Group, ...]:
    drafts = [_Draft()]
    for index, part in enumerate(parts):
        following = parts[index + 1] if index + 1 < len(parts) else None
        if isinstance(part, Heading):
            drafts.append(_Draft(heading=part.text))
        elif isinstance(part, Break):
            drafts.append(_Draft(heading=drafts[-1].heading if not drafts[-1].blocks else None))
        elif isinstance(part, Paragraph) and _is_label(part.text, following):
            drafts.append(_Draft(heading=part.text, names_code=isinstance(following, Code)))
        elif isinstance(part, BulletList) and drafts[-1].blocks and _leads_in(drafts[-1].blocks[-1]):
            _hang(drafts[-1].blocks, part)
        elif isinstance(part, Paragraph) and drafts[-1].names_code:
            drafts.append(_Draft(blocks=[part]))
        else:
            drafts[-1].blocks.append(part)
    return tuple(Group(heading=draft.heading, blocks=tuple(draft.blocks)) for draft in drafts if draft.blocks)


def _is_label(text: Text, following: Part | None) -> bool:
    """Whether a line on its own heads what follows: it is short, and all bold or ends in a colon."""
    if following is None or isinstance(following, Heading | Break) or not text.plain:
        return False
    if len(text.plain.split()) > _MOST_WORDS_OF_LABEL:
        return False
    bold = bool(text.strong) and text.strong[0] == (0, len(text.plain.rstrip(" :.")))
    bold = bold or (len(text.strong) == 1 and text.strong[0][1] - text.strong[0][0] >= len(text.plain) - 1)
    if isinstance(following, Paragraph):
        return bold and not text.plain.endswith(".")
    return bold or (text.plain.endswith(":") and isinstance(following, BulletList | Code))


def _leads_in(block: Block) -> bool:
    return (
        isinstance(block, Paragraph)
        and block.text.plain.rstrip().endswith((":", "…", "..."))
        and len(block.text.plain.split()) <= _MOST_WORDS_OF_LEAD_IN
    )


def _hang(blocks: list[Block], below: BulletList) -> None:
    """Hang a list under the sentence that leads in to it."""
    lead = blocks.pop()
    assert isinstance(lead, Paragraph)
    blocks.append(BulletList(items=(Bullet(text=lead.text, children=below.items),)))


def _compares(title: str, groups: Sequence[Group]) -> bool:
    """Whether two groups or more are headed by what the title sets side by side."""
    sides = [terms.stems(side) for side in _VERSUS.split(f" {title} ")]
    if len(sides) < 2:
        return False
    headed = [terms.stems(group.heading.plain) for group in groups if group.heading]
    return sum(any(side & names for side in sides) for names in headed) >= 2
