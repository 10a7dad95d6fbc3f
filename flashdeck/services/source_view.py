"""What a card was made from: the slide's lines with the passage marked, and the page of a PDF that can be drawn."""

from dataclasses import dataclass
from pathlib import Path

from flashdeck.domain.ids import NoteId
from flashdeck.services import source_files
from flashdeck.storage.collection import Collection


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A line of a slide; `is_marked` when the card was made from it."""

    text: str
    is_marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """The slide a note came from.

    Attributes:
        pdf: the kept copy of the file; None when its pages cannot be drawn.
    """

    file_name: str
    slide_number: int
    title: str
    lines: tuple[SourceLine, ...]
    pdf: Path | None

    @property
    def passage(self) -> tuple[str, ...]:
        """The lines that the card was made from."""
        return tuple(line.text for line in self.lines if line.is_marked)


def source_of(collection: Collection, note_id: NoteId) -> SourceView | None:
    """Return where a note came from, None when it was made by hand.

    Raises:
        NotFoundError: it was deleted meanwhile.
    """
    source, slide = collection.notes.get(note_id).source, collection.notes.slide_of(note_id)
    if source is None or slide is None:
        return None
    first, last = source.first_line, source.last_line
    sha256 = collection.notes.source_sha256(note_id)
    return SourceView(
        file_name=source.file_name,
        slide_number=slide.number,
        title=slide.title,
        lines=tuple(
            SourceLine(text=text, is_marked=first is not None and last is not None and first <= number <= last)
            for number, text in slide.lines
        ),
        pdf=None if sha256 is None else source_files.find(collection.path, sha256),
    )
