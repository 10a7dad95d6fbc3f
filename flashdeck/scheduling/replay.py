"""The review log to the state of a card: the truth that stored states are checked against."""

from collections.abc import Iterable
from datetime import date

from flashdeck.domain.card_state import CardState, ScheduledState
from flashdeck.domain.review_log import EntryKind, ReviewLogEntry
from flashdeck.scheduling.options import DEFAULT_OPTIONS, SchedulerOptions
from flashdeck.scheduling.scheduler import NEW, advance


def standing(entries: Iterable[ReviewLogEntry]) -> tuple[ReviewLogEntry, ...]:
    """Return the answers that no undo has taken back, in the order given."""
    listed = tuple(entries)
    undone = {entry.undoes for entry in listed if entry.kind is EntryKind.UNDO}
    return tuple(entry for entry in listed if entry.kind is not EntryKind.UNDO and entry.uid not in undone)


def replay(entries: Iterable[ReviewLogEntry], options: SchedulerOptions = DEFAULT_OPTIONS) -> CardState:
    """Return the state to which the entries of one card, oldest first, lead from new."""
    state: CardState = NEW
    for entry in standing(entries):
        state = advance(state, entry, options)
    return state


def was_due_on(day: date, entries: Iterable[ReviewLogEntry], options: SchedulerOptions = DEFAULT_OPTIONS) -> bool:
    """Whether a card had a scheduled answer on a study day and was due then, neither new nor asked ahead of time."""
    state: CardState = NEW
    for entry in standing(entries):
        is_of_day = entry.kind is EntryKind.REVIEW and entry.study_day == day
        if is_of_day and isinstance(state, ScheduledState) and state.due_on <= day:
            return True
        state = advance(state, entry, options)
    return False
