"""The table of cards of the library: its columns, and what is chosen in it."""

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from flashdeck.gui.card_values import CardColumn, CardRow
from flashdeck.gui.models.card_table import COLUMNS, CardTableModel
from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import CARD_COLUMN, CARD_LIST


class CardList(QTableView):
    """Rows of a `CardTableModel`; typed characters are left to the page, no row is looked for by them."""

    def __init__(self, theme: Theme, model: CardTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cards = model
        self.setModel(model)
        self.setAccessibleName(self.tr("Cards found"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setSortIndicatorClearable(False)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setObjectName("library")
        for column, (width, _) in CARD_LIST.items():
            self.setColumnWidth(COLUMNS.index(CardColumn(column)), width)
        self._factor = 1.0
        theme.changed.connect(self._fit)
        self._fit()

    def show_rows(self, total: int, rows: tuple[CardRow, ...], *, keeps_place: bool) -> None:
        """Show the first rows of a result and choose the first of them, or what was chosen, in its place."""
        chosen = frozenset(self.chosen_uids()) if keeps_place else frozenset()
        top, current = (self.rowAt(0), self.currentIndex().row()) if keeps_place else (0, 0)
        self._cards.show_rows(total, rows)
        if rows:
            still_there = [number for number, card in enumerate(rows) if card.uid in chosen]
            self._choose(still_there or [max(0, min(current, len(rows) - 1))])
            self.scrollTo(self._cards.index(max(0, top), 0), QAbstractItemView.ScrollHint.PositionAtTop)

    def chosen_uids(self) -> list[str]:
        """Return the chosen cards in the order of the table."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._cards.uid(number) for number in rows]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isprintable() and event.text() and event.key() != Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _choose(self, numbers: list[int]) -> None:
        # by the view itself Shift or Ctrl, held down for the command that led here, would choose other rows
        flag, selection = QItemSelectionModel.SelectionFlag, self.selectionModel()
        selection.setCurrentIndex(self._cards.index(numbers[0], 0), flag.ClearAndSelect | flag.Rows)
        for number in numbers[1:]:
            selection.select(self._cards.index(number, 0), flag.Select | flag.Rows)

    def _fit(self) -> None:
        """Grow with the text, in the proportions that the user gave the columns."""
        sizes = self._theme.sizes
        self.verticalHeader().setDefaultSectionSize(sizes.target)
        self.horizontalHeader().setMinimumSectionSize(sizes.px(CARD_COLUMN))
        if sizes.factor != self._factor:
            for column in CARD_LIST:
                number = COLUMNS.index(CardColumn(column))
                self.setColumnHidden(number, False)
                self.setColumnWidth(number, round(self.columnWidth(number) * sizes.factor / self._factor))
            self._factor = sizes.factor
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Leave out the columns that would leave the question no room."""
        width = self.width() / self._theme.sizes.factor
        for column, (_, needed) in CARD_LIST.items():
            self.setColumnHidden(COLUMNS.index(CardColumn(column)), width < needed)
