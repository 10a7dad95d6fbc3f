"""Slides that text recognition left without page marks: told apart by runs of blank lines.

A dropped picture leaves two blank lines or a block of meaningless numbers; the title is a line like any other.
"""

from collections.abc import Sequence
from typing import Final

from flashdeck.extraction.dialects import Dialect
from flashdeck.extraction.model import Line, Slide

_SUREST: Final = 0.9
_LONG_RUN: Final = 5


def likelihood(lines: Sequence[Line]) -> float:
    """Return how much blank runs alone structure the text: 0 with form feeds or without long runs."""
    if not lines or any("\f" in line.text for line in lines):
        return 0.0
    gaps = [line.gap for line in lines]
    if max(gaps) < _LONG_RUN:
        return 0.1
    blanks = sum(gaps)
    share = blanks / (blanks + len(lines))
    return min(_SUREST, 0.3 + share)


def read(lines: Sequence[Line]) -> Sequence[Slide]:
    """Return every slide of the text in order."""
    # loaded with the first text of this kind, for every text asks for the likelihood alone
    from flashdeck.extraction.dialects.blank_runs import reading  # noqa: PLC0415

    return reading.read(lines)


DIALECT: Final = Dialect(name="blank runs", likelihood=likelihood, read=read, surest=_SUREST)
