"""A question with many answers is asked from the other side of its statement."""

import pytest

from tests.extraction.slide_notation import ask

_TALK = "- The ships wait here for a berth at night"


def test_who_provides_something_is_asked_rather_than_what():
    made = ask(f"# Harbor Queue\n{_TALK}\n- LOCK provides shelter from the tide")
    assert made["Harbor Queue: what provides shelter from the tide?"] == "LOCK"


def test_a_provider_whose_name_tells_what_it_provides_is_not_asked_for():
    made = ask(f"# Harbor Queue\n{_TALK}\n- Shelters provide sheltering from the tide")
    assert not [front for front in made if "what provides" in front]


def test_the_means_of_an_integration_is_asked_for():
    made = ask(f"# Harbor Queue\n{_TALK}\n- The tug list can be integrated with the tide table through BUOY signals")
    assert made["Harbor Queue: how can the tug list be integrated with the tide table?"] == "through BUOY signals"


def test_the_aim_of_an_integration_narrows_the_question():
    made = ask(f"# Harbor Queue\n{_TALK}\n- The tug list is integrated with BUOY for night signals")
    assert made["Harbor Queue: what is the tug list integrated with for night signals?"] == "BUOY"


def test_bounds_of_an_amount_are_asked_by_themselves():
    made = ask("# Harbor Queue\n- Night tugs\n  - Small ferry towing\n  - 2kn to 9kn")
    assert made["Harbor Queue – Night tugs: from how many to how many kn?"] == "2kn to 9kn"
    assert not [front for front in made if "two answers" in front or "two characteristics" in front]


def test_what_has_points_is_not_characterized_by_one_line():
    made = ask(f"# Harbor Queue\n{_TALK}\n- Old tugs: slow, in brown\n  - Steered by two pilots of the north")
    assert not [front for front in made if "characterizes" in front]


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        (
            "The tug master places full crates on the north quay",
            "where does the tug master place full crates?",
            "on the",
        ),
        ("The tug master distributes ropes across the piers", "where does the tug master distribute ropes?", "across"),
        (
            "Each berth must have a brightly lit number (on both sides)",
            "what kind of number must each berth have?",
            "a brightly lit number (on both sides)",
        ),
    ],
)
def test_where_things_are_put_and_of_what_kind_they_are_is_asked(line, front, back):
    made = ask(f"# Harbor Queue\n{_TALK}\n- {line}")
    assert made[f"Harbor Queue: {front}"].startswith(back)


def test_what_is_sent_to_nobody_in_particular_is_asked():
    made = ask(f"# Harbor Queue\n{_TALK}\n- The tug master sends ropes of hemp and tar")
    assert made["Harbor Queue: what does the tug master send?"] == "ropes of hemp and tar"


def test_a_kind_that_its_owner_names_is_not_asked():
    made = ask(f"# Harbor Queue\n= Structured Berths\n- Has a consistent structure\n{_TALK}")
    assert not [front for front in made if "kind of structure" in front]
