"""Quiet buttons in a row that drop their words where there is no room for them."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QWidget

from flashdeck.gui.views.controls import Button, row


class ActionRow(QWidget):
    """Buttons with icons in the middle of the row; icons alone say enough with their tooltips and spoken names."""

    def __init__(self, buttons: Sequence[Button], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = tuple(buttons)
        self._words = {made: made.text() for made in buttons}
        self._is_compact = False
        self._layout = row(0, *buttons, 0, spacing=0)
        self._layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(self._layout)

    def set_word(self, button: Button, word: str) -> None:
        """Change the word of a button."""
        self._words[button] = word
        button.setText("" if self._is_compact else word)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Show the words if there is room for all of them."""
        self._show_words(shown=True)
        self._show_words(shown=self._layout.sizeHint().width() <= self.width())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._layout.sizeHint().height())

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def _show_words(self, *, shown: bool) -> None:
        self._is_compact = not shown
        for made, word in self._words.items():
            text = word if shown else ""
            if made.text() != text:
                made.setText(text)
        self._layout.activate()
