"""What the user may set about an extraction: known before what makes cards is loaded, which takes a while."""

from typing import Final, NamedTuple

DEFAULT_MIN_SCORE: Final = 0.58


class ExtractionOptions(NamedTuple):
    """What the user may set.

    Attributes:
        min_score: cards below it, 0 to 1, are rejected.
        keeps_rejections: whether the caller reads the rejections, which take as much memory as the cards.
    """

    min_score: float = DEFAULT_MIN_SCORE
    keeps_rejections: bool = True
