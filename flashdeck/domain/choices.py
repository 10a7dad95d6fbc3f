"""What the user can choose between."""

from enum import StrEnum


class CramOrder(StrEnum):
    """Which cards of the picked topics come first."""

    WEAKEST_FIRST = "weakest"
    SHUFFLED = "shuffled"
    AS_IN_SLIDES = "slides"


class Algorithm(StrEnum):
    """Which scheduler decides when a card is asked again. The review log knows nothing of it."""

    SM2 = "sm2"
    FSRS6 = "fsrs6"


class Grading(StrEnum):
    """Which answers a review offers."""

    FOUR_BUTTONS = "four"
    TWO_BUTTONS = "two"
    SIX_GRADES = "six"


class Appearance(StrEnum):
    """Light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
