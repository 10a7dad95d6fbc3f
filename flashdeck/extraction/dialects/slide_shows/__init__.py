"""Presentations: slides whose shapes, levels, tables and sections the file itself tells apart."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from flashdeck.domain.slide_show import SlideShow
from flashdeck.extraction.dialects.slide_shows.bodies import Body, read_body
from flashdeck.extraction.dialects.slide_shows.hyphens import without_old_hyphens
from flashdeck.extraction.dialects.slide_shows.layout import numbered
from flashdeck.extraction.dialects.slide_shows.noise import NoiseFinder
from flashdeck.extraction.dialects.slide_shows.notes import telling_notes
from flashdeck.extraction.dialects.slide_shows.outline import Place, find_places
from flashdeck.extraction.dialects.slide_shows.titles import Head, base_titles, read_head
from flashdeck.extraction.model import Group, Line, NoiseReason, Paragraph, Slide, SlideKind, Text

__all__ = ["NAME", "read"]

NAME: Final = "slide show"
_SILENT: Final = (SlideKind.SECTION, SlideKind.DIVIDER, SlideKind.FRONT_MATTER)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Numbered:
    """A slide whose lines have their numbers.

    Attributes:
        notes: paragraphs of its speaker notes that state something.
        first_note: line of the first of them.
    """

    head: Head
    first_line: int
    notes: tuple[str, ...]
    first_note: int


def read(document: SlideShow) -> tuple[Slide, ...]:
    """Return every slide of a presentation, hidden ones too, which have no groups.

    Lines are the paragraphs of the whole show, numbered from 1 in the order of reading.
    """
    show = without_old_hyphens(document)
    slides = _number([read_head(slide, show.height) for slide in show.slides])
    heads = [slide.head for slide in slides]
    finder = NoiseFinder(heads, show.height)
    bodies = [_body(slide, finder) for slide in slides]
    places = find_places(heads, bodies, base_titles([head.title for head in heads]))
    return tuple(_slide(*one) for one in zip(slides, bodies, places, strict=True))


def _number(heads: Sequence[Head]) -> list[_Numbered]:
    """Number the title, the paragraphs of the boxes and the notes of each slide; an empty slide has a line too."""
    slides: list[_Numbered] = []
    line = 1
    for head in heads:
        first = line
        line += 1  # the title's, or the slide's own when it has none
        boxes = []
        for box in head.boxes:
            boxes.append(numbered(box, line))
            line += len(box.all_entries)
        notes = tuple(telling_notes(head.slide.notes))
        slides.append(_Numbered(head=replace(head, boxes=tuple(boxes)), first_line=first, notes=notes, first_note=line))
        line += len(notes)
    return slides


def _body(slide: _Numbered, finder: NoiseFinder) -> Body:
    head = slide.head
    return read_body(
        head.boxes,
        finder.find(head.boxes),
        title=head.title,
        title_line=slide.first_line,
        layout=head.slide.layout,
    )


def _slide(slide: _Numbered, body: Body, place: Place) -> Slide:
    head = slide.head
    is_silent = head.slide.is_hidden or place.kind in _SILENT
    is_thin = not body.groups and not is_silent
    groups = _note_groups(slide) if is_thin else body.groups
    lines = _lines(slide, body, uses_notes=is_thin)
    if head.slide.is_hidden:
        lines = tuple(replace(line, noise=line.noise or NoiseReason.HIDDEN) for line in lines)
    return Slide(
        number=head.slide.number,
        kind=SlideKind.CONTENT if is_thin and groups else place.kind,
        title=head.title,
        first_line=slide.first_line,
        last_line=max((line.number for line in lines), default=slide.first_line),
        section=place.section,
        topic=place.topic,
        lines=lines,
        groups=() if is_silent else groups,
        is_comparison=body.is_comparison and not is_silent,
    )


def _note_groups(slide: _Numbered) -> tuple[Group, ...]:
    paragraphs = tuple(
        Paragraph(text=Text(plain=note, first_line=number, last_line=number))
        for number, note in enumerate(slide.notes, start=slide.first_note)
    )
    return (Group(blocks=paragraphs),) if paragraphs else ()


def _lines(slide: _Numbered, body: Body, *, uses_notes: bool) -> tuple[Line, ...]:
    title = [Line(number=slide.first_line, text=slide.head.title)] if slide.head.title else []
    entries = (entry for box in slide.head.boxes for entry in box.all_entries)
    shown = [
        Line(number=entry.number, text=entry.text.strip(), indent=2 * entry.level, noise=body.noise.get(entry.number))
        for entry in entries
    ]
    notes = [
        Line(number=number, text=note, noise=None if uses_notes else NoiseReason.SPEAKER_NOTE)
        for number, note in enumerate(slide.notes, start=slide.first_note)
    ]
    return (*title, *shown, *notes)
