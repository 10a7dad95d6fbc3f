"""The window: how long it takes to appear, to show the next card after a key, and how much memory it holds.

A shared machine is slow for some milliseconds now and then, whatever runs: a bare loop before each key shows how often,
and the quickest of several showings of each card shows what is left without that.

Uses the screen that `QT_QPA_PLATFORM` and `DISPLAY` name (a virtual one will do), and none without them.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from tests.benchmarks import measuring
from tests.benchmarks.figures import Figure

_BARE_WINDOW: Final = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
application = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(QLabel("a window"))
window.show()
QTimer.singleShot(0, lambda: (window.grab(), os._exit(0)))
application.exec()
"""
_NAMING_WINDOW: Final = _BARE_WINDOW.replace("import QTimer", "import Qt, QTimer")
"""PySide6 makes the thousand numbers of `Qt` when it is first named, which no program does without."""
_PROGRAM: Final = """
import os, sys
from flashdeck.cli import run, window
def shown():
    from PySide6.QtCore import QCoreApplication
    QCoreApplication.quit = lambda *_: os._exit(0)  # what a smoke test calls once the window is painted
window.collect_from_now_on = shown  # nothing may bring Qt sooner than the program does
sys.exit(run(sys.argv[1:]))
"""
"""Both end where the window is painted: the way out is no part of a start."""
_STARTS: Final = ((10_000, 1.5), (100_000, 2.0))
"""Cards in the collection, and how many times the start of a bare window the program may take."""
_BARE: Final = 0
_NAMING: Final = -1
_ROUNDS: Final = 7
"""The quickest of so many starts counts: others of a shared machine only ever add to a time."""
_SHOWINGS: Final = 3
_MB: Final = 1_000_000


def measure() -> Iterator[Figure]:
    """Starts beside a bare window, then a review."""
    if "DISPLAY" not in os.environ:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        yield from _starts(Path(folder))
        for cards, _ in _STARTS:
            yield from _keys(Path(folder), cards)


def _keys(folder: Path, cards: int) -> Iterator[Figure]:
    """Review the same cards several times."""
    path = folder / "reviewed.flashdeck"
    showings = []
    for _ in range(_SHOWINGS):
        shutil.copy(folder / f"{cards}.flashdeck", path)
        showings.append(_told("review", path))
    keys, loops = ([time for each in showings for time in each[name]] for name in ("keys_ms", "loops_ms"))
    name = f"key to the next card painted, {cards:,} cards"
    yield Figure(name=f"{name}, p50", value=_share(keys, 0.5), unit="ms")
    yield Figure(name=f"{name}, p99", value=_share(keys, 0.99), target=16, unit="ms")
    quickest = [min(times) for times in zip(*(each["keys_ms"] for each in showings), strict=True)]
    yield Figure(name=f"{name}, p99 of the quickest of {_SHOWINGS}", value=_share(quickest, 0.99), target=16, unit="ms")
    yield Figure(name="a bare loop before each of these keys, p50", value=_share(loops, 0.5), unit="ms")
    yield Figure(name="a bare loop before each of these keys, p99", value=_share(loops, 0.99), unit="ms")
    writes = [time for each in showings for time in each["writes_ms"]]
    yield Figure(name="the durable write besides, p50", value=_share(writes, 0.5), unit="ms")
    held = max(each["resident_bytes"] for each in showings)
    yield Figure(name=f"memory held after a review, {cards:,} cards", value=held / _MB, target=140, unit="MB")


def _share(times: list[float], share: float) -> float:
    """Return the time within which so large a share of them stayed."""
    return sorted(times)[int(len(times) * share)]


def _starts(folder: Path) -> Iterator[Figure]:
    """Start a bare window and the program in turn, so that what else the machine does falls on all alike."""
    calls: dict[int, tuple[str, ...]] = {_BARE: ("-c", _BARE_WINDOW), _NAMING: ("-c", _NAMING_WINDOW)}
    for cards, _ in _STARTS:
        path = folder / f"{cards}.flashdeck"
        _told("fill", path, str(cards))
        calls[cards] = ("-c", _PROGRAM, "gui", "--smoke", "--collection", str(path))
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode, and so has PySide6
    taken: dict[int, list[float]] = {cards: [] for cards in calls}
    for _ in range(_ROUNDS):
        for cards, arguments in calls.items():
            taken[cards].append(measuring.run(*arguments, environment=environment).cpu_s)
    bare = min(taken[_BARE])
    yield Figure(name="a bare PySide6 window, processor", value=bare, unit="s")
    yield Figure(name="one that names `Qt`, times the bare one", value=min(taken[_NAMING]) / bare, unit="x")
    for cards, times in _STARTS:
        name = f"to the first window with {cards:,} cards"
        started = min(taken[cards])
        yield Figure(name=f"{name}, processor", value=started, unit="s")
        yield Figure(name=f"{name}, times the bare one", value=started / bare, target=times, unit="x")


def _told(*arguments: object) -> dict[str, Any]:
    """Run a step in a process of its own and return what it says."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.window_steps", *map(str, arguments)],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    return json.loads(done.stdout or "{}")
