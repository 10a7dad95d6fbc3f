"""Finds cards that ask the same: exact and near repetitions within a topic, and one expansion per acronym."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from rapidfuzz import fuzz

from flashdeck.extraction import terms
from flashdeck.extraction.model import CardKind

_NEAR: Final = 90.0
"""Percent of `fuzz.ratio` from which two cards are compared word by word."""
_TYPO: Final = 85.0
"""Percent of `fuzz.ratio` from which two words count as one that is spelled in two ways."""
_MAX_BUCKET: Final = 60
"""Cards of one bucket that a new one is compared with; keeps the cost linear on hostile input."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A card as it compares with others."""

    topic: str
    kind: CardKind
    front: str
    back: str
    label: str
    is_cloze: bool


@dataclass(slots=True)
class DuplicateFinder:
    """Remembers the cards kept so far; mutable, because every card is compared with those before it."""

    _exact: dict[tuple[str, str], str] = field(default_factory=dict)
    _fronts: dict[str, str] = field(default_factory=dict)
    _near: defaultdict[tuple[str, str], list[tuple[str, str, str]]] = field(default_factory=lambda: defaultdict(list))

    def find(self, asked: Asked) -> str:
        """Return why the card repeats one kept before, naming it, or an empty string."""
        front, back = terms.exact_key(asked.front), terms.exact_key(asked.back)
        if label := self._exact.get((front, back)):
            return f"repeats the card on {label}"
        if asked.kind is CardKind.ACRONYM and (label := self._fronts.get(f"acronym {front.split(' stand')[0]}")):
            return f"acronym asked on {label}"
        if not asked.is_cloze and (label := self._fronts.get(_question(asked, front))):
            return f"asks the question of a card on {label}, with another answer"
        for bucket in _buckets(asked, back):
            for other_front, other_back, label in self._near[bucket]:
                near = fuzz.ratio(f"{other_front} {other_back}", f"{front} {back}", score_cutoff=_NEAR)
                if near and _differ_in_spelling(other_front, front) and _differ_in_spelling(other_back, back):
                    return f"says nearly the same as the card on {label}"
        return ""

    def add(self, asked: Asked) -> None:
        """Remember a card that was kept."""
        front, back = terms.exact_key(asked.front), terms.exact_key(asked.back)
        self._exact[front, back] = asked.label
        if asked.kind is CardKind.ACRONYM:
            self._fronts[f"acronym {front.split(' stand')[0]}"] = asked.label
        if not asked.is_cloze:
            self._fronts[_question(asked, front)] = asked.label
        for bucket in _buckets(asked, back):
            if len(self._near[bucket]) < _MAX_BUCKET:
                self._near[bucket].append((front, back, asked.label))


def _buckets(asked: Asked, back: str) -> Iterable[tuple[str, str]]:
    """Cards can only be near repetitions within a topic and when the first words of their answers agree."""
    return ((terms.key(asked.topic), " ".join(back.split()[:2])),)


def _question(asked: Asked, front: str) -> str:
    return f"{terms.key(asked.topic)} {front}"


def _differ_in_spelling(one: str, other: str) -> bool:
    """Whether the words that differ are small ones, forms of each other or misspelled; `rows` for `columns` is not."""
    left, right = terms.stems(one) - terms.stems(other), terms.stems(other) - terms.stems(one)
    if any(character.isdigit() for word in left | right for character in word):
        return False
    return all(any(fuzz.ratio(word, twin) >= _TYPO for twin in right) for word in sorted(left)) and len(left) == len(
        right
    )
