"""What a verb says is asked by the class of what is wanted, or by what narrows it; else it is left to a gap."""

import pytest

from flashdeck.extraction.analysis import clauses
from flashdeck.extraction.asking.verb_questions import Asked, asked_of, class_of
from tests.extraction.slide_notation import ask


@pytest.mark.parametrize(
    ("verb", "rest", "asked"),
    [
        ("support", "both rope and chain hooks", Asked("which two kinds of hooks", "", "rope and chain")),
        ("support", "rope and chain hooks", None),
        ("support", "Elba and Capri hooks", Asked("which two kinds of hooks", "", "Elba and Capri")),
        ("use", "steam winches or hand winches", Asked("which two kinds of winches", "", "steam or hand")),
        ("have", "an infinite number of berths", Asked("how many berths", "", "an infinite number of berths")),
        ("give", "a clear view of the port at night", Asked("of what", "a clear view", "the port at night")),
        ("guard", "your crates from thieves", Asked("from what", "your crates", "thieves")),
        ("hold", "data", None),
        ("send", "messages in seconds", Asked("how quickly", "messages", "in seconds")),
        ("require", "dedicated night pilots", Asked("which pilots", "", "dedicated night pilots")),
        (
            "use",
            "the Tide Agent (for ferries) tied to the quay",
            Asked("which agent", "", "the Tide Agent (for ferries) tied to the quay"),
        ),
        ("provide", "double encryption", Asked("which kind of encryption", "", "double encryption")),
        (
            "provide",
            "durable, portable, and flexible crates",
            Asked("what kind of crates", "(three properties)", "durable, portable, and flexible"),
        ),
        ("offer", "many old lamps", None),
        ("have", "a higher price than ferries", None),
        ("provide", "brass", None),
        ("hold", "your ropes centrally for quick loading", Asked("where", "your ropes for quick loading", "centrally")),
        ("keep", "records for a fixed period, saving paper", Asked("how long", "records", "for a fixed period")),
        ("send", "messages to the quay", Asked("what", "messages to", "the quay")),
        ("copy", "messages across two sheds for safety", Asked("what", "messages across for safety", "two sheds")),
        ("read", "records before loading", Asked("when", "records", "before loading")),
        ("provide", "metrics for all ferries", Asked("for which ferries", "metrics", "all")),
        ("find", "the best berth using the tide table", Asked("how", "the best berth", "using the tide table")),
        ("lift", "steel crates rather than loose sand", Asked("what", "rather than loose sand", "steel crates")),
        ("lift", "crates rather than loose sand", None),
        ("lift", "ropes and stores the knots", Asked("what", "", "ropes")),
    ],
)
def test_a_verb_and_its_object(verb, rest, asked):
    assert asked_of(verb, rest) == asked


def test_a_part_of_the_subject_may_have_what_has_no_class():
    assert asked_of("have", "its own brass bell", fewest=2) == Asked("what", "", "its own brass bell")


@pytest.mark.parametrize(
    "said",
    ["hooks", "many hooks", "ropes and steel hooks", "moving crates", "three hooks", "a Rope Tension (RT) gauge"],
)
def test_an_object_without_a_word_that_tells_it_from_others_has_no_class(said):
    assert class_of(said) == ""


def test_a_weak_verb_names_the_class_of_its_object():
    made = ask(
        "# Harbor Queue\n- The ships wait here at night\n- Supports oak and steel crates\n- Requires tidal pilots"
    )
    assert made["Which pilots does Harbor Queue require?"] == "tidal pilots"


@pytest.mark.parametrize(
    "line",
    ["Performs very well under load", "Takes at least a month to build", "Tugs only carry crates and ropes"],
)
def test_what_is_no_verb_with_an_object_is_no_question(line):
    made = ask(f"# Harbor Queue\n- The ships wait here at night\n- {line}")
    assert not [front for front in made if front.startswith(("What does Harbor", "How does Harbor"))]


def test_a_line_without_a_subject_agrees_with_the_name_it_is_given():
    made = ask("# Harbor Registries\n- Kept by the guild\n- Is the most popular registry of the coast")
    assert "the most popular registry of the coast" not in made.values()


def test_a_superlative_is_no_term():
    made = ask("# Harbor Queue\n- Nice to have\n- Latest berth is a berth at the gate")
    assert not [front for front in made if "Latest berth?" in front]


def test_a_thing_that_is_set_against_another_is_asked_for_by_both_names():
    made = ask("# Harbor Boats\n- The ships wait here at night\n- Tugs have a higher price point than Ferries")
    assert made["Harbor Boats: Ferries or Tugs – which one has a higher price point?"] == "Tugs"


@pytest.mark.parametrize(
    ("rest", "kept"),
    [
        ("ropes and runs the winch", "ropes"),
        ("ropes and runs", "ropes and runs"),
        ("the crates and store the ropes", "the crates"),
        ("rules to find and store the ropes", "rules to find and store the ropes"),
    ],
)
def test_an_object_ends_before_a_second_verb(rest, kept):
    assert clauses.without_second_verb(rest) == kept


@pytest.mark.parametrize(
    "line",
    ["Many old cranes lift steel crates", "Users can open lids of any crate", "You must ensure that ropes are dry"],
)
def test_what_some_or_all_people_do_is_no_question(line):
    assert not [front for front in ask(f"# Harbor Queue\n- Nice to have\n- {line}") if "what " in front]


def test_what_acts_is_the_thing_and_no_quality_or_phrase_about_it():
    made = ask("# Harbor Queue\n- Serverless:\n  - Guards the crates of brass with dogs\n- Kept by two guilds")
    assert not [front for front in made if "does Serverless guard" in front]
    made = ask("# Harbor Queue\n- Importance of dry ropes:\n  - Guards the crates of brass\n- Kept by two guilds")
    assert not [front for front in made if "does Importance" in front]


@pytest.mark.parametrize("line", ["Handles large amounts of crates", "You must ensure Elba Ferry is moored"])
def test_a_vague_amount_and_a_broad_duty_are_no_answer(line):
    made = ask(f"# Harbor Queue\n- Nice to have\n- {line}")
    assert not [front for front in made if "handle?" in front or "must you" in front]


@pytest.mark.parametrize(
    "line",
    [
        "Tied to other old piers",
        "Harbor avoids needless painting of hulls",
        "Quay Keys is the new name of Dock Keys",
    ],
)
def test_what_says_only_that_there_is_some_or_fits_the_subject_anyhow_is_no_question(line):
    made = ask(f"# Harbor Queue\n- Nice to have\n- {line}")
    assert not [front for front in made if "[...]" not in front and ("what" in front or "What" in front)]


def test_a_later_benefit_is_not_what_a_thing_does():
    made = ask("# Harbor Queue\n- Tide lists:\n  - Nightly sort old tides into one list\n  - Saves ink and paper costs")
    assert not [front for front in made if "lists do?" in front]


def test_the_letters_of_one_of_two_compared_are_not_spelled_out_before_them():
    made = ask("# EBS vs EFS – Elastic Ferry Ship\n- The ships wait here at night\n- EFS has a higher toll than EBS")
    assert made["EBS or EFS – which one has a higher toll?"] == "EFS"
