"""A backup made behind the window, and what waits for it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QTimer, Signal

from flashdeck.errors import FlashdeckError, OperationCancelledError
from flashdeck.gui.controllers.controller import Controller
from flashdeck.gui.theme import Theme
from flashdeck.gui.views.main_window import MainWindow
from flashdeck.gui.wording import told
from flashdeck.gui.workspace import Workspace
from flashdeck.services import collection_file

if TYPE_CHECKING:
    from pathlib import Path

    from flashdeck.gui.views.wait_dialog import WaitDialog
    from flashdeck.services.backup_process import BackupProcess
    from flashdeck.storage.backups import Made

FAILED: Final = "backup/failed"
"""What the window remembers of a backup that failed, until one is made."""
_POLL_EVERY_MS: Final = 40
_SHOWN_AFTER_MS: Final = 400
"""A small collection is backed up before that, and a dialog would only flash."""


class Waiting(NamedTuple):
    """What waits for a backup.

    Attributes:
        then: does it.
        title: what the user is told meanwhile.
        otherwise: told why there is no backup, where a notice in the window would not do; it is not done then.
        give_up: names the way not to do it.
        skip: names the way to do it without a backup, `then` being called; empty where there is none.
        on_progress: shows how far the backup is, where a dialog that is open already does.
    """

    then: Callable[[], object]
    title: str
    otherwise: Callable[[str], object] | None = None
    give_up: str = ""
    skip: str = ""
    on_progress: Callable[[float], object] | None = None


class BackupRun(Controller):
    """Makes one backup at a time, while the window stays in use.

    Attributes:
        last: the last one that was made and is as it should be.
    """

    made = Signal()
    failed = Signal()

    def __init__(self, window: MainWindow, workspace: Workspace, theme: Theme) -> None:
        super().__init__(window, workspace)
        self._theme = theme
        self.last: Path | None = None
        self._process: BackupProcess | None = None
        self._waiting: Waiting | None = None
        self._dialog: WaitDialog | None = None
        self._timer = QTimer(self, interval=_POLL_EVERY_MS)
        self._timer.timeout.connect(self._poll)
        self._patience = QTimer(self, interval=_SHOWN_AFTER_MS, singleShot=True)
        self._patience.timeout.connect(self._show_dialog)

    def begin(self) -> None:
        """Make a backup, unless one is being made."""
        if self._process is not None:
            return
        try:
            self._process = self._workspace.begin_backup()
        except FlashdeckError as error:
            self._fail(told(error))
        else:
            self._timer.start()

    def first(self, waiting: Waiting) -> None:
        """Do something once a backup holds all that there is; while something waits, nothing else is."""
        if self._waiting is not None:
            if waiting.otherwise is not None:
                waiting.otherwise(self.tr("Something else waits for a backup. Try again after it."))
            return
        self._waiting = waiting
        if waiting.on_progress is None:
            self._patience.start()
        self.begin()

    def give_up(self) -> None:
        """Do nothing that waits; a backup for which nothing waits is made all the same."""
        if self._waiting is not None:
            self.stop()

    def stop(self) -> None:
        """Make none any longer, and do nothing that waits."""
        self._forget()
        self._workspace.stop_work()

    def _forget(self) -> None:
        self._end()
        self._waiting = None
        self._close_dialog()

    def _end(self) -> None:
        self._timer.stop()
        self._process = None

    def _poll(self) -> None:
        process = self._process
        assert process is not None, "the timer runs while there is one"
        try:
            made = process.poll()
        except OperationCancelledError:
            self._forget()
        except FlashdeckError as error:
            self._end()
            self._fail(told(error))
        else:
            if made is None:
                self._show_progress(process.progress)
            else:
                self._end()
                self._finish(made, process)

    def _finish(self, made: "Made", process: "BackupProcess") -> None:
        self._window.remember(FAILED, "")
        if process.left_behind:
            self.attempt(self._workspace.sweep)
        self.last = self.attempt(lambda: collection_file.told(made))
        self.made.emit()
        if self._waiting is None:
            return
        if self._workspace.collection.has_changed:
            self.begin()  # something was done meanwhile, and what waits may undo none of it
            return
        self._go_on()

    def _go_on(self) -> None:
        waiting, self._waiting = self._waiting, None
        self._close_dialog()
        assert waiting is not None
        waiting.then()

    def _fail(self, sentence: str) -> None:
        self._window.remember(FAILED, "yes")
        waiting = self._waiting
        if waiting is not None and waiting.skip:
            self._show_dialog()
            assert self._dialog is not None
            self._dialog.show_failure(
                self.tr("There is no backup of the last changes"),
                self.tr("What you did is saved in the collection itself."),
                sentence,
            )
        else:
            self._waiting = None
            self._close_dialog()
            otherwise = waiting.otherwise if waiting is not None else None
            (otherwise or self._window.show_notice)(sentence)
        self.failed.emit()

    def _show_progress(self, fraction: float) -> None:
        if self._dialog is not None:
            self._dialog.show_progress(fraction)
        elif self._waiting is not None and self._waiting.on_progress is not None:
            self._waiting.on_progress(fraction)

    def _show_dialog(self) -> None:
        self._patience.stop()
        waiting = self._waiting
        if waiting is None or self._dialog is not None:
            return
        from flashdeck.gui.views.wait_dialog import WaitDialog  # noqa: PLC0415 - not needed for a first look

        give_up = waiting.give_up or self.tr("Cancel")
        dialog = WaitDialog(
            self._theme,
            waiting.title,
            about=self.tr("Every row of the copy is checked. A large collection takes some seconds."),
            give_up=give_up,
            skip=waiting.skip,
            parent=self._window,
        )
        dialog.rejected.connect(self.stop)
        dialog.skip_asked.connect(self._skip)
        self._theme.adopt(dialog)
        self._dialog = dialog
        dialog.open()

    def _skip(self) -> None:
        self._end()
        self._workspace.stop_work()
        self._go_on()

    def _close_dialog(self) -> None:
        self._patience.stop()
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.rejected.disconnect(self.stop)
            dialog.close()
            dialog.deleteLater()
