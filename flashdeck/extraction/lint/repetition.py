"""Checks 6 and 7: one question has one answer, and a fact is asked once within its topic."""

import hashlib
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Final

from rapidfuzz import fuzz

from flashdeck.domain import cloze
from flashdeck.extraction.languages import terms
from flashdeck.extraction.lint.model import CardText, CheckName, Finding, Severity
from flashdeck.extraction.text import needles
from flashdeck.messages import Message

_NEAR: Final = 90.0
"""Percent of `fuzz.ratio` from which two cards are compared word by word."""
_TYPO: Final = 85.0
"""Percent of `fuzz.ratio` from which two words count as one that is spelled in two ways."""
_MAX_BUCKET: Final = 60
"""Cards of one bucket that a new one is compared with; keeps the cost linear on hostile input."""
_ARTICLE: Final = re.compile(r"\b(?:an?|the)\s")
_KEY_BYTES: Final = 16
_STANDS_FOR: Final = re.compile(r"what do(?:es)? (.{1,20}?) stand for\b|(\S+) .{0,60}?\bstands for\b|wofür steht (\S+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """What is remembered of a card: a deck of a hundred megabytes has millions of them."""

    uid: str
    place: str
    slide: str
    front: str
    back: str


@dataclass(slots=True)
class SeenCards:
    """Remembers cards; mutable, because every card is compared with those before it."""

    _exact: dict[bytes, _Seen] = field(default_factory=dict)
    _questions: dict[bytes, _Seen] = field(default_factory=dict)
    _acronyms: dict[str, _Seen] = field(default_factory=dict)
    """By the letters that are spelled out."""
    _near: defaultdict[bytes, list[_Seen]] = field(default_factory=lambda: defaultdict(list))
    _answers: defaultdict[bytes, list[_Seen]] = field(default_factory=lambda: defaultdict(list))

    def find(self, card: CardText) -> Finding | None:
        """Return how the card repeats one that was added before, or None."""
        front, back = terms.exact_key(card.front), terms.exact_key(card.back)
        if other := self._exact.get(_digest(front, back)):
            return _duplicate(Message("repeats the card {place}", place=other.place), other)
        letters = _acronym(front)
        if (other := self._acronyms.get(letters)) and terms.stems(other.back) & terms.stems(card.back):
            return _duplicate(Message("asks for the same letters as the card {place}", place=other.place), other)
        if other := self._questions.get(_question(card)):
            why = Message("asks the question of the card {place}, with another answer", place=other.place)
            return Finding(check=CheckName.AMBIGUOUS, severity=Severity.WARNING, why=why, loss=0.2, repeats=other.uid)
        for other in self._near.get(_bucket(card, back), ()):
            other_front, other_back = terms.exact_key(other.front), terms.exact_key(other.back)
            near = fuzz.ratio(f"{other_front} {other_back}", f"{front} {back}", score_cutoff=_NEAR)
            if near and _differ_in_spelling(other_front, front) and _differ_in_spelling(other_back, back):
                return _duplicate(Message("says nearly the same as the card {place}", place=other.place), other)
        return self._asked_in_other_words(card, back, letters)

    def _asked_in_other_words(self, card: CardText, back: str, letters: str) -> Finding | None:
        """Return the finding for a card whose question only adds words to (or leaves out words of) one with its answer.

        On one slide the words that are added tell two things apart (`Glacier`, `Glacier Deep Archive`).
        """
        others = self._answers.get(_digest(terms.key(card.topic), back), ())
        asked = terms.stems(card.shown) if others else frozenset()
        for other in others:
            other_asked = terms.stems(other.front.replace(cloze.BLANK, " "))
            covered = asked <= other_asked or other_asked <= asked
            both = {letters, _acronym(terms.exact_key(other.front))} - {""}
            same_letters = not asked.union(other_asked).isdisjoint(map(terms.stem, both))
            if covered and (same_letters or (card.slide and other.slide and card.slide != other.slide)):
                return _duplicate(Message("asks in other words what the card {place} asks", place=other.place), other)
        return None

    def add(self, card: CardText) -> None:
        """Remember a card."""
        front, back = terms.exact_key(card.front), terms.exact_key(card.back)
        seen = _Seen(uid=card.uid, place=card.place, slide=card.slide, front=card.front, back=card.back)
        self._exact.setdefault(_digest(front, back), seen)
        if letters := _acronym(front):
            self._acronyms.setdefault(letters, seen)
        self._questions.setdefault(_question(card), seen)
        buckets = [self._near[_bucket(card, back)]]
        if len(back.split()) > 1 and not any(map(str.isdigit, back)):
            buckets.append(self._answers[_digest(terms.key(card.topic), back)])
        for bucket in buckets:
            if len(bucket) < _MAX_BUCKET:
                bucket.append(seen)


def _duplicate(why: Message, other: _Seen) -> Finding:
    return Finding(check=CheckName.DUPLICATE, severity=Severity.WARNING, why=why, loss=0.2, repeats=other.uid)


def _bucket(card: CardText, back: str) -> bytes:
    """Cards can only be near repetitions within a topic and when the first words of their answers agree."""
    return _digest(terms.key(card.topic), " ".join(back.split()[:2]))


def _question(card: CardText) -> bytes:
    """What is asked within the topic; where the gap of a statement stands makes another question of it."""
    before, _, after = card.front.partition(cloze.BLANK)
    return _digest(terms.key(card.topic), question_of(before), question_of(after))


def _digest(*parts: str) -> bytes:
    """Return a short key for texts of any length."""
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=_KEY_BYTES).digest()


def question_of(front: str) -> str:
    """Return a question or a part of it as it compares: letters and marks told apart, articles left out."""
    return _ARTICLE.sub("", terms.exact_key(front))


def _acronym(front: str) -> str:
    match = _STANDS_FOR.match(front) if needles.any_in(front, ("stand", "wofür")) else None
    return "" if match is None else next(filter(None, match.groups()))


def _differ_in_spelling(one: str, other: str) -> bool:
    """Whether the words that differ are small ones, forms of each other or misspelled; `rows` for `columns` is not."""
    left, right = terms.stems(one) - terms.stems(other), terms.stems(other) - terms.stems(one)
    if any(character.isdigit() for word in left | right for character in word):
        return False
    return all(any(fuzz.ratio(word, twin) >= _TYPO for twin in right) for word in sorted(left)) and len(left) == len(
        right
    )
