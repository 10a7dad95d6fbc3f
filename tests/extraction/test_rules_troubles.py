"""Slides about troubles: the symptom stands on the front, what is told of it on the back."""

import pytest

from tests.extraction.slide_notation import ask

_ENGINES = """# Troubleshooting Harbor Queue engines
- Engine gets too hot
- Check for weeds in the inlet
- Oil lamp stays lit and fails to go out
  - May be due to a worn pump
- Replace the worn seal
- Log the hours of the pump
- Rudder is blocked
  - Grease on the chain is low
  - Bearings are faulty (look below the deck)
  - Monitor with a deck camera
- Usually loose bolts
- Fuel gauge error
  - This indicates a leak of more than 1 %
  - Implement a daily dip test"""


def test_a_symptom_is_asked_for_its_cause_and_its_remedy():
    made = ask(_ENGINES)
    assert made["Harbor Queue engines: Engine gets too hot – what to check for?"] == "weeds in the inlet"
    lamp = "Harbor Queue engines: Oil lamp stays lit and fails to go out"
    assert made[f"{lamp} – what is the likely cause?"] == "a worn pump"
    assert made[f"{lamp} – what helps (two answers)?"] == "- Replace the worn seal\n- Log the hours of the pump"


def test_several_causes_are_asked_with_their_number():
    made = ask(_ENGINES)
    asked = "Harbor Queue engines: Rudder is blocked – which three causes are possible?"
    assert made[asked] == "- Grease on the chain is low\n- Bearings are faulty\n- loose bolts"


def test_a_sign_is_asked_for_what_it_indicates():
    made = ask(_ENGINES)
    assert made["Harbor Queue engines: Fuel gauge error – what does it indicate?"] == "a leak of more than 1 %"
    assert made["Harbor Queue engines: Fuel gauge error – what to implement?"] == "a daily dip test"


def test_no_card_asks_a_symptom_or_leaves_it_out():
    for front, back in ask(_ENGINES).items():
        assert "Engine gets too hot" not in back
        assert "Usually" not in front


def test_what_stands_under_a_message_is_asked_with_the_message():
    made = ask(
        "# Harbor Queue Desk Troubleshooting\n- Crane limit\n  - If you get “The next crane is not free…” errors\n"
        "  - May need to request a second crane"
    )
    assert made["Harbor Queue Desk: “The next crane is not free…” errors – what to request?"] == "a second crane"


def test_orders_with_one_verb_are_asked_together():
    made = ask(
        "# Common Harbor Queue Gate issues\n- Gate opens too slowly\n  - Replace the old motor\n"
        "  - Replace the dry oil\n  - Use a longer rope\n  - Adjust the chain\n  - Reduce the load on the gate"
    )
    assert (
        made["Harbor Queue Gate: Gate opens too slowly – what to replace (two answers)?"]
        == "- the old motor\n- the dry oil"
    )
    assert not [front for front in made if "what to use" in front]  # the other remedies are used as well
    assert made["Harbor Queue Gate: Gate opens too slowly – what to adjust?"] == "the chain"


def test_a_fix_is_asked_of_the_trouble_above_it():
    made = ask(
        "# Harbor Queue tickets\n- Two gates can sell duplicates when the line drops\n- Tickets have a number too\n"
        "- Fix: print the hour and the gate on each ticket"
    )
    asked = "Harbor Queue tickets: Two gates can sell duplicates when the line drops – what helps?"
    assert made[asked] == "print the hour and the gate on each ticket"


def test_what_a_line_calls_a_problem_is_the_trouble():
    made = ask(
        "# Harbor Queue tickets\n- So if the ferry lies at one pier and the clerk at another, that’s a problem\n"
        "- A long rope won’t reach!\n- Solution: give the clerk a bell that the crew can hear"
    )
    asked = "Harbor Queue tickets: the ferry lies at one pier and the clerk at another – what helps?"
    assert made[asked] == "give the clerk a bell that the crew can hear"


@pytest.mark.parametrize("cause", ["Might be due to wet ropes.", "Caused by wet ropes."])
def test_a_solution_that_tells_the_cause_and_what_helps_makes_two_cards(cause):
    made = ask(
        f"# Harbor Queue Winch\n= Additional issues\n- Problem: Slipping drum\n> Solution: {cause}\n> Dry all ropes"
    )
    assert made["Harbor Queue Winch: Slipping drum – what is the cause?"] == "wet ropes"
    assert made["Harbor Queue Winch: Slipping drum – what helps?"] == "Dry all ropes"
