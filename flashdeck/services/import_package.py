"""An Anki package into the collection: notes, pictures and the answers given in Anki.

A note that is there already is told by its uid. Where only Anki's side was rewritten, its text is taken; where both
were, the later text stays and the other is kept beside it, as when two collections are merged. Answers are united, and
schedules follow from them by replay.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Final

from flashdeck.domain import deck
from flashdeck.domain.card import Card, card_uid
from flashdeck.domain.ids import NoteId
from flashdeck.domain.note import NewNote, Note, NoteContent
from flashdeck.domain.review_log import ReviewLogEntry
from flashdeck.interop.anki_fields import back_html, front_html, note_fields, text_digest
from flashdeck.interop.anki_package.model import LeftOut, PackedNote
from flashdeck.rendering.from_html import to_markdown
from flashdeck.rendering.markup import to_whole_html
from flashdeck.services import collection_file, leeches, media, schedules
from flashdeck.services import settings as settings_service
from flashdeck.services.clock import Clock
from flashdeck.services.package_process import ReadPackage
from flashdeck.services.phone_answers import Calendar, missing_entries
from flashdeck.storage.collection import Collection
from flashdeck.storage.note_cards import ordinals
from flashdeck.storage.notes import ImportedNote
from flashdeck.storage.uniting import CONFLICT_TAG

_DIGEST_LENGTH: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewritten:
    """A note of the collection and what it says in the package.

    Attributes:
        content: what the note is to say.
        beside: a note for the text that does not stay; None when only one side was rewritten.
    """

    note: Note
    content: NoteContent
    beside: NewNote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PackagePlan:
    """What an import would store.

    Attributes:
        deck_name: the deck that holds all notes of the package; empty when there is no one deck.
        same: how many notes are there already and say what they are to say.
        edited: notes that were rewritten in Anki only.
        conflicts: notes that were rewritten on both sides.
        answers: answers that the log lacks.
        suspended: uids of new cards that are suspended in Anki.
    """

    file_name: str
    deck_name: str
    new: tuple[NewNote, ...]
    same: int
    edited: tuple[Rewritten, ...]
    conflicts: tuple[Rewritten, ...]
    answers: tuple[ReviewLogEntry, ...]
    suspended: frozenset[str]
    left_out: Mapping[LeftOut, int]
    read: ReadPackage

    @property
    def stores(self) -> bool:
        """Whether it would change anything of the collection."""
        return bool(self.new or self.changes_notes or self.answers)

    @property
    def changes_notes(self) -> bool:
        """Whether notes that are there already would change, so that the user should be asked first."""
        return bool(self.edited or self.conflicts)


def plan_package(
    collection: Collection, clock: Clock, read: ReadPackage, *, deck_name: str | None = None
) -> PackagePlan:
    """Compare a package with the collection; stores nothing.

    Args:
        collection: where its notes would go.
        clock: tells now and the time zone.
        read: the package.
        deck_name: a deck to hold the package's decks; None leaves them as they are.
    """
    packed = read.package.notes
    known = collection.notes.imported(note.uid for note in packed)
    keys = set(collection.notes.known_source_keys(note.source_key for note in packed if note.source_key))
    new = tuple(_new_note(note, keys, deck_name) for note in packed if note.uid not in known)
    rewritten = [_rewritten(known[note.uid], note) for note in packed if note.uid in known]
    beside = collection.notes.known_uids(each.beside.uid for each in rewritten if each and each.beside)
    changes = [each for each in rewritten if each and not (each.beside and each.beside.uid in beside)]
    decks = [each.deck_name for each in new] or [each.note.deck_name for each in known.values()]
    return PackagePlan(
        file_name=read.path.name,
        deck_name=deck.common(decks),
        new=new,
        same=len(packed) - len(new) - len(changes),
        edited=tuple(each for each in changes if each.beside is None),
        conflicts=tuple(each for each in changes if each.beside is not None),
        answers=tuple(_missing_answers(collection, clock, packed)),
        suspended=frozenset(
            card_uid(note.uid, card.ordinal)
            for note in packed
            if note.uid not in known
            for card in note.cards
            if card.is_suspended
        ),
        left_out=read.package.left_out,
        read=read,
    )


def apply_package(collection: Collection, clock: Clock, plan: PackagePlan) -> None:
    """Store a plan, all or nothing, behind a backup; one undo takes it back, the answers too.

    Raises:
        CollectionError: it could not be written; nothing was stored.
    """
    media.take(collection.path, plan.read.folder.iterdir())  # brings back what is missing of an earlier import, too
    if not plan.stores:
        return
    now = clock.now()
    collection_file.back_up_first(collection, clock)
    with collection.operations.recorded("import", plan.file_name, now=now):
        touched = [_add(collection, note, plan.suspended, now) for note in plan.new]
        for each in (*plan.edited, *plan.conflicts):
            if each.content != each.note.content:
                collection.notes.update_content(each.note.id, each.content, now=now, by_user=False)
                touched.append(each.note.id)
            if each.beside is not None:
                touched.append(_set_beside(collection, each.beside, now))
        for answer in plan.answers:
            collection.reviews.take_over(answer, now=now)
        answered = sorted({answer.card_uid for answer in plan.answers})
        schedules.rebuild(collection, _cards(collection, answered))
        schedules.take_up(collection, touched)
        leeches.tag_unseen(collection, _cards(collection, answered), now=now)


def _cards(collection: Collection, uids: Iterable[str]) -> Iterator[Card]:
    return (card for card in map(collection.cards.find_uid, uids) if card is not None)


def _new_note(note: PackedNote, taken_keys: set[str], top: str | None) -> NewNote:
    # a card made of the same slide elsewhere may have the key already; the slides' next import will find that one
    source_key = note.source_key if note.source_key not in taken_keys else None
    if source_key is not None:
        taken_keys.add(source_key)
    return NewNote(
        uid=note.uid,
        deck_name=deck.join(*deck.split(deck.clean_name(top or "")), *deck.split(note.deck_name)),
        content=note.content,
        source_key=source_key,
        sibling_key=note.sibling_key,
    )


def _rewritten(stored: ImportedNote, note: PackedNote) -> Rewritten | None:
    """Return what the package changes of a note, None when nothing."""
    ours, theirs = stored.note.content, note.content
    if _says(ours, note) == _says(theirs, note):
        return None
    if note.is_ours:
        now_exported = text_digest(note_fields(stored.note, to_whole_html))
        if note.said in {note.exported, now_exported} or _as_read_back(stored.note) == (theirs.front, theirs.back):
            return None
        is_edited_here = now_exported != note.exported
    else:
        if (stored.front, stored.back) == (theirs.front, theirs.back):
            return None
        is_edited_here = stored.is_edited
    content = replace(theirs, tags=tuple(dict.fromkeys((*ours.tags, *theirs.tags))))
    if not note.is_ours:
        content = replace(content, context=ours.context, topic=ours.topic)
    if not is_edited_here:
        return Rewritten(note=stored.note, content=content)
    return _both(stored.note, content, later=_modified_at(note) > stored.note.modified_at)


def _both(note: Note, content: NoteContent, *, later: bool) -> Rewritten:
    """Keep both texts of a note: the later one stays."""
    stays, other = (content, note.content) if later else (note.content, content)
    digest = sha256("\x1f".join((other.kind, other.front, other.back)).encode("utf-8", "replace")).hexdigest()
    beside = NewNote(
        uid=f"{note.uid}.{digest[:_DIGEST_LENGTH]}",
        deck_name=note.deck_name,
        content=_tagged(other),
        sibling_key=note.sibling_key,
    )
    return Rewritten(note=note, content=_tagged(stays), beside=beside)


def _tagged(content: NoteContent) -> NoteContent:
    return replace(content, tags=tuple(dict.fromkeys((*content.tags, CONFLICT_TAG))))


def _says(content: NoteContent, note: PackedNote) -> Sequence[str]:
    both = (content.kind, content.front, content.back)
    return (*both, content.context, content.topic) if note.is_ours else both


def _as_read_back(note: Note) -> tuple[str, str]:
    """Return front and back as an export and the import after it give them."""
    return to_markdown(front_html(note, to_whole_html), str), to_markdown(back_html(note, to_whole_html), str)


def _modified_at(note: PackedNote) -> datetime:
    latest = datetime(9999, 1, 1, tzinfo=UTC)
    return datetime.fromtimestamp(min(max(note.modified_at_s, 0), int(latest.timestamp())), UTC)


def _missing_answers(collection: Collection, clock: Clock, packed: Iterable[PackedNote]) -> Iterator[ReviewLogEntry]:
    rollover_hour = settings_service.load(collection).rollover_hour
    calendar = Calendar(zone=clock.zone(), rollover_hour=rollover_hour, now=clock.now())
    for note in packed:
        has = set(ordinals(note.content))
        for card in note.cards:
            if card.answers and card.ordinal in has:
                uid = card_uid(note.uid, card.ordinal)
                yield from missing_entries(uid, card.answers, collection.reviews.of_card(uid), calendar)


def _add(collection: Collection, note: NewNote, suspended: frozenset[str], now: datetime) -> NoteId:
    note_id = collection.notes.add(note, now=now)
    if suspended:
        cards = map(collection.cards.find, collection.cards.ids_of_note(note_id))
        out = [card.id for card in cards if card is not None and card.uid in suspended]
        collection.cards.set_suspended(out, suspended=True, now=now)
    return note_id


def _set_beside(collection: Collection, note: NewNote, now: datetime) -> NoteId:
    """Add a note for the text that does not stay, its cards left out until the user decides."""
    note_id = collection.notes.add(note, now=now)
    collection.cards.set_suspended(collection.cards.ids_of_note(note_id), suspended=True, now=now)
    return note_id
