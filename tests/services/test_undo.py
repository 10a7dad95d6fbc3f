"""Everything that was done can be taken back, newest first, also after a restart."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flashdeck.domain.note import NoteContent, NoteKind
from flashdeck.domain.quality import Quality
from flashdeck.services import library
from flashdeck.services.check import faults_of
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.services.today import Today
from flashdeck.services.undo import undo_last
from flashdeck.storage.browse import CardFilter
from flashdeck.storage.collection import Collection
from tests.conftest import StandingClock, basic

GAPS = NoteContent(kind=NoteKind.CLOZE, front="{{c1::one}} and {{c2::two}}", back="")


def picture(collection) -> tuple:
    """All that the user can see of notes and cards."""
    words = (CardFilter(words=(word,)) for word in ("question", "changed", "one"))
    found = tuple(row.uid for each in words for row in collection.browser.page(each, DAY))
    ids = [row.note_id for row in collection.browser.page(CardFilter(), DAY)]
    return collection.notes.get_many(ids), collection.cards.all(), found


DAY = StandingClock().now().date()


def answer_one(collection, clock) -> None:
    today = Today(collection, clock)
    session = StudySession(collection, clock, today, today.review_queue(), StudyMode.REVIEW)
    if session.question() is not None:
        session.answer(Quality.AGAIN)


def edit(collection, clock, note, **changes) -> None:
    library.edit_note(collection, clock, note.id, replace(note.content, **changes))


def act(collection, clock, name: str, number: int) -> None:
    cards = collection.cards.all()
    if not cards:
        return
    card = cards[number % len(cards)]
    note = collection.notes.get(card.note_id)
    match name:
        case "answer":
            answer_one(collection, clock)
        case "edit":
            edit(collection, clock, note, front="changed?", kind=NoteKind.BASIC, back="yes")
        case "gaps":
            library.edit_note(collection, clock, note.id, GAPS)
        case "delete":
            library.delete_notes(collection, clock, [note.id])
        case "suspend":
            library.set_suspended(collection, clock, [card.id], suspended=True)
        case "resume":
            library.set_suspended(collection, clock, [card.id], suspended=False)
        case "bury":
            library.bury(collection, clock, [card.id], until=DAY + timedelta(days=1))


ACTIONS = ("answer", "edit", "gaps", "delete", "suspend", "resume", "bury")


@pytest.mark.parametrize("name", ACTIONS)
def test_one_undo_takes_one_action_back(collection, add, clock, today, name):
    add(basic("a"), basic("b"), basic("c"))
    before = picture(collection)
    act(collection, clock, name, 1)
    assert name == "resume" or picture(collection) != before
    assert undo_last(collection, clock, today) is not None
    assert picture(collection) == before
    assert faults_of(collection) == ()
    assert undo_last(collection, clock, today) is None


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from(ACTIONS), st.integers(0, 5)), max_size=12))
def test_as_many_undos_as_actions_lead_back_to_the_start(tmp_path_factory, actions):
    clock = StandingClock()
    path = tmp_path_factory.mktemp("undo") / "c.flashdeck"
    with Collection(path) as collection, collection.atomic():
        for uid in "abc":
            collection.notes.add(basic(uid), now=clock.now())
    pictures = []
    with Collection(path) as collection:
        for name, number in actions:
            pictures.append(picture(collection))
            before = collection.operations.last_standing(), collection.reviews.last_standing()
            act(collection, clock, name, number)
            if before == (collection.operations.last_standing(), collection.reviews.last_standing()):
                pictures.pop()  # there was nothing left to act on
    with Collection(path) as collection:  # after a restart
        today = Today(collection, clock)
        while pictures:
            assert undo_last(collection, clock, today) is not None
            assert picture(collection) == pictures.pop()
        assert undo_last(collection, clock, today) is None
        assert faults_of(collection) == ()


def test_answers_and_operations_are_one_row(collection, add, clock, today):
    (first, _) = add(basic("a"), basic("b"))
    answer_one(collection, clock)
    edit(collection, clock, collection.notes.get(first), front="changed?")
    answer_one(collection, clock)
    assert undo_last(collection, clock, today).answer is not None
    assert undo_last(collection, clock, today).operation.kind == "edit"
    assert undo_last(collection, clock, today).answer is not None


def test_a_gap_that_comes_again_has_the_schedule_that_its_answers_lead_to(collection, add, clock, today):
    add(basic("a", kind=NoteKind.CLOZE, front=GAPS.front, back=""))
    answer_one(collection, clock)
    clock.sleep_until_tomorrow()
    StudySession(collection, clock, today, today.review_queue(), StudyMode.REVIEW).answer(Quality.GOOD)
    before = {card.uid: card.state for card in collection.cards.all()}
    note = collection.notes.get(collection.notes.id_of("a"))
    for gap in ("{{c1::one}}", "{{c2::one}}"):  # each of them is gone once
        edit(collection, clock, note, front=gap)
        assert faults_of(collection) == ()
        edit(collection, clock, note)
        assert faults_of(collection) == ()
        assert {card.uid: card.state for card in collection.cards.all()} == before
    edit(collection, clock, note, front="{{c1::one}}")
    assert undo_last(collection, clock, today).operation.kind == "edit"
    assert {card.uid: card.state for card in collection.cards.all()} == before


def test_a_sitting_takes_back_its_own_steps_but_no_import(collection, add, clock, today):
    add(basic("a"), basic("b"), basic("c"))
    with collection.operations.recorded("import", "slides.txt", now=clock.now()):
        collection.notes.add(basic("d"), now=clock.now())
    session = StudySession(collection, clock, today, today.review_queue(), StudyMode.REVIEW)
    assert not session.can_undo()
    assert session.undo() is None
    session.bury()
    session.suspend()
    session.answer(Quality.GOOD)
    for uid in ("c-0", "b-0", "a-0"):
        assert session.undo() is not None
        assert session.question().card.uid == uid
    assert session.undo() is None
    assert collection.cards.count() == 4


def test_a_failed_operation_leaves_nothing_to_take_back(collection, add, clock, today):
    add(basic("a"))
    with pytest.raises(ZeroDivisionError):
        fail_within(collection, clock)
    assert undo_last(collection, clock, today) is None
    assert collection.cards.count() == 1
    answer_one(collection, clock)  # and recording has ended
    assert undo_last(collection, clock, today).answer is not None


def fail_within(collection, clock):
    with collection.operations.recorded("delete", "1", now=clock.now()):
        collection.notes.delete([1], now=clock.now())
        raise ZeroDivisionError
