"""A note is a fact with its fields; its cards are the questions made from it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from flashdeck.domain.ids import DeckId, NoteId


class NoteKind(StrEnum):
    """How the fields of a note become cards."""

    BASIC = "basic"
    """One card: front, then back."""
    CLOZE = "cloze"
    """One card for each number among the `{{c1::...}}` gaps of the front; the back adds what is worth knowing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideSource:
    """The slide a note came from.

    Attributes:
        file_name: name of the imported file, without its folder.
        slide_number: page or slide number in the file, from 1.
        slide_title: as printed on the slide.
        first_line: first line of the passage in a text file, from 1; None for other formats.
        last_line: last line of the passage.
    """

    file_name: str
    slide_number: int
    slide_title: str
    first_line: int | None = None
    last_line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteContent:
    """What the user reads and edits. Front and back are Markdown, the rest is plain text.

    Attributes:
        context: the line above the front, outermost part first (`Amazon S3 > Storage classes`).
        topic: what cramming and statistics group by; empty when unknown.
    """

    kind: NoteKind
    front: str
    back: str
    context: str = ""
    topic: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewNote:
    """A note to be stored.

    Attributes:
        uid: immutable identity, the note's GUID in Anki.
        source_key: identity within the slides, by which an import of the same slides finds the note again.
        sibling_key: notes with the same key ask about one fact and are kept apart in daily review.
    """

    uid: str
    deck_name: str
    content: NoteContent
    source: SlideSource | None = None
    source_key: str | None = None
    sibling_key: str | None = None
    rule: str = ""
    score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(NewNote):
    """A stored note."""

    id: NoteId
    deck_id: DeckId
    created_at: datetime
    modified_at: datetime
