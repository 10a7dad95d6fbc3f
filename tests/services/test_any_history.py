"""Whatever is done in whatever order, the collection is what a simple model of it says, after every crash too."""

import atexit
import copy
import math
import shutil
import tempfile
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from flashdeck.domain.card_state import NewState
from flashdeck.domain.quality import Quality
from flashdeck.services import library
from flashdeck.services.check import faults_of
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.services.today import Today
from flashdeck.services.undo import undo_last
from flashdeck.storage.collection import Collection
from tests.conftest import StandingClock, basic


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


@dataclass
class Model:
    """All that the user can see."""

    backs: dict[str, str] = field(default_factory=dict)
    suspended: set[str] = field(default_factory=set)
    buried: dict[str, date] = field(default_factory=dict)
    cards: dict[str, ModelCard] = field(default_factory=dict)
    answers: int = 0


@cache
def empty_collection() -> Path:
    """Return a collection without notes, made once."""
    path = Path(tempfile.mkdtemp(prefix="flashdeck-history-")) / "empty.flashdeck"
    atexit.register(shutil.rmtree, path.parent)
    Collection(path).close()
    return path


class History(RuleBasedStateMachine):
    """Does to the collection and to the model the same."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="flashdeck-history-"))
        self.path = self.folder / "c.flashdeck"
        self.clock = StandingClock()
        self.model = Model()
        self.past: list[Model] = []
        self.lives = 0
        shutil.copyfile(empty_collection(), self.path)
        self.collection = Collection(self.path)

    @property
    def today(self) -> Today:
        return Today(self.collection, self.clock)

    def remember(self) -> None:
        self.past.append(copy.deepcopy(self.model))

    def some_uid(self, number: int) -> str:
        uids = sorted(self.model.backs)
        return uids[number % len(uids)]

    @rule(count=st.integers(1, 3))
    def import_notes(self, count: int) -> None:
        self.remember()
        now = self.clock.now()
        with self.collection.operations.recorded("import", "file", now=now):
            for _ in range(count):
                uid = f"n{len(self.past)}.{len(self.model.backs)}"
                self.collection.notes.add(basic(uid), now=now)
                self.model.backs[uid] = f"answer {uid}"

    @precondition(lambda self: self.model.backs)
    @rule(qualities=st.lists(st.integers(0, 5), min_size=1, max_size=4))
    def answer(self, qualities: list[int]) -> None:
        session = StudySession(self.collection, self.clock, self.today, self.today.review_queue(), StudyMode.REVIEW)
        for q in qualities:
            question = session.question()
            if question is None:
                return
            uid = question.card.uid.rpartition("-")[0]
            assert uid not in self.model.suspended
            self.remember()
            session.answer(Quality(q))
            self.model.cards.setdefault(uid, ModelCard()).answer(q, self.today.day())
            self.model.answers += 1

    @precondition(lambda self: self.model.backs)
    @rule(number=st.integers(0, 9), text=st.text(min_size=1, max_size=5).filter(str.strip))
    def edit(self, number: int, text: str) -> None:
        uid = self.some_uid(number)
        note = self.collection.notes.get(self.collection.notes.id_of(uid))
        self.remember()
        library.edit_note(self.collection, self.clock, note.id, replace(note.content, back=text))
        self.model.backs[uid] = text

    @precondition(lambda self: self.model.backs)
    @rule(number=st.integers(0, 9))
    def delete(self, number: int) -> None:
        uid = self.some_uid(number)
        self.remember()
        library.delete_notes(self.collection, self.clock, [self.collection.notes.id_of(uid)])
        del self.model.backs[uid]

    @precondition(lambda self: self.model.backs)
    @rule(number=st.integers(0, 9), suspended=st.booleans())
    def suspend(self, number: int, suspended: bool) -> None:
        uid = self.some_uid(number)
        card = self.collection.cards.find_uid(f"{uid}-0")
        self.remember()
        library.set_suspended(self.collection, self.clock, [card.id], suspended=suspended)
        if suspended:
            self.model.suspended.add(uid)
        else:
            self.model.suspended.discard(uid)
            self.model.buried.pop(uid, None)

    @precondition(lambda self: self.model.backs)
    @rule(number=st.integers(0, 9))
    def bury(self, number: int) -> None:
        uid = self.some_uid(number)
        card = self.collection.cards.find_uid(f"{uid}-0")
        until = self.today.day() + timedelta(days=1)
        self.remember()
        library.bury(self.collection, self.clock, [card.id], until=until)
        self.model.buried[uid] = until

    @rule()
    def undo(self) -> None:
        undone = undo_last(self.collection, self.clock, self.today)
        assert (undone is not None) is bool(self.past)
        if self.past:
            self.model = self.past.pop()

    @rule(hours=st.sampled_from([1, 7, 24, 24, 24 * 6, -1, -24, -24 * 400, 24 * 365]))
    def change_clock(self, hours: int) -> None:
        self.clock.instant += timedelta(hours=hours)

    @rule()
    def close_and_open(self) -> None:
        self.collection.close()
        self.collection = Collection(self.path)

    @rule()
    def crash(self) -> None:
        """Go on with what the disk holds while the program still runs: as after a kill."""
        self.lives += 1
        after = self.folder / f"life{self.lives}.flashdeck"
        for suffix in ("", "-wal"):
            shutil.copyfile(self.path.with_name(self.path.name + suffix), after.with_name(after.name + suffix))
        self.collection.close()
        self.path = after
        self.collection = Collection(after)

    @invariant()
    def is_what_the_model_says(self) -> None:
        cards = {card.uid.rpartition("-")[0]: card for card in self.collection.cards.all()}
        notes = self.collection.notes.get_many([card.note_id for card in cards.values()])
        assert {note.uid: note.content.back for note in notes} == self.model.backs
        assert self.collection.reviews.answers() == self.model.answers
        for uid, card in cards.items():
            assert card.is_suspended is (uid in self.model.suspended)
            assert card.buried_until == self.model.buried.get(uid)
            wanted = self.model.cards.get(uid, ModelCard())
            if isinstance(card.state, NewState):
                assert wanted.due is None
                continue
            assert (card.state.repetitions, card.state.interval_days) == (wanted.repetitions, wanted.interval)
            assert (card.state.due_on, card.state.drill_on) == (wanted.due, wanted.drill)
            assert card.state.ease_factor == pytest.approx(float(wanted.ease))

    def teardown(self) -> None:
        """Take everything back, after a restart: as many undos as there were steps lead to the start."""
        assert faults_of(self.collection) == ()
        self.close_and_open()
        while self.past:
            self.undo()
            self.is_what_the_model_says()
        self.undo()
        assert self.collection.cards.count() == 0
        assert faults_of(self.collection) == ()
        self.collection.close()
        shutil.rmtree(self.folder)


def run(examples: int, steps: int) -> None:
    checks = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
    chosen = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=checks,
        derandomize=False,  # or every part of the five hundred would be the same
    )
    run_state_machine_as_test(History, settings=chosen)


def test_some_histories():
    run(examples=12, steps=25)


@pytest.mark.crash
@pytest.mark.parametrize("part", range(5))
def test_five_hundred_histories_of_fifty_steps(part):
    run(examples=100, steps=50)
