"""A card is one question made from a note."""

from datetime import date
from typing import NamedTuple

from flashdeck.domain.card_state import CardState, NewState
from flashdeck.domain.ids import CardId, DeckId, NoteId


def card_uid(note_uid: str, ordinal: int) -> str:
    """Return the card's identity in every collection: the note's uid and the card's place in the note, from 0."""
    return f"{note_uid}-{ordinal}"


class Card(NamedTuple):
    """One question of a note.

    Attributes:
        ordinal: place in the note, from 0; for a cloze note the gap's number less 1.
        sibling_key: cards with the same key are kept apart in daily review.
        position: order in which new cards are introduced.
        buried_until: not asked before this study day.
    """

    id: CardId
    uid: str
    note_id: NoteId
    deck_id: DeckId
    deck_name: str
    topic: str
    ordinal: int
    state: CardState
    sibling_key: str
    position: int
    is_suspended: bool = False
    buried_until: date | None = None

    @property
    def is_new(self) -> bool:
        """Whether the card was never answered."""
        return isinstance(self.state, NewState)

    @property
    def has_drill(self) -> bool:
        """Whether a drill is on record, be it for today or, forgiven since, for an earlier day."""
        return not isinstance(self.state, NewState) and self.state.drill_on is not None
