"""Settings are kept with the collection; what cannot be right falls back to its default."""

from datetime import date

import pytest

from flashdeck.domain.choices import Algorithm
from flashdeck.domain.quality import Quality
from flashdeck.services import library, schedules, settings
from flashdeck.services.check import faults_of
from flashdeck.services.settings import Settings
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.services.undo import undo_last
from tests.conftest import basic


def test_what_is_saved_is_loaded(collection, clock):
    chosen = Settings()._replace(
        new_per_day=7,
        types_answer=True,
        reminder_minute=18 * 60 + 30,
        shortcuts={"review.source": "Q", "review.mark": ""},
        algorithm=Algorithm.FSRS6,
        desired_retention_percent=85,
        smooths_load=True,
        easy_weekdays=(5, 6),
        exam_on=date(2026, 6, 12),
    )
    schedules.change_settings(collection, clock, chosen)
    assert settings.load(collection) == chosen
    schedules.change_settings(collection, clock, Settings())
    assert settings.load(collection) == Settings()


def test_every_change_is_seen_at_once(collection, clock, today):
    for number in (5, 6, 7):
        collection.settings.put("new_per_day", number, now=clock.now())
        assert today.settings().new_per_day == number
    with pytest.raises(ZeroDivisionError):
        change_and_fail(collection, clock, today)
    assert today.settings().new_per_day == 7
    collection.settings.remove("new_per_day")
    assert today.settings() == Settings()


def change_and_fail(collection, clock, today):
    with collection.atomic():
        collection.settings.put("new_per_day", 8, now=clock.now())
        assert today.settings().new_per_day == 8
        raise ZeroDivisionError


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("new_per_day", -1),
        ("new_per_day", True),
        ("text_percent", 500),
        ("reminder_minute", 1440),
        ("types_answer", 1),
        ("shortcuts", ["Q"]),
        ("grading", "seven"),
        ("algorithm", "sm17"),
        ("easy_weekdays", "789x"),
        ("easy_weekdays", [5]),
        ("maximum_interval_days", 0),
        ("exam_on", "2026-02-30"),
        ("exam_on", 20260612),
    ],
)
def test_a_value_that_cannot_be_right_is_not_taken(collection, clock, name, value):
    with collection.atomic():
        collection.settings.put(name, value, now=clock.now())
    assert settings.load(collection) == Settings()


def test_a_key_that_is_no_text_is_not_taken(collection, clock):
    with collection.atomic():
        collection.settings.put("shortcuts", {"review.mark": 7, "review.source": "Q"}, now=clock.now())
    assert settings.load(collection).shortcuts == {"review.source": "Q"}


def test_another_scheduler_replays_the_log_and_the_first_one_brings_every_schedule_back(collection, add, clock, today):
    add(basic("a"), basic("b"))
    for qualities in ((Quality.GOOD, Quality.EASY), (Quality.GOOD, Quality.AGAIN)):
        session = StudySession(collection, clock, today, today.review_queue(), StudyMode.REVIEW)
        for quality in qualities:
            session.answer(quality)
        clock.sleep_until_tomorrow()
    classic = collection.cards.all()
    chosen = settings.load(collection)._replace(algorithm=Algorithm.FSRS6)
    assert schedules.change_settings(collection, clock, chosen) == 2
    assert all(card.state.fsrs is not None for card in collection.cards.all())
    assert faults_of(collection) == ()
    assert schedules.change_settings(collection, clock, chosen._replace(text_percent=120)) == 0
    assert schedules.change_settings(collection, clock, Settings()) == 2
    assert collection.cards.all() == classic


def test_an_undo_after_a_change_of_scheduler_brings_no_old_schedule_back(collection, add, clock, today):
    add(basic("a"))
    session = StudySession(collection, clock, today, today.review_queue(), StudyMode.REVIEW)
    session.answer(Quality.GOOD)
    library.set_suspended(collection, clock, [collection.cards.find_uid("a-0").id], suspended=True)
    schedules.change_settings(collection, clock, Settings(algorithm=Algorithm.FSRS6))
    undo_last(collection, clock, today)
    assert faults_of(collection) == ()
    assert collection.cards.find_uid("a-0").state.fsrs is not None


@pytest.mark.parametrize("answered_before", [0, 1])
def test_another_scheduler_holds_for_the_rest_of_a_sitting_that_is_open(collection, add, clock, today, answered_before):
    add(basic("a"), basic("b"))
    session = StudySession(collection, clock, today, today.review_queue(), StudyMode.REVIEW)
    for _ in range(answered_before):
        session.answer(Quality.EASY)
    question = session.question()
    schedules.change_settings(collection, clock, Settings(algorithm=Algorithm.FSRS6))
    promised = question.preview(Quality.EASY).interval_days
    entry = session.answer(Quality.EASY)
    assert collection.cards.find_uid(entry.card_uid).state.interval_days == promised == 8
    assert faults_of(collection) == ()
