"""The fade between cards: the next one is there at once and clears up, in its place."""

from typing import Final

from PySide6.QtCore import Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import FADE_MS

_FIRST_OPACITY: Final = 0.85
"""What is below can be made out from the first moment."""


class Veil(QWidget):
    """Lies over what a view shows, in the colour of the ground, and is lifted; nothing below moves for it."""

    def __init__(self, view: QAbstractScrollArea, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._opacity = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(_FIRST_OPACITY)
        self._fade.setEndValue(0.0)
        self._fade.setDuration(FADE_MS)
        self._fade.valueChanged.connect(self._thin)
        self._fade.finished.connect(self.hide)
        self.hide()

    def lift(self) -> None:
        """Cover the view and clear it; with reduced motion do nothing."""
        self._fade.stop()
        if self._theme.reduces_motion:
            self.hide()
            return
        self.setGeometry(self._view.viewport().geometry())
        self._opacity = _FIRST_OPACITY
        self.raise_()
        self.show()
        self._fade.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(self._opacity)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.colours.background))
        painter.drawRect(self.rect())
        painter.end()

    def _thin(self, opacity: float) -> None:
        self._opacity = opacity
        self.update()
