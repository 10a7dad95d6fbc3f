"""What has to be said, or asked, before anything else can be done."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from flashdeck.gui.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from flashdeck.gui.views.controls import Button, breakable, button, label, row
from flashdeck.rendering.names import visible

_COLUMNS: Final = 60
"""Characters in a line, about: what is said may be a few sentences and a long path."""
_LINES_OF_DETAILS: Final = 10


class MessageDialog(QDialog):
    """One sentence, what more there is to say, and a way on beside the way out. Esc is the way out.

    `exec` returns whether the way on was taken. A text may name a file, and is shown literally. Needs no theme: it is
    shown, too, where there is no collection yet to say which one.

    Args:
        text: the sentence.
        more: smaller, below it; paragraphs stand apart by an empty line.
        way_on: what the button says that does something; empty where nothing can be done.
        way_out: what the other button says.
        is_grave: what is done is not to be done by accident: the focus is on the way out.
        details: a report to be looked at and copied by whoever mends the program.
        parent: the window behind it.
    """

    def __init__(
        self,
        text: str,
        more: str = "",
        *,
        way_on: str = "",
        way_out: str,
        is_grave: bool = False,
        details: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("flashdeck")
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _COLUMNS)
        self._text = label(breakable(visible(text)), "strong", wrap=True)
        self._more = label(_visible_lines(more), "", wrap=True)
        self._more.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)  # paths are to be copied
        self._more.setHidden(not more)
        self._details = QPlainTextEdit()
        self._details.setReadOnly(True)
        self._details.setPlainText(details)
        self._details.setTabChangesFocus(True)
        self._details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._details.setAccessibleName(self.tr("Details"))
        self._details.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES_OF_DETAILS)
        self._details.hide()
        self._out = button(way_out, self.reject, role="" if way_on else "primary", key="Esc")
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        layout.setSpacing(SPACE_M)
        for widget in (self._text, self._more, self._details):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addSpacing(SPACE_S)
        buttons = row(*self._detail_buttons(), 0, self._out)
        if way_on:
            on = button(
                way_on, self.accept, role="" if is_grave else "primary", key="" if is_grave else self.tr("Enter")
            )
            buttons.addWidget(on)
        layout.addLayout(buttons)
        (on if way_on and not is_grave else self._out).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # of itself Qt makes no dialog higher than two thirds of the screen, and cuts off what is said
        self.resize(self.width(), max(self.height(), self._layout.totalHeightForWidth(self.width())))

    def words(self) -> str:
        """Return what is said."""
        return f"{self._text.text()}\n\n{self._more.text()}".strip()

    def _detail_buttons(self) -> tuple[Button, ...]:
        if not self._details.toPlainText():
            return ()
        shown = button(
            self.tr("Show details"), role="quiet", hint=self.tr("Show what whoever mends this needs to know")
        )
        shown.setCheckable(True)
        shown.toggled.connect(self._show_details)
        return (shown, button(self.tr("Copy details"), self._copy, role="quiet"))

    def _show_details(self, wanted: bool) -> None:
        self._details.setVisible(wanted)
        self.adjustSize()

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._details.toPlainText())


def _visible_lines(text: str) -> str:
    return "\n".join(breakable(visible(line)) for line in text.split("\n"))
