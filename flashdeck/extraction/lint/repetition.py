"""Checks 6 and 7: one question has one answer, and a fact is asked once within its topic."""

import re
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from flashdeck.domain import cloze
from flashdeck.extraction.languages import terms
from flashdeck.extraction.lint.digests import DigestTable, digest
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
_STANDS_FOR: Final = re.compile(r"what do(?:es)? (.{1,20}?) stand for\b|(\S+) .{0,60}?\bstands for\b|wofür steht (\S+)")


class _Seen(NamedTuple):
    """What is remembered of a card."""

    uid: str
    place: str
    slide: str
    front: str
    back: str


class _Cards:
    """Cards, numbered from 1, as columns of what is remembered of them: a long text has a million of them."""

    def __init__(self) -> None:
        self._uids: list[str] = [""]
        self._places: list[str] = [""]
        self._slides: list[str] = [""]
        self._texts: list[bytes] = [b""]
        self._front_lengths = array("I", [0])

    def add(self, card: CardText) -> int:
        """Add a card and return its number."""
        front = card.front.encode()
        self._uids.append(card.uid)
        self._places.append(card.place)
        self._slides.append(self._slides[-1] if card.slide == self._slides[-1] else card.slide)
        self._texts.append(front + card.back.encode())
        self._front_lengths.append(len(front))
        return len(self._texts) - 1

    def text(self, number: int) -> tuple[str, str]:
        """Return the front and the back of a card."""
        text, length = self._texts[number], self._front_lengths[number]
        return text[:length].decode(), text[length:].decode()

    def __getitem__(self, number: int) -> _Seen:
        front, back = self.text(number)
        place, slide = self._places[number], self._slides[number]
        return _Seen(uid=self._uids[number], place=place, slide=slide, front=front, back=back)


class _Buckets:
    """Numbers of cards that have something in common, in the order in which they came."""

    def __init__(self) -> None:
        self._first = DigestTable()
        self._following = array("I", [0])

    def of(self, key: int) -> Iterator[int]:
        """Yield what is in a bucket."""
        number = self._first.get(key)
        while number:
            yield number
            number = self._following[number]

    def add(self, key: int, number: int) -> None:
        """Add a card to a bucket that is not full."""
        self._following.extend([0] * (number + 1 - len(self._following)))
        inside = list(self.of(key))
        if not inside:
            self._first.add(key, number)
        elif len(inside) < _MAX_BUCKET:
            self._following[inside[-1]] = number


class _Keys(NamedTuple):
    """What a card is found by.

    Attributes:
        front: as it compares.
        back: as it compares.
        letters: those that it asks to spell out; empty when it asks for something else.
        exact: of front and back.
        question: what is asked within the topic; where the gap of a statement stands makes another question of it.
        near: cards can only be near repetitions within a topic and when the first words of their answers agree.
        answer: of the back within the topic.
    """

    front: str
    back: str
    letters: str
    exact: int
    question: int
    near: int
    answer: int

    @classmethod
    def of(cls, card: CardText) -> "_Keys":
        front, back, topic = terms.exact_key(card.front), terms.exact_key(card.back), terms.key(card.topic)
        before, _, after = card.front.partition(cloze.BLANK)
        return cls(
            front=front,
            back=back,
            letters=_acronym(front),
            exact=digest(front, back),
            question=digest(topic, question_of(before), question_of(after)),
            near=digest(topic, " ".join(back.split(maxsplit=2)[:2])),
            answer=digest(topic, back),
        )


@dataclass(slots=True)
class SeenCards:
    """Remembers cards; mutable, because every card is compared with those before it."""

    _cards: _Cards = field(default_factory=_Cards)
    _exact: DigestTable = field(default_factory=DigestTable)
    _questions: DigestTable = field(default_factory=DigestTable)
    _acronyms: dict[str, int] = field(default_factory=dict)
    """By the letters that are spelled out."""
    _near: _Buckets = field(default_factory=_Buckets)
    _answers: _Buckets = field(default_factory=_Buckets)
    _last: tuple[CardText, _Keys] | None = None
    """The card that was looked for last, which is the one to be added next."""

    def find(self, card: CardText) -> Finding | None:
        """Return how the card repeats one that was added before, or None."""
        return self._find(card, self._keys(card))

    def add(self, card: CardText) -> None:
        """Remember a card."""
        self._add(card, self._keys(card))

    def add_new(self, cards: Iterable[CardText], *, leave_out: bool) -> list[bool] | None:
        """Remember cards of which none repeats another, but for those that repeat one that was added before.

        Args:
            cards: of one slide.
            leave_out: whether cards may be left out; if not, all are remembered or none.

        Returns:
            whether each card was remembered; None if none was, for it would take leaving out, or another question.
        """
        keyed = [(card, _Keys.of(card)) for card in cards]
        found = [self._find(card, keys) for card, keys in keyed]
        if any(finding and not (leave_out and finding.check is CheckName.DUPLICATE) for finding in found):
            return None
        for (card, keys), finding in zip(keyed, found, strict=True):
            if finding is None:
                self._add(card, keys)
        return [finding is None for finding in found]

    def _find(self, card: CardText, keys: _Keys) -> Finding | None:
        if number := self._exact.get(keys.exact):
            other = self._cards[number]
            return _duplicate(Message("repeats the card {place}", place=other.place), other)
        if keys.letters in self._acronyms:
            other = self._cards[self._acronyms[keys.letters]]
            if terms.stems(other.back) & terms.stems(card.back):
                return _duplicate(Message("asks for the same letters as the card {place}", place=other.place), other)
        if number := self._questions.get(keys.question):
            other = self._cards[number]
            why = Message("asks the question of the card {place}, with another answer", place=other.place)
            return Finding(check=CheckName.AMBIGUOUS, severity=Severity.WARNING, why=why, loss=0.2, repeats=other.uid)
        for number in self._near.of(keys.near):
            front, back = map(terms.exact_key, self._cards.text(number))
            near = fuzz.ratio(f"{front} {back}", f"{keys.front} {keys.back}", score_cutoff=_NEAR)
            if near and _differ_in_spelling(front, keys.front) and _differ_in_spelling(back, keys.back):
                other = self._cards[number]
                return _duplicate(Message("says nearly the same as the card {place}", place=other.place), other)
        return self._asked_in_other_words(card, keys)

    def _asked_in_other_words(self, card: CardText, keys: _Keys) -> Finding | None:
        """Return the finding for a card whose question only adds words to (or leaves out words of) one with its answer.

        On one slide the words that are added tell two things apart (`Glacier`, `Glacier Deep Archive`).
        """
        others = [self._cards[number] for number in self._answers.of(keys.answer)]
        asked = terms.stems(card.shown) if others else frozenset()
        for other in others:
            other_asked = terms.stems(other.front.replace(cloze.BLANK, " "))
            covered = asked <= other_asked or other_asked <= asked
            both = {keys.letters, _acronym(terms.exact_key(other.front))} - {""}
            same_letters = not asked.union(other_asked).isdisjoint(map(terms.stem, both))
            if covered and (same_letters or (card.slide and other.slide and card.slide != other.slide)):
                return _duplicate(Message("asks in other words what the card {place} asks", place=other.place), other)
        return None

    def _add(self, card: CardText, keys: _Keys) -> None:
        number = self._cards.add(card)
        self._exact.add(keys.exact, number)
        if keys.letters:
            self._acronyms.setdefault(keys.letters, number)
        self._questions.add(keys.question, number)
        self._near.add(keys.near, number)
        if len(keys.back.split(maxsplit=1)) > 1 and not any(map(str.isdigit, keys.back)):
            self._answers.add(keys.answer, number)

    def _keys(self, card: CardText) -> _Keys:
        if self._last is None or self._last[0] is not card:
            self._last = card, _Keys.of(card)
        return self._last[1]


def _duplicate(why: Message, other: _Seen) -> Finding:
    return Finding(check=CheckName.DUPLICATE, severity=Severity.WARNING, why=why, loss=0.2, repeats=other.uid)


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
