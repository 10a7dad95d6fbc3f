"""Cards that are forgotten again and again: tagged, so that they are found, and stopped at, to be rewritten.

A card that becomes a leech without an answer given here (its lapses came from elsewhere, or the setting was lowered) is
tagged at once; it is kept in mind as not seen yet, so that the next time it is forgotten is stopped at.
"""

from collections.abc import Iterable
from datetime import datetime

from flashdeck.domain.card import Card
from flashdeck.domain.card_state import CardState, NewState, ScheduledState
from flashdeck.scheduling.leech import LEECH_TAG, is_leech, is_stopped_at
from flashdeck.services import settings as settings_service
from flashdeck.services.settings import UNSEEN_LEECHES
from flashdeck.storage.collection import Collection
from flashdeck.storage.settings import Value


def leeches(collection: Collection) -> tuple[Card, ...]:
    """Return the cards that were forgotten as often as the setting says, the worst first."""
    return collection.cards.lapsed(settings_service.load(collection).leech_lapses)


def tag_unseen(collection: Collection, cards: Iterable[Card], *, now: datetime) -> None:
    """Tag the notes of those cards that are leeches without an answer here that made them so. Inside `atomic`."""
    threshold = settings_service.load(collection).leech_lapses
    untagged = [
        card
        for card in cards
        if is_leech(_lapses(card.state), threshold) and LEECH_TAG not in collection.notes.get(card.note_id).content.tags
    ]
    if untagged:
        for note_id in {card.note_id for card in untagged}:
            collection.notes.set_tag(note_id, LEECH_TAG, present=True)
        _keep_unseen(collection, _unseen(collection) | {card.uid for card in untagged}, now=now)


def tag_if_stopped(collection: Collection, before: Card, after: ScheduledState, *, now: datetime) -> int | None:
    """Tag the note of a card that an answer made a leech; return its lapses then, else None. Inside `atomic`."""
    if after.lapses == _lapses(before.state):
        return None
    threshold = settings_service.load(collection).leech_lapses
    unseen = _unseen(collection)
    is_unseen = before.uid in unseen and is_leech(after.lapses, threshold)
    if not (is_unseen or is_stopped_at(after.lapses, threshold)):
        return None
    collection.notes.set_tag(before.note_id, LEECH_TAG, present=True)
    if is_unseen:
        _keep_unseen(collection, unseen - {before.uid}, now=now)
    return after.lapses


def untag_if_undone(collection: Collection, before: Card, after: CardState) -> None:
    """Take the tag away when the answer that made the card a leech is taken back. Inside `atomic`."""
    threshold = settings_service.load(collection).leech_lapses
    if is_leech(_lapses(before.state), threshold) and not is_leech(_lapses(after), threshold):
        collection.notes.set_tag(before.note_id, LEECH_TAG, present=False)


def _unseen(collection: Collection) -> set[str]:
    match collection.settings.all().get(UNSEEN_LEECHES):
        case list(uids):
            return {uid for uid in uids if isinstance(uid, str)}
        case _:
            return set()


def _keep_unseen(collection: Collection, uids: set[str], *, now: datetime) -> None:
    collection.settings.put(UNSEEN_LEECHES, list[Value](sorted(uids)), now=now)


def _lapses(state: CardState) -> int:
    return 0 if isinstance(state, NewState) else state.lapses
