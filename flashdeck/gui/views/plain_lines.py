"""Lines to be read, such as those of a slide: each that is too long goes on below its own words."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import SPACE_M, SPACE_XS

_BEFORE_WORDS: Final = re.compile(r"\s*(?:(?:[^\w\s]|\w{1,3}[.)])\s+)?")
"""Room, and a bullet or number."""


class PlainLines(QTextEdit):
    """Shows lines literally; they can be marked out and copied, but not changed."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marked: Collection[int] = ()
        self.setAccessibleName(name)
        self.setProperty("role", "pane")
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(SPACE_M)
        theme.changed.connect(self._lay_out)

    def show_lines(self, lines: Sequence[str], marked: Collection[int] = ()) -> None:
        """Show lines, those marked that have these numbers, counted from 0, and the first of them in sight."""
        self._marked = marked
        self.setCurrentCharFormat(QTextCharFormat())  # or it goes on in that of the line before
        self.setPlainText("\n".join(lines))
        self._lay_out()
        if marked:
            self._go_to(min(marked))

    def _lay_out(self) -> None:
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.DemiBold)
        for number in range(self.document().blockCount()):
            cursor = QTextCursor(self.document().findBlockByNumber(number))
            cursor.setBlockFormat(self._format(cursor.block().text(), is_marked=number in self._marked))
            if number in self._marked:
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(bold)

    def _format(self, line: str, *, is_marked: bool) -> QTextBlockFormat:
        before = _BEFORE_WORDS.match(line)
        room = self.fontMetrics().horizontalAdvance(before.group() if before else "")
        result = QTextBlockFormat()
        result.setLeftMargin(room)
        result.setTextIndent(-room)
        result.setBottomMargin(self._theme.sizes.px(SPACE_XS))
        if is_marked:
            result.setBackground(QColor(self._theme.colours.accent_soft))
        return result

    def _go_to(self, number: int) -> None:
        self.setTextCursor(QTextCursor(self.document().findBlockByNumber(number)))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect().center().y() - self.viewport().height() // 2)
