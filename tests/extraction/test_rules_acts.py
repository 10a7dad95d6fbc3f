"""What things do and make possible, who must do it, how long and for what: on small invented slides."""

import pytest

from tests.extraction.slide_notation import ask

_BESIDE = "- The ships wait here at night"


@pytest.mark.parametrize(
    "line",
    [
        "Supports oak and tar",
        "Enables night loading",
        "Helps with heavy loads at night",
        "Enhances the loading of crates in the harbor",
        "Collects news about your ropes",
        "Moves crates slowly between piers",
    ],
)
def test_what_a_thing_does_among_much_is_not_asked_openly(line: str):
    made = ask(f"# Harbor Queue\n{_BESIDE}\n- Drawn in brass\n- {line}")
    fronts = [front for front in made if front.startswith("What does Harbor Queue")]
    assert not fronts or fronts == ["What does Harbor Queue do?"]


def test_of_a_part_a_verb_that_says_one_thing_among_many_is_asked():
    made = ask(f"# Harbor Queue\n{_BESIDE}\n- Steam Crane\n  - Enables night loading\n  - Needs a licensed driver")
    assert made["Harbor Queue: what does Steam Crane enable?"] == "night loading"


def test_what_narrows_a_verb_keeps_its_question():
    made = ask(f"# Harbor Queue\n{_BESIDE}\n- Drawn in brass\n- Uses brass keys to open the gates")
    assert made["Which keys does Harbor Queue use to open the gates?"] == "brass keys"


def test_several_kinds_of_one_thing_are_asked_by_its_class():
    made = ask(f"# Harbor Queue\n{_BESIDE}\n- Drawn in brass\n- Supports night, day, and holiday storage")
    assert made["Which three kinds of storage does Harbor Queue support?"] == "night, day, and holiday"


@pytest.mark.parametrize(
    "line", ["Feature to lift crates out of deep ships", "Contain oak boards from two or more ships"]
)
def test_a_noun_or_a_part_is_no_deed(line: str):
    assert not [front for front in ask(f"# Tide Crane\n- {line}\n- Drawn in brass") if front.endswith("do?")]


@pytest.mark.parametrize("line", ["Fully managed service", "Managed tug service", "Scalable and secure tool, no crew"])
def test_a_kind_that_nearly_every_thing_is_says_nothing(line: str):
    made = ask(f"# Managed Tug\n- {line}\n- Drawn in brass")
    assert not [front for front in made if "what is" in front.casefold()]


def test_a_kind_that_tells_more_than_the_name_is_asked():
    made = ask("# Managed Tug\n- Fully managed salvage service\n- Drawn in brass")
    assert made["Harbor Queue: what is Managed Tug?"] == "Fully managed salvage service"


def test_who_does_it_is_asked_where_the_statement_stresses_it():
    made = ask(f"# Harbor Queue\n{_BESIDE}\n- Pilots must lower the flags themselves before leaving")
    assert made["Harbor Queue: who must lower the flags before leaving?"] == "Pilots themselves"


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        ("Charts are cached for an hour (at most two)", "how long are Charts cached?", "for an hour (at most two)"),
        (
            "Old charts can be searched for repair or trading purposes",
            "for which purposes can Old charts be searched?",
            "repair or trading",
        ),
        ("The shed is built on top of oak piles", "what is the shed built on top of?", "oak piles"),
        ("Masts are lifted by the crew and never dropped by a guard", "what are Masts lifted by?", "the crew"),
    ],
)
def test_a_passive_names_what_is_wanted(line: str, front: str, back: str):
    assert ask(f"# Harbor Queue\n{_BESIDE}\n- {line}")[f"Harbor Queue: {front}"] == back


def test_a_verb_that_only_looks_like_a_participle_is_none():
    made = ask(f"# Harbor Queue\n{_BESIDE}\n- The lamps embed within a hull")
    assert not [front for front in made if "are the lamps embed" in front]


def test_a_single_thing_has_its_article_inside_a_question():
    slide = f"# Loading\n{_BESIDE}\n- A crane lifts\n- Crane distributes the crates to the sheds of the pier"
    made = ask(slide)
    assert made["Harbor Queue – Loading: where does the crane distribute the crates?"] == "to the sheds of the pier"


def test_one_thing_is_made_possible_only_once():
    made = ask("# Tide Crane\n- Helps you lift the crates at night\n- Enables users to sort the ropes in the hold")
    assert len([front for front in made if front.endswith("do?")]) == 1


def test_a_later_deed_of_a_part_is_asked_by_its_verb():
    made = ask(
        f"# Cranes\n{_BESIDE}\n- Steam Crane:\n  - Built for calm water\n  - Guarantees steady lifts from each ship"
    )
    assert made["Harbor Queue: what does Steam Crane guarantee?"] == "steady lifts from each ship"


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Berth Permits", "You can pick particular permits for the lamps of the pier"),
        ("Load by night", "When our lamps are lit, we can load the crates of the day"),
    ],
)
def test_an_answer_that_stands_in_the_front_is_not_asked(title: str, line: str):
    assert not [front for front in ask(f"# {title}\n{_BESIDE}\n- {line}") if front.endswith("?")]


def test_qualities_are_no_names_in_a_row():
    made = ask(f"# Harbor Queue\n{_BESIDE}\n- Moves crates quickly to Elba, resilient, self healing")
    assert not [back for front, back in made.items() if "resilient" in back and "[...]" in front]


def test_one_of_several_phrases_with_one_word_is_not_asked():
    phrases = "- When to use:\n  - For ships of the north\n  - For boats of the south"
    assert not [front for front in ask(f"# Old Piers\n{phrases}") if front.endswith("for?")]


def test_one_of_two_completions_of_a_passive_is_not_asked():
    lines = (
        "- Rules can be made for a certain pier (example: North)\n- Rules can be made for certain lamps (example: red)"
    )
    assert not [
        front for front in ask(f"# Harbor Queue\n{_BESIDE}\n{lines}") if "rules be made for" in front.casefold()
    ]


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        ("Up to 30TB per pilot", "Harbor Queue: how much data per pilot?", "Up to 30TB per pilot"),
        (
            "3x more expensive than a raft (think twice first)",
            "Harbor Queue: how much more expensive than a raft?",
            "3x more expensive than a raft",
        ),
    ],
)
def test_a_figure_is_asked_by_what_it_measures_without_a_remark(line: str, front: str, back: str):
    assert ask(f"# Harbor Queue\n{_BESIDE}\n- {line}")[front] == back


def test_half_of_what_is_to_be_done_is_not_asked():
    line = "When loading heavy crates, disable the old lamps. Lock the ropes of the crane."
    assert not [front for front in ask(f"# Harbor Queue\n{_BESIDE}\n- {line}") if "what to do" in front]


def test_what_only_says_that_it_is_needed_is_no_answer():
    made = ask(f"# Harbor Queue\n{_BESIDE}\n- The tide plan encloses all the necessary crew lists")
    assert "all the necessary crew lists" not in made.values()
