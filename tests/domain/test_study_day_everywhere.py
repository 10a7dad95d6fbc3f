"""Days never run backwards and lose no card, in any zone, whatever its clocks did and whenever the day begins."""

import zoneinfo
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from flashdeck.domain.study_day import study_day

FIRST, LAST = datetime(2010, 1, 1, tzinfo=UTC), datetime(2038, 1, 1, tzinfo=UTC)
ROLLOVER_HOURS = (0, 1, 2, 3, 4, 6, 23)
AROUND_HOURS = 14
HOUR = timedelta(hours=1)
HARDEST = ("Antarctica/Casey", "Antarctica/Troll", "Pacific/Chatham", "Pacific/Apia", "Australia/Lord_Howe")
"""Clocks that went back over a rollover, by half an hour or two, or left a whole day out."""


def transitions(zone: ZoneInfo) -> Iterator[datetime]:
    """Return the instants, to the minute, at which a zone's clocks changed."""
    step = timedelta(days=20)
    before = FIRST
    while before < LAST:
        after = before + step
        if before.astimezone(zone).utcoffset() != after.astimezone(zone).utcoffset():
            yield bisected(zone, before, after)
        before = after


def bisected(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    offset = before.astimezone(zone).utcoffset()
    while after - before > timedelta(minutes=1):
        middle = before + (after - before) / 2
        if middle.astimezone(zone).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return after.replace(second=0, microsecond=0)


def check(name: str) -> int:
    """Answer a card each hour around every change of the clocks; return how many answers that were."""
    zone = ZoneInfo(name)
    answers = 0
    for change in transitions(zone):
        for rollover_hour in ROLLOVER_HOURS:
            last_day = None
            for hours in range(-AROUND_HOURS, AROUND_HOURS + 1):
                instant = change + hours * HOUR
                day = study_day(instant, zone, rollover_hour, last_day=last_day)
                wall = (instant.astimezone(zone).replace(tzinfo=None) - timedelta(hours=rollover_hour)).date()
                assert last_day is None or day >= last_day, (name, instant, rollover_hour)
                assert timedelta() <= day - wall <= timedelta(days=1), (name, instant, rollover_hour)
                last_day = day
                answers += 1
            assert day == wall, "the days stay behind"
    return answers


@pytest.mark.parametrize("name", HARDEST)
def test_the_hardest_zones(name):
    assert check(name) > 200


def test_by_the_wall_clock_alone_days_would_run_backwards():
    zone = ZoneInfo("Antarctica/Casey")
    hours = [change + number * HOUR for change in transitions(zone) for number in range(-AROUND_HOURS, AROUND_HOURS)]
    days = [study_day(instant, zone, 1, last_day=None) for instant in sorted(hours)]
    assert days != sorted(days)


def test_every_sixtieth_zone():
    names = sorted(zoneinfo.available_timezones())
    assert sum(check(name) for name in names[::60]) > 10_000


@pytest.mark.crash
@pytest.mark.parametrize("part", range(8))
def test_all_zones(part):
    names = sorted(zoneinfo.available_timezones())
    assert len(names) > 500
    assert sum(check(name) for name in names[part::8]) > 100_000
