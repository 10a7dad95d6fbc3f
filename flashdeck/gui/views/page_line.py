"""Fields on a page of the window, which share their keys with the window."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget


def is_undo(event: QEvent, kind: QEvent.Type) -> bool:
    """Whether an event of this kind is about the key that takes typing back."""
    return event.type() == kind and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)


def _is_end_of_line(event: QEvent) -> bool:
    """Whether an event is about the key that some desktops have beside End, and the window for the export."""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.matches(QKeySequence.StandardKey.MoveToEndOfLine)
        and event.key() != Qt.Key.Key_End
    )


class _SharedKeys(QObject):
    def __init__(self, field: QWidget, can_undo: Callable[[], bool]) -> None:
        super().__init__(field)
        self._can_undo = can_undo
        field.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        is_spare_undo = is_undo(event, QEvent.Type.ShortcutOverride) and not self._can_undo()
        if not (is_spare_undo or _is_end_of_line(event)):
            return False
        event.ignore()  # a field would take the key, be it to do nothing
        return True


def share_keys(field: QWidget, can_undo: Callable[[], bool]) -> None:
    """Leave to the window the key of the export and, as long as the field has nothing to take back, that of undo."""
    _SharedKeys(field, can_undo)


class PageLine(QLineEdit):
    """A line to type in that keeps Return to itself, as what it leads to must not take the key again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        share_keys(self, self.isUndoAvailable)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()
