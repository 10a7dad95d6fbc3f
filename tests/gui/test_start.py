"""Starting the desktop program, as a process."""

import os
import subprocess
import sys

import pytest

from flashdeck.storage.collection import Collection


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


def test_a_second_start_raises_the_first_window_and_ends(collection_path, environment):
    script = (
        "import sys, pathlib\n"
        "from PySide6.QtCore import QTimer\n"
        "from flashdeck.gui import app\n"
        "QTimer.singleShot(0, lambda: print('started', flush=True))\n"
        "sys.exit(app.start(pathlib.Path(sys.argv[1])))\n"
    )
    first = subprocess.Popen(
        [sys.executable, "-c", script, str(collection_path)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    with first:
        assert first.stdout.readline() == "started\n"
        second = subprocess.run(command(collection_path), env=environment, timeout=60, capture_output=True, check=False)
        assert second.returncode == 0
        assert first.poll() is None
        first.kill()


def test_a_collection_that_cannot_be_opened_is_said_in_a_box(collection_path, environment):
    collection_path.write_text("not a collection")
    script = (
        "import sys, pathlib\n"
        "from PySide6.QtWidgets import QMessageBox\n"
        "from flashdeck.gui import app\n"
        "QMessageBox.exec = lambda box: print(box.informativeText(), flush=True)\n"
        "sys.exit(app.start(pathlib.Path(sys.argv[1])))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(collection_path)],
        env=environment,
        timeout=60,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "is not a flashdeck collection" in done.stdout
    assert collection_path.read_text() == "not a collection"
