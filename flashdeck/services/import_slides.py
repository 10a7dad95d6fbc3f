"""Card drafts into the collection: what was imported before is known again by its source key."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Final
from uuid import uuid4

from flashdeck.domain import deck
from flashdeck.domain.ids import CardId
from flashdeck.domain.note import NewNote, Note, NoteContent, NoteKind, SlideSource
from flashdeck.extraction.model import CardDraft
from flashdeck.extraction.packing import pack
from flashdeck.extraction.report import SlideReport
from flashdeck.rendering.escaping import escape
from flashdeck.services import collection_file, schedules, source_files
from flashdeck.services.clock import Clock
from flashdeck.services.extraction_process import ExtractedFile
from flashdeck.services.slide_versions import Comparison, Version, compare
from flashdeck.storage.collection import Collection
from flashdeck.storage.notes import ImportedNote, StoredSlide

REMOVED_TAG: Final = "removed-from-slides"
_PREDECESSOR_SHARE: Final = 0.3
"""Share of a file's cards that another file must have word for word to count as its later version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What an import would store.

    Attributes:
        comparison: with what was imported of an earlier version of the slides.
        elsewhere: how many cards the collection has already from other slides; they stay as they are.
        slides: how many slides the file has.
    """

    file_name: str
    deck_name: str
    comparison: Comparison
    elsewhere: int
    slides: int
    extracted: ExtractedFile

    @property
    def same(self) -> int:
        """How many cards of the file the collection has already, word for word and in place."""
        return len(self.comparison.same) + self.elsewhere

    @property
    def stores(self) -> bool:
        """Whether it would change anything of the collection."""
        return bool(self.comparison.new or self.changes_notes)

    @property
    def changes_notes(self) -> bool:
        """Whether notes that are there already would change, so that the user should be asked first."""
        return bool(self.comparison.moved or self.comparison.edited or self.comparison.removed)


def plan_import(collection: Collection, extracted: ExtractedFile, *, deck_name: str | None = None) -> ImportPlan:
    """Compare the cards of a file with the collection; stores nothing.

    Args:
        collection: where the cards would go.
        extracted: the file's cards.
        deck_name: None names the deck after the file, or after the earlier version of it.
    """
    found = extracted.found
    earlier = _earlier_versions(collection, extracted)
    stored = collection.notes.from_slides(earlier)
    set_aside = {each.note.source_key for each in stored if _is_set_aside(each)}
    returned = {draft.source_key for draft in found.drafts if draft.source_key in set_aside}
    before = [each for each in stored if not _is_set_aside(each) or each.note.source_key in returned]
    top = deck.clean_name(deck_name or "") or _top_deck(before) or deck.clean(Path(found.name).stem) or "Slides"
    places = {slide.id: place for place, slide in enumerate(found.slides)}
    cards = pack(_new_note(draft, found.slides[places[draft.slide_id]], top, found.name) for draft in found.drafts)
    own_keys = {each.note.source_key for each in before}
    known = collection.notes.known_source_keys(card.source_key for card in cards if card.source_key) - own_keys
    elsewhere = sum(card.source_key in known for card in cards)
    comparison = _with_returned(compare(before, pack(card for card in cards if card.source_key not in known)))
    del cards
    taken = collection.notes.known_uids(card.uid for card in comparison.new)
    new = pack(replace(card, uid=uuid4().hex) if card.uid in taken else card for card in comparison.new)
    return ImportPlan(
        file_name=found.name,
        deck_name=top,
        comparison=replace(comparison, new=new),
        elsewhere=elsewhere,
        slides=len(found.slides),
        extracted=extracted,
    )


def apply_import(collection: Collection, clock: Clock, plan: ImportPlan) -> None:
    """Store a plan, all or nothing, behind a backup; one undo takes it back.

    Progress stays with every note. What the user has written stays, too; what the slides no longer have is
    suspended and tagged, until a version has it again; a card that was suspended before that is so after it, too.

    Raises:
        CollectionError: the notes could not be written; nothing was stored.
    """
    comparison = plan.comparison
    if not plan.stores:
        return
    now = clock.now()
    if plan.extracted.path is not None:
        source_files.keep(collection.path, plan.extracted.path, plan.extracted.sha256)
    collection_file.back_up_first(collection, clock)
    with collection.operations.recorded("import", plan.file_name, now=now):
        source_id = collection.notes.add_source(
            file_name=plan.file_name,
            file_format=plan.extracted.found.format,
            sha256=plan.extracted.sha256,
            slides=map(_stored_slide, plan.extracted.found.slides),
            now=now,
        )
        versions = (*comparison.same, *comparison.moved, *comparison.edited)
        collection.notes.free_source_keys(version.before.note.id for version in versions)
        comes_back = any(_is_set_aside(version.before) for version in versions)
        out_with_slides = collection.operations.suspended_with(REMOVED_TAG) if comes_back else frozenset()
        for version in versions:
            _carry_over(collection, version, source_id, now)
            if _is_set_aside(version.before):
                _bring_back(collection, version.before.note, out_with_slides, now)
        for gone in comparison.removed:
            _set_aside(collection, gone.note, now)
        added = [collection.notes.add(note, now=now, source_id=source_id) for note in comparison.new]
        schedules.take_up(collection, (*added, *(version.before.note.id for version in comparison.edited)))


def _is_set_aside(imported: ImportedNote) -> bool:
    return REMOVED_TAG in imported.note.content.tags


def _with_returned(comparison: Comparison) -> Comparison:
    """Count what is word for word as it was before a version lacked it among what moved: something has to be done."""
    returned = tuple(version for version in comparison.same if _is_set_aside(version.before))
    same = tuple(version for version in comparison.same if not _is_set_aside(version.before))
    return replace(comparison, same=same, moved=(*comparison.moved, *returned))


def _earlier_versions(collection: Collection, extracted: ExtractedFile) -> list[int]:
    """Return the sources of which the file is a later version (or the same): by name, or by what they share."""
    shared = collection.notes.sources_of_keys(draft.source_key for draft in extracted.found.drafts)
    return [
        source.id
        for source in collection.notes.sources()
        if source.file_name == extracted.found.name
        or (source.notes and shared.get(source.id, 0) >= _PREDECESSOR_SHARE * source.notes)
    ]


def _top_deck(before: Sequence[ImportedNote]) -> str:
    """Return the deck that holds all notes of the earlier version."""
    return deck.join(*deck.split(deck.common(each.note.deck_name for each in before))[:1])


def _carry_over(collection: Collection, version: Version, source_id: int, now: datetime) -> None:
    old, new = version.before, version.after
    collection.notes.place(old.note.id, new, source_id=source_id)
    if not old.is_edited and old.note.content != new.content:
        tags = tuple(dict.fromkeys((*new.content.tags, *old.note.content.tags)))
        collection.notes.update_content(old.note.id, replace(new.content, tags=tags), now=now, by_user=False)


def _set_aside(collection: Collection, note: Note, now: datetime) -> None:
    content = replace(note.content, tags=(*note.content.tags, REMOVED_TAG))
    collection.notes.update_content(note.id, content, now=now, by_user=False)
    cards = (collection.cards.find(card_id) for card_id in collection.cards.ids_of_note(note.id))
    shown = [card.id for card in cards if card is not None and not card.is_suspended]
    collection.cards.set_suspended(shown, suspended=True, now=now)


def _bring_back(collection: Collection, note: Note, out_with_slides: frozenset[CardId], now: datetime) -> None:
    collection.notes.set_tag(note.id, REMOVED_TAG, present=False)
    own = [card_id for card_id in collection.cards.ids_of_note(note.id) if card_id in out_with_slides]
    collection.cards.set_suspended(own, suspended=False, now=now)


def _new_note(draft: CardDraft, slide: SlideReport, top: str, file_name: str) -> NewNote:
    is_cloze = bool(draft.cloze_text)
    return NewNote(
        uid=_uid(draft),
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
