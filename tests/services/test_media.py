"""Pictures that nobody needs go after a week; those that anything could show again stay."""

import hashlib
import os
from datetime import timedelta

import pytest

from flashdeck.services import collection_file, library, media
from flashdeck.services.undo import undo_last
from tests.conftest import basic


@pytest.fixture
def picture(collection, clock):
    """Put a picture into the media folder as many days ago as wanted; return its file."""

    def put(content: bytes, *, days_ago: float = 8, name: str | None = None):
        folder = collection_file.media_folder_of(collection.path)
        folder.mkdir(exist_ok=True)
        path = folder / (name or f"{hashlib.sha256(content).hexdigest()[:32]}.png")
        path.write_bytes(content)
        at = (clock.now() - timedelta(days=days_ago)).timestamp()
        os.utime(path, (at, at))
        return path

    return put


@pytest.fixture
def add(collection, clock):
    def added(uid, text):
        with collection.operations.recorded("import", uid, now=clock.now()):
            return collection.notes.add(basic(uid, back=text), now=clock.now())

    return added


def test_what_nobody_names_goes_after_a_week_and_what_is_shown_or_the_users_own_stays(collection, clock, picture, add):
    shown, left, fresh = picture(b"shown"), picture(b"left"), picture(b"fresh", days_ago=6)
    own = picture(b"own", name="my drawing.png")
    add("a", f"a moon ![]({shown.name}) and <img src='nothing.gif'>")
    assert media.sweep(collection, clock) == (left,)
    assert [path.exists() for path in (shown, left, fresh, own)] == [True, False, True, True]
    assert media.sweep(collection, clock) == ()


def test_the_undo_of_a_deletion_still_finds_its_picture(collection, clock, picture, add, today_of):
    shown = picture(b"shown")
    note_id = add("a", f"![]({shown.name})")
    library.delete_notes(collection, clock, [note_id])
    for backup in collection_file.dated_backups(collection.path):
        backup.path.unlink()
    clock.instant += timedelta(days=30)
    assert media.sweep(collection, clock) == ()
    undo_last(collection, clock, today_of(collection))
    assert media.faults_of(collection) == ()


def test_what_a_backup_shows_stays_as_long_as_the_backup(collection, clock, picture, add, today_of):
    shown = picture(b"shown")
    add("a", f"![]({shown.name})")
    backup = collection_file.backup_now(collection, clock)
    undo_last(collection, clock, today_of(collection))
    assert media.sweep(collection, clock) == ()
    backup.write_bytes(b"nothing that could be gone back to")
    assert media.sweep(collection, clock) == (shown,)


def test_what_was_moved_aside_keeps_its_pictures(collection, clock, picture, add, today_of):
    shown = picture(b"shown")
    add("a", f"![]({shown.name})")
    collection_file.backup_now(collection, clock, collection.path.with_name("collection-replaced-1.flashdeck"))
    undo_last(collection, clock, today_of(collection))
    assert media.sweep(collection, clock) == ()


def test_missing_and_changed_pictures_are_named(collection, picture, add):
    sound, bent, gone = picture(b"sound"), picture(b"bent"), picture(b"gone")
    add("a", f"![]({sound.name}) ![]({bent.name}) ![]({gone.name})")
    assert media.faults_of(collection) == ()
    bent.write_bytes(b"else")
    gone.unlink()
    assert set(media.faults_of(collection)) == {
        f"picture {bent.name} is not as it was taken in",
        f"picture {gone.name} is missing",
    }


def test_a_picture_that_no_note_shows_any_more_is_not_missed(collection, clock, picture, add):
    gone = picture(b"gone")
    library.delete_notes(collection, clock, [add("a", f"![]({gone.name})")])
    gone.unlink()
    assert media.faults_of(collection) == ()


def test_a_copy_tells_whether_there_is_anything_to_clean_up(collection, clock, picture, add):
    shown = picture(b"shown")
    add("a", f"![]({shown.name})")
    copy = collection_file.backup_now(collection, clock, collection.path.with_name("copy.flashdeck"))
    assert not media.may_sweep(collection.path, copy, clock.now())
    left = picture(b"left")
    assert media.may_sweep(collection.path, copy, clock.now())
    media.sweep(collection, clock)
    assert (shown.exists(), left.exists()) == (True, False)
