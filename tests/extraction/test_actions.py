"""Titles that name an action, labels that negate what stands below them."""

import pytest

from flashdeck.extraction.languages import terms
from tests.extraction.slide_notation import ask


@pytest.mark.parametrize("title", ["Resizing Clusters", "Merging Shards", "Using Views"])
def test_an_action_is_one_however_many_things_it_is_done_to(title):
    assert not terms.is_plural(title)


@pytest.mark.parametrize("title", ["Rings", "Building blocks of ships", "Clusters"])
def test_things_are_many(title):
    assert terms.is_plural(title.split(" of ")[0]) is (not title.startswith("Building"))


def test_what_cannot_be_done_is_not_asked_as_if_it_could():
    made = ask(
        "# Harbor Queue\n- The ships wait here at night\n- You can’t do the following:\n"
        "  - Load more than 40 crates at once in a ship\n  - Sail at low tide"
    )
    assert not [front for front in made if "crates" in front]


def test_remarks_about_a_title_are_not_part_of_it():
    made = ask("# Rope Repair (Notes)\n- Joins torn ropes and worn hawsers of ships\n- The ships wait here at night")
    assert not [front for front in made if "Notes" in front]


def test_what_something_works_with_is_asked_by_its_preposition():
    made = ask("# Harbor Queue\n- The ships wait here at night\n- Works with brass horns and lamps")
    assert made["What does Harbor Queue work with?"] == "brass horns and lamps"
