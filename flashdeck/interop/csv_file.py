"""Reads notes from a table: our own CSV export, or any spreadsheet with the columns `front` and `back`."""

import csv
import hashlib
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from flashdeck.domain import cloze, deck
from flashdeck.domain.note import NewNote, NoteContent, NoteKind
from flashdeck.errors import DeckFileError
from flashdeck.interop.anki_names import slug_tags
from flashdeck.interop.text import CSV_COLUMNS, unguard_cell
from flashdeck.messages import Message

_DELIMITERS: Final = ",;\t"
_REQUIRED: Final = ("front", "back")


def read_csv(text: str, *, default_deck: str) -> tuple[NewNote, ...]:
    """Return the notes of a table whose first row names the columns.

    Only `front` and `back` are needed. A row without `uid` gets one from its deck and front, so that a second
    import of the same row finds the same note.

    Raises:
        DeckFileError: the table breaks the format; the sentence begins with the line.
    """
    header_line = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=header_line.count)
    # csv refuses cells over 128 KB unless it is told of the longest possible one
    csv.field_size_limit(max(len(text), csv.field_size_limit()))
    rows = _rows(text, delimiter)
    columns = _columns(next(rows, (1, []))[1])
    notes: dict[str, NewNote] = {}
    for line, cells in rows:
        if len(cells) > len(columns):
            raise _error(
                line,
                Message(
                    "the row has {count} cells, the first row only {columns}; quote cells with commas",
                    count=len(cells),
                    columns=len(columns),
                ),
            )
        note = _note(dict(zip(columns, map(unguard_cell, cells), strict=False)), line, default_deck)
        if note.uid in notes:
            raise _error(
                line, Message("the note is already in a row above (uid {uid}); keep one of them", uid=note.uid)
            )
        notes[note.uid] = note
    if not notes:
        raise _error(1, Message("there is no row below the names of the columns"))
    return tuple(notes.values())


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the filled rows with the line on which each begins."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise _error(
                line, Message("the row cannot be read ({reason}); save the table as CSV again", reason=str(error))
            ) from error
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield line, cells
        line = reader.line_num + 1


def _columns(cells: Sequence[str]) -> tuple[str, ...]:
    columns = tuple(cell.strip().casefold() for cell in cells)
    for name in _REQUIRED:
        if name not in columns:
            raise _error(
                1,
                Message(
                    "there is no column '{name}'; the first row names the columns, such as {columns}",
                    name=name,
                    columns=", ".join(CSV_COLUMNS),
                ),
            )
    return columns


def _note(row: Mapping[str, str], line: int, default_deck: str) -> NewNote:
    front = row.get("front", "")
    if not front.strip():
        raise _error(line, Message("the front is empty; write one or delete the row"))
    kind = _kind(row.get("kind", "").strip().casefold(), front, line)
    deck_name = deck.clean_name(row.get("deck", "")) or default_deck
    derived = hashlib.sha256(f"{deck_name}\0{front}".encode()).hexdigest()[:20]
    return NewNote(
        uid="".join(row.get("uid", "").split()) or f"csv-{derived}",
        deck_name=deck_name,
        content=NoteContent(
            kind=kind,
            front=front,
            back=row.get("back", ""),
            context=row.get("context", ""),
            topic=row.get("topic", ""),
            tags=slug_tags(tuple(row.get("tags", "").split())),
        ),
    )


def _kind(named: str, front: str, line: int) -> NoteKind:
    if not named:
        return NoteKind.CLOZE if cloze.numbers(front) else NoteKind.BASIC
    if named not in set(NoteKind):
        raise _error(
            line,
            Message(
                "'{named}' is no kind of note; write {basic} or {cloze}",
                named=named,
                basic=NoteKind.BASIC.value,
                cloze=NoteKind.CLOZE.value,
            ),
        )
    if named == NoteKind.CLOZE and not cloze.numbers(front):
        raise _error(line, Message("the cloze has no gap; mark the answer as {example}", example=cloze.gap("answer")))
    return NoteKind(named)


def _error(line: int, what: Message) -> DeckFileError:
    return DeckFileError(Message("Line {line}: {what}.", line=line, what=what))
