"""Leeches: cards that are forgotten again and again. They want better words, not more repetitions."""

from typing import Final

DEFAULT_LEECH_LAPSES: Final = 8
LEECH_TAG: Final = "leech"


def is_leech(lapses: int, threshold: int) -> bool:
    """Whether so many lapses make a leech."""
    return lapses >= threshold


def is_stopped_at(lapses: int, threshold: int) -> bool:
    """Whether the lapse that makes the count `lapses` calls for the user: the threshold, then each half of it again."""
    return lapses >= threshold and (lapses - threshold) % max(1, threshold // 2) == 0
