"""Backups on request, by themselves, and the way back to one."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QTimer, Signal

from flashdeck.errors import FlashdeckError
from flashdeck.gui.controllers.controller import Controller, shown_instant, waiting
from flashdeck.gui.theme import Theme
from flashdeck.gui.views.main_window import MainWindow
from flashdeck.gui.wording import told
from flashdeck.gui.workspace import Workspace
from flashdeck.services import collection_file
from flashdeck.storage import backups_folder

if TYPE_CHECKING:
    from flashdeck.gui.views.backups_dialog import BackupsDialog

_LOOK_EVERY_MS: Final = 60_000


class BackupController(Controller):
    """Tells how old the last backup is, at the foot of the rail and by `age_told`, and makes one when it is time."""

    age_told = Signal(str)

    def __init__(self, window: MainWindow, workspace: Workspace, theme: Theme) -> None:
        super().__init__(window, workspace)
        self._theme = theme
        self.age = ""
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._back_up_if_stale)

    def start(self) -> None:
        """Look from time to time."""
        self._show_age()
        self._timer.start()

    def catch_up(self) -> None:
        """Make the backup that the program could not make when it was used last; say so when it still cannot."""
        if self._workspace.is_backup_overdue():
            self.attempt(self._workspace.back_up)
            self._show_age()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def back_up(self) -> None:
        """Make a backup now."""
        with waiting():
            written = self.attempt(self._workspace.back_up)
        if written is not None:
            self._window.show_notice(self.tr("Backed up to %1").replace("%1", str(written)))
            self._show_age()

    def choose(self) -> None:
        """Let the user choose a backup to go back to."""
        found = self.attempt(lambda: collection_file.dated_backups(self._workspace.collection.path))
        if found is None:
            return
        from flashdeck.gui.setting_values import BackupRow  # noqa: PLC0415 - rarely needed
        from flashdeck.gui.views.backups_dialog import BackupsDialog  # noqa: PLC0415 - rarely needed

        rows = [
            BackupRow(
                path=each.path,
                made=shown_instant(each.made_at),
                size=QLocale().formattedDataSize(each.size_bytes, 0),
                occasion=self._occasion_text(each.occasion),
            )
            for each in found
        ]
        dialog = BackupsDialog(self._theme, rows, self._window)
        dialog.restore_asked.connect(lambda path: self._restore(dialog, path))
        self._theme.adopt(dialog)
        dialog.open()

    def _occasion_text(self, occasion: str) -> str:
        match occasion:
            case backups_folder.BEFORE_MERGE:
                return self.tr("before a merge")
            case backups_folder.BEFORE_REPAIR:
                return self.tr("before a repair")
            case backups_folder.BEFORE_VERSION:
                return self.tr("before the change to a new version")
        return ""

    def _restore(self, dialog: "BackupsDialog", path: Path) -> None:
        try:
            with waiting():
                aside = self._workspace.restore(path)
        except FlashdeckError as error:
            dialog.show_failure(told(error))
            return
        dialog.accept()
        restored = self.tr("The backup is restored. What was there before is in %1")
        self._window.show_notice(restored.replace("%1", str(aside)))
        self._show_age()

    def _back_up_if_stale(self) -> None:
        self.attempt(self._workspace.back_up_if_stale)
        self._show_age()

    def _show_age(self) -> None:
        collection = self._workspace.collection
        last = collection_file.last_backup_at(collection, self._workspace.clock.now())
        if last is not None:
            self.age = self._age_text(last)
        else:
            self.age = self.tr("No backup yet") if collection.cards.count() else ""
        self._window.show_status(self.age)
        self.age_told.emit(self.age)

    def _age_text(self, last: datetime) -> str:
        minutes = int((self._workspace.clock.now().astimezone(UTC) - last).total_seconds() // 60)
        if minutes < 1:
            return self.tr("Backed up just now")
        if minutes < 90:
            return self.tr("Backed up %n minute(s) ago", "", minutes)
        hours = minutes // 60
        if hours < 48:
            return self.tr("Backed up %n hour(s) ago", "", hours)
        return self.tr("Backed up %n day(s) ago", "", hours // 24)
