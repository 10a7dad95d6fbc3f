"""Killed at each step of what touches several files: before every change of a file, and before statements of SQL.

A picture or slide file is there before the row that names it, and what replaces a file is whole before it does.
"""

import os
import random
import shutil
import signal
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from flashdeck.services import collection_file
from flashdeck.storage.collection import Collection
from tests.conftest import StandingClock
from tests.crash import student
from tests.crash.test_kills import CONTEXT, Durable, check

FILE, SQL = "file", "SQL"
SEED = 5
CHANGES = frozenset({"os.rename", "os.remove", "os.mkdir", "os.link"})
DOINGS = (
    *("pictures", "slides", "merge", "export", "backup", "restore"),
    *("merge behind", "mend behind", "restore behind"),
)


def die_at(connection, path: Path, doing: str, wanted: int) -> None:
    """Do something to a collection, and die before a step of it; say which steps there are."""
    steps: list[str] = []

    def step(kind: str) -> None:
        steps.append(kind)
        if len(steps) == wanted:
            os.kill(os.getpid(), signal.SIGKILL)

    def hear(event: str, arguments: tuple) -> None:
        is_change = event in CHANGES or (event == "open" and writes(*arguments[1:3]))
        if is_change and str(arguments[0]).startswith(str(path.parent)):
            step(FILE)

    clock = StandingClock()
    clock.instant += timedelta(days=1)
    life = student.Life(Collection(path), clock, len, random.Random(SEED))
    sys.addaudithook(hear)
    life.collection._connection._sqlite.set_trace_callback(lambda _: step(SQL))
    student.DOINGS[doing](life)
    connection.send(steps)


def writes(mode: str | None, flags: int) -> bool:
    return any(letter in (mode or "") for letter in "wax+") or bool(flags & (os.O_WRONLY | os.O_RDWR))


def run(path: Path, doing: str, wanted: int = 0) -> list[str]:
    """Let somebody do something and die on the way; return the steps of who did not die."""
    ours, theirs = CONTEXT.Pipe(duplex=False)
    process = CONTEXT.Process(target=die_at, args=(theirs, path, doing, wanted))
    process.start()
    theirs.close()
    process.join()
    assert process.exitcode == (-signal.SIGKILL if wanted else 0)
    return [] if wanted else ours.recv()


def kill_at_steps(folder: Path, doing: str, *, every_file: int, statements: int) -> None:
    """Kill at every so many changes of files, and at so many statements, and look at what is left."""
    original = folder / "original" / "collection.flashdeck"
    original.parent.mkdir()
    student.make_collection(original, 12)
    student.write_slides(original.parent)
    student.review(original, len, 6)
    with Collection(original) as collection:
        student.import_slides(collection, StandingClock(), 0)
        collection_file.backup_now(collection, StandingClock())
        answers = set(collection.merging.read().log)
    path = folder / "run" / original.name

    def anew() -> Path:
        shutil.rmtree(path.parent, ignore_errors=True)
        shutil.copytree(original.parent, path.parent)
        return path

    steps = run(anew(), doing)
    of_files = [number for number, kind in enumerate(steps, 1) if kind == FILE]
    of_sql = [number for number, kind in enumerate(steps, 1) if kind == SQL]
    assert of_files
    for number in (*of_files[::every_file], *of_sql[:: max(1, len(of_sql) // max(1, statements))][:statements]):
        run(anew(), doing, number)
        check(path, Durable(answers=set(answers)), set())


@pytest.mark.parametrize("doing", ["pictures", "restore"])
def test_a_kill_at_some_steps_leaves_the_old_or_the_new(tmp_path, doing):
    kill_at_steps(tmp_path, doing, every_file=6, statements=1)


@pytest.mark.crash
@pytest.mark.parametrize("doing", DOINGS)
def test_a_kill_at_every_change_of_a_file_leaves_the_old_or_the_new(tmp_path, doing):
    kill_at_steps(tmp_path, doing, every_file=1, statements=20)
