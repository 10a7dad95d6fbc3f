"""The row of cards of one sitting, as a value: what is asked now, what after it, what again at the end.

Going on by a card moves the place in the row and copies none of it, so that every step of a long sitting can be kept.
"""

from collections.abc import Callable, Iterable
from typing import Final, Generic, NamedTuple, TypeVar

CardT = TypeVar("CardT")

CRAM_DISTANCE: Final = 5
"""How many other cards stand between two showings of a card that was missed in cram, where there are as many."""


class SessionQueue(NamedTuple, Generic[CardT]):
    """Cards still to be asked.

    Attributes:
        row: asked once each, in this order; those before `place` are not asked any more.
        drills: asked after them, round and round until they are known.
        done: how many cards are finished for this sitting.
    """

    row: tuple[CardT, ...]
    place: int = 0
    drills: tuple[CardT, ...] = ()
    done: int = 0

    @property
    def waiting(self) -> tuple[CardT, ...]:
        """The cards of the row that are still to be asked."""
        return self.row[self.place :]

    @property
    def current(self) -> CardT | None:
        """The card to ask now, None when all are finished."""
        if self.place < len(self.row):
            return self.row[self.place]
        return self.drills[0] if self.drills else None

    @property
    def remaining(self) -> int:
        """How many cards are not finished."""
        return len(self.row) - self.place + len(self.drills)

    def finish(self) -> "SessionQueue[CardT]":
        """The current card is known for today."""
        return self._without_current(done=self.done + 1)

    def drop(self) -> "SessionQueue[CardT]":
        """The current card leaves the sitting unanswered."""
        return self._without_current(done=self.done)

    def drill(self, distance: int) -> "SessionQueue[CardT]":
        """The current card is asked again after `distance` waiting cards; after all, if it is 0 or there are fewer."""
        current = self.current
        assert current is not None
        rest = self.drop()
        if 0 < distance <= len(rest.row) - rest.place:
            return _with_again(rest, current, distance)
        return rest._replace(drills=(*rest.drills, current))

    def repeat_soon(self) -> "SessionQueue[CardT]":
        """The current card is asked again after a few others (cram)."""
        current = self.current
        assert current is not None
        return _with_again(self.drop(), current, CRAM_DISTANCE)

    def ask_now(self, card: CardT, same: Callable[[CardT], bool]) -> "SessionQueue[CardT]":
        """`card` is asked next, wherever it (what `same` recognises) stood before."""
        row = (card, *_others(self.waiting, same))
        return SessionQueue(row=row, drills=_others(self.drills, same), done=self.done)

    def _without_current(self, *, done: int) -> "SessionQueue[CardT]":
        if self.place < len(self.row):
            return SessionQueue(row=self.row, place=self.place + 1, drills=self.drills, done=done)
        return SessionQueue(row=self.row, place=self.place, drills=self.drills[1:], done=done)


def _with_again(queue: SessionQueue[CardT], card: CardT, distance: int) -> SessionQueue[CardT]:
    """Return the queue with a card put in behind so many that wait, or behind all."""
    waiting = queue.waiting
    return queue._replace(row=(*waiting[:distance], card, *waiting[distance:]), place=0)


def _others(cards: Iterable[CardT], same: Callable[[CardT], bool]) -> tuple[CardT, ...]:
    return tuple(card for card in cards if not same(card))
