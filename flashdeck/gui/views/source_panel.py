"""The slide a card came from, with the passage marked."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import SPACE_L, SPACE_M, SPACE_S
from flashdeck.gui.view_values import SourceSlide
from flashdeck.gui.views.controls import ElidedLabel, label
from flashdeck.rendering import visible


class SourcePanel(QWidget):
    """Slide title, file and number, and the slide's lines as plain text; marked lines are bold on a soft ground."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._slide: SourceSlide | None = None
        self._title = label("", "strong", wrap=True)
        self._where = ElidedLabel("small")
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setAcceptDrops(False)
        self._text.document().setDocumentMargin(SPACE_M)
        self._text.setAccessibleName(self.tr("Text of the slide"))
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_L, 0, 0, 0)
        layout.setSpacing(SPACE_S)
        layout.addWidget(self._title)
        layout.addWidget(self._where)
        layout.addWidget(self._text, 1)
        theme.changed.connect(self._mark)

    def show_slide(self, slide: SourceSlide | None) -> None:
        """Show a slide; None says that the card was written by hand."""
        self._slide = slide
        if slide is None:
            self._title.setText(self.tr("Written by hand"))
            self._where.set_text(self.tr("This card has no slide."))
            self._text.clear()
            return
        self._title.setText(visible(slide.title))
        where = self.tr("Slide %1 of %2").replace("%1", str(slide.slide_number)).replace("%2", visible(slide.file_name))
        self._where.set_text(where)
        self._text.setPlainText("\n".join(visible(line.text) for line in slide.lines))
        self._mark()

    def _mark(self) -> None:
        if self._slide is None:
            return
        ground, weight = QTextBlockFormat(), QTextCharFormat()
        ground.setBackground(QColor(self._theme.colours.accent_soft))
        weight.setFontWeight(QFont.Weight.DemiBold)
        first: int | None = None
        for number, line in enumerate(self._slide.lines):
            if line.marked:
                cursor = QTextCursor(self._text.document().findBlockByNumber(number))
                cursor.setBlockFormat(ground)
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(weight)
                first = number if first is None else first
        if first is not None:
            self._text.setTextCursor(QTextCursor(self._text.document().findBlockByNumber(first)))
            self._text.centerCursor()
