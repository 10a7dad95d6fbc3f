"""Questions that many answers would fit are left out."""

import pytest

from tests.extraction.slide_notation import ask

_TALK = "- The ships wait here for a berth at night"


@pytest.mark.parametrize(
    "line",
    ["Supports a wide range of ropes and lamps", "Provides brass", "Supports many harbours in the north and more"],
)
def test_an_open_verb_needs_a_thing_that_few_others_would_fit(line):
    assert not [front for front in ask(f"# Harbor Queue\n{_TALK}\n- {line}") if front.startswith("What does")]


def test_a_facet_in_the_title_acts_not():
    made = ask(f"# Harbor Queue Security\n{_TALK}\n- Guards the crates of brass with two dogs")
    assert not [front for front in made if "Security do?" in front or "Security guard" in front]


@pytest.mark.parametrize(
    "line",
    [
        "See the list of ropes using Elba Island",
        "Above lamps incur a fee based on Elba Island",
        "Rope vs. Chain vs. Elba Island in ports",
    ],
)
def test_calls_pointers_and_recaps_have_no_gaps(line):
    assert not [front for front in ask(f"# Harbor Queue\n{_TALK}\n- {line}") if "[...]" in front]


def test_the_subject_in_another_form_is_no_gap():
    made = ask(f"# Harbor Queue\n= Asynchronous loading\n{_TALK}\n- Loading of crates is asynchronously done")
    assert not [front for front in made if "[...] done" in front]


def test_words_in_capitals_are_hidden():
    made = ask(f"# Harbor Queue\n{_TALK}\n- Ships may only load from quays that lie ON THE SAME SIDE as the crane")
    assert "SAME SIDE" in made.values()


def test_a_condition_below_a_statement_is_left_out():
    made = ask(f"# Harbor Queue\n{_TALK}\n- A crate must hold one thing\n  - If it leaks, you must open it all")
    assert not [front for front in made if "what to do" in front]


def test_a_broad_duty_is_no_question():
    made = ask(f"# Harbor Queue\n{_TALK}\n- You must manage the ropes within the port")
    assert not [front for front in made if "must you manage" in front]


def test_words_that_complete_an_open_label_have_no_gap():
    made = ask(f"# Harbor Queue\n{_TALK}\n- Crates may be loaded from\n  - Sheds in Elba Island\n  - Ships")
    assert not [front for front in made if "[...]" in front]


def test_an_object_that_goes_on_with_a_second_order_is_no_answer():
    made = ask(f"# Harbor Queue\n{_TALK}\n- You can save crates and add them to the list of ships")
    assert not [front for front in made if "what can you save" in front]


def test_words_that_only_begin_like_a_call_are_statements():
    made = ask(f"# Harbor Queue\n{_TALK}\n- Seesaws and grain sail from the quays to Elba Island")
    assert "Elba Island" in made.values()


def test_an_object_ends_before_a_second_verb():
    made = ask(f"# Harbor Queue\n{_TALK}\n- The pilot carries brass lamps and moves old ropes")
    assert made["Harbor Queue: what does the pilot carry?"] == "brass lamps"


def test_a_remark_in_brackets_behind_a_name_has_no_gap():
    made = ask(f"# Harbor Queue\n{_TALK}\n- Brass lamps (work with Elba Island)")
    assert not [front for front in made if "[...]" in front]


def test_what_could_be_done_by_hand_as_well_is_no_gap():
    made = ask(f"# Harbor Queue\n{_TALK}\n- Could manually lift the crates of the ferry")
    assert "manually" not in made.values()


@pytest.mark.parametrize(
    "line",
    [
        "Painting: Ships are painted",
        "Another one for the crane: steel ropes and wooden doors",
        "Used by the harbor master: calls every ship by its name",
        "Alternative to Elba Ferry: Oslo Ferry next lecture",
        "II: ropes of the old quay",
        "Spare ropes: (only in part)",
        "Mend the ropes: may need a second sailor",
    ],
)
def test_a_remark_and_a_description_in_the_words_of_its_term_are_no_definition(line):
    term = line.partition(":")[0]
    assert not [front for front in ask(f"# Harbor Queue\n{_TALK}\n- {line}") if term.casefold() in front.casefold()]


def test_a_price_does_nothing():
    made = ask(f"# Harbor Queue\n{_TALK}\n- Billing: Pay for each crate that is lifted")
    assert made["Harbor Queue: how does Billing work?"] == "Pay for each crate that is lifted"


def test_a_column_named_like_its_rows_is_not_asked_by_its_name():
    soft, hard = "| Soft rope | bends in the hand | Hemp, Cotton |", "| Hard rope | keeps its form | Steel, Wire |"
    table = f"| Kind | Meaning | Rope |\n{soft}\n{hard}"
    made = ask(f"# Harbor Ropes\n{table}")
    assert made["Harbor Ropes: Soft rope (two answers)?"] == "Hemp, Cotton"
    assert not [front for front in made if front.endswith(": Rope?")]


def test_lines_that_end_otherwise_after_the_same_words_have_no_gap_there():
    made = ask(f"# Harbor Queue\n{_TALK}\n- The ferry sails to Elba Island\n- The ferry sails to Oslo Harbour")
    assert not {"Elba Island", "Oslo Harbour"} & set(made.values())
    assert "Elba Island" in ask(f"# Harbor Queue\n{_TALK}\n- The ferry sails to Elba Island").values()


@pytest.mark.parametrize(
    "line",
    [
        "- The master makes the **brass rule** that all the ships are lit at night",
        "- **raise the red lamps** on all the ships of the port",
        "- The guards of the port cry at night: **STOP HERE!**",
        "- The port serves the ships by **tide and moved** crates of the quay",
        "- The number of crates grows with **many ships quickly** in the port",
    ],
)
def test_a_stressed_order_or_half_a_clause_is_no_gap(line):
    made = ask(f"# Harbor Queue\n{_TALK}\n{line}")
    assert not [front for front in made if "[...]" in front]


@pytest.mark.parametrize("line", ["W = “calm” ∨ W = “rough”", "Berth = full ∧ Tide = low"])
def test_a_formula_is_no_term(line):
    assert not ask(f"# Harbor Queue\n{_TALK}\n- {line}")


@pytest.mark.parametrize("label", ["One possible way", "Most common", "Less common"])
def test_one_case_among_others_is_no_term(label):
    made = ask(f"# Harbor Queue\n{_TALK}\n- {label}: a rope of steel between two bollards")
    assert not [front for front in made if label in front]


def test_only_a_sentence_that_promises_one_name_asks_which_one():
    made = ask(f"# Harbor Queue\n{_TALK}\n- Each ship has a mark of its own: pennant\n- We observe: ship four")
    asked = [front for front in made if "which one?" in front]
    assert len(asked) == 1
    assert "ship has a mark" in asked[0]


@pytest.mark.parametrize(
    "line", ["Especially important for ships with grain", "Always frame berth plans in terms of ships and tides"]
)
def test_a_quality_or_an_order_is_no_noun_with_a_kind(line):
    made = ask(f"# Harbor Queue\n{_TALK}\n- {line}")
    assert not [front for front in made if "what kind of" in front or "which " in front]


def test_a_line_without_a_subject_is_not_said_of_the_slide_when_it_speaks_of_the_thing_to_use():
    made = ask(f"# Harbor Queue\n{_TALK}\n- Use Brass Keys for Cranes\n  - Must be registered in the old harbor book")
    assert not [front for front in made if "registered in?" in front]
    assert "What must Harbor Queue be registered in?" in ask(
        f"# Harbor Queue\n{_TALK}\n- Must be registered in the old harbor book"
    )


@pytest.mark.parametrize("line", ["The harbor master handles complexities", "Too heavy a load can break the crane"])
def test_an_answer_that_fits_every_verb_and_a_subject_that_is_none_make_no_question(line):
    assert not [front for front in ask(f"# Harbor Queue\n{_TALK}\n- {line}") if "what " in front]


def test_the_other_half_of_a_formula_does_not_follow():
    line = "Sorting can reduce the search for the lamps of the port from long to short: O(2ⁿ)→O(n)"
    made = ask(f"# Harbor Queue\n{_TALK}\n- {line}")
    assert not [front for front in made if "the result?" in front]


def test_a_single_order_behind_a_mark_is_no_card_and_no_failure():
    assert not ask("# Harbor Queue\n- The crane rests\n- ! MERGE")


@pytest.mark.parametrize(
    "notation",
    [
        "# Choosing A Berth\n- Depends on the toll at Elba Island and the tide",
        "# Harbor Queue\n- Reminder: ropes for the old quay come from Elba Island",
        "# Harbor Queue\n- A rope is tied to the quay, go via:\n  - Wooden bridge behind the hall on Elba Island",
    ],
)
def test_a_line_whose_subject_stands_elsewhere_has_no_gap(notation):
    assert not [front for front in ask(f"{notation}\n{_TALK}") if "[...]" in front and "Elba" not in front]


def test_a_case_study_is_no_knowledge():
    assert not ask("# Harbor Queue\n- Ropes: tie the ship to the quay", topic="Scenario Moving A Harbor")


@pytest.mark.parametrize(
    ("notation", "asked"),
    [
        ("# Harbor View\n- Boards to organize crates by weight", "do?"),
        ("# Harbor Queue\n- Lamps not lit by night:\n  - Use oil of the old port", "use"),
        ("# Harbor Queue 6 Posts\n- Harbor Queue has 6 Posts at the pier", "how many"),
        ("# Harbor Queue\n- Consider over 10 TB of maps", "[...]"),
        ("# Harbor Queue\n- Old cranes require large amounts of grease on deck", "[...]"),
        ("# Harbor Queue (Example 2)\n- Crates stay on the quay for 60 days", "[...]"),
    ],
)
def test_nouns_titles_advice_and_cases_are_not_asked(notation, asked):
    assert not [front for front in ask(f"{notation}\n{_TALK}") if asked in front]


@pytest.mark.parametrize("notation", ["# Harbor Queue\n- =\n  - Elba\n  - Oslo", '# Harbor Queue\n- DNS\n- ""\n- - -'])
def test_lines_of_signs_alone_fail_nothing(notation):
    assert isinstance(ask(notation), dict)


def test_the_front_keeps_the_parent_that_restricts_its_point():
    aim = ask("# Harbor Clock\n- Use with Blue Board\n  - Send alarms from the clock to Tower Nine")
    assert aim == {"Harbor Clock – Use with Blue Board: Send alarms from the clock to [...]": "Tower Nine"}
    training = ask("# Harbor Clock\n- Pilot training through\n  - Film rooms: useful for young pilots in winter")
    assert training == {"Harbor Clock – Pilot training: what are Film rooms useful for?": "young pilots in winter"}


def test_the_title_is_no_subject_of_what_stands_under_a_list_of_deeds():
    made = ask("# Moving Crates\n- Copy, sort, stack\n  - Used to keep the quay open during a slow move\n- Tug: a ship")
    assert not [front for front in made if "used" in front.casefold()]


@pytest.mark.parametrize("line", ["Ropes of 40 m make this mooring fail", "You need this tug for 40 m"])
def test_what_only_another_line_names_is_left_out(line):
    assert not ask(f"# Harbor\n- {line}")


@pytest.mark.parametrize("said", ["is the root cause", "is a tug, whereas Sail is for slow trips at night"])
def test_neither_a_role_without_its_thing_nor_a_contrast_says_what_something_is(said):
    made = ask(f"# Harbor Queue\n- Fog {said}\n{_TALK}")
    assert not [front for front in made if "what is Fog" in front or "What is Fog" in front]


def test_a_heading_that_asks_for_a_quantity_asks_for_that_of_each_term_under_it():
    made = ask(
        "# Crane Costs\n- How many crates are used?\n"
        "  - Night crane: minimum of 2 crates - default: 10 crates\n  - Steam crane: 6 crates by day and by night"
    )
    assert made == {
        "Harbor Queue – Crane Costs: night crane – how many crates are used, default?": "10 crates",
        "Harbor Queue – Crane Costs: night crane – how many crates are used, minimum?": "2 crates",
        "Harbor Queue – Crane Costs – Steam crane: how many crates are used?": "6 crates by day and by night",
    }


def test_what_goes_on_about_a_described_term_names_it():
    hoist = "# Crane Words\n- **HOIST**: Lifts the crate and moves it to the quay\n> {}"
    made = ask(hoist.format("Useful for crates that hang from Bamboo Poles"))
    assert made["Harbor Queue – Crane Words – HOIST: Useful for crates that hang from [...]"] == "Bamboo Poles"


def test_a_heading_that_asks_why_keeps_its_question_for_the_terms_under_it():
    made = ask(
        "# Tide Tables\n- Why is it important?\n  - Safe Mooring: shows the depth at each quay by night\n"
        "  - Fair Tolls: counts the hours of each ship at the quay"
    )
    assert made == {
        "Harbor Queue: why are Tide Tables important for Safe Mooring?": "shows the depth at each quay by night",
        "Harbor Queue: why are Tide Tables important for Fair Tolls?": "counts the hours of each ship at the quay",
    }


@pytest.mark.parametrize(
    "line",
    ["The tug was donated to the harbour guild in the north", "The tug graduated from the trial of the Lake Guild"],
)
def test_what_befell_the_makers_is_not_asked(line):
    assert not [front for front in ask(f"# Tug History\n{_TALK}\n- {line}") if front.endswith("?")]


def test_an_order_under_a_title_names_no_kind():
    made = ask(f"# Tug Model\n- Model a tug as a box with two screws\n{_TALK}")
    assert not [front for front in made if front.startswith("What is")]


def test_a_trade_in_bold_letters_is_no_command():
    made = ask(f"# Towing\n{_TALK}\n- The **rope industry** uses hemp from the north to make strong cables")
    assert not [front for front in made if "rope industry do?" in front]


def test_how_a_thing_is_by_default_gives_its_name_no_article():
    made = ask(f"# Lamps\n{_TALK}\n- Lanternkit by default provides a wick called plain\n- Run the lanternkit binary")
    assert not [front for front in made if "does the lanternkit" in front]


def test_a_single_thing_that_something_is_done_with_gets_its_article():
    made = ask(f"# Night Lock\n{_TALK}\n- Gate should be closed by the pilot of a tug\n- A gate is heavy, gate by gate")
    assert any("should the gate be closed by" in front for front in made), made


def test_a_step_named_by_its_own_verb_asks_what_it_is_done_to():
    made = ask("# Winch Yard\n- **Inspect:**\n> Inspect the brake of the winch on the pier")
    assert made["Harbor Queue – Winch Yard: what do you inspect?"] == "the brake of the winch on the pier"


def test_another_word_for_both_ways_is_no_news():
    said = "Supports {} cargo transport"
    assert not ask(f"# Winch Yard\n- **Two-Way Transport:** {said.format('bi-directional')}")


@pytest.mark.parametrize(
    "line",
    [
        "Efficiency: Saves the effort of the crew",
        "Destinations: islands like Elba, quays like Q3, or ports abroad such as Riga",
        "Optimized Integrations: made specifically for smooth work with the old quays",
        "Usually moored: Each tug lies at its own quay",
        "Sand and fog: can lead to poor performance",
        "Berth Acceptance: Once a berth is accepted by the crew, the harbor master can lend it on",
        "Movable berths: Easily shifted planks and ropes that suit small boats",
        "CloseGate: Closes a single gate of a lock",
    ],
)
def test_a_label_that_leaves_open_what_is_asked_or_says_it_is_left_out(line):
    made = ask(f"# Harbor Queue\n{_TALK}\n- {line}")
    assert not [front for front in made if "[...]" not in front], made


def test_a_bare_label_with_a_figure_or_a_name_of_another_word_is_asked():
    made = ask(f"# Harbor Queue\n{_TALK}\n- Efficiency: 40 % in fog\n- CloseGate: Drops the boom of a lock")
    assert made["Harbor Queue: Efficiency?"] == "40 % in fog"
    assert made["Harbor Queue: what does CloseGate do?"] == "Drops the boom of a lock"


def test_figures_are_asked_together_as_rates_only():
    made = ask(
        "# Harbor Queue\n- Ships wait\n- One winch: 9 t/s in, 300 crates/s, 4 t/s out\n- Old lamps: 10 sec, 30 sec"
    )
    assert [front for front in made if "which" in front] == ["Harbor Queue – One winch: which three rates?"]


def test_letters_with_a_number_are_spelled_out():
    made = ask('# Harbor Queue\n- Ships wait\n- P3: "Port pilot plan"')
    assert "Harbor Queue: what does P3 stand for?" in made


def test_a_formula_is_asked_as_such_unless_it_is_one_step_of_many():
    made = ask(
        "# Lift\n- Ships wait\n- Draft: D(m|s)= m / B + s\n- Rank score: Aᵢⱼ = Rⱼ − Rᵢ\n- Load of a barge: d(0) = 0"
    )
    assert made["Harbor Queue – Lift – Draft: how is it computed?"] == "D(m|s)= m / B + s"
    assert not [front for front in made if "Rank" in front and "[...]" not in front]
    assert not [front for front in made if "computed" in front and "barge" in front]


def test_steps_of_a_topic_that_tells_not_of_what_are_left_out():
    steps = "- 1. Open the hatch of the ship\n- 2. Lower the hook into it\n- 3. Lift the crate to the quay"
    assert not [front for front in ask(f"# Harbor Queue\n{steps}", topic="The Harbor Queue of Elba") if "step" in front]
    named = ask(f"# Harbor Queue – Loading\n{steps}", topic="The Harbor Queue of Elba")
    assert len([front for front in named if "which step follows" in front]) > 1
