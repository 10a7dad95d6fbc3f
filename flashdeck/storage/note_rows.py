"""Rows to notes and back: the columns of notes are named twice here only."""

from datetime import datetime

from flashdeck.domain.ids import DeckId, NoteId
from flashdeck.domain.note import Note, NoteContent, NoteKind, SlideSource
from flashdeck.storage.rows import Row, read_strictly


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


@read_strictly
def note_from(row: Row) -> Note:
    """Return a note from a row of `notes` joined with its deck, source and slide (see `notes.SELECT_NOTES`)."""
    source = None
    if row["slide_number"] is not None and row["file_name"] is not None:
        source = SlideSource(
            file_name=row["file_name"],
            slide_number=row["slide_number"],
            slide_title=row["slide_title"] or "",
            first_line=row["first_line"],
            last_line=row["last_line"],
        )
    return Note(
        id=NoteId(row["id"]),
        uid=row["uid"],
        deck_id=DeckId(row["deck_id"]),
        deck_name=row["deck_name"],
        content=content_from(row),
        source=source,
        source_key=row["source_key"],
        sibling_key=row["sibling_key"],
        rule=row["rule"],
        score=row["score"],
        created_at=datetime.fromisoformat(row["created_at"]),
        modified_at=datetime.fromisoformat(row["modified_at"]),
    )
