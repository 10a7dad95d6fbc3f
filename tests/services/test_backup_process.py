"""A child process makes the backup of an open collection, and leaves the backup or nothing."""

import shutil

import pytest

from flashdeck.errors import CollectionError, OperationCancelledError
from flashdeck.services import collection_file
from flashdeck.services.backup_process import BackupProcess
from flashdeck.storage.backups_folder import backups_folder_of
from flashdeck.storage.collection import Collection
from flashdeck.storage.verification import verify
from tests.conftest import basic


def test_a_backup_takes_its_place_and_counts(collection, add, clock):
    add(basic("a"))
    told = []
    made = BackupProcess(collection, clock).wait(told.append)
    verify(made.path)
    assert (made.broken, collection.whole_backup, collection.has_changed) == ((), made.path, False)
    assert collection_file.last_backup_at(collection, clock.now()) == clock.now()
    assert told[-1] == 1.0
    assert list(backups_folder_of(collection.path).iterdir()) == [made.path]


def test_what_a_killed_program_left_of_a_copy_goes_with_it(collection, add, clock):
    add(basic("a"))
    for suffix in ("", "-wal", "-shm"):
        collection.path.with_name(f"{collection.path.name}.4711.partial{suffix}").touch()
    BackupProcess(collection, clock).wait(lambda _: None)
    assert list(collection.path.parent.glob("*.partial*")) == []


def test_what_was_written_after_its_beginning_is_not_in_it_and_counts_as_changed(collection, add, clock):
    add(basic("a"))
    process = BackupProcess(collection, clock)
    add(basic("b"))
    made = process.wait(lambda _: None)
    with Collection(made.path) as backup:
        assert backup.cards.count() == 1
    assert (collection.has_changed, collection.whole_backup) == (True, None)
    before = collection.path.read_bytes()
    collection.settle()
    assert collection.path.read_bytes() != before  # it is held no longer


def test_what_is_cancelled_leaves_nothing(collection, add, clock):
    add(basic("a"))
    process = BackupProcess(collection, clock)
    process.cancel()
    with pytest.raises(OperationCancelledError):
        process.poll(wait_s=10)
    assert list(backups_folder_of(collection.path).iterdir()) == []
    assert collection.has_changed


def test_a_closed_collection_cannot_be_held_and_says_so(collection, add, clock):
    collection.close()
    with pytest.raises(Exception, match="closed"):
        BackupProcess(collection, clock)


def test_what_a_collection_to_be_looked_at_shows_is_backed_up(collection, add, clock, tmp_path):
    add(basic("a"))
    copy = tmp_path / "looked at" / "copy.flashdeck"
    copy.parent.mkdir()
    for suffix in ("", "-wal"):
        part = collection.path.with_name(collection.path.name + suffix)
        shutil.copyfile(part, copy.with_name(copy.name + suffix))
    with Collection(copy, view_only=True) as viewed:
        made = BackupProcess(viewed, clock).wait(lambda _: None)
    assert made.path.parent == backups_folder_of(copy)
    with Collection(made.path) as backup:
        assert backup.cards.count() == 1


def test_a_folder_that_cannot_be_made_is_a_sentence_and_holds_nothing(collection, add, clock):
    add(basic("a"))
    backups_folder_of(collection.path).touch()
    with pytest.raises(CollectionError, match="could not be written"):
        BackupProcess(collection, clock)
    backups_folder_of(collection.path).unlink()
    assert BackupProcess(collection, clock).wait(lambda _: None).broken == ()
