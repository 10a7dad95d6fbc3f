"""The line that cards are looked for with."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from flashdeck.gui import icons
from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import FOCUS_RING
from flashdeck.gui.views.controls import describe
from flashdeck.gui.views.page_line import PageLine


class SearchLine(PageLine):
    """A line with a cross that empties it; Qt's own cross keeps its size whatever the text's is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clear = QToolButton(self)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.setAccessibleName(self.tr("Clear the search"))
        describe(self._clear, self.tr("Clear the search"))
        icons.assign(self._clear, "close", "muted")
        self._clear.clicked.connect(self.clear)
        self._clear.hide()
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))
        theme.changed.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        edge = self._theme.sizes.target
        self.setTextMargins(0, 0, edge, 0)
        self._clear.setGeometry(self.width() - edge - FOCUS_RING, (self.height() - edge) // 2, edge, edge)
