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
DONE_TO_CARDS = ("bury", "suspend", "mark", "edit", "suspend the last answered")


@pytest.fixture
def begin(collection, clock, today):
    def start(mode=StudyMode.REVIEW):
        queue = today.cram_queue(EVERYTHING) if mode is StudyMode.CRAM else today.review_queue()
        return sitting.begin(collection, clock, today, queue, mode)

    return start


def act(session, action) -> None:
    if action is UNDO:
        session.undo()
        return
    asked = session.question()
    match action:
        case _ if asked is None:
            return
        case "bury":
            session.bury()
        case "suspend":
            session.suspend()
        case "mark":
            session.toggle_mark()
        case "edit":
            session.edit(asked.note_id, replace(basic("x").content, front=f"{asked.front} anew"))
        case "suspend the last answered":  # as at the stop at a leech
            if missed := session.summary().missed:
                session.suspend_answered(session._collection.cards.find_uid(missed[0].card_uid).id)
        case _:
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
    comes_back_as_it_was(tmp_path_factory, mode, distance, actions)


@pytest.mark.parametrize("mode", StudyMode)
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(actions=st.lists(st.sampled_from([Quality.AGAIN, Quality.GOOD, *DONE_TO_CARDS]), max_size=10))
def test_comes_back_as_it_was_whatever_was_done_to_cards(tmp_path_factory, mode, actions):
    comes_back_as_it_was(tmp_path_factory, mode, 0, actions)


def comes_back_as_it_was(tmp_path_factory, mode, distance, actions):
    clock = StandingClock()
    with Collection(tmp_path_factory.mktemp("sitting") / "c.flashdeck") as collection:
        schedules.change_settings(
            collection, clock, settings_service.load(collection)._replace(drill_distance=distance)
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


def test_what_was_done_to_cards_can_be_taken_back_in_a_resumed_sitting(begin, add, collection, clock, today):
    add(*(basic(name) for name in "abcd"))
    library.toggle_mark(collection, clock, collection.notes.id_of("d"))  # before it began
    session = begin()
    session.answer(Quality.GOOD, took_ms=70_000)
    session.toggle_mark()
    session.bury()
    session.suspend()
    resumed = sitting.resume(collection, clock, today)
    assert resumed.question().card.uid == "d-0"
    assert resumed.summary().spent_ms == 70_000
    for uid in ("c-0", "b-0", "b-0", "a-0"):
        assert resumed.undo() is not None
        assert resumed.question().card.uid == uid
    assert not resumed.can_undo()
    assert not any(card.buried_until or card.is_suspended for card in collection.cards.all())


def test_an_import_during_a_sitting_is_none_of_its_steps(begin, add, collection, clock, today):
    add(basic("a"), basic("b"))
    session = begin()
    session.answer(Quality.GOOD)
    with collection.operations.recorded("import", "slides.txt", now=clock.now()):
        collection.notes.add(basic("c"), now=clock.now())
    assert not sitting.resume(collection, clock, today).can_undo()


def test_a_sitting_that_an_earlier_version_began_is_resumed(begin, add, collection, clock, today):
    add(basic("a"), basic("b"))
    session = begin()
    session.answer(Quality.GOOD)
    kept = dict(collection.settings.all()[settings_service.SITTING])
    del kept["after_operation"]
    collection.settings.put(settings_service.SITTING, kept, now=clock.now())
    session.toggle_mark()
    resumed = sitting.resume(collection, clock, today)
    assert resumed.question().card.uid == "b-0"
    assert not resumed.can_undo()


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
