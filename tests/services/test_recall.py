"""Probabilities come from FSRS-6, whatever the scheduler."""

from dataclasses import replace
from datetime import timedelta

import pytest

from flashdeck.domain.choices import Algorithm
from flashdeck.domain.quality import Quality
from flashdeck.services import schedules, settings
from flashdeck.services.recall import recall_on
from flashdeck.services.study import StudyMode, StudySession
from tests.conftest import basic


def test_the_scheduler_makes_no_difference_and_time_takes_away(collection, add, clock, today):
    add(basic("a"), basic("b"), basic("never asked"))
    session = StudySession(collection, clock, today, today.review_queue(limit=2), StudyMode.REVIEW)
    session.answer(Quality.EASY)
    session.answer(Quality.HARD)
    tomorrow = today.day() + timedelta(days=1)
    by_sm2 = recall_on(collection, tomorrow)
    assert by_sm2.keys() == {"a-0", "b-0"}
    assert 1 > by_sm2["a-0"] > by_sm2["b-0"] > 0.5
    assert recall_on(collection, tomorrow + timedelta(days=60))["a-0"] < by_sm2["a-0"]
    chosen = replace(settings.load(collection), algorithm=Algorithm.FSRS6)
    schedules.change_settings(collection, clock, chosen)
    assert recall_on(collection, tomorrow) == pytest.approx(by_sm2)
