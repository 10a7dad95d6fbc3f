"""Where the collection is, and the backups that go with opening and closing it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, NamedTuple

from flashdeck.errors import CollectionDamagedError, CollectionError, CollectionReadOnlyError
from flashdeck.messages import Message
from flashdeck.services.clock import Clock
from flashdeck.storage import backups
from flashdeck.storage.backups_folder import STAMP, backups_folder_of
from flashdeck.storage.collection import Collection
from flashdeck.storage.verification import is_collection, is_whole

_BACKUP_EVERY: Final = timedelta(minutes=30)
_NAMED_TO: Final = timedelta(seconds=1)
"""How exactly the name of a backup tells when it was made."""


def default_path() -> Path:
    """Return where the collection is when the user names no other place."""
    import platformdirs  # noqa: PLC0415 - asks the system for much; not needed where the user names a place

    return Path(platformdirs.user_data_dir("flashdeck", appauthor=False)) / "collection.flashdeck"


def open_collection(path: Path) -> Collection:
    """Open a collection; one that cannot be written is opened to be looked at (`Collection.is_view_only`).

    Raises:
        CollectionError: it cannot be opened at all.
    """
    try:
        return Collection(path)
    except CollectionReadOnlyError:
        if not path.is_file():
            raise
        return Collection(path, view_only=True)


def media_folder_of(path: Path) -> Path:
    """Return where the pictures are that cards name, by bare file names; it need not exist."""
    return path.with_name(path.stem + "-media")


@contextmanager
def opened(path: Path, clock: Clock) -> Iterator[Collection]:
    """Open a collection for a command and close it, behind a backup when `is_backup_due`."""
    collection = open_collection(path)
    try:
        yield collection
        if is_backup_due(collection, clock.now()):
            backup_now(collection, clock)
    finally:
        collection.close()


def is_backup_due(collection: Collection, now: datetime) -> bool:
    """Whether something was done since the last dated backup, now or before a kill, and that is half an hour old."""
    if not holds_unsaved(collection, now):
        return False
    last = last_backup_at(collection, now)
    return last is None or now - last >= _BACKUP_EVERY


def holds_unsaved(collection: Collection, now: datetime) -> bool:
    """Whether something was done since the last dated backup, now or before a kill."""
    return not collection.is_view_only and (collection.has_changed or _has_newer_work(collection, now))


def back_up_first(collection: Collection, clock: Clock) -> None:
    """Write a dated backup of what is about to be changed, unless there is one that holds everything.

    Raises:
        CollectionError: it could not be written.
    """
    if not is_backed_up(collection):
        backups.make_dated(collection, now=clock.now())


def is_backed_up(collection: Collection) -> bool:
    """Whether a dated backup made since the collection was opened holds everything, or there is nothing to lose."""
    backup = collection.whole_backup
    return (backup is not None and is_whole(backup)) or not collection.cards.count()


def _has_newer_work(collection: Collection, now: datetime) -> bool:
    # without what a clock that was ahead has dated, which would be newer than the backup of every closing
    done = [instant for instant in _work(collection) if instant <= now]
    return _is_behind(collection, done, now, _NAMED_TO)


def backup_now(collection: Collection, clock: Clock, target: Path | None = None) -> Path:
    """Write a checked backup to `target`, or a dated one beside the collection; return its path.

    Raises:
        CollectionError: it could not be written, or would replace the collection itself or a file of another kind.
        CollectionDamagedError: it was written, and holds rows that are not as they were written.
    """
    if target is None:
        return told(backups.make_dated(collection, now=clock.now()))
    if target.resolve() == collection.path.resolve():
        raise CollectionError(Message("A backup cannot replace the collection itself. Name another file."))
    if target.is_file() and target.stat().st_size and not is_collection(target):
        raise CollectionError(
            Message("{target} is no backup, so it is not replaced by one. Name another file.", target=target)
        )
    return told(backups.make(collection, target))


def told(made: backups.Made) -> Path:
    """Return where a backup is, unless the user has to hear of what broke in the collection.

    Raises:
        CollectionDamagedError: it holds rows that are not as they were written.
    """
    if not made.broken:
        return made.path
    from flashdeck.services.check import fault_of  # noqa: PLC0415 - seldom needed

    raise CollectionDamagedError(
        Message(
            "The backup {path} is written, but the collection has faults, and so has the backup: {fault} "
            "({count} in all). Older backups are kept, to go back to.",
            path=made.path,
            fault=fault_of(made.broken[0]),
            count=len(made.broken),
        ),
        in_terminal="'flashdeck check --repair' mends what can be mended.",
    )


def keep_copy(collection: Collection, clock: Clock, occasion: str) -> Path:
    """Write a copy that is never thinned, before something that cannot be taken back; return its path.

    Raises:
        CollectionError: it could not be written.
    """
    target = kept_before(collection.path, occasion, clock.now())
    backup = collection.whole_backup
    if backup is None or not is_whole(backup):
        backups.make(collection, target)
    else:
        backups.keep(backup, target)
    return target


def kept_before(path: Path, occasion: str, now: datetime) -> Path:
    """Return where `keep_copy` keeps a copy of the collection at a path."""
    return backups_folder_of(path) / f"{occasion}-{now.astimezone(UTC).strftime(STAMP)}.flashdeck"


class DatedBackup(NamedTuple):
    """A backup, and what it was made before; empty when it was made by itself or on request."""

    path: Path
    made_at: datetime
    size_bytes: int
    occasion: str = ""


def dated_backups(path: Path) -> tuple[DatedBackup, ...]:
    """Return all backups of the collection at a path, newest first."""
    folder = backups_folder_of(path)
    found = (*((backup, made_at, "") for backup, made_at in backups.dated(folder)), *backups.kept(folder))
    return tuple(
        DatedBackup(path=backup, made_at=made_at, size_bytes=backup.stat().st_size, occasion=occasion)
        for backup, made_at, occasion in sorted(found, key=lambda each: each[1], reverse=True)
    )


def last_backup_at(collection: Collection, now: datetime) -> datetime | None:
    """Return when the newest dated backup was made, None when there is none; a clock that was ahead dated none."""
    dated = (made_at for _, made_at in backups.dated(backups_folder_of(collection.path)))
    return next((made_at for made_at in dated if made_at <= now), None)


def is_backup_overdue(collection: Collection, now: datetime) -> bool:
    """Whether something was done so long after the newest dated backup that there should be one of it.

    What a clock that was ahead has dated counts as done now, so that it brings one backup and not none.
    """
    return _is_behind(collection, [min(instant, now) for instant in _work(collection)], now, _BACKUP_EVERY)


def _work(collection: Collection) -> list[datetime]:
    """Return when the last answer was given and the last operation done, those of the two that there are."""
    last = (collection.reviews.last_answered_at(), collection.reviews.last_operation_at())
    return [instant for instant in last if instant is not None]


def _is_behind(collection: Collection, done: list[datetime], now: datetime, by: timedelta) -> bool:
    """Whether the newest dated backup is older by so much than the last of what was done, or missing."""
    last = last_backup_at(collection, now)
    return bool(done) and (last is None or max(done) - last >= by)


def restore(backup: Path, path: Path, clock: Clock) -> Path | None:
    """Put a backup in the place of the collection; return where the replaced file was moved, if there was one.

    Raises:
        CollectionBusyError: the collection is open in another program; nothing was changed.
        CollectionError: the backup is missing, damaged or newer than the program; nothing was changed.
    """
    if backup.resolve() == path.resolve():
        raise CollectionError(Message("A collection cannot be restored from itself. Name a backup of it."))
    backups.refuse_if_in_use(path)
    return backups.restore(backup, path, now=clock.now())
