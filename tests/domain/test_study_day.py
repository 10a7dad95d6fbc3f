"""Days are labels of a calendar."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from flashdeck.domain.study_day import study_day

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("local", "day"),
    [
        (datetime(2026, 3, 10, 3, 59, tzinfo=BERLIN), date(2026, 3, 9)),
        (datetime(2026, 3, 10, 4, 0, tzinfo=BERLIN), date(2026, 3, 10)),
        (datetime(2026, 3, 29, 23, 0, tzinfo=BERLIN), date(2026, 3, 29)),  # the day summer time begins
        (datetime(2026, 10, 25, 3, 59, tzinfo=BERLIN), date(2026, 10, 24)),  # the day it ends
    ],
)
def test_a_day_begins_at_the_rollover_hour_of_the_wall_clock(local, day):
    assert study_day(local, BERLIN, 4) == day


def test_the_same_instant_is_another_day_elsewhere():
    instant = datetime(2026, 5, 1, 20, tzinfo=UTC)
    assert study_day(instant, ZoneInfo("Asia/Tokyo"), 4) == date(2026, 5, 2)
    assert study_day(instant, ZoneInfo("America/Los_Angeles"), 4) == date(2026, 5, 1)


def test_a_wall_clock_turned_back_over_the_rollover_does_not_bring_yesterday_back():
    instant = datetime(2026, 5, 2, 3, 30, tzinfo=UTC)
    assert study_day(instant, UTC, 4, last_day=date(2026, 5, 2)) == date(2026, 5, 2)


def test_an_entry_made_with_a_clock_far_ahead_does_not_hold_the_days_up():
    instant = datetime(2026, 5, 2, 12, tzinfo=UTC)
    assert study_day(instant, UTC, 4, last_day=date(2100, 1, 1)) == date(2026, 5, 2)
