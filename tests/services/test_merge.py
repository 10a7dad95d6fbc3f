"""Two collections that drifted apart unite: every answer counts, and it does not matter who unites them."""

import hashlib
import re
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flashdeck.domain.choices import Algorithm
from flashdeck.domain.note import NoteKind, SlideSource
from flashdeck.domain.quality import Quality
from flashdeck.errors import CollectionBusyError, CollectionDamagedError, CollectionError, CollectionTooNewError
from flashdeck.services import collection_file, library, schedules, sitting, source_files
from flashdeck.services import settings as settings_service
from flashdeck.services.check import faults_of
from flashdeck.services.export_cards import export_notes
from flashdeck.services.merge import CONFLICT_TAG, merge
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.services.today import Today
from flashdeck.services.undo import undo_last
from flashdeck.storage.browse import CardFilter
from flashdeck.storage.collection import Collection
from flashdeck.storage.contents import Contents
from flashdeck.storage.copying import copy_files
from flashdeck.storage.notes import StoredSlide
from flashdeck.storage.uniting import unite
from tests.conftest import StandingClock, basic


class Machine:
    """One of the two, with a clock of its own."""

    def __init__(self, path) -> None:
        self.path = path
        self.clock = StandingClock()

    def open(self) -> Collection:
        return Collection(self.path)

    def do(self, action, number: int = 0) -> None:
        self.clock.instant += timedelta(minutes=7)
        with self.open() as collection:
            cards = collection.cards.all()
            if cards:
                action(collection, self.clock, Today(collection, self.clock), cards[number % len(cards)], number)

    def merge(self, other: "Machine"):
        with self.open() as collection:
            return merge(collection, self.clock, other.path)

    def contents(self):
        with self.open() as collection:
            assert faults_of(collection) == ()
            held = collection.merging.read()
            # both may take the same answer back, each at a moment of its own; what that undoes is the same
            log = {uid: row["undoes"] if row["kind"] == "undo" else row for uid, row in held.log.items()}
            places = {card.uid: (card.state, card.position) for card in collection.cards.all()}
            return replace(held, log=log), places


def answer(collection, clock, today, card, number) -> None:
    session = StudySession(collection, clock, today, today.review_queue(), StudyMode.REVIEW)
    if session.question() is not None:
        session.answer(Quality(number % 6))


def add(collection, clock, today, card, number) -> None:
    with collection.operations.recorded("import", "file", now=clock.now()):
        collection.notes.add(basic(f"made {clock.now().isoformat()}"), now=clock.now())


def write(collection, clock, today, card, number) -> None:
    edit(collection, clock, card.uid.rpartition("-")[0], f"{number} {clock.now().isoformat()}")


def make_gaps(collection, clock, today, card, number) -> None:
    content = collection.notes.get(card.note_id).content
    gaps = replace(content, kind=NoteKind.CLOZE, front="{{c1::one}} {{c2::two}}")
    library.edit_note(collection, clock, card.note_id, gaps)


def choose_scheduler(collection, clock, today, card, number) -> None:
    chosen = settings_service.load(collection)._replace(algorithm=list(Algorithm)[number % 2])
    schedules.change_settings(collection, clock, chosen)


def delete(collection, clock, today, card, number) -> None:
    library.delete_notes(collection, clock, [card.note_id])


def suspend(collection, clock, today, card, number) -> None:
    library.set_suspended(collection, clock, [card.id], suspended=bool(number % 2))


def bury(collection, clock, today, card, number) -> None:
    library.bury(collection, clock, [card.id], until=today.day() + timedelta(days=1))


def undo(collection, clock, today, card, number) -> None:
    undo_last(collection, clock, today)


def sleep(collection, clock, today, card, number) -> None:
    clock.sleep_until_tomorrow()


ACTIONS = (answer, answer, answer, write, make_gaps, delete, suspend, bury, add, undo, sleep, choose_scheduler)


def two_machines(folder) -> tuple[Machine, Machine]:
    """Two machines with the same collection, three notes and an answer old."""
    first = Machine(folder / "first" / "c.flashdeck")
    for uid in "abc":
        with first.open() as collection, collection.atomic():
            collection.notes.add(basic(uid, source_key=f"key {uid}"), now=first.clock.now())
    first.do(answer, 4)
    second = Machine(folder / "second" / "c.flashdeck")
    second.clock.instant = first.clock.instant + timedelta(minutes=3)
    second.path.parent.mkdir()
    shutil.copyfile(first.path, second.path)
    return first, second


@pytest.fixture
def machines(tmp_path):
    return two_machines(tmp_path)


doings = st.lists(st.tuples(st.booleans(), st.sampled_from(ACTIONS), st.integers(0, 5)), max_size=10)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(doings)
def test_the_result_is_the_same_whichever_side_merges_and_no_answer_is_lost(tmp_path_factory, doings):
    first, second = two_machines(tmp_path_factory.mktemp("machines"))
    for is_first, name, number in doings:
        (first if is_first else second).do(name, number)
    logs = set(first.contents()[0].log) | set(second.contents()[0].log)
    kept = second.path.with_name("kept.flashdeck")
    shutil.copyfile(second.path, kept)
    first_before = Machine(first.path.with_name("before.flashdeck"))
    shutil.copyfile(first.path, first_before.path)
    first.merge(second)
    second.merge(first_before)
    assert first.contents() == second.contents()
    assert set(first.contents()[0].log) == logs
    again = first.merge(second)  # and there is nothing left to unite
    assert (again.changes.notes_added, again.changes.notes_changed, again.changes.answers_added) == (0, 0, 0)
    assert again.conflicts == ()
    assert first.contents() == second.contents()


def test_what_both_sides_export_afterwards_is_the_same_to_the_byte(machines):
    first, second = machines
    for machine in machines:
        for action, number in ((write, 0), (answer, 4), (suspend, 1), (write, 2)):
            machine.do(action, number)
        with machine.open() as collection, collection.atomic():
            for letter in "zy":
                uid = f"{letter}-of-{machine.path.parent.name}"
                collection.notes.add(basic(uid, topic=letter), now=machine.clock.now())
    before = Machine(first.path.with_name("before.flashdeck"))
    shutil.copyfile(first.path, before.path)
    assert first.merge(second).conflicts
    assert second.merge(before).conflicts
    for ending in ("json", "csv", "tsv", "md"):
        written = []
        for machine in machines:
            out = machine.path.with_name(f"cards.{ending}")
            with machine.open() as collection:
                export_notes(collection, Today(collection, machine.clock), out, CardFilter())
            written.append(out.read_bytes())
        assert written[0] == written[1], ending


def test_new_cards_keep_their_order_whatever_their_names(machines):
    first, second = machines
    for machine, uids in ((first, ("z", "y")), (second, ("x", "w"))):
        with machine.open() as collection, collection.atomic():
            for uid in uids:
                collection.notes.add(basic(uid), now=machine.clock.now())
    first.merge(second)
    with first.open() as collection:
        by_position = sorted(collection.cards.all(), key=lambda card: card.position)
        assert [card.uid for card in by_position] == ["a-0", "b-0", "c-0", "z-0", "y-0", "x-0", "w-0"]
        assert [card.position for card in by_position] == list(range(1, 8))


def test_a_card_of_which_nothing_can_be_read_is_new_and_in_the_place_of_its_note(machines):
    first, second = machines
    second.do(add)
    with second.open() as collection:
        held = collection.merging.read()
    notes = {uid: replace(note, flags={}) for uid, note in held.notes.items() if uid not in "abc"}
    with first.open() as collection, collection.atomic():
        ours = collection.merging.read()
        collection.merging.write(ours, replace(ours, notes={**ours.notes, **notes}))
        (added,) = [card for card in collection.cards.all() if card.uid.startswith("made")]
        assert (added.is_new, added.is_suspended, added.position) == (True, False, added.note_id)


def test_the_other_collection_stays_as_it_is(machines):
    first, second = machines
    second.do(answer, 5)
    before = second.path.read_bytes()
    first.merge(second)
    assert second.path.read_bytes() == before


def test_answers_of_both_sides_count_in_the_order_they_were_given(machines):
    first, second = machines
    first.do(answer, 4)  # b
    second.do(answer, 1)  # b too, later: missed
    merged = first.merge(second)
    assert merged.changes.answers_added == 1
    with first.open() as collection:
        state = collection.cards.find_uid("b-0").state
        assert [int(entry.quality) for entry in collection.reviews.of_card("b-0")] == [4, 1]
        assert (state.repetitions, state.lapses) == (0, 1)
        assert collection.reviews.last_standing().quality is Quality.AGAIN


def test_texts_written_on_both_sides_stand_side_by_side(machines):
    first, second = machines
    with first.open() as collection:
        edit(collection, first.clock, "a", "first")
    second.clock.instant += timedelta(hours=1)
    with second.open() as collection:
        edit(collection, second.clock, "a", "second")
    (conflict,) = first.merge(second).conflicts
    assert (conflict.stays.back, conflict.beside.back) == ("second", "first")
    with first.open() as collection:
        notes = [collection.notes.get(card.note_id) for card in collection.cards.all()]
        assert sorted(note.content.back for note in notes if CONFLICT_TAG in note.content.tags) == ["first", "second"]
        beside = next(card for card in collection.cards.all() if card.uid.startswith("a."))
        assert beside.is_suspended
        stays = collection.cards.find_uid("a-0")
        assert not stays.is_new
        assert not stays.is_suspended


def edit(collection, clock, uid: str, back: str) -> None:
    note = collection.notes.get(collection.notes.id_of(uid))
    library.edit_note(collection, clock, note.id, replace(note.content, back=back))


def test_a_text_written_on_one_side_only_stands_without_a_conflict(machines):
    first, second = machines
    for text in ("better", "best"):
        with second.open() as collection:
            edit(collection, second.clock, "a", text)
    first.clock.instant += timedelta(days=3)
    assert first.merge(second).conflicts == ()
    with first.open() as collection:
        assert collection.notes.get(collection.notes.id_of("a")).content.back == "best"
    assert second.merge(first).changes.notes_changed == 0


def test_the_same_notes_imported_on_both_sides_are_no_change_until_one_is_written_anew(tmp_path):
    first, second = (Machine(tmp_path / name) for name in ("first", "second"))
    second.clock.instant += timedelta(hours=2)
    for machine in (first, second):
        with machine.open() as collection, collection.atomic():
            collection.notes.add(basic("a"), now=machine.clock.now())
            collection.notes.add(basic("b"), now=machine.clock.now())
    changes = first.merge(second).changes
    assert (changes.notes_added, changes.notes_changed, changes.notes_deleted) == (0, 0, 0)
    with second.open() as collection:
        second.clock.instant += timedelta(minutes=1)
        edit(collection, second.clock, "a", "better")
    assert first.merge(second).changes.notes_changed == 1
    second.merge(first)
    assert first.contents() == second.contents()


@pytest.mark.parametrize("first_merges", [True, False])
def test_a_text_that_follows_the_other_sides_stands_though_the_clock_was_set_back_before_it(machines, first_merges):
    first, second = machines
    second.clock.instant -= timedelta(days=400)
    with second.open() as collection:
        edit(collection, second.clock, "a", "later, by an earlier clock")
    merging, other = (first, second) if first_merges else (second, first)
    assert merging.merge(other).conflicts == ()
    with merging.open() as collection:
        assert collection.notes.get(collection.notes.id_of("a")).content.back == "later, by an earlier clock"


def test_a_note_deleted_on_one_side_goes_unless_it_was_written_anew_after_that(machines):
    first, second = machines
    with first.open() as collection:
        library.delete_notes(collection, first.clock, [collection.notes.id_of("b"), collection.notes.id_of("c")])
    second.clock.instant = first.clock.instant + timedelta(minutes=1)
    with second.open() as collection:
        edit(collection, second.clock, "c", "later")
    assert second.merge(first).changes.notes_deleted == 1
    with second.open() as collection:
        assert sorted(card.uid for card in collection.cards.all()) == ["a-0", "c-0"]


def take_back(machine: Machine):
    with machine.open() as collection:
        return undo_last(collection, machine.clock, Today(collection, machine.clock))


def test_a_merge_is_taken_back_before_what_was_done_earlier(machines):
    first, second = machines
    first.do(write)
    second.clock.instant += timedelta(hours=9)  # ahead: its answers have a place behind the merge's own time
    second.do(answer, 3)
    first.merge(second)
    undone = take_back(first)
    assert (undone.operation.kind, undone.operation.label) == ("merge", "c.flashdeck")
    assert take_back(first).operation.kind == "edit"
    assert take_back(first).answer.quality is Quality.GOOD
    assert take_back(first) is None
    assert first.contents()[0].log.keys() == second.contents()[0].log.keys() - {last_answer(second)} | {
        uid for uid in first.contents()[0].log if uid.endswith("-undone")
    }


def last_answer(machine: Machine) -> str:
    with machine.open() as collection:
        return collection.reviews.last_standing().uid


afterwards = st.lists(st.tuples(st.sampled_from((answer, suspend, bury, sleep)), st.integers(0, 5)), max_size=4)


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(doings, afterwards)
def test_a_merge_taken_back_leaves_nothing_behind_and_can_be_done_again(tmp_path_factory, doings, afterwards):
    first, second = two_machines(tmp_path_factory.mktemp("machines"))
    for is_first, name, number in doings:
        (first if is_first else second).do(name, number)
    before = first.contents()
    first.merge(second)
    merged = first.contents()
    for name, number in afterwards:
        first.do(name, number)
    answers = 0
    while (undone := take_back(first)).operation is None or undone.operation.kind != "merge":
        answers += undone.answer is not None
    held, places = first.contents()
    kept = {uid: row for uid, row in held.log.items() if uid in before[0].log}
    assert (replace(held, log=kept), places) == before
    assert len(held.log) == len(kept) + 2 * answers  # what was answered since, each with its undo
    if not answers:
        first.merge(second)
        assert first.contents() == merged


def test_a_note_that_both_deleted_was_deleted_when_it_was_here_once_the_merge_is_taken_back(machines):
    first, second = machines
    second.clock.instant += timedelta(hours=1)
    for machine in machines:
        with machine.open() as collection:
            library.delete_notes(collection, machine.clock, [collection.notes.id_of("b")])
    before, _ = first.contents()
    first.merge(second)
    merged, _ = first.contents()
    assert merged.deleted["b"] != before.deleted["b"]
    take_back(first)
    assert first.contents()[0] == before


def test_what_came_with_a_merge_goes_with_it_down_to_settings_and_slides(machines):
    first, second = machines
    import_slide(second, "from slides", "ab" * 32)
    second.do(write, 1)
    second.do(delete, 2)
    second.do(choose_scheduler, 1)
    with second.open() as collection:
        collection.settings.put("new_per_day", 3, now=second.clock.now())
    with first.open() as collection:
        collection.settings.put("new_per_day", 4, now=first.clock.now())
    before = first.contents()
    first.merge(second)
    assert first.contents() != before
    with first.open() as collection:
        assert collection.settings.all()["new_per_day"] == 3
    take_back(first)
    assert first.contents() == before
    assert first.merge(second).conflicts == ()
    with first.open() as collection:
        assert collection.cards.find_uid("from slides-0") is not None
        assert collection.cards.find_uid("c-0") is None


def test_a_setting_changed_after_a_merge_stays_when_the_merge_is_taken_back(machines):
    first, second = machines
    for machine, number in ((second, 3), (first, 5)):
        with machine.open() as collection:
            collection.settings.put("new_per_day", number, now=machine.clock.now() + timedelta(hours=number))
        if machine is second:
            first.merge(second)
    take_back(first)
    with first.open() as collection:
        assert collection.settings.all() == {"new_per_day": 5}


def test_a_sitting_begun_before_a_merge_is_taken_back_is_over(machines):
    first, second = machines
    second.do(answer, 5)
    first.merge(second)
    with first.open() as collection:
        today = Today(collection, first.clock)
        sitting.begin(collection, first.clock, today, today.review_queue(), StudyMode.REVIEW)
        undo_last(collection, first.clock, today)
        assert sitting.resume(collection, first.clock, today) is None


def test_a_merge_that_was_taken_back_lets_the_other_side_keep_its_answers(machines):
    first, second = machines
    second.do(answer, 5)
    before = second.contents()
    first.merge(second)
    take_back(first)
    second.merge(first)
    assert second.contents() == before


def test_the_backup_holds_the_collection_as_it_was(machines):
    first, second = machines
    second.do(add)
    merged = first.merge(second)
    with Collection(merged.backup) as before:
        assert before.cards.count() == 3


def import_slide(machine: Machine, uid: str, sha256: str, key: str | None = None) -> None:
    slide = StoredSlide(
        number=1, section="Knots", topic="Bends", title="Two", first_line=1, last_line=2, lines=((1, "Two"), (2, "x"))
    )
    source = SlideSource(file_name="knots.txt", slide_number=1, slide_title="Two", first_line=1, last_line=2)
    with machine.open() as collection, collection.atomic():
        source_id = collection.notes.add_source(
            file_name="knots.txt", file_format="text", sha256=sha256, slides=[slide], now=machine.clock.now()
        )
        note = basic(uid, source=source, source_key=key)
        collection.notes.add(note, now=machine.clock.now(), source_id=source_id)


def test_a_gap_that_was_closed_on_one_side_takes_its_card_along(machines):
    first, second = machines
    first.do(make_gaps)
    second.merge(first)
    with second.open() as collection:
        assert collection.cards.find_uid("a-1") is not None
    second.clock.instant += timedelta(hours=1)
    with second.open() as collection:
        note = collection.notes.get(collection.notes.id_of("a"))
        library.edit_note(collection, second.clock, note.id, replace(note.content, front="{{c1::one}} alone"))
    first.merge(second)
    with first.open() as collection:
        assert collection.cards.find_uid("a-1") is None
        assert faults_of(collection) == ()


def test_a_gap_made_on_one_side_brings_its_card_as_it_was_left_there(machines):
    first, second = machines
    second.do(make_gaps)
    with second.open() as collection:
        made = collection.cards.find_uid("a-1")
        library.set_suspended(collection, second.clock, [made.id], suspended=True)
    first.merge(second)
    with first.open() as collection:
        assert collection.cards.find_uid("a-1").is_suspended


def test_slides_come_along_with_their_notes(machines):
    first, second = machines
    import_slide(second, "from slides", "ab" * 32)
    first.merge(second)
    with first.open() as collection:
        note_id = collection.notes.id_of("from slides")
        assert collection.notes.get(note_id).source.file_name == "knots.txt"
        assert collection.notes.slide_of(note_id).lines == ((1, "Two"), (2, "x"))


def test_a_note_written_anew_on_one_side_stays_with_its_slide(machines):
    first, second = machines
    import_slide(second, "from slides", "ab" * 32)
    first.merge(second)
    first.clock.instant += timedelta(hours=1)
    with first.open() as collection:
        edit(collection, first.clock, "from slides", "later")
    second.merge(first)
    with second.open() as collection:
        note_id = collection.notes.id_of("from slides")
        assert collection.notes.get(note_id).content.back == "later"
        assert collection.notes.slide_of(note_id).lines == ((1, "Two"), (2, "x"))


def test_kept_slide_files_come_along(machines):
    first, second = machines
    folder = source_files.folder_of(second.path)
    folder.mkdir()
    content = b"%PDF-1.4 a page"
    name = f"{hashlib.sha256(content).hexdigest()}.pdf"
    (folder / name).write_bytes(content)
    first.merge(second)
    assert (source_files.folder_of(first.path) / name).read_bytes() == content


def test_pictures_come_along_and_ours_stay(machines):
    first, second = machines
    for machine, names in ((first, {"both.png": b"ours"}), (second, {"both.png": b"theirs", "new.png": b"new"})):
        folder = collection_file.media_folder_of(machine.path)
        folder.mkdir()
        for name, content in names.items():
            (folder / name).write_bytes(content)
    first.merge(second)
    here = collection_file.media_folder_of(first.path)
    assert {path.name: path.read_bytes() for path in here.iterdir()} == {"both.png": b"ours", "new.png": b"new"}


def test_a_picture_that_cannot_be_copied_stops_the_merge(machines):
    first, second = machines
    folder = collection_file.media_folder_of(second.path)
    folder.mkdir()
    (folder / "new.png").write_bytes(b"new")
    second.do(add)
    collection_file.media_folder_of(first.path).write_text("in the way")
    with pytest.raises(CollectionError, match=r"new\.png could not be copied"):
        first.merge(second)
    assert len(first.contents()[0].notes) == 3


def test_one_place_in_the_slides_belongs_to_one_note(machines):
    first, second = machines
    import_slide(first, "y", "ab" * 32, key="the same")
    import_slide(second, "x", "ab" * 32, key="the same")
    first.merge(second)
    notes = first.contents()[0].notes
    assert (notes["x"].columns["source_key"], notes["y"].columns["source_key"]) == ("the same", None)


def tag(machine: Machine, *tags: str, mark: bool = False) -> None:
    """Let note a have these tags, or mark it, seven minutes later."""
    machine.clock.instant += timedelta(minutes=7)
    with machine.open() as collection:
        note = collection.notes.get(collection.notes.id_of("a"))
        if mark:
            library.toggle_mark(collection, machine.clock, note.id)
        else:
            library.edit_note(collection, machine.clock, note.id, replace(note.content, tags=tags))


def decide(machine: Machine, **decided) -> None:
    """Suspend the card of note a, or resume it, or bury it, seven minutes later."""
    machine.clock.instant += timedelta(minutes=7)
    with machine.open() as collection:
        card = collection.cards.find_uid("a-0")
        if "until" in decided:
            library.bury(collection, machine.clock, [card.id], **decided)
        else:
            library.set_suspended(collection, machine.clock, [card.id], **decided)


def united(first: Machine, second: Machine):
    """Note a and its card once each side has taken in what the other was, which must come to the same."""
    before = Machine(first.path.with_name("before.flashdeck"))
    shutil.copyfile(first.path, before.path)
    first.merge(second)
    second.merge(before)
    assert first.contents() == second.contents()
    first.merge(second)
    assert first.contents() == second.contents()
    with first.open() as collection:
        card = collection.cards.find_uid("a-0")
        return collection.notes.get(card.note_id).content, card


@pytest.mark.parametrize("turned", [False, True])
class TestWhatEachSideDecided:
    @pytest.fixture
    def sides(self, machines, turned):
        return machines[::-1] if turned else machines

    def test_tags_of_both_sides_stay(self, sides):
        here, there = sides
        tag(here, "here")
        tag(there, "elsewhere", "too")
        assert united(here, there)[0].tags == ("elsewhere", "here", "too")

    def test_a_mark_stays_though_the_other_side_wrote_the_text_anew(self, sides):
        here, there = sides
        tag(there, mark=True)
        with here.open() as collection:
            here.clock.instant += timedelta(hours=1)
            edit(collection, here.clock, "a", "better")
        content, _ = united(here, there)
        assert (content.back, content.tags) == ("better", ("marked",))

    def test_a_tag_that_was_taken_away_later_is_gone(self, sides):
        here, there = sides
        tag(here, "wrong")
        there.clock.instant = here.clock.instant
        there.merge(here)
        tag(there, "right")
        here.clock.instant += timedelta(hours=1)
        with here.open() as collection:
            edit(collection, here.clock, "a", "better")
        assert united(here, there)[0].tags == ("right",)
        tag(there, "wrong", "right")
        assert united(here, there)[0].tags == ("right", "wrong")

    def test_a_card_suspended_here_and_buried_later_there_is_both(self, sides):
        here, there = sides
        until = here.clock.now().date() + timedelta(days=9)
        decide(here, suspended=True)
        there.clock.instant += timedelta(hours=1)
        decide(there, until=until)
        _, card = united(here, there)
        assert (card.is_suspended, card.buried_until) == (True, until)

    def test_a_card_resumed_later_than_it_was_suspended_elsewhere_is_resumed(self, sides):
        here, there = sides
        decide(here, suspended=True)
        there.clock.instant += timedelta(hours=1)
        decide(there, suspended=True)
        decide(there, suspended=False)
        assert not united(here, there)[1].is_suspended


class TestRefusals:
    def test_a_file_that_is_not_there(self, machines, tmp_path):
        first, _ = machines
        with pytest.raises(CollectionError, match="There is no collection"):
            first.merge(Machine(tmp_path / "nothing.flashdeck"))

    def test_the_collection_itself(self, machines):
        first, _ = machines
        with pytest.raises(CollectionError, match="with itself"):
            first.merge(first)

    def test_one_that_is_open_elsewhere(self, machines):
        first, second = machines
        with second.open(), pytest.raises(CollectionBusyError, match=str(second.path)):
            first.merge(second)

    def test_a_damaged_one(self, machines):
        first, second = machines
        data = bytearray(second.path.read_bytes())
        for page in range(2, len(data) // 4096):
            data[page * 4096 : page * 4096 + 200] = b"\xff" * 200
        second.path.write_bytes(data)
        with pytest.raises(CollectionDamagedError, match=re.escape(str(second.path))):
            first.merge(second)
        assert first.contents()[0].notes.keys() == {"a", "b", "c"}

    @pytest.mark.parametrize("rotten", [0, 1])
    @pytest.mark.parametrize(
        "sql", ["UPDATE review_log SET quality = 1", "UPDATE notes SET back = 'rotten' WHERE uid = 'c'"]
    )
    def test_one_of_two_that_holds_a_row_that_is_not_as_it_was_written(self, machines, rotten, sql):
        first, second = machines
        second.do(answer, 5)
        with machines[rotten].open() as collection, collection.health.open_log():
            assert collection._connection.execute(sql) >= 1
        with machines[rotten].open() as collection:
            faults = faults_of(collection)
        before = first.path.read_bytes()
        with pytest.raises(CollectionDamagedError, match=f"{machines[rotten].path} is as it was written"):
            first.merge(second)
        assert first.path.read_bytes() == before
        with machines[rotten].open() as collection:
            assert faults_of(collection) == faults != ()

    def test_a_newer_one(self, machines):
        first, second = machines
        data = bytearray(second.path.read_bytes())
        data[60:64] = (99).to_bytes(4, "big")
        second.path.write_bytes(data)
        with pytest.raises(CollectionTooNewError, match=re.escape(f"The collection {second.path} was written")):
            first.merge(second)
        assert second.path.read_bytes() == data

    def test_one_that_is_newer_by_the_log_of_a_killed_program_alone(self, machines):
        first, second = machines
        newer = second.path.with_name("newer.flashdeck")
        copy_files(second.path, newer)
        with closing(sqlite3.connect(newer, isolation_level=None)) as newer_program:
            newer_program.execute("PRAGMA journal_mode = WAL")
            newer_program.execute("PRAGMA user_version = 99")
            copy_files(newer, second.path)
        log = second.path.with_name(f"{second.path.name}-wal")
        before = second.path.read_bytes(), log.read_bytes()
        with pytest.raises(CollectionTooNewError):
            first.merge(second)
        assert (second.path.read_bytes(), log.read_bytes()) == before

    def test_what_is_no_collection(self, machines):
        first, second = machines
        second.path.write_text("years of work")
        with pytest.raises(CollectionDamagedError, match=re.escape(f"{second.path} is not a flashdeck collection")):
            first.merge(second)

    def test_a_folder_that_cannot_be_written_for_the_backup(self, machines):
        first, second = machines
        first.path.with_name("c-backups").write_text("in the way")
        with pytest.raises(CollectionError):
            first.merge(second)


def test_nothing_with_nothing_is_nothing():
    assert unite(Contents(), Contents()).contents == Contents()
