"""Backups: each is checked before an old one goes, and a restore never loses what it replaces."""

import os
import re
import shutil
import sqlite3
import time
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashdeck.domain.ids import CardId, NoteId
from flashdeck.domain.quality import Quality
from flashdeck.domain.scope import EVERYTHING
from flashdeck.errors import CollectionBusyError, CollectionDamagedError, CollectionError, CollectionTooNewError
from flashdeck.services import collection_file, library
from flashdeck.services.check import faults_of, repair
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.storage import backups, replacement
from flashdeck.storage.backups_folder import BEFORE_MERGE, backups_folder_of
from flashdeck.storage.collection import Collection
from flashdeck.storage.health import BrokenRow
from flashdeck.storage.verification import is_collection, verify
from flashdeck.storage.version import SCHEMA_VERSION
from tests.conftest import basic

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)


def test_a_backup_holds_what_the_collection_held(collection, add, tmp_path):
    add(basic("a"), basic("b"))
    target = tmp_path / "copy.flashdeck"
    backups.make(collection, target)
    with Collection(target) as copy:
        assert copy.cards.count() == 2
        assert copy.health.engine_faults() == ()


def test_a_backup_that_cannot_be_written_leaves_the_old_one(collection, tmp_path):
    target = tmp_path / "folder"
    target.mkdir()
    (target / "file").touch()
    with pytest.raises(CollectionError, match=r"could not be written: [^\[]+\.$"):
        backups.make(collection, target)
    assert sorted(path.name for path in tmp_path.iterdir() if "partial" in path.name) == []
    assert (target / "file").exists()


def test_a_damaged_file_is_no_backup(tmp_path):
    bad = tmp_path / "bad.flashdeck"
    bad.write_bytes(b"SQLite format 3\0" + b"\7" * 5000)
    with pytest.raises(CollectionDamagedError, match="not a sound backup"):
        verify(bad)


def test_restoring_keeps_what_was_there(collection_path, clock, tmp_path):
    saved = tmp_path / "saved.flashdeck"
    with Collection(collection_path) as collection:
        with collection.atomic():
            collection.notes.add(basic("old"), now=NOW)
        backups.make(collection, saved)
        with collection.atomic():
            collection.notes.add(basic("newer"), now=NOW)
    aside = collection_file.restore(saved, collection_path, clock)
    with Collection(collection_path) as restored, Collection(aside) as replaced:
        assert (restored.cards.count(), replaced.cards.count()) == (1, 2)


def test_restoring_a_damaged_backup_changes_nothing(collection_path, clock, tmp_path):
    Collection(collection_path).close()
    before = collection_path.read_bytes()
    bad = tmp_path / "bad.flashdeck"
    bad.write_text("no database")
    for backup in (bad, tmp_path / "missing"):
        with pytest.raises(CollectionError, match=re.escape(f"{backup}")):
            collection_file.restore(backup, collection_path, clock)
    assert collection_path.read_bytes() == before


def test_restoring_over_an_open_collection_is_refused(collection, clock, tmp_path):
    saved = tmp_path / "saved.flashdeck"
    backups.make(collection, saved)
    with pytest.raises(CollectionBusyError):
        collection_file.restore(saved, collection.path, clock)


def test_restoring_mends_a_damaged_collection(collection_path, clock, tmp_path):
    saved = tmp_path / "saved.flashdeck"
    with Collection(collection_path) as collection:
        backups.make(collection, saved)
    collection_path.write_bytes(b"\0" * 4096)
    aside = collection_file.restore(saved, collection_path, clock)
    Collection(collection_path).close()
    assert aside.read_bytes() == b"\0" * 4096


def times_of_backups(path: Path) -> list[datetime]:
    return [at for _, at in backups.dated(backups_folder_of(path))]


def change_in(path: Path, clock) -> None:
    """Do what a command does that adds a note."""
    with collection_file.opened(path, clock) as collection, collection.atomic():
        collection.notes.add(basic(f"n{collection.cards.count()}"), now=clock.now())


def test_commands_are_backed_up_behind_when_the_last_backup_is_half_an_hour_old(collection_path, clock):
    for minutes in (0, 0, 10, 29, 30, 59, 61):
        clock.instant = NOW + timedelta(minutes=minutes)
        change_in(collection_path, clock)
    made = [NOW + timedelta(minutes=minutes) for minutes in (61, 30, 0)]
    assert times_of_backups(collection_path) == made
    clock.instant += timedelta(days=1)
    with collection_file.opened(collection_path, clock) as collection:
        with collection.atomic():
            collection.notes.add(basic("n"), now=clock.now())
        backups.make_dated(collection, now=clock.now())
        clock.instant += timedelta(hours=1)
    assert times_of_backups(collection_path) == [clock.now() - timedelta(hours=1), *made]


def test_many_commands_in_a_row_take_none_of_the_older_backups_away(collection_path, clock):
    for _ in range(10):
        change_in(collection_path, clock)
        clock.sleep_until_tomorrow()
    older = times_of_backups(collection_path)
    assert len(older) == 10
    for _ in range(100):
        change_in(collection_path, clock)
        clock.instant += timedelta(minutes=1)
    assert times_of_backups(collection_path)[-10:] == older
    assert len(times_of_backups(collection_path)) == 14


def test_work_that_was_left_without_a_backup_gets_one_once_it_is_time(collection_path, clock):
    change_in(collection_path, clock)
    first = clock.now()
    clock.instant += timedelta(minutes=5)
    with Collection(collection_path) as collection:
        library.edit_note(collection, clock, NoteId(1), replace(basic("a").content, back="since"))
    for _ in range(4):
        clock.instant += timedelta(minutes=20)
        with collection_file.opened(collection_path, clock):
            pass
    assert times_of_backups(collection_path) == [first + timedelta(minutes=45), first]


def test_a_bulk_of_changes_is_backed_up_first_but_not_twice(collection, add, clock):
    collection_file.back_up_first(collection, clock)
    assert times_of_backups(collection.path) == []  # there is nothing to lose yet
    add(basic("a"), basic("b"))
    made = []
    for _ in range(2):
        collection_file.back_up_first(collection, clock)
        made.append(len(times_of_backups(collection.path)))
        clock.instant += timedelta(minutes=1)
    library.set_suspended(collection, clock, [1], suspended=True)
    library.delete_notes(collection, clock, [NoteId(1)])
    assert [*made, len(times_of_backups(collection.path))] == [1, 1, 2]
    (newest, _), _ = backups.dated(backups_folder_of(collection.path))
    with Collection(newest) as before:
        assert (before.cards.count(), before.cards.find(CardId(1)).is_suspended) == (2, True)
    collection_file.back_up_first(collection, clock)
    times_of_backups(collection.path)
    for path, _ in backups.dated(backups_folder_of(collection.path)):
        path.unlink()  # what is gone holds nothing
    collection_file.back_up_first(collection, clock)
    assert len(times_of_backups(collection.path)) == 1


def test_a_copy_to_be_kept_is_made_of_a_backup_that_holds_everything(collection, add, clock):
    add(basic("a"))
    made = collection_file.backup_now(collection, clock)
    kept = collection_file.keep_copy(collection, clock, BEFORE_MERGE)
    assert kept.samefile(made)
    made.unlink()
    verify(kept)
    with pytest.raises(CollectionError, match="could not be written"):
        backups.keep(kept, kept / "inside a file")


def test_work_that_a_clock_ahead_has_dated_does_not_bring_a_backup_at_every_closing(collection_path, clock):
    with Collection(collection_path) as collection, collection.operations.recorded("import", "f", now=clock.now()):
        collection.notes.add(basic("a"), now=clock.now())
    clock.instant -= timedelta(days=1)
    with collection_file.opened(collection_path, clock):
        pass
    assert times_of_backups(collection_path) == []


def test_while_it_is_open_a_collection_is_backed_up_at_most_every_half_hour(collection, add, clock):
    due = []
    for minutes in (0, 10, 20, 40):
        clock.instant = NOW + timedelta(minutes=minutes)
        add(basic(f"n{minutes}"))
        due.append(collection_file.is_backup_due(collection, clock.now()))
        if due[-1]:
            backups.make_dated(collection, now=clock.now())
    clock.sleep_until_tomorrow()
    assert [*due, collection_file.is_backup_due(collection, clock.now())] == [True, False, False, True, False]


def test_what_killed_programs_left_of_backups_goes_with_the_next_one(collection, add, tmp_path):
    add(basic("a"))
    folder = backups_folder_of(collection.path)
    folder.mkdir()
    for name in ("20200101-000000.flashdeck.partial", "mine.partial"):
        (folder / name).touch()
    made = backups.make_dated(collection, now=NOW).path
    assert sorted(path.name for path in folder.iterdir()) == [made.name, "mine.partial"]


def test_closing_without_a_change_makes_no_backup(collection_path, clock):
    Collection(collection_path).close()
    with collection_file.opened(collection_path, clock) as collection:
        assert collection_file.last_backup_at(collection, clock.now()) is None
    assert backups.dated(backups_folder_of(collection_path)) == ()


def test_files_with_other_names_are_not_taken_for_backups(tmp_path):
    (tmp_path / "mine.flashdeck").touch()
    assert backups.dated(tmp_path) == ()


@given(st.lists(st.integers(0, 500 * 24 * 60), unique=True, max_size=60))
def test_thinning_keeps_recent_ones_and_the_newest_of_every_kept_period(tmp_path_factory, ages):
    folder = tmp_path_factory.getbasetemp()
    taken = {folder / str(age): NOW - timedelta(minutes=age) for age in ages}
    gone = set(backups.superseded(taken, now=NOW))
    kept = set(taken) - gone
    assert all(NOW - taken[path] >= timedelta(days=2) for path in gone)
    if taken:
        assert max(taken, key=lambda path: taken[path]) in kept
    assert len(kept) <= 12 + 10 + 9 + sum(NOW - at < timedelta(days=2) for at in taken.values())
    for path in gone:  # what goes has a younger one in its month, or is older than all kept months
        months = {taken[other].strftime("%Y-%m") for other in kept}
        assert taken[path].strftime("%Y-%m") in months or len(months) >= 9


def test_a_year_of_daily_backups_thins_to_days_weeks_and_months(tmp_path):
    taken = {}
    for age in range(365, -1, -1):
        now = NOW - timedelta(days=age)
        taken[tmp_path / str(age)] = now
        for path in backups.superseded(taken, now=now):
            del taken[path]
    ages = sorted((NOW - at).days for at in taken.values())
    assert ages[:12] == list(range(12))
    assert len(ages) <= 31
    assert ages[-1] >= 200


def test_a_copy_that_lacks_something_is_no_backup(collection, add, tmp_path, monkeypatch):
    """A disk that loses what it was given."""
    add(basic("a"))
    older = tmp_path / "older.flashdeck"
    backups.make(collection, older)
    add(basic("b"))
    monkeypatch.setattr(collection, "vacuum_into", lambda target, named: shutil.copyfile(older, target))
    with pytest.raises(CollectionDamagedError, match="does not hold what"):
        backups.make(collection, tmp_path / "copy.flashdeck")
    assert sorted(path.name for path in tmp_path.glob("*.flashdeck*") if "copy" in path.name) == []


@pytest.mark.parametrize(
    "damage",
    ["INSERT INTO decks (id, name) VALUES (99, 'one too many')", "UPDATE notes SET back = 'rotten' WHERE uid = 'a'"],
)
def test_a_copy_that_holds_something_else_is_no_backup(collection, add, tmp_path, monkeypatch, damage):
    add(basic("a"), basic("b"))
    write = collection.vacuum_into

    def write_badly(target, named):
        write(target, named=named)
        change(target, damage)

    monkeypatch.setattr(collection, "vacuum_into", write_badly)
    with pytest.raises(CollectionDamagedError, match="does not hold what"):
        backups.make(collection, tmp_path / "copy.flashdeck")


def change(path: Path, sql: str) -> None:
    """Change a closed file as no part of the program does."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        assert connection.execute(sql).rowcount >= 1
        connection.commit()


ROT = "UPDATE notes SET back = 'rotten' WHERE uid = 'a'"


@pytest.fixture
def rotten(collection_path, clock):
    """A collection in which a row broke, with a good backup from before."""
    with Collection(collection_path) as collection:
        with collection.atomic():
            collection.notes.add(basic("a"), now=clock.now())
        good = collection_file.backup_now(collection, clock)
    change(collection_path, ROT)
    return collection_path, good


def test_a_backup_in_which_a_row_rotted_is_neither_good_nor_restored(collection_path, clock):
    with Collection(collection_path) as collection:
        with collection.atomic():
            collection.notes.add(basic("a"), now=clock.now())
        made = []
        for _ in range(2):
            made.append(collection_file.backup_now(collection, clock))
            clock.sleep_until_tomorrow()
    change(made[1], ROT)
    assert backups.newest_good(collection_path)[0] == made[0]
    assert backups.newest_readable(collection_path)[0] == made[1]
    before = collection_path.read_bytes()
    with pytest.raises(CollectionDamagedError, match=f"Not everything in {made[1]} is as it was written"):
        collection_file.restore(made[1], collection_path, clock)
    assert collection_path.read_bytes() == before


def test_a_backup_of_a_collection_in_which_a_row_rotted_says_so_and_takes_no_older_one_away(rotten, clock, tmp_path):
    path, good = rotten
    with Collection(path) as collection:
        for target in (None, tmp_path / "mine.flashdeck", None):
            clock.instant += timedelta(days=400)
            with pytest.raises(
                CollectionDamagedError, match=r"is written, but .* note 'question a\?' is not as it was"
            ):
                collection_file.backup_now(collection, clock, target)
        backups_made = [path for path, _ in backups.dated(backups_folder_of(path))]
        assert len(backups_made) == 3
        assert backups_made[-1] == good
        assert backups.newest_good(path)[0] == good
        library.delete_notes(collection, clock, [])  # what only begins with a backup goes on
        collection_file.keep_copy(collection, clock, "before-repair")
        assert repair(collection).doubtful == ()
        collection_file.backup_now(collection, clock)


def test_an_index_that_does_not_fit_its_table_is_no_sound_backup(collection, add, tmp_path):
    add(basic("a"))
    target = tmp_path / "copy.flashdeck"
    backups.make(collection, target)
    change(
        target, "UPDATE sqlite_schema SET sql = replace(sql, 'topic_id, state', 'state, topic_id') WHERE type = 'index'"
    )
    with pytest.raises(CollectionDamagedError, match="not a sound backup"):
        verify(target)


def test_another_programs_database_is_no_backup(tmp_path):
    with closing(sqlite3.connect(tmp_path / "theirs.flashdeck")) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    with pytest.raises(CollectionDamagedError, match="not a sound backup"):
        verify(tmp_path / "theirs.flashdeck")


def test_a_backup_older_than_checksums_tells_nothing_of_a_row(old_collection):
    row = BrokenRow(table="notes", key=(1,), name="n", checksum=b"8 bytes!")
    assert backups.row_as_written(old_collection, row) is None


def test_what_cannot_be_read_has_no_entries_of_the_log(tmp_path):
    noise = tmp_path / "noise.flashdeck"
    noise.write_bytes(bytes(range(256)) * 20)
    assert backups.entries_missing(noise, None, b"the newest") == []


def test_old_dated_backups_are_thinned_as_new_ones_are_made(collection, add, clock):
    add(basic("a"))
    for _ in range(20):
        backups.make_dated(collection, now=clock.now())
        clock.sleep_until_tomorrow()
    days = {at.date() for _, at in backups.dated(backups_folder_of(collection.path))}
    assert 12 <= len(days) < 20


def test_where_there_are_no_links_the_replaced_file_is_copied(collection_path, clock, tmp_path, monkeypatch):
    saved = tmp_path / "saved.flashdeck"
    with Collection(collection_path) as collection:
        backups.make(collection, saved)
    before = collection_path.read_bytes()

    def refuse(*arguments: object, **options: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    aside = backups.restore(saved, collection_path, now=clock.now())
    assert aside.read_bytes() == before


def test_a_folder_in_the_way_of_a_restore_is_a_sentence(collection, clock, tmp_path):
    saved = tmp_path / "saved.flashdeck"
    backups.make(collection, saved)
    (tmp_path / "file").touch()
    with pytest.raises(CollectionError, match=r"could not be restored to [^\[]+\.$"):
        backups.restore(saved, tmp_path / "file" / "c.flashdeck", now=clock.now())


def test_what_is_kept_aside_leaves_no_log_that_the_next_file_could_take_for_its_own(tmp_path):
    path = tmp_path / "c.flashdeck"
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).write_text(suffix)
    aside = replacement.keep_aside(path, "damaged", now=NOW)
    assert aside.name == "c-damaged-20260504-120000.flashdeck"
    assert aside.with_name(aside.name + "-wal").read_text() == "-wal"
    assert {each.name for each in tmp_path.iterdir()} == {path.name, aside.name, f"{aside.name}-wal"}


@pytest.fixture
def far_east(monkeypatch):
    if not hasattr(time, "tzset"):
        pytest.skip("the zone of a process cannot be changed here")
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("TZ", "UTC-9")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("far_east")
def test_names_and_rows_tell_the_time_in_utc_wherever_the_computer_is(collection):
    collection.settings.put("retention", 0.9, now=NOW)
    assert collection._connection.value("SELECT changed_at FROM settings") == "2026-05-04T12:00:00.000+00:00"
    assert backups.make_dated(collection, now=NOW).path.name == "20260504-120000.flashdeck"
    collection.close()
    assert (
        replacement.keep_aside(collection.path, "replaced", now=NOW).name
        == "collection-replaced-20260504-120000.flashdeck"
    )


def left_by_a_killed_program(collection: Collection, folder: Path) -> Path:
    """A copy of a collection as a kill leaves it: what was done last stands only in the log beside it."""
    copy = folder / "killed.flashdeck"
    for suffix in ("", "-wal"):
        part = collection.path.with_name(collection.path.name + suffix)
        shutil.copyfile(part, copy.with_name(copy.name + suffix))
    return copy


def test_what_stands_in_the_log_beside_a_backup_is_restored_with_it(collection, add, clock, tmp_path):
    add(basic("a"))
    collection.settle()
    add(basic("only in the log"))
    backup = left_by_a_killed_program(collection, tmp_path)
    before = backup.read_bytes()
    target = tmp_path / "new" / "c.flashdeck"
    assert collection_file.restore(backup, target, clock) is None
    with Collection(target) as restored:
        assert restored.cards.count() == 2
    assert backup.read_bytes() == before
    assert [each.name for each in target.parent.iterdir()] == [target.name]


def test_a_log_that_is_none_takes_nothing_from_the_backup(collection, add, clock, tmp_path):
    add(basic("a"))
    backup = tmp_path / "backup.flashdeck"
    backups.make(collection, backup)
    backup.with_name("backup.flashdeck-wal").write_bytes(b"no log of SQLite's" * 9)
    target = tmp_path / "c2.flashdeck"
    collection_file.restore(backup, target, clock)
    with Collection(target) as restored:
        assert restored.cards.count() == 1


@pytest.fixture
def newer(collection, tmp_path) -> Path:
    """A backup that a later version of the program made."""
    path = tmp_path / "newer.flashdeck"
    backups.make(collection, path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    return path


def test_a_backup_of_a_newer_program_is_not_restored(collection, newer, clock, tmp_path):
    collection.close()
    before = collection.path.read_bytes()
    with pytest.raises(CollectionTooNewError, match=re.escape(f"The backup {newer} was written by a newer")):
        collection_file.restore(newer, collection.path, clock)
    assert collection.path.read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["collection.flashdeck", "newer.flashdeck"]


def test_a_backup_of_a_newer_program_is_not_offered(collection, newer):
    folder = backups_folder_of(collection.path)
    older = backups.make_dated(collection, now=NOW).path
    newer.rename(folder / "20270101-000000.flashdeck")
    assert backups.newest_good(collection.path) == (older, NOW)


def test_the_backup_made_before_a_migration_is_offered_when_it_is_the_newest(old_collection):
    with Collection(old_collection) as collection:
        (before_migrating,) = backups_folder_of(old_collection).glob("before-version-*.flashdeck")
        dated = backups.make_dated(collection, now=NOW).path
    for days, newest in ((1, before_migrating), (-1, dated)):
        made_at = NOW + timedelta(days=days)
        os.utime(before_migrating, (made_at.timestamp(), made_at.timestamp()))
        assert backups.newest_good(old_collection) == (newest, max(made_at, NOW))


def test_a_collection_is_no_backup_of_itself(collection_path, clock):
    Collection(collection_path).close()
    with pytest.raises(CollectionError, match="restored from itself"):
        collection_file.restore(collection_path, collection_path, clock)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"SQLite format 3\0" + path.read_bytes()[:-5000]),
        lambda path: os.truncate(path, path.stat().st_size - 1),
        lambda path: (path.unlink(), path.mkdir()),
    ],
    ids=["emptied", "written over", "cut off", "a folder"],
)
def test_what_is_left_of_a_backup_is_not_the_last_one_and_is_not_listed(collection, clock, spoil):
    whole = collection_file.backup_now(collection, clock)
    made_at = clock.now()
    clock.sleep_until_tomorrow()
    spoil(collection_file.backup_now(collection, clock))
    spoil(collection_file.keep_copy(collection, clock, BEFORE_MERGE))
    assert collection_file.last_backup_at(collection, clock.now()) == made_at
    assert [each.path for each in collection_file.dated_backups(collection.path)] == [whole]


def test_backups_dated_by_a_clock_that_was_ahead_do_not_bring_one_each_time(collection_path, clock):
    for days in (1, 0, 0, 0):
        clock.instant = NOW + timedelta(days=days)
        with collection_file.opened(collection_path, clock) as collection, collection.atomic():
            collection.notes.add(basic(f"n{collection.cards.count()}"), now=clock.now())
    with Collection(collection_path) as collection:
        assert collection_file.last_backup_at(collection, NOW) == NOW
    assert len(backups.dated(backups_folder_of(collection_path))) == 2


def test_a_backup_is_overdue_when_something_was_done_half_an_hour_after_the_last_one(collection, clock, today):
    assert not collection_file.is_backup_overdue(collection, clock.now())
    with collection.operations.recorded("import", "file", now=clock.now()):
        collection.notes.add(basic("a"), now=clock.now())
    assert collection_file.is_backup_overdue(collection, clock.now())
    collection_file.backup_now(collection, clock)
    assert not collection_file.is_backup_overdue(collection, clock.now())
    for minutes, is_overdue in ((29, False), (1, True)):
        clock.instant += timedelta(minutes=minutes)
        session = StudySession(collection, clock, today, today.cram_queue(EVERYTHING), StudyMode.CRAM)
        session.answer(Quality.GOOD)
        assert collection_file.is_backup_overdue(collection, clock.now()) is is_overdue
    clock.instant -= timedelta(minutes=1)  # what a clock ahead dated counts as done now
    assert not collection_file.is_backup_overdue(collection, clock.now())


def test_a_check_writes_nothing_and_so_makes_no_backup(collection_path, clock):
    Collection(collection_path).close()
    with collection_file.opened(collection_path, clock) as collection:
        assert faults_of(collection) == ()
        assert not collection.has_changed
    assert backups.dated(backups_folder_of(collection_path)) == ()


def test_a_backup_replaces_an_older_one_and_nothing_else(collection, clock, tmp_path):
    target = tmp_path / "copy.flashdeck"
    target.touch()
    for _ in range(2):
        assert collection_file.backup_now(collection, clock, target) == target
        verify(target)
    thesis = tmp_path / "thesis.txt"
    thesis.write_text("years of work " * 99)
    with pytest.raises(CollectionError, match=r"thesis\.txt is no backup"):
        collection_file.backup_now(collection, clock, thesis)
    assert thesis.read_text() == "years of work " * 99


def test_what_cannot_be_read_is_not_taken_for_a_collection(tmp_path):
    with pytest.raises(CollectionError, match=r"cannot be read: [^\[]+\.$"):
        is_collection(tmp_path)
