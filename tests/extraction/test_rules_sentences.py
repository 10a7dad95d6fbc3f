"""Sentences, comparisons, tables, steps, problems, commands and questions on small invented slides."""

from dataclasses import replace

import pytest

from tests.extraction.slide_notation import TOPIC, ask, cards_of, slide_of


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
    assert made["Harbor Queue: Stores crates in [...]"] == "dry sheds"
    assert made["What does Harbor Queue integrate with?"] == "the old railway"
    assert made["How does Harbor Queue scale?"] == "automatically with the tide"
    assert made["What does Harbor Queue allow you to do?"] == "sort crates by colour"
    assert not [front for front in made if "help with" in front]


def test_one_verb_twice_is_no_question():
    made = ask("# Harbor Queue\n- Nice to have\n- Stores crates in dry sheds\n- Stores ropes in wet cellars")
    assert "What does Harbor Queue store?" not in made


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        ("- Pilots guide ships through the fog", "Harbor Queue: what do Pilots guide?", "ships through the fog"),
        ("- Crates are lifted by the harbor crane", "Harbor Queue: what are Crates lifted by?", "the harbor crane"),
        ("- You must seal every crate with wax", "Harbor Queue: what must you seal?", "every crate with wax"),
        ("- Cannot lift crates without a hook", "Harbor Queue: what can you not lift without a hook?", "crates"),
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
    assert "Harbor Queue – Tug: Fuel?" not in made  # told by the card of both
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
    made = ask(
        "# Git basics\n- Put local work aside for a while: git stash --keep-index\n- `git stash` : puts it aside"
    )
    assert made["git: which command puts local work aside for a while?"] == "git stash --keep-index"
    assert not [front for front in made if "which command puts it" in front]  # what it does is asked
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


def test_columns_that_are_values_are_asked_with_what_the_cells_measure():
    table = "| Hours to cross | 5 knots | 9 knots |\n| North bay | 12 h | 7 h |\n| South bay | 20 h | 11 h |"
    assert "Harbor Queue – South bay, 9 knots: Hours to cross?" in ask(f"# Harbor Queue\n{table}")


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
        ("- Beacon (a fire on top of a hill)", "Harbor Queue – Beacon: what is it?", "a fire on top of a hill"),
        ("- Stores: ropes, lamps and dogs", "Harbor Queue: which three stores?", "ropes, lamps and dogs"),
        (
            "- Supports old ropes: hemp, silk, wool",
            "Which three old ropes does Harbor Queue support?",
            "hemp, silk, wool",
        ),
    ],
)
def test_means_abilities_and_glosses(line, front, back):
    assert ask(f"# Harbor Queue\n- Nice to have\n{line}").get(front) == back


def test_a_phrase_under_a_label_keeps_its_preposition():
    made = ask("# Harbor Queue\n- Night ferry\n  - For islands without a bridge\n  - Nice to have")
    assert made["Harbor Queue: what is Night ferry for?"] == "islands without a bridge"


def test_is_simply_defines_and_is_the_same_does_not():
    made = ask("# Harbor Queue\n- A berth is simply a place on the quay with rings for ropes")
    assert "a place on the quay with rings for ropes" in made.values()
    made = ask("# Harbor Queue\n- Berths are the same on the old quay and on the new one")
    assert not [front for front in made if front.endswith("what are berths?")]


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        ("- Brass and copper – compatible", "What is Harbor Queue compatible with?", "Brass and copper"),
        ("- Compatible with every old winch", "What is Harbor Queue compatible with?", "every old winch"),
        (
            "- Can only be entered from the north quay",
            "What can Harbor Queue only be entered from?",
            "the north quay",
        ),
        (
            "- By default, lamps are configured to track all ships",
            "Harbor Queue: what are lamps configured to do by default?",
            "track all ships",
        ),
        (
            "- Each crate has a Harbour Stamp (must be fixed at loading time)",
            "Harbor Queue: when must Harbour Stamp be fixed?",
            "at loading time",
        ),
        ("- Every crate has a brass seal", "Harbor Queue: what kind of seal does every crate have?", "a brass seal"),
        ("- Old crews own “quay shares” in a town", "Harbor Queue: what do Old crews own?", "“quay shares” in a town"),
        (
            "- Save fuel by drifting with the tide at night",
            "How does Harbor Queue save fuel?",
            "by drifting with the tide at night",
        ),
        ("- Set the “fog” flag to ON in each log", "Harbor Queue: what to set to ON in each log?", "the “fog” flag"),
        ("- Cranes can lift only dry crates", "Harbor Queue: Cranes can lift [...]", "only dry crates"),
    ],
)
def test_further_sentences_that_keep_subject_and_verb(line, front, back):
    assert ask(f"# Harbor Queue\n- Nice to have\n{line}").get(front) == back


def test_a_noun_before_a_modal_is_no_verb():
    made = ask("# Harbor Queue\n- Nice to have\n- Rope repairs can delay a ship by hours")
    assert not [front for front in made if "repair?" in front]


def test_a_title_that_says_what_is_done_makes_steps_of_its_orders():
    made = ask(
        "# Harbor Queue – Loading crates\n- Open the hatch\n- Lift the crate\n- Move the crate\n- Get a receipt\n"
        "  - Date\n  - Weight of the crate"
    )
    assert made["Harbor Queue – Loading crates: what is the first step?"] == "Open the hatch"


def test_what_possibly_happens_may_open_with_it():
    made = ask("# Harbor Queue\n- If the fog stays until noon, it’s possible that no ship leaves")
    assert made["Harbor Queue: what happens if the fog stays until noon?"] == "it’s possible that no ship leaves"


@pytest.mark.parametrize(
    ("sentence", "front", "back"),
    [
        (
            "A brass badge allows a pilot to enter the lock.",
            "what does a brass badge allow a pilot to do?",
            "enter the lock",
        ),
        ("The master can ask you to tie a second rope.", "what can the master ask you to do?", "tie a second rope"),
        ("Tide tables let you plan the night.", "what do Tide tables let you do?", "plan the night"),
        ("Old shops sell you a chart of the coast.", "what do Old shops sell you?", "a chart of the coast"),
    ],
)
def test_who_makes_whom_do_what(sentence, front, back):
    assert ask(f"# Harbor Queue\n- Ships wait here\n- {sentence}")[f"Harbor Queue: {front}"] == back


def test_what_is_needed_for_a_purpose_is_nobody_who_does_it():
    made = ask("# Harbor Queue\n- The lock requires one keeper to open it at night")
    assert not [front for front in made if "one keeper to do" in front]


def test_a_fragment_keeps_the_sentence_above_it():
    made = ask(
        "# Harbor Queue\n- Crates are shared out by their owners\n"
        "  - In the order of their ships or based on **red wax** of the guild\n  - Some wait outside"
    )
    front = next(front for front, back in made.items() if back == "red wax")
    assert front.startswith("Harbor Queue – Crates are shared out by their owners: ")


def test_what_happens_on_an_occasion_is_asked_by_when():
    made = ask("# Harbor Queue\n- Ships wait here\n- Pilots only appear the first time a ship is sighted")
    assert made["Harbor Queue: when do Pilots appear?"] == "only the first time a ship is sighted"


def test_an_answer_that_promises_what_it_does_not_tell_is_none():
    assert not [
        back
        for back in ask("# Harbor Queue\n- The quay offers different mooring options").values()
        if "different" in back
    ]


def test_an_example_in_brackets_is_no_gap():
    made = ask("# Harbor Queue\n- Crates are weighed by the old crane (example: 30 kg of rope)")
    assert "30 kg" not in made.values()


def test_where_something_is_done_is_asked_by_where():
    made = ask("# Harbor Queue\n- Ships wait here\n- Old ropes are stored in the dry shed")
    assert {front.casefold(): back for front, back in made.items()}[
        "harbor queue: where are old ropes stored?"
    ] == "in the dry shed"


def test_a_point_of_several_sentences_is_asked_for_each():
    made = ask("# Harbor Queue\n- Old ropes are stored in the dry shed. A crate is sealed with red wax.\n- Ships wait")
    assert {"in the dry shed", "red wax"} <= set(made.values())


def test_a_gap_hides_no_part_of_a_list():
    made = ask("# Harbor Queue\n- The quay works well with old engines like Diesel, Steam or Oil")
    assert not [back for back in made.values() if " like " in back and "Steam" not in back]


def test_a_quality_is_asked_for_what_it_means():
    made = ask("# Harbor Queue\n- Open: the harbor master publishes his books every week\n- Ships wait")
    assert made == {"Harbor Queue: what does Open mean?": "the harbor master publishes his books every week"}


def test_what_is_done_does_nothing_itself():
    made = ask("# Running a ferry\n- Carries ships across the bay at night", topic="Running a ferry")
    assert not [front for front in made if "does Running" in front]


def test_a_number_behind_letters_is_a_name():
    made = ask("# Harbor Queue\n- When PID 1 exits the queue closes")
    assert not [front for front in made if "how many" in front]


def test_dots_in_front_of_a_later_step_go():
    made = ask("# Harbor Queue\n- ...The old ropes are kept in the dry shed\n- Ships wait")
    assert "in the dry shed" in made.values()


def test_each_of_several_is_not_defined():
    made = ask("# Harbor Queue\n- Each berth is a place for one ship\n- Ships wait here")
    assert not [front for front in made if "each berth?" in front.casefold()]


@pytest.mark.parametrize("title", ["When to use a tug", "Collapsing old sheds"])
def test_a_title_that_is_no_thing_does_nothing(title):
    made = ask(f"# {title}\n- Needs a strong engine and ropes of hemp\n- Ships wait", topic=title)
    assert not [front for front in made if f"does {title}" in front or f"do {title}" in front]


def test_a_bound_without_its_noun_is_named_by_the_sentence_before():
    made = ask("# Harbor Queue\n- You do specify a timeout! Max is 90 seconds")
    assert made["Harbor Queue: Max timeout is [...]"] == "90 seconds"


def test_names_that_brackets_list_in_full_are_the_gap():
    made = ask("# Harbor Queue\n- Rope lengths agreed when selling to the old firms (ACME, BOLT, and CORD)")
    assert list(made.values()) == ["ACME, BOLT, and CORD"]


def test_a_verb_that_other_points_share_is_asked_where_a_class_or_an_aim_narrows_it():
    made = ask(
        "# Harbor Queue\n- Uses V-shaped protocol\n- Uses steel ropes to control boats in the bay\n- Uses little oil"
    )
    assert made["Which protocol does Harbor Queue use?"] == "V-shaped protocol"
    assert made["Which ropes does Harbor Queue use to control boats in the bay?"] == "steel ropes"
    assert not [front for front in made if front == "What does Harbor Queue use?"]


def test_an_order_under_a_name_may_say_what_the_thing_does():
    made = ask("# Harbor RX Loader\n- Heavy machine\n- Protect against rust and salt during winter storms")
    assert made["What does Harbor RX Loader protect against during winter storms?"] == "rust and salt"
    told = ask("# Winter Rules\n- Heavy machine\n- Protect against rust and salt during winter storms")
    assert "What do Winter Rules protect against during winter storms?" not in told


def test_only_stands_in_the_answer():
    made = ask("# Harbor Queue\n- Night pilots only steer tugs with a red light")
    assert [back for back in made.values() if back.startswith("only ")], made
    assert not [front for front in made if " only " in front]


def test_what_a_thing_helps_to_do_is_asked_by_that_deed():
    made = ask("# Harbor Queue\n- Helps with planning\n- Helps record arrivals and delays of ships")
    assert made["What does Harbor Queue help record?"] == "arrivals and delays of ships"


def test_what_something_is_configured_to_is_a_deed():
    made = ask("# Harbor Queue\n- Cranes are configured to weigh crates of oak at noon")
    assert made["Harbor Queue: what are Cranes configured to do?"] == "weigh crates of oak at noon"
