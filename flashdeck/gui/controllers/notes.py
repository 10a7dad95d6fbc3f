"""Notes and their slides as views show them."""

from flashdeck.domain.note import Note, NoteContent, SlideSource
from flashdeck.gui.view_values import NoteDraftView, SourceLine, SourceSlide
from flashdeck.storage.notes import StoredSlide


def draft_view(note: Note, slide: StoredSlide | None) -> NoteDraftView:
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
        source=source_slide(note.source, slide),
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


def source_slide(source: SlideSource | None, slide: StoredSlide | None) -> SourceSlide | None:
    """Return the slide with the note's passage marked; None when the note was made by hand."""
    if source is None or slide is None:
        return None
    first, last = source.first_line, source.last_line
    return SourceSlide(
        file_name=source.file_name,
        slide_number=slide.number,
        title=slide.title,
        lines=tuple(
            SourceLine(text=text, marked=first is not None and last is not None and first <= number <= last)
            for number, text in slide.lines
        ),
    )
