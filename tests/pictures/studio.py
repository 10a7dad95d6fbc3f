"""Opens the program on collections of the pictures, and takes them."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import shiboken6
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from flashdeck.domain.choices import Appearance
from flashdeck.gui.program import Program
from flashdeck.gui.theme import Theme
from flashdeck.gui.workspace import Workspace
from tests.conftest import StandingClock

_SETTLED_MS = 250
"""A picture needs the layout to have settled, and the preview of the editor to have followed."""


@dataclass
class Studio:
    """One look, one size, one text size.

    Attributes:
        filled: a collection that was studied; scenes work on copies.
        folder: where the pictures go.
        scratch: where everything else goes.
        clock: stands; scenes may move it on, the next one begins where it stood.
        wanted: names of pictures, without the look, or what they begin with; empty for all.
        taken: names of those taken or left out.
    """

    filled: Path
    folder: Path
    scratch: Path
    clock: StandingClock
    appearance: Appearance = Appearance.LIGHT
    size: tuple[int, int] = (1280, 800)
    percent: int = 100
    wanted: frozenset[str] = frozenset()
    taken: list[str] = field(default_factory=list)
    _numbered: int = 0

    def theme(self) -> Theme:
        """Return the look, put on."""
        theme = Theme(QApplication.instance())
        theme.apply(self.appearance, self.percent)
        return theme

    def copy(self) -> Path:
        """Return a copy of the studied collection in a folder of its own."""
        path = self.empty()
        for part in self.filled.parent.iterdir():
            if part.is_dir():
                shutil.copytree(part, path.parent / part.name)
            else:
                shutil.copy(part, path.parent)
        return path

    def empty(self) -> Path:
        """Return a path in a folder of its own, where a collection may be made."""
        self._numbered += 1
        path = self.scratch / str(self._numbered) / "collection.flashdeck"
        path.parent.mkdir()
        return path

    @contextmanager
    def program(self, path: Path, **settings: object) -> Iterator[Program]:
        """Yield the program on a collection."""
        theme = self.theme()
        workspace = Workspace(path, self.clock)
        look = {"appearance": self.appearance, "text_percent": self.percent}
        workspace.save_settings(workspace.settings._replace(**{**look, **settings}))
        program = Program(theme, workspace, path.with_name("window.ini"))
        program.window.resize(*self.size)
        program.show()
        program.window.fill_menus()
        program._today.make_ready()
        program.window.resize(*self.size)
        wait_until(lambda: not program._today._recall._timer.isActive())
        try:
            yield program
        finally:
            program.close()
            program.window.hide()
            shiboken6.delete(program.window)  # at once, or it would be styled with the next one
            shiboken6.delete(theme)

    def take(self, name: str, dialog: QWidget | None = None) -> None:
        """Take a picture of what is in front: an open menu with the window behind it, a dialog, or the window."""
        self.taken.append(name)
        if self.wanted and not any(name.startswith(each) for each in self.wanted):
            return
        QTest.qWait(_SETTLED_MS)
        popup = QApplication.activePopupWidget()
        window = dialog or front()
        picture = window.grab()
        if popup is not None:
            _lay_over(picture, popup, window)
        picture.save(str(self.folder / f"{name}-{self.appearance.value}.png"))

    def take_during(self, name: str, act: Callable[[], object]) -> None:
        """Take a picture of the dialog in which an action waits, and close that."""

        def close() -> None:
            self.take(name)
            dialog = QApplication.activeModalWidget()
            assert dialog is not None, name
            dialog.close()

        QTimer.singleShot(_SETTLED_MS, close)
        act()

    def take_dialog(self, name: str, dialog: QWidget) -> None:
        """Take a picture of a dialog that stands by itself."""
        dialog.show()
        dialog.activateWindow()
        self.take(name, dialog)
        dialog.close()


def take_menu(studio: Studio, program: Program, title: str, name: str) -> None:
    """Take a picture of an open menu of the bar."""
    bar = program.window.menuBar()
    action = next(each for each in bar.actions() if each.text().replace("&", "") == title)
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.actionGeometry(action).center())
    studio.take(name)
    action.menu().close()


def front() -> QWidget:
    """Return the dialog or else the window that is in front."""
    windows = (
        shown for shown in QApplication.topLevelWidgets() if isinstance(shown, QMainWindow) and shown.isVisible()
    )
    return QApplication.activeModalWidget() or next(windows)


def press(*keys: Qt.Key | str) -> None:
    """Press keys, or type, where the focus is."""
    for key in keys:
        window = front()
        focus = window.focusWidget() or window
        if isinstance(key, str):
            QTest.keyClicks(focus, key)
        else:
            QTest.keyClick(focus, key)


def wait_until(happened: Callable[[], bool]) -> None:
    """Let the program run until something has happened."""
    for _ in range(3_000):
        if happened():
            return
        QTest.qWait(20)
    raise TimeoutError


def _lay_over(picture: QPixmap, popup: QWidget, window: QWidget) -> None:
    painter = QPainter(picture)
    painter.drawPixmap(popup.mapToGlobal(QPoint(0, 0)) - window.mapToGlobal(QPoint(0, 0)), popup.grab())
    painter.end()
