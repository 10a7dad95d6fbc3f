"""Steps of the window's benchmark, each in a process of its own: `fill PATH CARDS`, `review PATH`."""

import gc
import json
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from flashdeck.cli.window import collect_from_now_on
from flashdeck.gui.app import application_for
from flashdeck.gui.program import Program
from flashdeck.gui.theme import Theme
from flashdeck.gui.workspace import Workspace
from flashdeck.services import settings as settings_service
from flashdeck.services.clock import SystemClock
from flashdeck.services.study import StudySession
from flashdeck.storage import backups
from flashdeck.storage.collection import Collection

_TOPICS: Final = 120
_CARDS: Final = 150
_WARM_UP: Final = 10
_READING_MS: Final = 250
"""How long a person looks at a card, at the very least."""
_LOOP: Final = 70_000
"""Turns of a loop that take about as long as a card."""
_ANSWER: Final = (
    "A paragraph of the usual length that says what there is to say, with **strong words** and `code` in it.\n\n"
    "- a first point\n- a second one\n- and a third"
)


def fill(path: Path, cards: int) -> None:
    """Make a collection with so many cards, and a backup of it, as everybody has."""
    from tests.conftest import basic  # noqa: PLC0415 - brings pytest, which the review should not be measured with

    now = SystemClock().now()
    with Collection(path) as collection:
        with collection.atomic():
            for number in range(cards):
                topic = f"Topic {number % _TOPICS}"
                fields = {"front": f"What is number {number} of all there is?", "back": _ANSWER, "topic": topic}
                collection.notes.add(basic(f"n{number}", deck=f"Course::{number % 20}", **fields), now=now)
        backups.make_dated(collection, now=now)


def review(path: Path) -> dict[str, float | list[float]]:
    """Answer cards with the keyboard; return the times of each key and of a loop that does nothing else, and memory."""
    writes: list[float] = []
    answer = StudySession.answer

    def timed(session, *arguments, **options):
        started = time.process_time()
        try:
            return answer(session, *arguments, **options)
        finally:
            writes.append(time.process_time() - started)

    StudySession.answer = timed
    gc.disable()  # as `open_window` does
    application = application_for(["flashdeck"])
    workspace = Workspace(path, SystemClock())
    workspace.save_settings(settings_service.Settings()._replace(new_per_day=_CARDS))
    taken: list[float] = []
    loops: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        program = Program(Theme(application), workspace, Path(folder) / "window.ini")
        program.show()
        collect_from_now_on()
        program.make_ready()
        application.processEvents()
        QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_Return)
        for _ in range(_CARDS - 1):
            QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_Space)
            QTest.qWait(_READING_MS)
            loops.append(_time_of_a_loop())
            started = time.process_time()
            QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_3)
            application.processEvents()
            taken.append(time.process_time() - started - writes[-1])
        resident = _resident_bytes()
        program.close()
    return {
        "keys_ms": [1000 * each for each in taken[_WARM_UP:]],
        "loops_ms": [1000 * each for each in loops[_WARM_UP:]],
        "writes_ms": [1000 * each for each in writes[_WARM_UP:]],
        "resident_bytes": resident,
    }


def _time_of_a_loop() -> float:
    started = time.process_time()
    total = 0
    for number in range(_LOOP):
        total += number * number
    return time.process_time() - started


def _resident_bytes() -> int:
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) * 1024


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["fill", where, count]:
            fill(Path(where), int(count))
        case ["review", where]:
            print(json.dumps(review(Path(where))))
