"""Two or three points under a label that share a form -> one question that their form tells."""

import pytest

from tests.extraction.slide_notation import ask


@pytest.mark.parametrize(
    ("label", "points", "front", "back"),
    [
        ("Solution", ("Ropes of the old kind", "Spare lamps"), "what helps (two answers)?", "- Spare lamps"),
        (
            "Adding new berths",
            ("Re-paint the quay, or", "Have the crew move the old buoys"),
            "adding new berths – how (two ways)?",
            "- Re-paint the quay",
        ),
        (
            "If your ship is already in another port",
            ("Send a tug", "Or build a raft"),
            "what to do if your ship is already in another port (two ways)?",
            "- build a raft",
        ),
        ("Pricing", ("Pay per crate", "Pay per night"), "Pricing: pay per what (two answers)?", "- night"),
        (
            "The tower decides",
            ("Which ships may land", "How much cargo they may unload"),
            "what does the tower decide (two answers)?",
            "- Which ships may land",
        ),
        (
            "The toll for barges can be set",
            ("For a certain season", "Based on weight of the cargo"),
            "how can the toll for barges be set (two answers)?",
            "- Based on weight of the cargo",
        ),
        ("Summer edition", ("Night ferries", "Steam tugs"), "Summer edition: which two features?", "- Steam tugs"),
        ("Authentication", ("Pilot badge", "Harbor card"), "which two authentication options?", "- Pilot badge"),
        (
            "Night Watch",
            (
                "By day, no horn is sounded at sea",
                "Tug inspection (ex: hull, mast): can be refused",
                "Crate inspection (at night)",
            ),
            "Night Watch: which two kinds of inspection?",
            "- Tug inspection",
        ),
    ],
)
def test_points_of_one_form_are_asked_together(label: str, points: tuple[str, ...], front: str, back: str):
    listed = "".join(f"\n  - {point}" for point in points)
    made = ask(f"# Harbor Queue\n- The pilots of the harbor are at work in the night\n- {label}{listed}")
    asked = next((one for one in made if one.endswith(front)), None)
    assert asked is not None, list(made)
    assert back in made[asked].splitlines()


@pytest.mark.parametrize(
    ("label", "points"),
    [
        ("Loading crates", ("Weigh the crate", "Then lift the crate")),  # one after the other
        ("Night Shift", ("Brass lamps", "Cork rings", "Oil")),  # nothing tells what they are
        ("Fees", ("By day, all ships pay a toll", "By night, no ship pays a toll")),  # statements
        ("Summer edition", ("Night ferries, tugs, rafts", "Two rooms")),  # several names in a line
        ("Solution", ("Spare lamps", "and many more")),
    ],
)
def test_points_of_no_common_form_are_not(label: str, points: tuple[str, ...]):
    listed = "".join(f"\n  - {point}" for point in points)
    assert not [
        front for front in ask(f"# Harbor Queue\n- {label}:{listed}") if front.endswith(("answers)?", "ways)?"))
    ]


def test_a_statement_before_the_points_keeps_its_own_card():
    made = ask(
        "# Harbor Queue\n- Night Watch\n  - By default, horns are not sounded in the bay\n"
        "  - Tug inspection (at dusk)\n  - Crate inspection (at night)"
    )
    assert any(front.endswith("which two kinds of inspection?") for front in made)
    assert [front for front in made if "horns are [...]" in front]


def test_a_bare_amount_under_a_label_is_asked_by_its_unit():
    made = ask(
        "# Harbor Queue\n- The pilots of the harbor are at work\n- Steam Store\n  - Made for crates.\n  - 80 TB."
    )
    assert made["Harbor Queue – Steam Store: how many TB?"] == "80 TB"
