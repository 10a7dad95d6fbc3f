"""How likely cards are remembered: by FSRS-6 from the review log, whatever the scheduler. SM-2 knows no probability."""

from dataclasses import replace
from datetime import date

from flashdeck.domain.card_state import ScheduledState
from flashdeck.domain.choices import Algorithm
from flashdeck.scheduling.fsrs6 import recall_probability
from flashdeck.scheduling.replay import replay
from flashdeck.services import settings as settings_service
from flashdeck.storage.collection import Collection


def recall_on(collection: Collection, day: date) -> dict[str, float]:
    """Return the probability, 0 to 1, that each answered card is remembered on a day, by card uid.

    Cards that were never answered are not among them; a card that is answered before the day will do better.
    """
    settings = settings_service.load(collection)
    if settings.algorithm is Algorithm.FSRS6:
        states = ((card.uid, card.state) for card in collection.cards.all())
    else:
        options = replace(settings.scheduler_options(), algorithm=Algorithm.FSRS6)
        states = ((uid, replay(entries, options)) for uid, entries in collection.reviews.by_card().items())
    return {
        uid: recall_probability(state.fsrs, answered_on=state.answered_on, day=day)
        for uid, state in states
        if isinstance(state, ScheduledState) and state.fsrs is not None
    }
