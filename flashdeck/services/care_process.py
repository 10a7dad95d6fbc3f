"""What takes long with a whole collection, done to a copy by a child process while the collection stays in use.

The file of the collection is held while the child copies it, as for a backup (`backup_process`). The child checks,
mends, merges or reschedules the copy, or verifies a backup; what it has made takes the place of the collection, which
is closed for that moment. Until then nothing of the collection has changed, and whoever is killed leaves it as it is.
"""

import json
from abc import abstractmethod
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar, Final, NamedTuple

from flashdeck import messages
from flashdeck.errors import CollectionError
from flashdeck.file_faults import reason_of
from flashdeck.messages import Message
from flashdeck.services import collection_file
from flashdeck.services.clock import Clock
from flashdeck.services.copy_process import CopyProcess
from flashdeck.services.file_process import ResultT
from flashdeck.services.settings import Settings, to_stored
from flashdeck.storage import backups, replacement
from flashdeck.storage.backups_folder import BEFORE_REPAIR
from flashdeck.storage.collection import Collection
from flashdeck.storage.faults import read_only

WORKER_COMMAND: Final = "care-worker"
CHECK: Final = "check"
MEND: Final = "mend"
MERGE: Final = "merge"
RESTORE: Final = "restore"
RESCHEDULE: Final = "reschedule"


class Checkup(NamedTuple):
    """What a check found.

    Attributes:
        faults: one sentence a fault of the collection.
        pictures: likewise of its pictures, which no repair brings back.
        cards: how many there are; 0 where there are faults.
        answers: likewise.
    """

    faults: tuple[str, ...]
    pictures: tuple[str, ...]
    cards: int
    answers: int


class Mended(NamedTuple):
    """What a repair came to, one sentence an item.

    Attributes:
        done: what was put right.
        doubtful: what may be wrong still and wants a look.
        faults: what is wrong still.
        rescued: where the file itself was damaged, how many notes and answers there are now that it is put together
            anew; None where it was not.
        taken_at: when the backup was made with which that began.
    """

    done: tuple[str, ...]
    doubtful: tuple[str, ...]
    faults: tuple[str, ...]
    rescued: tuple[int, int] | None = None
    taken_at: datetime | None = None


class Merged(NamedTuple):
    """How many answers and notes a merge brought, and how many notes were written anew on both sides."""

    answers_added: int
    notes_added: int
    notes_changed: int
    notes_deleted: int
    conflicts: int


class CareProcess(CopyProcess[ResultT]):
    """What is being done to a copy."""

    task: ClassVar[str]
    writes: ClassVar[bool] = True
    holds: ClassVar[bool] = True
    """Whether it begins with a copy of the collection."""

    def __init__(self, collection: Collection, clock: Clock, **order: str) -> None:
        """Begin, outside of `atomic`.

        Raises:
            CollectionError: the disk, or the system, does not let us.
        """
        if self.writes and collection.is_view_only:
            raise read_only(str(collection.path))
        self._collection = collection
        self._now = clock.now()
        self._changes = collection.changes
        path = collection.hold() if self.holds else collection.path
        self._made = backups.new_copy(path)
        try:
            self._start(path, order)
        except BaseException:
            collection.let_go()
            raise

    def _start(self, path: Path, order: Mapping[str, str]) -> None:
        backups.discard_copies(path)
        words = {**order, "task": self.task, "now": self._now.isoformat(), "collection": str(self._collection.path)}
        try:
            super().__init__(path, WORKER_COMMAND, [str(path), str(self._made), json.dumps(words)])
        except OSError as error:
            raise _not_begun(error) from error

    @property
    def is_of_now(self) -> bool:
        """Whether nothing was written to the collection since it was copied."""
        return self._collection.changes == self._changes

    def _discard(self) -> None:
        backups.discard_copies(self._path)

    def _why_it_died(self) -> Message:
        return Message("This was stopped by the system, and nothing has changed. Try again.")


class ReplacingProcess(CareProcess[ResultT]):
    """One that makes what takes the place of the collection."""

    def take_place(self) -> Path | None:
        """Put what was made in the place of the collection, which is closed; return where that is kept.

        Raises:
            CollectionError: the disk does not let us; the collection is as it was.
        """
        path, kept = self._collection.path, self._kept()
        try:
            replacement.put_in_place(self._made, path, kept=kept)
        except OSError as error:
            raise CollectionError(
                Message("{path} could not be written: {reason}. It is as it was.", path=path, reason=reason_of(error))
            ) from error
        return kept if kept is not None and kept.exists() else None

    @abstractmethod
    def _kept(self) -> Path | None:
        """Return where the collection as it was is to be kept; None where nothing of it could be missed."""


class CheckProcess(CareProcess[Checkup]):
    """A check of a copy, of which nothing is left."""

    task = CHECK
    writes = False

    def _result(self, message: Mapping[str, Any]) -> Checkup:
        self._discard()
        return Checkup(_said(message["faults"]), _said(message["pictures"]), message["cards"], message["answers"])


class MendProcess(ReplacingProcess[Mended]):
    """A repair of a copy; what is damaged itself is put together anew from the newest good backup and what it holds."""

    task = MEND

    def _result(self, message: Mapping[str, Any]) -> Mended:
        taken_at = message["taken_at"] and datetime.fromisoformat(message["taken_at"])
        rescued = message["rescued"] and (message["rescued"][0], message["rescued"][1])
        return Mended(
            done=_said(message["done"]),
            doubtful=_said(message["doubtful"]),
            faults=_said(message["faults"]),
            rescued=rescued,
            taken_at=taken_at,
        )

    def _kept(self) -> Path | None:
        return collection_file.kept_before(self._collection.path, BEFORE_REPAIR, self._now)


class MergeProcess(ReplacingProcess[Merged]):
    """A merge of a copy with another collection."""

    task = MERGE

    def __init__(self, collection: Collection, clock: Clock, other: Path) -> None:
        """Begin, behind a backup that holds everything; see `CareProcess`."""
        super().__init__(collection, clock, other=str(other), backup=str(collection.whole_backup or ""))

    def _result(self, message: Mapping[str, Any]) -> Merged:
        return Merged(**message)

    def _kept(self) -> None:
        return None  # the child has kept the backup


class RescheduleProcess(ReplacingProcess[int]):
    """Settings that give a copy other schedules; the result is how many cards they have moved."""

    task = RESCHEDULE

    def __init__(self, collection: Collection, clock: Clock, settings: Settings) -> None:
        """Begin; see `CareProcess`."""
        super().__init__(collection, clock, settings=json.dumps(to_stored(settings)))

    def _result(self, message: Mapping[str, Any]) -> int:
        return int(message["moved"])

    def _kept(self) -> None:
        return None  # the old settings bring the old schedules back


class RestoreProcess(ReplacingProcess[bool]):
    """A backup that is copied and verified."""

    task = RESTORE
    writes = False
    holds = False

    def __init__(self, collection: Collection, clock: Clock, backup: Path) -> None:
        """Begin; see `CareProcess`."""
        if backup.resolve() == collection.path.resolve():
            raise CollectionError(Message("A collection cannot be restored from itself. Name a backup of it."))
        super().__init__(collection, clock, backup=str(backup))

    def _result(self, message: Mapping[str, Any]) -> bool:
        return bool(message["is_sound"])

    def _kept(self) -> Path | None:
        return replacement.aside_of(self._collection.path, "replaced", now=self._now)


def _said(found: list[Any]) -> tuple[str, ...]:
    return tuple(messages.from_json(each) for each in found)


def _not_begun(error: OSError) -> CollectionError:
    return CollectionError(Message("This could not be begun: {reason}. Nothing has changed.", reason=reason_of(error)))
