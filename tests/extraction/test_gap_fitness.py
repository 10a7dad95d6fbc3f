"""Gaps that several words fit, or that the words around them give away, on small invented slides."""

import pytest

from tests.extraction.slide_notation import ask


def gaps_of(line: str, title: str = "Harbor Queue") -> set[str]:
    """What the gaps of a line hide."""
    made = ask(f"# {title}\n- The ships wait here at night\n- {line}")
    return {back for front, back in made.items() if "[...]" in front}


@pytest.mark.parametrize(
    ("line", "hidden"),
    [
        (
            "Outer piers are reached on foot by slowly rowing and drifting along walls",
            "slowly rowing and drifting along walls",
        ),
        ("Once moored, a ship can be called via the console", "console"),
        ("Rigs up **automatic lighting**", "automatic lighting"),
        ("**GetTideTable** – returns a tide table", "GetTideTable"),
        ("Sort the bales first using Tide Rakes etc.", "Tide Rakes"),
        ("The crane works with Tide Rakes, steel hooks, rope slings", "Tide Rakes"),
        (
            "The harbor hires a master so crews don’t have to deal with repairing or cleaning it",
            "repairing or cleaning",
        ),
        ("Do not worry about tides or winds at the gate", "about tides or winds"),
        ("Although pilots may row to the piers that rely on painted lamps", "painted lamps"),
        ("Pilots can adapt the plan of the day to changing berth requirements", "changing berth requirements"),
        ("Crates are handed out using the policy of first come and first served", "policy"),
        ("Far piers: works with the Old Crane in other", "Old Crane"),
        ("Move crates to the far shed after 30 days", "30 days"),
        ("Old lists can be set to be burnt after a 300 days", "300 days"),
        ("Send crates to the far shed 3 weeks after arrival", "3 weeks"),
        ("**Easy passage** from the sea and the river", "Easy passage"),
        ("Simplified **tidal** crane building", "tidal"),
        ("Could leverage Tide Rakes", "Tide Rakes"),
        ("Masts can be raised by pulling the ropes of the quay and dropping the anchor", "pulling the ropes"),
        ("Tide lists are sent to the pilots in near real-time", "real-time"),
        ("Comes with built-in guard towers", "guard towers"),
    ],
)
def test_gaps_that_others_fit_or_that_stand_beside_themselves_are_left_out(line, hidden):
    assert hidden not in gaps_of(line)


def test_of_a_thing_in_the_title_only_a_quality_that_decides_is_hidden():
    assert not gaps_of("Pilots are not as safe from storms as in a seaworthy ship", title="Rafts against Ships")
    assert gaps_of("Pilots are not as safe from storms as in a seaworthy ship") == {"seaworthy ship"}


def test_the_scale_of_a_number_is_hidden_and_its_unit_is_not():
    made = ask("# Harbor Queue\n- The ships wait here at night\n- High output with over 20 millions crates/year")
    assert made["Harbor Queue: High output with over [...] crates/year"] == "20 millions"


def test_a_long_statement_has_a_second_gap_only_where_that_one_is_sure():
    line = "Instead of using ropes, the crew can load the crates of the night on the quay via Steam Crane"
    assert gaps_of(line) == {"Steam Crane"}


def test_a_line_that_says_what_its_title_says_has_no_gap():
    assert not gaps_of("Painting the hull with TAR", title="Painting a Hull")


@pytest.mark.parametrize(
    ("line", "hidden"),
    [
        ("Signals to the ships using Brass Lanterns", "Brass Lanterns"),
        ("The names of ships must start with lowercase letter or number", "lowercase letter or number"),
        ("Crates must be moved after 30 days", "30 days"),
        ("Keep the lists for up to 300 days", "300 days"),
    ],
)
def test_names_and_what_a_rule_allows_stay_gaps(line, hidden):
    assert hidden in gaps_of(line)


@pytest.mark.parametrize(
    "line", ["Carries 100s of crates across the bay", "Grows from 10s of ships to 1000s of ships a day"]
)
def test_tens_and_hundreds_are_no_figure_to_know(line):
    assert not {back for back in gaps_of(line) if back.endswith("0s")}


def test_seconds_are_a_figure_to_know():
    assert "100s" in gaps_of("The outer gate stays open for 100s at night")


def test_a_bound_of_things_names_them():
    made = ask("# Harbor Queue\n- The ships wait here at night\n- Steam crane: Minimum of 2 WHUs - Default: 10 WHUs")
    assert made["Harbor Queue: Steam crane, minimum number of WHUs?"] == "2 WHUs"


def test_data_is_asked_by_how_much_and_a_measure_by_its_name():
    talk = "- The tooling and the steering need care and the ships wait here for a berth"
    made = ask(f"# Harbor Queue\n{talk}\n- 10GB LOG per pilot\n- 1 MB crate size limit")
    assert made["Harbor Queue: how much LOG per pilot?"] == "10GB LOG per pilot"
    assert made["Harbor Queue: what crate size limit?"] == "1 MB crate size limit"


@pytest.mark.parametrize(
    ("line", "hidden"),
    [
        ("As the port grows, manually re-coiling every rope is tedious for the crew", "manually"),
        ("Each quay takes 500 ships x 7 days = 3500 ships", "500 ships"),
        ("Suppose the pilot must guess the depth of a channel given some **observed tide** on board", "observed tide"),
        ("Ships are called in with the method of first come first served", "method"),
        ("**Earliest** ship is a pilot", "Earliest"),
        ("Quays are **small** and usually serve a street of the town", "small"),
        ("Chalk is easy for the crew to read but hard for pilots to edit and mend", "edit and mend"),
        ("You must show that you own the ship before a port will grant you a berth", "a port will grant you a berth"),
    ],
)
def test_what_only_carries_the_fact_or_supposes_a_case_has_no_gap(line, hidden):
    assert hidden not in gaps_of(line)


def test_what_a_carrier_stands_before_is_hidden():
    assert "first-come first-served" in gaps_of("The pilot calls in ships by the policy of first-come first-served")


def test_numbers_of_a_catalogue_are_not_asked():
    made = ask("# Harbor Queue\n- REG-352: a ship that enters the port without a light\n- Buoy: a float on a chain")
    assert list(made.values()) == ["a float on a chain"]


def test_a_word_made_of_one_in_the_title_is_no_gap():
    assert not gaps_of("A lock is **stateful** in the night", "Lock State")
    assert "stateful" in gaps_of("A lock is **stateful** in the night", "Lock Drive")
