"""Finding the level of each item of a list whose marks all stand at the left edge.

What is left of the indentation is in the blank lines (see `joining`): an item directly below a one-line item that
opened a paragraph stands further right, an item directly below an indented one stands as far right as that one.
Whether a blank line above an item means a new parent depends on the line spacing of the page; where the page does
not tell, several cues vote.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from flashdeck.extraction.dialects.page_marks.joining import Chunk, Form, Start
from flashdeck.extraction.dialects.page_marks.votes import (
    announces,
    are_parallel,
    goes_on,
    is_another_heading,
    is_aside,
    is_term_with_meaning,
    label_of,
    leaves_terms,
    likeness_to_cousins,
    speaks_of_name,
    words_vote,
)
from flashdeck.extraction.dialects.page_marks.widths import LineRoom
from flashdeck.extraction.model import Bullet

_DEEPEST: Final = 3
_SPACED_LEVEL: Final = 2
"""The level whose line spacing a page shows; the still smaller type below it may be spaced otherwise."""
_FEWEST_TERMS: Final = 2
_MOST_WITNESSES: Final = 12
"""Items that an undecided one is compared with; more would make long lists slow."""


def build_tree(items: Sequence[Chunk]) -> tuple[Bullet, ...]:
    """Return the items as a tree."""
    return _nest(items, _below_names(items, _with_remarks_below(items, levels(items))))


def _with_remarks_below(items: Sequence[Chunk], depths: Sequence[int]) -> list[int]:
    """Move what goes on about a term (`Used for ...`) below it, when its elder siblings are terms with meanings."""
    found = list(depths)
    if not any(depth == _SPACED_LEVEL and goes_on(item) for item, depth in zip(items, depths, strict=True)):
        return found
    terms_above = 0
    for index in range(1, len(items)):
        depth = depths[index]
        if depth != depths[index - 1]:
            terms_above = 0
        above_is_term = is_term_with_meaning(items[index - 1])
        terms_above += above_is_term
        if depth != _SPACED_LEVEL or terms_above < _FEWEST_TERMS or not goes_on(items[index]):
            continue
        if above_is_term or found[index - 1] > depth:
            found[index] = depth + 1
    return found


def _below_names(items: Sequence[Chunk], depths: Sequence[int]) -> list[int]:
    """Move what says what a thing does (`Lifts crates`) below the name with its short form that stands above it."""
    found = list(depths)
    for index in range(1, len(items)):
        if depths[index] == depths[index - 1] > 1 and speaks_of_name(items[index], items[index - 1]):
            found[index] += 1
    return found


def _nest(items: Sequence[Chunk], depths: Sequence[int]) -> tuple[Bullet, ...]:
    top: list[Bullet] = []
    index = 0
    while index < len(items):
        end = index + 1
        while end < len(items) and depths[end] > depths[index]:
            end += 1
        children = _nest(items[index + 1 : end], depths[index + 1 : end]) if end > index + 1 else ()
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
        found.append(min(len(stack), _DEEPEST))
    return found


class _LevelReader:
    """Reads the levels of one list from top to bottom."""

    def __init__(self, items: Sequence[Chunk]) -> None:
        self._items = items
        below = [index for index, (above, item) in enumerate(pairwise(items), start=1) if _touches(above, item)]
        hanging = [index for index in below if _hangs_under(items[index - 1])]
        children = [index for index in hanging if not are_parallel(items[index - 1], items[index])]
        self._below = frozenset(below)
        """The items that stand directly below the one above them."""
        self._children = frozenset(children)
        """Those whose parent that surely is; two of the same form are children of one above both."""
        self._is_close_set = len(hanging) < len(below)
        """Whether children of the same parent follow one another without a blank line on this page."""
        tops = _surely_on_top(items, [items[index - 1] for index in children])
        self._room = LineRoom(tops, [items[index] for index in below])
        self._labels_below = frozenset(filter(None, [label_of(items[index]) for index in below]))
        self._tops = tops[:_MOST_WITNESSES]
        self._open: list[tuple[Chunk, list[Chunk]]] = []
        self._cousins: list[Chunk] = []
        self._closing: list[Chunk] = []
        self._numbers: dict[int, int] = {}

    def read(self) -> list[int]:
        found: list[int] = []
        for index, item in enumerate(self._items):
            level = 1 if index == 0 else min(self._level(index), found[-1] + 1, _DEEPEST)
            found.append(level)
            self._remember(item, level)
        return found

    def _remember(self, item: Chunk, level: int) -> None:
        if level > 1:
            self._cousins.append(item)
            del self._cousins[:-_MOST_WITNESSES]
        closed: list[Chunk] = []
        while len(self._open) >= level:
            closed = closed or self._open[-1][1]
            del self._open[-1]
        if closed:
            self._closing.append(closed[-1])
            del self._closing[:-_MOST_WITNESSES]
        if self._open:
            children = self._open[-1][1]
            children.append(item)
            del children[:-_MOST_WITNESSES]
        self._open.append((item, []))
        if self._numbers:
            self._numbers = {depth: number for depth, number in self._numbers.items() if depth < level}
        if item.number is not None:
            self._numbers[level] = item.number

    def _level(self, index: int) -> int:
        item, above, level = self._items[index], self._items[index - 1], len(self._open)
        if item.number is not None:
            return self._level_of_number(index, item.number, level)
        if index in self._below:
            return level + 1 if index in self._children else level
        if level > 1 and self._labels_below and announces(self._open[0][0]) and self._leads_to_known_child(index):
            return 2
        if level == 1:
            return 2 if self._follows_wrapped_parent(item, above) else 1
        if announces(above) and not announces(item):
            return level + 1
        while level > 1 and not self._stays(index, level):
            level -= 1
        return level

    def _level_of_number(self, index: int, number: int, level: int) -> int:
        above = self._items[index - 1]
        fitting = [depth for depth, last in self._numbers.items() if last == number - 1]
        if fitting:
            opens_list = index + 1 < len(self._items) and self._items[index + 1].number == 1
            return min(fitting) if opens_list else max(fitting)
        if number == 1 and (above.form is Form.NUMBERED or announces(above) or index in self._below):
            return level + 1
        return level

    def _stays(self, index: int, level: int) -> bool:
        """Whether an item after a blank line is another child of the parent above."""
        item, above = self._items[index], self._items[index - 1]
        if is_aside(item):
            return True
        if self._is_close_set and level == len(self._open) == _SPACED_LEVEL and _blank_means_return(above):
            return False
        parent, children = self._open[level - 2]
        if announces(item) and announces(parent) and children and not any(map(announces, children)):
            return False
        if is_another_heading(item, parent, children):
            return False
        if index + 1 in self._children and leaves_terms(item, children):
            return False
        vote = self._room.vote_below(item) + words_vote(item, parent, children, self._tops)
        vote += likeness_to_cousins(item, self._cousins) - likeness_to_cousins(above, self._closing)
        if index + 1 in self._children:
            vote -= 1.5 if announces(parent) and not announces(item) else 3
        return vote > 0

    def _leads_to_known_child(self, index: int) -> bool:
        """Whether this item, or the one after it, has a label that a sure child of the page has too."""
        near = self._items[index : index + 2]
        return not announces(near[0]) and any(label_of(item) in self._labels_below for item in near)

    def _follows_wrapped_parent(self, item: Chunk, above: Chunk) -> bool:
        if announces(above):
            return not announces(item)
        return not _is_one_line(above) and self._room.vote_below(item) > 0


def _touches(above: Chunk, item: Chunk) -> bool:
    first = item.lines[0]
    return first.gap == 0 and first.number == above.lines[-1].number + 1


def _hangs_under(above: Chunk) -> bool:
    """Whether an item directly below has to stand further right than this one."""
    if _is_one_line(above):
        return above.start is Start.OPENS
    return above.end is not Start.OPENS


def _is_one_line(item: Chunk) -> bool:
    return len(item.lines) == 1


def _blank_means_return(above: Chunk) -> bool:
    """Whether a blank line below this child, on a page that is set close, can only lead back to its parent's level.

    Below a child of three and more lines, and of a wrapped one that opened a paragraph, a blank line is forced.
    """
    return _is_one_line(above) or above.end is Start.OPENS


def _surely_on_top(items: Sequence[Chunk], parents: list[Chunk]) -> list[Chunk]:
    """Return the items that stand leftmost: the first one, and those with a child below them.

    Where some of these end in a colon, the others may be children with children of their own.
    """
    announcing = [item for item in parents if announces(item)]
    tops = announcing or parents
    return tops if items[0] in tops else [items[0], *tops]
