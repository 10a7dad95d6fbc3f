"""A child process checks, mends or merges a copy of an open collection, which itself stays as it is."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from flashdeck.domain.choices import Algorithm
from flashdeck.domain.quality import Quality
from flashdeck.errors import CollectionError, CollectionReadOnlyError, OperationCancelledError
from flashdeck.services import collection_file, library
from flashdeck.services.care_process import CheckProcess, MendProcess, MergeProcess, RescheduleProcess, RestoreProcess
from flashdeck.services.check import faults_of
from flashdeck.services.schedules import change_settings, takes_long
from flashdeck.services.settings import load
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.services.undo import undo_last
from flashdeck.storage import backups
from flashdeck.storage.backups_folder import BEFORE_MERGE, BEFORE_REPAIR, backups_folder_of
from flashdeck.storage.collection import Collection
from flashdeck.storage.verification import looked_at, verify
from flashdeck.storage.version import SCHEMA_VERSION
from tests.conftest import basic, unpacked


def silent(_: float) -> None:
    pass


def answer_one(collection, clock, today) -> str:
    session = StudySession(collection, clock, today, today.review_queue(), StudyMode.REVIEW)
    return session.answer(Quality.GOOD).uid


def break_row(collection) -> None:
    """Change a note as no part of the program does."""
    collection._connection.execute("UPDATE notes SET front = 'questiom a?' WHERE uid = 'a'")


def files_of(collection) -> set[str]:
    """The files beside a collection but for those that SQLite keeps while it is open."""
    return {path.name for path in collection.path.parent.iterdir()} - {
        collection.path.name + end for end in ("-wal", "-shm")
    }


@pytest.fixture
def studied(collection, add, clock, today):
    add(basic("a"), basic("b"))
    answer_one(collection, clock, today)
    return collection


@pytest.fixture
def other(studied, tmp_path, clock, today_of) -> Path:
    """The collection of another machine, which went its own way since."""
    path = tmp_path / "laptop" / "collection.flashdeck"
    path.parent.mkdir()
    studied.vacuum_into(path)
    with Collection(path) as theirs:
        with theirs.atomic():
            theirs.notes.add(basic("c"), now=clock.now())
        answer_one(theirs, clock, today_of(theirs))
    return path


class TestCheck:
    def test_a_sound_collection_is_told_with_its_figures_and_nothing_is_left(self, studied, clock):
        told: list[float] = []
        found = CheckProcess(studied, clock).wait(told.append)
        assert found == ((), (), 2, 1)
        assert told == sorted(told)
        assert files_of(studied) == {studied.path.name}

    def test_it_goes_on_in_use_and_what_is_written_meanwhile_is_not_looked_at(self, studied, clock, add):
        process = CheckProcess(studied, clock)
        add(basic("c"))
        assert process.wait(silent).cards == 2
        assert studied.cards.count() == 3
        before = studied.path.read_bytes()
        studied.settle()
        assert studied.path.read_bytes() != before  # it is held no longer

    def test_faults_are_told_as_the_terminal_tells_them(self, studied, clock):
        break_row(studied)
        found = CheckProcess(studied, clock).wait(silent)
        assert found.faults == faults_of(studied) == ("note 'questiom a?' is not as it was written",)
        assert found.faults[0].template == "{what} {name} is not as it was written"

    def test_pictures_that_are_missing_are_told(self, studied, add, clock):
        name = f"{'0' * 32}.png"
        add(basic("p", front=f"![]({name})"))
        found = CheckProcess(studied, clock).wait(silent)
        assert (found.faults, found.pictures) == ((), (f"picture {name} is missing",))

    def test_a_file_that_cannot_be_read_any_more_is_a_fault(self, studied, clock):
        studied._connection.execute("PRAGMA writable_schema = ON")
        studied._connection.execute("UPDATE sqlite_schema SET sql = 'nonsense' WHERE name = 'cards'")
        found = CheckProcess(studied, clock).wait(silent)
        assert "damaged" in found.faults[0] or "tables" in found.faults[0]

    def test_cancelled_it_leaves_nothing(self, studied, clock):
        process = CheckProcess(studied, clock)
        process.cancel()
        with pytest.raises(OperationCancelledError):
            process.poll(wait_s=10)
        assert files_of(studied) == {studied.path.name}

    def test_a_child_that_is_killed_is_said(self, studied, clock):
        process = CheckProcess(studied, clock)
        process._child._child.kill()
        with pytest.raises(CollectionError, match="stopped by the system"):
            process.wait(silent)
        assert files_of(studied) == {studied.path.name}

    def test_a_collection_to_be_looked_at_is_checked_too(self, studied, clock, tmp_path):
        path = tmp_path / "looked at" / "copy.flashdeck"
        path.parent.mkdir()
        studied.vacuum_into(path)
        with Collection(path, view_only=True) as viewed:
            assert CheckProcess(viewed, clock).wait(silent).cards == 2
            with pytest.raises(CollectionReadOnlyError):
                MendProcess(viewed, clock)
        assert files_of(viewed) == {path.name}


class TestMend:
    def test_what_broke_comes_from_a_backup_and_the_file_as_it_was_is_kept(self, studied, clock):
        collection_file.backup_now(studied, clock)
        break_row(studied)
        process = MendProcess(studied, clock)
        mended = process.wait(silent)
        assert mended.done == ("took note 'questiom a?' from a backup",)
        assert (mended.doubtful, mended.faults, mended.rescued) == ((), (), None)
        assert faults_of(studied) != ()  # not before it takes its place
        studied.close()
        kept = process.take_place()
        assert kept == collection_file.kept_before(studied.path, BEFORE_REPAIR, clock.now())
        with Collection(kept) as before:
            assert faults_of(before) == ("note 'questiom a?' is not as it was written",)
        with Collection(studied.path) as after:
            assert faults_of(after) == ()
            assert after.notes.get(after.notes.id_of("a")).content.front == "question a?"
            assert after.reviews.answers() == 1

    def test_what_no_backup_has_is_named(self, studied, clock):
        break_row(studied)
        (doubtful,) = MendProcess(studied, clock).wait(silent).doubtful
        assert doubtful == "note 'questiom a?' is not as it was written, and no backup has it; it stays as it reads"

    def test_a_file_that_is_damaged_itself_is_put_together_anew(self, studied, clock, add):
        made = collection_file.backup_now(studied, clock)
        add(basic("c"))
        studied._connection.execute("PRAGMA writable_schema = ON")
        studied._connection.execute("DELETE FROM sqlite_schema WHERE name = 'cards_by_topic'")
        assert CheckProcess(studied, clock).wait(silent).faults
        process = MendProcess(studied, clock)
        mended = process.wait(silent)
        assert (mended.rescued, mended.taken_at, mended.faults) == ((3, 1), clock.now(), ())
        studied.close()
        process.take_place()
        with Collection(studied.path) as after:
            assert faults_of(after) == ()
            assert after.cards.count() == 3
        verify(made)
        assert files_of(studied) == {studied.path.name, "collection-backups"}

    def test_what_was_written_since_is_told(self, studied, clock, add):
        process = MendProcess(studied, clock)
        assert process.is_of_now
        add(basic("c"))
        assert not process.is_of_now
        process.cancel()


class TestReschedule:
    @pytest.fixture
    def wanted(self, studied):
        return load(studied)._replace(algorithm=Algorithm.FSRS6, exam_on=date(2026, 6, 1), shortcuts={"undo": "Ctrl+U"})

    def test_the_copy_is_as_if_the_settings_had_been_changed_here(self, studied, clock, wanted):
        before = studied.cards.find_uid("a-0").state
        told: list[float] = []
        process = RescheduleProcess(studied, clock, wanted)
        assert process.wait(told.append) == 1
        assert told == sorted(told)
        assert studied.cards.find_uid("a-0").state == before
        studied.close()
        assert process.take_place() is None
        assert files_of(studied) == {studied.path.name}
        with Collection(studied.path) as after:
            assert load(after) == wanted
            rescheduled = after.cards.find_uid("a-0").state
            assert rescheduled != before
            assert faults_of(after) == ()
            change_settings(after, clock, wanted._replace(algorithm=Algorithm.SM2))
            assert after.cards.find_uid("a-0").state == before
            change_settings(after, clock, wanted)
            assert after.cards.find_uid("a-0").state == rescheduled

    def test_it_takes_long_only_where_much_is_replayed(self, studied, wanted, add):
        assert not takes_long(studied, wanted)
        add(*(basic(f"n{number}") for number in range(2_000)))
        assert takes_long(studied, wanted)
        assert not takes_long(studied, wanted._replace(algorithm=Algorithm.SM2))

    def test_it_begins_no_copy_of_what_cannot_be_written(self, studied, clock, wanted):
        studied.settle()
        studied.close()
        with Collection(studied.path, view_only=True) as seen, pytest.raises(CollectionReadOnlyError):
            RescheduleProcess(seen, clock, wanted)


class TestMerge:
    def test_the_merged_copy_takes_its_place_and_one_undo_takes_it_back(self, studied, other, clock, today_of):
        made = collection_file.backup_now(studied, clock)
        process = MergeProcess(studied, clock, other)
        merged = process.wait(silent)
        assert merged == (1, 1, 0, 0, 0)
        assert studied.cards.count() == 2
        studied.close()
        assert process.take_place() is None
        kept = collection_file.kept_before(studied.path, BEFORE_MERGE, clock.now())
        assert kept.samefile(made)
        with Collection(studied.path) as after:
            assert faults_of(after) == ()
            assert (after.cards.count(), after.reviews.answers()) == (3, 2)
            undo_last(after, clock, today_of(after))
            assert (after.cards.count(), after.reviews.answers()) == (2, 1)

    def test_texts_written_on_both_sides_are_counted(self, studied, other, clock):
        for collection, back in ((studied, "ours"), (Collection(other), "theirs")):
            note = collection.notes.get(collection.notes.id_of("a"))
            library.edit_note(collection, clock, note.id, replace(note.content, back=back))
        collection.close()
        assert MergeProcess(studied, clock, other).wait(silent).conflicts == 1

    @pytest.mark.parametrize("fault", ["missing", "foreign", "broken", "in use", "itself"])
    def test_what_cannot_be_merged_is_said_and_nothing_is_left(self, studied, other, clock, fault):
        theirs = None
        match fault:
            case "missing":
                other.unlink()
            case "foreign":
                other.write_text("years of work " * 50)
            case "broken":
                with Collection(other) as broken:
                    break_row(broken)
            case "in use":
                theirs = Collection(other)
            case "itself":
                other = studied.path
        with pytest.raises(CollectionError):
            MergeProcess(studied, clock, other).wait(silent)
        if theirs is not None:
            theirs.close()
        assert files_of(studied) - {"laptop"} == {studied.path.name}
        assert studied.cards.count() == 2


class TestRestore:
    def test_a_verified_copy_takes_its_place(self, studied, clock, add):
        made = collection_file.backup_now(studied, clock)
        add(basic("c"))
        process = RestoreProcess(studied, clock, made)
        assert process.wait(silent)
        studied.close()
        kept = process.take_place()
        with Collection(studied.path) as after, Collection(kept) as before:
            assert (after.cards.count(), before.cards.count()) == (2, 3)

    def test_one_of_an_older_version_is_of_this_one_before_it_takes_its_place(self, studied, clock, tmp_path):
        old = unpacked(1, tmp_path / "old.flashdeck")
        written = old.read_bytes()
        process = RestoreProcess(studied, clock, old)
        process.wait(silent)
        with looked_at(process._made) as made:
            assert made.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert old.read_bytes() == written
        assert not backups_folder_of(studied.path).exists()
        process.cancel()

    @pytest.mark.parametrize("fault", ["missing", "damaged", "broken"])
    def test_a_backup_that_is_not_good_is_said_and_nothing_is_left(self, studied, clock, fault):
        made = collection_file.backup_now(studied, clock)
        match fault:
            case "missing":
                made.unlink()
            case "damaged":
                made.write_bytes(made.read_bytes()[:5000])
            case "broken":
                with Collection(made) as broken:
                    break_row(broken)
        with pytest.raises(CollectionError):
            RestoreProcess(studied, clock, made).wait(silent)
        assert files_of(studied) == {studied.path.name, "collection-backups"}

    def test_the_collection_itself_is_no_backup_of_it(self, studied, clock):
        with pytest.raises(CollectionError, match="itself"):
            RestoreProcess(studied, clock, studied.path)

    def test_where_the_folder_lets_nobody_write_it_is_said(self, studied, clock):
        made = shutil.copyfile(collection_file.backup_now(studied, clock), studied.path.parent / "kept.flashdeck")
        backups.new_copy(studied.path).mkdir()
        with pytest.raises(CollectionError, match="could not be done"):
            RestoreProcess(studied, clock, made).wait(silent)
        assert studied.cards.count() == 2

    def test_a_place_that_cannot_be_taken_leaves_the_collection(self, studied, clock):
        made = collection_file.backup_now(studied, clock)
        process = RestoreProcess(studied, clock, made)
        process.wait(silent)
        process._made.unlink()
        studied.close()
        with pytest.raises(CollectionError, match="It is as it was"):
            process.take_place()
        with Collection(studied.path) as after:
            assert after.cards.count() == 2
