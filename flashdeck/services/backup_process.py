"""A dated backup made by a child process while the collection stays open and in use.

Only the beginning and the end run in the thread that owns the collection: the file is held, so that the child can copy
it, and the finished copy is given its name. The child copies, checks every row and sees that the copy is on the disk.
"""

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final, TextIO

from flashdeck.durable_files import make_folder, partial_of, replace_durably
from flashdeck.messages import Message
from flashdeck.services import media
from flashdeck.services.clock import Clock
from flashdeck.services.copy_process import CopyProcess
from flashdeck.services.file_process import answer
from flashdeck.storage import backups
from flashdeck.storage.backup_faults import not_written
from flashdeck.storage.backups import Made
from flashdeck.storage.collection import Collection
from flashdeck.storage.health import BrokenRow
from flashdeck.storage.held_file import Expected, copy_checked, expected_of

WORKER_COMMAND: Final = "backup-worker"


class BackupProcess(CopyProcess[Made]):
    """A backup that is being made.

    Attributes:
        left_behind: whether there may be pictures that `media.sweep` would delete; known at the end.
    """

    def __init__(self, collection: Collection, clock: Clock) -> None:
        """Hold the file of the collection, outside of `atomic`, and start copying it.

        Raises:
            CollectionError: the disk, or the system, does not let us.
        """
        self.left_behind = False
        self._collection = collection
        self._now = clock.now()
        self._changes = collection.changes
        self._target = backups.new_dated(collection.path, now=self._now)
        self._partial = partial_of(self._target)
        try:
            make_folder(self._partial.parent)
            held = collection.hold()
            super().__init__(held, WORKER_COMMAND, [str(held), str(self._target), self._order()])
        except BaseException as error:
            collection.let_go()
            if isinstance(error, OSError):
                raise not_written(self._target, error) from error
            raise

    def _order(self) -> str:
        rows, newest = expected_of(self._collection)
        order = {"rows": rows, "newest": newest and newest.hex()}
        return json.dumps({**order, "now": self._now.isoformat(), "collection": str(self._collection.path)})

    def _discard(self) -> None:
        backups.discard(self._partial)

    def _result(self, message: Mapping[str, Any]) -> Made:
        self._collection.let_go()
        try:
            replace_durably(self._partial, self._target)
        except OSError as error:
            raise not_written(self._target, error) from error
        self.left_behind = message["left_behind"]
        made = Made(self._target, tuple(map(_row_from_json, message["broken"])))
        backups.count(self._collection, made, self._changes, now=self._now)
        return made

    def _why_it_died(self) -> Message:
        return Message("The backup {target} was stopped by the system. Try again.", target=self._target)


def work(path: Path, target: Path, order: str, output: TextIO) -> None:
    """Be the child: make the copy that is to become `target`, and write progress and result as lines of JSON."""
    wanted = json.loads(order)
    newest = wanted["newest"] and bytes.fromhex(wanted["newest"])

    def read(tell: Callable[[float], None]) -> Mapping[str, Any]:
        partial = partial_of(target)
        broken = copy_checked(path, partial, Expected(wanted["rows"], newest), tell, named=target)
        left = media.may_sweep(Path(wanted["collection"]), partial, datetime.fromisoformat(wanted["now"]))
        return {"broken": [_row_to_json(row) for row in broken], "left_behind": left}

    answer(output, read)


def _row_to_json(row: BrokenRow) -> dict[str, Any]:
    key = [{"hex": part.hex()} if isinstance(part, bytes) else part for part in row.key]
    return {"table": row.table, "key": key, "name": row.name, "checksum": row.checksum and row.checksum.hex()}


def _row_from_json(row: Mapping[str, Any]) -> BrokenRow:
    checksum = row["checksum"] and bytes.fromhex(row["checksum"])
    key = tuple(bytes.fromhex(part["hex"]) if isinstance(part, dict) else part for part in row["key"])
    return BrokenRow(table=row["table"], key=key, name=row["name"], checksum=checksum)
