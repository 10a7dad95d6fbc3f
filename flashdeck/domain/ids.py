"""What rows are known by."""

from typing import NewType

CardId = NewType("CardId", int)
DeckId = NewType("DeckId", int)
NoteId = NewType("NoteId", int)
