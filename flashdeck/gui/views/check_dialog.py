"""A check of the collection: how far it is, what it found, and what mending came to."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import DIALOG, SPACE_L, SPACE_M, SPACE_XL
from flashdeck.gui.views.controls import announce, breakable, button, label, row
from flashdeck.gui.views.plain_lines import PlainLines
from flashdeck.rendering.names import visible

_PERMILLE: Final = 1000
_LINES: Final = 7
_MOST_ITEMS: Final = 200
"""Faults shown; of more, nobody would read the rest."""


class CheckDialog(QDialog):
    """`mend_asked` tells that what was found shall be mended; closed on the way, nothing is done any longer."""

    mend_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Check and mend"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme.sizes.px(DIALOG))
        self._title = label("", "strong", wrap=True)
        self._about = label("", "muted", wrap=True)
        self._about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)  # paths are to be copied
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, _PERMILLE)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._items = PlainLines(theme, self.tr("Found"))
        self._items.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES)
        self._mend = button(self.tr("Mend now"), self.mend_asked.emit, role="primary", key=self.tr("Enter"))
        self._out = button(self.tr("Cancel"), self.reject, key="Esc")
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        layout.setSpacing(SPACE_M)
        for widget in (self._title, self._bar, self._items, self._about):
            layout.addWidget(widget)
        layout.addLayout(row(0, self._out, self._mend))
        self.setWindowModality(Qt.WindowModality.WindowModal)

    def show_running(self, title: str, about: str) -> None:
        """Show that something is being done."""
        self._bar.setValue(0)
        self._show(title, about, way_out=self.tr("Cancel"), is_running=True)

    def show_progress(self, fraction: float) -> None:
        """Show how far it is, 0 to 1."""
        self._bar.setValue(round(fraction * _PERMILLE))

    def show_result(
        self, title: str, about: str = "", items: Sequence[str] = (), *, way_out: str = "", can_mend: bool = False
    ) -> None:
        """Show what came of it.

        Args:
            title: in a sentence.
            about: what more there is to say.
            items: one by one.
            way_out: what the button says that does nothing more; "Close" without it.
            can_mend: whether there is something to be mended.
        """
        shown = [f"•  {visible(item)}" for item in items[:_MOST_ITEMS]]
        if len(items) > _MOST_ITEMS:
            shown.append(self.tr("and %Ln more", "", len(items) - _MOST_ITEMS))
        self._items.show_lines(shown)
        self._show(title, about, way_out=way_out or self.tr("Close"), can_mend=can_mend)

    def _show(self, title: str, about: str, *, way_out: str, is_running: bool = False, can_mend: bool = False) -> None:
        self._title.setText(breakable(visible(title)))
        self._about.setText(breakable(visible(about)))
        self._about.setHidden(not about)
        self._bar.setVisible(is_running)
        self._items.setHidden(is_running or not self._items.toPlainText())
        self._out.setText(way_out)
        self._mend.setVisible(can_mend)
        (self._mend if can_mend else self._out).setFocus()
        announce(self, title)
        self._layout.activate()  # what is hidden now takes no room any more
        self.resize(self.width(), self._layout.totalHeightForWidth(self.width()))
