"""How long the cards will take, and how much was done."""

from datetime import timedelta

import pytest

from flashdeck.domain.quality import Quality
from flashdeck.domain.scope import EVERYTHING
from flashdeck.services import schedules, settings
from flashdeck.services.activity import last_weeks
from flashdeck.services.pace import Pace, pace_of
from flashdeck.services.study import StudyMode, StudySession
from tests.conftest import basic


@pytest.fixture
def answer(collection, clock, today):
    def give(*answers, mode=StudyMode.REVIEW):
        queue = today.cram_queue(EVERYTHING) if mode is StudyMode.CRAM else today.review_queue()
        session = StudySession(collection, clock, today, queue, mode)
        for quality, took_ms in answers:
            session.answer(quality, took_ms=took_ms)
        return session

    return give


def test_before_the_first_answer_it_is_a_guess(collection):
    assert pace_of(collection).minutes(new=5) == 1
    assert pace_of(collection).minutes(new=6) == 2
    assert pace_of(collection).minutes() == 0


def test_new_cards_reviews_drills_and_cram_have_their_own_medians(collection, add, answer, clock):
    add(*(basic(f"n{number}") for number in range(10)))
    answer(*[(Quality.AGAIN, 20_000)] * 10, *[(Quality.GOOD, 5_000)] * 10)
    clock.instant += timedelta(days=1)
    answer(*[(Quality.GOOD, 8_000)] * 10)
    answer(*[(Quality.GOOD, 3_000)] * 10, mode=StudyMode.CRAM)
    assert pace_of(collection) == Pace(
        new_ms=20_000, review_ms=8_000, drill_ms=5_000, cram_ms=3_000, drills_per_answer=0.5
    )


def test_too_few_of_a_kind_take_the_median_of_all_and_too_few_of_all_a_guess(collection, add, answer):
    add(*(basic(f"n{number}") for number in range(8)))
    answer(*[(Quality.GOOD, took) for took in (1_000, 2_000, 3_000, 4_000)])
    assert pace_of(collection).new_ms == pace_of(collection).cram_ms == 12_000
    answer(*[(Quality.GOOD, 60_000)])
    assert pace_of(collection).new_ms == pace_of(collection).cram_ms == 3_000


def test_minutes_count_the_drills_that_will_follow():
    pace = Pace(new_ms=30_000, review_ms=10_000, drill_ms=5_000, cram_ms=1_000, drills_per_answer=0.5)
    assert pace.minutes(due=6, new=2, drill=4, cram=0) == -(-(60 + 60 + 20 + 8 * 0.5 * 5) // 60)
    assert pace.minutes(cram=120) == 2


def test_what_remains_of_a_sitting_gets_less(collection, add, answer):
    add(*(basic(f"n{number}") for number in range(20)))
    session = answer()
    assert session.minutes_left() == 4
    session = answer(*[(Quality.GOOD, 12_000)] * 15)
    assert session.minutes_left() == 1
    assert answer(mode=StudyMode.CRAM).minutes_left() == 4


def test_a_drill_in_waiting_is_no_new_card(collection, add, answer, clock, today):
    schedules.change_settings(collection, clock, settings.load(collection)._replace(drill_distance=1))
    add(*(basic(f"n{number}") for number in range(12)))
    answer(*[(Quality.GOOD, 60_000)] * 8)
    session = answer((Quality.AGAIN, 60_000))
    assert session.minutes_left() == 4  # three new ones and the drill


def test_every_day_of_the_last_weeks_is_there(collection, add, answer, clock, today):
    add(basic("a"), basic("b"))
    answer((Quality.GOOD, 1), (Quality.GOOD, 1))
    session = answer()
    session.undo()
    clock.instant += timedelta(days=3)
    days = last_weeks(collection, today, 2)
    assert len(days) == 7 + 4  # the clock stands on a Monday, three days later it is Thursday
    assert [(day.day.weekday(), day.answers) for day in days if day.answers] == [(0, 1)]
    assert days[-1].day == today.day()
