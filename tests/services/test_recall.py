"""Probabilities come from FSRS-6, whatever the scheduler."""

from dataclasses import replace
from datetime import timedelta

import pytest

from flashdeck.domain.choices import Algorithm
from flashdeck.domain.quality import Quality
from flashdeck.services import library, merge, schedules, settings
from flashdeck.services.recall import Recall, TopicRecall
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.services.undo import undo_last
from flashdeck.storage.collection import Collection
from tests.conftest import basic


@pytest.fixture
def answer(collection, clock, today):
    def give(*qualities: Quality) -> StudySession:
        session = StudySession(collection, clock, today, today.review_queue(limit=len(qualities)), StudyMode.REVIEW)
        for quality in qualities:
            session.answer(quality)
        return session

    return give


def of(recall: Recall, day) -> dict[str, TopicRecall]:
    """Return what is told of each topic in the end."""
    *bits, told = recall.topics_on(day)
    assert not any(bits)
    return {topic.topic: topic for topic in told}


def test_the_scheduler_makes_no_difference_and_time_takes_away(collection, add, clock, today, answer):
    add(basic("a", topic="A"), basic("b", topic="B"), basic("never asked", topic="C"))
    answer(Quality.EASY, Quality.HARD)
    clock.sleep_until_tomorrow()
    answer(Quality.GOOD, Quality.AGAIN)
    tomorrow = today.day() + timedelta(days=1)
    by_sm2 = of(Recall(collection), tomorrow)
    assert by_sm2.keys() == {"A", "B"}
    assert by_sm2["A"].deck_name == "Cloud::Storage"
    assert 1 > by_sm2["A"].total > by_sm2["B"].total > 0.3
    assert of(Recall(collection), tomorrow + timedelta(days=60))["A"].total < by_sm2["A"].total
    chosen = replace(settings.load(collection), algorithm=Algorithm.FSRS6)
    schedules.change_settings(collection, clock, chosen)
    for topic, by_fsrs in of(Recall(collection), tomorrow).items():
        assert by_fsrs.total == pytest.approx(by_sm2[topic].total)


def test_a_topic_adds_up_all_its_cards_that_may_be_asked(collection, add, clock, today, answer):
    add(*(basic(f"{number:02}") for number in range(50)))
    session = answer(*[Quality.GOOD] * 20)
    clock.sleep_until_tomorrow()
    answer(*[Quality.GOOD] * 40)
    (topic,) = of(Recall(collection), today.day()).values()
    assert topic.cards == 40
    library.set_suspended(collection, clock, [session._steps[0].answer.note_id], suspended=True)
    (topic,) = of(Recall(collection), today.day()).values()
    assert topic.cards == 39


def test_what_is_kept_follows_answers_and_what_takes_them_back(collection, add, clock, today, answer):
    add(basic("a", topic="A"), basic("b", topic="B"))
    recall = Recall(collection)
    assert of(recall, today.day()) == {}
    answer(Quality.GOOD, Quality.GOOD)
    clock.sleep_until_tomorrow()
    day = today.day() + timedelta(days=3)
    before = of(recall, day)
    clock.sleep_until_tomorrow()
    answer(Quality.AGAIN)
    after = of(recall, day)
    assert after == of(Recall(collection), day)
    assert [after[name] != before[name] for name in "AB"] == [True, False]
    undo_last(collection, clock, today)
    assert of(recall, day) == before


def test_what_is_kept_follows_a_merge_that_is_taken_back(collection, add, clock, today, answer, tmp_path):
    add(basic("a", topic="A"))
    answer(Quality.GOOD)
    collection.vacuum_into(tmp_path / "other.flashdeck")
    recall, day = Recall(collection), today.day() + timedelta(days=9)
    clock.sleep_until_tomorrow()
    before = of(recall, day)
    with Collection(tmp_path / "other.flashdeck") as other:
        there = type(today)(other, clock)
        StudySession(other, clock, there, there.review_queue(), StudyMode.REVIEW).answer(Quality.EASY)
    merge.merge(collection, clock, tmp_path / "other.flashdeck")
    merged = of(recall, day)
    assert merged["A"].total > before["A"].total
    undo_last(collection, clock, today)
    assert of(recall, day) == before
