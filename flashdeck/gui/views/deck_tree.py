"""The tree of decks and topics, with arrows that grow with the text."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTreeView, QWidget

from flashdeck.gui import icons
from flashdeck.gui.theme import Theme

_INDENT = 20
_ARROW = 16


class DeckTree(QTreeView):
    """A tree with lines of one height; Qt's own arrows and steps keep their size whatever the text's is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setUniformRowHeights(True)
        theme.changed.connect(self._fit)
        self._fit()

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        if self.model().hasChildren(index):
            step = self.indentation()
            place = QRect(rect.x() + rect.width() - step, rect.y(), step, rect.height())
            arrow = self._open if self.isExpanded(index) else self._closed
            self.style().drawItemPixmap(painter, place, Qt.AlignmentFlag.AlignCenter, arrow)

    def _fit(self) -> None:
        sizes, colours = self._theme.sizes, self._theme.colours
        self.setIndentation(sizes.px(_INDENT))
        edge = sizes.px(_ARROW)
        self._closed, self._open = (
            icons.icon(name, colours, edge, "muted").pixmap(edge, edge) for name in ("chevron-right", "chevron-down")
        )
