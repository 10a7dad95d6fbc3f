"""What waits today."""

from datetime import timedelta

import pytest

from flashdeck.domain.quality import Quality
from flashdeck.services import schedules
from flashdeck.services.settings import Settings
from flashdeck.services.study import StudyMode, StudySession
from tests.conftest import basic


@pytest.fixture
def review(collection, clock, today):
    def run(*qualities, took_ms=None):
        session = StudySession(collection, clock, today, today.review_queue(), StudyMode.REVIEW)
        for quality in qualities:
            session.answer(quality, took_ms=took_ms)

    return run


def test_an_empty_collection_has_nothing_to_say(today):
    overview = today.overview()
    assert (overview.due, overview.new, overview.drill, overview.minutes, overview.total) == (0, 0, 0, 0, 0)
    assert overview.next_due_on is None


def test_counts_what_waits_within_the_limits(today, add, review, clock):
    add(*(basic(f"n{number}") for number in range(25)))
    review(Quality.GOOD, Quality.AGAIN)
    overview = today.overview()
    assert (overview.due, overview.new, overview.drill, overview.total) == (0, 18, 1, 25)
    clock.sleep_until_tomorrow()
    overview = today.overview()
    assert (overview.due, overview.new, overview.drill) == (2, 20, 0)


def test_minutes_follow_the_users_own_pace(today, add, review):
    add(*(basic(f"n{number}") for number in range(11)))
    review(*[Quality.GOOD] * 5, took_ms=30_000)
    assert today.overview().minutes == 3


def test_the_streak_lasts_until_a_day_is_missed(today, add, review, clock):
    add(*(basic(f"n{number}") for number in range(9)))
    for _ in range(3):
        review(Quality.GOOD)
        clock.sleep_until_tomorrow()
    assert today.overview().streak_days == 3  # today is not over
    review(Quality.GOOD)
    assert today.overview().streak_days == 4
    clock.instant += timedelta(days=2)
    assert today.overview().streak_days == 0


def test_answers_after_midnight_count_for_the_day_before(today, add, review, clock, collection):
    add(basic("a"))
    clock.instant = clock.instant.replace(hour=2)
    review(Quality.GOOD)
    assert collection.reviews.last_day() == clock.instant.date() - timedelta(days=1)


def test_says_when_the_next_cards_come(today, add, review):
    add(basic("a"))
    review(Quality.GOOD)
    overview = today.overview()
    assert overview.next_due_on == overview.day + timedelta(days=1)
    assert overview.answered_today == 1


@pytest.fixture
def overdue(add, review, clock, collection, today):
    """Four due cards, two of one family, two asked a day."""
    add(basic("a"), basic("b"), basic("c", sibling_key="family"), basic("d", sibling_key="family"))
    for days in (1, 1, 30):
        review(*[Quality.GOOD] * len(today.review_queue().waiting))
        clock.instant += timedelta(days=days)
    schedules.change_settings(collection, clock, Settings()._replace(reviews_per_day=2))


def test_what_the_limit_keeps_out_is_told_and_comes_tomorrow(today, overdue, review, clock):
    overview = today.overview()
    assert (overview.due, overview.new, overview.due_waiting) == (2, 0, 1)
    review(Quality.GOOD, Quality.GOOD)
    overview = today.overview()
    assert (overview.due, overview.due_waiting, overview.new_waiting) == (0, 1, 0)
    assert overview.next_due_on == overview.day + timedelta(days=1)
    clock.sleep_until_tomorrow()
    assert (today.overview().due, today.overview().due_waiting) == (2, 0)  # and the other sibling


def test_what_the_limit_keeps_out_can_be_asked_now(today, overdue, review):
    review(Quality.GOOD, Quality.GOOD)
    assert len(today.review_queue(due_limit=5).waiting) == 1  # the other sibling is another day's


def test_cards_that_are_reviewed_ahead_take_no_place_of_due_ones(today, add, review, clock, collection):
    add(*(basic(uid) for uid in "abcd"))
    review(*[Quality.GOOD] * 4)
    clock.sleep_until_tomorrow()
    review(Quality.GOOD, Quality.GOOD)
    schedules.change_settings(collection, clock, Settings()._replace(reviews_per_day=2))
    clock.instant += timedelta(days=1)
    ahead = StudySession(collection, clock, today, today.ahead_queue(days=10), StudyMode.REVIEW)
    for _ in range(2):
        ahead.answer(Quality.GOOD)
    assert today.overview().due == 2
    review(Quality.AGAIN)
    assert today.overview().due == 1
    assert (today.overview().drill, today.overview().due_waiting) == (1, 0)
    StudySession(collection, clock, today, today.review_queue(), StudyMode.REVIEW).answer(Quality.GOOD)
    assert today.overview().due == 0


def test_siblings_and_new_cards_beyond_the_limit_come_tomorrow(today, add, review, collection, clock):
    add(basic("a", sibling_key="family"), basic("b", sibling_key="family"))
    review(Quality.GOOD)
    overview = today.overview()
    assert (overview.new, overview.due_waiting, overview.next_due_on) == (0, 0, overview.day + timedelta(days=1))
    clock.instant += timedelta(days=1)
    review(Quality.GOOD)
    schedules.change_settings(collection, clock, Settings()._replace(new_per_day=0, reviews_per_day=0))
    clock.instant += timedelta(days=6)
    overview = today.overview()
    assert (overview.due, overview.due_waiting, overview.new_waiting) == (0, 1, 1)
    assert overview.next_due_on is None  # no limit ever lets them come


def test_the_days_to_the_exam_are_study_days(collection, clock, today):
    assert today.overview().days_to_exam is None
    exam_on = today.day() + timedelta(days=2)
    schedules.change_settings(collection, clock, Settings()._replace(exam_on=exam_on))
    assert today.overview().days_to_exam == 2
    for left in (1, 0, None):
        clock.sleep_until_tomorrow()
        assert today.overview().days_to_exam == left
