"""What all pages have in common."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import SPACE_2XL, SPACE_L, SPACE_XL
from flashdeck.gui.view_values import KeyHint
from flashdeck.gui.views.controls import Notice


class Page(QWidget):
    """A screen of the window; `back` asks for one step back."""

    back = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setAccessibleName(name)
        self.name = name
        self.notice = Notice(self)

    def key_hints(self) -> tuple[KeyHint, ...]:
        """Return the keys of this screen, for the help."""
        return ()

    def focus_first(self) -> None:
        """Give the focus to where work starts on this page."""
        self.setFocus()

    def announce(self, text: str) -> None:
        """Have a screen reader say a text."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))


def measured(theme: Theme) -> QWidget:
    """Return a widget that grows no wider than is good for reading lists."""
    result = QWidget()

    def fit() -> None:
        result.setMaximumWidth(theme.sizes.measure + 2 * SPACE_2XL)

    theme.changed.connect(fit)
    fit()
    return result


def column(page: QWidget, theme: Theme, *, spacing: int = SPACE_L) -> QVBoxLayout:
    """Return the page's layout: one column of bounded width with the usual margins."""
    body = measured(theme)
    outer = QHBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(body, 1000)
    outer.addStretch(1)
    layout = QVBoxLayout(body)
    layout.setContentsMargins(SPACE_2XL, SPACE_XL, SPACE_2XL, SPACE_XL)
    layout.setSpacing(spacing)
    return layout
