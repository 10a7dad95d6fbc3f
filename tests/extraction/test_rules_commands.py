"""Commands, their options and the code they are typed in."""

import pytest

from flashdeck.errors import SlideFileError
from flashdeck.extraction.model import Code, Group
from flashdeck.extraction.text import shells
from tests.extraction.slide_notation import TOPIC, ask, cards_of, slide_of


def with_code(source: str, notation: str, **fields) -> dict[str, str]:
    """Front -> back of a slide that shows code above its points."""
    shown = slide_of(notation, first_line=30)
    code = Code(source=source, first_line=1, last_line=1 + source.count("\n"))
    lines = (*slide_of(source).lines, *shown.lines)
    group = Group(blocks=(code, *(block for group in shown.groups for block in group.blocks)))
    made = slide_of(notation, first_line=30, groups=(group,), lines=lines, **{**TOPIC, **fields})
    try:
        return dict(cards_of(made))
    except SlideFileError:
        return {}


def test_an_option_keeps_its_dashes_and_is_asked_with_the_command_that_takes_it():
    made = with_code("$ sudo hoist --slow --crane=2 crate", "# Lifting demo\n- `--slow`: half the speed of the winch")
    assert made == {"hoist: option --slow?": "half the speed of the winch"}


def test_an_option_is_asked_with_its_subcommand_and_without_code_with_the_slides_subject():
    made = with_code("berth assign \\\n  -n 4 tug", "# Berths\n- `-n`: number of the berth on the quay")
    assert made == {"berth assign: option -n?": "number of the berth on the quay"}
    assert ask("# Harbor Queue\n- `-n`: number of the berth on the quay") == {
        "Harbor Queue: option -n?": "number of the berth on the quay"
    }


def test_what_stands_in_angle_brackets_at_the_end_of_a_command_stays_whole():
    made = ask("# Harbor Queue\n- Berth a ship: `berth assign <ship>`")
    assert "berth assign <ship>" in made.values()


@pytest.mark.parametrize(
    ("sentence", "front", "back"),
    [
        (
            "Weigh your crates with `hoist scale` before you lift them.",
            "hoist: which command do you use to weigh your crates before you lift them?",
            "hoist scale",
        ),
        (
            "If you want to see the tides of a week, use the `moon chart` command.",
            "moon: which command do you use to see the tides of a week?",
            "moon chart",
        ),
        (
            "Use the `--calm` flag to keep the ropes dry.",
            "Harbor Queue: which flag do you use to keep the ropes dry?",
            "--calm",
        ),
        (
            "`hoist up` lifts the crate and locks the winch.",
            "What does hoist up do?",
            "lifts the crate and locks the winch",
        ),
        (
            "The `calm_rope` directive instructs the winch to keep all ropes dry at night.",
            "Harbor Queue: what does the calm_rope directive do?",
            "instructs the winch to keep all ropes dry at night",
        ),
        (
            "The `listen 7 fog` directive makes the horn answer every ship on channel seven.",
            "Harbor Queue: what does the listen 7 fog directive do?",
            "makes the horn answer every ship on channel seven",
        ),
    ],
)
def test_a_sentence_about_one_command(sentence, front, back):
    assert ask(f"# Harbor Queue\n{sentence}")[front] == back


def test_a_command_that_the_title_says_is_asked_for_its_use():
    made = ask("# Hoist Weigh\nWeigh your crates with `hoist weigh` before you lift them.", topic="Hoist Weigh")
    assert made == {"What is the command hoist weigh for?": "weigh your crates before you lift them"}


def test_two_names_in_a_sentence_leave_it_to_other_rules():
    made = ask("# Harbor Queue\nWeigh your crates with `hoist weigh` or `hoist scale` on the quay.")
    assert not [front for front in made if "which command" in front]


def test_the_title_tells_the_task_of_the_only_command():
    made = with_code("$ cd quay\n$ openssl rand \\\n  -hex 8", "# Drawing a random number")
    assert made == {"openssl: which command do you use to draw a random number?": "openssl rand -hex 8"}
    assert with_code("$ openssl rand -hex 8\n$ openssl version", "# Drawing a random number") == {}
    assert with_code("$ openssl rand -hex 8", "# Random numbers") == {}
    assert with_code("$ openssl rand -hex 8", "# Drawing a random number\nFrom the quay:") != {}


def test_of_a_long_command_with_values_of_one_case_only_the_subcommand_is_asked():
    typed = "openssl pkcs12 -export -inkey quay.pem -in tug.pem -name tug -out tug.p12"
    made = with_code(f"$ {typed}", "# Creating a tug certificate")
    assert made == {"openssl: which subcommand do you use to create a tug certificate?": "openssl pkcs12"}


def test_the_line_above_a_command_or_a_comment_behind_it_tells_its_task():
    made = with_code("git stash  # put local work aside\ngit log  # history", "# Harbor Queue")
    assert made == {"git: which command do you use to put local work aside?": "git stash"}


def test_a_help_text_lists_its_subcommands():
    text = (
        "$ hoist help\nUsage: hoist <command>\n  up        Lifts the crate\n  weigh     Tells the load of the winch\n"
        "  paint     New coat of tar\n  -q        Works without a horn"
    )
    made = with_code(text, "# Hoist Help")
    assert made["hoist: which subcommand tells the load of the winch?"] == "weigh"
    assert made["hoist: which subcommand is for new coat of tar?"] == "paint"
    assert made["hoist: which option works without a horn?"] == "-q"
    assert with_code("  up        Lifts the crate\n  weigh     Tells the load", "# Hoist Help") == {}


def test_commands_are_told_from_output_and_program_text():
    found = shells.commands_in("$ git status\nOn branch main\n$> git log  # newest first")
    assert [(command.typed, command.comment) for command in found] == [("git status", ""), ("git log", "newest first")]
    assert shells.commands_in('resource = git(1)\nimport git\nmake = "all"\nterraform {') == []
    assert [shells.sets_the_scene(command) for command in shells.commands_in("pip install tox\ngit status")] == [
        True,
        False,
    ]


def test_a_purpose_that_points_elsewhere_is_none():
    assert not [
        front for front in ask("# Harbor Queue\nUse `hoist scale` to see that load.") if "which command" in front
    ]
    assert with_code("$ openssl rand -hex 8", "# Drawing them from the hat") == {}


def test_the_place_of_a_command_stands_between_it_and_its_purpose():
    made = ask("# Harbor Queue\nRun `hoist scale` in the old shed to weigh your crates.")
    assert made["hoist: which command do you use to weigh your crates?"] == "hoist scale"


def test_a_prompt_is_no_part_of_the_code_under_a_comment():
    made = with_code("# Open the old lock\n$ lock open --slow", "# Locks")
    assert "lock open --slow" in made.values()


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        (
            "- quickly raise the anchor (at low tide): winch up -- slow",
            "lets you quickly raise the anchor (at low tide)?",
            "winch up --slow",
        ),
        (
            "- winch --free: reset the drum and the brake of the crane",
            "lets you reset the drum and the brake of the crane?",
            "winch --free",
        ),
    ],
)
def test_a_command_stands_on_either_side_and_does_what_its_line_says(line, front, back):
    assert ask(f"# Winch\n{line}").get(f"winch: which command {front}") == back


def test_a_command_whose_use_is_asked_is_not_asked_for_by_its_use():
    made = ask("# Winch Sync\n- winch sync --slow\n  - Monitor the rope on the drum\n  - Only on quiet days")
    assert not [front for front in made if "which command" in front]
    asked = next(front for front in made if front.endswith("what does winch sync --slow do?"))
    assert made[asked] == "Monitor the rope on the drum"
