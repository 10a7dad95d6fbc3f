"""What a sitting came to."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import Final, NamedTuple

from flashdeck.domain.ids import NoteId
from flashdeck.domain.review_log import ReviewLogEntry
from flashdeck.services.today import Beyond

_MOST_SLOW: Final = 5
_SLOW_FROM_MS: Final = 10_000
_SLOW_FACTOR: Final = 2
"""How many times the median of the sitting an answer takes at least to be called slow."""


class DayLoad(NamedTuple):
    """What a coming study day brings: due cards, and new ones that its limit introduces."""

    day: date
    due: int
    new: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicResult:
    """How a topic went in a sitting: first answers only, drills do not count."""

    topic: str
    answered: int
    correct: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionSummary:
    """What a sitting came to.

    Attributes:
        answered: cards that were answered, each counted once.
        correct: those whose first answer was 3 or more.
        missed: cards to look at again, the most often missed first.
        slowest: the cards that took longest, and clearly longer than the others.
        spent_ms: what all answers together took, those not timed left out.
        load: each of the next seven study days with what it brings.
    """

    answered: int
    correct: int
    topics: tuple[TopicResult, ...]
    missed: tuple["MissedCard", ...]
    slowest: tuple["SlowCard", ...]
    spent_ms: int
    load: tuple[DayLoad, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedCard:
    """A card that was answered below 3; its front is Markdown."""

    card_uid: str
    note_id: NoteId
    front: str
    topic: str
    misses: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SlowCard:
    """A card whose first answer took long; its front is Markdown."""

    card_uid: str
    note_id: NoteId
    front: str
    topic: str
    took_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One answer of a sitting; the front is Markdown."""

    entry: ReviewLogEntry
    note_id: NoteId
    topic: str
    front: str

    @property
    def remembered(self) -> bool:
        """Whether it scored 3 or more."""
        return self.entry.quality is not None and self.entry.quality.remembered


def summarise(answers: Sequence[Answered], load: Sequence[DayLoad]) -> SessionSummary:
    """Return what the answers of a sitting, oldest first, came to.

    Args:
        answers: those that stand.
        load: what the next seven study days bring, see `carried_over`.
    """
    first: dict[str, Answered] = {}
    misses: Counter[str] = Counter()
    for answered in answers:
        first.setdefault(answered.entry.card_uid, answered)
        misses[answered.entry.card_uid] += not answered.remembered
    answered_by_topic = Counter(answered.topic for answered in first.values())
    correct_by_topic = Counter(answered.topic for answered in first.values() if answered.remembered)
    return SessionSummary(
        answered=len(first),
        correct=sum(correct_by_topic.values()),
        topics=tuple(
            TopicResult(topic=topic, answered=count, correct=correct_by_topic[topic])
            for topic, count in answered_by_topic.items()
        ),
        missed=tuple(
            MissedCard(
                card_uid=uid, note_id=first[uid].note_id, front=first[uid].front, topic=first[uid].topic, misses=count
            )
            for uid, count in misses.most_common()
            if count
        ),
        slowest=_slowest(first.values()),
        spent_ms=sum(answered.entry.took_ms or 0 for answered in answers),
        load=tuple(load),
    )


def carried_over(
    falling_due: Mapping[date, int], today: date, *, beyond: Beyond, reviews_per_day: int, new_per_day: int
) -> tuple[DayLoad, ...]:
    """Return what each of the next seven study days brings, when all that every day brings is answered.

    When a card that is new today or later comes again depends on its answers: only the cards of now are counted.

    Args:
        falling_due: how many cards fall due, by day.
        today: the present study day.
        beyond: what the limits keep out today.
        reviews_per_day: the limit of due cards; what is beyond it waits for the day after.
        new_per_day: the limit of new cards.
    """
    load: list[DayLoad] = []
    due, new = beyond
    for day in (today + timedelta(days=number) for number in range(1, 8)):
        due += falling_due.get(day, 0)
        load.append(DayLoad(day=day, due=min(due, reviews_per_day), new=min(new, new_per_day)))
        due, new = due - load[-1].due, new - load[-1].new
    return tuple(load)


def _slowest(answers: Iterable[Answered]) -> tuple[SlowCard, ...]:
    timed = [(answered.entry.took_ms, answered) for answered in answers if answered.entry.took_ms is not None]
    if not timed:
        return ()
    bound = max(_SLOW_FROM_MS, _SLOW_FACTOR * median(took_ms for took_ms, _ in timed))
    slow = sorted((pair for pair in timed if pair[0] >= bound), key=lambda pair: -pair[0])
    return tuple(
        SlowCard(
            card_uid=answered.entry.card_uid,
            note_id=answered.note_id,
            front=answered.front,
            topic=answered.topic,
            took_ms=took_ms,
        )
        for took_ms, answered in slow[:_MOST_SLOW]
    )
