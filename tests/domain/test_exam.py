"""How long it is until the exam."""

from datetime import UTC, date, datetime, timedelta

import pytest

from flashdeck.domain.exam import days_to_exam
from flashdeck.domain.study_day import study_day

EXAM = date(2026, 6, 12)


@pytest.mark.parametrize(
    ("today", "days"),
    [(date(2026, 5, 20), 23), (date(2026, 6, 11), 1), (EXAM, 0), (date(2026, 6, 13), None), (date(2025, 6, 12), 365)],
)
def test_days_are_counted_down_to_the_exam_and_no_further(today, days):
    assert days_to_exam(EXAM, today) == days


def test_without_an_exam_nothing_is_counted():
    assert days_to_exam(None, EXAM) is None


def test_after_midnight_the_night_still_belongs_to_the_day_before():
    night = datetime(2026, 6, 12, 1, 30, tzinfo=UTC)
    assert days_to_exam(EXAM, study_day(night, UTC, 4)) == 1
    assert days_to_exam(EXAM, study_day(night + timedelta(hours=4), UTC, 4)) == 0
