"""How exports speak of notes: in their source column and in their errors."""

from collections.abc import Sequence
from typing import Final

from flashdeck.domain.note import Note, SlideSource
from flashdeck.errors import ExportError

_SHOWN_LENGTH: Final = 60


def require_notes(notes: Sequence[Note]) -> None:
    """Refuse an empty export: nobody wants a file without cards.

    Raises:
        ExportError: there is no note.
    """
    if not notes:
        raise ExportError("There are no cards to export; choose another deck, topic or search.")


def source_line(source: SlideSource | None) -> str:
    """Return where a note comes from in one line; empty for a note that was written by hand."""
    if source is None:
        return ""
    title = f": {source.slide_title}" if source.slide_title else ""
    return f"{source.file_name}, slide {source.slide_number}{title}"


def shown(note: Note) -> str:
    """Return the note as an error names it: the start of its front, or its back where the front is empty."""
    text = " ".join((note.content.front or note.content.back or note.uid).split())
    start = text if len(text) <= _SHOWN_LENGTH else f"{text[: _SHOWN_LENGTH - 1]}…"
    return f'"{start}" in {note.deck_name}'
