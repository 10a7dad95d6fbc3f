"""Commands, their options and the code they are typed in."""

from flashdeck.extraction.model import Code, Group
from tests.extraction.slide_notation import TOPIC, ask, cards_of, slide_of


def with_code(source: str, notation: str) -> dict[str, str]:
    """Front -> back of a slide that shows code above its points."""
    shown = slide_of(notation, first_line=10)
    code = Code(source=source, first_line=1, last_line=1 + source.count("\n"))
    lines = (*slide_of(source).lines, *shown.lines)
    group = Group(blocks=(code, *shown.groups[0].blocks))
    return dict(cards_of(slide_of(notation, first_line=10, groups=(group,), lines=lines, **TOPIC)))


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
