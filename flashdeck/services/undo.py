"""One row of everything that can be taken back, newest first: answers, edits, imports, merges, deletions and so on."""

from dataclasses import dataclass
from typing import Final

from flashdeck.domain.review_log import EntryKind, ReviewLogEntry
from flashdeck.services import leeches, schedules
from flashdeck.services.clock import Clock
from flashdeck.services.today import Today
from flashdeck.storage.collection import Collection
from flashdeck.storage.operations import MERGE, Operation

NOT_TAKEN_OVER: Final = "-not-taken-over"
"""Ends the uids of entries that take back what an import had taken over; a second import takes it over again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """What was taken back: an answer or an operation."""

    answer: ReviewLogEntry | None = None
    operation: Operation | None = None


def last_undoable(collection: Collection) -> Undone | None:
    """Return what `undo_last` would take back; None when there is nothing."""
    operation = collection.operations.last_standing()
    answer = collection.reviews.last_standing()
    if operation is not None and (answer is None or collection.reviews.place_of(answer) <= operation.place):
        return Undone(operation=operation)
    return None if answer is None else Undone(answer=answer)


def undo_last(collection: Collection, clock: Clock, today: Today) -> Undone | None:
    """Take back what was done last; None when there is nothing.

    Raises:
        CollectionError: it could not be written; nothing has changed.
    """
    last = last_undoable(collection)
    if last is None:
        return None
    if last.answer is not None:
        _take_answer_back(collection, clock, today, last.answer)
    elif last.operation is not None and last.operation.kind == MERGE:
        from flashdeck.services.merge import undo_merge  # noqa: PLC0415 - seldom needed, and much with it

        with collection.atomic():
            undo_merge(collection, last.operation, now=clock.now())
    elif last.operation is not None:
        with collection.atomic():
            taken_over = collection.operations.answers_of(last.operation)
            for answer in taken_over:
                collection.reviews.append(_taking_back(answer, f"{answer.uid}{NOT_TAKEN_OVER}", clock, today))
            restored = collection.operations.undo(last.operation, now=clock.now())
            found = [collection.cards.find(card_id) for card_id in restored]
            found += [collection.cards.find_uid(uid) for uid in {answer.card_uid for answer in taken_over}]
            schedules.rebuild(collection, (card for card in found if card is not None))
    return last


def _take_answer_back(collection: Collection, clock: Clock, today: Today, answer: ReviewLogEntry) -> None:
    """Take the newest standing answer back.

    It stays in the log, followed by the entry that takes it back; the card's state is replayed.
    """
    undo = _taking_back(answer, f"{answer.uid}-undone", clock, today)
    with collection.atomic():
        collection.reviews.append(undo)
        card = collection.cards.find_uid(answer.card_uid)
        if card is not None:
            schedules.rebuild(collection, [card])
            after = collection.cards.find(card.id)
            assert after is not None
            leeches.untag_if_undone(collection, card, after.state)


def _taking_back(answer: ReviewLogEntry, uid: str, clock: Clock, today: Today) -> ReviewLogEntry:
    """Return the entry that takes an answer back, its uid the same where two machines take it back."""
    return ReviewLogEntry(
        uid=uid,
        card_uid=answer.card_uid,
        kind=EntryKind.UNDO,
        answered_at=clock.now(),
        study_day=today.day(),
        undoes=answer.uid,
    )
