"""Rows for card tables: searched, sorted and cut into pages by SQL."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from flashdeck.domain.card_state import CardState
from flashdeck.domain.ids import CardId, NoteId
from flashdeck.domain.note import NoteContent
from flashdeck.domain.scope import EVERYTHING, Scope
from flashdeck.storage.connection import Connection
from flashdeck.storage.note_rows import CONTENT_COLUMNS, content_from
from flashdeck.storage.rows import STATE_COLUMNS, state_from
from flashdeck.storage.scope_sql import condition


class SortKey(StrEnum):
    """What a card table is sorted by."""

    POSITION = "position"
    QUESTION = "question"
    TOPIC = "topic"
    DECK = "deck"
    DUE = "due"
    EASE = "ease"
    STATE = "state"


_ORDER: Final = {
    SortKey.POSITION: "cards.position",
    SortKey.QUESTION: "notes.front COLLATE NOCASE",
    SortKey.TOPIC: "notes.topic COLLATE NOCASE",
    SortKey.DECK: "decks.name COLLATE NOCASE",
    SortKey.DUE: "cards.due_on",
    SortKey.EASE: "cards.ease_factor",
    SortKey.STATE: "cards.is_suspended DESC, cards.state",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFilter:
    """Which cards a table shows.

    Attributes:
        words: every one must occur as the beginning of a word in front, back, context, topic or tags.
        without_words: none may occur.
        topics: every one must occur as the beginning of words in the topic.
        tags: every one must be a tag of the note.
        states: any of `new`, `due`, `drill`, `suspended`, `buried`, `scheduled`; every one must hold.
    """

    scope: Scope = EVERYTHING
    words: tuple[str, ...] = ()
    without_words: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRow:
    """A row of a card table."""

    card_id: CardId
    uid: str
    note_id: NoteId
    ordinal: int
    deck_name: str
    content: NoteContent
    state: CardState
    is_suspended: bool
    buried_until: date | None


STATES: Final = {
    "new": "cards.state = 'new'",
    "scheduled": "cards.state = 'scheduled'",
    "due": "(cards.state = 'scheduled' AND cards.due_on <= :today AND cards.is_suspended = 0)",
    "drill": "cards.drill_on IS :today",
    "suspended": "cards.is_suspended = 1",
    "buried": "cards.buried_until > :today",
}

_FROM: Final = "FROM cards JOIN notes ON notes.id = cards.note_id JOIN decks ON decks.id = notes.deck_id"


class CardBrowser:
    """Reads card tables."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def count(self, card_filter: CardFilter, today: date) -> int:
        """Return how many cards the filter lets through."""
        where, parameters = _where(card_filter, today)
        source = "FROM cards"  # notes and decks are read only where they are asked for
        if "notes." in where or "decks." in where:
            source += " JOIN notes ON notes.id = cards.note_id"
        if "decks." in where:
            source += " JOIN decks ON decks.id = notes.deck_id"
        return int(self._connection.value(f"SELECT count(*) {source} WHERE {where}", parameters))

    def page(
        self,
        card_filter: CardFilter,
        today: date,
        *,
        sort: SortKey = SortKey.POSITION,
        descending: bool = False,
        offset: int = 0,
        limit: int = 200,
    ) -> tuple[CardRow, ...]:
        """Return a part of the filtered cards in a stable order."""
        where, parameters = _where(card_filter, today)
        direction = "DESC" if descending else "ASC"
        rows = self._connection.tuples(
            f"SELECT cards.id, cards.uid, cards.note_id, cards.ordinal, cards.is_suspended, cards.buried_until,"
            f" decks.name, {', '.join(CONTENT_COLUMNS)}, {', '.join(STATE_COLUMNS)} {_FROM} WHERE {where}"
            f" ORDER BY {_ORDER[sort]} {direction} NULLS LAST, cards.position {direction}, cards.ordinal"
            " LIMIT :limit OFFSET :offset",
            {**parameters, "limit": limit, "offset": offset},
        )
        return tuple(
            CardRow(
                card_id=CardId(card_id),
                uid=uid,
                note_id=NoteId(note_id),
                ordinal=ordinal,
                deck_name=deck_name,
                content=content_from(columns[: len(CONTENT_COLUMNS)]),
                state=state_from(columns[len(CONTENT_COLUMNS) :]),
                is_suspended=bool(is_suspended),
                buried_until=None if buried_until is None else date.fromisoformat(buried_until),
            )
            for card_id, uid, note_id, ordinal, is_suspended, buried_until, deck_name, *columns in rows
        )

    def note_ids(self, card_filter: CardFilter, today: date) -> tuple[NoteId, ...]:
        """Return the notes of the filtered cards, in the order of their introduction."""
        where, parameters = _where(card_filter, today)
        order = "GROUP BY notes.id ORDER BY min(cards.position), notes.uid"  # the same after a merge from either side
        rows = self._connection.select(f"SELECT notes.id {_FROM} WHERE {where} {order}", parameters)
        return tuple(NoteId(row["id"]) for row in rows)


def _where(card_filter: CardFilter, today: date) -> tuple[str, dict[str, object]]:
    within, parameters = condition(card_filter.scope)
    parameters["today"] = today.isoformat()
    terms = [within, ":today IS NOT NULL"]  # every named value must occur in the statement
    if card_filter.words:
        terms.append("cards.note_id IN (SELECT rowid FROM notes_fts WHERE notes_fts MATCH :words)")
        parameters["words"] = _match(card_filter.words, " AND ")
    if card_filter.topics:
        terms.append("cards.note_id IN (SELECT rowid FROM notes_fts WHERE notes_fts MATCH :topics)")
        parameters["topics"] = f"topic : ({_match(card_filter.topics, ' AND ')})"
    if card_filter.without_words:
        terms.append("cards.note_id NOT IN (SELECT rowid FROM notes_fts WHERE notes_fts MATCH :without_words)")
        parameters["without_words"] = _match(card_filter.without_words, " OR ")
    for index, tag in enumerate(card_filter.tags):
        terms.append(f"instr(lower(notes.tags), :tag_{index}) > 0")
        parameters[f"tag_{index}"] = f" {tag.lower()} "
    terms.extend(STATES[state] for state in card_filter.states)
    return " AND ".join(terms), parameters


def _match(words: Sequence[str], joint: str) -> str:
    """Return an FTS5 query of word beginnings, quoted so that operators and marks in a word mean nothing."""
    return joint.join('"' + word.replace('"', '""') + '"*' for word in words)
