"""A person with Anki: makes notes, answers cards, exports packages, all with the real library."""

from pathlib import Path
from typing import TYPE_CHECKING

from anki.collection import (
    Collection,
    DeckIdLimit,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)
from anki.scheduler_pb2 import CardAnswer

if TYPE_CHECKING:
    from anki.cards import Card
    from anki.notes import Note

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(64))
BUTTONS = {1: CardAnswer.AGAIN, 2: CardAnswer.HARD, 3: CardAnswer.GOOD, 4: CardAnswer.EASY}


class AnkiStudent:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.collection = Collection(str(folder / "student.anki2"))

    def close(self) -> None:
        self.collection.close()

    def add(self, note_type: str, deck: str = "Default", *, tags: str = "", **fields: str) -> "Note":
        model = self.collection.models.by_name(note_type)
        assert model is not None
        note = self.collection.new_note(model)
        for name, value in fields.items():
            note[name.replace("_", " ")] = value
        note.tags = tags.split()
        deck_id = self.collection.decks.id(deck)
        assert deck_id is not None
        self.collection.add_note(note, deck_id)
        return note

    def note(self, guid: str) -> "Note":
        return next(note for note in self.notes() if note.guid == guid)

    def notes(self) -> "list[Note]":
        return [self.collection.get_note(note_id) for note_id in self.collection.find_notes("")]

    def edit(self, guid: str, **fields: str) -> None:
        note = self.note(guid)
        for name, value in fields.items():
            note[name] = value
        self.collection.update_note(note)

    def answer(self, card: "Card", button: int) -> None:
        """Answer a card, due or not, as the reviewer does."""
        scheduler = self.collection.sched
        card.load()
        card.start_timer()
        states = self.collection._backend.get_scheduling_states(card.id)
        scheduler.answer_card(scheduler.build_answer(card=card, states=states, rating=BUTTONS[button]))

    def take(self, package: Path, *, with_scheduling: bool = True) -> None:
        options = ImportAnkiPackageOptions(with_scheduling=with_scheduling)
        self.collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(package), options=options))

    def package(self, name: str = "out.apkg", *, legacy: bool = False, progress: bool = True, deck: str = "") -> Path:
        path = self.folder / name
        options = ExportAnkiPackageOptions(
            with_scheduling=progress, with_deck_configs=False, with_media=True, legacy=legacy
        )
        limit = DeckIdLimit(self.collection.decks.id_for_name(deck)) if deck else None
        self.collection.export_anki_package(out_path=str(path), options=options, limit=limit)
        return path

    def whole_collection(self, name: str = "out.colpkg", *, legacy: bool = False) -> Path:
        path = self.folder / name
        self.collection.export_collection_package(str(path), include_media=True, legacy=legacy)
        self.collection.reopen()
        return path
