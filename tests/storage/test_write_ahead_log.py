"""The first page in a log is the one that SQLite itself would read; a torn or foreign log is never a crash."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashdeck.storage.copying import copy_files
from flashdeck.storage.write_ahead_log import first_page

COMMITS = 6


@pytest.fixture(scope="module")
def killed(tmp_path_factory):
    """A database of version 0, the log of which says 1 to 6 in as many commits and ends within one more."""
    folder = tmp_path_factory.mktemp("log")
    with closing(sqlite3.connect(folder / "running.db", isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute("CREATE TABLE t (x)")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        for version in range(1, COMMITS + 1):
            connection.execute("BEGIN")
            connection.execute(f"PRAGMA user_version = {version}")
            connection.executemany("INSERT INTO t VALUES (?)", [("x" * 3000,)] * 3)
            connection.execute("COMMIT")
            connection.execute("INSERT INTO t VALUES ('y')")  # a commit without the first page
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        connection.execute("PRAGMA user_version = 99")
        connection.executemany("INSERT INTO t VALUES (?)", [("z" * 3000,)] * 40)
        copy_files(folder / "running.db", folder / "killed.db")
    return folder / "killed.db"


def version_by_the_log(log) -> int:
    page = first_page(log)
    return 0 if page is None else int.from_bytes(page[60:64], "big")


def version_by_sqlite(path, copy) -> int:
    copy_files(path, copy)
    with closing(sqlite3.connect(copy)) as connection:
        ((version,),) = connection.execute("PRAGMA user_version")
    return version


def test_what_was_committed_last_counts_and_what_never_was_does_not(killed, tmp_path):
    log = killed.with_name("killed.db-wal")
    assert version_by_sqlite(killed, tmp_path / "copy.db") == COMMITS
    assert version_by_the_log(log) == COMMITS
    assert b"zzz" in log.read_bytes()


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_of_a_log_that_breaks_off_as_much_counts_as_sqlite_believes(killed, tmp_path_factory, data):
    whole = killed.with_name("killed.db-wal").read_bytes()
    folder = tmp_path_factory.mktemp("torn")
    (folder / "c.db").write_bytes(killed.read_bytes())
    log = folder / "c.db-wal"
    log.write_bytes(whole[: data.draw(st.integers(0, len(whole)))])
    assert version_by_the_log(log) == version_by_sqlite(folder / "c.db", folder / "copy.db")


def test_frames_of_an_older_round_behind_the_newest_do_not_count(tmp_path):
    with closing(sqlite3.connect(tmp_path / "running.db", isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        for version in (1, 2, 3):
            connection.execute(f"PRAGMA user_version = {version}")
        connection.execute("PRAGMA wal_checkpoint(RESTART)").fetchall()
        connection.execute("PRAGMA user_version = 4")  # over the first frame of the log
        copy_files(tmp_path / "running.db", tmp_path / "killed.db")
    assert version_by_the_log(tmp_path / "killed.db-wal") == 4


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_whatever_byte_is_another_the_page_is_one_that_was_written_or_none(killed, tmp_path_factory, data):
    log = tmp_path_factory.mktemp("bent") / "bent.db-wal"
    bent = bytearray(killed.with_name("killed.db-wal").read_bytes())
    for place in data.draw(st.lists(st.integers(0, len(bent) - 1) | st.integers(0, 56), min_size=1, max_size=4)):
        bent[place] ^= data.draw(st.integers(1, 255))
    log.write_bytes(bent)
    assert version_by_the_log(log) in range(COMMITS + 1)


def test_a_page_that_is_not_whole_does_not_count(killed, tmp_path):
    whole = killed.with_name("killed.db-wal").read_bytes()
    log = tmp_path / "bent.db-wal"
    place = whole.rindex(first_page(killed.with_name("killed.db-wal"))[:100])
    log.write_bytes(whole[: place + 60] + b"\0\0\0\x63" + whole[place + 64 :])
    assert first_page(log) is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"torn",
        b"\x37\x7f\x06\x82" + b"\0" * 28,
        b"\x37\x7f\x06\x83" + b"\xff" * 5000,
        b"a letter to a friend " * 9,
    ],
    ids=["empty", "short", "no page size", "odd page size", "no log"],
)
def test_what_is_no_log_says_nothing(tmp_path, content):
    log = tmp_path / "foreign.db-wal"
    log.write_bytes(content)
    assert first_page(log) is None
