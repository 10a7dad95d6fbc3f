"""Notes and their slides as views show them."""

from flashdeck.domain.note import Note, NoteContent
from flashdeck.gui.view_values import NoteDraftView, PageRef, SourceLine, SourceSlide
from flashdeck.services.source_view import SourceView


def draft_view(note: Note, source: SourceView | None) -> NoteDraftView:
    """Return a note as it is edited."""
    content = note.content
    return NoteDraftView(
        uid=note.uid,
        kind=content.kind,
        front=content.front,
        back=content.back,
        context=content.context,
        topic=content.topic,
        tags=content.tags,
        source=source_slide(source),
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
