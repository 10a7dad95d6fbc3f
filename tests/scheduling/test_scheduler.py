"""The user's options on top of SM-2: FSRS-6, a longest interval, spread loads."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashdeck.domain.card_state import FsrsMemory, NewState, ScheduledState
from flashdeck.domain.choices import Algorithm
from flashdeck.domain.quality import Quality
from flashdeck.domain.review_log import EntryKind, ReviewLogEntry
from flashdeck.scheduling import fsrs6, scheduler, sm2, spreading
from flashdeck.scheduling.leech import is_leech, is_stopped_at
from flashdeck.scheduling.options import DEFAULT_OPTIONS, LONGEST_INTERVAL_DAYS, SchedulerOptions
from flashdeck.scheduling.replay import replay

TODAY = date(2026, 3, 2)  # a Monday
FSRS = SchedulerOptions(algorithm=Algorithm.FSRS6)
qualities = st.sampled_from(list(Quality))
answers = st.lists(st.tuples(qualities, st.integers(0, 60)), max_size=12)
RATINGS = {0: 1, 1: 1, 2: 1, 3: 2, 4: 3, 5: 4}


def log(given_answers) -> list[ReviewLogEntry]:
    """Scheduled answers, each some days after the one before."""
    day, entries = TODAY, []
    for number, (quality, pause) in enumerate(given_answers):
        day += timedelta(days=pause)
        entries.append(
            ReviewLogEntry(
                uid=str(number),
                card_uid="c-0",
                kind=EntryKind.REVIEW,
                quality=quality,
                answered_at=datetime.combine(day, time(12), UTC),
                study_day=day,
            )
        )
    return entries


class TestFsrs:
    @given(answers)
    def test_does_what_the_package_does_with_the_answers_of_a_card(self, given_answers):
        state = replay(log(given_answers), FSRS)
        package = fsrs.Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
        card = fsrs.Card(card_id=1)
        for entry in log(given_answers):
            card, _ = package.review_card(card, fsrs.Rating(RATINGS[entry.quality]), entry.answered_at)
        if isinstance(state, NewState):
            assert card.stability is None
        else:
            assert (state.fsrs.stability_days, state.fsrs.difficulty) == (card.stability, card.difficulty)
            assert state.due_on == card.due.date()

    @pytest.mark.parametrize(
        ("quality", "stability_days", "interval_days"),
        [(Quality.AGAIN, 0.212, 1), (Quality.HARD, 1.2931, 1), (Quality.GOOD, 2.3065, 2), (Quality.EASY, 8.2956, 8)],
    )
    def test_first_answers_get_the_published_stabilities(self, quality, stability_days, interval_days):
        state = scheduler.review(NewState(), quality, today=TODAY, card_uid="c-0", options=FSRS)
        assert state.fsrs.stability_days == pytest.approx(stability_days)
        assert state.interval_days == interval_days

    @given(answers)
    def test_there_and_back_leaves_every_schedule_as_it_was(self, given_answers):
        entries = log(given_answers)
        classic, other = replay(entries), replay(entries, FSRS)
        assert replay(entries) == classic
        if isinstance(classic, ScheduledState):
            assert classic.fsrs is None
            assert (other.repetitions, other.ease_factor, other.lapses, other.drill_on) == (
                classic.repetitions,
                classic.ease_factor,
                classic.lapses,
                classic.drill_on,
            )

    def test_a_higher_retention_asks_sooner(self):
        entries = log([(Quality.GOOD, 0), (Quality.GOOD, 3), (Quality.GOOD, 10)])
        intervals = [
            replay(entries, SchedulerOptions(algorithm=Algorithm.FSRS6, desired_retention=percent / 100)).interval_days
            for percent in (70, 80, 90, 97)
        ]
        assert intervals == sorted(intervals, reverse=True)
        assert len(set(intervals)) == 4

    def test_a_drill_leaves_the_memory_alone(self):
        state = scheduler.review(NewState(), Quality.AGAIN, today=TODAY, card_uid="c-0", options=FSRS)
        after = scheduler.next_state(state, Quality.GOOD, today=TODAY, card_uid="c-0", options=FSRS)
        assert (after.fsrs, after.due_on, after.drill_on) == (state.fsrs, state.due_on, None)

    def test_recall_falls_to_ninety_percent_after_the_stability(self):
        memory = FsrsMemory(stability_days=20.0, difficulty=5.0)
        assert fsrs6.recall_probability(memory.stability_days, answered_on=TODAY, day=TODAY) == 1
        on_time = fsrs6.recall_probability(memory.stability_days, answered_on=TODAY, day=TODAY + timedelta(days=20))
        assert on_time == pytest.approx(0.9)
        assert fsrs6.recall_probability(memory.stability_days, answered_on=TODAY, day=TODAY + timedelta(days=200)) < 0.8

    @pytest.mark.parametrize("stability_days", [0.001, 0.212, 7.5, 36_500.0])
    @pytest.mark.parametrize("days", [-3, 0, 1, 40, 9_000])
    def test_recall_is_what_the_package_says(self, stability_days, days):
        noon = datetime.combine(TODAY, time(12), UTC)
        card = fsrs.Card(card_id=1, state=fsrs.State.Review, stability=stability_days, difficulty=5, last_review=noon)
        said = fsrs.Scheduler().get_card_retrievability(card, noon + timedelta(days=days))
        found = fsrs6.recall_probability(stability_days, answered_on=TODAY, day=TODAY + timedelta(days=days))
        assert found == pytest.approx(said, rel=1e-12)

    @pytest.mark.parametrize(("days_left", "interval_days"), [(1, 1), (2, 1), (3, 2), (9, 8)])
    def test_the_last_days_of_the_calendar_shorten_it(self, days_left, interval_days):
        day = date.max - timedelta(days=days_left)
        found = fsrs6.review(None, Quality.EASY, answered_on=None, today=day, options=DEFAULT_OPTIONS)
        assert found[1] == interval_days

    def test_an_answer_without_a_memory_counts_as_the_first(self):
        first, later = (
            fsrs6.review(None, Quality.GOOD, answered_on=day, today=TODAY, options=FSRS)
            for day in (None, TODAY - timedelta(days=9))
        )
        assert first == later

    def test_the_end_of_the_calendar_is_no_fault(self):
        day = date.max - timedelta(days=3)
        state = scheduler.review(NewState(), Quality.EASY, today=day, card_uid="c-0", options=FSRS)
        assert state.due_on <= date.max


class TestLongestInterval:
    @given(answers, st.integers(1, 400), st.sampled_from(list(Algorithm)), st.booleans())
    def test_no_interval_and_no_due_day_goes_beyond_it(self, given_answers, longest, algorithm, smooths):
        options = SchedulerOptions(algorithm=algorithm, maximum_interval_days=longest, smooths_load=smooths)
        state = replay(log(given_answers), options)
        if isinstance(state, ScheduledState):
            assert state.interval_days <= longest
            assert (state.due_on - state.answered_on).days <= longest

    def test_is_a_hundred_years_unless_chosen(self):
        state = ScheduledState(
            repetitions=9, ease_factor=2.5, interval_days=30_000, due_on=TODAY, answered_on=TODAY - timedelta(days=1)
        )
        after = scheduler.review(state, Quality.GOOD, today=TODAY, card_uid="c-0")
        assert after.interval_days == LONGEST_INTERVAL_DAYS


class TestSpreading:
    @given(answers)
    def test_is_off_by_default_and_then_sm2_alone_decides(self, given_answers):
        state = NewState()
        for entry in log(given_answers):
            state = sm2.review(state, entry.quality, today=entry.study_day)
        assert replay(log(given_answers)) == state

    def test_spreads_cards_that_would_fall_on_one_day(self):
        options = SchedulerOptions(smooths_load=True)
        days = Counter(
            spreading.due_day(TODAY, 60, card_uid=f"card {number}", options=options) for number in range(900)
        )
        reach = spreading.reach_days(60)
        assert set(days) == {TODAY + timedelta(days=60 + shift) for shift in range(-reach, reach + 1)}
        assert max(days.values()) < 900 / len(days) * 1.5

    @given(st.integers(1, 20_000), st.text(max_size=5), st.booleans(), st.frozensets(st.integers(0, 6)))
    def test_moves_no_further_than_its_reach_and_always_the_same_way(self, interval, uid, smooths, easy):
        options = SchedulerOptions(smooths_load=smooths, easy_weekdays=easy)
        due = spreading.due_day(TODAY, interval, card_uid=uid, options=options)
        assert abs((due - TODAY).days - interval) <= spreading.reach_days(interval)
        assert due > TODAY
        assert due == spreading.due_day(TODAY, interval, card_uid=uid, options=options)

    @pytest.mark.parametrize(("interval", "reach"), [(1, 0), (3, 0), (4, 1), (19, 1), (20, 2), (100, 6), (9999, 15)])
    def test_short_intervals_stay_and_long_ones_move_little(self, interval, reach):
        assert spreading.reach_days(interval) == reach

    @pytest.mark.parametrize("smooths", [False, True])
    @pytest.mark.parametrize("interval", range(6, 40))
    def test_easy_days_get_no_card_while_there_is_a_day_beside_them(self, interval, smooths):
        options = SchedulerOptions(easy_weekdays=frozenset({5, 6}), smooths_load=smooths)
        due = spreading.due_day(TODAY, interval, card_uid="c", options=options)
        assert due.weekday() < 5

    def test_a_card_for_an_easy_saturday_comes_on_friday_and_others_stay(self):
        options = SchedulerOptions(easy_weekdays=frozenset({5}))
        saturday = TODAY + timedelta(days=12)
        assert saturday.weekday() == 5
        assert spreading.due_day(TODAY, 12, card_uid="c", options=options) == saturday - timedelta(days=1)
        assert spreading.due_day(TODAY, 11, card_uid="c", options=options) == saturday - timedelta(days=1)

    def test_where_every_day_is_easy_none_is(self):
        options = SchedulerOptions(easy_weekdays=frozenset(range(7)))
        assert spreading.due_day(TODAY, 30, card_uid="c", options=options) == TODAY + timedelta(days=30)

    def test_the_interval_that_the_next_one_grows_from_stays_sm2s(self):
        entries = log([(Quality.EASY, 0), (Quality.EASY, 1), (Quality.EASY, 6), (Quality.EASY, 17)])
        moved = replay(entries, SchedulerOptions(smooths_load=True, easy_weekdays=frozenset({0, 1, 2})))
        assert moved.interval_days == replay(entries, DEFAULT_OPTIONS).interval_days == 50


class TestLeech:
    def test_eight_lapses_make_one_and_every_four_more_call_again(self):
        assert [lapses for lapses in range(20) if is_stopped_at(lapses, 8)] == [8, 12, 16]
        assert [lapses for lapses in range(10) if is_leech(lapses, 8)] == [8, 9]

    def test_half_of_an_odd_threshold_is_rounded_down(self):
        assert [lapses for lapses in range(20) if is_stopped_at(lapses, 7)] == [7, 10, 13, 16, 19]

    def test_the_lowest_threshold_calls_at_each_lapse(self):
        assert [lapses for lapses in range(5) if is_stopped_at(lapses, 2)] == [2, 3, 4]


class TestOneWayToANewState:
    @given(answers, st.sampled_from(list(Algorithm)), st.booleans(), st.frozensets(st.integers(0, 6), max_size=3))
    def test_an_answer_leads_where_its_replay_leads(self, given_answers, algorithm, smooths, easy):
        options = SchedulerOptions(algorithm=algorithm, smooths_load=smooths, easy_weekdays=easy)
        state = NewState()
        for entry in log(given_answers):
            if isinstance(state, ScheduledState) and state.owes_drill(entry.study_day):
                return  # then the log would say that it is a drill
            state = scheduler.next_state(
                state, entry.quality, today=entry.study_day, card_uid=entry.card_uid, options=options
            )
        assert replay(log(given_answers), options) == state

    @pytest.mark.parametrize(("days_before_the_last", "due_on"), [(15, date.max - timedelta(days=15)), (14, date.max)])
    def test_what_falls_due_where_no_room_is_left_to_spread_falls_on_the_last_day(self, days_before_the_last, due_on):
        interval_days = (date.max - TODAY).days - days_before_the_last
        assert spreading.due_day(TODAY, interval_days, card_uid="a-0", options=DEFAULT_OPTIONS) == due_on

    def test_the_day_of_a_card_is_the_same_in_every_version_of_the_program(self):
        options = SchedulerOptions(smooths_load=True)
        days = [spreading.due_day(date(2026, 5, 4), 60, card_uid=uid, options=options) for uid in ("a-0", "b-0", "c-1")]
        assert days == [date(2026, 7, 7), date(2026, 7, 3), date(2026, 7, 2)]

    def test_each_card_has_a_day_of_its_own(self):
        options = SchedulerOptions(smooths_load=True)
        state = ScheduledState(
            repetitions=5, ease_factor=2.5, interval_days=40, due_on=TODAY, answered_on=TODAY - timedelta(days=40)
        )
        days = {
            scheduler.next_state(state, Quality.GOOD, today=TODAY, card_uid=f"c{number}", options=options).due_on
            for number in range(40)
        }
        assert len(days) > 5

    def test_spreading_stays_within_the_longest_interval(self):
        options = SchedulerOptions(smooths_load=True, maximum_interval_days=30)
        days = {spreading.due_day(TODAY, 30, card_uid=f"c{number}", options=options) for number in range(60)}
        assert max(days) == TODAY + timedelta(days=30)
        assert min(days) == TODAY + timedelta(days=30 - spreading.reach_days(30))

    def test_the_log_holds_the_uid_by_which_a_replay_spreads(self):
        options = SchedulerOptions(smooths_load=True)
        entries = log([(Quality.EASY, 0), (Quality.EASY, 1), (Quality.EASY, 6), (Quality.EASY, 17), (Quality.EASY, 50)])
        days = {
            replay([entry._replace(card_uid=f"c{number}") for entry in entries], options).due_on for number in range(30)
        }
        assert len(days) > 3
