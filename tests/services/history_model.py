"""A collection as a simple model has it: what the user sees, in plain values, without a log and without a database."""

import copy
import math
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction


@dataclass
class ModelCard:
    """A card as SM-2's text has it, in exact fractions."""

    repetitions: int = 0
    ease: Fraction = Fraction(5, 2)
    interval: int = 0
    due: date | None = None
    drill: date | None = None

    def answer(self, q: int, day: date) -> None:
        if self.drill == day:
            self.drill = None if q >= 4 else day
            return
        if q < 3:
            self.repetitions, self.interval = 0, 1
        else:
            step = Fraction(1, 10) - (5 - q) * (Fraction(8, 100) + (5 - q) * Fraction(2, 100))
            self.ease = max(Fraction(13, 10), self.ease + step)
            self.repetitions += 1
            self.interval = {1: 1, 2: 6}.get(self.repetitions) or math.ceil(self.interval * self.ease)
        self.due = day + timedelta(days=self.interval)
        self.drill = None if q >= 4 else day


@dataclass(frozen=True)
class Fact:
    """A card as a version of the slides has it.

    Attributes:
        name: of what is said, in whatever words: another version may have the fact in other words.
    """

    name: str
    key: str
    front: str
    back: str
    topic: str
    tags: frozenset[str]


@dataclass
class ModelNote:
    """A note.

    Attributes:
        fact: as the slides had it last; None for a note that is in no slides.
        is_edited: whether the user has written something else since.
        is_aside: whether the slides have it no longer.
        is_out_with_slides: whether it is suspended because the slides have it no longer.
    """

    front: str
    back: str
    topic: str
    tags: frozenset[str] = frozenset()
    suspended: bool = False
    buried_until: date | None = None
    fact: Fact | None = None
    is_edited: bool = False
    is_aside: bool = False
    is_out_with_slides: bool = False

    def suspend(self, *, suspended: bool) -> None:
        """Be suspended or not, as the user wants it."""
        self.suspended = suspended
        if not suspended:
            self.buried_until = None
            self.is_out_with_slides = False

    def write(self, front: str, back: str, tags: frozenset[str]) -> None:
        self.front, self.back, self.tags = front, back, tags
        self.is_edited = True

    def take(self, fact: Fact) -> None:
        """Be what a version of the slides says, where the user has written nothing."""
        self.fact = fact
        if not self.is_edited:
            self.front, self.back, self.topic = fact.front, fact.back, fact.topic
            self.tags |= fact.tags
        if self.is_out_with_slides:
            self.suspended = False
        self.is_aside = self.is_out_with_slides = False

    def set_aside(self) -> None:
        self.is_out_with_slides = not self.suspended
        self.is_aside = self.suspended = True


@dataclass
class Model:
    """All that the user can see.

    Attributes:
        cards: by the note's uid; they outlive the note, because the log does.
        settings: only those that were changed.
    """

    notes: dict[str, ModelNote] = field(default_factory=dict)
    cards: dict[str, ModelCard] = field(default_factory=dict)
    answers: int = 0
    settings: dict[str, object] = field(default_factory=dict)

    def copy(self) -> "Model":
        return copy.deepcopy(self)

    def import_slides(self, facts: tuple[Fact, ...]) -> list[Fact]:
        """Take a version of the slides in; return the facts for which there has to be a new note."""
        by_fact = {note.fact: note for note in self.notes.values() if note.fact is not None}
        by_key = {fact.key: note for fact, note in by_fact.items()}
        used, missing = [], []
        for fact in facts:
            note = by_key.get(fact.key)
            used += [note] if note is not None else []
            missing += [fact] if note is None else []
            if note is not None:
                note.take(fact)
        left = {note.fact.name: note for note in by_fact.values() if not note.is_aside and note not in used}
        for fact in [fact for fact in missing if fact.name in left]:
            left.pop(fact.name).take(fact)
            missing.remove(fact)
        for note in left.values():
            note.set_aside()
        return missing
