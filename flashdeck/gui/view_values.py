"""What the first page shows and all pages share: frozen values between controllers and views.

Those of other pages stand in modules of their own, so that they are made only when such a page is. These, and what else
the first page waits for, are named tuples: to make one takes a seventh of what a frozen dataclass takes.
"""

from datetime import date
from typing import NamedTuple


class KeyHint(NamedTuple):
    """A key and what it does on this screen."""

    key: str
    meaning: str


class TreeNode(NamedTuple):
    """A deck, section or topic with its counts.

    Attributes:
        key: what the controller knows the node by; the view hands it back.
        counts: one number a column after the name.
    """

    key: str
    name: str
    counts: tuple[int, ...]
    children: tuple["TreeNode", ...] = ()


class DayCount(NamedTuple):
    """A study day with a number: answers given or cards falling due."""

    day: date
    number: int


class TodayView(NamedTuple):
    """What is owed today.

    Attributes:
        local_hour: 0 to 23, for the greeting.
        decks: counts are due, new, to drill.
        has_cards: whether the collection holds any card at all.
        days_to_next: study days until the next card is asked; None when none will be.
        due_waiting: due cards beyond the limit of the day.
        new_waiting: new cards that could still be introduced, beyond the limit of the day.
        days_to_exam: 0 on the day of the exam; None when there is nothing to count down to.
        activity: days up to today, oldest first, of which the first is the first of a week.
    """

    local_hour: int
    due: int
    new: int
    drill: int
    minutes: int
    streak_days: int
    answered_today: int
    decks: tuple[TreeNode, ...]
    has_cards: bool = True
    days_to_next: int | None = None
    due_waiting: int = 0
    new_waiting: int = 0
    days_to_exam: int | None = None
    activity: tuple[DayCount, ...] = ()
