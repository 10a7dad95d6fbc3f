"""All cards: decks and topics at the left, the cards found at the right, the chosen one below."""

from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from flashdeck.gui.card_values import CardAction, CardRow, NoteDraftView
from flashdeck.gui.models.card_table import CardTableModel
from flashdeck.gui.models.count_tree import CountTreeModel
from flashdeck.gui.shortcuts import Place, Shortcuts
from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import (
    COUNT_COLUMN,
    DECKS_PANE,
    FIRST_SIZE,
    LIBRARY_LOW,
    LIBRARY_NARROW,
    NARROW_COLUMN,
    SPACE_L,
    SPACE_S,
    SPACE_XL,
)
from flashdeck.gui.view_values import KeyHint, TreeNode
from flashdeck.gui.views.action_row import ActionRow
from flashdeck.gui.views.card_list import CardList
from flashdeck.gui.views.controls import Button, button, describe, label, row
from flashdeck.gui.views.deck_tree import DeckTree
from flashdeck.gui.views.empty import empty_state, no_cards
from flashdeck.gui.views.note_editor import NoteEditor
from flashdeck.gui.views.page import Page
from flashdeck.gui.views.search_line import SearchLine

_SEARCH_DELAY_MS: Final = 200
_COMMANDS: Final = {
    "cards-mark": CardAction.MARK,
    "cards-suspend": CardAction.SUSPEND,
    "cards-resume": CardAction.RESUME,
    "cards-bury": CardAction.BURY,
    "cards-delete": CardAction.DELETE,
}


class LibraryPage(Page):
    """Emits what is looked for and done; rows come back through `show_rows` and `append_rows`."""

    has_splitters = True
    search_changed = Signal(str)
    node_chosen = Signal(str)
    rows_wanted = Signal(int)
    sort_wanted = Signal(str, bool)
    card_chosen = Signal(str)
    action_asked = Signal(str, list)
    note_saved = Signal(object)
    edit_asked = Signal(str)
    import_asked = Signal()

    def __init__(self, theme: Theme, shortcuts: Shortcuts | None = None, parent: QWidget | None = None) -> None:
        super().__init__("library", parent)
        self.setAccessibleName(self.tr("Library"))
        self._theme = theme
        self._shortcuts = shortcuts or Shortcuts(self)
        self._is_narrow = False
        self._is_empty = False
        self._search = SearchLine(theme)
        self._timer = QTimer(self, singleShot=True, interval=_SEARCH_DELAY_MS)
        self._timer.timeout.connect(self._emit_search)
        self._tree_model = CountTreeModel((self.tr("Decks and topics"), self.tr("Cards")), parent=self)
        self._tree = DeckTree(theme)
        self._model = CardTableModel(self)
        self._model.rows_wanted.connect(self.rows_wanted)
        self._model.sort_wanted.connect(self.sort_wanted)
        self._table = CardList(theme, self._model)
        self._found = label("", "small")
        self._editor = NoteEditor(theme)
        self._editor.saved.connect(self.note_saved)
        self._actions = self._made_actions()
        self._tree_shown = button(
            self.tr("Decks"), self._toggle_tree, role="quiet", icon="folder", hint=self.tr("Show decks and topics")
        )
        self._tree_shown.setCheckable(True)
        self._prepare_search()
        self._prepare_tree()
        self._prepare_table()
        self._build()
        self._theme.changed.connect(self._fit)
        self._shortcuts.changed.connect(self._show_keys)
        self._show_keys()
        self._on_selection()

    def _made_actions(self) -> dict[CardAction, Button]:
        rows = (
            (CardAction.MARK, self.tr("Mark"), "flag"),
            (CardAction.SUSPEND, self.tr("Suspend"), "suspend"),
            (CardAction.RESUME, self.tr("Resume"), "play"),
            (CardAction.BURY, self.tr("Bury"), "bury"),
            (CardAction.DELETE, self.tr("Delete"), "delete"),
        )
        return {
            action: button(text, partial(self._act, action), role="quiet", icon=icon) for action, text, icon in rows
        }

    def _show_keys(self) -> None:
        for action, made in self._actions.items():
            name = f"cards-{action}"
            describe(made, self._shortcuts.hint(name), self._shortcuts.shown(name))
        describe(
            self._search,
            self.tr('Words, "a phrase", -without, topic:, deck:, tag:, is:due, is:new'),
            self._shortcuts.shown("find"),
        )

    def key_hints(self) -> tuple[KeyHint, ...]:
        hints = [
            KeyHint(key=self._shortcuts.shown(command.name), meaning=command.text)
            for command in self._shortcuts.of(Place.LIBRARY)
            if command.key
        ]
        return (
            *hints,
            KeyHint(key=self.tr("in the search"), meaning=self.tr('words, "a phrase", -without, topic:, tag:, is:due')),
            KeyHint(key="↑ ↓", meaning=self.tr("Choose a card; with Shift, several")),
            KeyHint(key=self.tr("Enter"), meaning=self.tr("Edit the chosen card")),
            KeyHint(key="Ctrl+Enter", meaning=self.tr("Save the edited card")),
            KeyHint(key="Esc", meaning=self.tr("Back to the list, then to Today")),
        )

    def focus_first(self) -> None:
        self._search.setFocus()
        self._search.selectAll()

    def show_tree(self, nodes: tuple[TreeNode, ...]) -> None:
        """Show decks and topics below a line for all of them; the chosen one stays chosen without asking again."""
        chosen = self._tree_model.key(self._tree.currentIndex())
        everything = TreeNode(key="", name=self.tr("All cards"), counts=(sum(node.counts[0] for node in nodes),))
        selection = self._tree.selectionModel()
        selection.blockSignals(True)
        self._tree_model.show_nodes((everything, *nodes) if nodes else ())
        self._tree.expandToDepth(0)
        self._tree.setCurrentIndex(self._tree_model.index_of(chosen))
        selection.blockSignals(False)

    def choose_all(self) -> None:
        """Choose the line for all cards without asking for them."""
        selection = self._tree.selectionModel()
        selection.blockSignals(True)
        self._tree.setCurrentIndex(self._tree_model.index_of(""))
        selection.blockSignals(False)
        self._tree.viewport().update()

    @property
    def loaded(self) -> int:
        """How many rows are loaded."""
        return self._model.rowCount()

    def show_rows(self, total: int, rows: tuple[CardRow, ...], *, keeps_place: bool = False) -> None:
        """Show the first rows of a search result of `total` cards.

        Args:
            total: cards found.
            rows: the first of them.
            keeps_place: they are the same cards after a change; what was chosen stays chosen, where it was in view.
        """
        self._table.show_rows(total, rows, keeps_place=keeps_place)
        self._body.setCurrentIndex(0 if total else 1 if self._tree_model.rowCount() else 2)
        if self._is_empty is bool(total):
            self._is_empty = not total
            self._fit()
        self._found.setText(self.tr("%Ln card(s)", "", total))
        self.show_problem("")
        if not rows:
            self._editor.show_note(None)
            self._on_selection()

    def append_rows(self, offset: int, rows: tuple[CardRow, ...]) -> None:
        """Add rows that were asked for."""
        self._model.append(offset, rows)

    def show_note(self, draft: NoteDraftView | None) -> None:
        """Show the note of the chosen card below the table."""
        self._editor.show_note(draft)

    def show_problem(self, text: str) -> None:
        """Say what is wrong with the search, beside it; an empty text takes it back."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self._search.setProperty("invalid", bool(text))
        self._search.style().unpolish(self._search)
        self._search.style().polish(self._search)

    def search(self, text: str) -> None:
        """Put a search into the line, as if it was typed."""
        self._search.setText(text)
        self._emit_search()

    def chosen_uids(self) -> list[str]:
        """Return the chosen cards in the order of the table."""
        return self._table.chosen_uids()

    def can_serve(self, name: str) -> bool:
        return name not in _COMMANDS or bool(self.chosen_uids())

    def serve(self, name: str) -> None:
        if name in _COMMANDS:
            self._act(_COMMANDS[name])
        else:
            self.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = self._shortcuts.command_for(event, Place.LIBRARY)
        in_table = self.focusWidget() is self._table
        if command == "find":
            self.focus_first()
        elif in_table and command in _COMMANDS:
            self._act(_COMMANDS[command])
        elif in_table and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._edit()
        elif event.key() == Qt.Key.Key_Escape and not in_table and self._model.rowCount():
            self._table.setFocus()
        elif event.key() == Qt.Key.Key_Escape and not self._model.rowCount() and self._search.text():
            self.search("")
        elif event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def _edit(self) -> None:
        """Edit the chosen card: below the table, or in a window of its own where there is no room for that."""
        if not self._editor.isHidden():
            self._editor.focus_front()
        elif uids := self.chosen_uids():
            self.edit_asked.emit(uids[0])

    def _toggle_tree(self) -> None:
        self._tree.setVisible(self._tree.isHidden())
        self._tree_shown.setChecked(not self._tree.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave the questions room to be read: what can be had another way goes first."""
        width = self.width() / self._theme.sizes.factor
        is_narrow = width < LIBRARY_NARROW
        if is_narrow != self._is_narrow:  # afterwards the user decides
            self._is_narrow = is_narrow
            self._tree.setHidden(is_narrow)
        self._tree_shown.setVisible(is_narrow)
        self._tree_shown.setChecked(not self._tree.isHidden())
        self._editor.setHidden(self.height() / self._theme.sizes.factor < LIBRARY_LOW or self._is_empty)

    def _prepare_search(self) -> None:
        self._search.setPlaceholderText(self.tr("Search  topic:… is:due -word"))
        self._search.setAccessibleName(self.tr("Search cards"))
        self._search.textChanged.connect(lambda _text: self._timer.start())
        self._search.returnPressed.connect(self._on_search_return)
        self._problem = label("", "error", wrap=True)
        self._problem.hide()

    def _prepare_tree(self) -> None:
        self._tree.setModel(self._tree_model)
        self._tree.setAccessibleName(self.tr("Decks and topics"))
        header = self._tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self._tree.selectionModel().currentRowChanged.connect(self._on_node)
        self._theme.changed.connect(self._fit_tree)
        self._fit_tree()

    def _fit_tree(self) -> None:
        header, sizes = self._tree.header(), self._theme.sizes
        header.setMinimumSectionSize(sizes.px(NARROW_COLUMN))
        header.resizeSection(1, sizes.px(COUNT_COLUMN))

    def _prepare_table(self) -> None:
        self._table.selectionModel().selectionChanged.connect(self._on_selection)
        self._table.selectionModel().currentRowChanged.connect(self._on_row)
        self._table.doubleClicked.connect(lambda _index: self._edit())

    def _build(self) -> None:
        self._body = QStackedWidget()
        self._body.addWidget(self._table)
        clear = button(self.tr("Clear the search"), lambda: self.search(""))
        self._body.addWidget(empty_state(self.tr("No card matches."), clear))
        self._body.addWidget(no_cards(self.import_asked.emit))
        found = QWidget()
        upper = QVBoxLayout(found)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.setSpacing(SPACE_S)
        search = row(self._tree_shown, self._search)
        search.setStretch(1, 1)
        upper.addLayout(search)
        upper.addWidget(self._problem)
        upper.addWidget(self._body, 1)
        actions = ActionRow(tuple(self._actions.values()))
        self._theme.changed.connect(actions.fit)
        lower = row(self._found, actions)
        lower.setStretch(1, 1)
        upper.addLayout(lower)
        right = _splitter(Qt.Orientation.Vertical, "library-rows", found, self._editor)
        right.setSizes([1, 0])  # the editor begins with the two lines of each text that it needs
        right.setStretchFactor(0, 1)
        whole = _splitter(Qt.Orientation.Horizontal, "library-tree", self._tree, right)
        tree_width = self._theme.sizes.px(DECKS_PANE)
        whole.setSizes([tree_width, FIRST_SIZE[0] - tree_width])
        whole.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XL, SPACE_L, SPACE_XL, SPACE_L)
        layout.setSpacing(SPACE_S)
        layout.addWidget(self.notice)
        layout.addWidget(whole, 1)

    def _act(self, action: CardAction) -> None:
        if uids := self.chosen_uids():
            self.action_asked.emit(action.value, uids)

    def _on_selection(self) -> None:
        count = len(self.chosen_uids())
        for made in self._actions.values():
            made.setEnabled(count > 0)

    def _on_row(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.card_chosen.emit(self._model.uid(current.row()))

    def _on_node(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.node_chosen.emit(self._tree_model.key(current))

    def _emit_search(self) -> None:
        self._timer.stop()
        self.search_changed.emit(self._search.text().strip())

    def _on_search_return(self) -> None:
        self._emit_search()
        self._table.setFocus()


def _splitter(orientation: Qt.Orientation, name: str, *widgets: QWidget) -> QSplitter:
    result = QSplitter(orientation)
    result.setObjectName(name)
    result.setChildrenCollapsible(False)
    result.setHandleWidth(SPACE_L)
    for widget in widgets:
        result.addWidget(widget)
    return result
