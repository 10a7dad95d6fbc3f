"""What all pages have in common."""

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import SPACE_2XL, SPACE_L, SPACE_XL
from flashdeck.gui.view_values import KeyHint
from flashdeck.gui.views.controls import Notice, announce


class Page(QWidget):
    """A screen of the window; `back` asks for one step back.

    Attributes:
        has_splitters: whether parts of it, each under a name, can be made wider at the cost of others.
    """

    back = Signal()
    has_splitters: ClassVar = False

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setAccessibleName(name)
        self.name = name
        self.notice = Notice(self)

    def key_hints(self) -> tuple[KeyHint, ...]:
        """Return the keys of this screen, for the help."""
        return ()

    def answers(self) -> tuple[KeyHint, ...]:
        """Return the answers that this page offers, for the menu: `serve("answer-1")` gives the first."""
        return ()

    def can_serve(self, _name: str) -> bool:
        """Whether `serve` would do something now for a line of the menu."""
        return True

    def serve(self, name: str) -> None:
        """Do what a line of the menu says that is about this page."""

    def focus_first(self) -> None:
        """Give the focus to where work starts on this page."""
        self.setFocus()

    def announce(self, text: str) -> None:
        """Have a screen reader say a text."""
        announce(self, text)


class Measured(QWidget):
    """A widget that grows no wider than is good for reading lists."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setMaximumWidth(self._theme.sizes.measure + 2 * SPACE_2XL)


def column(page: QWidget, theme: Theme, *, spacing: int = SPACE_L) -> QVBoxLayout:
    """Return the page's layout: one column of bounded width with the usual margins, scrolled where it is too high."""
    body = Measured(theme)
    placed = QWidget()
    inner = QHBoxLayout(placed)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.addWidget(body, 1000)
    inner.addStretch(1)
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(scrolled(placed, page.accessibleName()))
    layout = QVBoxLayout(body)
    layout.setContentsMargins(SPACE_2XL, SPACE_XL, SPACE_2XL, SPACE_XL)
    layout.setSpacing(spacing)
    return layout


def scrolled(inner: QWidget, name: str = "") -> QScrollArea:
    """Return a place in which a widget is scrolled up and down where it is too high, following the focus."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setAccessibleName(name)
    scroll.setWidget(inner)
    return scroll


def keep_rows(view: QAbstractItemView, theme: Theme, rows: int) -> None:
    """Keep a list at least so many rows high; beyond that it takes the height that is left over."""
    view.setSizePolicy(view.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Ignored)

    def fit() -> None:
        view.setMinimumHeight(theme.sizes.target * rows)

    theme.changed.connect(fit)
    fit()
