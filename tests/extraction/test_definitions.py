"""Where the term of a line ends and its description starts."""

import pytest

from flashdeck.extraction.analysis.definitions import definition_in, shorten
from tests.extraction.slide_notation import ask, text_of


@pytest.mark.parametrize(
    "marked",
    [
        "With `crew: four` the tug sails by night",
        'The call "Tug: come closer" opens the lock',
        "Der Ruf „Schlepper: näher kommen“ öffnet die Schleuse",
    ],
)
def test_a_colon_in_code_or_quotation_marks_separates_nothing(marked):
    assert definition_in(text_of(marked)) is None


def test_a_colon_behind_code_or_quotation_marks_separates():
    found = definition_in(text_of("`crew`: who sails the tug"))
    assert found is not None
    assert (found.term, found.description) == ("crew", "who sails the tug")
    found = definition_in(text_of('The "long line": a rope of sixty metres'))
    assert found is not None
    assert found.description == "a rope of sixty metres"


@pytest.mark.parametrize("term", ["--slow", "-n", "--crane=<number>"])
def test_an_option_keeps_its_dashes(term):
    found = definition_in(text_of(f"`{term}`: half the speed of the winch"))
    assert found is not None
    assert found.term == term


def test_a_name_that_opens_like_an_invitation_is_no_pointer():
    made = ask("# Let's Dock\n- Berth: a place on the quay for one ship", topic="Let's Dock")
    assert list(made.values()) == ["a place on the quay for one ship"]
    assert ask("# Harbor Queue\n- Berth: a place on the quay, let's measure one") == {}


def test_what_follows_by_an_arrow_or_comes_on_top_is_no_part_of_a_description():
    assert shorten("ring the bell of the quay => no ship moves") == "ring the bell of the quay"
    assert shorten("by rope (wet => slow)") == "by rope (wet => slow)"


def test_a_sign_before_a_dash_is_the_term_whatever_bracket_closes_the_line():
    found = definition_in(text_of("& - both lamps at once (red & green means stop)"))
    assert found is not None
    assert (found.term, found.description) == ("&", "both lamps at once (red & green means stop)")
