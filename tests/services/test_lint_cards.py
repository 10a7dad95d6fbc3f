"""Linting the collection: what the reviews tell, and repairs that keep progress and formatting."""

from dataclasses import replace
from datetime import date

import pytest

from flashdeck.domain.card_state import ScheduledState
from flashdeck.domain.note import NoteKind
from flashdeck.domain.quality import Quality
from flashdeck.domain.scope import EVERYTHING
from flashdeck.errors import NotFoundError
from flashdeck.extraction.lint import CheckName, Severity
from flashdeck.services import lint_cards, search
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.services.undo import undo_last
from tests.conftest import basic

LISTED = {"front": "Parts of a crane?", "back": "boom, hook, cab, jib, trolley", "topic": "Cranes"}


@pytest.fixture
def lint(collection, today):
    """Return the findings of each card that a search finds."""

    def run(query: str = ""):
        linted = lint_cards.lint_collection(collection, today, search.parse(query))
        return {card.card.uid: card.findings for card in linted}

    return run


def answer_when_due(collection, clock, today, quality: Quality, took_ms: int) -> None:
    """Give the one card of the collection its next scheduled answer, and drill it."""
    session = StudySession(collection, clock, today, today.review_queue(EVERYTHING), StudyMode.REVIEW)
    while session.question() is None:
        clock.sleep_until_tomorrow()
        session = StudySession(collection, clock, today, today.review_queue(EVERYTHING), StudyMode.REVIEW)
    session.answer(quality, took_ms=took_ms)
    while session.question() is not None:
        session.answer(Quality.GOOD, took_ms=60_000)


def test_a_card_that_is_forgotten_again_and_again_is_named(collection, clock, today, add, lint):
    add(basic("crane", front="What lifts a crate?", back="a gantry crane"))
    for quality in (Quality.GOOD, Quality.AGAIN) * 3:
        answer_when_due(collection, clock, today, quality, 2_000)
    assert lint()["crane-0"] == ()
    for quality in (Quality.GOOD, Quality.AGAIN):
        answer_when_due(collection, clock, today, quality, 2_000)
    (finding,) = lint()["crane-0"]
    assert (finding.check, finding.severity) == (CheckName.BEHAVIOUR, Severity.WARNING)
    assert finding.why == "forgotten 4 times: split it or say it otherwise"


def test_a_card_that_stays_hard_is_named(collection, clock, today, add, lint):
    add(basic("crane", front="What lifts a crate?", back="a gantry crane"))
    for _ in range(8):
        answer_when_due(collection, clock, today, Quality.HARD, 2_000)
    assert [finding.why for finding in lint()["crane-0"]] == ["stays hard (ease factor 1.38): split it"]


def test_long_answer_times_count_from_three_scheduled_answers_that_stand(collection, clock, today, add, lint):
    add(basic("crane", front="What lifts a crate?", back="a gantry crane"))
    for took_ms in (90_000, 31_000):
        answer_when_due(collection, clock, today, Quality.GOOD, took_ms)
    assert lint()["crane-0"] == ()
    answer_when_due(collection, clock, today, Quality.GOOD, 21_000)
    assert [finding.why for finding in lint()["crane-0"]] == ["takes 31 seconds to answer: ask for less"]
    undo_last(collection, clock, today)
    assert lint()["crane-0"] == ()


def test_a_search_narrows_the_report_but_not_the_comparison(add, lint):
    add(basic("a", front="Crane: lifts what?", back="crates"), basic("b", front="crane – lifts what", back="Crates."))
    ((uid, (finding,)),) = lint("Crates lifts -nothing is:new topic:Buckets deck:Cloud").items() - {("a-0", ())}
    assert (uid, finding.check, finding.repeats) == ("b-0", CheckName.DUPLICATE, "a-0")
    assert finding.why == "repeats the card “Crane: lifts what?” in Cloud::Storage"


def test_a_note_is_linted_by_itself_for_the_window(collection, clock, today, add, lint):
    _, second = add(basic("a", **LISTED), basic("b", **LISTED))
    (card,) = lint_cards.lint_note(collection, today, second)
    assert card.findings == lint()["b-0"]
    assert {finding.check for finding in card.findings} == {CheckName.DUPLICATE, CheckName.ENUMERATION}
    assert card.note_id == second
    assert 0 < card.score < 1
    with collection.atomic():
        collection.notes.delete([second], now=clock.now())
    with pytest.raises(NotFoundError):
        lint_cards.lint_note(collection, today, second)


def test_a_repair_keeps_the_progress_and_one_undo_takes_it_back(collection, clock, today, add, lint):
    (note_id,) = add(basic("a", **LISTED))
    answer_when_due(collection, clock, today, Quality.GOOD, 1_000)
    before = collection.notes.get(note_id).content
    (finding,) = lint()["a-0"]
    lint_cards.apply_repair(collection, clock, note_id, finding.repair)
    content = collection.notes.get(note_id).content
    assert content == replace(
        before,
        kind=NoteKind.CLOZE,
        front="Parts of a crane? {{c1::boom}}, {{c2::hook}}, {{c3::cab}}, {{c4::jib}}, {{c5::trolley}}",
        back="",
    )
    states = [collection.cards.find_uid(f"a-{ordinal}").state for ordinal in range(5)]
    assert isinstance(states[0], ScheduledState)
    assert states[0].answered_on == date(2026, 5, 4)
    assert not any(isinstance(state, ScheduledState) for state in states[1:])
    assert set(lint()) == {f"a-{ordinal}" for ordinal in range(5)}
    assert not any(lint().values())
    undo_last(collection, clock, today)
    assert collection.notes.get(note_id).content == before


def test_a_note_with_formatting_of_its_own_is_named_but_not_repaired(add, lint):
    add(basic("a", front="Parts of a **crane**?", back="boom, hook, cab, jib, trolley"))
    (finding,) = lint()["a-0"]
    assert finding.check is CheckName.ENUMERATION
    assert finding.repair is None


def test_pictures_are_no_empty_answers(add, lint):
    add(basic("a", front="What does a crane look like?", back="![](crane.png)"))
    assert lint()["a-0"] == ()


def test_a_gap_that_shows_a_hint_is_whole(add, lint):
    front = "A gantry crane lifts {{c1::containers::what}} from a {{c2::ship}}"
    add(basic("a", kind=NoteKind.CLOZE, front=front, back="see the harbour"))
    assert lint() == {"a-0": (), "a-1": ()}


def test_an_explanation_behind_the_answer_is_no_part_of_it(collection, clock, add, lint):
    explanation = "A crane that stands on four legs runs along the quay. " * 4
    back = f"{LISTED['back']}\n\n{explanation.strip()}"
    (note_id,) = add(basic("a", **{**LISTED, "back": back}))
    (finding,) = lint()["a-0"]
    assert finding.check is CheckName.ENUMERATION
    lint_cards.apply_repair(collection, clock, note_id, finding.repair)
    content = collection.notes.get(note_id).content
    assert content.kind is NoteKind.CLOZE
    assert content.back == explanation.strip()


def test_a_repaired_question_keeps_its_explanation(collection, clock, add, lint):
    (note_id,) = add(basic("a", front="Crane: Crane: rope?", back="steel\n\nIt is greased twice a year."))
    (finding,) = lint()["a-0"]
    lint_cards.apply_repair(collection, clock, note_id, finding.repair)
    content = collection.notes.get(note_id).content
    assert (content.front, content.back) == ("Crane: rope?", "steel\n\nIt is greased twice a year.")
