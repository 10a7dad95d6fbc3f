"""Notes of the collection into files of other programs, by the ending of the file's name."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from flashdeck.domain.note import Note
from flashdeck.errors import ExportError
from flashdeck.interop.apkg import write_apkg
from flashdeck.interop.text import write_csv, write_json, write_markdown, write_tsv
from flashdeck.rendering import to_html
from flashdeck.services.today import Today
from flashdeck.storage.browse import CardFilter
from flashdeck.storage.collection import Collection

WRITERS: Final[dict[str, Callable[[Path, tuple[Note, ...]], None]]] = {
    ".apkg": partial(write_apkg, render=to_html),
    ".csv": write_csv,
    ".tsv": partial(write_tsv, render=to_html),
    ".json": write_json,
    ".md": write_markdown,
}


def export_notes(collection: Collection, today: Today, path: Path, card_filter: CardFilter) -> int:
    """Write the notes of the filtered cards; return how many.

    Raises:
        ExportError: an unknown ending, nothing to export, or the file cannot be written; what was there stays.
    """
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        raise ExportError(f"{path.name} has no known ending. Use one of: {', '.join(WRITERS)}.")
    notes = collection.notes.get_many(collection.browser.note_ids(card_filter, today.day()))
    writer(path, notes)
    return len(notes)
