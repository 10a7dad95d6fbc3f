"""Cards that are forgotten again and again: tagged, so that they are found, and stopped at, to be rewritten."""

from flashdeck.domain.card import Card
from flashdeck.domain.card_state import CardState, NewState, ScheduledState
from flashdeck.scheduling.leech import LEECH_TAG, is_leech, is_stopped_at
from flashdeck.services import settings as settings_service
from flashdeck.storage.collection import Collection


def leeches(collection: Collection) -> tuple[Card, ...]:
    """Return the cards that were forgotten as often as the setting says, the worst first."""
    return collection.cards.lapsed(settings_service.load(collection).leech_lapses)


def tag_if_stopped(collection: Collection, before: Card, after: ScheduledState) -> int | None:
    """Tag the note of a card that an answer made a leech; return its lapses then, else None. Inside `atomic`."""
    if after.lapses == _lapses(before.state):
        return None
    if not is_stopped_at(after.lapses, settings_service.load(collection).leech_lapses):
        return None
    collection.notes.set_tag(before.note_id, LEECH_TAG, present=True)
    return after.lapses


def untag_if_undone(collection: Collection, before: Card, after: CardState) -> None:
    """Take the tag away when the answer that made the card a leech is taken back. Inside `atomic`."""
    threshold = settings_service.load(collection).leech_lapses
    if is_leech(_lapses(before.state), threshold) and not is_leech(_lapses(after), threshold):
        collection.notes.set_tag(before.note_id, LEECH_TAG, present=False)


def _lapses(state: CardState) -> int:
    return 0 if isinstance(state, NewState) else state.lapses
