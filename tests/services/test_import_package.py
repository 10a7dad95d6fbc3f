"""From the phone into the collection and back: notes, pictures and answers, each once, and all of it undone at once."""

import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from flashdeck.domain.card_state import NewState, ScheduledState
from flashdeck.domain.note import NoteContent, NoteKind
from flashdeck.domain.quality import Quality
from flashdeck.domain.review_log import EntryKind
from flashdeck.interop.anki_package.reading import read_package
from flashdeck.services import library, media
from flashdeck.services.check import faults_of
from flashdeck.services.collection_file import media_folder_of
from flashdeck.services.export_cards import export_notes
from flashdeck.services.import_package import apply_package, plan_package
from flashdeck.services.package_process import ReadPackage
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.services.today import Today
from flashdeck.services.undo import undo_last
from flashdeck.storage import backups
from flashdeck.storage.browse import CardFilter
from flashdeck.storage.collection import Collection
from flashdeck.storage.uniting import CONFLICT_TAG
from tests.conftest import StandingClock, basic
from tests.interop.anki_student import PICTURE, AnkiStudent


@pytest.fixture
def clock():
    """Anki's clock is the real one."""
    return StandingClock(datetime.now(UTC))


@pytest.fixture
def student(tmp_path):
    folder = tmp_path / "student"
    folder.mkdir()
    made = AnkiStudent(folder)
    yield made
    made.close()


@pytest.fixture
def take(collection, clock):
    """Import a package, or only plan to."""

    def run(path: Path, *, into: Collection = collection, dry_run: bool = False, deck_name: str | None = None):
        folder = tempfile.TemporaryDirectory()
        read = ReadPackage(path, read_package(path, Path(folder.name)), folder)
        try:
            plan = plan_package(into, clock, read, deck_name=deck_name)
            if not dry_run:
                apply_package(into, clock, plan)
        finally:
            read.close()
        return plan

    return run


@pytest.fixture
def export(collection, clock, tmp_path):
    """Export everything to the student's Anki."""

    def run(student, *, with_progress=True):
        path = tmp_path / "ours.apkg"
        export_notes(collection, Today(collection, clock), path, CardFilter(), with_progress=with_progress)
        student.take(path)

    return run


def answer(collection, clock, quality):
    today = Today(collection, clock)
    StudySession(collection, clock, today, today.review_queue(), StudyMode.REVIEW).answer(quality)


def counts(plan):
    return len(plan.new), plan.same, len(plan.edited), len(plan.conflicts), len(plan.answers)


def picture_of(collection):
    """All of notes and cards that the user can see."""
    ids = [row.note_id for row in collection.browser.page(CardFilter(), datetime.now(UTC).date())]
    return collection.notes.get_many(ids), collection.cards.all()


def test_a_strangers_package_becomes_decks_cards_pictures_and_a_schedule(student, collection, take):
    student.collection.media.write_data("x.png", PICTURE)
    first = student.add("Basic", "Sky::Moon", Front='<img src="x.png"> moon', Back="b")
    gaps = student.add("Cloze", "Sky", Text="{{c1::Io}} {{c2::Europa}}")
    student.answer(first.cards()[0], 4)
    student.collection.sched.suspend_cards([gaps.cards()[1].id])

    plan = take(student.package(), deck_name="From Anki")

    assert counts(plan) == (2, 0, 0, 0, 1)
    assert plan.deck_name == "From Anki::Sky"
    assert collection.decks.names() == ("From Anki::Sky", "From Anki::Sky::Moon")
    cards = {card.uid: card for card in collection.cards.all()}
    state = cards[f"{first.guid}-0"].state
    assert isinstance(state, ScheduledState)
    assert (state.repetitions, state.ease_factor, state.interval_days) == (1, 2.6, 1)
    assert [cards[f"{gaps.guid}-{ordinal}"].is_suspended for ordinal in (0, 1)] == [False, True]
    (kept,) = media_folder_of(collection.path).iterdir()
    assert kept.read_bytes() == PICTURE
    assert f"![]({kept.name})" in collection.notes.get(collection.notes.id_of(first.guid)).content.front
    assert faults_of(collection) == ()


def test_a_second_import_brings_back_a_picture_that_was_lost(student, collection, take):
    student.collection.media.write_data("x.png", PICTURE)
    student.add("Basic", Front='<img src="x.png"> moon', Back="b")
    path = student.package()
    take(path)
    assert media.faults_of(collection) == ()
    (kept,) = media_folder_of(collection.path).iterdir()
    kept.unlink()
    assert media.faults_of(collection) == (f"picture {kept.name} is missing",)
    take(path)
    assert media.faults_of(collection) == ()


@pytest.mark.parametrize("legacy", [False, True])
def test_a_second_import_adds_nothing(student, collection, take, legacy):
    note = student.add("Basic (and reversed card)", Front="a", Back="b")
    for card in note.cards():
        student.answer(card, 3)
    path = student.package(legacy=legacy)
    assert counts(take(path)) == (2, 0, 0, 0, 2)
    before = picture_of(collection)
    changes = collection.changes

    assert counts(take(path)) == (0, 2, 0, 0, 0)
    assert picture_of(collection) == before
    assert collection.changes == changes


def test_a_dry_run_stores_nothing(student, collection, take):
    student.add("Basic", Front="a", Back="b")
    assert counts(take(student.package(), dry_run=True)) == (1, 0, 0, 0, 0)
    assert collection.cards.count() == 0
    assert not collection.has_changed


def test_reviews_on_the_phone_come_back_once_and_make_the_schedule(student, collection, clock, add, export, take):
    add(basic("a"), basic("b"))
    clock.instant -= timedelta(days=3)
    answer(collection, clock, Quality.EASY)
    answer(collection, clock, Quality.HARD)
    clock.instant += timedelta(days=3)
    export(student)
    card = student.note("a").cards()[0]
    student.answer(card, 3)

    plan = take(student.package())

    assert counts(plan) == (0, 2, 0, 0, 1)
    state = collection.cards.find_uid("a-0").state
    assert (state.repetitions, state.ease_factor, state.interval_days) == (2, 2.6, 6)
    assert state.answered_on == Today(collection, clock).day()
    assert collection.reviews.answers() == 3
    assert counts(take(student.package("again.apkg", legacy=True))) == (0, 2, 0, 0, 0)
    assert faults_of(collection) == ()


def test_what_went_to_anki_and_back_is_the_same_on_another_machine(
    student, collection, clock, add, export, take, tmp_path
):
    add(
        basic("a", front="Is 2 * 3 < 7_000?", back="**Yes**", tags=("x",), context="Sums", source_key="0123abcd"),
        basic("b", kind=NoteKind.CLOZE, front="{{c1::one}} {{c2::two}}", back="", deck="Sums"),
    )
    for quality in (Quality.AGAIN, Quality.EASY, Quality.GOOD):  # the last one is the drill of the first
        answer(collection, clock, quality)
        clock.instant += timedelta(seconds=20)
    clock.instant += timedelta(days=1)
    export(student)

    with Collection(tmp_path / "other.flashdeck") as other:
        assert counts(take(student.package(), into=other)) == (2, 0, 0, 0, 3)
        for uid in ("a", "b"):
            ours = collection.notes.get(collection.notes.id_of(uid))
            theirs = other.notes.get(other.notes.id_of(uid))
            assert (theirs.content, theirs.deck_name, theirs.source_key) == (
                ours.content,
                ours.deck_name,
                ours.source_key,
            )
        states = {card.uid: card.state for card in other.cards.all()}
        assert states == {card.uid: card.state for card in collection.cards.all()}
    assert counts(take(student.package())) == (0, 2, 0, 0, 0)


def test_a_field_too_long_to_show_goes_to_anki_and_back_whole(student, collection, add, export, take, tmp_path):
    add(basic("a", front="k" * 3_000, back="keel and bow " * 2_000 + "end"))
    export(student)
    with Collection(tmp_path / "other.flashdeck") as other:
        assert counts(take(student.package(), into=other)) == (1, 0, 0, 0, 0)
        theirs = other.notes.get(other.notes.id_of("a")).content
        assert (theirs.front, theirs.back) == ("k" * 3_000, "keel and bow " * 2_000 + "end")
    assert counts(take(student.package())) == (0, 1, 0, 0, 0)


def test_learning_steps_of_one_day_are_one_answer_and_drills(student, collection, take):
    (card,) = student.add("Basic", Front="a", Back="b").cards()
    for button in (1, 3, 3):
        student.answer(card, button)

    take(student.package())

    (entries,) = collection.reviews.by_card().values()
    assert [(entry.kind, entry.quality) for entry in entries] == [
        (EntryKind.REVIEW, Quality.AGAIN),
        (EntryKind.DRILL, Quality.GOOD),
        (EntryKind.DRILL, Quality.GOOD),
    ]


def test_study_days_follow_zone_and_rollover(student, collection, clock, take):
    (card,) = student.add("Basic", Front="a", Back="b").cards()
    student.answer(card, 3)
    # half past three in the morning, before the study day begins
    night = datetime(2026, 3, 8, 3, 30, tzinfo=UTC)
    student.collection.db.execute("update revlog set id = ?", int(night.timestamp() * 1000))

    take(student.package())

    (entry,) = next(iter(collection.reviews.by_card().values()))
    assert (entry.answered_at, entry.study_day.isoformat()) == (night, "2026-03-07")


def test_a_note_rewritten_in_anki_only_is_taken(student, collection, clock, add, export, take):
    add(basic("a", tags=("mine",)), basic("b"))
    export(student)
    student.edit("a", Back="a <b>better</b> answer")

    plan = take(student.package())

    assert counts(plan) == (0, 1, 1, 0, 0)
    note = collection.notes.get(collection.notes.id_of("a"))
    assert (note.content.back, note.content.tags) == ("a **better** answer", ("mine",))
    assert counts(take(student.package())) == (0, 2, 0, 0, 0)


def test_a_note_rewritten_here_only_stays(student, collection, clock, add, export, take):
    (note_id,) = add(basic("a"))
    export(student)
    content = collection.notes.get(note_id).content
    library.edit_note(collection, clock, note_id, replace(content, back="better"))

    assert counts(take(student.package())) == (0, 1, 0, 0, 0)
    assert collection.notes.get(note_id).content.back == "better"


@pytest.mark.parametrize("ours_is_later", [False, True])
def test_a_note_rewritten_on_both_sides_is_kept_twice(student, collection, clock, add, export, take, ours_is_later):
    (note_id,) = add(basic("a"))
    export(student)
    student.edit("a", Back="theirs")
    content = collection.notes.get(note_id).content
    clock.instant += timedelta(hours=2 if ours_is_later else -2)
    library.edit_note(collection, clock, note_id, replace(content, back="ours"))
    clock.instant += timedelta(hours=3)

    plan = take(student.package())

    assert counts(plan) == (0, 0, 0, 1, 0)
    notes, cards = picture_of(collection)
    texts = {note.uid: note.content.back for note in notes}
    stays, beside = ("ours", "theirs") if ours_is_later else ("theirs", "ours")
    assert texts.pop("a") == stays
    assert list(texts.values()) == [beside]
    assert all(CONFLICT_TAG in note.content.tags for note in notes)
    assert sorted((card.uid == "a-0", card.is_suspended) for card in cards) == [(False, True), (True, False)]
    assert counts(take(student.package())) == (0, 1, 0, 0, 0)


def test_a_strangers_note_is_told_from_the_users_edit(student, collection, clock, take):
    note = student.add("Basic", Front="a", Back="b")
    take(student.package())
    note_id = collection.notes.id_of(note.guid)
    content = collection.notes.get(note_id).content
    library.edit_note(collection, clock, note_id, replace(content, back="mine", topic="Letters"))
    assert counts(take(student.package())) == (0, 1, 0, 0, 0)

    student.edit(note.guid, Back="theirs")
    assert counts(take(student.package())) == (0, 0, 0, 1, 0)


def test_a_strangers_note_rewritten_by_the_stranger_is_taken(student, collection, clock, take):
    note = student.add("Basic", Front="a", Back="b")
    take(student.package())
    student.edit(note.guid, Back="c")

    assert counts(take(student.package())) == (0, 0, 1, 0, 0)
    assert collection.notes.get(collection.notes.id_of(note.guid)).content.back == "c"


def test_one_undo_takes_everything_back_and_a_later_import_brings_it_again(
    student, collection, clock, add, export, take
):
    add(basic("a"), basic("b"))
    clock.instant -= timedelta(days=2)
    answer(collection, clock, Quality.GOOD)
    clock.instant += timedelta(days=2)
    export(student)
    student.answer(student.note("a").cards()[0], 3)
    student.edit("b", Back="other")
    student.answer(student.add("Basic", Front="new", Back="x").cards()[0], 4)
    before = picture_of(collection)
    answers = collection.reviews.answers()
    path = student.package()
    assert counts(take(path)) == (1, 1, 1, 0, 2)
    after = picture_of(collection)

    undone = undo_last(collection, clock, Today(collection, clock))

    assert undone.operation.label == path.name
    assert picture_of(collection) == before
    assert collection.reviews.answers() == answers
    assert faults_of(collection) == ()
    clock.instant += timedelta(minutes=1)
    assert counts(take(path)) == (1, 1, 1, 0, 2)
    assert collection.reviews.answers() == answers + 2
    assert [card.state for card in picture_of(collection)[1]] == [card.state for card in after[1]]


def test_an_answer_that_was_taken_back_here_does_not_return_from_the_phone(
    student, collection, clock, add, export, take
):
    add(basic("a"))
    answer(collection, clock, Quality.GOOD)
    clock.instant += timedelta(minutes=1)
    export(student)
    undo_last(collection, clock, Today(collection, clock))

    assert counts(take(student.package())) == (0, 1, 0, 0, 0)
    assert isinstance(collection.cards.find_uid("a-0").state, NewState)


def test_a_backup_is_made_before(student, collection, clock, add, take):
    add(basic("a"))
    student.add("Basic", Front="b", Back="c")
    take(student.package())
    ((backup, _),) = backups.dated(collection.path.with_name(f"{collection.path.stem}-backups"))
    with Collection(backup) as kept:
        assert kept.cards.count() == 1


def test_a_card_of_the_same_slide_keeps_its_key(student, collection, clock, add, export, take):
    add(basic("a", source_key="0123abcd"))
    export(student)
    library.delete_notes(collection, clock, [collection.notes.id_of("a")])
    add(basic("c", source_key="0123abcd"))

    assert counts(take(student.package())) == (1, 0, 0, 0, 0)
    assert collection.notes.get(collection.notes.id_of("a")).source_key is None
    assert collection.notes.get(collection.notes.id_of("a")).content == NoteContent(
        kind=NoteKind.BASIC, front="question a?", back="answer a", topic="Buckets"
    )


def test_lapses_in_anki_make_a_leech_and_an_undo_makes_none(student, collection, clock, take):
    note = student.add("Basic", Front="a", Back="b")
    card = note.cards()[0]
    for number, button in enumerate((3, 1) * 9):
        at = int((clock.now() - timedelta(days=30 * (20 - number))).timestamp() * 1000)
        student.collection.db.execute(
            "insert into revlog values (?, ?, -1, ?, 30, 30, 2500, 4000, 1)", at, card.id, button
        )
    take(student.package())
    note_id = collection.notes.id_of(note.guid)
    assert collection.cards.find_uid(f"{note.guid}-0").state.lapses == 9
    assert collection.notes.get(note_id).content.tags == ("leech",)
    assert faults_of(collection) == ()
    undo_last(collection, clock, Today(collection, clock))
    assert collection.cards.count() == 0
