"""Deck files into the collection; a note that is there already keeps its progress and the user's edits."""

from dataclasses import dataclass
from pathlib import Path

from flashdeck.interop import deck_file as deck_files
from flashdeck.readers.text import read_text_document
from flashdeck.resources import deck_path
from flashdeck.services.clock import Clock
from flashdeck.storage.collection import Collection

WELCOME_DECK = "welcome.md"


def is_deck_file(path: Path) -> bool:
    """Whether a file is a deck file, so that it is not taken for slides.

    Raises:
        SlideFileError: the file cannot be read.
    """
    return path.suffix.lower() == ".md" and deck_files.is_deck_file(read_text_document(path).text)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckImport:
    """What the import of a deck file came to; `same` notes were there already."""

    deck_name: str
    new: int
    same: int


def import_deck_file(collection: Collection, clock: Clock, path: Path, *, dry_run: bool = False) -> DeckImport:
    """Store the notes of a deck file that are new to the collection.

    Raises:
        FlashdeckError: the file cannot be read or is no deck file; nothing is stored.
    """
    deck_file = deck_files.read_deck_file(read_text_document(path).text)
    known = collection.notes.known_uids(note.uid for note in deck_file.notes)
    new = [note for note in deck_file.notes if note.uid not in known]
    if not dry_run:
        with collection.atomic():
            for note in new:
                collection.notes.add(note, now=clock.now())
    return DeckImport(deck_name=deck_file.name, new=len(new), same=len(deck_file.notes) - len(new))


def import_welcome_deck(collection: Collection, clock: Clock) -> DeckImport:
    """Store the shipped deck that teaches the program."""
    return import_deck_file(collection, clock, deck_path(WELCOME_DECK))
