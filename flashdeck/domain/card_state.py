"""Where a card stands in its schedule: new, or scheduled. "No due date yet" has no number that could lie."""

from datetime import date
from typing import NamedTuple

INITIAL_EASE_FACTOR = 2.5
MINIMUM_EASE_FACTOR = 1.3


class NewState:
    """Never answered; all such states are equal."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, NewState)

    def __hash__(self) -> int:
        return hash(NewState)

    def __repr__(self) -> str:
        return "NewState()"


class FsrsMemory(NamedTuple):
    """What FSRS-6 knows of a card after an answer.

    Attributes:
        stability_days: days after which the card is remembered with a probability of 90 %.
        difficulty: 1 (easy) to 10.
    """

    stability_days: float
    difficulty: float


class ScheduledState(NamedTuple):
    """Answered at least once.

    Attributes:
        repetitions: successful scheduled answers in a row; 0 after a lapse.
        ease_factor: SM-2's E-Factor, never below 1.3.
        interval_days: days from the last scheduled answer to the day on which the scheduler wants the card;
            `due_on` may lie some days beside it to spread the load, see `scheduling.spreading`.
        due_on: study day on which the card is asked next.
        answered_on: study day of the last scheduled answer.
        lapses: scheduled answers below 3 after the card had been remembered at least once in a row.
        drill_on: study day on which the card must be drilled until it scores 4, or None when nothing is owed.
        fsrs: kept only while FSRS-6 is the scheduler.
    """

    repetitions: int
    ease_factor: float
    interval_days: int
    due_on: date
    answered_on: date
    lapses: int = 0
    drill_on: date | None = None
    fsrs: FsrsMemory | None = None

    def owes_drill(self, today: date) -> bool:
        """Whether the card has to be asked again today; what was not drilled on its day is forgiven."""
        return self.drill_on == today


CardState = NewState | ScheduledState
