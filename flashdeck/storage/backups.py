"""Dated copies of the collection: each is checked before it counts, old ones are thinned."""

import os
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from datetime import UTC, date, datetime, timedelta
from glob import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from flashdeck.durable_files import partial_of, replacing
from flashdeck.errors import CollectionDamagedError, CollectionError, CollectionTooNewError
from flashdeck.file_faults import reason_of
from flashdeck.messages import Message
from flashdeck.storage import replacement
from flashdeck.storage.backup_faults import not_written, unlike
from flashdeck.storage.backups_folder import BEFORE_MERGE, BEFORE_REPAIR, BEFORE_VERSION, STAMP, backups_folder_of
from flashdeck.storage.checksums import CHAINED_COLUMNS, CHECKED_COLUMNS, FUNCTION, checked_rows, row_checksum
from flashdeck.storage.collection import Collection
from flashdeck.storage.copying import copy_files, link_or_copy
from flashdeck.storage.faults import ToldApart
from flashdeck.storage.verification import Tell, engine_checked, is_whole, looked_at, seals, verify, verify_file

if TYPE_CHECKING:
    from flashdeck.storage.health import BrokenRow

_KEEP_ALL_DAYS: Final = 2
_KEPT_PERIODS: Final = (("%Y-%m-%d", 12), ("%G-%V", 10), ("%Y-%m", 9))
"""Beyond the first days: the newest of each of the last 12 days, 10 weeks and 9 months that have one."""


class Made(NamedTuple):
    """A backup that was written.

    Attributes:
        path: where.
        broken: rows that had broken in the collection already, and are in the backup as they are there.
    """

    path: Path
    broken: "tuple[BrokenRow, ...]"


def make(collection: Collection, target: Path) -> Made:
    """Write a checked copy of the collection to `target`, replacing what is there only once the copy is good.

    Raises:
        CollectionError: the copy could not be written or is not sound; `target` is as it was.
    """
    try:
        with replacing(target) as partial:
            collection.vacuum_into(partial, named=target)
            with engine_checked(partial, named=target) as connection:
                broken = _broken_in(collection, connection, target)
    except OSError as error:
        raise not_written(target, error) from error
    return Made(target, broken)


def _broken_in(collection: Collection, copy: sqlite3.Connection, target: Path) -> "tuple[BrokenRow, ...]":
    """Check that a copy has every row of the collection; return those that broke in the collection.

    Raises:
        CollectionDamagedError: it has not.
    """
    fault = unlike(target)
    in_copy = 0
    for table in CHECKED_COLUMNS:
        theirs = seals(copy, table)
        for checksum in collection.health.checksums(table):
            stored, fits = next(theirs, (b"", False))
            if stored != checksum:
                raise fault
            in_copy += not fits
        if next(theirs, None) is not None:
            raise fault
    broken = collection.health.broken_rows() if in_copy else ()
    if len(broken) != in_copy:
        raise fault
    return broken


def row_as_written(backup: Path, broken: "BrokenRow") -> dict[str, object] | None:
    """Return a row that broke, as a backup has it; None when it has it not, or broken, or is older than checksums."""
    columns = CHECKED_COLUMNS[broken.table]
    rows, is_as_written = checked_rows(broken.table)
    sql = f"SELECT {', '.join(columns)} FROM {rows} WHERE checksum = ? AND {is_as_written}"
    try:
        with looked_at(backup) as connection:
            connection.create_function(FUNCTION, -1, row_checksum, deterministic=True)
            row = connection.execute(sql, [broken.checksum]).fetchone()
    except sqlite3.Error:
        return None
    return None if row is None else dict(zip(columns, row, strict=True))


def entries_missing(backup: Path, last: bytes | None, newest: bytes) -> list[dict[str, object]]:
    """Return the entries of the log that follow the one with the checksum `last`, up to the one with `newest`.

    Args:
        backup: where they are looked for.
        last: None for all from the beginning.
        newest: the checksum that vouches for all of them; without it, or where one broke, there are none.
    """
    names = ", ".join(CHAINED_COLUMNS)
    sql = f"""SELECT {names}, checksum FROM review_log
        WHERE seq > coalesce((SELECT seq FROM review_log WHERE checksum IS ?), 0)
        AND seq <= (SELECT seq FROM review_log WHERE checksum = ?) ORDER BY seq"""
    entries: list[dict[str, object]] = []
    with suppress(sqlite3.Error), looked_at(backup) as connection:
        for *values, checksum in connection.execute(sql, [last, newest]):
            if row_checksum(last, *values) != checksum:
                return []
            entries.append(dict(zip(CHAINED_COLUMNS, values, strict=True)))
            last = checksum
    return entries if last == newest else []


def texts(backup: Path) -> list[bytes]:
    """Return what `Health.texts` does, of a backup; of one that cannot be read nothing."""
    from flashdeck.storage.note_rows import select_texts_with_pictures  # noqa: PLC0415 - brings notes

    try:
        with looked_at(backup) as connection:
            return [
                said
                for table in ("notes", "notes_before")
                for (said,) in connection.execute(select_texts_with_pictures(table))
            ]
    except sqlite3.Error:
        return []


def newest_good(collection_path: Path) -> tuple[Path, datetime] | None:
    """Return the newest sound backup of a collection with its time; None when there is none."""
    return _newest(collection_path, verify)


def newest_readable(collection_path: Path) -> tuple[Path, datetime] | None:
    """Return the newest backup that can be opened, though rows of it may have broken; None when there is none."""
    return _newest(collection_path, verify_file)


def _newest(collection_path: Path, check: Callable[[Path], None]) -> tuple[Path, datetime] | None:
    folder = backups_folder_of(collection_path)
    of_versions = ((path, taken_at) for path, taken_at, occasion in kept(folder) if occasion == BEFORE_VERSION)
    for path, taken_at in sorted((*dated(folder), *of_versions), key=lambda item: item[1], reverse=True):
        try:
            check(path)
        except (CollectionDamagedError, CollectionTooNewError):
            continue
        return path, taken_at
    return None


def make_dated(collection: Collection, *, now: datetime) -> Made:
    """Write a dated backup beside the collection, see `make`; see `count` for what comes after."""
    target = new_dated(collection.path, now=now)
    changes = collection.changes
    made = make(collection, target)
    count(collection, made, changes, now=now)
    return made


def new_dated(collection_path: Path, *, now: datetime) -> Path:
    """Return where the dated backup of a moment belongs; what killed programs left of others, or of a copy, is gone."""
    folder = backups_folder_of(collection_path)
    for partial in folder.glob("*.flashdeck.partial"):
        discard(partial)
    discard_copies(collection_path)
    return folder / f"{now.astimezone(UTC).strftime(STAMP)}.flashdeck"


def discard(path: Path) -> None:
    """Delete a backup, or what was written of one; where that cannot be done, it takes room and harms nothing."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def new_copy(collection_path: Path) -> Path:
    """Return where this program lets a copy be worked on, out of the way of whom a killed one has left at work."""
    return partial_of(collection_path.with_name(f"{collection_path.name}.{os.getpid()}"))


def discard_copies(collection_path: Path) -> None:
    """Delete the copies that are, or were, being worked on, with what SQLite keeps beside them."""
    for left in collection_path.parent.glob(f"{escape(collection_path.name)}*.partial*"):
        discard(left)


def count(collection: Collection, made: Made, changes: int, *, now: datetime) -> None:
    """Let a dated backup that is in its place count; thin the older ones, unless one may be needed to mend it.

    Args:
        collection: what it is of.
        made: the backup.
        changes: what `Collection.changes` was when it was made.
        now: the time.
    """
    collection.count_as_backed_up(made.path, changes)
    if not made.broken:
        for path in superseded(dict(dated(made.path.parent)), now=now):
            discard(path)


def dated(folder: Path) -> tuple[tuple[Path, datetime], ...]:
    """Return the dated backups of a folder, newest first, without what is left of one that was emptied or cut off."""
    stamped = ((path, _instant_of(path.stem)) for path in folder.glob("*.flashdeck"))
    # those without an instant are the user's own
    found = [(path, taken_at) for path, taken_at in stamped if taken_at is not None and is_whole(path)]
    return tuple(sorted(found, key=lambda item: item[1], reverse=True))


def keep(backup: Path, target: Path) -> None:
    """Keep a backup under another name, too, under which it is never thinned.

    Raises:
        CollectionError: it could not be written.
    """
    try:
        with replacing(target) as partial:
            link_or_copy(backup, partial)
    except OSError as error:
        raise not_written(target, error) from error


def kept(folder: Path) -> tuple[tuple[Path, datetime, str], ...]:
    """Return the copies of a folder that are never thinned, each with its time and what it was made before."""
    found = (
        (path, path.stem.removeprefix(f"{occasion}-"), occasion)
        for occasion in (BEFORE_VERSION, BEFORE_MERGE, BEFORE_REPAIR)
        for path in folder.glob(f"{occasion}-*.flashdeck")
        if is_whole(path)
    )
    return tuple(
        (path, _instant_of(stamp) or datetime.fromtimestamp(path.stat().st_mtime, UTC), occasion)
        for path, stamp, occasion in found
    )


def _instant_of(stamp: str) -> datetime | None:
    try:  # not by strptime: it learns how each language names its days, and the first window would wait for that
        instant = datetime.fromisoformat(stamp.replace("-", "T", 1)).replace(tzinfo=UTC)
    except ValueError:
        return None
    return instant if f"{instant:{STAMP}}" == stamp else None


def paths_of(collection_path: Path) -> tuple[Path, ...]:
    """Return where the dated backups of a collection are, newest first."""
    return tuple(path for path, _ in dated(backups_folder_of(collection_path)))


def superseded(taken: dict[Path, datetime], *, now: datetime) -> tuple[Path, ...]:
    """Return the backups that are no longer needed: neither recent nor the newest of a kept day, week or month."""
    newest_first = sorted(taken, key=lambda path: taken[path], reverse=True)
    kept = {path for path in newest_first if now - taken[path] < timedelta(days=_KEEP_ALL_DAYS)}
    for period, count in _KEPT_PERIODS:
        kept.update(_newest_of_periods(((path, taken[path].date()) for path in newest_first), period, count))
    return tuple(path for path in newest_first if path not in kept)


def _newest_of_periods(newest_first: Iterable[tuple[Path, date]], period: str, count: int) -> list[Path]:
    newest: dict[str, Path] = {}
    for path, day in newest_first:
        newest.setdefault(day.strftime(period), path)
    return list(newest.values())[:count]


def refuse_if_in_use(collection_path: Path) -> None:
    """Raise CollectionBusyError when another program has the collection open; a damaged one is in nobody's use."""
    if not collection_path.exists():
        return
    connection = sqlite3.connect(collection_path, isolation_level=None, timeout=0)
    with closing(connection), ToldApart(str(collection_path)):
        try:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorname.startswith("SQLITE_BUSY"):
                raise


def restore(backup: Path, collection_path: Path, *, now: datetime) -> Path | None:
    """Put a backup in the place of a closed collection; return where the replaced file is kept, if there was one.

    At every moment there is a collection at the path: the old one or the backup. What a program that was killed left in
    a write-ahead log beside the backup belongs to it.

    Raises:
        CollectionDamagedError: the backup is not sound; nothing was changed.
        CollectionTooNewError: it was written by a newer program; nothing was changed.
        CollectionError: it could not be copied; nothing was changed.
    """
    try:
        with replacing(collection_path) as partial:
            copy_verified(backup, partial)
            aside = replacement.keep_aside(collection_path, "replaced", now=now)
    except OSError as error:
        raise CollectionError(
            Message(
                "The backup could not be restored to {collection_path}: {reason}.",
                collection_path=collection_path,
                reason=reason_of(error),
            )
        ) from error
    return aside


def copy_verified(backup: Path, target: Path, tell: Tell = lambda _: None) -> None:
    """Copy a backup into one file that is known to be sound.

    Args:
        backup: the backup.
        target: the copy.
        tell: called with how far this is, 0 to 1.

    Raises:
        CollectionDamagedError: the backup is not sound.
        CollectionTooNewError: it was written by a newer program.
        CollectionError: there is none.
        OSError: it could not be copied.
    """
    if not backup.is_file():
        raise CollectionError(Message("There is no backup {backup}. Name a file that exists.", backup=backup))
    copy_whole(backup, target)
    verify(target, named=backup, tell=tell)


def copy_whole(backup: Path, target: Path) -> None:
    """Copy a backup into one file, with what a write-ahead log beside it holds."""
    log = target.with_name(target.name + "-wal")
    try:
        copy_files(backup, target)
        if log.exists():
            # what cannot be brought in shows when the copy is verified
            with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(target)) as connection:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        for beside in (log, target.with_name(target.name + "-shm")):
            beside.unlink(missing_ok=True)
