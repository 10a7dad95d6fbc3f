"""How well an answer was remembered, on SuperMemo's scale of 0 to 5."""

from enum import IntEnum
from typing import Final


class Quality(IntEnum):
    """The grade of one answer (Wozniak 1990); the lowest that counts as remembered is 3."""

    BLACKOUT = 0
    AGAIN = 1
    WRONG_BUT_EASY = 2
    HARD = 3
    GOOD = 4
    EASY = 5

    @property
    def remembered(self) -> bool:
        """Whether the repetitions go on; below 3 they start again."""
        return self >= Quality.HARD

    @property
    def ends_drill(self) -> bool:
        """Whether the card is done for the day; what scored below 4 is asked again the same day."""
        return self >= Quality.GOOD


BUTTON_QUALITIES: Final = (Quality.AGAIN, Quality.HARD, Quality.GOOD, Quality.EASY)
"""The four answer buttons, in the order of their keys 1 to 4."""
