"""A row that goes on in the next line where the room ends."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from flashdeck.gui.tokens import SPACE_S


class FlowLayout(QLayout):
    """Lays widgets out like words: as many in a line as fit."""

    def __init__(self, *widgets: QWidget, spacing: int = SPACE_S) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), is_trial=True)

    def setGeometry(self, rectangle: QRect) -> None:
        super().setGeometry(rectangle)
        self._place(rectangle, is_trial=False)

    def sizeHint(self) -> QSize:
        """All in one line."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """The widest one alone."""
        result = QSize()
        for item in self._shown():
            result = result.expandedTo(item.sizeHint())
        return result

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rectangle: QRect, *, is_trial: bool) -> int:
        """Put the items into the rectangle unless it is a trial; return the height they take."""
        top = rectangle.top()
        for line in self._lines(rectangle.width()):
            height = max(item.sizeHint().height() for item in line)
            left = rectangle.left()
            for item in line:
                hint = item.sizeHint()
                if not is_trial:
                    item.setGeometry(QRect(QPoint(left, top + (height - hint.height()) // 2), hint))
                left += hint.width() + self.spacing()
            top += height + self.spacing()
        return max(0, top - self.spacing() - rectangle.top())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        taken = 0
        for item in self._shown():
            wanted = item.sizeHint().width()
            if lines and taken + self.spacing() + wanted <= width:
                lines[-1].append(item)
                taken += self.spacing() + wanted
            else:
                lines.append([item])
                taken = wanted
        return lines
