"""What is done in a sitting, step by step, so that it can be taken back."""

from dataclasses import dataclass
from typing import Final

from flashdeck.domain.card import Card
from flashdeck.scheduling.session import SessionQueue
from flashdeck.services.summary import Answered
from flashdeck.services.undo import Undone

LEAVING_OUT: Final = frozenset({"bury", "suspend"})
"""Operations after which a card is not asked."""
MARKING: Final = frozenset({"mark", "unmark"})
"""Operations that leave the card as it is asked."""
KINDS_OF_STEPS: Final = LEAVING_OUT | MARKING | {"edit"}
"""What a sitting does to cards besides asking them, as operations are called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something done in this sitting that can be taken back, with the queue as it was before.

    Attributes:
        answer: None when it was no answer.
        operation: the operation that left a card out, edited or marked it.
    """

    queue_before: SessionQueue[Card]
    answer: Answered | None = None
    operation: int | None = None

    def is_of(self, undone: Undone) -> bool:
        """Whether this is what was, or would be, taken back."""
        if undone.answer is not None:
            return self.answer is not None and self.answer.entry.uid == undone.answer.uid
        return undone.operation is not None and undone.operation.seq == self.operation
