"""A sitting that was cut short comes back to the card it was at."""

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flashdeck.domain.quality import Quality
from flashdeck.domain.scope import EVERYTHING
from flashdeck.services import library, schedules, sitting
from flashdeck.services import settings as settings_service
from flashdeck.services.study import StudyMode
from flashdeck.services.today import Today
from flashdeck.storage.collection import Collection
from tests.conftest import StandingClock, basic

UNDO = None


@pytest.fixture
def begin(collection, clock, today):
    def start(mode=StudyMode.REVIEW):
        queue = today.cram_queue(EVERYTHING) if mode is StudyMode.CRAM else today.review_queue()
        return sitting.begin(collection, clock, today, queue, mode)

    return start


def act(session, action) -> None:
    if action is UNDO:
        session.undo()
    elif session.question() is not None:
        session.answer(action, took_ms=4000)


def seen(session):
    """Everything that a user could tell two sittings apart by."""
    asked = session.question()
    return (
        asked and (asked.card, asked.is_drill, [asked.preview(quality) for quality in Quality]),
        session.done,
        session.remaining,
        session.summary(),
        session.can_undo(),
    )


@pytest.mark.parametrize("mode", StudyMode)
@pytest.mark.parametrize("distance", [0, 2])
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(actions=st.lists(st.sampled_from([*Quality, UNDO]), max_size=14))
def test_comes_back_as_it_was_whatever_was_answered(tmp_path_factory, mode, distance, actions):
    clock = StandingClock()
    with Collection(tmp_path_factory.mktemp("sitting") / "c.flashdeck") as collection:
        schedules.change_settings(
            collection, clock, replace(settings_service.load(collection), drill_distance=distance)
        )
        with collection.atomic():
            for name in "abcd":
                collection.notes.add(basic(name), now=clock.now())
        today = Today(collection, clock)
        queue = today.cram_queue(EVERYTHING) if mode is StudyMode.CRAM else today.review_queue()
        session = sitting.begin(collection, clock, today, queue, mode)
        for action in actions:
            act(session, action)
        resumed = sitting.resume(collection, clock, Today(collection, clock))
        if session.question() is None:
            assert resumed is None
        else:
            assert seen(resumed) == seen(session)


def test_an_ended_sitting_is_not_resumed(begin, add, collection, clock, today):
    add(basic("a"))
    begin()
    assert sitting.resume(collection, clock, today) is not None
    sitting.end(collection)
    sitting.end(collection)
    assert sitting.resume(collection, clock, today) is None


def test_what_a_sitting_wrote_is_in_the_file_itself_once_it_has_ended(begin, add, collection, tmp_path):
    add(basic("a"), basic("b"))
    session = begin()
    session.answer(Quality.GOOD)
    session.answer(Quality.EASY)
    sitting.end(collection)
    copy = Path(shutil.copy(collection.path, tmp_path / "without its log.flashdeck"))
    with Collection(copy) as opened:
        assert opened.reviews.answers() == 2
        assert opened.cards.all() == collection.cards.all()


def test_yesterdays_sitting_is_not_resumed(begin, add, collection, clock, today):
    add(basic("a"))
    begin()
    clock.instant += timedelta(days=1)
    assert sitting.resume(collection, clock, today) is None


def test_cards_left_out_or_deleted_since_are_not_asked(begin, add, collection, clock, today):
    ids = add(basic("a"), basic("b"), basic("c"), basic("d"))
    session = begin()
    session.bury()
    session.suspend()
    library.delete_notes(collection, clock, [ids[2]])
    assert sitting.resume(collection, clock, today).question().card.uid == "d-0"


def test_answers_given_elsewhere_meanwhile_count(begin, add, collection, clock, today):
    add(basic("a"), basic("b"), basic("late"))
    begin()
    late = collection.cards.find_uid("late-0")
    other = sitting.StudySession(collection, clock, today, today.review_queue(), StudyMode.REVIEW)
    other.take_up(())
    while other.question().card.id != late.id:
        other.bury()
    other.answer(Quality.GOOD)
    assert sitting.resume(collection, clock, today) is None  # the others were buried, this one is known
