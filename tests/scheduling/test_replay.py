"""The log leads to the state, whatever was taken back."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from flashdeck.domain.card_state import NewState
from flashdeck.domain.quality import Quality
from flashdeck.domain.review_log import EntryKind, ReviewLogEntry
from flashdeck.scheduling import scheduler
from flashdeck.scheduling.options import SchedulerOptions
from flashdeck.scheduling.replay import replay, standing, was_due_on

DAY = date(2026, 1, 1)


def entry(number: int, kind: EntryKind, quality: Quality | None = None, undoes: str | None = None, day: date = DAY):
    return ReviewLogEntry(
        uid=f"e{number}",
        card_uid="c-0",
        kind=kind,
        quality=quality,
        answered_at=datetime(2026, 1, 1, 12, tzinfo=UTC),
        study_day=day,
        undoes=undoes,
    )


@given(st.lists(st.sampled_from(list(Quality)), max_size=10))
def test_reviews_and_drills_lead_where_the_scheduler_led(answers):
    state, day, entries = NewState(), DAY, []
    for number, quality in enumerate(answers):
        owes = not isinstance(state, NewState) and state.owes_drill(day)
        entries.append(entry(number, EntryKind.DRILL if owes else EntryKind.REVIEW, quality, day=day))
        state = scheduler.next_state(state, quality, today=day, card_uid="c-0")
        if not state.owes_drill(day):
            day = state.due_on if state.due_on < date.max else day + timedelta(days=1)
    assert replay(entries) == state


def test_cram_answers_leave_the_card_new():
    assert replay([entry(0, EntryKind.CRAM, Quality.AGAIN)]) == NewState()


def test_a_drill_without_a_review_before_it_changes_nothing():
    assert replay([entry(0, EntryKind.DRILL, Quality.GOOD)]) == NewState()


def test_an_answer_that_was_taken_back_never_happened():
    good, again = entry(0, EntryKind.REVIEW, Quality.GOOD), entry(1, EntryKind.REVIEW, Quality.AGAIN)
    log = [good, again, entry(2, EntryKind.UNDO, undoes="e1")]
    assert standing(log) == (good,)
    assert replay(log) == replay([good])


def test_an_answer_to_a_new_card_or_ahead_of_time_is_not_to_a_due_one():
    log = [
        entry(0, EntryKind.REVIEW, Quality.AGAIN),
        entry(1, EntryKind.DRILL, Quality.GOOD),
        entry(2, EntryKind.REVIEW, Quality.GOOD, day=DAY + timedelta(days=1)),
        entry(3, EntryKind.CRAM, Quality.GOOD, day=DAY + timedelta(days=3)),
        entry(4, EntryKind.REVIEW, Quality.GOOD, day=DAY + timedelta(days=8)),
        entry(5, EntryKind.REVIEW, Quality.GOOD, day=DAY + timedelta(days=9)),
    ]
    was_due = [days for days in range(11) if was_due_on(DAY + timedelta(days=days), log)]
    assert was_due == [1, 8]


def test_what_was_due_depends_on_the_longest_interval_that_was_chosen():
    days = (0, 1, 5)  # the second answer leads six days on, or three
    log = [entry(number, EntryKind.REVIEW, Quality.GOOD, day=DAY + timedelta(days=number)) for number in days]
    assert not was_due_on(DAY + timedelta(days=5), log)
    assert was_due_on(DAY + timedelta(days=5), log, SchedulerOptions(maximum_interval_days=3))
