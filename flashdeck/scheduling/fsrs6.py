"""FSRS-6 with its default parameters, by the package `fsrs`: the second scheduler, and the source of every probability.

FSRS works in study days here: each answer counts as given at noon of its day. Drills do not count, as with SM-2: a
second answer on the same day hardly moves its stability, and the schedule stays what the first answer said.
"""

import math
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from functools import cache
from typing import TYPE_CHECKING, Final

from flashdeck.domain.card_state import FsrsMemory
from flashdeck.domain.quality import Quality
from flashdeck.scheduling.options import DEFAULT_OPTIONS, SchedulerOptions

if TYPE_CHECKING:
    import fsrs

_RATINGS: Final = {
    Quality.BLACKOUT: 1,
    Quality.AGAIN: 1,
    Quality.WRONG_BUT_EASY: 1,
    Quality.HARD: 2,
    Quality.GOOD: 3,
    Quality.EASY: 4,
}


def review(
    memory: FsrsMemory | None, quality: Quality, *, answered_on: date | None, today: date, options: SchedulerOptions
) -> tuple[FsrsMemory, int]:
    """Return the memory after an answer, and the days until the desired retention is reached.

    Args:
        memory: before the answer; None for a new card.
        quality: of the answer.
        answered_on: study day of the answer before; None for a new card.
        today: study day of the answer.
        options: desired retention and longest interval.
    """
    import fsrs  # noqa: PLC0415 - most never choose it, and it would slow every start

    longest = max(1, min(options.maximum_interval_days, (date.max - today).days - 1))
    card, _ = _scheduler(options.desired_retention, longest).review_card(
        _card(memory, answered_on), fsrs.Rating(_RATINGS[quality]), _noon(today)
    )
    assert card.stability is not None
    assert card.difficulty is not None
    return FsrsMemory(stability_days=card.stability, difficulty=card.difficulty), (card.due - _noon(today)).days


def stability_after(answers: Iterable[tuple[Quality, date]]) -> float:
    """Return the stability, in days, to which a card's scheduled answers lead, oldest first, at least one.

    What `review` makes of them one by one, without the intervals.
    """
    import fsrs  # noqa: PLC0415 - as above

    card, scheduler = fsrs.Card(card_id=1), _default_scheduler()
    for quality, day in answers:
        card, _ = scheduler.review_card(card, fsrs.Rating(_RATINGS[quality]), _noon(day))
    assert card.stability is not None
    return card.stability


def recall_probability(stability_days: float, *, answered_on: date, day: date) -> float:
    """Return the probability, 0 to 1, that a card is remembered on a day, when it is not answered before."""
    decay, factor = _forgetting_curve()
    return math.pow(1 + factor * max(0, (day - answered_on).days) / stability_days, decay)


@cache
def _forgetting_curve() -> tuple[float, float]:
    """Return decay and factor of FSRS-6's curve, which is 0.9 after as many days as the stability.

    Asking the package would take a card of its own for each probability, and there are as many as cards.
    """
    decay = -_default_scheduler().parameters[-1]
    return decay, math.pow(0.9, 1 / decay) - 1


def _default_scheduler() -> "fsrs.Scheduler":
    return _scheduler(DEFAULT_OPTIONS.desired_retention, DEFAULT_OPTIONS.maximum_interval_days)


@cache
def _scheduler(desired_retention: float, maximum_interval_days: int) -> "fsrs.Scheduler":
    import fsrs  # noqa: PLC0415 - as above

    return fsrs.Scheduler(
        desired_retention=desired_retention,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=maximum_interval_days,
        enable_fuzzing=False,
    )


def _card(memory: FsrsMemory | None, answered_on: date | None) -> "fsrs.Card":
    import fsrs  # noqa: PLC0415 - as above

    if memory is None or answered_on is None:
        return fsrs.Card(card_id=1)
    return fsrs.Card(
        card_id=1,
        state=fsrs.State.Review,
        stability=memory.stability_days,
        difficulty=memory.difficulty,
        last_review=_noon(answered_on),
    )


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)
