"""The question word names what the line tells, and no question is asked where none fits."""

import pytest

from tests.extraction.slide_notation import ask

_TALK = "- The ships wait here for a berth at night"


@pytest.mark.parametrize(
    ("lines", "front", "back"),
    [
        (
            "- Winter Commitment: Commit to two berths for a year",
            "Harbor Queue – Winter Commitment: what do you commit to?",
            "two berths for a year",
        ),
        (
            "- Tugs: Chained to a pier, keepers of the gate",
            "Harbor Queue: what are Tugs chained to?",
            "a pier",
        ),
        (
            "- Locks: Stateless, operate at the mouth of the river",
            "Harbor Queue – Locks: stateful or stateless?",
            "Stateless",
        ),
        (
            "- Multi mooring: A quay can have 1, 2 or several moorings",
            "Harbor Queue – Multi mooring: how many moorings can a quay have?",
            "1, 2 or several",
        ),
        (
            "- # of berths = max(length of quay / 20, number of ships)",
            "Harbor Queue – # of berths: how is it computed?",
            "max(length of quay / 20, number of ships)",
        ),
        (
            "- Elba – lanterns to warn ships of rocks",
            "Harbor Queue – Elba: what is used to warn ships of rocks?",
            "lanterns",
        ),
        (
            "- Encrypts signals at night: Morse Cipher, Flag Code, Lamp Code",
            "Harbor Queue: three ways to encrypt signals at night?",
            "Morse Cipher, Flag Code, Lamp Code",
        ),
        (
            "- Encryption of signals by the harbour rules: MCX, FCX, LCX-9",
            "Harbor Queue – Encryption of signals by the harbour rules: by which three means?",
            "MCX, FCX, LCX-9",
        ),
        (
            "- The lock.log file is a plain ledger file",
            "Harbor Queue: what kind of file is the lock.log file?",
            "a plain ledger file",
        ),
        (
            "- Temporary storage for crates of any size",
            "Harbor Queue: persistent or temporary storage?",
            "Temporary storage",
        ),
    ],
)
def test_a_line_is_asked_for_what_it_tells(lines, front, back):
    made = ask(f"# Harbor Queue\n{_TALK}\n{lines}")
    assert made.get(front) == back, made


def test_what_stands_under_causes_is_asked_for_how_it_causes_them():
    line = "Lanterns: Pilots are dazzled by the lamps of other ships at night"
    made = ask(f"# Sources of Night Collisions\n= Less obvious\n- {line}\n{_TALK}", topic="Night Collisions")
    assert any(front.endswith("how do Lanterns cause Night Collisions?") for front in made), made


@pytest.mark.parametrize(
    "line",
    [
        "Drift is an important simplifying assumption for pilots",
        "Drift: The path can be split into D(a,b) = D(a) + D(b) = 2 D(a)",
        "Crews may need to speak with each other or share their ropes ➔ adding more trouble",
        "Each quay has its own brass or iron based bell",
        "Elba – lanterns of the northern coast",
    ],
)
def test_a_remark_is_no_answer_to_an_open_question(line):
    asked = ("what is", "what does", "what are", "what is the result?", "what does each")
    made = ask(f"# Harbor Queue\n{_TALK}\n- {line}")
    assert not [front for front in made if any(word in front.lower() for word in asked)], made
