"""How long the user takes, from the user's own latest answers."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from flashdeck.domain.review_log import EntryKind
from flashdeck.storage.collection import Collection
from flashdeck.storage.reviews import TimedAnswer

_ASSUMED_MS: Final = 12_000
_LATEST: Final = 1_000
_ENOUGH: Final = 5
"""Answers of a kind before their median counts; until then that of all answers does."""


class Pace(NamedTuple):
    """Median times from question to answer, in milliseconds.

    Attributes:
        new_ms: the first answer to a card.
        review_ms: a later scheduled answer.
        drill_ms: an answer to a card that was missed earlier on the day.
        cram_ms: an answer outside the schedule.
        drills_per_answer: how many drills follow a scheduled answer on average.
    """

    new_ms: float
    review_ms: float
    drill_ms: float
    cram_ms: float
    drills_per_answer: float = 0.0

    def minutes(self, *, due: int = 0, new: int = 0, drill: int = 0, cram: int = 0) -> int:
        """Return the minutes, rounded up, that so many cards take, with the drills that will follow from them."""
        drills = drill + (due + new) * self.drills_per_answer
        total = due * self.review_ms + new * self.new_ms + drills * self.drill_ms + cram * self.cram_ms
        return -int(-total // 60_000)


def pace_of(collection: Collection) -> Pace:
    """Return the pace of the latest answers; a guess before there are enough measured ones."""
    answers = collection.reviews.latest_times(_LATEST)
    overall = _median(answers, _ASSUMED_MS)
    scheduled = [answer for answer in answers if answer.kind is EntryKind.REVIEW]
    drills = [answer for answer in answers if answer.kind is EntryKind.DRILL]
    return Pace(
        new_ms=_median([answer for answer in scheduled if answer.is_first], overall),
        review_ms=_median([answer for answer in scheduled if not answer.is_first], overall),
        drill_ms=_median(drills, overall),
        cram_ms=_median([answer for answer in answers if answer.kind is EntryKind.CRAM], overall),
        drills_per_answer=len(drills) / len(scheduled) if len(scheduled) >= _ENOUGH else 0.0,
    )


def _median(answers: Sequence[TimedAnswer], overall: float) -> float:
    if len(answers) < _ENOUGH:
        return overall
    times = sorted(answer.took_ms for answer in answers)
    middle = len(times) // 2
    return (times[middle] + times[~middle]) / 2
