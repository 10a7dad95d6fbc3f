"""Slides that set things against each other: one group for each side."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flashdeck.extraction.dialects.blank_runs import blocks, forms, roles
from flashdeck.extraction.dialects.blank_runs.blocks import Content
from flashdeck.extraction.dialects.blank_runs.runs import Form, Run
from flashdeck.extraction.model import Block, Bullet, BulletList, Group, Paragraph, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The sides of a slide; `titled` tells whether its first run is a title and not the name of a side."""

    content: Content
    titled: bool


def is_versus(run: Run) -> bool:
    """Return whether the run is the line between two sides and nothing else."""
    return run.form is Form.PLAIN and len(run.lines) == 1 and forms.is_versus(run.lines[0])


def by_versus(runs: Sequence[Run]) -> Comparison | None:
    """Return the sides of a slide with a line `VS`, or None without such a line or without two sides."""
    position = next((index for index, run in enumerate(runs) if is_versus(run)), None)
    if position is None:
        return None
    rest = [run for run in runs if not is_versus(run)]
    titled = _is_titled(rest, position)
    sides = _sides(rest[titled:], position - titled)
    return _comparison(sides, titled=titled) if len(sides) > 1 else None


def by_repeated_headings(runs: Sequence[Run]) -> Comparison | None:
    """Return the sides of an untitled slide whose two halves have the same headings, or None."""
    names = _repeated(runs)
    if not names or not _is_side_name(runs, 0, names):
        return None
    sides = _sides(runs, len(runs))
    return _comparison(sides, titled=False) if len(sides) > 1 else None


def by_title(title: str, content: Content) -> tuple[Group, ...] | None:
    """Return the groups as sides when the title sets things against each other and the groups or items are these."""
    if not forms.names_comparison(title):
        return None
    if sum(group.heading is not None for group in content.groups) > 1 or _has_table(content.groups):
        return content.groups
    items = [item for group in content.groups for block in group.blocks for item in _items(block)]
    names = {word for word in forms.title_key(title).split() if word not in {"vs", "vs."}}
    if len(items) > 1 and all(_key(item.text) & names for item in items):
        return tuple(Group(heading=_without_colon(item.text), blocks=tuple(_inside(item))) for item in items)
    return None


def _comparison(sides: Sequence[Sequence[Run]], *, titled: bool) -> Comparison:
    groups: list[Group] = []
    labels: frozenset[int] = frozenset()
    for side in sides:
        heading = side[0].text if side[0].form is Form.PLAIN else None
        content = blocks.build(side[1:] if heading else side)
        labels |= content.labels
        groups.append(Group(heading=heading, blocks=tuple(_flat(content.groups))))
    return Comparison(content=Content(groups=tuple(groups), labels=labels), titled=titled)


def _is_titled(runs: Sequence[Run], position: int) -> bool:
    """Return whether a title stands over the two names: it is then the only name directly before another."""
    if len(runs) < 2 or runs[0].form is not Form.PLAIN:
        return False
    if runs[1].form is not Form.PLAIN or position == 1 or _is_side_name(runs, 0, _repeated(runs)):
        return False
    return not (position == 2 and len(runs) > 2 and runs[2].form is not Form.PLAIN)


def _sides(runs: Sequence[Run], position: int) -> list[list[Run]]:
    """Cut the runs where the name of a side stands, or at `VS` when the other name is lost."""
    names = _repeated(runs)
    heads = {index for index in range(len(runs)) if _is_side_name(runs, index, names)}
    if [run.form for run in runs] == [Form.PLAIN, Form.PLAIN, Form.LIST, Form.LIST] and position == 2:
        return [[runs[0], runs[2]], [runs[1], runs[3]]]
    sides: list[list[Run]] = []
    for index, run in enumerate(runs):
        is_cut = index == position and run.form is not Form.PLAIN and _has_content(sides[-1] if sides else [])
        if not sides or index in heads or is_cut:
            sides.append([run])
        else:
            sides[-1].append(run)
    return [side for side in sides if _has_content(side)]


def _has_content(side: Sequence[Run]) -> bool:
    return any(run.form is not Form.PLAIN for run in side)


def _repeated(runs: Sequence[Run]) -> frozenset[str]:
    plain = [run.text.plain for run in runs if roles.could_head(run)]
    if len(plain) < 2:
        return frozenset()
    return frozenset([key for key, count in Counter(map(forms.title_key, plain)).items() if count > 1])


def _is_side_name(runs: Sequence[Run], index: int, repeated: frozenset[str]) -> bool:
    """Return whether the run names a side: content follows, or headings that the other side has too."""
    if index + 1 >= len(runs) or not roles.could_head(runs[index]):
        return False
    if forms.title_key(runs[index].text.plain) in repeated:
        return False
    follower = runs[index + 1]
    if repeated:
        return forms.title_key(follower.text.plain) in repeated
    return follower.form is not Form.PLAIN


def _flat(groups: Sequence[Group]) -> Iterator[Block]:
    """Yield the blocks of a side; a heading inside it becomes an item with its content below it."""
    for group in groups:
        if group.heading is None:
            yield from group.blocks
        else:
            yield BulletList(items=(_headed(group.heading, group.blocks),))


def _headed(heading: Text, content: Sequence[Block]) -> Bullet:
    return Bullet(
        text=heading,
        children=tuple(item for block in content for item in _items(block)),
        body=tuple(block.text for block in content if isinstance(block, Paragraph)),
    )


def _inside(item: Bullet) -> Iterator[Block]:
    yield from (Paragraph(text=text) for text in item.body)
    if item.children:
        yield BulletList(items=item.children)


def _items(block: Block) -> tuple[Bullet, ...]:
    return block.items if isinstance(block, BulletList) else ()


def _has_table(groups: Sequence[Group]) -> bool:
    return any(not isinstance(block, BulletList | Paragraph) for group in groups for block in group.blocks)


def _key(text: Text) -> frozenset[str]:
    return frozenset(forms.title_key(text.plain).split())


def _without_colon(text: Text) -> Text:
    return Text(
        plain=text.plain.rstrip(" :"),
        first_line=text.first_line,
        last_line=text.last_line,
    )
