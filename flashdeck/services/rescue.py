"""A damaged collection put together again from the newest good backup and what can still be read of it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from flashdeck.durable_files import replace_durably
from flashdeck.errors import CollectionDamagedError, CollectionError
from flashdeck.messages import Message
from flashdeck.services.clock import Clock
from flashdeck.services.merge import Merge, take_in_salvaged
from flashdeck.storage import backups
from flashdeck.storage.collection import Collection
from flashdeck.storage.contents import Contents
from flashdeck.storage.salvage import is_traceable, salvage


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a rescue would begin with.

    Attributes:
        backup: the newest good one, None without one; `taken_at` is when it was made.
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
    """

    aside: Path | None
    backup: Path | None
    taken_at: datetime | None
    added: Merge
    notes: int
    answers: int


def offer(path: Path) -> Offer:
    """Return what a rescue of a damaged collection would begin with."""
    found = backups.newest_good(path)
    if found is None:
        return Offer(backup=None, taken_at=None, is_promising=is_traceable(path))
    return Offer(backup=found[0], taken_at=found[1], is_promising=True)


def rescue(path: Path, clock: Clock) -> Rescue:
    """Move a damaged collection aside and put the newest good backup in its place, with all that can still be read.

    Of a file that is gone nothing can.

    Raises:
        CollectionBusyError: it is open in another program; nothing was changed.
        CollectionError: a file could not be read or written; the damaged file is still there.
    """
    backups.refuse_if_in_use(path)
    start = offer(path)
    try:
        contents = Contents() if start.backup is not None and not path.exists() else salvage(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CollectionError(
            Message("The collection {path} cannot be read: {reason}.", path=path, reason=reason)
        ) from error
    if start.backup is None and not (contents.notes or contents.log):
        raise CollectionDamagedError(
            Message(
                "Nothing of a flashdeck collection can be read in {path}, and there is no good backup beside it. "
                "It was left as it is.",
                path=path,
            )
        )
    try:
        # made whole beside the damaged file before it takes its place: a kill on the way leaves one or the other
        with _folder_beside(path) as folder:
            whole = folder / path.name
            if start.backup is not None:
                backups.restore(start.backup, whole, now=clock.now())
            with Collection(whole) as collection:
                added = take_in_salvaged(collection, clock, contents, path.name)
                notes, answers = collection.notes.count(), collection.reviews.answers()
                collection.settle()  # a fault of the disk is told here, and not on closing
            aside = backups.keep_aside(path, "damaged", now=clock.now())
            replace_durably(whole, path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CollectionError(
            Message("The collection {path} cannot be put together: {reason}.", path=path, reason=reason)
        ) from error
    return Rescue(aside=aside, backup=start.backup, taken_at=start.taken_at, added=added, notes=notes, answers=answers)


@contextmanager
def _folder_beside(path: Path) -> Iterator[Path]:
    """Yield an empty folder on the same disk, which is taken away at the end; so is one that a kill has left."""
    folder = path.with_name(f"{path.name}.rescue")
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder)
