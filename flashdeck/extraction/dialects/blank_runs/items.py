"""Bullets while they are read: levels by indentation, numbers, and names on the level of their items."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from flashdeck.extraction.dialects.blank_runs import forms, roles
from flashdeck.extraction.dialects.blank_runs.runs import texts_of
from flashdeck.extraction.model import Bullet, Line, Text
from flashdeck.extraction.text import inline

DEEPEST: Final = 6
"""Levels of a list; what is indented further stays on the last of them."""


@dataclass(slots=True)
class Item:
    """A bullet while its children and its body are still to come."""

    text: Text
    indent: int = 0
    number: int | None = None
    children: list["Item"] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)

    def frozen(self) -> Bullet:
        """Return the bullet as it is by now."""
        return Bullet(
            text=self.text,
            number=self.number,
            children=tuple(child.frozen() for child in self.children),
            body=texts_of(self.body),
        )

    def deepest(self) -> "Item":
        """Return the last item below this one, or the item itself."""
        item = self
        while item.children:
            item = item.children[-1]
        return item

    @property
    def is_bare(self) -> bool:
        """Whether nothing belongs to the item yet."""
        return not self.children and not self.body


def items_of(lines: Sequence[Line]) -> list[Item]:
    """Return the items on these lines; the first line starts one, lines without a glyph go on in the body."""
    items: list[Item] = []
    path: list[Item] = []
    for line in lines:
        if not (forms.is_bullet(line) or forms.is_numbered(line)):
            path[-1].body.append(line)
            continue
        number, words = forms.split_number(forms.strip_bullet(line.text))
        item = Item(text=inline.parse(words, line.number, line.number), indent=line.indent, number=number)
        while path and (path[-1].indent >= line.indent or len(path) > DEEPEST):
            path.pop()
        (path[-1].children if path else items).append(item)
        path.append(item)
    _read_numbers(items)
    return _nested(items)


def _nested(items: list[Item]) -> list[Item]:
    """Move the items below the name that stands on their own level."""
    nested: list[Item] = []
    owner: Item | None = None
    for item in items:
        item.children = _under_colons(item.children)
    if len(items) > 1 and all(item.is_bare for item in items) and roles.names_all(*(item.text for item in items)):
        items[0].children.extend(items[1:])
        return [items[0]]
    for item, follower in zip(items, [*items[1:], None], strict=True):
        if not item.is_bare:
            owner = None
        elif follower is not None and follower.is_bare and _names_siblings(item, follower, owner):
            owner = item
        elif owner is not None:
            owner.children.append(item)
            continue
        nested.append(item)
    return nested


def _under_colons(items: list[Item]) -> list[Item]:
    """Move the items below the one with a colon that stands on their own level."""
    nested: list[Item] = []
    for item in items:
        owner = nested[-1] if nested else None
        ends = item.text.plain.endswith(":")
        if owner is not None and owner.text.plain.endswith(":") and not owner.body and item.is_bare and not ends:
            owner.children.append(item)
        else:
            nested.append(item)
    return nested


def _names_siblings(item: Item, follower: Item, owner: Item | None) -> bool:
    if owner is None:
        return roles.names_list(item.text) or roles.names_clause(item.text, follower.text)
    return not roles.names_list(owner.text) and roles.names_statement(item.text, follower.text)


def _read_numbers(items: Sequence[Item]) -> None:
    """Take the numbers of a list that has lost the dots behind them."""
    if len(items) < 2 or not all(
        item.text.plain.startswith(f"{number} ") for number, item in enumerate(items, start=1)
    ):
        return
    for number, item in enumerate(items, start=1):
        item.number = number
        words = item.text.plain.removeprefix(f"{number} ")
        item.text = Text(plain=words, first_line=item.text.first_line, last_line=item.text.last_line)
