"""Classic SM-2, against the published numbers and an independent way to compute them."""

import math
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashdeck.domain.card_state import NewState, ScheduledState
from flashdeck.domain.quality import Quality
from flashdeck.scheduling import scheduler, sm2

TODAY = date(2026, 3, 1)
qualities = st.sampled_from(list(Quality))


def oracle(trail: list[int]) -> list[tuple[int, Fraction, int]]:
    """SM-2 in exact fractions, written from the formula alone."""
    repetitions, ease, interval = 0, Fraction(5, 2), 0
    steps = []
    for q in trail:
        if q < 3:
            repetitions, interval = 0, 1
        else:
            ease = max(
                Fraction(13, 10), ease + Fraction(1, 10) - (5 - q) * (Fraction(8, 100) + (5 - q) * Fraction(2, 100))
            )
            repetitions += 1
            interval = {1: 1, 2: 6}.get(repetitions) or min(36_500, math.ceil(interval * ease))
        steps.append((repetitions, ease, interval))
    return steps


@settings(max_examples=10_000)
@given(st.lists(qualities, min_size=1, max_size=12))
def test_trail_follows_the_formula_in_exact_fractions(trail):
    got = scheduler.trail(tuple(trail))
    for memory, (repetitions, ease, interval) in zip(got, oracle([int(q) for q in trail]), strict=True):
        assert memory.repetitions == repetitions
        assert memory.ease_factor == pytest.approx(float(ease), abs=1e-9)
        assert memory.interval_days == interval


def test_the_worked_numbers_of_the_published_text():
    """Intervals 1 and 6 whatever the grades, then by the E-Factor, from 1.3 (the hardest) to 2.5 at the start."""
    for q, factor in ((3, Fraction(208, 100)), (4, Fraction(5, 2)), (5, Fraction(28, 10))):
        memories = scheduler.trail((Quality(q),) * 3)
        assert [memory.interval_days for memory in memories] == [1, 6, math.ceil(6 * factor)]
        assert memories[-1].ease_factor == pytest.approx(float(factor))
    hardest = scheduler.trail((Quality.HARD,) * 12)
    assert hardest[-1].ease_factor == 1.3
    assert hardest[-1].interval_days == math.ceil(hardest[-2].interval_days * 1.3)


@pytest.mark.parametrize(("quality", "change"), [(5, 0.10), (4, 0.0), (3, -0.14), (2, -0.32), (1, -0.54), (0, -0.80)])
def test_ease_factor_changes_by_the_published_amounts(quality, change):
    assert sm2.next_ease_factor(2.5, Quality(quality)) == pytest.approx(2.5 + change)


def test_ease_factor_never_falls_below_its_floor():
    assert sm2.next_ease_factor(1.35, Quality.HARD) == 1.3


def test_first_intervals_are_one_and_six_days_and_the_third_uses_the_new_ease_factor():
    assert [memory.interval_days for memory in scheduler.trail((Quality.EASY,) * 4)] == [1, 6, 17, 50]


def test_a_whole_product_gains_no_day_from_float_noise():
    # 100 x 1.3 is 130.00000000000003 where the factor carries noise
    memory = sm2.Memory(repetitions=5, ease_factor=1.3 + 3e-16, interval_days=100)
    assert sm2.next_memory(memory, Quality.GOOD).interval_days == 130


@pytest.mark.parametrize("quality", [Quality.BLACKOUT, Quality.AGAIN, Quality.WRONG_BUT_EASY])
def test_a_lapse_starts_the_repetitions_again_and_keeps_the_ease_factor(quality):
    before = sm2.Memory(repetitions=4, ease_factor=2.2, interval_days=40)
    assert sm2.next_memory(before, quality) == sm2.Memory(repetitions=0, ease_factor=2.2, interval_days=1)


def test_endless_easy_answers_neither_overflow_nor_pass_the_end_of_the_calendar():
    state, today = NewState(), TODAY
    for _ in range(400):
        state = sm2.review(state, Quality.EASY, today=today)
        today = state.due_on
    assert state.due_on == date.max


class TestReview:
    def test_counts_the_next_due_day_from_the_day_of_the_answer_however_late(self):
        state = scheduled(interval_days=10, due_on=TODAY - timedelta(days=700))
        after = sm2.review(state, Quality.GOOD, today=TODAY)
        assert after.interval_days == 25
        assert after.due_on == TODAY + timedelta(days=25)

    @pytest.mark.parametrize("quality", list(Quality))
    def test_owes_a_drill_on_the_same_day_below_four(self, quality):
        assert sm2.review(NewState(), quality, today=TODAY).owes_drill(TODAY) is (quality < 4)

    def test_counts_a_lapse_only_after_the_card_was_remembered(self):
        missed_when_new = sm2.review(NewState(), Quality.AGAIN, today=TODAY)
        assert missed_when_new.lapses == 0
        missed_again = sm2.review(missed_when_new, Quality.AGAIN, today=TODAY + timedelta(days=1))
        assert missed_again.lapses == 0
        assert sm2.review(scheduled(), Quality.AGAIN, today=TODAY).lapses == 1

    @given(
        quality=st.sampled_from([Quality.HARD, Quality.GOOD, Quality.EASY]),
        interval_days=st.integers(1, 3000),
        repetitions=st.integers(1, 9),
        passed=st.integers(0, 3000),
        ease_factor=st.floats(1.3, 3.5),
    )
    def test_an_early_answer_never_earns_more_than_one_on_the_due_day(
        self, quality, interval_days, repetitions, passed, ease_factor
    ):
        answered_on = TODAY - timedelta(days=min(passed, interval_days))
        state = scheduled(
            interval_days=interval_days,
            repetitions=repetitions,
            ease_factor=ease_factor,
            answered_on=answered_on,
            due_on=answered_on + timedelta(days=interval_days),
        )
        early = sm2.review(state, quality, today=TODAY)
        on_time = sm2.review(state, quality, today=state.due_on)
        assert min(interval_days, on_time.interval_days) <= early.interval_days <= on_time.interval_days

    @pytest.mark.parametrize(("days", "interval"), [(0, 10), (2, 10), (5, 13), (9, 23), (10, 25), (11, 25)])
    def test_an_early_answer_earns_its_share_of_the_time(self, days, interval):
        state = scheduled(interval_days=10, answered_on=TODAY, due_on=TODAY + timedelta(days=10))
        assert sm2.review(state, Quality.GOOD, today=TODAY + timedelta(days=days)).interval_days == interval

    def test_an_early_answer_to_a_card_of_one_day_keeps_its_day(self):
        state = scheduled(repetitions=1, interval_days=1, answered_on=TODAY, due_on=TODAY + timedelta(days=1))
        assert sm2.review(state, Quality.GOOD, today=TODAY).interval_days == 1

    def test_forgetting_after_one_success_is_a_lapse(self):
        assert sm2.review(scheduled(repetitions=1), Quality.AGAIN, today=TODAY).lapses == 1

    def test_an_answer_right_after_the_last_one_keeps_the_interval(self):
        state = scheduled(interval_days=30, answered_on=TODAY, due_on=TODAY + timedelta(days=30))
        assert sm2.review(state, Quality.GOOD, today=TODAY).interval_days == 30


class TestDrill:
    @given(
        st.lists(st.sampled_from([Quality.BLACKOUT, Quality.AGAIN, Quality.WRONG_BUT_EASY, Quality.HARD]), max_size=5)
    )
    def test_changes_nothing_but_the_debt_and_lasts_until_four(self, misses):
        owed = sm2.review(scheduled(), Quality.AGAIN, today=TODAY)
        state = owed
        for quality in misses:
            state = scheduler.next_state(state, quality, today=TODAY, card_uid="c-0")
            assert state == owed
        settled = scheduler.next_state(state, Quality.GOOD, today=TODAY, card_uid="c-0")
        assert not settled.owes_drill(TODAY)
        assert (settled.ease_factor, settled.interval_days, settled.due_on) == (
            owed.ease_factor,
            owed.interval_days,
            owed.due_on,
        )

    def test_what_was_not_drilled_on_its_day_is_reviewed_on_the_next(self):
        owed = sm2.review(scheduled(), Quality.HARD, today=TODAY)
        tomorrow = TODAY + timedelta(days=1)
        assert not owed.owes_drill(tomorrow)
        assert (
            scheduler.next_state(owed, Quality.GOOD, today=tomorrow, card_uid="c-0").repetitions == owed.repetitions + 1
        )


def scheduled(**changes) -> ScheduledState:
    fields = {
        "repetitions": 3,
        "ease_factor": 2.5,
        "interval_days": 10,
        "due_on": TODAY,
        "answered_on": TODAY - timedelta(days=10),
        **changes,
    }
    return ScheduledState(**fields)


@pytest.mark.parametrize(("ease_factor", "interval_days"), [(2.500_000_000_03, 25), (2.500_000_000_3, 26)])
def test_the_product_counts_to_nine_decimals(ease_factor, interval_days):
    before = sm2.Memory(repetitions=2, ease_factor=ease_factor, interval_days=10)
    assert sm2.next_memory(before, Quality.GOOD).interval_days == interval_days
