"""The tree of decks and topics, with arrows that grow with the text."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QTreeView, QWidget

from flashdeck.gui import icons
from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import INDENT, INDICATOR

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent


class DeckTree(QTreeView):
    """A tree with lines of one height; Qt's own arrows and steps keep their size whatever the text's is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setUniformRowHeights(True)
        theme.changed.connect(self._fit)
        self._fit()

    def focusInEvent(self, event: "QFocusEvent") -> None:
        super().focusInEvent(event)  # makes the first line the current one, where none is, and does not show it
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.setCurrentIndex(self.currentIndex())

    def focusOutEvent(self, event: "QFocusEvent") -> None:
        super().focusOutEvent(event)
        if self.property("role") == "plain":
            self.clearSelection()  # nothing is chosen in it, and its line would look as if something were

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        if self.model().hasChildren(index):
            edge = self._theme.sizes.px(INDICATOR)
            left = rect.x() + rect.width() - (self.indentation() + edge) // 2
            top = rect.y() + (rect.height() - edge) // 2
            # not by way of the style: PySide6 takes long to make all that belongs to styles
            painter.drawPixmap(left, top, self._arrow("chevron-down" if self.isExpanded(index) else "chevron-right"))

    def _arrow(self, name: str) -> QPixmap:
        if name not in self._arrows:
            edge = self._theme.sizes.px(INDICATOR)
            self._arrows[name] = icons.icon(name, self._theme.colours, edge, "muted").pixmap(edge, edge)
        return self._arrows[name]

    def _fit(self) -> None:
        self._arrows: dict[str, QPixmap] = {}
        self.setIndentation(self._theme.sizes.px(INDENT))
