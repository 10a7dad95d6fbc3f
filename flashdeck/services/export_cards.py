"""Notes of the collection into files of other programs, by the ending of the file's name."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from flashdeck.domain.note import Note
from flashdeck.errors import ExportError
from flashdeck.interop.anki_progress import Progress
from flashdeck.interop.text import write_csv, write_json, write_markdown, write_tsv
from flashdeck.messages import Message
from flashdeck.rendering.markup import to_whole_html
from flashdeck.services.collection_file import media_folder_of
from flashdeck.services.today import Today
from flashdeck.storage.browse import CardFilter
from flashdeck.storage.collection import Collection

_TEXT_WRITERS: Final[dict[str, Callable[[Path, tuple[Note, ...]], None]]] = {
    ".csv": write_csv,
    ".tsv": partial(write_tsv, render=to_whole_html),
    ".json": write_json,
    ".md": write_markdown,
}
ENDINGS: Final = (".apkg", *_TEXT_WRITERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """What an export will write: read from the collection already, so that writing it needs no database of ours."""

    path: Path
    notes: tuple[Note, ...]
    progress: Progress | None
    media_folder: Path

    def write(self) -> int:
        """Write the file, in any thread; return how many notes it has.

        Raises:
            ExportError: nothing to export, or the file cannot be written; what was there stays.
        """
        ending = self.path.suffix.lower()
        if ending == ".apkg":
            from flashdeck.interop.apkg import write_apkg  # noqa: PLC0415 - genanki would slow every start

            write_apkg(
                self.path, self.notes, render=to_whole_html, progress=self.progress, media_folder=self.media_folder
            )
        else:
            _TEXT_WRITERS[ending](self.path, self.notes)
        return len(self.notes)


def read_export(
    collection: Collection, today: Today, path: Path, card_filter: CardFilter, *, with_progress: bool = False
) -> Export:
    """Read the notes of the filtered cards, to be written afterwards.

    Args:
        collection: where the notes are.
        today: the present study day.
        path: the file to write; its ending decides the format.
        card_filter: which cards; a note goes along when one of its cards does.
        with_progress: take schedules and review log along; only Anki packages can hold them.

    Raises:
        ExportError: an unknown ending, or progress in a format that cannot hold it.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise ExportError(
            Message("{name} has no known ending. Use one of: {endings}.", name=path.name, endings=", ".join(ENDINGS))
        )
    if with_progress and ending != ".apkg":
        raise ExportError(Message("Only Anki packages can hold progress. Name a file that ends in .apkg."))
    notes = collection.notes.get_many(collection.browser.note_ids(card_filter, today.day()))
    return Export(
        path=path,
        notes=notes,
        progress=_progress(collection, today) if with_progress else None,
        media_folder=media_folder_of(collection.path),
    )


def export_notes(
    collection: Collection, today: Today, path: Path, card_filter: CardFilter, *, with_progress: bool = False
) -> int:
    """Write the notes of the filtered cards; return how many. See `read_export` and `Export.write`."""
    return read_export(collection, today, path, card_filter, with_progress=with_progress).write()


def _progress(collection: Collection, today: Today) -> Progress:
    suspended = frozenset(card.uid for card in collection.cards.all() if card.is_suspended)
    return Progress(
        logs=collection.reviews.by_card(),
        today=today.day(),
        zone=today.zone(),
        suspended=suspended,
        options=today.settings().scheduler_options(),
    )
