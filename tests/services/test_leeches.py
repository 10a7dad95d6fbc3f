"""What is forgotten again and again is tagged and stopped at."""

from dataclasses import replace

import pytest

from flashdeck.domain.quality import Quality
from flashdeck.services import schedules
from flashdeck.services.check import faults_of
from flashdeck.services.leeches import leeches
from flashdeck.services.settings import load
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.services.undo import undo_last
from flashdeck.storage.browse import CardFilter
from tests.conftest import basic


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
    schedules.change_settings(collection, clock, replace(load(collection), leech_lapses=2))
    (note_id,) = add(basic("a"))
    assert [lapse(), lapse()] == [None, 2]
    modified = collection.notes.get(note_id).modified_at
    undo_last(collection, clock, today)
    note = collection.notes.get(note_id)
    assert (note.content.tags, note.modified_at) == ((), modified)
    assert leeches(collection) == ()
    assert faults_of(collection) == ()
