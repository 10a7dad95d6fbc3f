"""The cards that a note has, and those that it should have."""

from typing import NamedTuple

from flashdeck.domain import cloze
from flashdeck.domain.card import card_uid
from flashdeck.domain.card_state import NewState
from flashdeck.domain.ids import NoteId
from flashdeck.domain.note import NoteContent, NoteKind
from flashdeck.storage.connection import Connection
from flashdeck.storage.rows import state_columns


class MissingCard(NamedTuple):
    """A card that a note should have, and what the note asks."""

    note_id: NoteId
    note_uid: str
    ordinal: int
    front: str

    @property
    def uid(self) -> str:
        """What it is called in the log."""
        return card_uid(self.note_uid, self.ordinal)


def ordinals(content: NoteContent) -> tuple[int, ...]:
    """Return the places of the cards that a note's content makes, from 0."""
    if content.kind is NoteKind.BASIC:
        return (0,)
    return tuple(number - 1 for number in cloze.numbers(content.front))


def add_card(connection: Connection, note_id: NoteId, uid: str, ordinal: int) -> None:
    """Store a new card of the note with an id and uid, placed behind all others in the order of new cards."""
    # the note's id rises with every note, so it is the place among the new cards
    connection.insert_sealed(
        "cards",
        {
            "uid": card_uid(uid, ordinal),
            "note_id": note_id,
            "ordinal": ordinal,
            "position": note_id,
            "is_suspended": 0,
            "buried_until": None,
            "flagged_at": None,
            **state_columns(NewState()),
        },
    )


def missing_cards(connection: Connection) -> tuple[MissingCard, ...]:
    """Return the cards that notes should have and have not."""
    rows = connection.stream(
        "SELECT id, uid, kind, front, (SELECT group_concat(ordinal) FROM cards WHERE note_id = notes.id)"
        " FROM notes ORDER BY id"
    )
    return tuple(
        MissingCard(NoteId(note_id), note_uid, ordinal, front)
        for note_id, note_uid, kind, front, present in rows
        for ordinal in ordinals(NoteContent(kind=NoteKind(kind), front=front, back=""))
        if str(ordinal) not in (present or "").split(",")
    )


def add_missing(connection: Connection, card: MissingCard) -> None:
    """Give a note a card that it should have: the one of that name, where it strayed, or a new one."""
    card_id = connection.value("SELECT id FROM cards WHERE uid = ?", [card.uid])
    if card_id is None:
        add_card(connection, card.note_id, card.note_uid, card.ordinal)
    else:
        connection.update("cards", {"note_id": card.note_id, "ordinal": card.ordinal}, card_id)
