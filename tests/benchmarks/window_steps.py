"""Steps of the window's benchmark, each in a process of its own: `fill PATH CARDS`, `review PATH`."""

import json
import resource
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from flashdeck.gui.app import application_for
from flashdeck.gui.program import Program
from flashdeck.gui.theme import Theme
from flashdeck.gui.workspace import Workspace
from flashdeck.services import settings as settings_service
from flashdeck.services.clock import SystemClock
from flashdeck.services.study import StudySession
from flashdeck.storage.collection import Collection

_TOPICS: Final = 120
_CARDS: Final = 150
_WARM_UP: Final = 10
_ANSWER: Final = (
    "A paragraph of the usual length that says what there is to say, with **strong words** and `code` in it.\n\n"
    "- a first point\n- a second one\n- and a third"
)


def fill(path: Path, cards: int) -> None:
    """Make a collection with so many cards."""
    from tests.conftest import basic  # noqa: PLC0415 - brings pytest, which the review should not be measured with

    now = SystemClock().now()
    with Collection(path) as collection, collection.atomic():
        for number in range(cards):
            topic = f"Topic {number % _TOPICS}"
            fields = {"front": f"What is number {number} of all there is?", "back": _ANSWER, "topic": topic}
            collection.notes.add(basic(f"n{number}", deck=f"Course::{number % 20}", **fields), now=now)


def review(path: Path) -> dict[str, float]:
    """Answer cards with the keyboard; return times and memory."""
    writes: list[float] = []
    answer = StudySession.answer

    def timed(session, *arguments, **options):
        started = time.process_time()
        try:
            return answer(session, *arguments, **options)
        finally:
            writes.append(time.process_time() - started)

    StudySession.answer = timed
    application = application_for(["flashdeck"])
    workspace = Workspace(path, SystemClock())
    workspace.save_settings(replace(settings_service.Settings(), new_per_day=_CARDS))
    taken: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        program = Program(Theme(application), workspace, Path(folder) / "window.ini")
        program.show()
        program.make_ready()
        application.processEvents()
        QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_Return)
        for _ in range(_CARDS - 1):
            QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_Space)
            application.processEvents()
            started = time.process_time()
            QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_3)
            application.processEvents()
            taken.append(time.process_time() - started - writes[-1])
        resident = _resident_bytes()
        program.close()
    measured = sorted(taken[_WARM_UP:])
    return {
        "p50_ms": 1000 * measured[len(measured) // 2],
        "p99_ms": 1000 * measured[int(len(measured) * 0.99)],
        "write_ms": 1000 * sorted(writes)[len(writes) // 2],
        "resident_bytes": resident,
    }


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
