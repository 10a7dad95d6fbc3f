"""Notes as the HTML that Anki keeps in its fields."""

import hashlib
import html
import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Final

from flashdeck.domain import cloze
from flashdeck.domain.note import Note, NoteKind
from flashdeck.interop.anki_names import clean_field
from flashdeck.interop.wording import source_line

SHARED_FIELDS: Final = ("Back", "Context", "Source", "Extra", "Topic", "Uid")
"""Of both note types, behind the first field: Front, or Text for a cloze."""
_KEY_WORDS: Final = ("text", "slide", "siblings")
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


def note_fields(note: Note, render: Render) -> tuple[str, ...]:
    """Return the fields in the order of the note types: front, back, context, source, extra, topic, uid."""
    content = note.content
    texts = (
        front_html(note, render),
        back_html(note, render),
        plain_html(content.context),
        source_html(note),
        "",
        plain_html(content.topic),
    )
    keys = (text_digest(texts), note.source_key or "", note.sibling_key or "")
    words = [f"{word}={key}" for word, key in zip(_KEY_WORDS, keys, strict=True) if key and len(key.split()) == 1]
    return (*texts, " ".join((plain_html(note.uid), *map(plain_html, words))))


def text_digest(fields: Sequence[str]) -> str:
    """Return what changes when somebody rewrites the note in Anki, whatever Anki does to the forms of letters."""
    front, back, context, _, extra, topic = fields[:6]
    text = unicodedata.normalize("NFC", "\x1f".join((front, back, context, extra, topic)))
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def keys_of(uid_field: str) -> dict[str, str]:
    """Return what the last field says besides the uid; what it does not say is missing.

    That is `text`, the digest of what was exported, and `slide` and `siblings`, the note's source and sibling keys.
    """
    words = html.unescape(_TAG.sub("", uid_field)).split()[1:]
    named = (word.partition("=") for word in words)
    return {name: value for name, _, value in named if name in _KEY_WORDS and value}


def plain_text(field: str) -> str:
    """Return the plain text of a field that `plain_html` has written."""
    return " ".join(html.unescape(_TAG.sub(" ", field)).split())
