"""Backups on request, by themselves, and the way back to one."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QTimer, Signal

from flashdeck.gui.controllers.backup_run import FAILED, BackupRun, Waiting
from flashdeck.gui.controllers.care_run import CareRun
from flashdeck.gui.controllers.controller import Controller, shown_instant
from flashdeck.gui.theme import Theme
from flashdeck.gui.views.main_window import MainWindow
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
        self._run = BackupRun(window, workspace, theme)
        self._run.made.connect(self._show_age)
        self._run.failed.connect(self._show_age)
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look from time to time."""
        self._show_age()
        self._timer.start()

    def catch_up(self) -> None:
        """Make the backup that the program could not make when it was used last; say so when it still cannot."""
        if self._workspace.is_backup_overdue() or self._window.remembered(FAILED):
            self._run.begin()

    def stop(self) -> None:
        """Look no more, and make no backup any longer."""
        self._timer.stop()
        self._run.stop()

    def first(self, waiting: Waiting) -> None:
        """Do something once a backup holds all that there is; at once where one does, or there is nothing to lose."""
        if self._workspace.is_backed_up():
            waiting.then()
        else:
            self._run.first(waiting)

    def give_up(self) -> None:
        """Do nothing any longer that waits for a backup."""
        self._run.give_up()

    def before_closing(self, close: Callable[[], object]) -> None:
        """Close once a backup holds all that there is, or the user does not want to wait for it."""
        self._run.first(
            Waiting(
                then=close,
                title=self.tr("Backing up before closing…"),
                give_up=self.tr("Keep open"),
                skip=self.tr("Close without it"),
            )
        )

    def back_up(self) -> None:
        """Make a backup now."""
        self._run.first(Waiting(then=self._tell_path, title=self.tr("Backing up…")))

    def _tell_path(self) -> None:
        if self._run.last is not None:
            self._window.show_notice(self.tr("Backed up to %1").replace("%1", str(self._run.last)))

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
        from flashdeck.services.care_process import RestoreProcess  # noqa: PLC0415 - rarely needed

        run = CareRun(self._workspace, dialog, has_news=False)
        run.progressed.connect(dialog.show_progress)
        run.failed.connect(dialog.show_failure)
        run.stopped.connect(dialog.reject)
        run.done.connect(lambda _: self._tell_restored(dialog, run))
        dialog.rejected.connect(run.stop)
        dialog.show_progress(0.0)
        run.begin(partial(RestoreProcess, backup=path))

    def _tell_restored(self, dialog: "BackupsDialog", run: CareRun) -> None:
        dialog.accept()
        restored = self.tr("The backup is restored. What was there before is in %1")
        if run.kept is None:
            restored = self.tr("The backup is restored.")
        self._window.show_notice(restored.replace("%1", str(run.kept)))
        self._show_age()

    def look(self) -> None:
        """Make a backup if it is time, behind what is done meanwhile."""
        if not self._workspace.is_in_care and self.attempt(self._workspace.is_backup_due):
            self._run.begin()
        self._show_age()

    def _show_age(self) -> None:
        collection = self._workspace.collection
        last = collection_file.last_backup_at(collection, self._workspace.clock.now())
        short = ""
        if last is not None:
            self.age, short = self._age_texts(last)
        elif collection.cards.count():
            self.age, short = self.tr("No backup yet"), self.tr("none", "backup")
        else:
            self.age = ""
        self._window.show_status(self.age, f"{self.tr('Backup')}\n{short}")
        self.age_told.emit(self.age)

    def _age_texts(self, last: datetime) -> tuple[str, str]:
        """Return how old a backup is, in a sentence and in a word."""
        minutes = int((self._workspace.clock.now().astimezone(UTC) - last).total_seconds() // 60)
        if minutes < 1:
            return self.tr("Backed up just now"), self.tr("now", "backup")
        if minutes < 90:
            short = self.tr("%1 min").replace("%1", str(minutes))
            return self.tr("Backed up %n minute(s) ago", "", minutes), short
        hours = minutes // 60
        if hours < 48:
            return self.tr("Backed up %n hour(s) ago", "", hours), self.tr("%1 h").replace("%1", str(hours))
        days = hours // 24
        return self.tr("Backed up %n day(s) ago", "", days), self.tr("%1 d").replace("%1", str(days))
