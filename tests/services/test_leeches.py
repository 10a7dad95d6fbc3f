"""What is forgotten again and again is tagged and stopped at."""

from datetime import timedelta

import pytest

from flashdeck.domain.quality import Quality
from flashdeck.services import schedules
from flashdeck.services.check import faults_of
from flashdeck.services.leeches import leeches
from flashdeck.services.merge import merge
from flashdeck.services.settings import load
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.services.today import Today
from flashdeck.services.undo import undo_last
from flashdeck.storage.browse import CardFilter
from flashdeck.storage.collection import Collection
from tests.conftest import StandingClock, basic


@pytest.fixture
def lapse(collection, clock, today):
    """Remember the card once, then forget it."""

    def answer(quality: Quality) -> int | None:
        session = StudySession(collection, clock, today, today.review_queue(), StudyMode.REVIEW)
        session.answer(quality)
        clock.instant = clock.instant.replace(year=clock.instant.year + 1)
        return session.leech_lapses

    def run() -> int | None:
        assert answer(Quality.GOOD) is None
        return answer(Quality.AGAIN)

    return run


def test_the_eighth_lapse_tags_the_note_and_every_fourth_after_it_calls_again(collection, add, lapse, clock):
    add(basic("a", tags=("rope",)))
    assert [lapse() for _ in range(12)] == [None] * 7 + [8, None, None, None, 12]
    assert collection.notes.get(collection.notes.id_of("a")).content.tags == ("leech", "rope")
    assert [card.uid for card in leeches(collection)] == ["a-0"]
    assert collection.browser.count(CardFilter(tags=("leech",)), clock.now().date()) == 1
    assert faults_of(collection) == ()


def test_the_setting_decides_how_many_and_an_undo_takes_the_tag_away(collection, add, lapse, clock, today):
    schedules.change_settings(collection, clock, load(collection)._replace(leech_lapses=2))
    (note_id,) = add(basic("a"))
    assert [lapse(), lapse()] == [None, 2]
    modified = collection.notes.get(note_id).modified_at
    undo_last(collection, clock, today)
    note = collection.notes.get(note_id)
    assert (note.content.tags, note.modified_at) == ((), modified)
    assert leeches(collection) == ()
    assert faults_of(collection) == ()


def test_a_lowered_setting_tags_and_the_next_lapse_is_stopped_at(collection, add, lapse, clock):
    schedules.change_settings(collection, clock, load(collection)._replace(leech_lapses=20))
    (note_id,) = add(basic("a"))
    assert [lapse() for _ in range(7)] == [None] * 7
    schedules.change_settings(collection, clock, load(collection)._replace(leech_lapses=6))
    assert collection.notes.get(note_id).content.tags == ("leech",)
    assert [lapse() for _ in range(3)] == [8, 9, None]
    assert faults_of(collection) == ()


def test_a_tag_that_the_user_took_away_stays_away(collection, add, lapse, clock):
    schedules.change_settings(collection, clock, load(collection)._replace(leech_lapses=4))
    (note_id,) = add(basic("a"))
    assert [lapse() for _ in range(4)] == [None, None, None, 4]
    collection.notes.set_tag(note_id, "leech", present=False)
    for lapses in (3, 2, 6):
        schedules.change_settings(collection, clock, load(collection)._replace(leech_lapses=lapses))
        assert collection.notes.get(note_id).content.tags == ()


@pytest.fixture
def both(tmp_path):
    """Two machines with the same card, each with its own five lapses of it."""
    machines = []
    for name, ahead in (("first", timedelta(0)), ("second", timedelta(days=400))):
        (tmp_path / name).mkdir()
        clock = StandingClock()
        with Collection(tmp_path / name / "c.flashdeck") as collection:
            with collection.atomic():
                collection.notes.add(basic("a"), now=clock.now())
            clock.instant += ahead
            for quality in (Quality.GOOD, Quality.AGAIN) * 5:
                session = sitting(collection, clock)
                session.answer(quality)
                assert session.leech_lapses is None
                clock.instant += timedelta(days=30)
        machines.append((tmp_path / name / "c.flashdeck", clock))
    return machines


def sitting(collection, clock) -> StudySession:
    today = Today(collection, clock)
    return StudySession(collection, clock, today, today.review_queue(), StudyMode.REVIEW)


@pytest.mark.parametrize("order", [1, -1])
def test_lapses_on_two_machines_make_a_leech_whichever_merges(both, order):
    (path, _), (other, _) = both[::order]
    clock = both[1][1]
    with Collection(path) as collection:
        merge(collection, clock, other)
        note_id = collection.notes.id_of("a")
        assert collection.cards.find_uid("a-0").state.lapses == 10
        assert collection.notes.get(note_id).content.tags == ("leech",)
        assert faults_of(collection) == ()
        undo_last(collection, clock, Today(collection, clock))
        assert collection.notes.get(note_id).content.tags == ()
        assert faults_of(collection) == ()


def test_a_leech_that_came_with_a_merge_is_stopped_at_when_it_is_forgotten_next(both):
    (path, _), (other, clock) = both
    with Collection(path) as collection:
        merge(collection, clock, other)
        stops = []
        for quality in (Quality.GOOD, Quality.AGAIN) * 3:
            session = sitting(collection, clock)
            session.answer(quality)
            stops.append(session.leech_lapses)
            clock.instant += timedelta(days=30)
        assert stops == [None, 11, None, 12, None, None]
        assert faults_of(collection) == ()
