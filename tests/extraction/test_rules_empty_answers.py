"""Definitions that define nothing, letters that everybody reads, and lines that only deny the one beside them."""

import pytest

from tests.extraction.slide_notation import ask, cards_of


@pytest.mark.parametrize(
    "line",
    [
        "A writ is one of the papers that a bailiff needs at the door",
        "Lexfind is a tool made by the Bar Council of Kent",
        "Lexfind is a popular service",
    ],
)
def test_what_says_not_what_a_thing_is_does_not_answer_what_it_is(line):
    assert not [front for front in ask(f"# Court Papers\n- {line}\n- Read at night") if "what is" in front.casefold()]


def test_a_definition_with_its_own_genus_is_asked():
    made = ask("# Court Papers\n- A writ is a paper that orders a person to appear in court\n- Read at night")
    assert "a paper that orders a person to appear in court" in made.values()


def test_a_thing_that_is_ideal_for_something_is_asked_for_what():
    made = ask("# Petri Dishes\n- Agar Gold is an ideal solution for slow moulds and yeasts\n- Kept in the dark")
    asked = {back: front for front, back in made.items()}
    assert asked["slow moulds and yeasts"].endswith("hat is Agar Gold ideal for?")


def test_what_must_be_had_is_asked_only_with_what_narrows_it():
    made = ask("# Court Papers\n- The ships wait here\n- The clerk must have stamped paper and ink")
    assert not [front for front in made if front.endswith(" have?")]


@pytest.mark.parametrize(("short", "words"), [("SSD", "solid-state drive"), ("IoT", "Internet of Things")])
def test_everyday_letters_are_asked_only_where_the_slide_is_about_them(short, words):
    line = f"- The court stores its files on a {words} ({short})"
    assert not [front for front in ask(f"# Court Files\n{line}") if "stand for" in front]
    assert [front for front in ask(f"# {short} Basics\n{line}") if "stand for" in front]


def test_a_line_that_only_denies_the_one_beside_it_is_no_counterpart():
    sides = "## Tug\n- Moves: by day\n- Needs a pilot\n## Ferry\n- Moves: by night\n- No need for a pilot"
    made = cards_of(f"# Tug vs. Ferry\n{sides}", is_comparison=True, topic="Harbor Queue")
    assert not [front for front, _ in made if "what about" in front]


def test_a_sentence_stands_without_the_word_that_ties_it_to_the_one_before():
    made = ask("# Moulds\n- Moulds grow at night\n- Optionally, the dishes are sealed with wax")
    assert not [front for front in made if "ptionally" in front]
    assert "wax" in made.values()


def test_how_much_of_a_respect_there_is_asks_for_the_side_that_has_it():
    slide = (
        "# Bench vs Jury\n= Bench\n- High throughput\n- Old judges in black gowns\n- Sits on every day of the week\n"
        "= Jury\n- Limited throughput\n- Twelve people from the town\n- Votes behind a closed door"
    )
    made = dict(cards_of(slide, is_comparison=True, topic="Court Papers", section="Law"))
    assert not [front for front in made if front.endswith("throughput?") and "which one" not in front]
    assert made["Court Papers: Bench or Jury – which one: Limited throughput?"] == "Jury"


@pytest.mark.parametrize(
    "points",
    [
        "- Define:\n  - Court name\n  - Clerk seal\n  - File number",
        "- Case files can be:\n  - Sent to the clerk\n  - Read by the jury\n  - Kept in the vault",
        "- Clerks/ushers add:\n  - Seals & stamps\n  - Numbering\n  - Binding & glueing",
    ],
)
def test_a_list_that_its_label_does_not_narrow_is_not_asked(points: str):
    assert not [front for front in ask(f"# Court Papers\n{points}") if "(three answers)" in front]


def test_people_for_whom_something_is_are_asked_for_as_people():
    made = ask("# Agar Gold\n- Dishes wait here\n- Useful for students that have no lab", topic="")
    assert made["For whom is Agar Gold useful?"] == "students that have no lab"


def test_bare_nouns_behind_a_weak_verb_are_not_asked_together():
    points = "- Sealed dishes:\n  - Provides cost efficiency\n  - Provides better growth"
    assert not [front for front in ask(f"# Agar Gold\n{points}") if "provide" in front]


@pytest.mark.parametrize("line", ["name: Any word for this dish", "Pros: grows fast and stays white"])
def test_a_field_that_anything_has_and_a_bare_side_of_a_verdict_are_not_asked(line):
    assert not [front for front in ask(f"# Agar Gold\n- {line}") if "name" in front.lower() or "pros" in front.lower()]


def test_letters_behind_what_they_are_called_by_are_asked_for_their_words():
    made = ask("# Court Papers\n- In-sealed registers are called ISR\n- The seal is red", topic="")
    assert made["What does ISR stand for (Court Papers)?"] == "In-sealed registers"
    assert "ISR" not in made.values()


def test_a_table_whose_first_header_points_at_its_cells_says_so_in_front_of_them():
    made = ask(
        "# Agar Gold\n| Afraid of this | Use this |\n| Black mould | Salt of copper |\n| Dry dishes | A wet cloth |"
    )
    assert {front.partition("Agar Gold – ")[2] for front in made} == {
        "afraid of black mould: what to use?",
        "afraid of dry dishes: what to use?",
    }


def test_a_gap_behind_a_negation_that_its_contrary_tells_is_not_made():
    assert not ask("# Temporary dishes\n- They are not persistent stores of the whole lab in the north")
    assert ask("# Shared dishes\n- They are not persistent stores of the whole lab in the north")


def test_a_share_that_stands_in_brackets_is_no_gap():
    made = ask("# Agar Gold\n- The best loved agar of the north is Agar Gold (used by 98% of the labs in the town)")
    assert "98%" not in made.values()


def test_parts_of_which_others_may_be_as_true_are_not_asked():
    points = "- Each court keeps its own copy of:\n  - Seal book\n  - Name list\n  - Door plan"
    assert not [front for front in ask(f"# Court Papers\n{points}") if "which three" in front]


def test_what_is_optional_is_not_asked_for_its_default():
    assert not [front for front in ask("# Court Seal\n- Optional wax, disabled by default") if "by default" in front]


def test_an_example_that_ends_in_a_price_is_asked_for_it():
    case = "Clerk copied for a quarter of an hour and used 6 pens"
    lines = f"- Copy example:\n  - Uses 6 pens\n  ⇒ {case}\n  ⇒ 6 pens * 1/4 hour * $0.44 = $0.66"
    made = ask(f"# Court Copies\n{lines}")
    assert [back for front, back in made.items() if front.endswith(f"{case} – what does it cost?")] == [
        "6 pens * 1/4 hour * $0.44 = $0.66"
    ]


def test_an_aim_that_is_the_name_again_is_not_asked():
    made = ask("# Agar Flows\n- Dishes wait here\n- Used for managing agar operations", topic="")
    assert "managing agar operations" not in made.values()
    made = ask("# Agar Flows\n- Dishes wait here\n- Used for drying moulds", topic="")
    assert made["What are Agar Flows used for?"] == "drying moulds"


def test_an_outcome_is_no_step_and_watching_no_remedy():
    steps = "1. Pour the agar into dishes\n2. Cool the dishes on ice\n3. The lab can grow moulds on them"
    made = ask(f"# How to pour agar\n{steps}")
    assert "Cool the dishes on ice" in made.values()
    assert "The lab can grow moulds on them" not in made.values()
    made = ask("# Agar Gold\n- Problem: The dishes dry out\n- Solution: Monitor the humidity of the room")
    assert not [front for front in made if "what helps" in front]


def test_a_side_is_asked_without_the_remark_where_to_read_on():
    slide = (
        "# Bench vs Jury\n= Bench\n- Higher fees for each hearing (see the court's list)\n- Old judges in black gowns\n"
        "- Sits on every day of the week\n= Jury\n- Twelve people from the town\n- Votes behind a closed door"
    )
    made = dict(cards_of(slide, is_comparison=True, topic="Court Papers", section="Law"))
    assert [back for front, back in made.items() if front.endswith("igher fees for each hearing?")] == ["Bench"]
