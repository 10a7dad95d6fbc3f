"""The review log to the state of a card: the truth that stored states are checked against."""

from collections.abc import Iterable

from flashdeck.domain.card_state import CardState, NewState, ScheduledState
from flashdeck.domain.review_log import EntryKind, ReviewLogEntry
from flashdeck.scheduling import sm2


def standing(entries: Iterable[ReviewLogEntry]) -> tuple[ReviewLogEntry, ...]:
    """Return the answers that no undo has taken back, in the order given."""
    listed = tuple(entries)
    undone = {entry.undoes for entry in listed if entry.kind is EntryKind.UNDO}
    return tuple(entry for entry in listed if entry.kind is not EntryKind.UNDO and entry.uid not in undone)


def replay(entries: Iterable[ReviewLogEntry]) -> CardState:
    """Return the state to which the entries of one card, oldest first, lead from new."""
    state: CardState = NewState()
    for entry in standing(entries):
        state = advance(state, entry)
    return state


def advance(state: CardState, entry: ReviewLogEntry) -> CardState:
    """Return the state after one answer; a cram leaves it alone."""
    if entry.quality is None or entry.kind is EntryKind.CRAM:
        return state
    if entry.kind is EntryKind.DRILL:
        return sm2.drill(state, entry.quality) if isinstance(state, ScheduledState) else state
    return sm2.review(state, entry.quality, today=entry.study_day)
