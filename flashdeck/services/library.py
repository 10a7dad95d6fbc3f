"""Looking at cards and changing them."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from flashdeck.domain import cloze
from flashdeck.domain.ids import CardId, NoteId
from flashdeck.domain.note import NoteContent, NoteKind
from flashdeck.domain.scope import EVERYTHING, Scope, ScopePart
from flashdeck.errors import FlashdeckError, NotFoundError
from flashdeck.messages import Message
from flashdeck.services import collection_file
from flashdeck.services.clock import Clock
from flashdeck.storage.collection import Collection

MARKED_TAG: Final = "marked"
"""The tag by which a student finds notes again; Anki uses the same."""
_LONGEST_LABEL: Final = 60
_EXAMPLE: Final = "{{c1::…}}"


class NoteContentError(FlashdeckError):
    """What the user wrote makes no card."""


def scope_of(collection: Collection, *, decks: Sequence[str] = (), topics: Sequence[str] = ()) -> Scope:
    """Return the cards of any of the decks that have any of the topics; none named means all.

    Raises:
        NotFoundError: a deck or topic without a single card.
    """
    for deck in decks:
        if not collection.decks.has_any_within(deck):
            raise NotFoundError(
                Message("There is no deck {deck!r}.", deck=deck), in_terminal="'flashdeck decks' lists those there are."
            )
    for topic in topics:
        if not collection.notes.has_topic(topic):
            raise NotFoundError(
                Message("There is no topic {topic!r}.", topic=topic),
                in_terminal="'flashdeck topics' lists those there are.",
            )
    if not decks and not topics:
        return EVERYTHING
    return tuple(ScopePart(deck=deck, topic=topic) for deck in decks or (None,) for topic in topics or (None,))


def edit_note(collection: Collection, clock: Clock, note_id: NoteId, content: NoteContent) -> None:
    """Store what the user wrote; the progress of its cards stays.

    Raises:
        NoteContentError: an empty front or back, or a cloze text without a gap; nothing is stored.
    """
    from flashdeck.services import schedules  # noqa: PLC0415 - brings FSRS, which looking at cards does without

    check_content(content)
    now = clock.now()
    with collection.operations.recorded("edit", _short(content.front), now=now):
        collection.notes.update_content(note_id, content, now=now)
        schedules.take_up(collection, [note_id])


def toggle_mark(collection: Collection, clock: Clock, note_id: NoteId) -> bool:
    """Mark a note, or take its mark away; return whether it is marked now.

    Raises:
        NotFoundError: it was deleted meanwhile.
    """
    content = collection.notes.get(note_id).content
    is_marked = MARKED_TAG not in content.tags
    with collection.operations.recorded("mark" if is_marked else "unmark", _short(content.front), now=clock.now()):
        collection.notes.set_tag(note_id, MARKED_TAG, present=is_marked)
    return is_marked


def toggle_marks(collection: Collection, clock: Clock, note_ids: Sequence[NoteId]) -> None:
    """Mark notes; if all of them are marked, take their marks away.

    Raises:
        NotFoundError: one was deleted meanwhile.
    """
    contents = [collection.notes.get(note_id).content for note_id in note_ids]
    are_marked = all(MARKED_TAG in content.tags for content in contents)
    label = ", ".join(_short(content.front) for content in contents[:1]) + (" …" if len(contents) > 1 else "")
    with collection.operations.recorded("unmark" if are_marked else "mark", label, now=clock.now()):
        for note_id in note_ids:
            collection.notes.set_tag(note_id, MARKED_TAG, present=not are_marked)


def check_content(content: NoteContent) -> None:
    """Raise NoteContentError when the content makes no card that could be asked."""
    if not content.front.strip():
        raise NoteContentError(Message("The front is empty. Write the question there."))
    if content.kind is NoteKind.CLOZE and not cloze.numbers(content.front):
        raise NoteContentError(
            Message("A cloze text needs a gap. Mark the hidden words like this: {example}.", example=_EXAMPLE)
        )
    if content.kind is NoteKind.BASIC and not content.back.strip():
        raise NoteContentError(Message("The back is empty. Write the answer there."))


def delete_notes(collection: Collection, clock: Clock, note_ids: Sequence[NoteId]) -> None:
    """Delete notes with their cards, behind a backup; the review log keeps their answers."""
    collection_file.back_up_first(collection, clock)
    now = clock.now()
    with collection.operations.recorded("delete", str(len(note_ids)), now=now):
        collection.notes.delete(note_ids, now=now)


def set_suspended(collection: Collection, clock: Clock, card_ids: Sequence[CardId], *, suspended: bool) -> None:
    """Take cards out of every queue, or back in."""
    kind = "suspend" if suspended else "resume"
    now = clock.now()
    with collection.operations.recorded(kind, str(len(card_ids)), now=now):
        collection.cards.set_suspended(card_ids, suspended=suspended, now=now)
        if not suspended:
            for card_id in card_ids:
                collection.cards.bury(card_id, until=None, now=now)


def bury(collection: Collection, clock: Clock, card_ids: Sequence[CardId], *, until: date) -> None:
    """Keep cards out of the queues before a study day."""
    now = clock.now()
    with collection.operations.recorded("bury", str(len(card_ids)), now=now):
        for card_id in card_ids:
            collection.cards.bury(card_id, until=until, now=now)


def _short(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= _LONGEST_LABEL else folded[: _LONGEST_LABEL - 1] + "…"
