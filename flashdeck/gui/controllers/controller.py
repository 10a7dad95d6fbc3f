"""What all controllers share: the one place where a fault of the world becomes a notice in the window."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar

from PySide6.QtCore import QDateTime, QLocale, QObject, Qt
from PySide6.QtWidgets import QApplication

from flashdeck.errors import FlashdeckError
from flashdeck.gui.views.main_window import MainWindow
from flashdeck.gui.wording import told
from flashdeck.gui.workspace import Workspace

ResultT = TypeVar("ResultT")


@contextmanager
def waiting() -> Iterator[None]:
    """Show the pointer of a busy program while a second or so of work is done."""
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QApplication.restoreOverrideCursor()


def shown_instant(instant: datetime) -> str:
    """Return day and time as the user's desktop writes them, the year in full: a clock may be wrong by a century."""
    local = QDateTime.fromSecsSinceEpoch(int(instant.timestamp()))
    pattern = QLocale().dateTimeFormat(QLocale.FormatType.ShortFormat)
    return QLocale().toString(local, re.sub("y+", "yyyy", pattern))


class Controller(QObject):
    """Connects a page with the services."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace

    def attempt(self, action: Callable[[], ResultT]) -> ResultT | None:
        """Return what the action returns; show its fault of the world above the page and return None."""
        try:
            return action()
        except FlashdeckError as error:
            self._window.show_notice(told(error))
            return None
