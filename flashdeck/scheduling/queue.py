"""The order of a day.

First what is due, longest overdue first and cards due on one day in the order of their introduction, with new cards
in the order of theirs spread evenly among them; then, round and round, what must be drilled. Of cards that ask about
the same fact only one is asked a day: a drill before a due card before a new one.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar


class Queued(Protocol):
    """What the order of a queue depends on."""

    @property
    def sibling_key(self) -> str:
        """Cards with the same key are kept apart."""
        ...


QueuedT = TypeVar("QueuedT", bound=Queued)
CardT = TypeVar("CardT")


def without_siblings(cards: Iterable[QueuedT], taken: Iterable[str] = ()) -> tuple[QueuedT, ...]:
    """Return the cards with only the first of each family, leaving out families in `taken`."""
    seen = set(taken)
    kept: list[QueuedT] = []
    for card in cards:
        if card.sibling_key not in seen:
            seen.add(card.sibling_key)
            kept.append(card)
    return tuple(kept)


def spread(reviews: Sequence[CardT], new: Sequence[CardT]) -> tuple[CardT, ...]:
    """Return both in one row, each in its own order, the new cards evenly among the reviews."""
    total = len(reviews) + len(new)
    row: list[CardT] = []
    taken = 0
    for place in range(total):
        # the new card number k stands where k/(number of new) of the row is over
        if (place + 1) * len(new) // total > taken:
            row.append(new[taken])
            taken += 1
        else:
            row.append(reviews[place - taken])
    return tuple(row)
