"""The file of an open collection is held while another process copies it, and the copy is checked."""

import os
import re
import sqlite3
from contextlib import closing

import pytest

from flashdeck.domain.quality import Quality
from flashdeck.errors import CollectionDamagedError, CollectionError
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.storage.collection import Collection
from flashdeck.storage.held_file import COPIED, copy_checked, expected_of
from flashdeck.storage.verification import verify
from tests.conftest import basic


def silent(_fraction: float) -> None:
    """Nobody wants to know."""


@pytest.fixture
def studied(collection, add, clock, today):
    """A collection with answers."""
    add(basic("a"), basic("b"))
    session = StudySession(collection, clock, today, today.review_queue(), StudyMode.REVIEW)
    for _ in range(2):
        session.answer(Quality.GOOD)
    return collection


def copy(collection, target, expected=None, tell=silent):
    wanted = expected or expected_of(collection)
    return copy_checked(collection.path, target, wanted, tell, named=target)


def test_a_copy_is_the_collection_as_it_was_held_whatever_is_written_meanwhile(studied, add, tmp_path):
    studied.hold()
    expected = expected_of(studied)
    held = studied.path.read_bytes()
    for number in range(3):
        add(basic(f"later {number}"))
        studied.settle()
    assert studied.path.read_bytes() == held
    told = []
    assert copy(studied, tmp_path / "copy.flashdeck", expected, told.append) == ()
    assert told[0] == COPIED
    with Collection(tmp_path / "copy.flashdeck") as copied:
        assert (copied.cards.count(), copied.reviews.answers()) == (2, 2)
    studied.let_go()
    studied.settle()
    assert studied.path.read_bytes() != held
    assert studied.cards.count() == 5


def test_what_was_written_last_is_in_the_file_that_is_held(studied, clock, tmp_path):
    studied.cards.set_suspended([1], suspended=True, now=clock.now())
    studied.hold()
    copy(studied, tmp_path / "copy.flashdeck")
    with Collection(tmp_path / "copy.flashdeck") as copied:
        assert copied.cards.find(1).is_suspended


def test_more_than_the_log_usually_takes_does_not_reach_the_file_that_is_held(studied, clock):
    studied.hold()
    held = studied.path.read_bytes()
    with studied.atomic():
        for number in range(300):
            studied.settings.put(f"s{number}", "x" * 200_000, now=clock.now())
    log = studied.path.with_name(studied.path.name + "-wal")
    assert log.stat().st_size > 8000 * 4096
    assert studied.path.read_bytes() == held
    studied.let_go()
    studied.settings.put("one", "more", now=clock.now())
    assert studied.path.stat().st_size > len(held)


def test_what_is_not_held_or_closed_can_be_let_go(studied):
    studied.let_go()
    studied.hold()
    studied.close()
    studied.let_go()
    with Collection(studied.path) as again:
        assert again.cards.count() == 2


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM cards WHERE id = 2",
        "INSERT INTO decks (id, name) VALUES (99, 'one too many')",
        "UPDATE log_end SET checksum = x'0011223344556677'",
    ],
)
def test_a_file_that_is_not_what_is_open_is_no_backup(studied, tmp_path, sql):
    """As when a program that synchronises folders has put another version in its place."""
    expected = expected_of(studied)
    studied.close()
    with closing(sqlite3.connect(studied.path)) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(sql)
        connection.commit()
    target = tmp_path / "copy.flashdeck"
    with pytest.raises(CollectionDamagedError, match=f"{re.escape(str(target))} does not hold what"):
        copy(studied, target, expected)


def test_a_disk_that_gives_back_something_else_is_noticed(studied, tmp_path):
    studied.hold()
    target = tmp_path / "copy.flashdeck"

    def spoil(fraction: float) -> None:
        if fraction == COPIED:
            os.truncate(target, target.stat().st_size - 1)

    with pytest.raises(CollectionDamagedError, match="does not hold what"):
        copy(studied, target, tell=spoil)


def test_a_row_that_had_broken_in_the_collection_is_in_the_copy_and_named(studied, tmp_path):
    studied.close()
    with closing(sqlite3.connect(studied.path)) as connection:
        connection.execute("UPDATE notes SET back = 'rotten' WHERE uid = 'a'")
        connection.commit()
    with Collection(studied.path) as rotten:
        rotten.hold()
        (broken,) = copy(rotten, tmp_path / "copy.flashdeck")
        assert broken == rotten.health.broken_rows()[0]
    assert [path.name for path in tmp_path.glob("copy*")] == ["copy.flashdeck"]


def test_damaged_pages_are_no_backup(studied, tmp_path):
    expected = expected_of(studied)
    studied.close()
    data = studied.path.read_bytes()
    studied.path.write_bytes(data[:8192] + bytes(len(data) - 8192))
    with pytest.raises(CollectionDamagedError, match="not a sound backup"):
        copy(studied, tmp_path / "copy.flashdeck", expected)


def test_a_folder_that_is_gone_is_a_sentence(studied, tmp_path):
    target = tmp_path / "gone" / "copy.flashdeck"
    with pytest.raises(
        CollectionError, match=f"^The backup {re.escape(str(target))} could not be written: No such file"
    ):
        copy(studied, target)


def test_a_large_file_tells_how_far_it_is_and_is_copied_whole(studied, clock, add, tmp_path):
    for number in range(60):
        studied.settings.put(f"s{number}", "x" * 200_000, now=clock.now())
    add(*(basic(f"n{number}") for number in range(4000)))
    studied.hold()
    told: list[float] = []
    copy(studied, tmp_path / "copy.flashdeck", tell=told.append)
    assert told == sorted(told)
    assert 0 < told[0] < COPIED < told[-1] <= 1
    verify(tmp_path / "copy.flashdeck")
