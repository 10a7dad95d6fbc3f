"""Opening and closing the file, and what it refuses."""

import re
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from flashdeck.domain.scope import EVERYTHING
from flashdeck.errors import (
    CollectionBusyError,
    CollectionDamagedError,
    CollectionError,
    CollectionReadOnlyError,
    CollectionTooNewError,
)
from flashdeck.storage import connection
from flashdeck.storage.collection import Collection
from flashdeck.storage.copying import copy_files
from flashdeck.storage.faults import ToldApart
from flashdeck.storage.identity import refuse_unwritable_file
from flashdeck.storage.version import SCHEMA_VERSION
from tests.conftest import basic


def test_what_was_stored_is_there_after_opening_again(collection_path, clock):
    with Collection(collection_path) as collection, collection.atomic():
        note_id = collection.notes.add(basic("n1", tags=("hard", "two words")), now=clock.now())
    with Collection(collection_path) as collection:
        note = collection.notes.get(note_id)
    assert note.content.tags == ("hard", "two_words")
    assert note.created_at == clock.now()


def test_makes_the_missing_folder(tmp_path):
    path = tmp_path / "new" / "folder" / "c.flashdeck"
    Collection(path).close()
    assert path.is_file()


def test_closing_twice_is_harmless(collection_path):
    collection = Collection(collection_path)
    collection.close()
    collection.close()


def test_a_failed_transaction_leaves_nothing(collection, clock):
    with pytest.raises(ZeroDivisionError):
        _add_and_fail(collection, clock)
    assert collection.cards.count() == 0


def _add_and_fail(collection, clock):
    with collection.atomic():
        collection.notes.add(basic("n1"), now=clock.now())
        raise ZeroDivisionError


def test_a_second_program_is_told_who_has_the_file(collection):
    with pytest.raises(CollectionBusyError, match="open in another"):
        Collection(collection.path)


def test_the_lock_of_a_killed_program_does_not_stay(collection_path):
    script = (
        "import os, pathlib, sys\n"
        "from flashdeck.storage.collection import Collection\n"
        "Collection(pathlib.Path(sys.argv[1])); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", script, collection_path], check=False)
    Collection(collection_path).close()


def test_the_promises_to_the_disk_are_kept(collection):
    pragmas = {
        "locking_mode": "exclusive",
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "mmap_size": 0,
        "fullfsync": 1,
        "checkpoint_fullfsync": 1,
        "recursive_triggers": 1,
    }
    for name, wanted in pragmas.items():
        assert collection._connection.value(f"PRAGMA {name}") == wanted


@pytest.mark.parametrize(
    "content",
    [b"not a database at all", b"SQLite format 3\0" + b"\0" * 20, bytes(range(256)) * 20],
    ids=["text", "torn", "noise"],
)
def test_a_file_that_is_no_collection_is_refused_and_left_alone(collection_path, content):
    collection_path.write_bytes(content)
    with pytest.raises(CollectionDamagedError, match=r"is not a flashdeck collection.*--collection\.$"):
        Collection(collection_path)
    assert collection_path.read_bytes() == content


def test_another_programs_database_is_refused_and_left_alone(collection_path):
    with sqlite3.connect(collection_path) as connection:
        connection.execute("CREATE TABLE theirs (x)")
        connection.execute("PRAGMA application_id = 7")
    connection.close()
    before = collection_path.read_bytes()
    with pytest.raises(CollectionDamagedError, match=r"another program.*--collection\.$"):
        Collection(collection_path)
    assert collection_path.read_bytes() == before


def test_a_newer_collection_is_refused_and_left_alone(collection_path):
    Collection(collection_path).close()
    connection = sqlite3.connect(collection_path)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    before = collection_path.read_bytes()
    with pytest.raises(CollectionTooNewError, match="newer"):
        Collection(collection_path)
    assert collection_path.read_bytes() == before


def test_a_newer_collection_is_left_alone_when_only_the_log_of_a_killed_program_says_so(tmp_path, collection_path):
    newer = tmp_path / "newer.flashdeck"
    Collection(newer).close()
    with closing(sqlite3.connect(newer, isolation_level=None)) as newer_program:
        newer_program.execute("PRAGMA journal_mode = WAL")
        newer_program.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
        newer_program.execute("CREATE TABLE future (x)")
        copy_files(newer, collection_path)  # as a kill leaves it
    log = collection_path.with_name(collection_path.name + "-wal")
    before = collection_path.read_bytes(), log.read_bytes()
    assert int.from_bytes(before[0][60:64], "big") == SCHEMA_VERSION
    with pytest.raises(CollectionTooNewError, match="newer"):
        Collection(collection_path)
    assert (collection_path.read_bytes(), log.read_bytes()) == before
    assert {each.name for each in tmp_path.iterdir()} >= {collection_path.name, log.name}


def test_what_a_killed_program_of_this_version_left_in_its_log_is_taken_in(tmp_path, collection_path, clock):
    with Collection(tmp_path / "killed.flashdeck") as killed:
        with killed.atomic():
            killed.notes.add(basic("n1"), now=clock.now())
        copy_files(killed.path, collection_path)
    with Collection(collection_path) as collection:
        assert collection.notes.count() == 1


def test_an_empty_file_becomes_a_collection(collection_path):
    collection_path.touch()
    with Collection(collection_path) as collection:
        assert collection.cards.count() == 0


def test_a_folder_in_the_place_of_the_file_is_a_sentence(tmp_path):
    with pytest.raises(CollectionError, match=r"cannot be opened: [^\[]+\.$"):
        Collection(tmp_path)


def test_what_cannot_be_written_is_named(tmp_path):
    with pytest.raises(CollectionReadOnlyError, match=re.escape(str(tmp_path))):
        refuse_unwritable_file(tmp_path)


def test_a_damaged_page_is_a_sentence_not_a_crash(collection_path, clock):
    with Collection(collection_path) as collection, collection.atomic():
        for number in range(400):
            collection.notes.add(basic(f"n{number}"), now=clock.now())
    data = bytearray(collection_path.read_bytes())
    for page in range(2, len(data) // 4096):
        data[page * 4096 : page * 4096 + 200] = b"\xff" * 200
    collection_path.write_bytes(data)
    with pytest.raises(CollectionDamagedError), Collection(collection_path) as collection:  # noqa: PT012
        collection.cards.new(clock.now().date(), EVERYTHING)
        collection.notes.delete([1], now=clock.now())
        collection.health.engine_faults()


def test_a_table_that_cannot_be_read_through_is_told_as_a_fault(collection_path):
    Collection(collection_path).close()
    with closing(sqlite3.connect(collection_path)) as database:
        ((root,),) = database.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'cards_before'")
        ((size,),) = database.execute("PRAGMA page_size")
    data = bytearray(collection_path.read_bytes())
    data[(root - 1) * size : (root - 1) * size + 100] = b"\xff" * 100
    collection_path.write_bytes(data)
    with Collection(collection_path) as collection:
        (fault,) = collection.health.engine_faults()
    assert "is damaged" in fault


def test_what_the_first_write_needs_is_loaded_when_asked_for(collection_path):
    program = (
        "import sys; from pathlib import Path; from flashdeck.storage.collection import Collection\n"
        "with Collection(Path(sys.argv[1])) as collection:\n"
        "    before = 'sqlite_utils' in sys.modules; collection.be_ready_to_write()\n"
        "    print(before, 'sqlite_utils' in sys.modules)"
    )
    Collection(collection_path).close()
    result = subprocess.run(
        [sys.executable, "-c", program, collection_path], capture_output=True, encoding="utf-8", check=True
    )
    assert result.stdout.split() == ["False", "True"]


def test_a_write_after_getting_ready_is_kept(collection_path, clock):
    with Collection(collection_path) as collection:
        collection.be_ready_to_write()
        with collection.atomic():
            note_id = collection.notes.add(basic("n1"), now=clock.now())
    with Collection(collection_path) as collection:
        assert collection.notes.get(note_id).uid == "n1"


def test_a_mistake_in_our_own_sql_is_not_disguised(collection):
    with pytest.raises(sqlite3.OperationalError):
        collection._connection.select("SELECT nonsense FROM nowhere")


def test_a_damaged_schema_is_damage_and_not_our_mistake(collection_path, clock):
    with Collection(collection_path) as collection, collection.atomic():
        collection.notes.add(basic("n1"), now=clock.now())
    data = collection_path.read_bytes()
    for sound, broken in (
        (b"CREATE TABLE cards", b"CREATE TABLE carts"),
        (b"'unicode61 ", b"'unicode62 "),
        (b"_migrations", b"_migrabions"),
        (b"CREATE TABLE cards", b"CREATE TABLE\xf2cards"),
    ):
        assert sound in data
        collection_path.write_bytes(data.replace(sound, broken))
        with pytest.raises(CollectionDamagedError):
            use(collection_path, clock)


def use(path, clock):
    with Collection(path) as collection:
        collection.cards.all()
        collection.notes.delete([1], now=clock.now())


def test_only_the_thread_that_opened_the_collection_may_use_it(collection):
    with ThreadPoolExecutor(1) as pool, pytest.raises(sqlite3.ProgrammingError, match="thread"):
        pool.submit(collection.cards.count).result()
    assert collection.cards.count() == 0


def test_a_schema_that_cannot_be_read_is_not_sound(collection):
    opened = collection._connection
    assert opened.schema_is_sound()
    opened.execute("PRAGMA writable_schema = ON")
    opened.execute("UPDATE sqlite_schema SET sql = 'nonsense' WHERE name = 'cards'")
    opened.execute("PRAGMA writable_schema = OFF")
    opened.execute("PRAGMA schema_version = 99")
    assert not opened.schema_is_sound()


def test_a_promise_that_the_disk_does_not_keep_is_a_sentence(collection_path, monkeypatch):
    broken = (*connection._PRAGMAS, ("journal_mode", "WAL", "something that no disk has"))
    monkeypatch.setattr(connection, "_PRAGMAS", broken)
    with pytest.raises(CollectionError, match="does not support safe storage"):
        Collection(collection_path)


def test_a_copy_into_a_folder_that_is_not_there_is_a_sentence(collection, tmp_path):
    with pytest.raises(CollectionError, match=re.escape(f"The backup {tmp_path / 'b.flashdeck'} cannot be written")):
        collection.vacuum_into(tmp_path / "missing" / "copy.flashdeck", named=tmp_path / "b.flashdeck")


@pytest.mark.parametrize(
    ("code", "kind", "said"),
    [
        ("SQLITE_FULL", CollectionError, "no room for the backup the copy"),
        ("SQLITE_IOERR_WRITE", CollectionError, "The backup the copy cannot be written"),
        ("SQLITE_CORRUPT", CollectionDamagedError, "The collection the file is damaged"),
    ],
)
def test_a_fault_of_a_copy_names_the_file_that_it_is_about(code, kind, said):
    error = sqlite3.OperationalError("as SQLite says it")
    error.sqlite_errorname = code
    with pytest.raises(kind, match=said), ToldApart("the file", copied_to="the copy"):
        raise error


@pytest.mark.parametrize(
    ("code", "kind", "said"),
    [
        ("SQLITE_BUSY_SNAPSHOT", CollectionBusyError, "open in another"),
        ("SQLITE_CORRUPT_INDEX", CollectionDamagedError, "is damaged"),
        ("SQLITE_FULL", CollectionError, "is full"),
        ("SQLITE_IOERR_WRITE", CollectionError, "disk failed"),
        ("SQLITE_READONLY_DIRECTORY", CollectionReadOnlyError, "cannot be written"),
        ("SQLITE_MISUSE", sqlite3.OperationalError, "as SQLite says it"),
    ],
)
def test_what_sqlite_says_becomes_a_sentence_or_stays_our_mistake(code, kind, said):
    error = sqlite3.OperationalError("as SQLite says it")
    error.sqlite_errorname = code
    with pytest.raises(kind, match=said), ToldApart("the file"):
        raise error
