"""What narrows a statement moves into its question; what belongs to the object stays in the answer."""

import pytest

from flashdeck.extraction.asking.objects import split_object
from tests.extraction.slide_notation import ask


@pytest.mark.parametrize(
    ("rest", "split"),
    [
        ("a brass horn to warn the ferry", ("a brass horn", "to warn the ferry")),
        ("old lamps for the north pier", ("old lamps", "for the north pier")),
        ("crates (with lids on) into the hold", ("crates (with lids on)", "into the hold")),
        ("compliance with harbour rules", ("compliance with harbour rules", "")),
        ("crates that fit in the hold", ("crates that fit in the hold", "")),
        ("two ropes at a time", ("two ropes at a time", "")),
        ("many options for the crew", ("many options for the crew", "")),
        ("ropes", ("ropes", "")),
    ],
)
def test_an_object_and_what_narrows_the_statement(rest, split):
    assert split_object(rest) == split


def test_an_ability_is_asked_only_where_something_narrows_it():
    narrowed = ask("# Harbor Queue\n- The ships wait here at night\n- You can set a lamp to warn the ferry")
    assert narrowed["Harbor Queue: what can you set to warn the ferry?"] == "a lamp"
    bare = ask("# Harbor Queue\n- The ships wait here at night\n- You can set a lamp")
    assert not [front for front in bare if "what can you" in front]


def test_what_is_supported_among_other_things_is_no_question():
    made = ask("# Harbor Queue\n- The ships wait here at night\n- Supports brass lamps")
    assert "What does Harbor Queue support?" not in made


def test_a_verb_below_two_names_has_no_subject():
    made = ask("# Harbor Queue\n- Tug vs Ferry\n  - Saves fuel at low tide\n- The ships wait here at night")
    assert not [front for front in made if "do?" in front]
