"""A window on a collection that is backed up while cards are answered: `python -m ... PATH` tells the longest stops."""

import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from flashdeck.cli.window import collect_from_now_on
from flashdeck.domain.quality import Quality
from flashdeck.gui.app import application_for
from flashdeck.gui.program import Program
from flashdeck.gui.theme import Theme
from flashdeck.gui.workspace import Workspace
from flashdeck.services.study import StudyMode, StudySession
from tests.benchmarks.flashdeck_student import StandingClock

_ANSWERS_BEFORE: Final = 400
"""About what half an hour of study writes."""
_ANSWER_EVERY_MS: Final = 150


class Watch:
    """Measures how long the window's loop stands still at most, and how long an answer takes."""

    def __init__(self, session: StudySession) -> None:
        self._session = session
        self._beat = QTimer(interval=1)
        self._beat.timeout.connect(self._look)
        self._pace = QTimer(interval=_ANSWER_EVERY_MS)
        self._pace.timeout.connect(self._answer)
        self._stops: list[float] = []
        self._answers: list[float] = []

    def start(self) -> None:
        self._stops, self._answers = [], []
        self._last = time.perf_counter()
        self._beat.start()
        self._pace.start()

    def stop(self) -> dict[str, float]:
        self._beat.stop()
        self._pace.stop()
        return {"stop_ms": 1000 * max(self._stops), "answer_ms": 1000 * max(self._answers)}

    def _look(self) -> None:
        now = time.perf_counter()
        self._stops.append(now - self._last)
        self._last = now

    def _answer(self) -> None:
        started = time.perf_counter()
        self._session.answer(Quality.GOOD)
        self._session.question()
        self._answers.append(time.perf_counter() - started)


def watch(path: Path) -> dict[str, dict[str, float] | float]:
    """Answer cards, for as long without a backup as with one."""
    application = application_for(["flashdeck"])
    workspace = Workspace(path, StandingClock())
    with tempfile.TemporaryDirectory() as folder:
        program = Program(Theme(application), workspace, Path(folder) / "window.ini")
        program.show()
        collect_from_now_on()
        program.make_ready()
        QTest.qWait(500)
        program._backups.stop()
        queue = workspace.today.review_queue(due_limit=10_000, limit=5_000)
        session = StudySession(workspace.collection, workspace.clock, workspace.today, queue, StudyMode.REVIEW)
        for _ in range(_ANSWERS_BEFORE):
            session.answer(Quality.GOOD)
        run = program._backups._run
        watched = Watch(session)
        watched.start()
        started, worked = time.perf_counter(), time.process_time()
        run.begin()
        begun = time.process_time() - worked
        while run._process is not None:
            QTest.qWait(20)
        took = time.perf_counter() - started
        with_backup = watched.stop()
        assert run.last is not None
        watched.start()
        QTest.qWait(round(1000 * took))
        without = watched.stop()
    workspace.collection.close()
    return {"with": with_backup, "without": without, "begin_ms": 1000 * begun, "took_s": took}


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(json.dumps(watch(Path(sys.argv[1]))))
