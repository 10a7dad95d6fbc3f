"""Card drafts into the collection: what was imported before is known again by its source key."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import uuid4

from flashdeck.domain import deck
from flashdeck.domain.note import NewNote, NoteContent, NoteKind, SlideSource
from flashdeck.rendering import escape
from flashdeck.services.clock import Clock
from flashdeck.services.extraction_process import ExtractedFile
from flashdeck.storage import backups
from flashdeck.storage.collection import Collection
from flashdeck.storage.notes import StoredSlide


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What an import would store.

    Attributes:
        same: how many cards of the file the collection has already.
        slides: how many slides the file has.
    """

    file_name: str
    deck_name: str
    new: tuple[NewNote, ...]
    same: int
    slides: int
    extracted: ExtractedFile


def plan_import(collection: Collection, extracted: ExtractedFile, *, deck_name: str | None = None) -> ImportPlan:
    """Compare the cards of a file with the collection; stores nothing.

    Args:
        collection: where the cards would go.
        extracted: the file's cards.
        deck_name: None names the deck after the file.
    """
    found = extracted.found
    file_name = found["source"]["name"]
    top = deck.clean_name(deck_name or "") or deck.clean(Path(file_name).stem) or "Slides"
    known = collection.notes.known_source_keys(card["source_key"] for card in found["cards"])
    slides = {slide["id"]: slide for slide in found["slides"]}
    new = [card for card in found["cards"] if card["source_key"] not in known]
    taken = collection.notes.known_uids(_uid(card) for card in new)
    return ImportPlan(
        file_name=file_name,
        deck_name=top,
        new=tuple(_new_note(card, slides[card["slide"]], top, file_name, taken) for card in new),
        same=len(found["cards"]) - len(new),
        slides=len(slides),
        extracted=extracted,
    )


def apply_import(collection: Collection, clock: Clock, plan: ImportPlan) -> None:
    """Store a plan's new notes and the slides they came from, all or nothing, behind a backup.

    Raises:
        CollectionError: the notes could not be written; nothing was stored.
    """
    if not plan.new:
        return
    now = clock.now()
    if collection.cards.count():
        backups.make_dated(collection, now=now)
    with collection.atomic():
        source_id = collection.notes.add_source(
            file_name=plan.file_name,
            file_format=plan.extracted.found["source"]["format"],
            sha256=plan.extracted.sha256,
            slides=[_stored_slide(slide) for slide in plan.extracted.found["slides"]],
            now=now,
        )
        for note in plan.new:
            collection.notes.add(note, now=now, source_id=source_id)


def _new_note(card: dict[str, Any], slide: dict[str, Any], top: str, file_name: str, taken: frozenset[str]) -> NewNote:
    is_cloze = bool(card["cloze_text"])
    uid = _uid(card)
    return NewNote(
        uid=uuid4().hex if uid in taken else uid,
        deck_name=deck.join(*deck.split(top), slide["section"] or ""),
        content=NoteContent(
            kind=NoteKind.CLOZE if is_cloze else NoteKind.BASIC,
            front=escape(card["cloze_text"] if is_cloze else card["front"]),
            back="" if is_cloze else escape(card["back"]),
            context=card["context"],
            topic=slide["topic"] or slide["title"] or "",
            tags=tuple(card["tags"]),
        ),
        source=SlideSource(
            file_name=file_name,
            slide_number=slide["number"],
            slide_title=slide["title"] or "",
            first_line=card["first_line"],
            last_line=card["last_line"],
        ),
        source_key=card["source_key"],
        sibling_key=card["sibling_key"],
        rule=card["rule"],
        score=card["score"],
    )


def _uid(card: dict[str, Any]) -> str:
    """Return the same uid for the same card on every machine, so that two collections of one person unite."""
    return sha256(f"flashdeck note {card['source_key']}".encode()).hexdigest()[:20]


def _stored_slide(slide: dict[str, Any]) -> StoredSlide:
    return StoredSlide(
        number=slide["number"],
        section=slide["section"] or "",
        topic=slide["topic"] or "",
        title=slide["title"] or "",
        first_line=slide["first_line"],
        last_line=slide["last_line"],
        text=slide["text"],
    )
