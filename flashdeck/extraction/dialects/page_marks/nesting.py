"""Finding the level of each item of a list whose marks all stand at the left edge.

What is left of the indentation is in the blank lines (see `joining`): an item directly below a one-line item that
opened a paragraph stands further right, an item directly below an indented one stands as far right as that one.
Whether a blank line above an item means a new parent depends on the line spacing of the page; where the page does
not tell, several cues vote.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from flashdeck.extraction.dialects.page_marks.joining import Chunk, Form, Start
from flashdeck.extraction.dialects.page_marks.widths import LineRoom
from flashdeck.extraction.model import Bullet

_DEEPEST: Final = 3
_CHAIN: Final = re.compile(r"(?:But|Or|And|Then|Otherwise|Also)\b")
_ASIDE: Final = re.compile(r"(?:Note|Remember|Tip|Example|For example|Important|Warning|Limitation)s?\b", re.IGNORECASE)
_LABEL_WORDS: Final = 4
_SENTENCE_WORDS: Final = 7


def build_tree(items: Sequence[Chunk]) -> tuple[Bullet, ...]:
    """Return the items as a tree."""
    return _nest(items, levels(items))


def _nest(items: Sequence[Chunk], depths: Sequence[int]) -> tuple[Bullet, ...]:
    top: list[Bullet] = []
    index = 0
    while index < len(items):
        end = index + 1
        while end < len(items) and depths[end] > depths[index]:
            end += 1
        children = _nest(items[index + 1 : end], depths[index + 1 : end])
        item = items[index]
        top.append(Bullet(text=item.as_text(), children=children, number=item.number))
        index = end
    return tuple(top)


def levels(items: Sequence[Chunk]) -> list[int]:
    """Return the level of each item, from 1; no item is more than one level below the one above it."""
    indents = [item.lines[0].indent for item in items]
    if len(set(indents)) > 1:
        return _levels_of_indents(indents)
    return _LevelReader(items).read()


def _levels_of_indents(indents: Sequence[int]) -> list[int]:
    stack: list[int] = []
    found: list[int] = []
    for indent in indents:
        while stack and stack[-1] > indent:
            stack.pop()
        if not stack or stack[-1] < indent:
            stack.append(indent)
        found.append(len(stack))
    return found


class _LevelReader:
    """Reads the levels of one list from top to bottom."""

    def __init__(self, items: Sequence[Chunk]) -> None:
        self._items = items
        self._is_close_set = _is_close_set(items)
        self._room = LineRoom(_surely_on_top(items), _surely_below(items))
        self._found: list[int] = []
        self._numbers: dict[int, int] = {}

    def read(self) -> list[int]:
        for index, item in enumerate(self._items):
            level = 1 if index == 0 else min(self._level(index), self._found[-1] + 1, _DEEPEST)
            self._found.append(level)
            self._remember(item, level)
        return self._found

    def _remember(self, item: Chunk, level: int) -> None:
        self._numbers = {depth: number for depth, number in self._numbers.items() if depth < level}
        if item.number is not None:
            self._numbers[level] = item.number

    def _level(self, index: int) -> int:
        item, above, level = self._items[index], self._items[index - 1], self._found[-1]
        if item.number is not None:
            return self._level_of_number(item.number, above, level)
        if _touches(above, item):
            return level + 1 if _hangs_under(above) else level
        if level == 1:
            return 2 if _announces(above) and not _announces(item) else 1
        if _announces(above) and not _announces(item) and not _is_one_line(above):
            return level + 1
        return level if self._stays(index, level) else level - 1

    def _level_of_number(self, number: int, above: Chunk, level: int) -> int:
        for depth in sorted(self._numbers, reverse=True):
            if self._numbers[depth] == number - 1:
                return depth
        if number == 1 and (above.form is Form.NUMBERED or _announces(above) or _touches(above, self._items[0])):
            return level + 1
        return level

    def _stays(self, index: int, level: int) -> bool:
        """Whether an item after a blank line is another child of the parent above."""
        item, above = self._items[index], self._items[index - 1]
        if self._is_close_set and _blank_means_return(above):
            return False
        parent = self._parent(index, level)
        vote = self._room.vote_below(item) + _words_vote(item, parent)
        if self._has_child(index):
            vote -= 3
        return vote > 0

    def _parent(self, index: int, level: int) -> Chunk:
        back = index - 1
        while back > 0 and self._found[back] >= level:
            back -= 1
        return self._items[back]

    def _has_child(self, index: int) -> bool:
        if index + 1 >= len(self._items):
            return False
        item, below = self._items[index], self._items[index + 1]
        return _touches(item, below) and _hangs_under(item)


def _touches(above: Chunk, item: Chunk) -> bool:
    return item.tight and item.lines[0].number == above.lines[-1].number + 1


def _hangs_under(above: Chunk) -> bool:
    """Whether an item directly below has to stand further right than this one."""
    if _is_one_line(above):
        return above.start is Start.OPENS
    return above.end is not Start.OPENS


def _is_one_line(item: Chunk) -> bool:
    return len(item.lines) == 1


def _announces(item: Chunk) -> bool:
    return item.text.endswith(":")


def _blank_means_return(above: Chunk) -> bool:
    """Whether a blank line below this child, on a page that is set close, can only lead back to its parent's level.

    Below a child of three and more lines, and of a wrapped one that opened a paragraph, a blank line is forced.
    """
    return _is_one_line(above) or above.end is Start.OPENS


def _is_close_set(items: Sequence[Chunk]) -> bool:
    """Whether children of the same parent follow one another without a blank line on this page."""
    return any(_touches(above, item) and not _hangs_under(above) for above, item in pairwise(items))


def _words_vote(item: Chunk, parent: Chunk) -> float:
    vote = 0.0
    if _announces(item):
        vote -= 3
    if _announces(parent):
        vote += 2
    elif len(parent.text.split()) <= _LABEL_WORDS:
        vote += 1.5
    elif len(parent.text.split()) >= _SENTENCE_WORDS:
        vote -= 0.5
    if _CHAIN.match(item.text):
        vote += 2
    if _ASIDE.match(item.text):
        vote -= 1
    return vote


def _surely_on_top(items: Sequence[Chunk]) -> list[Chunk]:
    found: list[Chunk] = []
    for index, item in enumerate(items):
        below = items[index + 1] if index + 1 < len(items) else None
        if index == 0 or (below is not None and _touches(item, below) and _hangs_under(item)):
            found.append(item)
    return found


def _surely_below(items: Sequence[Chunk]) -> list[Chunk]:
    return [item for above, item in pairwise(items) if _touches(above, item)]
