"""Conditions, sides of a comparison and numbers on small invented slides."""

import pytest

from tests.extraction.slide_notation import ask


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        (
            "- If lifting more than 5,000 crates, must use both cranes",
            "Harbor Queue: what to do if lifting more than 5,000 crates?",
            "use both cranes",
        ),
        ("- If fog in port: use the horn", "Harbor Queue: what to do in case of fog in port?", "use the horn"),
        (
            "- If you sail at night, you may be stopped by the watch",
            "Harbor Queue: what happens if you sail at night?",
            "you may be stopped by the watch",
        ),
    ],
)
def test_a_condition_asks_for_what_to_do_or_for_what_happens(line, front, back):
    assert ask(f"# Harbor Queue\n- The ships wait here at night\n{line}").get(front) == back


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        (
            "- If the tide is late, the outer gate stays shut until noon",
            "Harbor Queue: what happens to the outer gate if the tide is late?",
            "stays shut until noon",
        ),
        (
            "- If the hull touches a buoy, you will get a red ticket",
            "Harbor Queue: what do you get if the hull touches a buoy?",
            "a red ticket",
        ),
        (
            "- When mooring a barge, you measure the depth and the wind",
            "Harbor Queue: what do you measure when mooring a barge?",
            "the depth and the wind",
        ),
        (
            "- If using a steam crane, the boiler must be on the quay",
            "Harbor Queue: where must the boiler be if using a steam crane?",
            "on the quay",
        ),
        (
            "- If the crates hold glass, each layer must rest on straw",
            "Harbor Queue: what is required if the crates hold glass?",
            "each layer must rest on straw",
        ),
        (
            "- When Tide Alarm Enabled, the keeper rings two bells",
            "Harbor Queue: what happens when Tide Alarm is enabled?",
            "the keeper rings two bells",
        ),
    ],
)
def test_a_result_is_asked_by_what_becomes_of_its_subject(line, front, back):
    assert ask(f"# Harbor Queue\n- The ships wait here at night\n{line}").get(front) == back


@pytest.mark.parametrize(
    "lines",
    [
        "- After a storm, you can sail to the pier\n- After a storm, wait for the pilot boat",
        "- If you agree, the whole quay is flooded",
        "- If a crate is lost in the port, check HarborQueue first",
    ],
)
def test_a_case_with_two_results_or_without_a_case_is_left_out(lines):
    made = ask(f"# HarborQueue\n- The ships wait here at night\n{lines}")
    assert not [front for front in made if "what to do" in front or "what happens" in front]


def test_the_side_of_a_comparison_is_not_given_away_by_its_topic():
    made = ask(
        "# Tug vs Ferry\n= Tug\n- The pulling of heavy ships at low tide\n- Work in the fog\n"
        "= Ferry\n- The crossing with cars and with crates\n- Trips on a Sunday",
        topic="Tug",
        is_comparison=True,
    )
    assert made["Tug or Ferry – which one: Work in the fog?"] == "Tug"


def test_no_side_is_asked_of_names_on_both_or_of_a_point_with_a_choice_of_its_own():
    made = ask(
        "# Tug vs Ferry\n= Tug\n- Old Harbor Salt\n- Iron ore\n- Steam or diesel engines\n- Pulls other ships\n"
        "= Ferry\n- Salt, Timber\n- Iron ore & Coal\n- Carries whole crates",
        topic="Tug",
        is_comparison=True,
    )
    asked = [front for front in made if "which one" in front]
    assert not [front for front in asked if "Salt, Timber" in front or "Coal" in front or "diesel" in front]
    assert len(asked) > 0


def test_numbers_in_examples_and_below_a_stroke_are_not_asked():
    made = ask(
        "# Harbor Queue\n- The ships wait here at night (ex: 40 hours of fog)\n- The fee is $3 / 100 crates in the port"
    )
    assert not [front for front in made if "how many" in front or "ex: [...]" in front]


def test_what_could_happen_is_no_advice():
    made = ask("# Harbor Queue\n- The ships wait here at night\n- If you sail in fog, you could lose the sight of land")
    assert made["Harbor Queue: what happens if you sail in fog?"] == "you could lose the sight of land"


def test_what_acts_without_an_object_does_nothing_worth_asking():
    made = ask("# Harbor Queue\n- The ships wait here at night\n- Scales intelligently")
    assert not [front for front in made if "do?" in front]


def test_points_of_an_open_list_have_no_gaps():
    made = ask("# Harbor Queue\n- Use cases:\n  - Signals to the ships using Brass Lanterns\n  - Fog")
    assert not [front for front in made if "[...]" in front]


def test_lines_that_two_sides_word_alike_are_compared():
    made = ask(
        "# Tug vs Ferry\n= Tug\n- Write the log in ink or chalk\n- Brass at-night lighting\n"
        "- Calls the harbour by horn\n"
        "= Ferry\n- Write the list in a book of three colours\n- Oil or brass at-night lighting\n"
        "- Calls the harbour by horn",
        is_comparison=True,
    )
    assert made["Harbor Queue: Tug against Ferry: write what?"] == (
        "Tug: Write the log in ink or chalk\nFerry: Write the list in a book of three colours"
    )
    assert made["Harbor Queue: Tug against Ferry: at-night lighting?"].startswith("Tug: Brass at-night lighting\n")
    assert made["Harbor Queue: what do Tug and Ferry have in common?"] == "Calls the harbour by horn"


def test_a_first_point_with_points_of_its_own_says_what_its_topic_is():
    below = (
        "  - Ships call there in the fog at night with horns of brass and wood\n  - They wait\n"
        "- The ships wait here at night"
    )
    made = ask(f"# Harbor Queue\n- Managed message queue service\n{below}")
    assert made["What is Harbor Queue?"] == "Managed message queue service"
    other = ask(f"# Further rules\n- Night queue service\n{below}")
    assert not [front for front in other if front.endswith("what are Further rules?")]


def test_neighbours_that_say_the_contrary_of_themselves_are_compared():
    made = ask(
        "# Harbor Queue\n- Ketch\n  - Two masts and a cook\n  - Weather-proof\n  - Crew-dependent\n"
        "- Sloop\n  - One mast\n  - Weather-dependent (by rig)\n  - Crew-independent\n- The ships wait here at night"
    )
    assert made["Harbor Queue: Ketch against Sloop: weather?"] == (
        "Ketch: Weather-proof\nSloop: Weather-dependent (by rig)"
    )
    assert made["Harbor Queue: Ketch against Sloop: crew?"] == "Ketch: Crew-dependent\nSloop: Crew-independent"


@pytest.mark.parametrize(
    "line",
    [
        "If the hook is clean and dry, you are good",
        "If the crane can lift two crates, do it there",
        "Once you have moored the ship, paint the hull and the mast",
    ],
)
def test_a_result_that_says_nothing_alone_is_left_out(line):
    assert not [front for front in ask(f"# Harbor Queue\n- {line}") if "what to" in front or "what happens" in front]


def test_a_long_remark_is_no_part_of_what_to_do():
    made = ask(
        "# Harbor Queue\n- If you write a rule of your own, test it twice (just imagine that the gate stays open)"
    )
    assert made["Harbor Queue: what to do if you write a rule of your own?"] == "test it twice"


def test_a_line_that_names_a_side_in_any_form_is_not_asked_for_it():
    steam = "= Steam tug\n- Best for windless days\n- Needs non-sailing crews"
    slide = f"# Steam or sail\n{steam}\n= Sail barge\n- Slow in calms"
    made = ask(slide, is_comparison=True, topic="")
    assert not [front for front in made if "which one" in front and "sailing" in front]


def test_a_condition_without_a_verb_is_a_case():
    made = ask("# Harbor Queue\n- When heavy crates => lower speed of the crane")
    assert made["Harbor Queue: what happens in case of heavy crates?"] == "lower speed of the crane"


def test_a_sentence_as_title_is_no_subject_of_a_condition():
    made = ask("# One tug tows only one specific ship\n- If the rope breaks, the tug turns back", topic="Harbor Tugs")
    assert made["Harbor Tugs: what happens if the rope breaks?"] == "the tug turns back"


def test_bounds_keep_what_they_bound_and_their_signs():
    made = ask("# Harbor Queue\n- Wait at the pier: configurable from 90 days to 700+ days")
    assert made["Harbor Queue: Wait at the pier, configurable from what to what?"] == "90 days to 700+ days"


def test_a_default_is_asked_of_the_thing_it_is_said_of():
    made = ask("# Harbor Queue\n- Night shift: one crane, good for small ships, lamps enabled by default")
    assert made["Harbor Queue – Night shift: lamps disabled or enabled by default?"] == "Enabled by default"


def test_what_may_be_said_of_either_side_is_not_asked():
    tug = "= Steam tug\n- Highly reliable\n- Needs nine stokers"
    made = ask(f"# Steam or sail\n{tug}\n= Sail barge\n- Slow in calms", is_comparison=True, topic="")
    assert not [front for front in made if "reliable" in front]


def test_a_line_that_explains_a_trouble_is_its_cause_and_no_help():
    made = ask(
        "# Harbor Queue\n- Problem: The lamps are out\n- Solution: Might be due to wet wicks and old oil\n"
        "- Problem: The ropes are torn\n- Solution: Grease them every month"
    )
    assert made["Harbor Queue: The lamps are out – what is the cause?"] == "wet wicks and old oil"
    assert made["Harbor Queue: The ropes are torn – what helps?"] == "Grease them every month"


def test_a_step_that_the_one_before_it_names_or_that_is_chatter_is_not_asked():
    made = ask(
        "# How to load a ship\n- 1. Weigh the crate and put it on the quay\n- 2. Move the crate on the quay\n"
        "- 3. Hoist the load into the hold\n- 4. Lashing stuff (two men, probably)\n- 5. Close the hatch"
    )
    answers = set(made.values())
    assert "Hoist the load into the hold" in answers
    assert not answers & {"Move the crate on the quay", "Lashing stuff (two men, probably)"}


def test_an_order_needs_its_trouble_or_its_aim_in_front():
    slide = "# Harbor Queue troubleshooting\n- The ships wait here at night\n- Adjust mooring distance"
    assert not [front for front in ask(slide) if "what to adjust" in front]


def test_a_result_told_of_the_thing_in_its_case_needs_no_pronoun():
    made = ask("# Harbor Queue\n- If a ferry has no lamp, it waits for the next high tide")
    assert made["Harbor Queue: what happens if a ferry has no lamp?"] == "waits for the next high tide"
    other = ask("# Harbor Queue\n- If you sail at night, it waits for the next high tide")
    assert "waits for the next high tide" not in other.values()


def test_a_means_is_asked_for_a_deed_whose_verb_is_a_noun_too():
    made = ask("# Harbor Queue\n- Use brass horns to monitor ships, rafts and tugs")
    assert made["Harbor Queue: what to use to monitor ships, rafts and tugs?"] == "brass horns"


def test_two_sides_that_are_names_by_themselves_stand_without_their_topic():
    slide = (
        "# TUG vs NoYAW\n= TUG DB\n- Pulls heavy ships out of fog banks\n- cannot carry lamps at low tide\n"
        "- Works with a big hook\n= NoYAW\n- Follows a table of hours\n- Warm cabin with bunks for all"
    )
    made = ask(slide, topic="Harbor Queue", is_comparison=True)
    assert made["TUG DB or NoYAW – which one: Warm cabin with bunks for all?"] == "NoYAW"
    assert not [front for front in made if "which one: cannot" in front]


def test_no_side_is_asked_of_a_point_that_says_its_name_in_other_words():
    slide = (
        "# Plain vs Temporal\n= Plain\n- Pulls heavy ships out of fog banks\n- Works with a big hook\n"
        "= Temporal\n- Best for lists with a time mark\n- Warm cabin with bunks for all"
    )
    made = ask(slide, topic="Harbor Queue", is_comparison=True)
    assert "Harbor Queue: Plain or Temporal – which one: Warm cabin with bunks for all?" in made
    assert not [front for front in made if "time mark?" in front]
