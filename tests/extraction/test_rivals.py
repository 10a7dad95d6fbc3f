"""A question that another line of the slide, or the whole deck, answers as well is not asked that openly."""

from flashdeck.extraction.model import SlideFile
from flashdeck.extraction.options import DEFAULT_MIN_SCORE, ExtractionOptions
from flashdeck.extraction.pipeline import extract_slides
from tests.extraction.slide_notation import ask, slide_of


def test_a_later_deed_of_the_same_thing_is_not_what_it_does():
    made = ask("# Locks\n= Upper gate\n- Reachable only from the quay\n- Guards the basin against the spring tide")
    assert not [front for front in made if front.endswith("do?")]


def test_the_first_deed_says_what_a_thing_is_for():
    made = ask("# Tide Crane\n- Lifts the crates of the harbor at night\n- Drawn in brass in the north")
    assert made["Harbor Queue: what does Tide Crane do?"] == "Lifts the crates of the harbor at night"


def test_a_use_beside_a_deed_is_not_asked_openly():
    made = ask("# Tug Winch\n- Reduces the load of the crew\n- Can be used to load the light anchors")
    assert not [front for front in made if front.endswith("used for?")]


def test_purposes_in_a_row_are_asked_together():
    made = ask("# Steel Ropes\n- Great for heavy ferries\n- Great for anchors in deep water")
    asked = "Harbor Queue: what are Steel Ropes great for (two answers)?"
    assert {front: back for front, back in made.items() if "great for" in front} == {
        asked: "- heavy ferries\n- anchors in deep water"
    }


def test_cases_in_a_row_are_asked_together():
    made = ask(
        "# Lights\n= Red Beam\n- Appropriate when a ship lies at anchor in the fog.\n"
        "- Appropriate when there is no free berth."
    )
    asked = "Harbor Queue – Lights: when is Red Beam appropriate (two cases)?"
    assert [back for front, back in made.items() if "two cases" in front] == [
        "- when a ship lies at anchor in the fog\n- when there is no free berth"
    ], (asked, made)


def test_a_second_purpose_further_down_is_asked_beside_the_first():
    made = ask(
        "# Steel Ropes\n- Great for heavy ferries\n- Spliced in the loft of the yard by two men\n"
        "- Great for anchors in deep water"
    )
    assert made["Harbor Queue: what are Steel Ropes great for?"] == "heavy ferries"
    assert made["Harbor Queue: what are Steel Ropes great for, besides heavy ferries?"] == "anchors in deep water"


def test_a_second_purpose_of_one_of_a_kind_asks_which_one_behind_a_long_first_one():
    long = "ships that carry timber and stone along the northern coast in the spring and the fall"
    made = ask(
        f"# Steel Ropes\n= Rope Type (brass)\n- Meant for {long}\n- Spliced in the loft of the yard by two men\n"
        "- Suitable for anchors in deep water"
    )
    assert [
        back for front, back in made.items() if front.endswith("which rope type is suitable for anchors in deep water?")
    ]
    plain = ask(
        f"# Steel Ropes\n- Meant for {long}\n- Spliced in the loft of the yard by two men\n"
        "- Suitable for anchors in deep water"
    )
    assert long in plain.values()
    assert not [front for front in plain if "suitable for" in front]


def test_long_purposes_in_a_row_keep_a_card_each():
    said = "ships that carry timber and stone along the northern coast in spring"
    made = ask(f"# Steel Ropes\n- Great for {said}\n- Great for the {said.replace('timber', 'grain')}")
    assert made["Harbor Queue: what are Steel Ropes great for?"] == said


def test_the_first_of_several_means_is_not_how_a_thing_is_done():
    points = "  - In-bag encryption using the Amber key\n  - At-desk encryption using Brass keys"
    made = ask(f"# Amber Post\n- Encryption:\n{points}\n- The clerks of the post carry letters")
    assert made
    assert not [front for front in made if "handle encryption" in front]


def test_an_ability_that_nothing_narrows_is_not_asked_for():
    made = ask("# Night Watch\n= Lamps\n- You can adjust the brightness of the beam")
    assert not [front for front in made if "what can you adjust?" in front]


def test_a_verb_that_another_line_completes_otherwise_cues_no_gap():
    calm = "# Tide Gate repair\n- After a repair, ships can pass from the South Basin"
    assert "South Basin" in ask(calm).values()
    both = f"{calm}\n- After a repair, ships pass slowly from the old lock until it is empty"
    assert not [back for back in ask(both).values() if back == "South Basin"]


def test_a_passive_that_a_definition_completes_otherwise_is_not_asked():
    points = "= Characteristics\n- Easily read\n- Sorted by hour and height\n- Has a fair copy"
    assert "hour and height" in ask(f"# Tide Tables\n{points}").values()
    both = f"# Tide Tables\n- Definition: Sheets that are sorted by a rule of the harbor\n{points}"
    assert "hour and height" not in ask(both).values()


def test_the_subject_of_a_whole_deck_does_many_things():
    titles = ("Harbor Queue: Ropes", "Harbor Queue: Lamps", "Harbor Queue: Crews", "Harbor Queue")
    slides = [
        slide_of(f"# {title}\n- Separates the arriving ships from the quays", first_line=1 + 10 * number)
        for number, title in enumerate(titles)
    ]
    made = extract_slides(
        SlideFile(name="deck", format="text", dialect="test", slides=tuple(slides)),
        options=ExtractionOptions(min_score=DEFAULT_MIN_SCORE),
    )
    assert not [draft for draft in made.drafts if draft.front == "What does Harbor Queue do?"]


def test_a_line_of_one_side_that_a_comparison_tells_has_no_card_of_its_own():
    made = ask(
        "# Tugs vs. Ferries\n= Tugs\n- Crew: four sailors\n- Hull: oak planks\n"
        "= Ferries\n- Crew: nine sailors\n- Doors: steel plates",
        is_comparison=True,
    )
    told = [back for back in made.values() if "four sailors" in back]
    assert told == ["Tugs: four sailors\nFerries: nine sailors"], made
    assert any("oak planks" in line for line in (*made, *made.values()))
