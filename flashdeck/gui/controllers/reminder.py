"""Once a day, at a time of the user's choice, a word in the notification area when cards wait."""

from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from flashdeck.gui import icons
from flashdeck.gui.controllers.controller import Controller
from flashdeck.gui.views.main_window import MainWindow
from flashdeck.gui.workspace import Workspace

_LOOK_EVERY_MS: Final = 20_000
_LAST_DAY: Final = "reminder/last_day"
_ICON_PLACED_AFTER_MS: Final = 1000
"""Some desktops point with what is said at the icon, which has no place yet when it was only just shown."""


class ReminderController(Controller):
    """Looks at the clock; `reminded` carries what was said.

    A day on which a scheduled card was answered already needs no word, and a time that was passed before the program
    was started is made up for: once, however often it is started.
    """

    reminded = Signal(str)

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window, workspace)
        self._tray: QSystemTrayIcon | None = None
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self.reminded.connect(self._show)

    def start(self) -> None:
        """Look from time to time."""
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        if self._tray is not None:
            self._tray.hide()

    def look(self) -> None:
        """Say that cards wait, if it is time and nothing was said yet today."""
        minute = self._workspace.settings.reminder_minute
        now = self._workspace.clock.now().astimezone(self._workspace.clock.zone())
        if minute is None or _minute_of(now) < minute or self._window.remembered(_LAST_DAY) == now.date().isoformat():
            return
        self._window.remember(_LAST_DAY, now.date().isoformat())
        overview = self.attempt(self._workspace.today.overview)
        if overview is None or self._workspace.today.is_begun():
            return
        cards = overview.due + overview.new + overview.drill
        if cards:
            waiting = self.tr("%Ln card(s) wait", "", cards)
            minutes = self.tr("about %n minute(s)", "", max(1, overview.minutes))
            self.reminded.emit(f"{waiting}, {minutes}")

    def _show(self, text: str) -> None:
        if not QSystemTrayIcon.isSystemTrayAvailable():
            self._window.show_notice(text)
            QApplication.alert(self._window)
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(icons.application_icon(), self)
            self._tray.setToolTip("flashdeck")
            self._tray.messageClicked.connect(self._raise_window)
            self._tray.activated.connect(lambda _reason: self._raise_window())
        self._tray.show()
        say = partial(self._tray.showMessage, "flashdeck", text, icons.application_icon())
        QTimer.singleShot(_ICON_PLACED_AFTER_MS, self._tray, say)

    def _raise_window(self) -> None:
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()


def _minute_of(now: datetime) -> int:
    return now.hour * 60 + now.minute
