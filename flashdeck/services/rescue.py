"""A damaged collection put together again from the newest good backup and what can still be read of it."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from flashdeck.domain.ids import NoteId
from flashdeck.durable_files import replace_durably
from flashdeck.errors import CollectionDamagedError, CollectionError
from flashdeck.file_faults import reason_of
from flashdeck.messages import Message
from flashdeck.services.check import fault_of, faults_of, repair
from flashdeck.services.clock import Clock
from flashdeck.services.merge import Merge, take_in_salvaged
from flashdeck.storage import backups, replacement
from flashdeck.storage.checksums import CHECKED_COLUMNS
from flashdeck.storage.collection import Collection
from flashdeck.storage.contents import FLAG_COLUMNS
from flashdeck.storage.health import LOG, BrokenRow
from flashdeck.storage.salvage import SalvagedRows, contents_of, is_traceable, salvage_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a rescue would begin with.

    Attributes:
        backup: the newest good one, or the newest that can be read where none is; None without one. `taken_at` is when
            it was made.
        is_promising: whether there is a backup, or anything in the file that is a collection's.
    """

    backup: Path | None
    taken_at: datetime | None
    is_promising: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescue:
    """What a rescue came to.

    Attributes:
        aside: the damaged file, kept; None when there was none any more.
        backup: the backup it began with.
        added: what the damaged file had beyond that.
        notes: how many there are now.
        answers: likewise, without those taken back.
        doubtful: what may be wrong still and wants a look, one sentence an item.
        faults: what is wrong still, likewise.
    """

    aside: Path | None
    backup: Path | None
    taken_at: datetime | None
    added: Merge
    notes: int
    answers: int
    doubtful: tuple[str, ...]
    faults: tuple[str, ...]


def offer(path: Path, damaged: Path | None = None) -> Offer:
    """Return what a rescue of a damaged collection, or of a copy of its file, would begin with."""
    found = backups.newest_good(path) or backups.newest_readable(path)
    if found is None:
        return Offer(backup=None, taken_at=None, is_promising=is_traceable(damaged or path))
    return Offer(backup=found[0], taken_at=found[1], is_promising=True)


def rescue(path: Path, clock: Clock) -> Rescue:
    """Move a damaged collection aside and put the newest good backup in its place, with all that can still be read.

    Of a file that is gone nothing can.

    Raises:
        CollectionBusyError: it is open in another program; nothing was changed.
        CollectionError: a file could not be read or written; the damaged file is still there.
    """
    backups.refuse_if_in_use(path)
    try:
        # made whole beside the damaged file before it takes its place: a kill on the way leaves one or the other
        with folder_beside(path) as folder:
            whole = folder / path.name
            rescued = put_together(path, clock, damaged=path, whole=whole)
            aside = replacement.keep_aside(path, "damaged", now=clock.now())
            replace_durably(whole, path)
    except OSError as error:
        raise CollectionError(
            Message("The collection {path} cannot be put together: {reason}.", path=path, reason=reason_of(error))
        ) from error
    return replace(rescued, aside=aside)


def put_together(path: Path, clock: Clock, *, damaged: Path, whole: Path) -> Rescue:
    """Make a new file of the newest good backup of a collection and what can be read of its damaged file.

    Args:
        path: the collection.
        clock: tells the time.
        damaged: its damaged file, or a copy of that.
        whole: the new file.

    Raises:
        CollectionError: nothing can be made of them.
        OSError: the new file cannot be written.
    """
    start = offer(path, damaged)
    try:
        rows = {} if start.backup is not None and not damaged.exists() else salvage_rows(damaged)
    except OSError as error:
        raise CollectionError(
            Message("The collection {path} cannot be read: {reason}.", path=path, reason=reason_of(error))
        ) from error
    if start.backup is None and not (rows.get("notes") or rows.get(LOG)):
        raise CollectionDamagedError(
            Message(
                "Nothing of a flashdeck collection can be read in {path}, and there is no good backup beside it. "
                "It was left as it is.",
                path=path,
            )
        )
    if start.backup is not None:
        backups.copy_whole(start.backup, whole)
    with Collection(whole) as collection:
        rescued = _united(collection, clock, rows, path, start)
        collection.settle()  # a fault of the disk is told here, and not on closing
    return rescued


def _united(collection: Collection, clock: Clock, rows: SalvagedRows, path: Path, start: Offer) -> Rescue:
    """Unite a copy of the backup with the rows that could be read; what had broken in the backup is mended first."""
    contents = contents_of(rows)
    with collection.atomic():
        _put_back(collection, rows)
    broken = collection.health.broken_rows()
    doubtful = repair(collection, backups.paths_of(path)).doubtful if broken else ()
    uids = _uids_of(collection, broken)
    added = take_in_salvaged(collection, clock, contents, path.name, broken=frozenset(uids))
    replaced = tuple(fault_of(row) for uid, row in uids.items() if uid in contents.notes)
    return Rescue(
        aside=None,
        backup=start.backup,
        taken_at=start.taken_at,
        added=added,
        notes=collection.notes.count(),
        answers=collection.reviews.answers(),
        doubtful=tuple(item for item in doubtful if not item.startswith(replaced)),
        faults=faults_of(collection),
    )


def _uids_of(collection: Collection, broken: Iterable[BrokenRow]) -> dict[str, BrokenRow]:
    """Return the notes among rows that broke, by uid, once they can be read again."""
    by_id = {int(str(row.key[0])): row for row in broken if row.table == "notes"}
    return {note.uid: by_id[note.id] for note in collection.notes.get_many([NoteId(each) for each in by_id])}


def _put_back(collection: Collection, rows: SalvagedRows) -> None:
    """Put rows of the backup that broke back as they were written, where the damaged file has them so.

    Where it has a card as it was written later, whether that is left out counts as it is there.
    """
    health = collection.health
    broken = health.broken_rows()
    written = {
        (table, row["checksum"]): row for table in {each.table for each in broken} for row in rows.get(table, ())
    }
    later = {row["uid"]: row for row in rows.get("cards", ())}
    with health.open_log():
        for each in broken:
            row = written.get((each.table, each.checksum))
            if row is not None:
                health.put_back(each, {name: row[name] for name in CHECKED_COLUMNS[each.table]})
            elif each.card_uid in later:
                health.put_back(each, {name: later[each.card_uid][name] for name in FLAG_COLUMNS})
                health.accept(each)


@contextmanager
def folder_beside(path: Path) -> Iterator[Path]:
    """Yield an empty folder on the same disk, which is taken away at the end; so is one that a kill has left."""
    folder = path.with_name(f"{path.name}.rescue")
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder)
