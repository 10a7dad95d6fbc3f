"""What something waits for while a backup, a merge or new schedules are made."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import DIALOG, SPACE_L, SPACE_M, SPACE_XL
from flashdeck.gui.views.controls import button, label, row
from flashdeck.rendering.names import visible

_PERMILLE: Final = 1000


class BackupDialog(QDialog):
    """Shows how far the backup is; Esc gives up what waits.

    `rejected` tells that it shall not be done, `skip_asked` that it need not wait.
    """

    skip_asked = Signal()

    def __init__(
        self, theme: Theme, title: str, *, give_up: str, about: str = "", skip: str = "", parent: QWidget | None = None
    ) -> None:
        """Set up.

        Args:
            theme: the look.
            title: what is waited for.
            give_up: names the way not to do what waits.
            about: what is done meanwhile; how a backup is made, if it is left out.
            skip: names the way to do it without a backup; empty where there is none.
            parent: the window.
        """
        super().__init__(parent)
        self.setWindowTitle("flashdeck" if about else self.tr("Backup"))
        self.setMinimumWidth(theme.sizes.px(DIALOG))
        self._title = label(title, "strong", wrap=True)
        self._about = label(
            about or self.tr("Every row of the copy is checked. A large collection takes some seconds."),
            "muted",
            wrap=True,
        )
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
        way_out.setFocus()  # nothing goes without a backup by accident
        self.setWindowModality(Qt.WindowModality.WindowModal)

    def show_progress(self, fraction: float) -> None:
        """Show how far the backup is, 0 to 1."""
        self._bar.setValue(round(fraction * _PERMILLE))

    def show_failure(self, sentence: str) -> None:
        """Say why there is no backup."""
        self._title.setText(self.tr("There is no backup of the last changes"))
        self._about.setText(self.tr("What you did is saved in the collection itself."))
        self._bar.hide()
        self._problem.setText(visible(sentence))
        self._problem.show()
        self.adjustSize()
