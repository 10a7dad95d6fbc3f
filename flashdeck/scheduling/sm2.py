"""SM-2 as Wozniak published it in 1990, without later additions.

Source: P. A. Wozniak, "Application of a computer to improve the results obtained in working with the SuperMemo
method" (super-memory.com/english/ol/sm2.htm). Where the text leaves a choice:

* An answer below 3 starts the repetitions again and leaves the E-Factor as it was (step 6 of the text).
* Otherwise the E-Factor is updated first and the interval uses the new one; the product is rounded to nine
  decimals before it is rounded up, so that noise of floating point never adds a day.
* The next due day counts from the day of the answer, however late it came.
* What scored below 4 is drilled again on the same day until it scores 4; a drill changes neither E-Factor nor interval.

Early answers ("review ahead") are not in the text. Ours never lengthen an interval beyond what the answer on the due
day would give: of the interval that answer would earn, an early one earns the share of the time that had passed, and
at least the interval the card already had.
"""

import math
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from flashdeck.domain.card_state import (
    INITIAL_EASE_FACTOR,
    MINIMUM_EASE_FACTOR,
    CardState,
    NewState,
    ScheduledState,
)
from flashdeck.domain.quality import Quality

FIRST_INTERVAL_DAYS: Final = 1
SECOND_INTERVAL_DAYS: Final = 6
_LONGEST_DAYS: Final = 10**15  # a float no longer tells neighbouring days apart beyond this


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What SM-2 itself knows of a card.

    Attributes:
        repetitions: answers of 3 or more in a row.
        interval_days: 0 before the first answer.
    """

    repetitions: int = 0
    ease_factor: float = INITIAL_EASE_FACTOR
    interval_days: int = 0


def next_ease_factor(ease_factor: float, quality: Quality) -> float:
    """Return EF' = EF + (0.1 - (5 - q)(0.08 + (5 - q) 0.02)), never below 1.3."""
    missing = 5 - quality
    return max(MINIMUM_EASE_FACTOR, ease_factor + (0.1 - missing * (0.08 + missing * 0.02)))


def next_memory(memory: Memory, quality: Quality) -> Memory:
    """Return the memory after an answer that was given on its due day."""
    if not quality.remembered:
        return Memory(repetitions=0, ease_factor=memory.ease_factor, interval_days=FIRST_INTERVAL_DAYS)
    ease_factor = next_ease_factor(memory.ease_factor, quality)
    repetitions = memory.repetitions + 1
    if repetitions == 1:
        interval_days = FIRST_INTERVAL_DAYS
    elif repetitions == 2:
        interval_days = SECOND_INTERVAL_DAYS
    else:
        interval_days = _ceil(memory.interval_days * ease_factor)
    return Memory(repetitions=repetitions, ease_factor=ease_factor, interval_days=interval_days)


def review(state: CardState, quality: Quality, *, today: date) -> ScheduledState:
    """Return the state after a scheduled answer on `today`; early answers follow the rule of the module's head."""
    before = _memory(state)
    after = next_memory(before, quality)
    interval_days = after.interval_days
    lapses = 0
    if isinstance(state, ScheduledState):
        lapses = state.lapses + (not quality.remembered and state.repetitions > 0)
        if quality.remembered and today < state.due_on:
            passed = max(0, (today - state.answered_on).days) / max(1, state.interval_days)
            interval_days = min(interval_days, max(state.interval_days, _ceil(interval_days * passed)))
    return ScheduledState(
        repetitions=after.repetitions,
        ease_factor=after.ease_factor,
        interval_days=interval_days,
        due_on=_days_after(today, interval_days),
        answered_on=today,
        lapses=lapses,
        drill_on=None if quality.ends_drill else today,
    )


def drill(state: ScheduledState, quality: Quality) -> ScheduledState:
    """Return the state after a drill: the debt is settled by 4 or more, nothing else changes."""
    return state._replace(drill_on=None) if quality.ends_drill else state


def _memory(state: CardState) -> Memory:
    if isinstance(state, NewState):
        return Memory()
    return Memory(repetitions=state.repetitions, ease_factor=state.ease_factor, interval_days=state.interval_days)


def _ceil(days: float) -> int:
    return math.ceil(round(min(days, _LONGEST_DAYS), 9))


def _days_after(today: date, days: int) -> date:
    if days > (date.max - today).days:
        return date.max
    return today + timedelta(days=days)
