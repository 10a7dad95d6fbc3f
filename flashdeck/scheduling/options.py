"""What the user can choose about schedules. A state is a function of the log and of these choices, of nothing else."""

from typing import Final, NamedTuple

from flashdeck.domain.choices import Algorithm

LONGEST_INTERVAL_DAYS: Final = 36_500
LOWEST_RETENTION: Final = 0.7
HIGHEST_RETENTION: Final = 0.97


class SchedulerOptions(NamedTuple):
    """How schedules are made.

    Attributes:
        maximum_interval_days: no interval is longer, 1 to 36,500.
        desired_retention: probability of recall at which FSRS-6 asks again, 0.7 to 0.97; SM-2 knows none.
        smooths_load: spread the due days of long intervals, see `spreading`.
        easy_weekdays: days on which as few cards as possible fall due, 0 (Monday) to 6.
    """

    algorithm: Algorithm = Algorithm.SM2
    maximum_interval_days: int = LONGEST_INTERVAL_DAYS
    desired_retention: float = 0.9
    smooths_load: bool = False
    easy_weekdays: frozenset[int] = frozenset()


DEFAULT_OPTIONS: Final = SchedulerOptions()
