"""The log: append only, harmless to repeat."""

import sqlite3
import tempfile
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import takewhile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashdeck.domain.quality import Quality
from flashdeck.domain.review_log import EntryKind, ReviewLogEntry
from flashdeck.storage.collection import Collection

DAY = date(2026, 5, 4)


def entry(uid: str, card: str = "n-0", kind=EntryKind.REVIEW, quality=Quality.GOOD, day=DAY, **fields):
    return ReviewLogEntry(
        uid=uid,
        card_uid=card,
        kind=kind,
        quality=None if kind is EntryKind.UNDO else quality,
        answered_at=datetime(2026, 5, 4, 18, 30, 0, 123000, tzinfo=UTC),
        study_day=day,
        **fields,
    )


@pytest.fixture
def log(collection):
    def append(*entries):
        with collection.atomic():
            return [collection.reviews.append(each) for each in entries]

    return append


def test_an_entry_comes_back_as_it_was(collection, log):
    written = entry("e1", took_ms=4200)
    log(written)
    assert collection.reviews.of_card("n-0") == (written,)
    assert collection.reviews.get("e1") == written
    assert collection.reviews.by_card() == {"n-0": [written]}


def test_writing_an_entry_again_changes_nothing(collection, log):
    assert log(entry("e1"), entry("e1", quality=Quality.AGAIN)) == [True, False]
    assert collection.reviews.of_card("n-0") == (entry("e1"),)


@pytest.mark.parametrize("sql", ["DELETE FROM review_log", "UPDATE review_log SET quality = 5"])
def test_nobody_can_change_the_past(collection, log, sql):
    log(entry("e1"))
    with pytest.raises(sqlite3.IntegrityError, match="append only"):
        collection._connection.execute(sql)


def test_a_place_is_an_instant_or_one_behind_the_place_before_where_the_clock_was_set_back(collection, log):
    noon = datetime(2026, 5, 4, 12, tzinfo=UTC)
    noon_ms = 1_777_896_000_000
    places = []
    for number, seconds in enumerate((0, 0, 60, -60)):  # answers and operations by turns
        moment = noon + timedelta(seconds=seconds)
        log(answer := entry(f"e{number}")._replace(answered_at=moment))
        with collection.operations.recorded("edit", "a note", now=moment + timedelta(milliseconds=500)):
            pass
        places += [collection.reviews.place_of(answer), collection.operations.last_standing().place]
    expected = [0, 500, 501, 502, 60_000, 60_500, 60_501, 60_502]
    assert [place - noon_ms for place in places] == expected


def test_an_operation_leaves_the_study_day_of_the_last_answer_known(collection, log, clock):
    log(entry("e1"))
    with collection.operations.recorded("edit", "a note", now=clock.now()):
        pass
    assert collection.reviews.last_day() == DAY


def test_an_answer_can_be_taken_back_once(collection, log):
    log(entry("e1"), entry("u1", kind=EntryKind.UNDO, undoes="e1"))
    assert log(entry("u2", kind=EntryKind.UNDO, undoes="e1")) == [False]


def test_the_newest_answer_that_stands_is_the_one_to_undo(collection, log):
    log(entry("e1"), entry("e2"), entry("u1", kind=EntryKind.UNDO, undoes="e2"))
    assert collection.reviews.last_standing().uid == "e1"
    log(entry("u2", kind=EntryKind.UNDO, undoes="e1"))
    assert collection.reviews.last_standing() is None


def test_counts_leave_out_what_was_taken_back(collection, log):
    log(
        entry("e1", "a-0", day=DAY - timedelta(days=1)),
        entry("e2", "a-0"),  # a review of an old card
        entry("e3", "b-0"),  # a new card
        entry("e4", "b-0", kind=EntryKind.DRILL),
        entry("e5", "c-0"),  # a new card, taken back
        entry("u1", "c-0", kind=EntryKind.UNDO, undoes="e5"),
        entry("e6", "d-0", kind=EntryKind.CRAM),
    )
    reviews = collection.reviews
    assert reviews.reviewed_on(DAY) == ("a-0",)
    assert reviews.introduced_on(DAY) == 1
    assert reviews.answers() == 5
    assert reviews.answers_on(DAY) == 4
    assert [reviews.days_in_a_row(DAY - timedelta(days=days)) for days in range(3)] == [2, 1, 0]
    assert reviews.last_day() == DAY


def test_measured_answers_come_newest_first_and_know_which_was_a_cards_first(collection, log):
    assert collection.reviews.latest_times(5) == ()
    log(*(entry(f"e{ms}", took_ms=ms) for ms in (1000, 90_000, 5000)), entry("unmeasured"))
    times = [(answer.took_ms, answer.is_first) for answer in collection.reviews.latest_times(5)]
    assert times == [(5000, False), (90_000, False), (1000, True)]
    assert [answer.took_ms for answer in collection.reviews.latest_times(1)] == [5000]


def test_answers_are_counted_by_day(collection, log):
    log(entry("a"), entry("b"), entry("c", day=DAY - timedelta(days=3)))
    assert collection.reviews.answers_by_day(DAY - timedelta(days=3)) == {DAY: 2}
    assert collection.reviews.answers_by_day(DAY - timedelta(days=4)) == {DAY: 2, DAY - timedelta(days=3): 1}


@given(days=st.lists(st.integers(0, 4), max_size=12), taken_back=st.sets(st.integers(0, 11)))
def test_answers_count_for_their_day_in_whatever_order_the_days_were_written(days, taken_back):
    answers = [entry(f"e{number}", day=DAY - timedelta(days=back)) for number, back in enumerate(days)]
    undos = [
        entry(f"u{number}", kind=EntryKind.UNDO, undoes=f"e{number}") for number in taken_back if number < len(days)
    ]
    standing = [answer.study_day for number, answer in enumerate(answers) if number not in taken_back]
    with tempfile.TemporaryDirectory() as folder, Collection(Path(folder) / "c.flashdeck") as collection:
        with collection.atomic():
            for each in (*answers, *undos):
                collection.reviews.append(each)
        assert collection.reviews.answers_by_day(date.min) == Counter(standing)
        for back in range(5):
            day = DAY - timedelta(days=back)
            assert collection.reviews.answers_on(day) == standing.count(day)
            run = takewhile(standing.__contains__, (day - timedelta(days=number) for number in range(6)))
            assert collection.reviews.days_in_a_row(day) == len(list(run))


def test_an_empty_log_has_no_last_day(collection):
    assert collection.reviews.last_day() is None
