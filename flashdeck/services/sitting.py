"""The sitting that is under way, kept so that a program that was cut short comes back to the same card.

Only the row of cards it began with is stored. Where it stands follows from the review log and the operations: what was
done since then is counted again, so that there is no second truth to keep in step.
"""

from collections.abc import Sequence

from flashdeck.domain.card import Card
from flashdeck.scheduling.session import SessionQueue
from flashdeck.services.clock import Clock
from flashdeck.services.settings import SITTING
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.services.today import Today
from flashdeck.storage.collection import Collection
from flashdeck.storage.operations import Operation


def begin(
    collection: Collection, clock: Clock, today: Today, cards: SessionQueue[Card], mode: StudyMode
) -> StudySession:
    """Return a new sitting, kept until `end`."""
    with collection.atomic():
        collection.settings.put(
            SITTING,
            {
                "mode": mode.value,
                "study_day": today.day().isoformat(),
                "after_seq": collection.reviews.last_seq(),
                "after_operation": collection.operations.last_seq(),
                "waiting": [card.uid for card in cards.waiting],
                "drills": [card.uid for card in cards.drills],
            },
            now=clock.now(),
        )
    return StudySession(collection, clock, today, cards, mode)


def resume(collection: Collection, clock: Clock, today: Today) -> StudySession | None:
    """Return the sitting of this study day that was never ended, where it stood; None when there is none."""
    match collection.settings.all().get(SITTING):
        case {
            "mode": str(mode),
            "study_day": day,
            "after_seq": int(after_seq),
            "waiting": list(waiting),
            "drills": list(drills),
            **others,
        } if day == today.day().isoformat():
            cards = SessionQueue(row=_cards(collection, waiting), drills=_cards(collection, drills))
            session = StudySession(collection, clock, today, cards, StudyMode(mode))
            session.take_up(collection.reviews.since(after_seq), _operations(collection, others.get("after_operation")))
            return session if session.question() is not None else None
        case _:
            return None


def end(collection: Collection) -> None:
    """Keep no sitting any longer; what it wrote settles while the user looks at what it came to."""
    if collection.settings.all().get(SITTING) is not None:
        with collection.atomic():
            collection.settings.remove(SITTING)
        collection.settle()


def _operations(collection: Collection, after: object) -> tuple[Operation, ...]:
    return collection.operations.standing_since(after) if isinstance(after, int) else ()  # earlier versions kept none


def _cards(collection: Collection, uids: Sequence[object]) -> tuple[Card, ...]:
    found = (collection.cards.find_uid(str(uid)) for uid in uids)
    return tuple(card for card in found if card is not None)
