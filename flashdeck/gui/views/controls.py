"""Labels, buttons and rules that carry the look and never take deck text for markup."""

import re
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from flashdeck.gui import icons
from flashdeck.gui.tokens import HAIRLINE, SPACE_2XL, SPACE_M, SPACE_S
from flashdeck.rendering.names import visible

_PLAIN: Final = Qt.TextFormat.PlainText
_AFTER_ICON: Final = "\N{FOUR-PER-EM SPACE}"
_ENDLESS: Final = re.compile(r"[^\s/]{40}(?=[^\s/])")


def label(text: str = "", role: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """Return a label that shows its text literally."""
    result = QLabel(parent)
    result.setTextFormat(_PLAIN)
    result.setText(text)
    result.setWordWrap(wrap)
    if role:
        result.setProperty("role", role)
    return result


def breakable(text: str) -> str:
    """Return a text whose endless words a label can break, where they would else make it wider than the window."""
    return _ENDLESS.sub("\\g<0>\u200b", text)


class ElidedLabel(QLabel):
    """A one-line label that gives way to its neighbours and shortens its text, in the middle unless told otherwise."""

    def __init__(
        self,
        role: str = "",
        parent: QWidget | None = None,
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle,
    ) -> None:
        super().__init__(parent)
        self._mode = mode
        self.setTextFormat(_PLAIN)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if role:
            self.setProperty("role", role)
        self._text = ""

    def set_text(self, text: str) -> None:
        """Show a text, with what hides or reorders made visible; the whole of it stays in the accessible name."""
        self._text = text
        self.setAccessibleName(visible(text))
        self._fit()

    def full_text(self) -> str:
        """Return the text as it was given."""
        return self._text

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _fit(self) -> None:
        self.setText(self.fontMetrics().elidedText(visible(self._text), self._mode, self.width()))


class Button(QPushButton):
    """A push button that Return presses as Space does; its word keeps away from its icon in large text, too."""

    def setText(self, text: str) -> None:
        super().setText(f"{_AFTER_ICON}{text}" if text and icons.wears(self) else text)

    def text(self) -> str:
        return super().text().removeprefix(_AFTER_ICON)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)


def button(
    text: str,
    on_click: Callable[[], object] | None = None,
    *,
    role: str = "",
    icon: str = "",
    key: str = "",
    hint: str = "",
) -> Button:
    """Return a button; `key` is named in its tooltip, `hint` says more than its text."""
    result = Button()
    result.setAccessibleName(hint or text)
    if role:
        result.setProperty("role", role)
    if icon:
        icons.assign(result, icon, "on_accent" if role == "primary" else "muted" if role == "quiet" else "text")
    result.setText(text)
    describe(result, hint or text, key)
    if on_click is not None:
        result.clicked.connect(lambda _checked: on_click())
    return result


def describe(widget: QWidget, hint: str, key: str = "") -> None:
    """Set the tooltip, naming the key."""
    widget.setToolTip(f"{hint}  ({key})" if key else hint)
    widget.setAccessibleDescription(key)


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say a text that belongs to a widget."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 - PySide6 takes long for them

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def rule() -> QFrame:
    """Return a thin line across."""
    result = QFrame()
    result.setProperty("role", "rule")
    result.setFixedHeight(HAIRLINE)
    return result


def row(*items: QWidget | int, spacing: int = SPACE_S) -> QHBoxLayout:
    """Return widgets in a line; 0 stands for room that gives, another number for fixed space."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for item in items:
        if isinstance(item, QWidget):
            layout.addWidget(item)
        elif item == 0:
            layout.addStretch(1)
        else:
            layout.addSpacing(item)
    return layout


def resize_within(dialog: QWidget, width: int, height: int) -> None:
    """Give a dialog a size, as far as its screen has room for it and its frame."""
    room = dialog.screen().availableGeometry()
    dialog.resize(min(width, room.width() - SPACE_2XL), min(height, room.height() - 2 * SPACE_2XL))


class Notice(QFrame):
    """One sentence beside what it is about, with a way out; hidden until there is something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._text = label(wrap=True)
        self._action = button("", role="link", hint=self.tr("Act on this"))
        self._close = button("", self.hide, role="quiet", icon="close", hint=self.tr("Dismiss"))
        self._run: Callable[[], object] | None = None
        self._action.clicked.connect(self._on_action)
        layout = row(self._text, self._action, self._close)
        layout.setContentsMargins(SPACE_M, SPACE_S, SPACE_S, SPACE_S)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.hide()

    def say(self, text: str, *, action: str = "", run: Callable[[], object] | None = None) -> None:
        """Show a sentence, and a button when there is something to do about it."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self._run = run
        self._action.setText(action)
        self._action.setAccessibleName(action)
        self._action.setToolTip(action)
        self._action.setVisible(bool(action))
        self.show()
        announce(self, text)

    def text(self) -> str:
        """Return the sentence last shown."""
        return self._text.text()

    def _on_action(self) -> None:
        self.hide()
        if self._run is not None:
            self._run()
