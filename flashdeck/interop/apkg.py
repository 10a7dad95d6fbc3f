"""Anki packages: notes with stable identities, so that a later export updates what Anki already has."""

import io
import json
import re
import sqlite3
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import genanki

from flashdeck.domain.note import Note, NoteKind
from flashdeck.errors import ExportError
from flashdeck.file_faults import reason_of
from flashdeck.interop import anki_names
from flashdeck.interop.anki_fields import Render, note_fields
from flashdeck.interop.anki_note_types import NOTE_TYPES_MODIFIED, note_type
from flashdeck.interop.anki_progress import Progress, write_progress
from flashdeck.interop.atomic_file import write_file
from flashdeck.interop.wording import checked_notes
from flashdeck.messages import Message

# as the renderer writes them: bare names without quotes
_PICTURE: Final = re.compile(r"<img\b(?:(?!<img\b)[^>])*\bsrc=\"([\w .()+-]+)\"")
_ZIP_TIME: Final = (1980, 1, 1, 0, 0, 0)


def write_apkg(
    path: Path,
    notes: Iterable[Note],
    *,
    render: Render,
    progress: Progress | None = None,
    media_folder: Path | None = None,
) -> None:
    """Write the notes, in the order in which Anki shall introduce them, as new cards or with their progress.

    Args:
        path: the package.
        notes: what goes into it.
        render: turns their Markdown into HTML.
        progress: schedules and answers; None makes all cards new.
        media_folder: where the pictures are that the notes show; those that are missing are left out.

    Raises:
        ExportError: there is nothing to export, a note makes no card, or the file cannot be written;
            the file at `path` is then as it was.
        ValueError: two notes have the same uid, which Anki would import as two notes.
    """
    shown: set[str] = set()
    database = _database(checked_notes(notes), render, progress, shown)
    pictures = _pictures(media_folder, shown)
    media = json.dumps({str(number): picture.name for number, picture in enumerate(pictures)}).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in (("collection.anki2", database), ("media", media)):
            # a fixed time, so that the same notes make the same bytes
            package.writestr(zipfile.ZipInfo(name, _ZIP_TIME), data, zipfile.ZIP_DEFLATED)
        for number, picture in enumerate(pictures):
            package.writestr(zipfile.ZipInfo(str(number), _ZIP_TIME), _bytes_of(picture))
    write_file(path, packed.getvalue())


def _pictures(folder: Path | None, shown: Iterable[str]) -> list[Path]:
    """Return the files of the pictures that are there, in order of name."""
    if folder is None:
        return []
    return [path for name in sorted(shown) if (path := folder / name).is_file() and not path.is_symlink()]


def _bytes_of(picture: Path) -> bytes:
    try:
        return picture.read_bytes()
    except OSError as error:
        raise ExportError(
            Message(
                "The picture {picture} cannot be read ({reason}); mend that and export again.",
                picture=picture,
                reason=reason_of(error),
            )
        ) from error


def _database(notes: Sequence[Note], render: Render, progress: Progress | None, shown: set[str]) -> bytes:
    """Return the package's SQLite file, and add the names of the pictures that it shows to `shown`.

    The database is filled here and not by genanki's `write_to_file`, which gives all notes the time of
    the export (so that Anki overwrites what the user edited there) and leaves a temporary file behind.
    """
    if len({note.uid for note in notes}) < len(notes):
        raise ValueError("two notes have the same uid")
    types = {kind: note_type(kind) for kind in NoteKind}
    ids = _RisingIds()
    with closing(sqlite3.connect(":memory:")) as connection:
        cursor = connection.cursor()
        decks = {name: _deck(name, types.values()) for name in sorted({_deck_name(note) for note in notes})}
        genanki.Package(list(decks.values())).write_to_db(cursor, NOTE_TYPES_MODIFIED.timestamp(), ids)
        with warnings.catch_warnings():
            # genanki takes attributes over two lines for unescaped text; the renderer vouches for the HTML
            warnings.filterwarnings("ignore", message="Field contained the following invalid HTML tags")
            for position, note in enumerate(notes):
                ids.not_before(note.created_at)
                fields = note_fields(note, render)
                shown.update(name for field in fields for name in _PICTURE.findall(field))
                anki_note = genanki.Note(
                    types[note.content.kind],
                    list(fields),
                    tags=anki_names.slug_tags(note.content.tags),
                    guid=note.uid,
                    due=position,
                )
                anki_note.write_to_db(cursor, note.modified_at.timestamp(), decks[_deck_name(note)].deck_id, ids)
        if progress is not None:
            write_progress(cursor, progress)
        connection.commit()
        return connection.serialize()


class _RisingIds(Iterator[int]):
    """Ids of Anki notes and cards: their time of creation in milliseconds, each later than the one before."""

    def __init__(self) -> None:
        self._next = 1

    def not_before(self, instant: datetime) -> None:
        """Let the next id be at least this instant's."""
        self._next = max(self._next, int(instant.timestamp() * 1000))

    def __next__(self) -> int:
        self._next += 1
        return self._next - 1


def _deck_name(note: Note) -> str:
    return anki_names.deck_name(note.deck_name)


def _deck(name: str, types: Iterable[Any]) -> Any:  # noqa: ANN401 - genanki has no types
    deck = genanki.Deck(anki_names.deck_id(name), name)
    for each in types:
        deck.add_model(each)
    return deck
