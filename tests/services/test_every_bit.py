"""Whatever single bit of a row flips, of whatever table, the check notices it, and so does that of a backup.

Left alone are bits of which no reader hears: SQLite writes a number beside the id of a row that it never looks at.
"""

import random
import sqlite3
import struct
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from flashdeck.domain.note import NoteKind
from flashdeck.domain.quality import Quality
from flashdeck.domain.scope import EVERYTHING
from flashdeck.errors import CollectionDamagedError
from flashdeck.services import library
from flashdeck.services.check import faults_of
from flashdeck.services.merge import merge
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.services.today import Today
from flashdeck.services.undo import undo_last
from flashdeck.storage.checksums import CHECKED_COLUMNS, KEY_COLUMNS
from flashdeck.storage.collection import Collection
from flashdeck.storage.notes import StoredSlide
from flashdeck.storage.salvage import salvage
from flashdeck.storage.verification import verify
from tests.conftest import StandingClock, basic

PAGE = 4096
TABLES = (*CHECKED_COLUMNS, "log_end")


@pytest.fixture(scope="module")
def sound(tmp_path_factory) -> bytes:
    """A collection with rows in every table, each of which is one page."""
    folder = tmp_path_factory.mktemp("bits")
    clock = StandingClock()
    with Collection(folder / "other.flashdeck") as other:
        fill(other, clock, "there")
    with Collection(folder / "collection.flashdeck") as collection:
        fill(collection, clock, "here")
        merge(collection, clock, folder / "other.flashdeck")
        study(collection, clock, StudyMode.CRAM)
        collection.vacuum_into(folder / "compact.flashdeck")
    verify(folder / "compact.flashdeck")
    return (folder / "compact.flashdeck").read_bytes()


def fill(collection: Collection, clock: StandingClock, name: str) -> None:
    slide = StoredSlide(number=1, section="", topic="", title="Two", first_line=1, last_line=None, lines=((1, "Two"),))
    with collection.atomic():
        source = collection.notes.add_source(
            file_name=f"{name}.txt", file_format="text", sha256=name, slides=[slide], now=clock.now()
        )
        collection.notes.add(basic(f"{name}1", tags=("rope",), source_key=name), now=clock.now(), source_id=source)
        collection.notes.add(basic(f"{name}2", topic="Zwölf"), now=clock.now())
        gaps = basic(f"{name}gaps", kind=NoteKind.CLOZE, front="{{c1::one}} and {{c2::two}}", back="")
        collection.notes.add(gaps, now=clock.now())
    study(collection, clock, StudyMode.REVIEW)
    note = collection.notes.get(collection.notes.id_of(f"{name}1"))
    library.edit_note(collection, clock, note.id, replace(note.content, back="better"))
    library.set_suspended(collection, clock, [collection.cards.find_uid(f"{name}2-0").id], suspended=True)
    collection.settings.put("new_per_day", 7, now=clock.now())
    library.delete_notes(collection, clock, [collection.notes.id_of(f"{name}gaps")])


def study(collection: Collection, clock: StandingClock, mode: StudyMode) -> None:
    """Answer, and take the last answer back."""
    today = Today(collection, clock)
    queue = today.review_queue() if mode is StudyMode.REVIEW else today.cram_queue(EVERYTHING)
    session = StudySession(collection, clock, today, queue, mode)
    for quality in (Quality.GOOD, Quality.AGAIN, Quality.EASY):
        if session.question() is not None:
            session.answer(quality, took_ms=2500)
    undo_last(collection, clock, today)


def rows_of(data: bytes, table: str) -> range:
    """Return where in the file the rows of a table stand."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(data)
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", [table]).fetchone()
    start = (page - 1) * PAGE
    assert data[start] in {0x0A, 0x0D}, "more rows than one page has room for"
    return range(start + int.from_bytes(data[start + 5 : start + 7], "big"), start + PAGE)


def is_noticed(path: Path) -> bool:
    try:
        with Collection(path) as collection:
            return bool(faults_of(collection))
    except CollectionDamagedError:
        return True


def is_noticed_in_backup(path: Path) -> bool:
    try:
        verify(path)
    except CollectionDamagedError:
        return True
    return False


def reads(data: bytes) -> dict[str, list]:
    """Return what every table says."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(data)
        return {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}


def check_flips(sound: bytes, path: Path, table: str, count: int) -> None:
    chance = random.Random(table)
    rows, said = rows_of(sound, table), reads(sound)
    missed = []
    for _ in range(count):
        place, bit = chance.choice(rows), 1 << chance.randrange(8)
        damaged = bytearray(sound)
        damaged[place] ^= bit
        path.write_bytes(damaged)
        if not (is_noticed_in_backup(path) and is_noticed(path)) and reads(damaged) != said:
            missed.append((place - rows.start, bit))
    assert missed == []


@pytest.mark.parametrize("table", TABLES)
def test_some_bits_of_the_rows_of_each_table(sound, tmp_path, table):
    check_flips(sound, tmp_path / "damaged.flashdeck", table, 20)


@pytest.mark.crash
@pytest.mark.parametrize("table", TABLES)
def test_many_bits_of_the_rows_of_each_table(sound, tmp_path, table):
    check_flips(sound, tmp_path / "damaged.flashdeck", table, 250)


class _TakenBackError(Exception):
    """Ends a transaction that is not to stay."""


@pytest.mark.parametrize("table", CHECKED_COLUMNS)
def test_a_bit_of_each_column_of_the_oldest_and_the_newest_row(sound, tmp_path, table):
    path = tmp_path / "damaged.flashdeck"
    path.write_bytes(sound)
    key = ", ".join(KEY_COLUMNS[table])
    with Collection(path) as collection:
        connection = collection._connection
        connection.execute("PRAGMA ignore_check_constraints = ON")
        rows = connection.select(f"SELECT * FROM {table} ORDER BY {key}")
        for row in (rows[0], rows[-1]):
            where = " AND ".join(f"{name} IS ?" for name in KEY_COLUMNS[table])
            for column in (*CHECKED_COLUMNS[table], "checksum"):
                with suppress(_TakenBackError), collection.atomic(), collection.health.open_log():
                    connection.execute("PRAGMA defer_foreign_keys = ON")
                    changed = f"UPDATE {table} SET {column} = ? WHERE {where}"
                    connection.execute(
                        changed, [flipped(column, row[column]), *[row[name] for name in KEY_COLUMNS[table]]]
                    )
                    assert any(broken.table == table for broken in collection.health.broken_rows()), column
                    raise _TakenBackError
        assert faults_of(collection) == ()


def flipped(column: str, value: str | bytes | float | None) -> object:
    """Return a value with its last bit flipped; NULL becomes empty, or a nought where the column has numbers."""
    match value:
        case None:
            return b"" if column == "digest" else 0
        case int():
            return value ^ 1
        case float():
            (number,) = struct.unpack("<Q", struct.pack("<d", value))
            return struct.unpack("<d", struct.pack("<Q", number ^ 1))[0]
        case str():
            return flipped(column, value.encode()).decode() if value else "0"
        case _:
            return value[:-1] + bytes([value[-1] ^ 1])


@pytest.mark.parametrize("table", ["notes", "notes_before", "settings"])
def test_a_text_that_a_bit_made_bytes_of_is_read_as_text_by_a_rescue(sound, tmp_path, table):
    path = tmp_path / "damaged.flashdeck"
    path.write_bytes(sound)
    wanted = salvage(path)
    found = 0
    for place in rows_of(sound, table):
        damaged = bytearray(sound)
        damaged[place] ^= 1
        if bytes_for_text(damaged, table) > bytes_for_text(sound, table):
            path.write_bytes(damaged)
            assert salvage(path) == wanted
            found += 1
    assert found > 0


def bytes_for_text(data: bytes, table: str) -> int:
    """Return how many values of a table's rows, but for checksums, are bytes; none where they cannot be read."""
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(data)
        rows = connection.execute(f"SELECT {', '.join(CHECKED_COLUMNS[table])} FROM {table}").fetchall()
        return sum(isinstance(value, bytes) for row in rows for value in row)
    return 0
