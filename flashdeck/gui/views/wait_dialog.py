"""How far something is that the user waits for: a backup, a merge, new schedules."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import DIALOG, SPACE_L, SPACE_M, SPACE_XL
from flashdeck.gui.views.controls import button, label, row
from flashdeck.rendering.names import visible

_PERMILLE: Final = 1000


class WaitDialog(QDialog):
    """Shows how far it is; Esc gives it up.

    `rejected` tells that it shall not be done, `skip_asked` that what comes after it need not wait.
    """

    skip_asked = Signal()

    def __init__(
        self, theme: Theme, title: str, *, about: str, give_up: str, skip: str = "", parent: QWidget | None = None
    ) -> None:
        """Set up.

        Args:
            theme: the look.
            title: what is waited for.
            about: what is done meanwhile.
            give_up: names the way not to do it.
            skip: names the way to go on without it; empty where there is none.
            parent: the window.
        """
        super().__init__(parent)
        self.setWindowTitle("flashdeck")
        self.setMinimumWidth(theme.sizes.px(DIALOG))
        self._title = label(title, "strong", wrap=True)
        self._about = label(about, "muted", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, _PERMILLE)
        self._bar.setAccessibleName(title)
        self._problem = label("", "error", wrap=True)
        self._problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        layout.setSpacing(SPACE_M)
        for widget in (self._title, self._about, self._bar, self._problem):
            layout.addWidget(widget)
        buttons = row(0)
        if skip:
            buttons.addWidget(button(skip, self.skip_asked.emit))
        way_out = button(give_up, self.reject, key="Esc")
        buttons.addWidget(way_out)
        layout.addLayout(buttons)
        way_out.setFocus()  # nothing is skipped by accident
        self.setWindowModality(Qt.WindowModality.WindowModal)

    def show_progress(self, fraction: float) -> None:
        """Show how far it is, 0 to 1."""
        self._bar.setValue(round(fraction * _PERMILLE))

    def show_failure(self, title: str, about: str, sentence: str) -> None:
        """Say that it has failed, what that means, and why it has."""
        self._title.setText(title)
        self._about.setText(about)
        self._bar.hide()
        self._problem.setText(visible(sentence))
        self._problem.show()
        self.adjustSize()
