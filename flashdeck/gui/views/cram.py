"""Cramming: pick topics, an order and a time, and drill them; the long-term schedule stays as it is."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from flashdeck.domain.choices import CramOrder
from flashdeck.gui.models.count_tree import CheckTreeModel
from flashdeck.gui.study_values import CramRequest
from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import COUNT_COLUMN, NAME_COLUMN, PERCENT_COLUMN, RECALL_COLUMN, SPACE_S
from flashdeck.gui.view_values import KeyHint, TreeNode
from flashdeck.gui.views.controls import Button, button, label, row
from flashdeck.gui.views.deck_tree import DeckTree
from flashdeck.gui.views.empty import no_cards
from flashdeck.gui.views.page import Page, column, keep_rows
from flashdeck.gui.views.recall_bar import RecallBar
from flashdeck.gui.views.segments import Segments

_CARDS: Final = 1
_RECALL: Final = 2
"""Columns of the tree."""
_MINUTES: Final = (10, 20, 30, 60, None)
_DEFAULT_MINUTES: Final = 20


class CramPage(Page):
    """`start_asked` carries a `CramRequest` with the keys of the ticked topics."""

    start_asked = Signal(object)
    import_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("cram", parent)
        self.setAccessibleName(self.tr("Cram"))
        self._theme = theme
        self._model = CheckTreeModel(
            (self.tr("Deck / topic"), self.tr("Cards")), recall=self.tr("Recall now"), parent=self
        )
        self._model.checks_changed.connect(self._on_checks)
        self._tree = DeckTree(theme)
        self._prepare_tree()
        self._picked = label("", "strong")
        self._orders = Segments(
            self.tr("Order"),
            (
                (CramOrder.WEAKEST_FIRST, self.tr("Weakest first")),
                (CramOrder.SHUFFLED, self.tr("Shuffled")),
                (CramOrder.AS_IN_SLIDES, self.tr("As in the slides")),
            ),
            CramOrder.WEAKEST_FIRST,
        )
        times = tuple((minutes, self._minutes_text(minutes)) for minutes in _MINUTES)
        self._minutes = Segments(self.tr("Time"), times, _DEFAULT_MINUTES)
        self._start = button(self.tr("Start"), self._emit_start, role="primary", icon="play", key=self.tr("Ctrl+Enter"))
        self._all = button(self.tr("All"), lambda: self._model.check_all(checked=True), hint=self.tr("Pick all topics"))
        self._none = button(
            self.tr("None"), lambda: self._model.check_all(checked=False), hint=self.tr("Pick no topic")
        )
        layout = column(self, theme, spacing=SPACE_S)
        layout.addWidget(self.notice)
        layout.addWidget(label(self.tr("Cram"), "title"))
        layout.addWidget(
            label(self.tr("Drill what you pick, now. Answers here change no due date."), "muted", wrap=True)
        )
        layout.addSpacing(SPACE_S)
        self._picking = self._made_picking()
        self._no_cards = no_cards(self.import_asked.emit)
        # no stack of both, which would be as high as the higher one
        layout.addWidget(self._picking, 1)
        layout.addWidget(self._no_cards, 1)
        self._no_cards.hide()
        self._on_checks()

    def _made_picking(self) -> QWidget:
        result = QWidget()
        layout = QVBoxLayout(result)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_S)
        layout.addWidget(self._tree, 1)
        layout.addLayout(row(self._picked, 0, self._all, self._none))
        layout.addSpacing(SPACE_S)
        layout.addWidget(self._minutes.widget)
        orders = row(self._orders.widget, self._start)
        orders.setStretch(0, 1)
        orders.setAlignment(self._start, Qt.AlignmentFlag.AlignBottom)
        layout.addLayout(orders)
        return result

    def key_hints(self) -> tuple[KeyHint, ...]:
        return (
            KeyHint(key=self.tr("Space"), meaning=self.tr("Pick or drop the section or topic")),
            KeyHint(key="← →", meaning=self.tr("Close and open a section")),
            KeyHint(key="Ctrl+Enter", meaning=self.tr("Start")),
        )

    def focus_first(self) -> None:
        if self._picking.isHidden():
            self._no_cards.findChildren(Button)[0].setFocus()
            return
        self._tree.setFocus()
        if not self._tree.currentIndex().isValid():
            self._tree.setCurrentIndex(self._model.index(0, 0))

    def show_sections(self, nodes: tuple[TreeNode, ...]) -> None:
        """Show sections and topics; the first count is the number of cards."""
        self._model.show_nodes(nodes)
        self._tree.expandToDepth(0)
        self._tree.setCurrentIndex(self._model.index(0, 0))
        self._picking.setVisible(bool(nodes))
        self._no_cards.setVisible(not nodes)
        self._on_checks()

    def show_recalls(self, recalls: Mapping[str, float] | None) -> None:
        """Show how likely the cards of each node are remembered now, by the node's key; None while it is unknown."""
        self._model.show_recalls(recalls)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_return = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._emit_start()
        elif event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def _prepare_tree(self) -> None:
        self._tree.setModel(self._model)
        self._tree.setAccessibleName(self.tr("Sections and topics"))
        keep_rows(self._tree, self._theme, 3)
        header = self._tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for section in (_CARDS, _RECALL):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Fixed)
        self._tree.setItemDelegateForColumn(_RECALL, RecallBar(self._theme, self))
        self._theme.changed.connect(self._fit_columns)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Leave the names room: without it there are no bars."""
        header, sizes = self._tree.header(), self._theme.sizes
        header.resizeSection(_CARDS, sizes.px(COUNT_COLUMN))
        room = self._tree.width() - sizes.px(COUNT_COLUMN) - sizes.px(NAME_COLUMN)
        with_bar, number = sizes.px(RECALL_COLUMN), sizes.px(PERCENT_COLUMN)
        header.resizeSection(_RECALL, with_bar if room >= with_bar else number)

    def _on_checks(self) -> None:
        count = self._model.checked_count()
        self._start.setEnabled(count > 0)
        if count == 0:
            self._picked.setText(self.tr("Pick at least one topic"))
        else:
            self._picked.setText(self.tr("%Ln card(s) picked", "", count))

    def _minutes_text(self, minutes: int | None) -> str:
        return self.tr("Until done") if minutes is None else self.tr("%1 min").replace("%1", str(minutes))

    def _emit_start(self) -> None:
        keys = self._model.checked_keys()
        if not keys:
            return
        self.start_asked.emit(CramRequest(keys=keys, order=self._orders.value, minutes=self._minutes.value))
