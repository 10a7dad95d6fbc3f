"""Rows to notes and back: the columns of notes are named twice here only."""

from datetime import datetime
from typing import Final

from flashdeck.domain.ids import DeckId, NoteId
from flashdeck.domain.note import Note, NoteContent, NoteKind, SlideSource
from flashdeck.storage.rows import Row, read_strictly

_PLACES: Final = "decks.name AS deck_name, sources.file_name, slides.title AS slide_title"
_JOINS: Final = """
    JOIN decks ON decks.id = notes.deck_id
    LEFT JOIN sources ON sources.id = notes.source_id
    LEFT JOIN slides ON slides.source_id = notes.source_id AND slides.number = notes.slide_number
"""
SELECT_NOTES: Final = f"SELECT notes.*, {_PLACES} FROM notes {_JOINS}"
SELECT_ASKED: Final = f"""
    SELECT cards.id, cards.uid, note_id, ordinal, position, is_suspended, buried_until, state, repetitions,
        ease_factor, interval_days, due_on, answered_on, lapses, drill_on, stability_days, difficulty,
        deck_id, sibling_key, kind, front, back, context, notes.topic, tags,
        slide_number, notes.first_line, notes.last_line, {_PLACES}
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
def content_from(row: Row) -> NoteContent:
    """Return the user's fields of a note."""
    return NoteContent(
        kind=NoteKind(row["kind"]),
        front=row["front"],
        back=row["back"],
        context=row["context"],
        topic=row["topic"],
        tags=tuple(row["tags"].split()),
    )


def source_from(row: Row) -> SlideSource | None:
    """Return the slide of a note, None when it was made by hand."""
    if row["slide_number"] is None or row["file_name"] is None:
        return None
    return SlideSource(
        file_name=row["file_name"],
        slide_number=row["slide_number"],
        slide_title=row["slide_title"] or "",
        first_line=row["first_line"],
        last_line=row["last_line"],
    )


@read_strictly
def note_from(row: Row) -> Note:
    """Return a note from a row of `notes` joined with its deck, source and slide (see `SELECT_NOTES`)."""
    return Note(
        id=NoteId(row["id"]),
        uid=row["uid"],
        deck_id=DeckId(row["deck_id"]),
        deck_name=row["deck_name"],
        content=content_from(row),
        source=source_from(row),
        source_key=row["source_key"],
        sibling_key=row["sibling_key"],
        rule=row["rule"],
        score=row["score"],
        created_at=datetime.fromisoformat(row["created_at"]),
        modified_at=datetime.fromisoformat(row["modified_at"]),
    )
