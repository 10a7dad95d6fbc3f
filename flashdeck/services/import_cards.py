"""Cards that people wrote (deck files, tables) into the collection.

A note that is there already keeps its progress and the user's edits.
"""

from dataclasses import dataclass
from pathlib import Path

from flashdeck.domain import deck
from flashdeck.domain.note import NewNote
from flashdeck.interop import csv_file, deck_file
from flashdeck.readers.text import read_text_document
from flashdeck.resources import deck_path
from flashdeck.services import schedules
from flashdeck.services.clock import Clock
from flashdeck.storage.collection import Collection

WELCOME_DECK = "welcome.md"
_TABLES = frozenset({".csv", ".tsv"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckImport:
    """What the import of written cards came to; `same` notes were there already."""

    deck_name: str
    new: int
    same: int


def holds_cards(path: Path) -> bool:
    """Whether a file holds written cards, and no slides to make cards from.

    Raises:
        SlideFileError: the file cannot be read.
    """
    if path.suffix.lower() in _TABLES:
        return True
    return path.suffix.lower() == ".md" and deck_file.is_deck_file(read_text_document(path).text)


def import_cards(
    collection: Collection, clock: Clock, path: Path, *, deck_name: str | None = None, dry_run: bool = False
) -> DeckImport:
    """Store the notes of a deck file or table that are new to the collection.

    Args:
        collection: where they go.
        clock: tells when they were made.
        path: a deck file (.md), or a table (.csv, .tsv) with the columns front and back.
        deck_name: the deck of a table's notes that name none; None names it after the file.
        dry_run: only count.

    Raises:
        FlashdeckError: the file cannot be read or breaks its format; nothing is stored.
    """
    name, notes = read_cards(path, deck_name)
    known = collection.notes.known_uids(note.uid for note in notes)
    new = [note for note in notes if note.uid not in known]
    if new and not dry_run:
        now = clock.now()
        with collection.operations.recorded("import", path.name, now=now):
            schedules.take_up(collection, [collection.notes.add(note, now=now) for note in new])
    return DeckImport(deck_name=name, new=len(new), same=len(notes) - len(new))


def read_cards(path: Path, deck_name: str | None = None) -> tuple[str, tuple[NewNote, ...]]:
    """Return the name of the deck and the notes of a file of written cards; see `import_cards`."""
    text = read_text_document(path).text
    if path.suffix.lower() in _TABLES:
        name = deck.clean_name(deck_name or "") or deck.clean(path.stem) or "Cards"
        return name, csv_file.read_csv(text, default_deck=name)
    written = deck_file.read_deck_file(text)
    return written.name, written.notes


def import_welcome_deck(collection: Collection, clock: Clock) -> DeckImport:
    """Store the shipped deck that teaches the program."""
    return import_cards(collection, clock, deck_path(WELCOME_DECK))
