"""Starting the desktop program, as a process."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

import flashdeck
from flashdeck.gui.controllers.controller import shown_instant
from flashdeck.storage import backups
from flashdeck.storage.collection import Collection
from flashdeck.storage.version import SCHEMA_VERSION
from tests.conftest import basic


def command(path, *options: str) -> list[str]:
    return [sys.executable, "-m", "flashdeck", "gui", "--collection", str(path), *options]


@pytest.fixture
def environment():
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


def test_the_window_opens_paints_and_closes(collection_path, environment):
    done = subprocess.run(
        command(collection_path, "--smoke"),
        env=environment,
        timeout=60,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    with Collection(collection_path) as collection:
        assert collection.cards.count() == 0


def test_without_a_command_the_window_opens_on_the_collection_of_the_environment(collection_path, environment):
    script = (
        "import sys\n"
        "from PySide6.QtCore import QTimer\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from flashdeck.gui import app\n"
        "window_of = app.application_for\n"
        "def quits(arguments):\n"
        "    made = window_of(arguments)\n"
        "    QTimer.singleShot(0, made.quit)\n"
        "    return made\n"
        "app.application_for = quits\n"
        "from flashdeck.cli import run\n"
        "sys.exit(run([]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**environment, "FLASHDECK_COLLECTION": str(collection_path)},
        timeout=60,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert collection_path.is_file()


FIRST_OF_TWO = """
import sys, pathlib
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from flashdeck.gui import app
class Watch(QObject):
    def eventFilter(self, window, event):
        if event.type() is QEvent.Type.WindowStateChange and window.isVisible() and not window.isMinimized():
            print('raised', flush=True)
            QApplication.quit()
        return False
watch = Watch()
make_ready = app._make_ready
def minimised(workspace, program):
    make_ready(workspace, program)
    for other in sys.argv[2:]:
        workspace.switch_to(pathlib.Path(other))
    program.window.showMinimized()
    program.window.installEventFilter(watch)
    print('ready', flush=True)
app._make_ready = minimised
sys.exit(app.start(pathlib.Path(sys.argv[1])))
"""


@pytest.mark.parametrize("switched", [False, True], ids=["at once", "after another collection was opened"])
def test_a_second_start_raises_the_first_window_and_ends_by_itself(collection_path, environment, switched):
    open_one = collection_path.with_name("other.flashdeck") if switched else collection_path
    Collection(open_one).close()
    first = subprocess.Popen(
        [sys.executable, "-c", FIRST_OF_TWO, collection_path, *([open_one] if switched else [])],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    with first:
        try:
            assert first.stdout.readline() == "ready\n"
            second = subprocess.run(command(open_one), env=environment, timeout=30, capture_output=True, check=False)
            assert (second.returncode, second.stderr) == (0, b"")
            assert first.communicate(timeout=30)[0] == "raised\n"
        finally:
            first.kill()


def test_a_start_on_a_collection_that_the_first_window_left_opens_it(collection_path, environment):
    other = collection_path.with_name("other.flashdeck")
    first = subprocess.Popen(
        [sys.executable, "-c", FIRST_OF_TWO, collection_path, other],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    with first:
        try:
            assert first.stdout.readline() == "ready\n"
            second = subprocess.run(
                command(collection_path, "--smoke"), env=environment, timeout=30, capture_output=True, check=False
            )
            assert (second.returncode, second.stderr) == (0, b"")
            assert first.poll() is None  # nobody asked for its window
        finally:
            first.kill()


NOT_FOR_A_FIRST_LOOK = {
    *("click", "platformdirs", "sqlite_utils", "genanki", "markdown", "nh3", "fsrs", "rapidfuzz", "zstandard"),
    *("_strptime", "pypdfium2", "pptx", "lxml", "PIL", "numpy", "pyqtgraph", "html.parser", "statistics", "hashlib"),
    *("PySide6.QtNetwork", "PySide6.QtTest", "flashdeck.extraction", "flashdeck.interop", "flashdeck.readers"),
    *(
        "flashdeck.scheduling.fsrs6",
        "flashdeck.services.study",
        "flashdeck.storage.migrations",
        "flashdeck.domain.note",
    ),
    *(
        "flashdeck.gui.views.menu_lines",
        "flashdeck.gui.views.review",
        "flashdeck.gui.views.library",
        "flashdeck.gui.views.settings",
    ),
}


def test_a_first_look_waits_for_nothing_that_it_does_not_need(collection_path, environment, clock):
    with Collection(collection_path) as collection:
        with collection.atomic():
            collection.notes.add(basic("a"), now=clock.now())
        backups.make_dated(collection, now=clock.now())
    script = (
        "import sys\n"
        "from flashdeck.__main__ import run\n"
        f"status = run(['gui', '--smoke', '--collection', {str(collection_path)!r}])\n"
        "from PySide6 import QtGui, QtWidgets\n"
        "print(*sys.modules)\n"
        "print(*vars(QtWidgets), *vars(QtGui))\n"
        "import linecache\n"
        "print(*linecache.cache)\n"
        "sys.exit(status)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, timeout=60, capture_output=True, encoding="utf-8", check=True
    )
    loaded, types, read = (line.split() for line in done.stdout.splitlines())
    # PySide6 makes a type when it is first met; a style brings hundreds of numbers with it
    assert "QTreeView" in types
    assert set(types) & {"QStyle", "QAction"} == set()
    assert {"flashdeck.gui.views.today", "PySide6.QtWidgets"} <= set(loaded)
    assert set(loaded) & NOT_FOR_A_FIRST_LOOK == set()
    # PySide6 looks through the source of what is imported after it unless it is kept from that
    assert [name for name in read if Path(name).is_relative_to(Path(flashdeck.__file__).parent)] == []


def test_what_the_first_answer_needs_is_loaded_once_the_window_is_painted(collection_path, environment):
    script = (
        "import sys, pathlib\n"
        "from PySide6.QtCore import QTimer\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from flashdeck.gui import app\n"
        "make_ready = app._make_ready\n"
        "def quits(*arguments):\n"
        "    make_ready(*arguments)\n"
        "    QApplication.quit()\n"
        "app._make_ready = quits\n"
        "status = app.start(pathlib.Path(sys.argv[1]))\n"
        "print({'sqlite_utils', 'PySide6.QtNetwork'} <= set(sys.modules), QApplication.windowIcon().isNull())\n"
        "sys.exit(status)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(collection_path)],
        env=environment,
        timeout=60,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert (done.stdout, done.stderr) == ("True False\n", "")


OFFSCREEN_HAS_TO_SAY = "Qt: This plugin does not support propagateSizeHints()\n"


def run_with_boxes(path, environment, key: str) -> subprocess.CompletedProcess:
    """Start the program, pressing a key at each dialog, and quit it once it is there."""
    script = (
        "import sys, pathlib\n"
        "from PySide6.QtCore import Qt, QTimer\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from PySide6.QtTest import QTest\n"
        "from flashdeck.gui import app\n"
        "from flashdeck.gui.views.message_dialog import MessageDialog\n"
        "def answer(box):\n"
        "    print(box.words(), flush=True)\n"
        "    box.show()\n"
        f"    QTest.keyClick(box.focusWidget(), Qt.Key.{key})\n"
        "    return box.result()\n"
        "MessageDialog.exec = answer\n"
        "def leave():\n"
        "    QTimer.singleShot(0, QApplication.quit)\n"
        "sys.exit(app.start(pathlib.Path(sys.argv[1]), on_shown=leave))\n"
    )
    return subprocess.run(
        [sys.executable, "-c", script, str(path)],
        env=environment,
        timeout=60,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def damaged(collection_path, clock):
    """A collection with one note, the schema of which is gone."""
    with Collection(collection_path) as collection, collection.atomic():
        collection.notes.add(basic("a"), now=clock.now())
    data = bytearray(collection_path.read_bytes())
    data[100:4096] = bytes(3996)
    collection_path.write_bytes(data)
    return collection_path


def test_a_damaged_collection_is_put_together_when_the_user_wants_it(damaged, environment):
    done = run_with_boxes(damaged, environment, key="Key_Return")
    assert (done.returncode, done.stderr.replace(OFFSCREEN_HAS_TO_SAY, "")) == (0, "")
    assert "1 note and 0 answers" in done.stdout
    assert "flashdeck check" not in done.stdout  # there is a button for it
    with Collection(damaged) as collection:
        assert collection.cards.count() == 1


def test_a_damaged_collection_is_left_alone_when_the_user_does_not(damaged, environment):
    before = damaged.read_bytes()
    assert run_with_boxes(damaged, environment, key="Key_Escape").returncode == 1
    assert damaged.read_bytes() == before


def test_a_collection_that_is_gone_is_brought_back_when_the_user_wants_it(collection_path, environment, clock):
    with Collection(collection_path) as collection, collection.atomic():
        collection.notes.add(basic("a"), now=clock.now())
    with Collection(collection_path) as collection:
        backups.make_dated(collection, now=clock.now())
    collection_path.unlink()
    assert run_with_boxes(collection_path, environment, key="Key_Escape").returncode == 1
    assert not collection_path.exists()
    done = run_with_boxes(collection_path, environment, key="Key_Return")
    assert (done.returncode, done.stderr.replace(OFFSCREEN_HAS_TO_SAY, "")) == (0, "")
    assert "its file is gone" in done.stdout
    assert f"as it was in the backup of {shown_instant(clock.now())}" in done.stdout
    with Collection(collection_path) as collection:
        assert collection.cards.count() == 1


def test_what_is_no_collection_is_left_alone_whatever_is_clicked(collection_path, environment):
    collection_path.write_text("years of work " * 50)
    done = run_with_boxes(collection_path, environment, key="Key_Return")
    assert done.returncode == 1
    assert "is not a flashdeck collection" in done.stdout
    assert "damaged" not in done.stdout  # nothing is promised
    assert collection_path.read_text() == "years of work " * 50


def busy(path: Path) -> Iterator[None]:
    with Collection(path):
        yield


def newer(path: Path) -> Iterator[None]:
    Collection(path).close()
    with closing(sqlite3.connect(path)) as newer_program:
        newer_program.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    yield


def no_collection(path: Path) -> Iterator[None]:
    path.write_text("years of work " * 50)
    yield


@pytest.mark.parametrize(
    ("refused", "said"),
    [(busy, "open in another"), (newer, "newer"), (no_collection, "is not a flashdeck collection")],
)
def test_a_smoke_test_says_on_the_terminal_why_a_collection_is_refused(collection_path, environment, refused, said):
    with contextmanager(refused)(collection_path):
        done = subprocess.run(
            command(collection_path, "--smoke"),
            env=environment,
            timeout=60,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("flashdeck: ")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_smoke_test_says_on_the_terminal_that_a_collection_is_damaged(damaged, environment):
    before = damaged.read_bytes()
    done = subprocess.run(
        command(damaged, "--smoke"), env=environment, timeout=60, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert "damaged" in done.stderr
    assert damaged.read_bytes() == before
