"""The row of cards of one sitting, as a value: what is asked now, what after it, what again at the end."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final, Generic, TypeVar

CardT = TypeVar("CardT")

CRAM_DISTANCE: Final = 5
"""How many other cards stand between two showings of a card that was missed in cram, where there are as many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionQueue(Generic[CardT]):
    """Cards still to be asked.

    Attributes:
        waiting: asked once each, in this order.
        drills: asked after them, round and round until they are known.
        done: how many cards are finished for this sitting.
    """

    waiting: tuple[CardT, ...]
    drills: tuple[CardT, ...] = ()
    done: int = 0

    @property
    def current(self) -> CardT | None:
        """The card to ask now, None when all are finished."""
        if self.waiting:
            return self.waiting[0]
        return self.drills[0] if self.drills else None

    @property
    def remaining(self) -> int:
        """How many cards are not finished."""
        return len(self.waiting) + len(self.drills)

    def finish(self) -> "SessionQueue[CardT]":
        """The current card is known for today."""
        if self.waiting:
            return SessionQueue(waiting=self.waiting[1:], drills=self.drills, done=self.done + 1)
        return SessionQueue(waiting=(), drills=self.drills[1:], done=self.done + 1)

    def drop(self) -> "SessionQueue[CardT]":
        """The current card leaves the sitting unanswered."""
        return self._without_current()

    def drill(self, distance: int = 0) -> "SessionQueue[CardT]":
        """The current card is asked again after `distance` waiting cards; after all, if it is 0 or there are fewer."""
        current = self.current
        assert current is not None
        rest = self._without_current()
        if 0 < distance <= len(rest.waiting):
            return replace(rest, waiting=(*rest.waiting[:distance], current, *rest.waiting[distance:]))
        return replace(rest, drills=(*rest.drills, current))

    def repeat_soon(self) -> "SessionQueue[CardT]":
        """The current card is asked again after a few others (cram)."""
        current = self.current
        assert current is not None
        rest = self._without_current().waiting
        place = min(CRAM_DISTANCE, len(rest))
        return replace(self, waiting=(*rest[:place], current, *rest[place:]))

    def ask_now(self, card: CardT, same: Callable[[CardT], bool]) -> "SessionQueue[CardT]":
        """`card` is asked next, wherever it (what `same` recognises) stood before."""
        return replace(self, waiting=(card, *_others(self.waiting, same)), drills=tuple(_others(self.drills, same)))

    def _without_current(self) -> "SessionQueue[CardT]":
        if self.waiting:
            return replace(self, waiting=self.waiting[1:])
        return replace(self, drills=self.drills[1:])


def _others(cards: Iterable[CardT], same: Callable[[CardT], bool]) -> tuple[CardT, ...]:
    return tuple(card for card in cards if not same(card))
