"""Clocks that are set, forwards and backwards, change no order and no due day."""

from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flashdeck.domain.quality import Quality
from flashdeck.services.check import faults_of
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.services.today import Today
from flashdeck.services.undo import undo_last
from flashdeck.storage.collection import Collection
from tests.conftest import StandingClock, basic

JUMPS: st.SearchStrategy[timedelta | datetime] = st.sampled_from(
    [
        datetime(1970, 1, 1, 12, tzinfo=UTC),
        datetime(2100, 1, 1, 12, tzinfo=UTC),
        timedelta(minutes=1),
        timedelta(hours=7),
        timedelta(days=1),
        timedelta(days=30),
        timedelta(hours=-1),
        timedelta(days=-1),
        timedelta(days=-3650),
        timedelta(days=365 * 74),
    ]
)
EARLIEST, LATEST = datetime(1960, 1, 1, tzinfo=UTC), datetime(2150, 1, 1, tzinfo=UTC)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(JUMPS, st.sampled_from(list(Quality))), max_size=8))
def test_answers_keep_the_order_in_which_they_were_given(tmp_path_factory, answers):
    clock = StandingClock()
    with Collection(tmp_path_factory.mktemp("clocks") / "c.flashdeck") as collection:
        with collection.atomic():
            for number in range(12):
                collection.notes.add(basic(f"n{number}"), now=clock.now())
        given_in_order = []
        for jump, quality in answers:
            clock.instant = jump if isinstance(jump, datetime) else min(clock.instant + jump, LATEST)
            clock.instant = max(clock.instant, EARLIEST)
            today = Today(collection, clock)
            before = {card.uid: card.state for card in collection.cards.all()}
            session = StudySession(collection, clock, today, today.review_queue(), StudyMode.REVIEW)
            if session.question() is None:
                continue
            entry = session.answer(quality)
            given_in_order.append(entry.uid)
            after = {card.uid: card.state for card in collection.cards.all()}
            assert after.pop(entry.card_uid).interval_days >= 1
            del before[entry.card_uid]
            assert after == before, "the due days of others moved"
        places = collection._connection.tuples("SELECT uid, place FROM review_log ORDER BY place, uid")
        assert [uid for uid, _ in places] == given_in_order
        assert len({place for _, place in places}) == len(places)
        assert faults_of(collection) == ()
        for uid in reversed(given_in_order):
            assert undo_last(collection, clock, Today(collection, clock)).answer.uid == uid


def test_a_clock_set_back_is_told_and_one_that_goes_on_is_not(collection, add, clock, today):
    add(basic("a"), basic("b"))
    assert today.answers_ahead() is None
    session = StudySession(collection, clock, today, today.review_queue(), StudyMode.REVIEW)
    session.answer(Quality.GOOD)
    answered_at = clock.now()
    assert today.answers_ahead() is None
    clock.instant -= timedelta(minutes=30)  # a little is what clocks do by themselves
    assert today.answers_ahead() is None
    clock.instant -= timedelta(days=3)
    assert today.answers_ahead() == (1, answered_at)


def test_an_answer_given_with_the_clock_ahead_is_told_until_it_is_taken_back(collection, add, clock, today):
    add(*(basic(uid) for uid in "abc"))
    right = clock.now()
    for instant in (right, right.replace(year=2100), right + timedelta(minutes=1)):
        clock.instant = instant
        StudySession(collection, clock, today, today.review_queue(), StudyMode.REVIEW).answer(Quality.GOOD)
    assert today.answers_ahead() == (1, right.replace(year=2100))
    assert undo_last(collection, clock, today).answer.card_uid == "b-0"
    assert today.answers_ahead() == (1, right.replace(year=2100))
    assert undo_last(collection, clock, today).answer.answered_at.year == 2100
    assert today.answers_ahead() is None


def test_midnight_while_the_program_is_open_brings_the_cards_of_the_new_day(collection, add, clock, today):
    add(basic("a"))
    session = StudySession(collection, clock, today, today.review_queue(), StudyMode.REVIEW)
    session.answer(Quality.GOOD)
    day = today.day()
    assert today.overview().due == 0
    for days in (1, 30):  # the machine slept
        clock.instant += timedelta(days=days)
        assert today.day() == day + timedelta(days=days)
        day = today.day()
        assert today.overview().due == 1
