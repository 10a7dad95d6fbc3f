"""How likely cards are remembered: by FSRS-6 from the review log, whatever the scheduler. SM-2 knows no probability."""

import math
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from flashdeck.scheduling.fsrs6 import recall_probability, stability_after
from flashdeck.services import recall_file
from flashdeck.services.recall_file import Kept
from flashdeck.storage.cards import AnsweredCard
from flashdeck.storage.collection import Collection

if TYPE_CHECKING:
    from flashdeck.storage.reviews import LogMark

_CARDS_AT_ONCE: Final = 500
"""So few that adding them up takes a millisecond or two."""
_UNKNOWN_AT_ONCE: Final = 10
"""So few that working them out takes a few milliseconds."""
_SAMPLE: Final = 10
"""Of what is kept, so many are worked out anew to see whether all is to be trusted."""
_WORTH_KEEPING: Final = 1_000
"""To work out so many cards at every start takes less than writing all of them once does."""


class TopicRecall(NamedTuple):
    """The probabilities of recall of a topic's cards that were answered and are not suspended, added up."""

    deck_name: str
    topic: str
    total: float
    cards: int


class Recall:
    """Works out probabilities of recall bit by bit, and keeps what only further answers can change."""

    def __init__(self, collection: Collection, *, keeps_from: int = _WORTH_KEEPING) -> None:
        """Keep what was worked out for the next start, once so many cards were."""
        self._collection = collection
        self._keeps_from = keeps_from
        self._path = recall_file.path_of(collection.path)
        self._stabilities: dict[str, float] = {}
        self._seen: LogMark | None = None
        self._is_read = False
        self._not_kept = 0

    def topics_on(self, day: date) -> Iterator[tuple[TopicRecall, ...] | None]:
        """Yield once what the topics with answered cards come to, and None after each bit of the work before and after.

        A card counts with the probability, 0 to 1, that it is remembered on the day if it is not answered before.
        Nothing may be written meanwhile; to begin again costs little. What follows keeps the work for the next start.
        """
        if not self._is_read:
            yield from self._read()
        self._forget_what_changed()
        totals: dict[int | None, tuple[float, int]] = {}
        last = None
        while cards := self._collection.cards.answered(last, _CARDS_AT_ONCE):
            yield from self._work_out(cards)
            for card, stability in self._with_stabilities(cards):
                total, number = totals.get(card.topic_id, (0.0, 0))
                probability = recall_probability(stability, answered_on=card.answered_on, day=day)
                totals[card.topic_id] = total + probability, number + 1
            last = cards[-1].id
            yield None
        names = self._collection.cards.topics()
        yield tuple(
            TopicRecall(*names[topic], total, number)
            for topic, (total, number) in totals.items()
            if topic is not None and topic in names  # else the card has lost its topic, which a check mends
        )
        yield from self._keep()

    def _read(self) -> Iterator[None]:
        kept = yield from recall_file.read(self._path)
        if kept is not None and self._is_right(kept):
            self._stabilities, self._seen = kept.stabilities, kept.mark
        self._is_read = True

    def _is_right(self, kept: Kept) -> bool:
        """Whether the log still begins as it was and would lead to the same again: FSRS may be another since then."""
        changed = self._collection.reviews.cards_since(kept.mark)
        if changed is None:
            return False
        some = dict(islice(((uid, days) for uid, days in kept.stabilities.items() if uid not in changed), _SAMPLE))
        found = self._collection.reviews.scheduled_answers(list(some))
        return found.keys() == some.keys() and all(
            math.isclose(stability_after(answers), some[uid]) for uid, answers in found.items()
        )

    def _keep(self) -> Iterator[None]:
        """Keep what was worked out for the next start where that saves it time."""
        if self._seen is None or self._not_kept < self._keeps_from or self._collection.is_view_only:
            return
        yield from recall_file.write(self._path, Kept(mark=self._seen, stabilities=self._stabilities))
        self._not_kept = 0

    def _forget_what_changed(self) -> None:
        changed = None if self._seen is None else self._collection.reviews.cards_since(self._seen)
        if changed is None:
            self._stabilities.clear()
        else:
            for uid in changed:
                self._stabilities.pop(uid, None)
        self._seen = self._collection.reviews.newest()

    def _work_out(self, cards: Sequence[AnsweredCard]) -> Iterator[None]:
        """Learn the stabilities of cards that nothing tells yet."""
        kept = self._stabilities
        unknown = [card.uid for card in cards if card.stability_days is None and card.uid not in kept]
        for first in range(0, len(unknown), _UNKNOWN_AT_ONCE):
            found = self._collection.reviews.scheduled_answers(unknown[first : first + _UNKNOWN_AT_ONCE])
            kept.update((uid, stability_after(answers)) for uid, answers in found.items())
            self._not_kept += len(found)
            yield None

    def _with_stabilities(self, cards: Sequence[AnsweredCard]) -> Iterator[tuple[AnsweredCard, float]]:
        for card in cards:
            stability = self._stabilities.get(card.uid) if card.stability_days is None else card.stability_days
            if stability is not None:  # a schedule without any answer is for the check of the collection to tell
                yield card, stability
