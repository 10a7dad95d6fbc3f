"""Every key, those to be changed and those that are fixed; two commands never share one."""

from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from flashdeck.gui.shortcuts import Command, Place, Shortcuts, commands, fixed_keys, key_of, shown_key
from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import KEYS_DIALOG, SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from flashdeck.gui.views.controls import Button, Notice, button, label, resize_within, row

_TABS: Final = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})


def place_name(place: Place) -> str:
    """Return where a key counts, in words."""
    match place:
        case Place.EVERYWHERE:
            return QCoreApplication.translate("KeysDialog", "Everywhere")
        case Place.REVIEW:
            return QCoreApplication.translate("KeysDialog", "Review")
        case Place.LIBRARY:
            return QCoreApplication.translate("KeysDialog", "Library")


class _KeyButton(Button):
    """Shows a command's key; pressed, it waits for another one."""

    key_pressed = Signal(str)

    def __init__(self, command: Command) -> None:
        super().__init__()
        self._command = command
        self._key = ""
        self.setCheckable(True)
        self.toggled.connect(self._show)

    def show_key(self, key: str) -> None:
        """Show the key in force and wait no longer."""
        self._key = key
        self.setChecked(False)
        self._show()

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _TABS
            and self.isChecked()
        ):
            self.keyPressEvent(event)  # Qt would move the focus, and leave the button waiting
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setChecked(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.isChecked():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.setChecked(False)
        elif event.key() == Qt.Key.Key_Backspace:
            self.key_pressed.emit("")
        elif key := key_of(event):
            self.key_pressed.emit(key)

    def _show(self) -> None:
        shown = shown_key(self._key) or self.tr("none")
        self.setText(self.tr("Press a key…") if self.isChecked() else shown)
        self.setAccessibleName(f"{self._command.text}: {self.text()}")
        self.setToolTip(self.tr("Press to change; then Backspace takes the key away, Esc keeps it"))


class KeysDialog(QDialog):
    """Changes `Shortcuts` at once; `changed` tells that there is something to keep."""

    changed = Signal()

    def __init__(self, theme: Theme, shortcuts: Shortcuts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shortcuts = shortcuts
        self._buttons: dict[str, _KeyButton] = {}
        self.notice = Notice()
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, SPACE_L, 0)
        inner.setSpacing(SPACE_S)
        for place in Place:
            inner.addWidget(label(place_name(place), "strong"))
            inner.addLayout(self._grid(place))
            inner.addSpacing(SPACE_M)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows what has the focus
        scroll.setWidget(body)
        reset = button(self.tr("Reset all keys"), self._reset, hint=self.tr("Give every command the key it came with"))
        close = button(self.tr("Close"), self.accept, role="primary", key="Esc")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        layout.setSpacing(SPACE_M)
        layout.addWidget(self.notice)
        layout.addWidget(scroll, 1)
        layout.addLayout(row(reset, 0, close))
        resize_within(self, *map(theme.sizes.px, KEYS_DIALOG))
        shortcuts.changed.connect(self._show)
        self._show()
        if conflicts := shortcuts.conflicts():
            self.notice.say(" ".join(conflicts))

    def _grid(self, place: Place) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_L)
        grid.setVerticalSpacing(SPACE_S)
        grid.setColumnStretch(0, 1)
        for number, command in enumerate(command for command in commands() if command.place is place):
            made = _KeyButton(command)
            made.key_pressed.connect(partial(self._ask_for, command.name))
            self._buttons[command.name] = made
            name = label(command.text, wrap=True)
            name.setBuddy(made)
            grid.addWidget(name, number, 0)
            grid.addWidget(made, number, 1)
        for fixed in fixed_keys():
            if fixed.place is place:
                number = grid.rowCount()
                grid.addWidget(label(fixed.text, "muted", wrap=True), number, 0)
                grid.addWidget(label(fixed.shown, "muted"), number, 1, Qt.AlignmentFlag.AlignHCenter)
        return grid

    def _show(self) -> None:
        for name, made in self._buttons.items():
            made.show_key(self._shortcuts.key(name))

    def _ask_for(self, name: str, key: str) -> None:
        """Give a command a key; one that is taken is given only when the user says so."""
        self.notice.hide()
        fixed = self._shortcuts.fixed_in_the_way(name, key)
        if fixed is not None:
            self._show()
            kept = self.tr("%1 is kept for “%2”. Choose another key.")
            self.notice.say(kept.replace("%1", shown_key(key)).replace("%2", fixed.text))
            return
        other = self._shortcuts.in_the_way(name, key)
        if other is None:
            self._give(name, key)
            return
        self._show()
        taken = self.tr("%1 is the key of “%2” already.").replace("%1", shown_key(key)).replace("%2", other.text)
        self.notice.say(taken, action=self.tr("Use it here"), run=lambda: self._take(other.name, name, key))

    def _take(self, loser: str, name: str, key: str) -> None:
        self._shortcuts.adopt({**self._shortcuts.chosen(), loser: "", name: key})
        self.changed.emit()

    def _give(self, name: str, key: str) -> None:
        self._shortcuts.adopt({**self._shortcuts.chosen(), name: key})
        self.changed.emit()

    def _reset(self) -> None:
        self.notice.hide()
        self._shortcuts.adopt({})
        self.changed.emit()
