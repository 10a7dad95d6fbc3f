"""Whatever is done in whatever order, the collection is what a simple model of it says, after every crash too.

And whatever was done can be taken back, step by step, until every row is as it was.
"""

import atexit
import shutil
import tempfile
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from flashdeck.domain.card_state import NewState
from flashdeck.domain.quality import Quality
from flashdeck.domain.scope import ScopePart
from flashdeck.extraction.report import ExtractionReport, report_of
from flashdeck.services import collection_file, library, schedules
from flashdeck.services import settings as settings_service
from flashdeck.services.check import faults_of
from flashdeck.services.extract_file import extract_file
from flashdeck.services.extraction_process import ExtractedFile
from flashdeck.services.import_slides import REMOVED_TAG, apply_import, plan_import
from flashdeck.services.merge import merge
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.services.today import Today
from flashdeck.services.undo import undo_last
from flashdeck.storage.collection import Collection
from tests.conftest import StandingClock, basic
from tests.services.history_model import Fact, Model, ModelCard, ModelNote

COURSE = Path(__file__).resolve().parents[1] / "data" / "coastal_skipper.txt"
SLACK = "• Slack water: the short time when the stream does not run"
SET = "\n\n• Set: the direction towards which a stream runs"
VERSIONS = (
    (),
    ((SLACK, ""), (" Distress\n", " Calling for Help\n")),
    ((SLACK, SLACK.replace("short time", "brief moment") + SET),),
)
"""What each version of the slides says otherwise: cards go and come back, move, and are rewritten."""
NAMES = ("stream does not run", "grave and imminent", "direction towards which", "Have weak streams")
"""What the cards say by which the model is asked; all others are left out, or each step would take long."""
numbers = st.lists(st.integers(0, 9), min_size=1, max_size=3)


@cache
def versions() -> tuple[tuple[ExtractionReport, tuple[Fact, ...]], ...]:
    """Return what is found in each version of the slides, and the same for the model."""
    return tuple(found_in(changes) for changes in VERSIONS)


def found_in(changes: tuple[tuple[str, str], ...]) -> tuple[ExtractionReport, tuple[Fact, ...]]:
    text = COURSE.read_text(encoding="utf-8")
    for old, new in changes:
        text = text.replace(old, new)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "course.txt"
        path.write_text(text, "utf-8")
        found = report_of(extract_file(path))
    topics = {slide.id: slide.topic for slide in found.slides}
    said = {draft.source_key: [name for name in NAMES if name in draft.back] for draft in found.drafts}
    drafts = tuple(draft for draft in found.drafts if said[draft.source_key])
    facts = tuple(
        Fact(
            name=said[draft.source_key][0],
            key=draft.source_key,
            front=draft.front,
            back=draft.back,
            topic=topics[draft.slide_id],
            tags=frozenset(draft.tags),
        )
        for draft in drafts
    )
    return found._replace(drafts=drafts), facts


@cache
def empty_collection() -> Path:
    """Return a collection without notes, made once."""
    path = Path(tempfile.mkdtemp(prefix="flashdeck-history-")) / "empty.flashdeck"
    atexit.register(shutil.rmtree, path.parent)
    Collection(path).close()
    return path


def dump(collection: Collection) -> tuple:
    """Return every row of notes and cards, but for the numbers that topics have."""
    connection = collection._connection
    notes = connection.tuples("SELECT notes.*, decks.name FROM notes JOIN decks ON decks.id = deck_id ORDER BY uid")
    cards = connection.select("SELECT * FROM cards ORDER BY uid")
    return notes, [{name: value for name, value in card.items() if name != "topic_id"} for card in cards]


class History(RuleBasedStateMachine):
    """Does to the collection and to the model the same."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="flashdeck-history-"))
        self.path = self.folder / "c.flashdeck"
        self.clock = StandingClock()
        self.model = Model()
        self.past: list[tuple[Model, tuple]] = []
        self.backups: list[tuple[Path, Model, list[tuple[Model, tuple]]]] = []
        self.made = 0
        shutil.copyfile(empty_collection(), self.path)
        self.collection = Collection(self.path)

    @property
    def today(self) -> Today:
        return Today(self.collection, self.clock)

    def remember(self) -> None:
        self.past.append((self.model.copy(), dump(self.collection)))

    def next_name(self) -> str:
        """Return a word that was never said before."""
        self.made += 1
        return f"n{self.made}"

    def some(self, chosen: list[int]) -> list[str]:
        uids = sorted(self.model.notes)
        return sorted({uids[number % len(uids)] for number in chosen})

    def id_of(self, uid: str):
        return self.collection.notes.id_of(uid)

    def card_ids(self, uids: list[str]):
        return [self.collection.cards.find_uid(f"{uid}-0").id for uid in uids]

    def add_note(self, collection: Collection, topic: str) -> str:
        uid = self.next_name()
        note = basic(uid, topic=topic)
        collection.notes.add(note, now=self.clock.now())
        self.model.notes[uid] = ModelNote(note.content.front, note.content.back, topic)
        return uid

    @rule(count=st.integers(1, 3))
    def import_notes(self, count: int) -> None:
        self.remember()
        with self.collection.operations.recorded("import", "file", now=self.clock.now()):
            for _ in range(count):
                self.add_note(self.collection, "Buckets")

    @rule(version=st.integers(0, len(VERSIONS) - 1))
    def import_slides(self, version: int) -> None:
        found, facts = versions()[version]
        plan = plan_import(self.collection, ExtractedFile(sha256=f"{version:064}", found=found))
        if plan.comparison.new or plan.changes_notes:
            self.remember()
        apply_import(self.collection, self.clock, plan)
        missing = self.model.import_slides(facts)
        cards = self.collection.cards.all()
        there = {note.uid: note for note in self.collection.notes.get_many([card.note_id for card in cards])}
        new = {note.content.front: uid for uid, note in there.items() if uid not in self.model.notes}
        assert new.keys() == {fact.front for fact in missing}
        for fact in missing:
            self.model.notes[new[fact.front]] = ModelNote(fact.front, fact.back, fact.topic, fact.tags, fact=fact)

    @precondition(lambda self: self.model.notes)
    @rule(qualities=st.lists(st.integers(0, 5), min_size=1, max_size=4))
    def answer(self, qualities: list[int]) -> None:
        session = StudySession(self.collection, self.clock, self.today, self.today.review_queue(), StudyMode.REVIEW)
        for q in qualities:
            question = session.question()
            if question is None:
                return
            uid = question.card.uid.rpartition("-")[0]
            assert not self.model.notes[uid].suspended
            self.remember()
            session.answer(Quality(q))
            self.model.cards.setdefault(uid, ModelCard()).answer(q, self.today.day())
            self.model.answers += 1

    @precondition(lambda self: self.model.notes)
    @rule(number=st.integers(0, 9), text=st.text(max_size=5), tagged=st.booleans())
    def edit(self, number: int, text: str, tagged: bool) -> None:
        (uid,) = self.some([number])
        note = self.collection.notes.get(self.id_of(uid))
        back = f"{text} {self.next_name()}"
        tags = (*note.content.tags, *([self.next_name()] if tagged else []))
        self.remember()
        library.edit_note(self.collection, self.clock, note.id, replace(note.content, back=back, tags=tags))
        self.model.notes[uid].write(note.content.front, back, frozenset(tags) - {REMOVED_TAG})

    @precondition(lambda self: self.model.notes)
    @rule(chosen=numbers)
    def delete(self, chosen: list[int]) -> None:
        uids = self.some(chosen)
        self.remember()
        library.delete_notes(self.collection, self.clock, [self.id_of(uid) for uid in uids])
        for uid in uids:
            del self.model.notes[uid]

    @precondition(lambda self: self.model.notes)
    @rule(chosen=numbers, suspended=st.booleans())
    def suspend(self, chosen: list[int], suspended: bool) -> None:
        uids = self.some(chosen)
        self.remember()
        library.set_suspended(self.collection, self.clock, self.card_ids(uids), suspended=suspended)
        for uid in uids:
            self.model.notes[uid].suspend(suspended=suspended)

    @precondition(lambda self: self.model.notes)
    @rule(chosen=numbers)
    def bury(self, chosen: list[int]) -> None:
        uids = self.some(chosen)
        until = self.today.day() + timedelta(days=1)
        self.remember()
        library.bury(self.collection, self.clock, self.card_ids(uids), until=until)
        for uid in uids:
            self.model.notes[uid].buried_until = until

    @precondition(lambda self: self.model.notes)
    @rule(chosen=numbers)
    def mark(self, chosen: list[int]) -> None:
        notes = [self.model.notes[uid] for uid in self.some(chosen)]
        ids = [self.id_of(uid) for uid in self.some(chosen)]
        self.remember()
        library.toggle_marks(self.collection, self.clock, ids)
        marked = {library.MARKED_TAG}
        all_are = all(marked <= note.tags for note in notes)
        for note in notes:
            note.tags = note.tags - marked if all_are else note.tags | marked

    @rule(new=st.integers(0, 30), reviews=st.integers(0, 300), percent=st.integers(80, 200))
    def change_settings(self, new: int, reviews: int, percent: int) -> None:
        changed = {"new_per_day": new, "reviews_per_day": reviews, "text_percent": percent}
        chosen = settings_service.load(self.collection)._replace(**changed)
        schedules.change_settings(self.collection, self.clock, chosen)
        self.model.settings |= changed

    @rule(qualities=st.lists(st.integers(0, 5), min_size=1, max_size=3), edits=st.booleans(), number=st.integers(0, 9))
    def merge(self, qualities: list[int], edits: bool, number: int) -> None:
        """Take in a copy in which notes were made and answered, and one rewritten."""
        self.remember()
        other = self.folder / f"other-{self.next_name()}.flashdeck"
        edited = self.some([number]) if edits and self.model.notes else []
        self.collection.vacuum_into(other)
        with Collection(other) as theirs:
            with theirs.operations.recorded("import", "file", now=self.clock.now()):
                topic = self.next_name()
                uids = [self.add_note(theirs, topic) for _ in qualities]
            today = Today(theirs, self.clock)
            queue = today.review_queue((ScopePart(deck=None, topic=topic),), new_limit=len(uids))
            session = StudySession(theirs, self.clock, today, queue, StudyMode.REVIEW)
            for uid, q in zip(uids, qualities, strict=True):
                assert session.answer(Quality(q)).card_uid == f"{uid}-0"
                self.model.cards.setdefault(uid, ModelCard()).answer(q, today.day())
            for uid in edited:
                note = theirs.notes.get(theirs.notes.id_of(uid))
                back = self.next_name()
                library.edit_note(theirs, self.clock, note.id, replace(note.content, back=back))
                self.model.notes[uid].write(note.content.front, back, self.model.notes[uid].tags)
        self.model.answers += len(qualities)
        assert merge(self.collection, self.clock, other).conflicts == ()

    @precondition(lambda self: len(self.backups) < 3)
    @rule()
    def back_up(self) -> None:
        target = self.folder / f"backup-{self.next_name()}.flashdeck"
        collection_file.backup_now(self.collection, self.clock, target)
        self.backups.append((target, self.model.copy(), list(self.past)))

    @precondition(lambda self: self.backups)
    @rule(number=st.integers(0, 9))
    def restore(self, number: int) -> None:
        backup, model, past = self.backups[number % len(self.backups)]
        self.collection.close()
        collection_file.restore(backup, self.path, self.clock)
        self.collection = Collection(self.path)
        self.model, self.past = model.copy(), list(past)

    @rule()
    def undo(self) -> None:
        undone = undo_last(self.collection, self.clock, self.today)
        assert (undone is not None) is bool(self.past)
        if self.past:
            chosen = self.model.settings  # are no step that could be taken back
            self.model, before = self.past.pop()
            self.model = replace(self.model.copy(), settings=chosen)
            assert dump(self.collection) == before

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
        after = self.folder / f"life-{self.next_name()}.flashdeck"
        for suffix in ("", "-wal"):
            shutil.copyfile(self.path.with_name(self.path.name + suffix), after.with_name(after.name + suffix))
        self.collection.close()
        self.path = after
        self.collection = Collection(after)

    @invariant()
    def is_what_the_model_says(self) -> None:
        cards = {card.uid.rpartition("-")[0]: card for card in self.collection.cards.all()}
        notes = {note.uid: note for note in self.collection.notes.get_many([card.note_id for card in cards.values()])}
        assert notes.keys() == cards.keys() == self.model.notes.keys()
        assert self.collection.reviews.answers() == self.model.answers
        stored = self.collection.settings.all()
        assert {name: stored.get(name) for name in self.model.settings} == self.model.settings
        for uid, wanted in self.model.notes.items():
            content, card = notes[uid].content, cards[uid]
            assert (content.front, content.back, content.topic) == (wanted.front, wanted.back, wanted.topic)
            assert set(content.tags) == wanted.tags | ({REMOVED_TAG} if wanted.is_aside else set())
            assert card.is_suspended is wanted.suspended
            assert card.buried_until == wanted.buried_until
            self.check_schedule(card, self.model.cards.get(uid, ModelCard()))
        self.check_counts()

    def check_schedule(self, card, wanted: ModelCard) -> None:
        if isinstance(card.state, NewState):
            assert wanted.due is None
            return
        assert (card.state.repetitions, card.state.interval_days) == (wanted.repetitions, wanted.interval)
        assert (card.state.due_on, card.state.drill_on) == (wanted.due, wanted.drill)
        assert card.state.ease_factor == pytest.approx(float(wanted.ease))

    def check_counts(self) -> None:
        day = self.today.day()
        counts = self.collection.cards.topic_counts(day)
        open_ones = [
            self.model.cards.get(uid, ModelCard())
            for uid, note in self.model.notes.items()
            if not note.suspended and (note.buried_until is None or note.buried_until <= day)
        ]
        assert sum(each.total for each in counts) == len(self.model.notes)
        assert sum(each.new for each in counts) == sum(card.due is None for card in open_ones)
        assert sum(each.due for each in counts) == sum(card.due is not None and card.due <= day for card in open_ones)
        assert sum(each.drill for each in counts) == sum(card.drill == day for card in open_ones)

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
@pytest.mark.parametrize("part", range(10))
def test_five_hundred_histories_of_fifty_steps(part):
    run(examples=50, steps=50)
