"""What every export asks of its notes, and how it speaks of them."""

from collections.abc import Iterable
from typing import Final

from flashdeck.domain import cloze
from flashdeck.domain.note import Note, NoteKind, SlideSource
from flashdeck.errors import ExportError
from flashdeck.interop.anki_names import clean_field
from flashdeck.messages import Message

_SHOWN_LENGTH: Final = 60


def checked_notes(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Return the notes, each of which makes at least one card.

    Raises:
        ExportError: there is no note, a front is empty, or a cloze note hides nothing.
    """
    checked = tuple(notes)
    if not checked:
        raise ExportError(Message("There are no cards to export; choose another deck, topic or search."))
    for note in checked:
        if not clean_field(note.content.front).strip():
            raise ExportError(
                Message("The note {note} has an empty front; write one or delete the note.", note=_shown(note))
            )
        if note.content.kind is NoteKind.CLOZE and not _hides_something(note.content.front):
            raise ExportError(
                Message(
                    "The cloze note {note} has no gap, or an empty one; mark the answer as {example} and export again.",
                    note=_shown(note),
                    example=cloze.gap("answer"),
                )
            )
    return checked


def source_line(source: SlideSource | None) -> str:
    """Return where a note comes from in one line; empty for a note that was written by hand."""
    if source is None:
        return ""
    title = f": {source.slide_title}" if source.slide_title else ""
    return f"{source.file_name}, slide {source.slide_number}{title}"


def _hides_something(text: str) -> bool:
    cleaned = clean_field(text)
    numbers = cloze.numbers(cleaned)
    return bool(numbers) and all(cloze.answer(cleaned, number).strip() for number in numbers)


def _shown(note: Note) -> str:
    text = " ".join((note.content.front or note.content.back or note.uid).split())
    start = text if len(text) <= _SHOWN_LENGTH else f"{text[: _SHOWN_LENGTH - 1]}…"
    return f'"{start}" in {note.deck_name}'
