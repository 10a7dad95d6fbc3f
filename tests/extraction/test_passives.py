"""What passives and sentences with `can` ask for: states, means, cases and aims, on small invented slides."""

import pytest

from tests.extraction.slide_notation import ask


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        ("Crates are protected in transit using red wax", "how are Crates protected in transit?", "using red wax"),
        ("Tide tables are updated in near real-time", "how quickly are Tide tables updated?", "in near real-time"),
        (
            "A buoy can be set as the default mark by painting it twice in red",
            "how can a buoy be set as the default mark?",
            "by painting it twice in red",
        ),
        (
            "Each rope is hoisted by the night guard when leaving the inner port",
            "what is each rope hoisted by when leaving the inner port?",
            "the night guard",
        ),
        (
            "The winch is integrated with Steam Board for signals and alarms",
            "what is the winch integrated with for signals and alarms?",
            "Steam Board",
        ),
        ("Loud bells are supported by Brest and Calais", "what supports Loud bells (two answers)?", "Brest and Calais"),
        (
            "The ferry is highly available with spare boats in each port",
            "what makes the ferry highly available?",
            "spare boats in each port",
        ),
        ("Wooden rules are created with a saw or chisel", "what are Wooden rules created with?", "a saw or chisel"),
        (
            "Pilots reduce the speed because they wait for the tide",
            "why do Pilots reduce the speed?",
            "because they wait for the tide",
        ),
        ("Lighting at night is required", "what kind of lighting is required?", "Lighting at night"),
    ],
)
def test_a_passive_is_asked_by_what_stands_behind_it(line, front, back):
    made = ask(f"# Harbor Queue\n- The ships wait here at night\n- {line}")
    assert made.get(f"Harbor Queue: {front}", made.get(front[:1].upper() + front[1:])) == back


@pytest.mark.parametrize(
    "line",
    [
        "Cranes can be configured to lift the crates",
        "A crane can analyze the knots of a rope",
        "You can adjust the common speed",
        "Failed cranes / ropes drive / winches replaced",
    ],
)
def test_what_could_be_said_of_much_is_not_asked(line):
    made = ask(f"# Harbor Queue\n= Deck\n- The ships wait here at night\n- {line}")
    assert not [front for front in made if "what can" in front or "drive" in front]


@pytest.mark.parametrize("state", ["at rest", "at rest and in transit"])
def test_a_thing_guarded_in_one_of_but_two_states_is_not_asked_for_it(state):
    made = ask(f"# Harbor Queue\n- The ships wait here at night\n- Crates are protected {state}")
    assert state not in made.values()
