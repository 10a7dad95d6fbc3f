"""Card drafts into the collection: what was imported before is known again by its source key."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from flashdeck.domain import deck
from flashdeck.domain.note import NewNote, NoteContent, NoteKind, SlideSource
from flashdeck.extraction.model import CardDraft
from flashdeck.extraction.report import SlideReport
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
    file_name = found.name
    top = deck.clean_name(deck_name or "") or deck.clean(Path(file_name).stem) or "Slides"
    known = collection.notes.known_source_keys(draft.source_key for draft in found.drafts)
    slides = {slide.id: slide for slide in found.slides}
    new = [draft for draft in found.drafts if draft.source_key not in known]
    taken = collection.notes.known_uids(_uid(draft) for draft in new)
    return ImportPlan(
        file_name=file_name,
        deck_name=top,
        new=tuple(_new_note(draft, slides[draft.slide_id], top, file_name, taken) for draft in new),
        same=len(found.drafts) - len(new),
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
    with collection.operations.recorded("import", plan.file_name, now=now):
        source_id = collection.notes.add_source(
            file_name=plan.file_name,
            file_format=plan.extracted.found.format,
            sha256=plan.extracted.sha256,
            slides=[_stored_slide(slide) for slide in plan.extracted.found.slides],
            now=now,
        )
        for note in plan.new:
            collection.notes.add(note, now=now, source_id=source_id)


def _new_note(draft: CardDraft, slide: SlideReport, top: str, file_name: str, taken: frozenset[str]) -> NewNote:
    is_cloze = bool(draft.cloze_text)
    uid = _uid(draft)
    return NewNote(
        uid=uuid4().hex if uid in taken else uid,
        deck_name=deck.join(*deck.split(top), slide.section),
        content=NoteContent(
            kind=NoteKind.CLOZE if is_cloze else NoteKind.BASIC,
            front=escape(draft.cloze_text if is_cloze else draft.front),
            back="" if is_cloze else escape(draft.back),
            context=draft.context,
            topic=slide.topic or slide.title,
            tags=draft.tags,
        ),
        source=SlideSource(
            file_name=file_name,
            slide_number=slide.number,
            slide_title=slide.title,
            first_line=draft.first_line,
            last_line=draft.last_line,
        ),
        source_key=draft.source_key,
        sibling_key=draft.sibling_key,
        rule=draft.rule,
        score=draft.score,
    )


def _uid(draft: CardDraft) -> str:
    """Return the same uid for the same card on every machine, so that two collections of one person unite."""
    return sha256(f"flashdeck note {draft.source_key}".encode()).hexdigest()[:20]


def _stored_slide(slide: SlideReport) -> StoredSlide:
    return StoredSlide(
        number=slide.number,
        section=slide.section,
        topic=slide.topic,
        title=slide.title,
        first_line=slide.first_line,
        last_line=slide.last_line,
        lines=slide.text,
    )
