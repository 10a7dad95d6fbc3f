"""Schedules made anew from the review log: after an undo, a merge, or another choice of scheduler. Nothing is lost."""

from collections.abc import Iterable
from typing import Final

from flashdeck.domain.card import Card
from flashdeck.domain.card_state import CardState
from flashdeck.domain.ids import NoteId
from flashdeck.scheduling.replay import replay
from flashdeck.services import leeches
from flashdeck.services import settings as settings_service
from flashdeck.services.clock import Clock
from flashdeck.services.settings import Settings
from flashdeck.storage.collection import Collection
from flashdeck.storage.verification import Tell

_TOLD_EVERY_CARDS: Final = 1_000
_MOST_AT_ONCE: Final = 2_000
"""Cards and answers that are replayed within a tenth of a second or so."""


def takes_long(collection: Collection, settings: Settings) -> bool:
    """Whether `change_settings` would replay so much that nobody should have to wait for it."""
    if settings.scheduler_options() == settings_service.load(collection).scheduler_options():
        return False
    return collection.cards.count() + collection.reviews.answers() > _MOST_AT_ONCE


def change_settings(collection: Collection, clock: Clock, settings: Settings, tell: Tell = lambda _: None) -> int:
    """Store every setting that differs from what is stored; return how many cards this gave another schedule.

    A change of what schedules depend on replays the review log, so that changing it back brings the old ones back.

    Args:
        collection: whose settings.
        clock: says when they are stored.
        settings: all of them.
        tell: called with how far this is, 0 to 1.

    Raises:
        CollectionError: it could not be written; nothing has changed.
    """
    stored = collection.settings.all()
    before = settings_service.from_stored(stored)
    with collection.atomic():
        for name, value in settings_service.to_stored(settings).items():
            if stored.get(name) != value:
                collection.settings.put(name, value, now=clock.now())
        if settings.leech_lapses < before.leech_lapses:
            known = set(collection.cards.lapsed(before.leech_lapses))
            lowered = (card for card in leeches.leeches(collection) if card not in known)
            leeches.tag_unseen(collection, lowered, now=clock.now())
        if settings.scheduler_options() != before.scheduler_options():
            return rebuild_all(collection, tell)
    return 0


def rebuild(collection: Collection, cards: Iterable[Card]) -> int:
    """Give each card the state that its answers lead to; return how many stood elsewhere. Inside `atomic`."""
    options = settings_service.load(collection).scheduler_options()
    moved = 0
    for card in cards:
        state = replay(collection.reviews.of_card(card.uid), options)
        if state != card.state:
            collection.cards.replace_state(card, state)
            moved += 1
    return moved


def take_up(collection: Collection, note_ids: Iterable[NoteId]) -> None:
    """Give cards that an operation has made the state that earlier answers lead to. Inside `atomic`.

    The log keeps the answers to a note that is deleted and to a gap that is taken out, and either can come again.
    """
    card_ids = (card_id for note_id in note_ids for card_id in collection.cards.ids_of_note(note_id))
    cards = (collection.cards.find(card_id) for card_id in card_ids)
    rebuild(collection, (card for card in cards if card is not None and card.is_new))


def rebuild_all(collection: Collection, tell: Tell = lambda _: None) -> int:
    """Give every card the state that its answers lead to; return how many stood elsewhere. Inside `atomic`."""
    strays = strays_of(collection, tell)
    for card, state in strays:
        collection.cards.replace_state(card, state)
    return len(strays)


def strays_of(collection: Collection, tell: Tell = lambda _: None) -> list[tuple[Card, CardState]]:
    """Return the cards that stand where their answers do not lead, each with the state to which they do.

    Args:
        collection: whose cards.
        tell: called with how far this is, 0 to 1.
    """
    options = settings_service.load(collection).scheduler_options()
    logs = collection.reviews.by_card()
    cards = collection.cards.all()
    strays: list[tuple[Card, CardState]] = []
    for number, card in enumerate(cards):
        if number % _TOLD_EVERY_CARDS == 0:
            tell(number / len(cards))
        state = replay(logs.get(card.uid, ()), options)
        if state != card.state:
            strays.append((card, state))
    return strays
