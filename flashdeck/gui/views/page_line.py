"""Fields on a page of the window, which share their keys with the window."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget


def is_undo(event: QEvent, kind: QEvent.Type) -> bool:
    """Whether an event of this kind is about the key that takes typing back."""
    return event.type() == kind and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)


class _UndoKey(QObject):
    def __init__(self, field: QWidget, can_undo: Callable[[], bool]) -> None:
        super().__init__(field)
        self._can_undo = can_undo
        field.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not is_undo(event, QEvent.Type.ShortcutOverride) or self._can_undo():
            return False
        event.ignore()  # a field would take the key and do nothing
        return True


def share_undo_key(field: QWidget, can_undo: Callable[[], bool]) -> None:
    """Leave the key to the window as long as the field has nothing to take back."""
    _UndoKey(field, can_undo)


class PageLine(QLineEdit):
    """A line to type in that keeps Return to itself, as what it leads to must not take the key again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        share_undo_key(self, self.isUndoAvailable)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()
