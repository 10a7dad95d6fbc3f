"""The rows of the card table, loaded in blocks as one scrolls; sorting and searching happen outside."""

from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from flashdeck.gui.card_values import CardColumn, CardRow
from flashdeck.rendering.names import deck_path, visible

_Index = QModelIndex | QPersistentModelIndex
COLUMNS: Final = tuple(CardColumn)


class CardTableModel(QAbstractTableModel):
    """Asks for rows through `rows_wanted(offset)` and gets them by `append`.

    The answer to a question that has become stale (another search meanwhile) is told apart by the offset: rows that
    do not continue what is loaded are dropped.
    """

    rows_wanted = Signal(int)
    sort_wanted = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[CardRow] = []
        self._total = 0
        self._asked = -1
        self._headers = {
            CardColumn.QUESTION: self.tr("Question"),
            CardColumn.TOPIC: self.tr("Topic"),
            CardColumn.DECK: self.tr("Deck"),
            CardColumn.DUE: self.tr("Due"),
            CardColumn.EASE: self.tr("Ease"),
            CardColumn.STATE: self.tr("State"),
        }

    @property
    def total(self) -> int:
        """How many rows there are outside."""
        return self._total

    def show_rows(self, total: int, first_rows: tuple[CardRow, ...]) -> None:
        """Replace everything by the first rows of a new result of `total` rows."""
        self.beginResetModel()
        self._total = total
        self._rows = list(first_rows)
        self._asked = -1
        self.endResetModel()

    def append(self, offset: int, rows: tuple[CardRow, ...]) -> None:
        """Add the rows that were asked for from `offset` on."""
        if offset != len(self._rows) or not rows:
            return
        self.beginInsertRows(QModelIndex(), offset, offset + len(rows) - 1)
        self._rows.extend(rows)
        self.endInsertRows()

    def uid(self, row: int) -> str:
        """Return the card of a loaded row."""
        return self._rows[row].uid

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default, an immutable value)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(COLUMNS)

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and len(self._rows) < self._total and self._asked != len(self._rows)

    def fetchMore(self, parent: _Index) -> None:
        if self.canFetchMore(parent):
            self._asked = len(self._rows)
            # Not from here: views fetch while they are being told about rows, and would be told in the midst of it.
            QTimer.singleShot(0, self, self._ask)

    def _ask(self) -> None:
        if self._asked == len(self._rows):
            self.rows_wanted.emit(self._asked)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(COLUMNS):
            self.sort_wanted.emit(COLUMNS[column].value, order == Qt.SortOrder.AscendingOrder)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headers[COLUMNS[section]]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        row = self._rows[index.row()]
        match COLUMNS[index.column()]:
            case CardColumn.QUESTION:
                return visible(" ".join(row.question.split()))
            case CardColumn.TOPIC:
                return visible(row.topic)
            case CardColumn.DECK:
                return deck_path(row.deck)
            case CardColumn.DUE:
                return row.due
            case CardColumn.EASE:
                return row.ease
            case CardColumn.STATE:
                return row.state
