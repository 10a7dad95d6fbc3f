"""Rows to notes and back: the columns of notes are named twice here only."""

from datetime import datetime
from typing import Final

from flashdeck.domain.card import Card
from flashdeck.domain.ids import DeckId, NoteId
from flashdeck.domain.note import Note, NoteContent, NoteKind, SlideSource
from flashdeck.storage.rows import CARD_COLUMNS, Columns, card_from, read_strictly

CONTENT_COLUMNS: Final = ("notes.kind", "notes.front", "notes.back", "notes.context", "notes.topic", "notes.tags")
_SOURCE_COLUMNS: Final = ("file_name", "slide_number", "slides.title", "notes.first_line", "notes.last_line")
NOTE_COLUMNS: Final = (
    *("notes.id", "notes.uid", "notes.deck_id", "decks.name", "source_key", "sibling_key", "rule", "score"),
    *("created_at", "modified_at", *CONTENT_COLUMNS, *_SOURCE_COLUMNS),
)
_JOINS: Final = """
    JOIN decks ON decks.id = notes.deck_id
    LEFT JOIN sources ON sources.id = notes.source_id
    LEFT JOIN slides ON slides.source_id = notes.source_id AND slides.number = notes.slide_number
"""
SELECT_NOTES: Final = f"SELECT {', '.join((*NOTE_COLUMNS, 'imported_front', 'imported_back'))} FROM notes {_JOINS}"


def select_texts_with_pictures(table: str) -> str:
    """Return the query for what notes say, as bytes because damaged text may be no text, where it may name a picture.

    Args:
        table: `notes`, or `notes_before` for what they said before something that can be taken back.
    """
    parts = ("front", "back", "context", "imported_front", "imported_back")
    text = " || ' ' || ".join(f"coalesce({part}, '')" for part in parts)
    return f"SELECT CAST({text} AS BLOB) FROM {table} WHERE {text} GLOB '*.[pjgw][npie][gfb]*'"  # png, jpg, gif, webp


SELECT_ASKED: Final = f"""
    SELECT {", ".join((*CARD_COLUMNS, *CONTENT_COLUMNS, *_SOURCE_COLUMNS))}
    FROM cards JOIN notes ON notes.id = cards.note_id {_JOINS} WHERE cards.id = ?
"""
"""A card with what is asked of its note."""


def tags_text(tags: tuple[str, ...]) -> str:
    """Return tags as they are stored: spaces around each, so that ` tag ` finds one exactly."""
    cleaned = sorted({"_".join(tag.split()) for tag in tags} - {""})
    return f" {' '.join(cleaned)} " if cleaned else ""


def content_columns(content: NoteContent) -> dict[str, object]:
    """Return the columns of `notes` that the user edits."""
    return {
        "kind": content.kind.value,
        "front": content.front,
        "back": content.back,
        "context": content.context,
        "topic": content.topic,
        "tags": tags_text(content.tags),
    }


@read_strictly
def content_from(columns: Columns) -> NoteContent:
    """Return the user's fields of a note, from `CONTENT_COLUMNS`."""
    kind, front, back, context, topic, tags = columns
    return NoteContent(
        kind=NoteKind(kind), front=front, back=back, context=context, topic=topic, tags=tuple(tags.split())
    )


def _source_from(columns: Columns) -> SlideSource | None:
    """Return the slide of a note, None when it was made by hand."""
    file_name, slide_number, slide_title, first_line, last_line = columns
    if slide_number is None or file_name is None:
        return None
    return SlideSource(
        file_name=file_name,
        slide_number=slide_number,
        slide_title=slide_title or "",
        first_line=first_line,
        last_line=last_line,
    )


def asked_from(columns: Columns) -> tuple[Card, NoteContent, SlideSource | None]:
    """Return a card with what is asked of its note and where that is from (see `SELECT_ASKED`)."""
    note = len(CARD_COLUMNS)
    source = note + len(CONTENT_COLUMNS)
    return card_from(columns[:note]), content_from(columns[note:source]), _source_from(columns[source:])


@read_strictly
def note_from(columns: Columns) -> Note:
    """Return a note, from `NOTE_COLUMNS`."""
    note_id, uid, deck_id, deck_name, source_key, sibling_key, rule, score, created_at, modified_at = columns[:10]
    return Note(
        id=NoteId(note_id),
        uid=uid,
        deck_id=DeckId(deck_id),
        deck_name=deck_name,
        content=content_from(columns[10:16]),
        source=_source_from(columns[16:]),
        source_key=source_key,
        sibling_key=sibling_key,
        rule=rule,
        score=score,
        created_at=datetime.fromisoformat(created_at),
        modified_at=datetime.fromisoformat(modified_at),
    )
