"""Two sides of a comparison that go through the same points in the same order -> the counterpart of each line."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from flashdeck.extraction.analysis import definitions
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording
from flashdeck.extraction.rules import comparison

_CARDS: Final = candidates.Maker("parallel", CardKind.COMPARISON)
_MOST_BETWEEN: Final = 3
"""In a longer stretch without a line that both sides word alike, the order may have changed."""
_NEGATED: Final = re.compile(r"(?:no|not|never|without|cannot|kein\w*|nicht|ohne)\b", re.IGNORECASE)
_Places = list[tuple[int, int]]


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose a card for both lines of each pair that stands between points which the sides share."""
    sides = [item for item in scope.items if item.is_heading and terms.is_label(item.plain)]
    if not scope.slide.is_comparison or len(sides) != 2 or terms.key(sides[0].plain) == terms.key(sides[1].plain):
        return
    left, right = sides
    names = [terms.clean_label(side.plain) for side in sides]
    owner = comparison.owner_of_sides(scope, names)
    for mine, theirs in _pairs(left.children, right.children, names):
        if _is_denied(mine.plain, theirs.plain):
            continue
        yield _card(scope, owner, names, (mine, theirs))
        yield _card(scope, owner, names[::-1], (theirs, mine))


def _is_denied(mine: str, theirs: str) -> bool:
    """Whether one side only denies what the other says (`Needs a pilot`, `No need for a pilot`), which is no news."""
    is_one = (_NEGATED.match(mine) is None) != (_NEGATED.match(theirs) is None)
    return is_one and bool(terms.stems(mine) & terms.stems(theirs))


def _card(scope: Scope, owner: str, names: Sequence[str], items: tuple[Item, Item]) -> Candidate:
    shown, hidden = items
    said = wording.lower_first(terms.clean_statement(shown.plain), scope.vocabulary.common)
    named = f"{owner} – {names[0]}" if owner else names[0]
    front = scope.frames.instead.format(one=named, other=names[1], said=said)
    lines = (hidden.text.first_line, hidden.text.last_line)
    back = terms.clean_statement(hidden.plain)
    return _CARDS.question(front, back, lines, 0.76, "lines at the same place of two lists in step")


def _pairs(left: Sequence[Item], right: Sequence[Item], names: Sequence[str]) -> Iterator[tuple[Item, Item]]:
    """Yield the lines that stand alike far behind the same shared point, when as many follow on both sides."""
    shared = _shared(left, right)
    if not shared or any(one[1] >= other[1] for one, other in pairwise(shared)):
        return
    for (start, begin), (stop, end) in pairwise([(-1, -1), *shared, (len(left), len(right))]):
        mine, theirs = left[start + 1 : stop], right[begin + 1 : end]
        in_step = len(mine) == len(theirs) <= _MOST_BETWEEN and all(map(_is_asked, (*mine, *theirs)))
        if in_step and not _out_of_step(mine, theirs, names):
            yield from zip(mine, theirs, strict=True)


def _out_of_step(mine: Sequence[Item], theirs: Sequence[Item], names: Sequence[str]) -> bool:
    """Whether a line shares a word with another line than that at its own place (`Fast boats`, ..., `slow boats`)."""
    known = frozenset().union(*map(terms.stems, names))
    here, there = ([terms.stems(item.plain) - known for item in side] for side in (mine, theirs))
    return any(
        words & other
        for place, words in enumerate(here)
        for beside, other in enumerate(there)
        if place != beside and not words & there[place]
    )


def _shared(left: Sequence[Item], right: Sequence[Item]) -> _Places:
    """Return the places of points that both sides word alike or label alike."""
    found: _Places = []
    for word_of in _WAYS_TO_BE_ALIKE:
        told = [[word_of(item.plain) for item in side] for side in (left, right)]
        for place, word in enumerate(told[0]):
            if word and told[0].count(word) == told[1].count(word) == 1:
                found.append((place, told[1].index(word)))
    return sorted(set(found))


def _label(plain: str) -> str:
    before, mark, _ = plain.partition(":")
    return terms.key(before) if mark and terms.is_label(before) else ""


_WAYS_TO_BE_ALIKE: Final[tuple[Callable[[str], str], ...]] = (terms.key, _label, comparison.opening, comparison.ending)


def _is_asked(item: Item) -> bool:
    return comparison.is_plain(item) and not definitions.holds_arrow(item.plain)
