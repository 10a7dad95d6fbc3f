"""What must be, must not be, is so by default or holds for one thing only -> a gap there; a range is one gap."""

import pytest

from flashdeck.extraction.lint import CardText, CheckName, SeenCards
from tests.extraction.slide_notation import TOPIC, ask, cards_of


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        ("Must start with a painted board", "must start with a [...]", "painted board"),
        ("Must NOT end with the mark x--", "must NOT end with the [...]", "mark x--"),
        ("Crew must be signed up as dock workers", "Crew must be signed up as [...]", "dock workers"),
        ("Buoys can only be moved when the tide turns", "Buoys can only be moved when [...]", "the tide turns"),
        ("Fast cranes run on steel ropes only", "cranes run on [...] only", "steel ropes"),
        ("By default, the old crane is locked (at night)", "by default, the old crane is [...] (at", "locked"),
        ("Old cranes do not support the Deep Water Pier (South)", "Old cranes do not support the [...] (South)", None),
        ("The pilot rule is not transitive (one for each pair)", "The pilot rule is not [...]", "transitive"),
    ],
)
def test_what_a_rule_demands_or_forbids_is_the_gap(line: str, front: str, back: str | None):
    made = {asked.casefold(): answer for asked, answer in ask(f"# Harbor Queue\n- {line}").items()}
    found = [answer for asked, answer in made.items() if front.casefold() in asked]
    assert found == ([back] if back else ["Deep Water Pier"])


@pytest.mark.parametrize(
    "line",
    [
        "Must begin and end with the harbor master",
        "A tug must meet the needs of the pilot to be eligible",
        "The pilot will not wait a message that was received",
        "TIDE CLOCK ONLY",
        "Collects tolls only",
    ],
)
def test_half_an_object_is_no_gap(line: str):
    assert not [back for front, back in ask(f"# Harbor Queue\n- {line}").items() if "[...]" in front and back.islower()]


def test_a_line_without_a_subject_is_left_out_where_the_front_cannot_name_the_line_above():
    slide = "# Warm and cold sheds\n- Cold sheds use ice from the north\n  - Must have an inner door"
    assert not [front for front in ask(slide) if "must have" in front]
    named = "# Harbor Queue\n- Ice sheds\n  - Must have an inner door\n  - Two old lamps"
    assert ask(named)["Harbor Queue – Ice sheds: Must have an [...]"] == "inner door"


@pytest.mark.parametrize(
    ("line", "backs"),
    [
        ("Tolls are kept between 1 day to 365 days", ["1 day to 365 days"]),
        ("Holds for 1 to 30 days in the old shed", ["1 to 30 days"]),
        ("Up to 30 MB/s for ships and 10 MB/s for boats", ["30 MB/s", "10 MB/s"]),
        ("Slow winch (up to 300 per second with oil, 20/s without)", ["300 per second", "20/s"]),
    ],
)
def test_a_range_is_one_quantity_and_two_rates_are_two(line: str, backs: list[str]):
    assert [back for front, back in ask(f"# Harbor Queue\n- {line}").items() if "[...]" in front] == backs


@pytest.mark.parametrize(
    ("line", "back"),
    [
        ("Old doors close when the tide turns", "the tide turns"),
        ("Gates stay locked unless you hold a pilot card", "hold a pilot card"),
        ("Less damage to crates in case of winter storms", "winter storms"),
        ("Ropes are cut after the last whistle (by the crew)", "the last whistle"),
    ],
)
def test_the_case_at_the_end_of_a_statement_is_the_gap(line: str, back: str):
    assert list(ask(f"# Harbor Queue\n- {line}").values()) == [back]


@pytest.mark.parametrize(
    "line",
    [
        "Pilots check if the old lamps are lit",
        "Storms make repair of docks after damage slow",
        "Old lamps are cleaned once or twice a year",
        "Crews may leave the docks if they wish",
        "If tides turn, doors close when the lamp is lit",
    ],
)
def test_a_case_that_is_part_of_the_statement_is_no_gap(line: str):
    assert not [back for back in ask(f"# Harbor Queue\n- {line}").values() if back.startswith(("if", "after", "once"))]


def test_a_name_inside_a_statement_is_a_gap_unless_others_follow_it():
    assert (
        ask("# Harbor Queue\n- Weigh old crates in Pier Seven for the night shift")[
            "Harbor Queue: Weigh old crates in [...] for the night shift"
        ]
        == "Pier Seven"
    )
    listed = ask("# Harbor Queue\n- Weigh old crates in Pier Seven, Pier Nine, and sheds")
    assert "Pier Seven" not in listed.values()


def test_lines_that_spell_a_short_form_are_asked_by_its_letters():
    made = ask("# Harbor Queue\n- DOCK\n  - Depth\n  - Order\n  - Cranes\n  - Keys\n- TIDE\n  - Time\n  - Ice")
    assert made["What do the letters of DOCK stand for (Harbor Queue)?"] == "- Depth\n- Order\n- Cranes\n- Keys"
    assert not [front for front in made if "TIDE" in front and "letters" in front]
    below = ask("# Harbor Queue\n- LBT\n  - Low Bridge Table\n  - Printed on oak boards")
    assert below["What does LBT stand for (Harbor Queue)?"] == "Low Bridge Table"


def test_what_to_use_when_is_asked_by_its_side():
    slide = (
        "# Tug vs Ferry\n= Use a Tug when:\n- Ships from the far islands are often lost in thick winter fog\n"
        "- Old docks have no steam crane of their own and few hands\n"
        "= Use the Ferry when:\n- Forty cars wait on the quay"
    )
    made = {front.casefold(): back for front, back in cards_of(slide, is_comparison=True, **TOPIC)}
    asked = "harbor queue: tug or ferry – which one: when "
    assert made[f"{asked}old docks have no steam crane of their own and few hands?"] == "Tug"
    assert made[f"{asked}forty cars wait on the quay?"] == "Ferry"


def test_a_few_names_at_the_end_are_a_gap_behind_a_few_words():
    made = ask(
        "# Harbor Queue\n- Signals go to Pier Watch, Tide Tower, or Customs\n- Monitoring via Tide Tower / Pier Watch"
    )
    assert made["Harbor Queue: Signals go to [...] (three)"] == "Pier Watch, Tide Tower, or Customs"
    assert made["Harbor Queue: Monitoring via [...] (two)"] == "Tide Tower / Pier Watch"
    assert "Pier Watch" not in ask("# Harbor Queue\n- Ropes for Pier Watch").values()


def test_a_command_over_several_points_is_asked_by_the_first_that_says_what_it_does():
    slide = "# Harbor Tool\n- winch up --slow\n  - Raises the anchor of the ship\n  - Old oil makes it stop"
    asked = {front: back for front, back in ask(slide).items() if "winch up --slow" in front + back}
    assert list(asked.values()) == ["Raises the anchor of the ship"]


def test_a_plural_pronoun_behind_a_singular_subject_is_left_alone():
    made = ask("# Harbor terms\n\nA ledger contains the crates of a ship. They hold old tolls as well.")
    assert not [front for front in made if "tolls" in front or "hold" in front]


def test_a_statement_behind_the_points_of_a_clause_is_none_of_them():
    points = "  - Thieves\n  - Rats that are hungry\n  - Even the master cannot open them"
    made = ask(f"# Harbor Queue\n- Guards protect the crates against:\n{points}")
    assert made["Harbor Queue: Guards protect the crates against which two?"] == "- Thieves\n- Rats that are hungry"


@pytest.mark.parametrize("case", ["when moving", "if low", "in case of storms"])
def test_a_case_of_one_word_is_a_guess(case: str):
    assert not ask(f"# Harbor Queue\n- No crates of old wood {case}")


def test_names_in_a_long_list_are_no_features():
    made = ask("# Harbor wares\n- Salted fish\n- Painted crates\n- Woven ropes\n- Carved oak masts")
    assert not [front for front in made if "what kind" in front or "which ropes" in front]


def test_an_article_makes_no_other_question():
    seen = SeenCards()
    seen.add(CardText(front="Harbor crew: what does a pilot do?", back="Leads ships", topic="Harbor crew"))
    found = seen.find(CardText(front="Harbor crew: what does Pilot do?", back="Reads old charts", topic="Harbor crew"))
    assert found is not None
    assert found.check is CheckName.AMBIGUOUS


def test_a_quantity_that_opens_a_compound_is_a_gap():
    made = ask("# Harbor Queue\n- 5-minute interval between two tugs using one winch")
    assert made == {"Harbor Queue: [...] interval between two tugs using one winch": "5-minute"}


@pytest.mark.parametrize("count", [2, 3, 4])
def test_points_under_a_plural_that_does_not_say_what_they_are_are_no_card(count: int):
    points = ("Open north quay", "Fast crane hire", "Night guard post", "Old stone mole")
    listed = "".join(f"  - {point}\n" for point in points[:count])
    assert not [front for front in ask(f"# Harbor Queue\n- Harbor docks:\n{listed}") if "docks" in front]
