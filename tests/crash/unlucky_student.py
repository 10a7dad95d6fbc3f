"""A student whose disk fails at one call; run by `test_failing_disk` in a process that has the failing disk loaded.

Reads one scenario a line from standard input as JSON and answers with what came of it. Each runs in a fork, so that a
crash is seen.
"""

import ctypes
import json
import os
import shutil
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from flashdeck.domain.quality import Quality
from flashdeck.errors import FlashdeckError
from flashdeck.services.check import faults_of
from flashdeck.services.export_cards import export_notes
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.services.today import Today
from flashdeck.services.undo import undo_last
from flashdeck.storage import backups
from flashdeck.storage.browse import CardFilter
from flashdeck.storage.collection import Collection
from flashdeck.storage.connection import sound_schema
from flashdeck.storage.verification import verify
from tests.conftest import StandingClock

ANSWERS = 6
TRIES = 4
_DISK = ctypes.CDLL(os.environ["LD_PRELOAD"])


@contextmanager
def failing(folder: Path, scenario: dict) -> Iterator[None]:
    _DISK.fail_at(
        ctypes.c_long(scenario["call"]), int(scenario["sticky"]), scenario["error"], os.fsencode(f"{folder}/")
    )
    yield
    # not when something unforeseen flies by: the process ends then
    _DISK.fail_at(0, 0, 0, b"")


def attempt(result: dict, action: Callable[[], object]) -> bool:
    """Do something as the window does it: a fault of the world is shown."""
    try:
        action()
    except FlashdeckError as error:
        result["shown"].append(str(error))
        return False
    return True


def review(folder: Path, scenario: dict, result: dict) -> None:
    """Open, answer, undo one answer, close; what fails is tried again."""
    clock = StandingClock()
    path = folder / "collection.flashdeck"
    opened: list[Collection] = []
    with failing(folder, scenario):
        for _ in range(TRIES):
            if attempt(result, lambda: opened.append(Collection(path))):
                break
        if opened:
            today = Today(opened[0], clock)
            session = StudySession(opened[0], clock, today, today.review_queue(), StudyMode.REVIEW)
            for _ in range(ANSWERS):
                for _ in range(TRIES):
                    if attempt(result, lambda: result["answered"].append(session.answer(Quality.GOOD).uid)):
                        break
            attempt(result, lambda: undo_last(opened[0], clock, today))
            attempt(result, opened[0].close)


def care(folder: Path, scenario: dict, result: dict) -> None:
    """Open an older collection, back it up and export it, each of it once."""
    clock = StandingClock()
    path = folder / "collection.flashdeck"
    backup, export = folder / "backup.flashdeck", folder / "cards.csv"
    backup.write_bytes(b"the old one")
    export.write_bytes(b"the old one")
    opened: list[Collection] = []
    with failing(folder, scenario):
        if attempt(result, lambda: opened.append(Collection(path))):
            attempt(result, lambda: backups.make(opened[0], backup))
            attempt(result, lambda: export_notes(opened[0], Today(opened[0], clock), export, CardFilter()))
            attempt(result, opened[0].close)
    if backup.read_bytes() != b"the old one":
        verify(backup)
    content = export.read_bytes()
    assert content == b"the old one" or content.count(b"\n") >= 6, "a torn export"
    assert not list(folder.glob("*.partial")), "left behind"


def run(scenario: dict) -> dict:
    """Run a scenario; return what was acknowledged, what was shown, and what is wrong afterwards."""
    result: dict = {"answered": [], "shown": [], "wrong": []}
    folder = Path(scenario["folder"])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.copyfile(scenario["original"], folder / "collection.flashdeck")
    try:
        {"review": review, "care": care}[scenario["story"]](folder, scenario, result)
        with Collection(folder / "collection.flashdeck") as collection:
            result["wrong"] += faults_of(collection)
            log = [entry for entries in collection.reviews.by_card().values() for entry in entries]
            if not set(result["answered"]) <= {entry.uid for entry in log}:
                result["wrong"].append("an acknowledged answer is lost")
            cards = [entry.card_uid for entry in log if entry.kind == "review" and entry.study_day.year == 2026]
            if scenario["story"] == "review" and len(cards) != len(set(cards)):
                result["wrong"].append("an answer counts twice")
    except BaseException:  # noqa: BLE001 - whatever it is, the test has to hear of it
        result["wrong"].append(traceback.format_exc())
    return result


def main() -> None:
    """Serve scenarios until the input ends."""
    sound_schema()  # known to every fork
    for line in sys.stdin:
        ours, theirs = os.pipe()
        child = os.fork()
        if child == 0:
            os.write(theirs, json.dumps(run(json.loads(line))).encode())
            os._exit(0)
        os.close(theirs)
        with os.fdopen(ours, "rb") as pipe:
            said = pipe.read()
        _, status = os.waitpid(child, 0)
        outcome = said.decode() if status == 0 else json.dumps({"wrong": [f"died: {status}"]})
        sys.stdout.write(f"{outcome}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
