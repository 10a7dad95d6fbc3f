"""Which end of a line is no gap, and what is asked for instead, on small invented slides."""

import pytest

from tests.extraction.slide_notation import ask

_BESIDE = "- The ships wait here at night"


def gaps_of(line: str, title: str = "Harbor Queue") -> dict[str, str]:
    """The gaps of a line."""
    made = ask(f"# {title}\n{_BESIDE}\n- {line}")
    return {front: back for front, back in made.items() if "[...]" in front}


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Harbor Queue", "first adds pilot boats, afterwards rope tugs, up to max hooks listed"),
        ("Harbor Queue", "The speed of a tug does not grow based on cargo weight"),
        ("Harbor Queue", "Quickly bring local crates to Dock Four (fast lane): load crates now"),
        ("Tide Lists", "Tide Lists are RED scrolls"),
        ("Harbor Queue", "can tie to Oak Pier, Elm Pier, or Ash Pier"),
        ("Painted Lamps", "important to watch the harbor wall and ring when painted lamps fail"),
        ("Harbor Queue", "Can be integrated with Dock Four"),
        ("Harbor Queue", "The office routes crates to piers such as Oak Pier or Elm Pier"),
        ("Harbor Queue", "Formerly the queue for Oak Pier or for Elm"),
        ("Harbor Queue", "Guards against the common night storms and fire attacks (**96%**)"),
        ("Harbor Queue", "Guards against the common night storms and fire attacks (96%)"),
        ("Leak at Night", "The old pump drains the dock when leaks are seen"),
    ],
)
def test_an_end_that_goes_without_saying_is_no_gap(title, line):
    assert not gaps_of(line, title)


def test_a_thing_that_is_had_in_a_case_is_hidden_and_not_the_case():
    assert gaps_of("second anchor when storm is expected (already on board)") == {
        "Harbor Queue: [...] when storm is expected (already on board)": "second anchor",
    }


def test_what_comes_first_and_what_then_is_one_gap():
    assert gaps_of("first adds pilot boats, then rope tugs, up to max hooks listed") == {
        "Harbor Queue: first adds [...], up to max hooks listed": "pilot boats, then rope tugs",
    }


def test_a_gap_for_names_in_a_row_says_how_many():
    assert gaps_of("load sacks in Dock Four or Yard Six") == {
        "Harbor Queue: load sacks in [...] (two)": "Dock Four or Yard Six",
    }
    assert gaps_of("Packs crates when the ship goes to the far north (JUTE, HEMP, and SISAL)") == {
        "Harbor Queue: Packs crates when the ship goes to the far north (three: [...])": "JUTE, HEMP, and SISAL",
    }
