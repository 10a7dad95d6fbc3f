"""The library: what the search finds, the note of the chosen card, and what is done to cards."""

from datetime import date, timedelta
from typing import Final

from flashdeck.domain import cloze
from flashdeck.domain.card import Card
from flashdeck.domain.card_state import ScheduledState
from flashdeck.domain.note import NoteKind
from flashdeck.domain.scope import EVERYTHING, Scope
from flashdeck.gui.card_values import CardAction, CardColumn, CardRow, NoteDraftView
from flashdeck.gui.controllers import deck_tree
from flashdeck.gui.controllers.backup_run import Waiting
from flashdeck.gui.controllers.backups import BackupController
from flashdeck.gui.controllers.controller import Controller
from flashdeck.gui.controllers.notes import draft_view, edited_content
from flashdeck.gui.plain_text import shown_text
from flashdeck.gui.theme import Theme
from flashdeck.gui.views.library import LibraryPage
from flashdeck.gui.views.main_window import MainWindow
from flashdeck.gui.views.message_dialog import MessageDialog
from flashdeck.gui.views.note_editor import NoteDialog
from flashdeck.gui.wording import told
from flashdeck.gui.workspace import Workspace
from flashdeck.services import library, search
from flashdeck.storage import browse
from flashdeck.storage.browse import CardFilter, SortKey

_PAGE: Final = 200
_SORTS: Final = {
    CardColumn.QUESTION: SortKey.QUESTION,
    CardColumn.TOPIC: SortKey.TOPIC,
    CardColumn.DECK: SortKey.DECK,
    CardColumn.DUE: SortKey.DUE,
    CardColumn.EASE: SortKey.EASE,
    CardColumn.STATE: SortKey.STATE,
}


class LibraryController(Controller):
    """Keeps the page in step with the collection while it is shown."""

    def __init__(
        self,
        window: MainWindow,
        page: LibraryPage,
        workspace: Workspace,
        theme: Theme,
        backups: BackupController,
    ) -> None:
        super().__init__(window, workspace)
        self._theme = theme
        self._backups = backups
        self._page = page
        self._query = ""
        self._scope: Scope = EVERYTHING
        self._filter = CardFilter()
        self._sort = SortKey.POSITION
        self._is_descending = False
        self._is_stale = True
        page.search_changed.connect(self._on_search)
        page.node_chosen.connect(self._on_node)
        page.rows_wanted.connect(self._on_rows_wanted)
        page.sort_wanted.connect(self._on_sort)
        page.card_chosen.connect(self._show_note)
        page.action_asked.connect(self._act)
        page.note_saved.connect(self._save)
        page.edit_asked.connect(self._edit_in_dialog)
        workspace.changed.connect(self._on_changed)
        workspace.opened.connect(self._on_opened)

    def show(self) -> None:
        """Bring the page up to date if the collection has changed since."""
        if self._is_stale:
            self.attempt(self._refresh)

    def find(self, query: str) -> None:
        """Show what a search finds in the whole collection."""
        self._scope = EVERYTHING
        self.show()
        self._page.choose_all()
        self._page.search(query)

    def query_for(self, card_uid: str) -> str:
        """Return a search that finds a card's note."""
        card = self._workspace.collection.cards.find_uid(card_uid)
        if card is None:
            return ""
        note = self._workspace.collection.notes.get(card.note_id)
        words = shown_text(cloze.filled(note.content.front)).split()
        return " ".join(f'"{word.strip(chr(34))}"' for word in words[:8])

    def _on_changed(self) -> None:
        self._is_stale = True
        if self._page.isVisible():
            self.show()

    def _on_opened(self) -> None:
        self._scope, self._is_stale = EVERYTHING, True
        self._page.choose_all()

    def _refresh(self) -> None:
        today = self._workspace.today.day()
        counts = self._workspace.collection.cards.topic_counts(today)
        self._page.show_tree(deck_tree.tree(counts, lambda topic: (topic.total,)))
        self._is_stale = False
        self._search(keeps_place=True)

    def _search(self, *, keeps_place: bool = False) -> None:
        try:
            self._filter = search.parse(self._query, self._scope)
        except search.SearchSyntaxError as error:
            self._page.show_problem(told(error))
            return
        browser, today = self._workspace.collection.browser, self._workspace.today.day()
        limit = max(_PAGE, self._page.loaded) if keeps_place else _PAGE
        self._page.show_rows(browser.count(self._filter, today), self._rows(0, limit), keeps_place=keeps_place)

    def _rows(self, offset: int, limit: int = _PAGE) -> tuple[CardRow, ...]:
        today = self._workspace.today.day()
        rows = self._workspace.collection.browser.page(
            self._filter, today, sort=self._sort, descending=self._is_descending, offset=offset, limit=limit
        )
        return tuple(self._row(row, today) for row in rows)

    def _row(self, row: browse.CardRow, today: date) -> CardRow:
        content, state = row.content, row.state
        is_cloze = content.kind is NoteKind.CLOZE
        question = cloze.question(content.front, row.ordinal + 1) if is_cloze else content.front
        is_scheduled = isinstance(state, ScheduledState)
        return CardRow(
            uid=row.uid,
            question=shown_text(question),
            topic=content.topic,
            deck=row.deck_name,
            due=self._due_text(state.due_on, today) if isinstance(state, ScheduledState) else "",
            ease=f"{state.ease_factor:.2f}" if isinstance(state, ScheduledState) else "",
            state=self._state_text(row, today, is_scheduled=is_scheduled),
        )

    def _due_text(self, due_on: date, today: date) -> str:
        days = (due_on - today).days
        if days <= 0:
            return self.tr("today")
        return self.tr("tomorrow") if days == 1 else self.tr("in %1 d").replace("%1", f"{days:,}")

    def _state_text(self, row: browse.CardRow, today: date, *, is_scheduled: bool) -> str:
        if row.is_suspended:
            return self.tr("suspended")
        if row.buried_until is not None and row.buried_until > today:
            return self.tr("buried")
        return self.tr("scheduled") if is_scheduled else self.tr("new")

    def _on_search(self, query: str) -> None:
        self._query = query
        self.attempt(self._search)

    def _on_node(self, key: str) -> None:
        self._scope = deck_tree.scope_of(key)
        self.attempt(self._search)

    def _on_sort(self, column: str, ascending: bool) -> None:
        self._sort = _SORTS[CardColumn(column)]
        self._is_descending = not ascending
        self.attempt(self._search)

    def _on_rows_wanted(self, offset: int) -> None:
        rows = self.attempt(lambda: self._rows(offset))
        if rows is not None:
            self._page.append_rows(offset, rows)

    def _card(self, uid: str) -> Card | None:
        return self.attempt(lambda: self._workspace.collection.cards.find_uid(uid))

    def _show_note(self, card_uid: str) -> None:
        card = self._card(card_uid)
        if card is None:
            self._page.show_note(None)
            return
        self._page.show_note(self.attempt(lambda: draft_view(self._workspace.collection, card.note_id)))

    def _edit_in_dialog(self, card_uid: str) -> None:
        card = self._card(card_uid)
        draft = None if card is None else self.attempt(lambda: draft_view(self._workspace.collection, card.note_id))
        if draft is not None:
            dialog = NoteDialog(self._theme, draft, self._window)
            dialog.editor.saved.connect(self._save)
            dialog.open()

    def _save(self, draft: NoteDraftView) -> None:
        workspace = self._workspace
        note_id = self.attempt(lambda: workspace.collection.notes.id_of(draft.uid))
        if note_id is None:
            return
        self.attempt(lambda: library.edit_note(workspace.collection, workspace.clock, note_id, edited_content(draft)))
        workspace.changed.emit()

    def _act(self, action: str, card_uids: list[str]) -> None:
        cards = [card for uid in card_uids if (card := self._card(uid)) is not None]
        if not cards:
            return
        if action != CardAction.DELETE:
            self._do(CardAction(action), cards)
        elif self._confirm_delete(len(cards)):
            self._backups.first(
                Waiting(then=lambda: self._do(CardAction.DELETE, cards), title=self.tr("Backing up before deleting…"))
            )

    def _do(self, action: CardAction, cards: list[Card]) -> None:
        self.attempt(lambda: self._apply(action, cards))
        self._workspace.changed.emit()

    def _apply(self, action: CardAction, cards: list[Card]) -> None:
        workspace = self._workspace
        collection = workspace.collection
        ids = [card.id for card in cards]
        match action:
            case CardAction.SUSPEND:
                library.set_suspended(collection, workspace.clock, ids, suspended=True)
            case CardAction.RESUME:
                library.set_suspended(collection, workspace.clock, ids, suspended=False)
            case CardAction.BURY:
                library.bury(collection, workspace.clock, ids, until=workspace.today.day() + timedelta(days=1))
            case CardAction.MARK:
                library.toggle_marks(collection, workspace.clock, list(dict.fromkeys(card.note_id for card in cards)))
            case CardAction.DELETE:
                library.delete_notes(collection, workspace.clock, list(dict.fromkeys(card.note_id for card in cards)))

    def _confirm_delete(self, count: int) -> bool:
        question = MessageDialog(
            self.tr("Delete %Ln card(s)?", "", count),
            self.tr("Their notes go with them. %1 brings them back.").replace(
                "%1", self._window.shortcuts.named("undo")
            ),
            way_on=self.tr("Delete"),
            way_out=self.tr("Keep"),
            is_grave=True,
            parent=self._window,
        )
        return bool(question.exec())
