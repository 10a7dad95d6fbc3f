"""Statements whose verb says one thing among many are asked so that one answer fits, on small invented slides."""

import pytest

from tests.extraction.slide_notation import ask

_BESIDE = "- The ships wait here at night"


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        (
            "Oak Hall offers both open and closed stalls",
            "which two kinds of stalls does Oak Hall offer?",
            "open and closed",
        ),
        ("The lamps are fixed at the quay level", "at which level are the lamps fixed?", "the quay level"),
        ("Cargo lists are written in TOLL format", "in which format are Cargo lists written?", "TOLL format"),
        ("Tolls are fixed at the launch of a ship", "when are Tolls fixed?", "at the launch of a ship"),
        ("Ropes are kept in the shed which is very dry", "where are Ropes kept?", "in the shed"),
        ("Ships are routed to the north quay, then unloaded", "what are ships routed to?", "the north quay"),
        ("Crates are passed to OTTER upon arrival", "what are Crates passed to upon arrival?", "OTTER"),
        ("LOOM maintains target speeds and auto-scales to save fuel", "what does LOOM maintain?", "target speeds"),
        (
            "Rules only include ropes and hooks of brass",
            "what do Rules include, and nothing else?",
            "ropes and hooks of brass",
        ),
        ("You don’t store ropes, this is handled by LOOM", "who stores ropes?", "LOOM (handled)"),
    ],
)
def test_a_statement_is_asked_for_what_it_alone_tells(line: str, front: str, back: str):
    made = ask(f"# Harbor Queue\n{_BESIDE}\n- {line}")
    assert made.get(f"Harbor Queue: {front}", made.get(front[:1].upper() + front[1:])) == back, made


def test_what_a_view_is_of_is_asked_rather_than_that_there_is_one():
    made = ask(
        f"# Harbor Queue\n{_BESIDE}\n- Tide Board\n  - Provides a clear picture of ships that wait outside\n  - Red"
    )
    assert made["Harbor Queue: of what does Tide Board provide a clear picture?"] == "ships that wait outside"


@pytest.mark.parametrize(
    "line",
    [
        "Pilot Guide guides the ships of the port",  # what its name says
        "You do not store the hull of a ferry",  # nor much else
        "Can’t lift the oldest ferries",
        "Can’t change the berth fees afterwards",  # after what stands on the slide alone
        "Ferry harbors hold data",
    ],
)
def test_what_has_many_answers_or_none_is_not_asked(line: str):
    assert not [front for front in ask(f"# Harbor Queue\n{_BESIDE}\n- {line}") if "what " in front]


def test_the_kind_of_a_thing_is_asked_where_the_front_names_the_thing():
    made = ask(f"# Rope Salting\n{_BESIDE}\n- Each rope should store a coarse salt")
    assert made["Harbor Queue – Rope Salting: what kind of salt should each rope store?"] == "a coarse salt"


def test_where_to_is_asked_when_the_thing_itself_stands_in_the_front():
    made = ask(f"# Tide Trail\n{_BESIDE}\n- You can put lists from Tide Trail into Oak List or Iron Chest")
    assert made["Harbor Queue – Tide Trail: into what can you put lists from Tide Trail?"] == "Oak List or Iron Chest"


def test_who_is_allowed_something_stands_in_the_question():
    made = ask(
        f"# Harbor Queue\n{_BESIDE}\n- Night Rule\n  - Allows all harbor teams to moor at the north quay\n  - Red"
    )
    assert made["Harbor Queue: what does Night Rule allow all harbor teams to do?"] == "moor at the north quay"


def test_an_amount_that_grows_is_asked_by_each_end_with_the_other_in_sight():
    made = ask(f"# Tide Store\n{_BESIDE}\n- Growth: Scales from 20 GB to 90 TB")
    assert made["Harbor Queue – Tide Store – Growth: scales from 20 GB to [...]"] == "90 TB", made
    assert made["Harbor Queue – Tide Store – Growth: scales from [...] to 90 TB"] == "20 GB"


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        ("Oak-based storage", "what is storage based on?", "oak"),
        ("Horizontal scaling", "horizontal or vertical scaling?", "Horizontal"),
    ],
)
def test_a_feature_is_asked_for_what_made_it_or_which_of_two_it_is(line: str, front: str, back: str):
    made = ask(f"# Harbor Queue\n{_BESIDE}\n- The storage of the scaling port is language\n- {line}")
    assert made.get(f"Harbor Queue: {front}") == back, made


def test_what_is_not_needed_is_asked_by_its_kind_or_not_at_all():
    made = ask(f"# Harbor Queue\n{_BESIDE}\n- Nested crates not supported")
    assert made["Harbor Queue: which crates are not supported?"] == "Nested crates"
    assert not ask(f"# Harbor Queue\n{_BESIDE}\n- A seal or a pass is not required")


def test_a_heading_that_names_a_kind_gives_way_to_the_line_that_says_it_with_more():
    made = ask("# Harbor Queue\n- Main Towing Service\n- Own towing service for ferries that come at night")
    assert made["What is Harbor Queue?"] == "Own towing service for ferries that come at night", made


def test_how_many_things_are_included_stands_in_the_question():
    made = ask(f"# Harbor Queue\n{_BESIDE}\n- Sources include Oak, Fir, Elm, Ash")
    assert made["Harbor Queue: which four Sources?"] == "Oak, Fir, Elm, Ash"
    assert "Oak" not in str(ask(f"# Harbor Queue\n{_BESIDE}\n- Sources include Oak, Fir, Elm, Ash, Yew"))


def test_of_two_purposes_the_second_asks_which_of_its_kind_it_is():
    made = ask(
        f"# Harbor Lamps\n{_BESIDE}\n- Lighting Mode (Red)\n  - Designed for ships with deep hulls\n"
        "  - Suitable for ferries that carry cattle"
    )
    assert made["Harbor Lamps: which lighting mode is suitable for ferries that carry cattle?"] == "Red", made


def test_points_that_are_asked_together_are_not_asked_one_by_one():
    made = ask(
        f"# Harbor Queue\n{_BESIDE}\n- Tug Marks\n  - Work with oak in a lot of sizes\n  - Work with iron ropes\n"
    )
    assert not [front for front in made if "in a lot of sizes" in front], made


def test_what_to_do_under_the_work_of_its_name_is_no_deed_of_a_thing():
    made = ask(f"# Harbor Queue\n{_BESIDE}\n- Manual Crane Management\n  - Manage old cranes by changing brass gears")
    assert not [front for front in made if "does Manual Crane Management" in front], made
