"""Windows are shown on the offscreen platform unless the environment asks for another."""

import os
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from flashdeck.gui import language
from flashdeck.gui.program import Program
from flashdeck.gui.theme import Appearance, Theme
from flashdeck.gui.workspace import Workspace


@pytest.fixture(scope="session", autouse=True)
def _english(qapp: QApplication) -> None:
    """Whatever the machine's language is, the tests read English."""
    language.install(qapp, QLocale("en_US"))


@pytest.fixture(autouse=True)
def _no_key_is_held(qapp: QApplication) -> None:
    """Qt takes the modifiers of the last key for held down, and chooses rows by them: that key was another test's."""
    QTest.keyRelease(QWidget(), Qt.Key.Key_Shift)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The program's application is made with its style."""
    return ["flashdeck", "-style", "fusion"]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The look at 100 %, light; the application is left without it."""
    made = Theme(qapp)
    made.apply(Appearance.LIGHT, 100)
    yield made
    made._calm(reduces_motion=False)  # what it found in the application, the next one shall find, too
    # what the test has closed is deleted now: each window left would be styled anew in every later test
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")
    shiboken6.delete(made)  # at once, or it would style the windows of the tests before the next one


@pytest.fixture
def workspace(collection_path, clock):
    return Workspace(collection_path, clock)


@pytest.fixture
def store(workspace):
    def add(*notes):
        with workspace.collection.atomic():
            return [workspace.collection.notes.add(note, now=workspace.clock.now()) for note in notes]

    return add


@pytest.fixture
def start(qtbot, theme, workspace, tmp_path):
    """Open the window as the user finds it."""
    programs = []

    def run() -> Program:
        program = Program(theme, workspace, tmp_path / "window.ini")
        programs.append(program)
        program.show()
        program.window.activateWindow()
        with qtbot.waitActive(program.window):
            pass
        program.window.fill_menus()  # nobody presses a key sooner than a moment after the window is there
        return program

    yield run
    if programs:
        programs[0].close()  # all of them work on one collection
    for program in programs:
        shiboken6.delete(program.window)  # at once, so that the next test styles no window of this one
    workspace.collection.close()


@pytest.fixture
def wait_for_backup(qtbot):
    """Let a window work on until the backup that it has begun is made, or has failed."""

    def wait(program: Program) -> None:
        run = program._backups._run
        qtbot.waitUntil(lambda: run._process is None and run._waiting is None, timeout=60_000)

    return wait


@pytest.fixture
def wait_for_care(qtbot, wait_for_backup):
    """Let a window work on until the collection is checked, mended, merged or replaced, behind a backup if need be."""

    def wait(program: Program) -> None:
        wait_for_backup(program)
        qtbot.waitUntil(lambda: not program._workspace.is_in_care, timeout=60_000)

    return wait


@pytest.fixture
def back_up(wait_for_backup, qtbot):
    """Make a backup from the menu."""

    def run(program: Program) -> None:
        program.window.action("backup").trigger()
        wait_for_backup(program)
        program.window.activateWindow()  # as every desktop does behind a dialog, if there was one
        with qtbot.waitActive(program.window):
            pass

    return run
