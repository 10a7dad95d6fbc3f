"""The small bar beside a percentage in a tree of decks."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from flashdeck.gui.models.count_tree import CountTreeModel
from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import BAR, RECALL_BAR, SPACE_S


class RecallBar(QStyledItemDelegate):
    """Draws how likely cards are remembered, to the left of the number that says it, where there is room for both."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        model = index.model()
        recall = model.recall(index) if isinstance(model, CountTreeModel) else None
        if recall is None:
            return
        colours, length = self._theme.colours, self._theme.sizes.px(RECALL_BAR)
        number = option.fontMetrics.horizontalAdvance("100 %") + 3 * SPACE_S
        area = QRectF(option.rect).adjusted(SPACE_S, 0, -number, 0)
        if area.width() < length:
            return
        bar = QRectF(0, 0, length, self._theme.sizes.px(BAR))
        bar.moveCenter(area.center())
        bar.moveRight(area.right())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, width in ((colours.line, bar.width()), (colours.accent, bar.width() * recall)):
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(
                QRectF(bar.left(), bar.top(), width, bar.height()), bar.height() / 2, bar.height() / 2
            )
        painter.restore()
