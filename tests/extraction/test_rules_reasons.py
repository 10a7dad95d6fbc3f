"""Reasons, other names, speeds, names of a kind, denials and praised options on small invented slides."""

import pytest

from tests.extraction.slide_notation import ask


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        (
            "- “Old oak” has the hardest grain so it’s a good choice",
            "Harbor Queue: why is “Old oak” a good choice?",
            "“Old oak” has the hardest grain",
        ),
        (
            "- Green pine doesn’t dry evenly and may warp, so it’s not a great wood for spars",
            "Harbor Queue: why is Green pine not a great wood for spars?",
            "Green pine doesn’t dry evenly and may warp",
        ),
    ],
)
def test_a_judgement_behind_its_reason_asks_why(line, front, back):
    assert ask(f"# Harbor Queue\n- Masts stand in the yard\n{line}").get(front) == back


def test_no_reason_is_asked_for_what_is_no_judgement():
    cards = ask("# Harbor Queue\n- Masts stand in the yard\n- Oak has the hardest grain so it’s sold by the yard")
    assert not any("why" in front for front in cards)


@pytest.mark.parametrize(
    ("notation", "front", "back"),
    [
        (
            "# Harbor Queue\n- The lead boat waits\n- Lead boat: guides\n  - Has lamps\n  - AKA “pilot boat”",
            "Harbor Queue: what is the lead boat also known as?",
            "“pilot boat”",
        ),
        (
            "# Harbor Queue\n- The ships and the tar wait at dusk\n- Tar in barrels is also called pitch stock",
            "Harbor Queue: what is tar in barrels also called?",
            "pitch stock",
        ),
    ],
)
def test_another_name_is_asked_of_what_has_it(notation, front, back):
    assert ask(notation).get(front) == back


def test_another_name_without_a_label_is_no_name_of_the_slide():
    assert not any(
        "also known" in front for front in ask("# Harbor Queue\n- Boats leave at dusk\n- Known as the lamp run")
    )


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        ("- Millisecond lookups, great for tide tables", "Harbor Queue: how fast are lookups?", "Millisecond lookups"),
        (
            "- Single-digit millisecond latency at any depth, thousands of reads",
            "Harbor Queue: what latency at any depth?",
            "Single-digit millisecond latency",
        ),
        (
            "- Microseconds latency for stored tables",
            "Harbor Queue: what latency for stored tables?",
            "Microseconds latency",
        ),
    ],
)
def test_a_time_before_what_takes_it_asks_how_fast_that_is(line, front, back):
    assert ask(f"# Harbor Queue\n- Keeps the tables of all harbors\n{line}").get(front) == back


def test_what_a_line_is_great_for_is_asked_beside_its_speed():
    cards = ask(
        "# Harbor Queue\n- Keeps the tables\n- Night mode\n  - Millisecond lookups, great for tables read at sea"
    )
    assert "tables read at sea" in cards.values()
    assert "Millisecond lookups" in cards.values()


def test_names_in_the_line_below_a_kind_are_asked_in_its_sentence():
    cards = ask(
        "# Harbor Queue\n- The log stays on board\n- Integrates with many tide systems\n  - BuoyNet, TideBase, PierDesk"
    )
    assert cards.get("Harbor Queue: integrates with which three tide systems?") == "BuoyNet, TideBase, PierDesk"


@pytest.mark.parametrize(
    "names", ["BuoyNet, TideBase, …", "BuoyNet, TideBase and more", "Ships are moored, Ropes are dry"]
)
def test_no_names_of_a_kind_are_asked_where_some_are_left_out_or_it_is_no_list(names):
    cards = ask(f"# Harbor Queue\n- The log stays on board\n- Integrates with many harbor systems\n  - {names}")
    assert not any("which" in front for front in cards)


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        (
            "- Even the harbor master cannot open the gate when locked",
            "Harbor Queue: what happens when it is locked?",
            "Even the harbor master cannot open the gate",
        ),
        (
            "- No risk of lost cargo when removing",
            "Harbor Queue: what risk is there when removing it?",
            "No risk of lost cargo",
        ),
        (
            "- No impact on ferries while the sluice is drained",
            "Harbor Queue: what impact is there while the sluice is drained?",
            "No impact on ferries",
        ),
    ],
)
def test_what_is_impossible_or_absent_in_a_case_is_asked_by_the_case(line, front, back):
    assert ask(f"# Harbor Queue\n- The ships wait here at night\n{line}").get(front) == back


def test_a_question_takes_the_option_that_a_later_line_praises():
    notation = (
        "# Choosing a berth\n- Which berth spreads the ships best?\n  - North quay\n  - Old pier\n  - Fish dock\n"
        "- “North quay” has the most rings so it’s a good candidate"
    )
    front = "Which berth spreads the ships best?\nA) North quay\nB) Old pier\nC) Fish dock"
    assert ask(notation).get(front) == "A) North quay"


@pytest.mark.parametrize("key", ["\n- Answer: B", " (correct)"], ids=["key", "mark"])
def test_a_question_takes_the_right_one_of_lettered_options_below_it(key):
    notation = f"# Choosing a berth\n- Which berth spreads the ships best?\n  - A) North quay\n  - B) Old pier{key}"
    assert ask(notation).get("Which berth spreads the ships best?\nA) North quay\nB) Old pier") == "B) Old pier"


def test_a_question_of_which_two_options_are_praised_has_no_answer():
    notation = (
        "# Choosing a berth\n- Which berth spreads the ships best?\n  - North quay\n  - Old pier\n  - Fish dock\n"
        "- North quay is the best choice\n- Old pier is a good choice"
    )
    assert not any("A) North quay" in front for front in ask(notation))


def test_the_only_order_for_something_is_asked_by_what_it_is_for():
    cards = ask(
        "# Harbor Queue\n- Warns the treasurer of late fees\n- For rented cranes\n  - Track usage\n  - Paid by the hour"
    )
    assert cards.get("Harbor Queue: what can you do for rented cranes?") == "Track usage"


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        (
            "- Ten times faster & 1/10th the cost of a hired tug",
            "Ten times faster & [...] of a hired tug",
            "1/10th the cost",
        ),
        ("- Load the catch into Halibut via Winch", "Load the catch into [...] via Winch", "Halibut"),
        ("- Load the catch into Halibut via Winch", "Load the catch into Halibut via [...]", "Winch"),
    ],
)
def test_gaps_for_a_fraction_a_single_one_and_a_name_before_its_means(line, front, back):
    cards = ask(f"# Harbor Queue\n- Ships wait here\n{line}")
    assert cards.get(f"Harbor Queue: {front}", cards.get(f"Harbor Queue: {front[0].lower()}{front[1:]}")) == back


def test_the_word_only_belongs_to_the_one_thing_that_is_asked():
    assert (
        "only one pier" in ask("# Harbor Queue\n- Ships wait\n- The night boats still moor at only one pier").values()
    )


def test_letters_of_the_subject_are_no_gap():
    cards = ask("# Night Harbor Service\n- Crews wait here\n- Tugs and pilots do not read from NHS")
    assert "NHS" not in cards.values()


def test_a_figure_is_asked_with_the_means_that_the_line_above_tells():
    cards = ask(
        "# Harbor Queue\n- Ships wait\n- Save plenty of fuel by using tidal locks\n- Save 30-40%, and get home sooner"
    )
    assert cards.get("Harbor Queue: Save [...], and get home sooner by using tidal locks") == "30-40%"


def test_a_quoted_phrase_is_asked_for_its_kind_without_the_quotes():
    cards = ask("# Harbor Queue\n- Ships wait here\n- “Self-service cargo management”")
    assert cards.get("Harbor Queue: what kind of cargo management?") == "Self-service cargo management"


def test_work_on_something_is_a_feature_and_no_order():
    cards = ask("# Harbor Queue\n- The version and the tracking are new\n- Version tracking of tugs / barges")
    assert cards.get("Harbor Queue: what kind of tracking?") == "Version tracking of tugs / barges"


def test_a_common_noun_with_its_kind_in_brackets_is_asked_for_the_kind():
    cards = ask("# Harbor Queue\n- Ships wait here\n- You can receive signals (VHF calls) for any change")
    assert cards.get("Harbor Queue: which signals can you receive for any change?") == "VHF calls"


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        (
            "- Copies between quays are asynchronous",
            "Harbor Queue: are copies between quays asynchronous or synchronous?",
            "asynchronous",
        ),
        ("- The cargo list is immutable", "Harbor Queue: is the cargo list immutable or mutable?", "immutable"),
        (
            "- Pier Bridge: joins two docks without a crossing, non navigable",
            "Harbor Queue: is Pier Bridge navigable or non navigable?",
            "non navigable",
        ),
    ],
)
def test_one_of_two_states_is_asked_with_its_opposite(line, front, back):
    made = {asked.casefold(): said for asked, said in ask(f"# Harbor Queue\n- The ships wait here\n{line}").items()}
    assert made.get(front.casefold()) == back


@pytest.mark.parametrize("line", ["- The cargo list is long", "- Keeps an immutable list of cargo"])
def test_no_state_is_asked_without_a_subject_or_an_opposite(line):
    assert not any(" or " in front for front in ask(f"# Harbor Queue\n- The ships wait here\n{line}"))


@pytest.mark.parametrize(
    "line",
    [
        "- Each outer berth its own steam crane",
        "- Each outer berth gets its own steam crane, allowing for faster unloading.",
    ],
)
def test_what_each_has_of_its_own_is_asked(line):
    cards = ask(f"# Harbor Queue\n- The ships wait here\n{line}")
    assert cards.get("Harbor Queue: what does each outer berth have of its own?") == "steam crane"


def test_one_bare_word_that_each_has_of_its_own_tells_nothing():
    cards = ask("# Harbor Queue\n- The ships wait here\n- Each outer berth has its own set")
    assert not any("of its own" in front for front in cards)
