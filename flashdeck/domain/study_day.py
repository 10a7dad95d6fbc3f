"""Which day an instant counts for. Days are labels of a calendar, never 86,400 seconds."""

from datetime import date, datetime, timedelta, tzinfo

DEFAULT_ROLLOVER_HOUR = 4


def study_day(instant: datetime, zone: tzinfo, rollover_hour: int, *, last_day: date | None = None) -> date:
    """Return the study day of an instant.

    Args:
        instant: aware, any zone.
        zone: where the user is.
        rollover_hour: local hour, 0 to 23, at which a new day begins.
        last_day: newest day already in the review log. Clock changes can turn the wall clock back over the
            rollover; the day then stays where it was. A clock more than a day behind the log is
            believed: it is the log's entry that was made with a wrong clock.
    """
    wall = instant.astimezone(zone).replace(tzinfo=None)
    day = (wall - timedelta(hours=rollover_hour)).date()
    if last_day is not None and last_day - day == timedelta(days=1):
        return last_day
    return day
