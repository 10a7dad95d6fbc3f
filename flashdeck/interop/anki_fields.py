"""Notes as the HTML that Anki keeps in its fields."""

import html
import re
from collections.abc import Callable
from typing import Final

from flashdeck.domain import cloze
from flashdeck.domain.note import Note, NoteKind
from flashdeck.interop.anki_names import clean_field
from flashdeck.interop.wording import source_line

_TAG: Final = re.compile(r"<[^>]*+(?:>|\Z)")

Render = Callable[[str], str]
"""Turns Markdown into safe HTML."""


def front_html(note: Note, render: Render) -> str:
    """Return the front as HTML from which Anki makes exactly the cards that the note has here."""
    text = clean_field(note.content.front)
    rendered = clean_field(render(text))
    is_cloze = note.content.kind is NoteKind.CLOZE
    if rendered.strip() and (not is_cloze or cloze.numbers(_TAG.sub("", rendered)) == cloze.numbers(text)):
        return rendered
    # a gap inside a tag or a link's address is lost with it, a comment shows as nothing: the plain text keeps all
    return html.escape(text).replace("\n", "<br>")


def back_html(note: Note, render: Render) -> str:
    """Return the back as HTML; empty when the note has none."""
    return clean_field(render(clean_field(note.content.back)))


def plain_html(text: str) -> str:
    """Return plain text as HTML."""
    return html.escape(clean_field(text))


def source_html(note: Note) -> str:
    """Return where the note comes from; empty for a note that was written by hand."""
    return plain_html(source_line(note.source))
