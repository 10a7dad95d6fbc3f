"""Terms, numbers, conditions, purposes, arrows and lists: what is asked, what is answered, what is left alone."""

from dataclasses import replace

import pytest

from flashdeck.errors import SlideFileError
from flashdeck.extraction.model import Bullet, BulletList, Group
from tests.extraction.slide_notation import TOPIC, ask, cards_of, slide_of, text_of


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        (
            "- Loader: lifts a crate out of the queue",
            "Harbor Queue – Loader: what does it do?",
            "lifts a crate out of the queue",
        ),
        (
            "- Crane: lifts a crate out of the queue",
            "Harbor Queue – Crane: what does it do?",
            "lifts a crate out of the queue",
        ),
        (
            "- Slack: the ship lifts with the tide",
            "Harbor Queue – Slack: what does it mean?",
            "the ship lifts with the tide",
        ),
        ("- Manifest: a list of the crates", "Harbor Queue – Manifest: what is it?", "a list of the crates"),
        ("- Tugboats: the helpers of the pilot", "Harbor Queue: what are Tugboats?", "the helpers of the pilot"),
        (
            "- Stateless: nothing is kept between calls",
            "Harbor Queue: what does Stateless mean?",
            "nothing is kept between calls",
        ),
        ("- Quay wall – concrete and steel", "Harbor Queue – Quay wall: what is it?", "concrete and steel"),
        ("- Ledger = book of all arrivals", "Harbor Queue – Ledger: what is it?", "book of all arrivals"),
        ("- Purpose: decouple ships from cranes", "What is the purpose of Harbor Queue?", "decouple ships from cranes"),
        ("- Kiln: A kiln is an oven for crates", "Harbor Queue: what is a kiln?", "an oven for crates"),
        ("- Buoy: it is a floating mark", "Harbor Queue – Buoy: what is it?", "a floating mark"),
        ("- Berth kinds: dry, wet and floating", "Harbor Queue: which three berth kinds?", "dry, wet and floating"),
        (
            "- A berth represents one place at the quay",
            "Harbor Queue: what does a berth represent?",
            "one place at the quay",
        ),
        ("- hook:Crate:Lift: a crate left the ship", "Harbor Queue: what is hook:Crate:Lift?", "a crate left the ship"),
        ("- ~* is deaf to case", "Harbor Queue: what does ~* mean?", "deaf to case"),
        ("- ^ – marks the start of a name", "Harbor Queue: what does ^ mean?", "marks the start of a name"),
    ],
)
def test_a_term_asks_for_its_description(line, front, back):
    assert ask(f"# Harbor Queue\n{line}") == {front: back}


@pytest.mark.parametrize(
    "line",
    [
        "- See https://harbor.example/docs: more there",
        "- Ratio 3:4 of crates to hooks",
        "- Note: bring gloves",
        "- Crate: ",
        "- Pilots – as everyone knows – sleep late at night",
        "- 6 crates * 2 hooks = 12 lifts (",
    ],
)
def test_what_only_looks_like_a_definition_defines_nothing(line):
    assert not [front for front in ask(f"# Harbor Queue\n{line}") if not front.count("[...]")]


def test_text_below_a_label_describes_it():
    assert ask("# Harbor Queue\n- Foghorn:\n> warns the ships in fog") == {
        "Harbor Queue – Foghorn: what does it do?": "warns the ships in fog"
    }
    assert ask("# Harbor Queue\n= Foghorn\nwarns the ships in fog") == {
        "Harbor Queue – Foghorn: what does it do?": "warns the ships in fog"
    }


def test_the_first_of_several_points_describes_a_term():
    made = ask("# Harbor Queue\n- Lighthouse\n  - A tower with a lamp on top\n  - Must have a keeper on duty")
    assert made["Harbor Queue – Lighthouse: what is it?"] == "A tower with a lamp on top"


def test_only_countable_common_nouns_get_an_article():
    made = ask(
        "# Harbor Queue\n- Winch: a drum that pulls the rope\n- Anchor: the hook that holds the ship\n"
        "- The winch and the anchor are steel\n- Zephyr: a wind that pushes the sails"
    )
    assert "Harbor Queue: what is a winch?" in made
    assert "Harbor Queue – Anchor: what is it?" in made
    assert "Harbor Queue – Zephyr: what is it?" in made


def test_a_long_description_keeps_its_defining_sentence():
    long = (
        "moves the crates from the deck to the quay. It was built in the last century by three brothers "
        "who liked steel and wanted to lift more than anybody else"
    )
    assert ask(f"# Harbor Queue\n- Gantry: {long}") == {
        "Harbor Queue – Gantry: what does it do?": "moves the crates from the deck to the quay"
    }


def test_a_question_on_the_slide_is_asked_as_it_stands():
    made = ask("# Harbor Queue\n- Do crates arrive wet?\n  - If so, dry them in the shed")
    assert made == {"Harbor Queue: Do crates arrive wet?": "dry them in the shed"}


def test_a_yes_or_no_is_no_question():
    made = ask("# Harbor Queue\n- Do crates arrive wet?\n  - Rain falls on the quay all year")
    assert not any("Do crates" in front for front in made)


def test_a_header_that_points_to_its_cells_asks_what():
    made = ask("# Harbor Queue\n| Weather | Use this |\n| Fog | Horn of brass |\n| Storm | Second anchor |")
    assert {front.rpartition(": ")[2] for front in made} == {"what to use?"}


def test_time_given_for_a_task_is_no_fact():
    assert not ask("# Harbor Queue\n- You have 10 minutes to draw a picture of your own crane")


def test_one_letter_and_a_name_before_its_bracket_are_no_gaps():
    made = ask("# Harbor Queue\n- The load of the long quay grows with **Tide**(n) and the yard **B**")
    assert not {"Tide", "B"} & set(made.values())


def test_a_term_is_told_by_the_question_it_answers():
    made = ask("# Harbor Queue\n- Triage: Which crate has to leave the quay first?\n- Q: Who is there at all today?")
    assert made == {"Harbor Queue: which question does Triage answer?": "Which crate has to leave the quay first?"}


def test_a_tree_of_files_is_no_list():
    assert not ask("# Harbor Queue\n- Layout\n  - crane/hook.py\n  - crane/rope.py")


def test_two_bounds_are_two_cards():
    assert ask("# Harbor Queue\n- Retention: default 4 days, up to 14 days") == {
        "Harbor Queue: Retention, default?": "4 days",
        "Harbor Queue: Retention, maximum?": "14 days",
    }


def test_counted_things_and_units_are_asked_by_number():
    made = ask("# Harbor Queue\n- Up to 5 alarms per yard\n- Maximum crate size is 256 KB")
    assert made["Harbor Queue: Up to how many alarms per yard?"] == "5 alarms"
    assert made["Harbor Queue: Maximum crate size is [...]"] == "256 KB"


@pytest.mark.parametrize(
    ("line", "front"),
    [
        ("Default 5 berths with a lamp", "Harbor Queue: how many berths with a lamp by default?"),
        ("9,000 crates limit", "Harbor Queue: at most how many crates?"),
        ("Night shift (up to 40 sailors)", "Harbor Queue: Night shift (up to how many sailors)?"),
    ],
)
def test_a_number_is_asked_in_a_whole_question(line, front):
    assert front in ask(f"# Harbor Queue\n- The ships wait here for a berth\n- {line}")


@pytest.mark.parametrize(
    "line", ["Stacks crates in one hold (go over 20 crates per hour limit)", "Moves 300 barrels or 50 crates per hour"]
)
def test_a_number_inside_a_remark_or_beside_another_thing_is_no_question(line):
    made = ask(f"# Harbor Queue\n- The ships wait here for a berth\n- {line}")
    assert not [front for front in made if "(go over how many" in front or "how many barrels or" in front]


def test_an_order_below_its_name_tells_what_the_thing_does():
    made = ask("# Harbor Queue\n= Crate Sharing\n- Securely share ropes across two harbours for repairs")
    assert not [front for front in made if front.startswith("What is Crate Sharing")]


@pytest.mark.parametrize("line", ["- Attacks on layer 4 hulls hurt", "- Make the 2 hooks ready", "- 3 hooks"])
def test_numbers_that_count_nothing_worth_knowing_are_left_alone(line):
    assert not [front for front in ask(f"# Harbor Queue\n{line}") if "how many" in front]


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        (
            "- Sealing is enabled by default",
            "Harbor Queue: sealing disabled or enabled by default?",
            "Enabled by default",
        ),
        ("- Private by default", "Harbor Queue: private or public by default?", "Private by default"),
    ],
)
def test_defaults_offer_both_states(line, front, back):
    made = {asked.replace("Sealing", "sealing"): answer for asked, answer in ask(f"# Harbor Queue\n{line}").items()}
    assert made == {front: back}


def test_conditions_ask_what_to_do_or_what_happens():
    made = ask(
        "# Harbor Queue\n- If a crate is too heavy, split the load\n- When the tide falls, ships touch the ground"
    )
    assert made["Harbor Queue: what to do if a crate is too heavy?"] == "split the load"
    assert made["Harbor Queue: what happens when the tide falls?"] == "ships touch the ground"


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        (
            "- Designed to decouple ships and cranes",
            "What is Harbor Queue designed for?",
            "to decouple ships and cranes",
        ),
        ("- Ideal for small islands with fog", "What is Harbor Queue ideal for?", "small islands with fog"),
        ("- Not suitable for oil tankers at night", "What is Harbor Queue not suitable for?", "oil tankers at night"),
        (
            "- Use two pilots when the wind is strong",
            "Harbor Queue: when to use two pilots?",
            "when the wind is strong",
        ),
    ],
)
def test_purposes_and_advice(line, front, back):
    assert ask(f"# Harbor Queue\n- Kept in a shed\n{line}")[front] == back


def test_an_arrow_asks_what_follows():
    made = ask(
        "# Harbor Queue\n- Crates are sealed at the gate\n- ⇒ customs can sleep\n- Fast lane\n- ⇒ trucks wait less"
    )
    assert made["Harbor Queue: Crates are sealed at the gate – what is the result?"] == "customs can sleep"
    assert made["Harbor Queue – Fast lane: what does it mean?"] == "trucks wait less"


def test_a_sum_behind_an_arrow_is_a_worked_example():
    made = ask("# Harbor Queue\n- Toll example:\n  - ⇒ Landing 6 crates * 2 coins = 12 coins")
    assert made["Harbor Queue – Toll example: Landing 6 crates * 2 coins = ?"] == "12 coins"
    bare = ask("# Harbor Queue\n- Toll example:\n  - ⇒ 6 crates * 2 coins = 12 coins")
    assert not any(front.endswith("= ?") for front in bare)


def test_up_to_three_names_are_asked_together_with_their_number():
    assert ask("# Harbor Queue\n- Producers:\n  - SDK\n  - Harbor Agent\n  - Lamp") == {
        "Harbor Queue: which three producers?": "- SDK\n- Harbor Agent\n- Lamp"
    }


def test_four_names_of_a_set_are_two_cards_that_name_the_others():
    assert ask("# Harbor Queue\n- Plank types:\n  - Oak\n  - Elm\n  - Ash\n  - Fir") == {
        "Harbor Queue: which two plank types besides Elm and Fir?": "- Oak\n- Ash",
        "Harbor Queue: which two plank types besides Oak and Ash?": "- Elm\n- Fir",
    }
    made = ask("# Harbor Queue\n- Crews of the port sleep by day\n- Plank woods:\n  - Oak\n  - Elm\n  - Ash\n  - Fir")
    assert not [front for front in made if "woods" in front]


def test_longer_names_are_one_gap_each_when_they_are_in_order_and_more_are_no_card():
    woods = ["Oak", "Elm", "Ash", "Fir", "Yew", "Box", "Lime", "Pine"]
    names = [f"{wood} from the islands" for wood in woods]

    def made(count, *, ordered):
        items = tuple(
            Bullet(text=text_of(name, place + 1), number=place if ordered else None)
            for place, name in enumerate(names[:count], start=1)
        )
        label = Bullet(text=text_of("Plank woods:", 1), children=items)
        slide = slide_of("# Harbor Queue\n" + "\n".join(names[:count]), **TOPIC)
        try:
            return cards_of(replace(slide, groups=(Group(blocks=(BulletList(items=(label,)),)),)))
        except SlideFileError:
            return []

    shown = f"Harbor Queue: Plank woods: {names[0]}, [...], {names[2]}, {names[3]}"
    assert made(4, ordered=True)[1] == (shown, names[1])
    assert len(made(4, ordered=True)) == 4
    assert not made(4, ordered=False)
    assert not made(8, ordered=True)


def test_an_open_list_has_no_gaps():
    four = "\n".join(f"  - {name}" for name in ("Oak", "Elm", "Ash", "Fir"))
    assert not ask(f"# Harbor Queue\n- Use cases:\n{four}")


def test_an_open_clause_is_completed_by_its_points():
    made = ask("# Harbor Queue\n- Use the rope to:\n  - tie a ship to the quay\n  - lift crates in the hold")
    assert (
        made["Harbor Queue: Use the rope to do which two things?"]
        == "- tie a ship to the quay\n- lift crates in the hold"
    )


def test_a_slide_of_names_lists_its_subject():
    made = cards_of("# Plank types\n- Oak\n- Elm\n- Ash\n- Fir", **TOPIC)
    assert made[0] == ("Harbor Queue: which two plank types besides Elm and Fir?", "- Oak\n- Ash")


def test_points_that_are_facts_are_no_list():
    made = ask("# Harbor Queue\n- Night shift:\n  - Uses lamps made of brass\n  - Starts at 22 h sharp")
    assert not [front for front in made if "points" in front or "two" in front]
