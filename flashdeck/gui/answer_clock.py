"""How long an answer takes, without the time in which the user is asked something else."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject
from PySide6.QtWidgets import QWidget


class AnswerClock(QObject):
    """Runs from `start` on, and stands still while a dialog keeps the window from being used."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._running = QElapsedTimer()
        self._before_ms = 0
        window.installEventFilter(self)

    def start(self, spent_ms: int = 0) -> None:
        """Begin anew, with so much time gone already."""
        self._before_ms = spent_ms
        self._running.start()

    def elapsed_ms(self) -> int:
        """Return the time gone so far."""
        return self._before_ms + (self._running.elapsed() if self._running.isValid() else 0)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowBlocked:
            self._before_ms = self.elapsed_ms()
            self._running.invalidate()
        elif event.type() == QEvent.Type.WindowUnblocked:
            self._running.start()
        return False
