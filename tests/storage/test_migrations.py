"""A collection of every earlier version opens and keeps everything, wherever the migration is broken off."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlite_utils import Database

from flashdeck.domain.quality import Quality
from flashdeck.domain.review_log import EntryKind
from flashdeck.errors import CollectionDamagedError, CollectionError
from flashdeck.services.check import faults_of
from flashdeck.services.undo import undo_last
from flashdeck.storage import connection
from flashdeck.storage.checksums import CHECKED_COLUMNS
from flashdeck.storage.collection import Collection
from flashdeck.storage.migrations import migrations
from flashdeck.storage.salvage import salvage
from flashdeck.storage.verification import verify
from flashdeck.storage.version import MIGRATIONS, SCHEMA_VERSION
from tests.conftest import unpacked

KILLED_AT_STATEMENT = """
import os, signal, sqlite3, sys
from pathlib import Path
from flashdeck.storage import connection
from flashdeck.storage.collection import Collection
path, wanted = Path(sys.argv[1]), int(sys.argv[2])
seen = 0
connect = sqlite3.connect
def traced(*arguments, **options):
    connection = connect(*arguments, **options)
    def count(statement):
        global seen
        seen += 1
        if seen == wanted:
            os.kill(os.getpid(), signal.SIGKILL)
    connection.set_trace_callback(count)
    return connection
sqlite3.connect = traced
Collection(path).close()
print(seen)
"""


@pytest.fixture
def old(old_collection):
    return old_collection


def test_everything_in_a_collection_of_version_1_is_there(old, clock, today_of):
    with Collection(old) as collection:
        assert faults_of(collection) == ()
        assert collection.reviews.answers() == 17
        assert sum(collection.reviews.answers_by_day(date.min).values()) == 17
        assert sorted(card.uid for card in collection.cards.all()) == [
            "gaps-0", "gaps-1", "n0-0", "n1-0", "n2-0", "n3-0", "n4-0",
        ]  # fmt: skip
        note = collection.notes.get(collection.notes.id_of("n1"))
        assert note.content.back == "a better answer"
        assert note.source.file_name == "knots.txt"
        assert collection.cards.find_uid("n2-0").is_suspended
        assert collection.cards.find_uid("n3-0").buried_until is not None
        assert collection.settings.all() == {"new_per_day": 30}
        log = [entry for entries in collection.reviews.by_card().values() for entry in entries]
        assert sum(entry.kind is EntryKind.CRAM for entry in log) == 1


def test_what_was_done_in_version_1_can_be_taken_back_in_the_same_order(old, clock, today_of):
    with Collection(old) as collection:
        kinds = []
        while (undone := undo_last(collection, clock, today_of(collection))) is not None:
            kinds.append("answer" if undone.answer else undone.operation.kind)
        assert kinds[:7] == ["answer", "answer", "delete", "bury", "suspend", "edit", "answer"]
        assert kinds[-1] == "import"
        assert collection.cards.count() == 0
        assert faults_of(collection) == ()


def test_a_backup_goes_before_a_migration(old):
    before = old.read_bytes()
    Collection(old).close()
    backup = old.with_name("collection-backups") / f"before-version-{SCHEMA_VERSION}.flashdeck"
    with closing(sqlite3.connect(backup)) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (1,)
    assert old.read_bytes() != before


def test_without_room_for_the_backup_nothing_is_changed(old):
    old.with_name("collection-backups").write_text("a file where the folder should be")
    with pytest.raises(CollectionError, match=r"goes before its change could not be written: [^\[]+\. Make room"):
        Collection(old)
    with closing(sqlite3.connect(old)) as opened:
        assert opened.execute("PRAGMA user_version").fetchone() == (1,)


@pytest.fixture
def statements(old, tmp_path) -> int:
    """How many statements open and migrate the old collection."""
    copy = tmp_path / "counted.flashdeck"
    copy.write_bytes(old.read_bytes())
    return int(run_killed(copy, 0).stdout)


def kill_at(old: Path, statements: Iterable[int], answers: int = 17) -> list[int]:
    """Kill the migration at each of the statements; return which versions that left."""
    original = old.read_bytes()
    versions = []
    for statement in statements:
        old.write_bytes(original)
        assert run_killed(old, statement).returncode == -signal.SIGKILL
        with closing(sqlite3.connect(old)) as opened:
            versions += opened.execute("PRAGMA user_version").fetchone()
            assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        with Collection(old) as collection:
            assert faults_of(collection) == ()
            assert collection.reviews.answers() == answers
    assert versions == sorted(versions)
    return versions


def test_a_migration_killed_at_some_statements_leaves_a_whole_schema_and_then_runs_again(old, statements):
    assert statements > 60
    versions = kill_at(old, (*range(1, statements, 7), statements))
    assert set(versions) == set(range(1, SCHEMA_VERSION))


@pytest.mark.crash
@pytest.mark.parametrize("part", range(4))
def test_a_migration_killed_at_any_statement_leaves_a_whole_schema_and_then_runs_again(old, statements, part):
    kill_at(old, range(1 + part, statements + 1, 4))


@pytest.fixture
def version_8(collection_path):
    """A collection as version 8 left it: a merge, a deletion and an undo while cramming were the last."""
    return unpacked(8, collection_path)


def rows(path: Path, tables: Iterable[str]) -> dict[str, list]:
    with closing(sqlite3.connect(path)) as opened:
        return {table: opened.execute(f"SELECT * FROM {table}").fetchall() for table in tables}


def test_everything_in_a_collection_of_version_8_is_there_and_sealed(version_8):
    tables = set(CHECKED_COLUMNS) - {"deleted_notes", "note_versions"}
    before = rows(version_8, tables)
    with Collection(version_8) as collection:
        assert faults_of(collection) == ()
        assert collection.merging.read().deleted == {
            "heregaps": "2026-05-08T18:00:00.000+00:00",
            "theregaps": "2026-05-06T18:00:00.000+00:00",
        }
    assert rows(version_8, tables) == before
    verify(version_8)
    for table in ("deleted_notes", "note_versions"):
        with closing(sqlite3.connect(version_8)) as opened:
            opened.execute(f"UPDATE {table} SET checksum = x'00'")
            opened.commit()
        with pytest.raises(CollectionDamagedError):
            verify(version_8)


def test_a_backup_of_version_8_is_sound_before_it_is_migrated(version_8):
    verify(version_8)


def test_all_that_was_done_in_version_8_can_be_taken_back(version_8, clock, today_of):
    with Collection(version_8) as collection:
        while undo_last(collection, clock, today_of(collection)) is not None:
            assert faults_of(collection) == ()
        assert collection.cards.count() == 0


def test_what_a_damaged_collection_of_version_8_says_of_its_past_can_be_read(version_8):
    read = salvage(version_8)
    assert sorted(read.deleted) == ["heregaps", "theregaps"]
    assert {uid for uid, note in read.notes.items() if note.versions} == {"here1", "there1"}


def test_a_migration_from_version_8_killed_at_any_statement_leaves_the_old_or_the_new(version_8, tmp_path):
    copy = tmp_path / "counted.flashdeck"
    copy.write_bytes(version_8.read_bytes())
    statements = int(run_killed(copy, 0).stdout)
    assert set(kill_at(version_8, range(statements - 25, statements + 1), answers=10)) == set(range(8, SCHEMA_VERSION))


def run_killed(path: Path, statement: int) -> subprocess.CompletedProcess:
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    return subprocess.run(
        [sys.executable, "-c", KILLED_AT_STATEMENT, path, str(statement)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )


def test_old_answers_get_places_in_the_order_they_were_given_whatever_the_clock_said(old):
    with Collection(old) as collection:
        rows = collection._connection.select("SELECT seq, place FROM review_log ORDER BY place, uid")
        assert [row["seq"] for row in rows] == sorted(row["seq"] for row in rows)
        assert collection.reviews.last_standing().quality is Quality.GOOD
        assert collection.reviews.last_day() == date(2026, 5, 5)


with closing(Database(memory=True)) as empty:
    NAMES = [migration.name for migration in migrations.pending(empty)]


def test_a_file_that_needs_no_migration_is_known_by_the_names_of_all():
    assert tuple(NAMES) == MIGRATIONS


@pytest.mark.parametrize("name", NAMES[1:])
def test_a_collection_of_each_version_in_between_opens_and_keeps_everything(old, name):
    database = connection._for_writing(connection._connect(old))
    migrations.apply(database, stop_before=name)
    database.close()
    with Collection(old) as collection:
        assert faults_of(collection) == ()
        assert collection.reviews.answers() == 17
        assert collection.cards.count() == 7
