"""Entries of a text box as blocks: lists by depth, running text, program text, and headings inside the box."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from flashdeck.extraction.dialects.page_marks.code import looks_like_code
from flashdeck.extraction.dialects.slide_shows.texts import Entry, count_words
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Block, Bullet, BulletList, Code, Group, Paragraph, Text

_MOST_HEADING_WORDS: Final = 9
_LARGER: Final = 1.1
_PROSE_WORDS: Final = 28
_LONGEST_FORMULA: Final = 70
_SENTENCE_BREAK: Final = re.compile(r"[.!?]\s+[A-ZÄÖÜ]|[。！？].")
_CODE_SHARE: Final = 0.5
_FULL_STOPS: Final = (".", "!", "?", "。")
_SETTING: Final = re.compile(
    r"(?:- )?[a-z]\w*+(?>(?:[.-]\w++)*)\s*+[:=]\s*(?:[\[{'\"‘“]|-?\d[\d.]*(?:\s*#|$)|(?:true|false|null)\b)|#\s"
)
"""A line of a configuration: a small name, a colon or equals sign, and a value as programs write it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An entry with the formula that ends its sentence."""

    entry: Entry
    text: Text

    @property
    def depth(self) -> int:
        """Its indentation."""
        return self.entry.depth


def read_groups(entries: Sequence[Entry], heading: Text | None) -> list[Group]:
    """Return the groups of a text box; a heading inside it opens a group of its own.

    Args:
        entries: of the box, without those that are noise; formulas stay, to end the sentence before them.
        heading: of the box, when another box heads it.
    """
    if _is_code(entries):
        block = Code(
            source="\n".join(entry.text for entry in entries),
            first_line=entries[0].number,
            last_line=entries[-1].number,
        )
        return [Group(heading=heading, blocks=(block,))]
    drafts = [_Draft(heading=heading)]
    items = _with_formulas(entries)
    depths: set[int] = set()
    for index, item in enumerate(items):
        is_again = item.depth in depths
        depths.add(item.depth)
        if _heads(items, index, is_again=is_again, follows_heading=not drafts[-1].items and len(drafts) > 1):
            drafts.append(_Draft(heading=item.text))
        else:
            drafts[-1].items.append(item)
    return [group for draft in drafts if (group := draft.as_group())]


@dataclass(slots=True)
class _Draft:
    """A group that is being filled."""

    heading: Text | None = None
    items: list[Item] = field(default_factory=list)

    def as_group(self) -> Group | None:
        blocks: list[Block] = []
        pending: list[Item] = []
        for index, item in enumerate(self.items):
            below = self.items[index + 1].depth if index + 1 < len(self.items) else -1
            if _is_code_item(item) or (
                _is_prose(item) and (below <= item.depth or item.text.plain.endswith(_FULL_STOPS))
            ):
                _close(pending, blocks)
                blocks.append(_block(item))
            else:
                pending.append(item)
        _close(pending, blocks)
        return Group(heading=self.heading, blocks=tuple(_joined_code(blocks))) if blocks else None


def _close(pending: list[Item], blocks: list[Block]) -> None:
    if pending:
        blocks.append(BulletList(items=_tree(pending)))
        pending.clear()


def _block(item: Item) -> Block:
    if _is_code_item(item):
        return Code(source=item.entry.text, first_line=item.text.first_line, last_line=item.text.last_line)
    return Paragraph(text=item.text)


def _joined_code(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with lines of program text that follow one another as one block."""
    joined: list[Block] = []
    for block in blocks:
        above = joined[-1] if joined else None
        if isinstance(block, Code) and isinstance(above, Code):
            joined[-1] = replace(above, source=f"{above.source}\n{block.source}", last_line=block.last_line)
        else:
            joined.append(block)
    return joined


def _tree(items: Sequence[Item]) -> tuple[Bullet, ...]:
    """Return a list by its depths; a depth that is skipped makes no level of its own."""
    roots: list[_Node] = []
    open_nodes: list[_Node] = []
    for item in items:
        while open_nodes and open_nodes[-1].item.depth >= item.depth:
            open_nodes.pop()
        node = _Node(item)
        (open_nodes[-1].children if open_nodes else roots).append(node)
        open_nodes.append(node)
    return tuple(node.as_bullet() for node in roots)


@dataclass(slots=True)
class _Node:
    item: Item
    children: list["_Node"] = field(default_factory=list)

    def as_bullet(self) -> Bullet:
        return Bullet(
            text=self.item.text,
            children=tuple(child.as_bullet() for child in self.children),
            number=self.item.entry.ordinal,
        )


def _is_code_item(item: Item) -> bool:
    entry = item.entry
    is_plain = not entry.is_bulleted and entry.ordinal is None and item.text.first_line == item.text.last_line
    return entry.is_code or (is_plain and looks_like_code(entry.text.strip()))


def _is_prose(item: Item) -> bool:
    if item.entry.is_bulleted or item.entry.ordinal is not None:
        return False
    plain = item.text.plain
    return count_words(plain) >= _PROSE_WORDS or _SENTENCE_BREAK.search(plain) is not None


def _heads(items: Sequence[Item], index: int, *, is_again: bool, follows_heading: bool) -> bool:
    """Whether an item is a heading for the ones below it: short, without a bullet, and set off from them.

    Args:
        items: of the box.
        index: of the item.
        is_again: whether an item above it has the same depth.
        follows_heading: whether the item above it is a heading.
    """
    entry = items[index].entry
    plain = items[index].text.plain
    if entry.is_bulleted or entry.ordinal is not None or entry.is_code or index + 1 >= len(items):
        return False
    if count_words(plain) > _MOST_HEADING_WORDS or plain.endswith((".", ",", ";", "。")) or "://" in plain:
        return False
    below = items[index + 1]
    if below.depth < entry.depth:
        return False
    opens_list = below.depth > entry.depth and is_again
    is_larger = below.entry.font_size > 0 and entry.font_size >= _LARGER * below.entry.font_size
    is_bold = entry.is_bold and not below.entry.is_bold
    if below.depth == entry.depth or follows_heading:
        return is_larger or is_bold
    if plain.endswith(":") and terms.is_clause(plain):
        return is_larger or is_bold  # the points below complete the clause
    return is_larger or is_bold or opens_list or (index == 0 and terms.is_label(plain))


def _with_formulas(entries: Sequence[Entry]) -> list[Item]:
    """Return the entries as items; a short formula ends the sentence that leads to it, others are left out."""
    items: list[Item] = []
    for entry in entries:
        if not entry.is_formula:
            items.append(Item(entry=entry, text=entry.as_text()))
        elif items and _leads_to_formula(items[-1], entry):
            before = items[-1].text
            joined = replace(before, plain=f"{before.plain} {entry.text.strip()}", last_line=entry.number)
            items[-1] = replace(items[-1], text=joined)
    return items


def _leads_to_formula(item: Item, formula: Entry) -> bool:
    plain = item.text.plain
    return (
        len(formula.text) <= _LONGEST_FORMULA
        and item.text.last_line == formula.number - 1
        and item.text.last_line == item.text.first_line
        and not plain.endswith((".", "!", "?", ";", "…"))
        and count_words(plain) > 1
    )


def _is_code(entries: Sequence[Entry]) -> bool:
    """Whether a box holds nothing but program text, by its font or by its lines."""
    if all(entry.is_code for entry in entries):
        return bool(entries)
    if len(entries) < 2 or any(entry.is_bulleted or entry.is_formula for entry in entries):
        return False
    code = sum(entry.is_code or _is_code_line(entry.text.strip()) for entry in entries)
    return code > 1 and code >= _CODE_SHARE * len(entries)


def _is_code_line(text: str) -> bool:
    return looks_like_code(text) or _SETTING.match(text) is not None
