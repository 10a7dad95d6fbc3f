"""Due days moved a little, so that no day is heavy: deterministic, and the same at every replay.

Only the due day moves; the interval that the next one grows from stays what the scheduler said. Where a card goes
depends on its uid and the day of the answer alone, never on other cards: cards answered together with the same
quality part evenly over the days around their common due day.
"""

from datetime import date, timedelta
from hashlib import blake2b
from typing import Final

from flashdeck.scheduling.options import SchedulerOptions

SHORTEST_MOVED_DAYS: Final = 4
"""Shorter intervals stay as they are: a day beside them is a large part of them."""
_SHARE: Final = 0.05
_WIDEST_DAYS: Final = 15


def reach_days(interval_days: int) -> int:
    """Return how many days to either side an interval may be moved."""
    if interval_days < SHORTEST_MOVED_DAYS:
        return 0
    return min(_WIDEST_DAYS, 1 + int(_SHARE * interval_days))


def due_day(today: date, interval_days: int, *, card_uid: str, options: SchedulerOptions) -> date:
    """Return the day on which a card falls due that should be asked `interval_days` after `today`."""
    if interval_days > (date.max - today).days - _WIDEST_DAYS:
        return date.max
    planned = today + timedelta(days=interval_days)
    reach = reach_days(interval_days)
    if reach == 0 or not (options.smooths_load or options.easy_weekdays):
        return planned
    latest = min(reach, options.maximum_interval_days - interval_days)
    window = [planned + timedelta(days=shift) for shift in range(-reach, latest + 1)]
    chosen = window[_draw(card_uid, today) % len(window)] if options.smooths_load else planned
    free = [day for day in window if day.weekday() not in options.easy_weekdays]
    return min(free or window, key=lambda day: (abs((day - chosen).days), day))


def _draw(card_uid: str, today: date) -> int:
    """Return a number that looks random and is the same for the same card and day on every machine."""
    return int.from_bytes(blake2b(f"{card_uid} {today.isoformat()}".encode(), digest_size=8).digest(), "big")
