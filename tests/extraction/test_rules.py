"""Each rule on small invented slides: what is asked, what is answered, and what is left alone."""

from dataclasses import replace

import pytest

from flashdeck.errors import SlideFileError
from tests.extraction.slide_notation import cards_of, slide_of

TOPIC = {"topic": "Harbor Queue", "section": "Section 3: Queues"}


def ask(notation: str, **fields) -> dict[str, str]:
    """Front -> back of the cards made from one slide; empty when there are none."""
    try:
        return dict(cards_of(notation, **{**TOPIC, **fields}))
    except SlideFileError:
        return {}


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        (
            "- Crane: lifts a crate out of the queue",
            "Harbor Queue: what does Crane do?",
            "lifts a crate out of the queue",
        ),
        ("- Manifest: a list of the crates", "Harbor Queue: what is Manifest?", "a list of the crates"),
        ("- Tugboats: the helpers of the pilot", "Harbor Queue: what are Tugboats?", "the helpers of the pilot"),
        (
            "- Stateless: nothing is kept between calls",
            "Harbor Queue: what does Stateless mean?",
            "nothing is kept between calls",
        ),
        ("- Quay wall – concrete and steel", "Harbor Queue: Quay wall?", "concrete and steel"),
        ("- Ledger = book of all arrivals", "Harbor Queue: Ledger?", "book of all arrivals"),
        ("- Purpose: decouple ships from cranes", "What is the purpose of Harbor Queue?", "decouple ships from cranes"),
        ("- Kiln: A kiln is an oven for crates", "Harbor Queue: what is a Kiln?", "an oven for crates"),
        ("- Buoy: it is a floating mark", "Harbor Queue: what is Buoy?", "a floating mark"),
        ("- Berth kinds: dry, wet and floating", "Harbor Queue: which three berth kinds?", "dry, wet and floating"),
        (
            "- A berth represents one place at the quay",
            "Harbor Queue: what does berth represent?",
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
        "Harbor Queue: what does Foghorn do?": "warns the ships in fog"
    }
    assert ask("# Harbor Queue\n= Foghorn\nwarns the ships in fog") == {
        "Harbor Queue: what does Foghorn do?": "warns the ships in fog"
    }


def test_the_first_of_several_points_describes_a_term():
    made = ask("# Harbor Queue\n- Lighthouse\n  - A tower with a lamp on top\n  - Must have a keeper on duty")
    assert made["Harbor Queue: what is Lighthouse?"] == "A tower with a lamp on top"


def test_common_nouns_get_an_article_and_names_do_not():
    made = ask(
        "# Harbor Queue\n- Winch: pulls the rope\n- Anchor: holds the ship\n"
        "- The winch and the anchor are steel\n- Zephyr: pushes the sails"
    )
    assert "Harbor Queue: what does a Winch do?" in made
    assert "Harbor Queue: what does an Anchor do?" in made
    assert "Harbor Queue: what does Zephyr do?" in made


def test_a_long_description_keeps_its_defining_sentence():
    long = (
        "moves the crates from the deck to the quay. It was built in the last century by three brothers "
        "who liked steel and wanted to lift more than anybody else"
    )
    assert ask(f"# Harbor Queue\n- Gantry: {long}") == {
        "Harbor Queue: what does Gantry do?": "moves the crates from the deck to the quay"
    }


def test_a_question_on_the_slide_is_asked_as_it_stands():
    made = ask("# Harbor Queue\n- Do crates arrive wet?\n  - If so, dry them in the shed")
    assert made == {"Harbor Queue: Do crates arrive wet?": "dry them in the shed"}


def test_two_bounds_are_two_cards():
    assert ask("# Harbor Queue\n- Retention: default 4 days, up to 14 days") == {
        "Harbor Queue: Retention, default?": "4 days",
        "Harbor Queue: Retention, maximum?": "14 days",
    }


def test_counted_things_and_units_are_asked_by_number():
    made = ask("# Harbor Queue\n- Up to 5 alarms per yard\n- Maximum crate size is 256 KB")
    assert made["Harbor Queue: Up to how many alarms per yard?"] == "5 alarms"
    assert made["Harbor Queue: Maximum crate size is [...]"] == "256 KB"


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
        ("- Ideal for small islands with fog", "What is Harbor Queue suitable for?", "small islands with fog"),
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
    assert made["Harbor Queue: Crates are sealed at the gate – what follows?"] == "customs can sleep"
    assert made["Harbor Queue: Fast lane?"] == "trucks wait less"


def test_arrows_of_one_label_are_one_answer():
    made = ask("# Harbor Queue\n= Night shift\n⇒ Fewer cranes\n⇒ Double pay\n- Starts at dusk")
    assert made["Harbor Queue: Night shift (two points)?"] == "- Fewer cranes\n- Double pay"


def test_a_sum_behind_an_arrow_is_a_worked_example():
    made = ask("# Harbor Queue\n- Toll example:\n  - ⇒ 6 crates * 2 coins = 12 coins")
    assert made["Harbor Queue – Toll example: 6 crates * 2 coins = ?"] == "12 coins"


def test_up_to_three_names_are_asked_together_with_their_number():
    assert ask("# Harbor Queue\n- Producers:\n  - SDK\n  - Harbor Agent\n  - Lamp") == {
        "Harbor Queue: which three producers?": "- SDK\n- Harbor Agent\n- Lamp"
    }


def test_four_to_seven_names_are_one_gap_each_and_more_are_no_card():
    names = ["Oak", "Elm", "Ash", "Fir", "Yew", "Box", "Lime", "Pine"]
    four = "\n".join(f"  - {name}" for name in names[:4])
    made = cards_of(f"# Harbor Queue\n- Plank woods:\n{four}", **TOPIC)
    assert made[1] == ("Harbor Queue: Plank woods: Oak, [...], Ash, Fir", "Elm")
    assert len(made) == 4
    eight = "\n".join(f"  - {name}" for name in names)
    assert not ask(f"# Harbor Queue\n- Plank woods:\n{eight}")


def test_an_open_list_has_no_gaps():
    four = "\n".join(f"  - {name}" for name in ("Oak", "Elm", "Ash", "Fir"))
    assert not ask(f"# Harbor Queue\n- Use cases:\n{four}")


def test_an_open_clause_is_completed_by_its_points():
    made = ask("# Harbor Queue\n- Use the rope to:\n  - tie a ship to the quay\n  - lift crates in the hold")
    assert (
        made["Harbor Queue: Use the rope to … (two answers)?"] == "- tie a ship to the quay\n- lift crates in the hold"
    )


def test_a_slide_of_names_lists_its_subject():
    made = cards_of("# Plank woods\n- Oak\n- Elm\n- Ash\n- Fir", **TOPIC)
    assert ("Harbor Queue: Plank woods: [...], Elm, Ash, Fir", "Oak") in made


def test_points_that_are_facts_are_no_list():
    made = ask("# Harbor Queue\n- Night shift:\n  - Uses lamps made of brass\n  - Starts at 22 h sharp")
    assert not [front for front in made if "points" in front or "two" in front]


@pytest.mark.parametrize(
    ("notation", "front", "back"),
    [
        (
            "- Managed message queue service for ports",
            "What is Harbor Queue?",
            "Managed message queue service for ports",
        ),
        (
            "- Create crate lists and send them home",
            "What does Harbor Queue do?",
            "Create crate lists and send them home",
        ),
        ("- Stores crates in dry sheds", "What does Harbor Queue do?", "Stores crates in dry sheds"),
        ("- Is a queue that never sleeps", "What is Harbor Queue?", "a queue that never sleeps"),
        ("- A tide gauge is a stick with marks", "Harbor Queue: what is a tide gauge?", "a stick with marks"),
    ],
)
def test_a_point_says_what_the_subject_is_or_does(notation, front, back):
    assert ask(f"# Harbor Queue\n{notation}") == {front: back}


def test_several_verbs_are_asked_one_by_one():
    made = ask(
        "# Harbor Queue\n- Nice to have\n- Stores crates in dry sheds\n- Integrates with the old railway\n"
        "- Scales automatically with the tide\n- Allows you to sort crates by colour\n- Helps with heavy loads at night"
    )
    assert made["What does Harbor Queue store?"] == "crates in dry sheds"
    assert made["What does Harbor Queue integrate with?"] == "the old railway"
    assert made["How does Harbor Queue scale?"] == "automatically with the tide"
    assert made["What does Harbor Queue allow you to do?"] == "sort crates by colour"
    assert made["What does Harbor Queue help with?"] == "heavy loads at night"


def test_one_verb_twice_is_no_question():
    made = ask("# Harbor Queue\n- Nice to have\n- Stores crates in dry sheds\n- Stores ropes in wet cellars")
    assert "What does Harbor Queue store?" not in made


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        ("- Pilots guide ships through the fog", "Harbor Queue: what do Pilots guide?", "ships through the fog"),
        ("- Crates are lifted by the harbor crane", "Harbor Queue: what are Crates lifted by?", "the harbor crane"),
        ("- You must seal every crate with wax", "Harbor Queue: what must you seal?", "every crate with wax"),
        ("- Cannot lift crates without a hook", "Harbor Queue: what can you not lift?", "crates without a hook"),
        ("- Can lift two crates of oranges", "What can Harbor Queue lift?", "two crates of oranges"),
        (
            "- Automatically attached to the nearest quay",
            "What is Harbor Queue automatically attached to?",
            "the nearest quay",
        ),
    ],
)
def test_whole_sentences_keep_subject_and_verb(line, front, back):
    assert ask(f"# Harbor Queue\n- Nice to have\n{line}")[front] == back


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        (
            "- Sealing works only in **dry weather** at sea",
            "Harbor Queue: Sealing works only in [...] at sea",
            "dry weather",
        ),
        (
            "- Loads end up in a shed using steel carts",
            "Harbor Queue: Loads end up in a shed using [...]",
            "steel carts",
        ),
        ("- Copies between quays are asynchronous", "Harbor Queue: Copies between quays are [...]", "asynchronous"),
        ("- It was sealed with wax from Elba Island", "Harbor Queue was sealed with wax from [...]", "Elba Island"),
    ],
)
def test_plain_statements_hide_what_is_worth_knowing(line, front, back):
    made = ask(f"# Harbor Queue\n- Nice to have\n{line}")
    assert made[front] == back


def test_a_heading_narrows_the_subject():
    made = ask(
        "# Harbor Queue\n= Cold storage\n- Nice to have\n- Kept at a steady chill\n- Doors open within 30 seconds"
    )
    assert made["Harbor Queue – Cold storage: Doors open within [...]"] == "30 seconds"


def test_both_sides_of_a_comparison_are_asked_together():
    notation = "# Tug vs. Ferry\n= Tug\n- Fuel: diesel\n- Crew: two hands\n= Ferry\n- Fuel: steam\n- Crew: two hands"
    made = ask(notation, is_comparison=True)
    assert made["Harbor Queue: Tug against Ferry: Fuel?"] == "Tug: diesel\nFerry: steam"
    assert made["Harbor Queue – Tug: Fuel?"] == "diesel"
    assert not [front for front in made if "against" in front and "Crew" in front]


def test_a_left_side_without_a_heading_has_it_in_the_title():
    slide = slide_of("# Tug\n- Fuel: diesel\n= Ferry\n- Fuel: steam", is_comparison=True, **TOPIC)
    assert ("Harbor Queue: Tug against Ferry: Fuel?", "Tug: diesel\nFerry: steam") in cards_of(slide)


def test_cells_are_asked_by_row_and_column():
    table = "| Berth | Depth | Owner |\n| North quay | 9 m | Town |\n| South quay | 12 m | Town |"
    assert ask(f"# Harbor Queue\n{table}") == {
        "Harbor Queue – North quay: Depth?": "9 m",
        "Harbor Queue – South quay: Depth?": "12 m",
        "Harbor Queue: Owner, the same in every row (Berth)?": "Town",
    }


@pytest.mark.parametrize(
    "table",
    [
        "| Id | Name | Email |\n| 1 | Ann Oak | ann |\n| 2 | Bob Elm | bob |",
        "| File | Depth |\n| a.csv | 1 m |\n| b.csv | 2 m |",
        "| Berth | Depth |\n| North | 1 m |",
        "| Berth | Depth |\n| North | 1 m |\n| North | 2 m |",
        "| Berth | |\n| North | 1 m |\n| South | 2 m |",
    ],
)
def test_records_and_lame_tables_are_no_knowledge(table):
    assert ask(f"# Harbor Queue\n{table}") == {}


def test_an_expansion_is_asked_once_per_deck():
    line = "- The Harbor Load Balancer (HLB) sends ships to the quays"
    first = slide_of(f"# Pilots\n{line}", **TOPIC)
    again = slide_of("# Tides\n- HLB (Harbor Load Balancer) is a pilot's friend", topic="Tides")
    fronts = [front for front, _ in cards_of(first, again) if "stand for" in front]
    assert fronts == ["What does HLB stand for (Harbor Queue – Pilots)?"]


@pytest.mark.parametrize("line", ["- Harbor masters (HLB) are kind", "- Cranes (of the) port", "- Berth 9 (B9)"])
def test_brackets_without_matching_initials_expand_nothing(line):
    assert not [front for front in ask(f"# Harbor Queue\n{line}") if "stand for" in front]


def test_an_equals_sign_expands_an_acronym():
    made = ask('# Harbor Queue\n- TEU = "Twenty Equivalent Unit"')
    assert "Twenty Equivalent Unit" in made["What does TEU stand for (Harbor Queue)?"]


def test_numbered_points_are_steps():
    made = ask(
        "# Loading\n- 1) Open the hatch of the ship\n- 2) Lower the hook into the hold\n- 3) Lift the crate to the quay"
    )
    assert made["Harbor Queue – Loading: what is the first step?"] == "Open the hatch of the ship"
    follows = "Harbor Queue – Loading: which step follows “Open the hatch of the ship”?"
    assert made[follows] == "Lower the hook into the hold"
    assert len([front for front in made if "step" in front]) == 3


@pytest.mark.parametrize(
    "points",
    [
        "- 1) Oak\n- 2) Elm\n- 3) Ash",
        "- 1) Hook: lifts a crate\n- 2) Rope: ties a ship\n- 3) Lamp: shows the way",
        "- 1) Open the big hatch\n- 3) Lift the first crate\n- 4) Close the big hatch",
    ],
)
def test_numbered_names_terms_and_gaps_are_no_steps(points):
    assert not [front for front in ask(f"# Loading\n{points}") if "step" in front]


def test_a_problem_asks_for_its_solution():
    made = ask("# Harbor Queue\n- Problem: ships wait too long\n- Solution: open a second quay")
    assert made["Harbor Queue: ships wait too long – what helps?"] == "open a second quay"
    below = ask("# Harbor Queue\n- Problem:\n  - ropes tear in winter\n- Solution:\n  - grease them with tallow")
    assert below["Harbor Queue: ropes tear in winter – what helps?"] == "grease them with tallow"
    assert not ask("# Harbor Queue\n- Problem: ships wait too long")


def test_an_anti_pattern_asks_what_to_use_instead():
    made = ask("# Harbor Queue\n- Small parcels for islands -> use Letter Boat instead")
    assert made["Harbor Queue: what instead for Small parcels for islands?"] == "use Letter Boat"


def test_a_command_is_asked_by_its_use():
    made = ask("# Git basics\n- `git stash` : puts local work aside\n- git log --oneline: Show the history in brief")
    assert made["git: which command puts local work aside?"] == "git stash"
    assert made["git: which command shows the history in brief?"] == "git log --oneline"
    assert not [front for front in ask("# Harbor Queue\n- big ropes: tie the ships") if "command" in front]


def test_a_question_with_options_needs_a_key():
    options = "- Which knot holds best?\n- A) Granny\n- B) Bowline{}\n- C) Slip"
    front = "Which knot holds best?\nA) Granny\nB) Bowline\nC) Slip"
    assert ask(f"# Exam\n{options.format(' (correct)')}")[front] == "B) Bowline"
    assert ask(f"# Exam\n{options.format('')}\n- Answer: B")[front] == "B) Bowline"
    assert front not in ask(f"# Exam\n{options.format('')}")


def test_a_repeated_question_with_another_answer_is_turned_down():
    slides = [
        slide_of("# Harbor Queue\n- Toll: two coins", **TOPIC),
        slide_of("# Harbor Queue\n- Toll: four coins", **TOPIC),
    ]
    assert cards_of(*slides) == [("Harbor Queue: Toll?", "two coins")]


def test_the_same_fact_of_two_subjects_is_kept_with_the_subject_on_the_front():
    slides = [
        replace(slide_of("# Overview\n- Toll: two coins"), topic=topic, number=number)
        for number, topic in enumerate(("Tug Service", "Ferry Line"), start=1)
    ]
    assert cards_of(*slides) == [("Tug Service: Toll?", "two coins"), ("Ferry Line: Toll?", "two coins")]


def test_orders_under_a_procedure_are_steps_without_numbers():
    points = "- Create the crew list\n- Open the big hatch\n- Load every crate\n- Send the ship home"
    made = ask(f"# Getting started with a ship\n{points}")
    assert [back for front, back in made.items() if "step" in front] == [
        "Create the crew list",
        "Open the big hatch",
        "Load every crate",
        "Send the ship home",
    ]
    assert not [front for front in ask(f"# Good ideas\n{points}") if "step" in front]


def test_wide_tables_are_asked_where_they_differ():
    table = (
        "| | Oak | Elm | Ash | Fir | Yew |\n| Depth | 9 m | 9 m | 9 m | 9 m | 4 m |\n"
        "| Owner | Town | Town | Town | Town | Town |"
    )
    assert ask(f"# Harbor Queue\n{table}") == {
        "Harbor Queue – Depth: Yew?": "4 m",
        "Harbor Queue: Owner, the same in every column?": "Town",
    }


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        ("- Small waves, ideal for young sailors", "What is Harbor Queue ideal for?", "young sailors"),
        ("- Use a tide table to avoid the rocks", "Harbor Queue: what to use to avoid the rocks?", "a tide table"),
        ("- Can carry ropes, lamps and a dog", "Harbor Queue: what can you carry?", "ropes, lamps and a dog"),
        ("- Every pilot can read two old charts", "Harbor Queue: what can every pilot read?", "two old charts"),
        ("- Lamps allow you to work at night", "Harbor Queue: what do Lamps allow you to do?", "work at night"),
        ("- Beacon (a fire on top of a hill)", "Harbor Queue: what is Beacon?", "a fire on top of a hill"),
        ("- Stores: ropes, lamps and dogs", "Harbor Queue: which three stores?", "ropes, lamps and dogs"),
        (
            "- Supports old ropes: hemp, silk, wool",
            "Harbor Queue: Supports old ropes … (three answers)?",
            "hemp, silk, wool",
        ),
    ],
)
def test_means_abilities_and_glosses(line, front, back):
    assert ask(f"# Harbor Queue\n- Nice to have\n{line}").get(front) == back


def test_a_phrase_under_a_label_keeps_its_preposition():
    made = ask("# Harbor Queue\n- Night ferry\n  - For islands without a bridge\n  - Nice to have")
    assert made["Harbor Queue – Night ferry: for what?"] == "islands without a bridge"
