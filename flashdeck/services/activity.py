"""How much was answered on each of the last days."""

from datetime import date, timedelta
from typing import NamedTuple

from flashdeck.services.today import Today
from flashdeck.storage.collection import Collection

DAYS_OF_WEEK = 7


class DayActivity(NamedTuple):
    """Answers of a study day that stand."""

    day: date
    answers: int


def last_weeks(collection: Collection, today: Today, weeks: int) -> tuple[DayActivity, ...]:
    """Return every study day of the last weeks up to today, oldest first; the first is a Monday."""
    last = today.day()
    first = last - timedelta(days=last.weekday() + DAYS_OF_WEEK * (weeks - 1))
    answers = collection.reviews.answers_by_day(first - timedelta(days=1))
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    return tuple(DayActivity(day=day, answers=answers.get(day, 0)) for day in days)
