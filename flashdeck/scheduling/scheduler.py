"""What an answer does to a card under the user's options: the one way to a new state, for answers and for previews.

SM-2's repetitions, E-Factor and lapses are kept whatever the scheduler, since they depend on the qualities alone; with
FSRS-6 only the interval is another. What scored below 4 is drilled on the same day under both.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final

from flashdeck.domain.card_state import CardState, NewState, ScheduledState
from flashdeck.domain.choices import Algorithm
from flashdeck.domain.quality import Quality
from flashdeck.domain.review_log import EntryKind, ReviewLogEntry
from flashdeck.scheduling import fsrs6, sm2, spreading
from flashdeck.scheduling.options import DEFAULT_OPTIONS, SchedulerOptions

NEW: Final = NewState()


def next_state(
    state: CardState, quality: Quality, *, today: date, card_uid: str, options: SchedulerOptions = DEFAULT_OPTIONS
) -> ScheduledState:
    """Return the state after the answer that the card owes today: a drill if one is owed, else a review."""
    if isinstance(state, ScheduledState) and state.owes_drill(today):
        return sm2.drill(state, quality)
    return review(state, quality, today=today, card_uid=card_uid, options=options)


def review(
    state: CardState, quality: Quality, *, today: date, card_uid: str, options: SchedulerOptions = DEFAULT_OPTIONS
) -> ScheduledState:
    """Return the state after a scheduled answer."""
    after = sm2.review(state, quality, today=today)
    interval_days, memory = after.interval_days, None
    if options.algorithm is Algorithm.FSRS6:
        before = state if isinstance(state, ScheduledState) else None
        memory, interval_days = fsrs6.review(
            None if before is None else before.fsrs,
            quality,
            answered_on=None if before is None else before.answered_on,
            today=today,
            options=options,
        )
    interval_days = min(interval_days, options.maximum_interval_days)
    due_on = spreading.due_day(today, interval_days, card_uid=card_uid, options=options)
    if (interval_days, due_on, memory) == (after.interval_days, after.due_on, None):
        return after
    return after._replace(interval_days=interval_days, due_on=due_on, fsrs=memory)


def trail(qualities: Iterable[Quality]) -> tuple[ScheduledState, ...]:
    """Return where a new card stands after each of the answers, each given on its due day, by default options."""
    state: CardState = NEW
    states: list[ScheduledState] = []
    today = date.min
    for quality in qualities:
        state = review(state, quality, today=today, card_uid="")
        states.append(state)
        today = state.due_on
    return tuple(states)


def advance(state: CardState, entry: ReviewLogEntry, options: SchedulerOptions = DEFAULT_OPTIONS) -> CardState:
    """Return the state after one entry of the log; a cram or undo leaves it alone."""
    if entry.quality is None or entry.kind is EntryKind.CRAM:
        return state
    if entry.kind is EntryKind.DRILL:
        return sm2.drill(state, entry.quality) if isinstance(state, ScheduledState) else state
    return review(state, entry.quality, today=entry.study_day, card_uid=entry.card_uid, options=options)
