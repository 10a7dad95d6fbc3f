import html
from datetime import UTC, datetime

from anki.collection import Collection
from anki.notes import Note as AnkiNote

from flashdeck.domain.ids import DeckId, NoteId
from flashdeck.domain.note import Note, NoteContent, NoteKind, SlideSource

MADE = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
SOURCE = SlideSource(file_name="storage.txt", slide_number=12, slide_title="Buckets & keys", first_line=8, last_line=9)


def make_note(
    uid: str = "n1",
    front: str = "What holds objects?",
    back: str = "A bucket",
    *,
    kind: NoteKind = NoteKind.BASIC,
    context: str = "",
    topic: str = "",
    tags: tuple[str, ...] = (),
    deck_name: str = "Cloud",
    source: SlideSource | None = None,
    created_at: datetime = MADE,
    modified_at: datetime = MADE,
) -> Note:
    return Note(
        id=NoteId(1),
        deck_id=DeckId(1),
        uid=uid,
        deck_name=deck_name,
        content=NoteContent(kind=kind, front=front, back=back, context=context, topic=topic, tags=tags),
        source=source,
        created_at=created_at,
        modified_at=modified_at,
    )


def escaped(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")


def anki_notes(collection: Collection) -> dict[str, AnkiNote]:
    notes = [collection.get_note(note_id) for note_id in collection.find_notes("")]
    return {note.guid: note for note in notes}
