"""What is done to a copy of the collection behind the window, and comes in its place."""

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from flashdeck.errors import FlashdeckError, OperationCancelledError
from flashdeck.gui.wording import told
from flashdeck.gui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from flashdeck.gui.views.wait_dialog import WaitDialog
    from flashdeck.services.care_process import CareProcess
    from flashdeck.services.clock import Clock
    from flashdeck.storage.collection import Collection

_POLL_EVERY_MS: Final = 40


class CareRun(QObject):
    """Follows one process at a time. Where it makes what takes the place of the collection, `done` comes after that.

    Attributes:
        kept: where the collection is kept as it was before the last one.
    """

    progressed = Signal(float)
    done = Signal(object)
    failed = Signal(str)
    stopped = Signal()
    """Something else came in between, such as the closing of the window."""

    def __init__(self, workspace: Workspace, parent: QObject, *, has_news: bool = True) -> None:
        """Set up.

        Args:
            workspace: holds the collection.
            parent: owns this.
            has_news: whether what takes the place is in no backup.
        """
        super().__init__(parent)
        self._workspace = workspace
        self._has_news = has_news
        self._make: Callable[[Collection, Clock], CareProcess[Any]] | None = None
        self._process: CareProcess[Any] | None = None
        self.kept: Path | None = None
        self._timer = QTimer(self, interval=_POLL_EVERY_MS)
        self._timer.timeout.connect(self._poll)

    @property
    def is_running(self) -> bool:
        """Whether a process is followed."""
        return self._process is not None

    def begin(self, make: "Callable[[Collection, Clock], CareProcess[Any]]") -> None:
        """Begin a process."""
        self._make = make
        try:
            self._process = self._workspace.begin_care(make)
        except FlashdeckError as error:
            self.failed.emit(told(error))
        else:
            self._timer.start()

    def show_in(self, dialog: "WaitDialog") -> None:
        """Show in a dialog how far it is, and stop when that is left; the dialog is closed at the end."""
        self.progressed.connect(dialog.show_progress)
        self.done.connect(dialog.accept)
        for ended in (self.failed, self.stopped):
            ended.connect(dialog.reject)
        dialog.rejected.connect(self.stop)
        dialog.finished.connect(dialog.deleteLater)

    def stop(self) -> None:
        """Stop the process, if there is one; nothing has changed."""
        if self.is_running:
            self._end()
            self._workspace.stop_work()

    def _end(self) -> None:
        self._timer.stop()
        self._process = None

    def _poll(self) -> None:
        process = self._process
        assert process is not None, "the timer runs while there is one"
        try:
            result = process.poll()
            if result is None:
                self.progressed.emit(process.progress)
                return
            self._finish(process, result)
        except OperationCancelledError:
            self._end()
            self.stopped.emit()
        except FlashdeckError as error:
            self.stop()
            self.failed.emit(told(error))

    def _finish(self, process: "CareProcess[Any]", result: object) -> None:
        from flashdeck.services.care_process import ReplacingProcess  # noqa: PLC0415 - seldom needed

        if not isinstance(process, ReplacingProcess):
            self.stop()
        elif process.is_of_now or not self._has_news:
            self._end()
            self.kept = self._workspace.take_up(process, has_news=self._has_news)
        else:
            assert self._make is not None
            self.begin(self._make)  # something was done meanwhile, and is not to be lost
            return
        self.done.emit(result)
