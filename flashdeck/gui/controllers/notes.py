"""Notes and their slides as views show them."""

from flashdeck.domain.ids import NoteId
from flashdeck.domain.note import NoteContent
from flashdeck.gui.card_values import NoteDraftView
from flashdeck.gui.study_values import PageRef, SourceLine, SourceSlide
from flashdeck.services.collection_file import media_folder_of
from flashdeck.services.source_view import SourceView, source_of
from flashdeck.storage.collection import Collection


def draft_view(collection: Collection, note_id: NoteId) -> NoteDraftView:
    """Return a note as it is edited.

    Raises:
        NotFoundError: it was deleted meanwhile.
    """
    note = collection.notes.get(note_id)
    content = note.content
    return NoteDraftView(
        uid=note.uid,
        kind=content.kind,
        front=content.front,
        back=content.back,
        context=content.context,
        topic=content.topic,
        tags=content.tags,
        source=source_slide(source_of(collection, note_id)),
        media_folder=media_folder_of(collection.path),
    )


def edited_content(draft: NoteDraftView) -> NoteContent:
    """Return what the user wrote."""
    return NoteContent(
        kind=draft.kind,
        front=draft.front,
        back=draft.back,
        context=draft.context,
        topic=draft.topic,
        tags=draft.tags,
    )


def source_slide(source: SourceView | None) -> SourceSlide | None:
    """Return the slide with the note's passage marked; None when the note was made by hand."""
    if source is None:
        return None
    page = None
    if source.pdf is not None:
        page = PageRef(path=source.pdf, number=source.slide_number, passage=source.passage)
    return SourceSlide(
        file_name=source.file_name,
        slide_number=source.slide_number,
        title=source.title,
        lines=tuple(SourceLine(text=line.text, marked=line.is_marked) for line in source.lines),
        page=page,
    )
