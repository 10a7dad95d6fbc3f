"""Lines that hold for one case only, or leave open what they speak of, make no cards."""

import pytest

from flashdeck.errors import SlideFileError
from tests.extraction.slide_notation import ask, cards_of

_TALK = "- The ships wait here for a berth at night"


def test_the_values_of_an_example_are_no_facts():
    values = "- For example:\n  - opening_time: January 4, 1970\n  - closing_time: March 6, 2016"
    meanings = "- Times:\n  - opening_time: first tide of the year\n  - closing_time: last tide of the year"
    assert not [back for back in ask(f"# Harbor Times\n{_TALK}\n{values}").values() if "19" in back or "20" in back]
    assert "first tide of the year" in ask(f"# Harbor Times\n{_TALK}\n{meanings}").values()


def test_quoted_values_beside_each_other_are_no_meanings():
    made = ask(f'# Parts of a Signal\n{_TALK}\n- Signal key: "Elba"\n- Signal text: "Fog on the quay"')
    assert not any("Signal" in front and "Elba" in back for front, back in made.items())


def test_the_variables_of_an_example_are_no_terms():
    made = ask(f"# Tide Variables\n{_TALK}\n- H: How high is the tide at noon?\n- M: Which side of the moon is lit?")
    assert not [front for front in made if "answer" in front]


def test_a_checklist_states_no_facts():
    made = ask(f"# Lamp Upkeep\n{_TALK}\n- Every lamp has tests for safety:\n  - Glass covers hold back salt water")
    assert not [back for back in made.values() if "salt" in back]


def test_a_question_to_the_audience_has_no_answer_on_the_slide():
    made = ask(f"# Third Lamp\n{_TALK}\n= What should happen?\n- The lamp returns three flashes")
    assert not [back for back in made.values() if "flashes" in back]


def test_a_line_without_a_subject_under_a_title_of_many_is_left_out():
    made = ask(f"# Harbor Lamps\n{_TALK}\n- Is the most common lamp in the north")
    assert not [back for back in made.values() if "most common" in back]


def test_the_speakers_own_way_is_no_term():
    made = ask(f"# Rope Care\n{_TALK}\n- My usual approach: dry every rope on the deck before it is stowed")
    assert not [front for front in made if "approach" in front]


def test_the_numbers_of_a_demonstration_are_no_facts():
    made = ask(f"# Tide Gauge Demo (2 m)\n{_TALK}\n- Tide limit = 20 m")
    assert not [back for back in made.values() if "20 m" in back]


def test_what_a_deck_leaves_out_makes_no_cards():
    line = "- Night Pilots: guide ships through the fog"
    assert ask(f"# Pilots\n{line}")
    assert not ask(f"# More topics if we had time\n{line}")


def test_a_line_that_goes_on_about_the_subject_of_the_line_before_is_left_out():
    lines = "- Long ropes may replace all of the chains\n- Useful when the harbour has no steel"
    assert not [back for back in ask(f"# Mooring\n{_TALK}\n{lines}").values() if "no steel" in back]


def test_a_label_that_two_steps_share_only_tells_where_they_are_done():
    steps = "- Pilot (on board): ring the bell\n- Pilot (ashore): light the lamp\n- Pilot (ashore): wait for the tug"
    made = ask(f"# Arrival\n{_TALK}\n{steps}")
    assert not [front for front in made if "ashore" in front]


def test_a_line_that_opens_with_a_verb_in_small_letters_goes_on_about_the_term_above():
    lines = "- Lamp oil: burns in every lamp of the quay\n- stores its heat for nine hours of the night"
    assert not [back for back in ask(f"# Lights\n{_TALK}\n{lines}").values() if "nine hours" in back]


def test_a_slide_of_pictures_makes_no_cards():
    assert not ask("# Diagrams\n- Tugs lift the anchor: with two chains\n- Ferry: by rope")


def test_a_worked_example_states_no_facts():
    line = "- Night watch: two keepers by the lamp"
    assert ask(f"# Watches\n{line}")
    assert not ask(f"# Example: the storm of the year\n{line}")


def test_a_sentence_that_many_slides_share_tells_nothing_of_any():
    parts = ("Hull", "Deck", "Keel", "Mast", "Helm")
    slides = [f"# {part} care\n- Repairs take nine days in the dry dock" for part in parts]
    assert cards_of(slides[0])
    with pytest.raises(SlideFileError):
        cards_of(*slides)


def test_the_first_of_several_points_does_not_define_a_line_that_describes_the_slide():
    made = ask(f"# Harbor Lens\n{_TALK}\n- A bright signal lamp\n  - Unit of brass for foggy nights\n  - Burns oil")
    assert not [front for front in made if "what is a bright signal lamp" in front]


def test_what_follows_a_line_that_opens_an_example_holds_for_it_alone():
    chain = "- The chain of the port is stored in the dry shed"
    assert any("chain" in front for front in ask(f"# Mooring\n{_TALK}\n{chain}"))
    assert not any("chain" in front for front in ask(f"# Mooring\n{_TALK}\n- Northern port example:\n{chain}"))


def test_a_line_below_the_example_of_a_thing_speaks_of_the_example():
    made = ask(f"# Towing\n{_TALK}\n- Example of towing an old barge\n- Uses a hemp rope (for calm water)")
    assert not [front for front in made if "Towing use" in front or "does Harbor" in front]


def test_a_term_among_cases_does_not_do_what_its_case_can():
    cases = "- Barge: heavy crates without an engine, coal"
    made = ask(f"# Ships for work\n{_TALK}\n- Tug: can bear high waves, low cost\n{cases}")
    assert not any("waves" in back for back in made.values())
    deeds = "- Barge: carries heavy crates"
    assert any("waves" in back for back in ask(f"# Ships\n{_TALK}\n- Tug: can bear high waves\n{deeds}").values())
    assert ask("# Docks\n- The number of cranes (can add cranes in winter)") == {}
