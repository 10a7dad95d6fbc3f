"""How likely cards are remembered: by FSRS-6 from the review log, whatever the scheduler. SM-2 knows no probability."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from flashdeck.scheduling.fsrs6 import recall_probability, stability_after
from flashdeck.storage.cards import AnsweredCard
from flashdeck.storage.collection import Collection

if TYPE_CHECKING:
    from flashdeck.storage.reviews import LogMark

_CARDS_AT_ONCE: Final = 10
"""So few that working them out takes a few milliseconds."""


class TopicRecall(NamedTuple):
    """The probabilities of recall of a topic's cards that were answered and are not suspended, added up."""

    deck_name: str
    topic: str
    total: float
    cards: int


class Recall:
    """Works out probabilities of recall bit by bit, and keeps what only further answers can change."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._stabilities: dict[str, float] = {}
        self._seen: LogMark | None = None

    def topics_on(self, day: date) -> Iterator[tuple[TopicRecall, ...] | None]:
        """Yield None after each bit of the work, and at its end what the topics with answered cards come to.

        A card counts with the probability, 0 to 1, that it is remembered on the day if it is not answered before.
        Nothing may be written meanwhile; to begin again costs little.
        """
        self._forget_what_changed()
        totals: dict[int, tuple[float, int]] = {}
        last = None
        while cards := self._collection.cards.answered(last, _CARDS_AT_ONCE):
            for card, stability in self._with_stabilities(cards):
                total, number = totals.get(card.topic_id, (0.0, 0))
                probability = recall_probability(stability, answered_on=card.answered_on, day=day)
                totals[card.topic_id] = total + probability, number + 1
            last = cards[-1].id
            yield None
        names = self._collection.cards.topics()
        yield tuple(TopicRecall(*names[topic], total, number) for topic, (total, number) in totals.items())

    def _forget_what_changed(self) -> None:
        changed = None if self._seen is None else self._collection.reviews.cards_since(self._seen)
        if changed is None:
            self._stabilities.clear()
        else:
            for uid in changed:
                self._stabilities.pop(uid, None)
        self._seen = self._collection.reviews.newest()

    def _with_stabilities(self, cards: Sequence[AnsweredCard]) -> Iterator[tuple[AnsweredCard, float]]:
        kept = self._stabilities
        unknown = [card.uid for card in cards if card.stability_days is None and card.uid not in kept]
        if unknown:
            found = self._collection.reviews.scheduled_answers(unknown)
            kept.update((uid, stability_after(answers)) for uid, answers in found.items())
        for card in cards:
            stability = kept.get(card.uid) if card.stability_days is None else card.stability_days
            if stability is not None:  # a schedule without any answer is for the check of the collection to tell
                yield card, stability
