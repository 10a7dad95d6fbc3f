"""Notes as CSV, as Anki's tab-separated text, as JSON and as a deck file in Markdown."""

import csv
import io
import json
import re
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC
from pathlib import Path
from typing import Final

from flashdeck.domain import deck
from flashdeck.domain.note import NewNote, Note, NoteKind
from flashdeck.interop import anki_names
from flashdeck.interop.anki_fields import Render, back_html, front_html, plain_html, source_html
from flashdeck.interop.atomic_file import write_file
from flashdeck.interop.deck_file import DeckFile, format_deck_file
from flashdeck.interop.wording import checked_notes, source_line

CSV_COLUMNS: Final = ("uid", "deck", "kind", "front", "back", "context", "topic", "tags", "source")
JSON_FORMAT: Final = "flashdeck notes 1"
# what a spreadsheet takes for a formula, also in the full width of East Asian fonts, wherever it hides behind spaces
_FORMULA: Final = re.compile(r"'*\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_MIXED_DECK: Final = "flashdeck"
_STOCK_TYPES: Final = {NoteKind.BASIC: "Basic", NoteKind.CLOZE: "Cloze"}


def guard_cell(text: str) -> str:
    """Return the text with an apostrophe before anything that a spreadsheet would run as a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguard_cell(text: str) -> str:
    """Return what `guard_cell` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def write_csv(path: Path, notes: Iterable[Note], *, guard_formulas: bool = True) -> None:
    """Write one row a note, texts in Markdown, in UTF-8 with the byte order mark that spreadsheets look for.

    With `guard_formulas`, cells that begin like a formula have an apostrophe before them: a spreadsheet that
    opens the file must not run what a slide says. `unguard_cell` takes it off again.

    Raises:
        ExportError: there is nothing to export, or the file cannot be written.
    """
    rows = [_row(note) for note in checked_notes(notes)]
    if guard_formulas:
        rows = [[guard_cell(cell) for cell in row] for row in rows]
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(CSV_COLUMNS)
    writer.writerows(rows)
    _write_text(path, out.getvalue(), encoding="utf-8-sig")


def _row(note: Note) -> list[str]:
    content = note.content
    tags = " ".join(anki_names.slug_tags(content.tags))
    texts = (content.front, content.back, content.context, content.topic)
    return [note.uid, note.deck_name, content.kind.value, *texts, tags, source_line(note.source)]


def write_tsv(path: Path, notes: Iterable[Note], *, render: Render) -> None:
    """Write the text that Anki imports into its stock note types, with identities, decks and tags.

    Unlike the package it carries no look and no source of its own: context and source stand in the two fields
    that the stock types have.

    Raises:
        ExportError: there is nothing to export, or the file cannot be written.
    """
    out = io.StringIO(newline="")
    out.write("#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n")
    writer = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_ALL)
    for note in checked_notes(notes):
        front = _under(plain_html(note.content.context), front_html(note, render))
        back = _over(back_html(note, render), source_html(note))
        tags = " ".join(anki_names.slug_tags(note.content.tags))
        deck_name = anki_names.deck_name(note.deck_name)
        writer.writerow([note.uid, _STOCK_TYPES[note.content.kind], deck_name, front, back, tags])
    _write_text(path, out.getvalue())


def _under(context: str, front: str) -> str:
    return f"<small>{context}</small>\n{front}" if context else front


def _over(back: str, source: str) -> str:
    return f"{back}\n<p><small>{source}</small></p>" if source else back


def write_json(path: Path, notes: Iterable[Note]) -> None:
    """Write everything that is known of the notes but their schedules, times in UTC.

    Raises:
        ExportError: there is nothing to export, or the file cannot be written.
    """
    document = {"format": JSON_FORMAT, "notes": [_json_note(note) for note in checked_notes(notes)]}
    _write_text(path, json.dumps(document, ensure_ascii=False, indent=1) + "\n")


def _json_note(note: Note) -> dict[str, object]:
    content = note.content
    return {
        "uid": note.uid,
        "deck": note.deck_name,
        "kind": content.kind.value,
        "front": content.front,
        "back": content.back,
        "context": content.context,
        "topic": content.topic,
        "tags": list(content.tags),
        "source": asdict(note.source) if note.source else None,
        "created_at": note.created_at.astimezone(UTC).isoformat(),
        "modified_at": note.modified_at.astimezone(UTC).isoformat(),
    }


def write_markdown(path: Path, notes: Iterable[Note]) -> None:
    """Write a deck file, which people can edit and the program can import.

    Raises:
        ExportError: there is nothing to export, or the file cannot be written.
    """
    checked = checked_notes(notes)
    name = deck.common(note.deck_name for note in checked) or _MIXED_DECK
    new_notes = tuple(NewNote(uid=note.uid, deck_name=note.deck_name, content=note.content) for note in checked)
    identity = re.sub(r"\W+", "-", name.casefold()).strip("-") or _MIXED_DECK
    _write_text(path, format_deck_file(DeckFile(id=identity, name=name, notes=new_notes)))


def _write_text(path: Path, text: str, encoding: str = "utf-8") -> None:
    # half surrogates have no place in UTF-8; they show as question marks
    write_file(path, text.encode(encoding, "replace"))
