"""What was done last is taken back and named."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from flashdeck.domain.quality import Quality
from flashdeck.services import library
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.services.today import Today
from flashdeck.storage.collection import Collection
from tests.conftest import basic


@pytest.fixture
def stored(collection_path, clock) -> Path:
    """A collection with three cards, none of them imported."""
    with Collection(collection_path) as collection, collection.atomic():
        for uid in "abc":
            collection.notes.add(basic(uid), now=clock.now())
    return collection_path


def answers(flashdeck) -> int:
    return json.loads(flashdeck("stats", "--json").out)["answers"]


def test_answers_and_imports_are_taken_back_newest_first_until_nothing_is_left(flashdeck, imported, deck_file):
    flashdeck("review", "--limit", 1, stdin="3\n")
    flashdeck("review", "--limit", 1, stdin="1\n")
    assert flashdeck("undo").out.startswith("Took back the answer 1 of ")
    taken_back = flashdeck("undo").out
    assert taken_back.startswith("Took back the answer 4 of ")
    assert "?”" in taken_back
    assert answers(flashdeck) == 0
    assert flashdeck("undo").out == f"Took back the import of {deck_file.name}.\n"
    assert flashdeck("undo").out == "There is nothing to undo.\n"


def test_an_answer_that_lies_ahead_of_the_clock_is_told_until_it_is_taken_back(flashdeck, stored, clock):
    clock.instant = clock.instant.replace(year=2100)
    with Collection(stored) as collection:
        today = Today(collection, clock)
        StudySession(collection, clock, today, today.review_queue(), StudyMode.REVIEW).answer(Quality.GOOD)
    for _ in range(2):
        said = flashdeck("review", stdin="3\nq\n").err
        assert said.startswith(
            "The clock of this computer shows an earlier time than 1 answer you gave, the last at 2100-05-0"
        )
        assert "'flashdeck undo' takes them back" in said
    for _ in range(3):
        assert flashdeck("undo").out.startswith("Took back the answer")
    assert flashdeck("review", stdin="q\n").err == ""


def test_an_answer_to_a_card_that_is_gone_is_named_by_its_uid(flashdeck, stored, clock):
    with Collection(stored) as collection:
        today = Today(collection, clock)
        StudySession(collection, clock, today, today.review_queue(), StudyMode.REVIEW).answer(Quality.GOOD)
        with collection.atomic():
            collection.notes.delete([collection.notes.id_of("a")], now=clock.now())
    assert "to a deleted card, a-0." in flashdeck("undo").out


def test_every_kind_of_operation_has_a_name(flashdeck, stored, clock):
    with Collection(stored) as collection:
        note_id = collection.notes.id_of("a")
        card = collection.cards.find_uid("a-0").id
        other = collection.cards.find_uid("b-0").id
        library.set_suspended(collection, clock, [card, other], suspended=True)
        library.set_suspended(collection, clock, [card], suspended=False)
        library.bury(collection, clock, [card], until=clock.now().date() + timedelta(days=1))
        library.toggle_mark(collection, clock, note_id)
        library.toggle_mark(collection, clock, note_id)
        library.edit_note(collection, clock, note_id, basic("a", back="other").content)
        library.delete_notes(collection, clock, [note_id])
    assert [flashdeck("undo").out for _ in range(8)] == [
        "Took back the deletion of 1 note.\n",
        "Took back the edit of “question a?”.\n",
        "Took back the removal of the mark of “question a?”.\n",
        "Took back the mark of “question a?”.\n",
        "Took back the burying of 1 card.\n",
        "Took back the return of 1 suspended card.\n",
        "Took back the suspension of 2 cards.\n",
        "There is nothing to undo.\n",
    ]


def test_within_a_review_what_stands_before_the_answers_is_named(flashdeck, stored, tmp_path):
    assert "There is nothing to undo." in flashdeck("review", stdin="u\nq\n").out
    flashdeck("review", "--limit", 1, stdin="3\n")
    (tmp_path / "other").mkdir()
    other = tmp_path / "other" / "other.flashdeck"
    Collection(other).close()
    flashdeck("merge", other)
    said = "What was done last is the merge with other.flashdeck. 'flashdeck undo' takes it back"
    assert said in flashdeck("review", stdin="u\nq\n").out
    assert flashdeck("undo").out == "Took back the merge with other.flashdeck.\n"
    assert "undone" in flashdeck("review", stdin="u\nq\n").out
    assert answers(flashdeck) == 0
