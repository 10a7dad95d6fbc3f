"""Answers that tell nothing, and questions that leave open what they ask, on small invented slides."""

import pytest

from tests.extraction.slide_notation import ask

_BESIDE = "- The ships wait here for a berth at night"


def questions(title: str, line: str) -> dict[str, str]:
    """The cards of a line that ask a question."""
    return {front: back for front, back in ask(f"# {title}\n{_BESIDE}\n{line}").items() if "[...]" not in front}


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Tug Office", "- The tug books allow for the management of tugs in the office"),
        ("Tug Office", "- The tug books serve various readers around the harbor"),
        ("Tug Office", "- Sealed lists ensure the flexibility of the harbor"),
        ("Tide Books", "- You can run Tide queries on painted shelves of the harbor"),
        ("Tug Office", "- Lists are embedded within your application"),
        ("Tug Office", "- Letters are carried over the river or rarely over the canal"),
        ("Tug Office", "- The pilots must have a different flag"),
        ("Tug Office", "- # A list represents the work of a day and its pilots"),
        ("Tug Office", "- You can write letters to manage your tugs"),
        ("Tug Office", "- The tide book requires special paper"),
        ("Tug Office", "- The tide book is integrated into most harbor offices (Brest, Calais…)"),
    ],
)
def test_a_question_whose_answer_is_no_news_is_left_out(title, line):
    assert not questions(title, line)


@pytest.mark.parametrize("line", ["- Service for handling letters", "- Simplifies moving letters"])
def test_a_name_said_again_as_a_thing_of_no_kind_is_left_out(line):
    made = ask(f"# Harbor Letters\n{line}\n{_BESIDE}")
    assert not [front for front in made if front.startswith(("What is", "What are", "What do"))]


def test_a_kind_of_its_own_stays():
    made = ask(f"# Harbor Letters\n- Courier service for sealed letters between tugs\n{_BESIDE}")
    assert [front for front in made if front.startswith(("What is", "What are"))]


def test_a_state_stays_with_the_verb_that_keeps_it():
    made = questions("Tug Office", "- The office keeps painted lamps in sync with the harbor clock")
    assert made == {
        "Harbor Queue – Tug Office: what does the office keep in sync with the harbor clock?": "painted lamps",
    }


def test_in_which_of_several_views_an_answer_holds_stands_on_the_front():
    made = questions("Tug Office", "- Tides are estimated as long averages (old pilots view)")
    assert made == {"Harbor Queue – Tug Office: what are Tides estimated as (old pilots view)?": "long averages"}


def test_an_open_verb_is_asked_where_its_object_says_much():
    made = questions("Tug Office", "- The tide bell allows for the night closing of locks by setting a mark")
    assert made == {
        "Harbor Queue – Tug Office: what does the tide bell allow for by setting a mark?": "the night closing of locks",
    }


def test_what_a_thing_suits_is_asked_as_such():
    made = ask(f"# Harbor Letters\n- An ideal solution for news, orders and threats between tugs\n{_BESIDE}")
    assert "news, orders and threats between tugs" in made.values()
    assert not [front for front in made if front in {"What is Harbor Letters?", "What are Harbor Letters?"}]
