"""The child of `care_process`: checks, mends, merges or reschedules a copy of a collection, or verifies a backup."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any, Final, NamedTuple, TextIO

from flashdeck import messages
from flashdeck.errors import CollectionDamagedError, CollectionError
from flashdeck.file_faults import reason_of
from flashdeck.messages import Message
from flashdeck.services import media
from flashdeck.services.care_process import CHECK, MEND, MERGE, RESCHEDULE, RESTORE
from flashdeck.services.check import faults_of, part, repair
from flashdeck.services.clock import SystemClock
from flashdeck.services.file_process import answer
from flashdeck.services.merge import merge
from flashdeck.services.rescue import folder_beside, put_together
from flashdeck.services.schedules import change_settings
from flashdeck.services.settings import from_stored
from flashdeck.storage import backups
from flashdeck.storage.collection import Collection
from flashdeck.storage.held_file import COPIED, copy_held
from flashdeck.storage.verification import Tell

_Answer = Mapping[str, Any]


class _Moment(NamedTuple):
    """A clock that stands at the moment at which the work was asked for."""

    instant: datetime

    def now(self) -> datetime:
        return self.instant

    def zone(self) -> tzinfo:
        return SystemClock().zone()


class _Work(NamedTuple):
    """What is to be done, to which copy, for the collection at which path."""

    copy: Path
    path: Path
    clock: _Moment
    order: Mapping[str, str]


def work(file: Path, target: Path, order: str, output: TextIO) -> None:
    """Be the child: do what is asked of a copy of `file`, which is `target`, and write how far it is and what came."""
    wanted = json.loads(order)
    asked = _Work(target, Path(wanted["collection"]), _Moment(datetime.fromisoformat(wanted["now"])), wanted)

    def read(tell: Tell) -> _Answer:
        try:
            if wanted["task"] == RESTORE:
                return _restored(asked, tell)
            copy_held(file, target, tell)
            found = _TASKS[wanted["task"]](asked, part(tell, COPIED, 1.0))
            if target.exists():
                _bring_to_disk(target)
        except OSError as error:
            raise _failed(error) from error
        return found

    answer(output, read)


def _checked(asked: _Work, tell: Tell) -> _Answer:
    cards = answers = 0
    pictures: tuple[str, ...] = ()
    try:
        with Collection(asked.path, copy=asked.copy) as copy:
            faults = faults_of(copy, tell)
            if not faults:
                pictures = media.faults_of(copy)
                cards, answers = copy.cards.count(), copy.reviews.answers()
    except CollectionDamagedError as error:
        faults = (error.message,)
    return {"faults": _to_json(faults), "pictures": _to_json(pictures), "cards": cards, "answers": answers}


def _mended(asked: _Work, tell: Tell) -> _Answer:
    try:
        with Collection(asked.path, copy=asked.copy) as copy:
            repaired = repair(copy, tell=tell)
            copy.settle()
    except CollectionDamagedError:
        return _put_together(asked)
    if repaired.left:
        return _put_together(asked)
    said = {"done": _to_json(repaired.done), "doubtful": _to_json(repaired.doubtful), "faults": []}
    return {**said, "rescued": None, "taken_at": None}


def _put_together(asked: _Work) -> _Answer:
    with folder_beside(asked.path) as folder:
        whole = folder / asked.path.name
        rescued = put_together(asked.path, asked.clock, damaged=asked.copy, whole=whole)
        whole.replace(asked.copy)
    return {
        "done": [],
        "doubtful": _to_json(rescued.doubtful),
        "faults": _to_json(rescued.faults),
        "rescued": [rescued.notes, rescued.answers],
        "taken_at": rescued.taken_at and rescued.taken_at.isoformat(),
    }


def _merged(asked: _Work, tell: Tell) -> _Answer:
    with Collection(asked.path, copy=asked.copy) as copy:
        if asked.order["backup"]:
            copy.count_as_backed_up(Path(asked.order["backup"]), copy.changes)
        merged = merge(copy, asked.clock, Path(asked.order["other"]), tell=tell)
        copy.settle()
    return {**asdict(merged.changes), "conflicts": len(merged.conflicts)}


def _rescheduled(asked: _Work, tell: Tell) -> _Answer:
    settings = from_stored(json.loads(asked.order["settings"]))
    with Collection(asked.path, copy=asked.copy) as copy:
        moved = change_settings(copy, asked.clock, settings, tell)
        copy.settle()
    return {"moved": moved}


_TASKS: Final = {CHECK: _checked, MEND: _mended, MERGE: _merged, RESCHEDULE: _rescheduled}


def _restored(asked: _Work, tell: Tell) -> _Answer:
    backups.copy_verified(Path(asked.order["backup"]), asked.copy, tell)
    Collection(asked.path, copy=asked.copy).close()  # one of an older version is brought to this one here
    _bring_to_disk(asked.copy)
    return {"is_sound": True}


def _bring_to_disk(path: Path) -> None:
    """Spare the window the wait for the disk; what was read stays in memory, for the window reads it next."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _to_json(said: tuple[str, ...]) -> list[Any]:
    return [messages.to_json(each) for each in said]


def _failed(error: OSError) -> CollectionError:
    return CollectionError(Message("This could not be done: {reason}. Nothing has changed.", reason=reason_of(error)))
