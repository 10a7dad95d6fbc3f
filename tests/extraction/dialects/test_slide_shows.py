"""Presentations become slides: titles, lists, text boxes with headings, columns, tables, diagrams, notes."""

from dataclasses import replace

import pytest

from flashdeck.domain.slide_show import ShapeParagraph
from flashdeck.extraction.model import NoiseReason, SlideKind
from tests.extraction.dialects.slide_show_values import (
    COVER,
    body,
    box,
    content_of,
    diagram,
    headings,
    noise_of,
    outline,
    show_of,
    slide,
    slides_of,
    table,
    title,
)


def test_lines_are_numbered_through_the_whole_show():
    slides = slides_of(
        COVER,
        slide(title("Hive"), body("- Workers clean", "- Drones wait")),
        slide(title("Queen"), body("- Lays eggs")),
    )
    assert [(one.first_line, one.last_line) for one in slides] == [(1, 1), (2, 4), (5, 6)]
    assert [line.number for one in slides for line in one.lines] == [1, 2, 3, 4, 5, 6]
    assert slides[2].groups[0].blocks[0].items[0].text.first_line == 6


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("The\vhive", "The hive"),
        ("The  hive \n of bees", "The hive of bees"),
        ("Bestäu-\nbung", "Bestäubung"),
        ("H I V E S", "HIVES"),
        ("e\ufb03cient \ufb02ight", "efficient flight"),
        ("蜜蜂\n社会", "蜜蜂社会"),
        ("Ma\u00adny bees", "Many bees"),
    ],
)
def test_titles_stand_on_one_line_with_their_letters_repaired(printed, read):
    assert content_of(title(printed), body("- Workers clean")).title == read


def test_a_slide_without_a_title_takes_the_largest_words_at_its_top():
    made = content_of(
        box("Workers clean the cells every day", at=(36, 200), font=18),
        box("The hive", at=(36, 40), font=32),
    )
    assert made.title == "The hive"
    assert outline(made) == [("", [["Workers clean the cells every day"]])]


@pytest.mark.parametrize(
    "shape",
    [
        box("The hive", at=(36, 40), font=18),
        box("The hive", at=(36, 400), font=40),
        box("This sentence is large but says something.", at=(36, 40), font=40),
        box("- a bullet", at=(36, 40), font=40),
    ],
    ids=["no larger", "at the bottom", "a sentence", "a bullet"],
)
def test_other_words_are_no_title(shape):
    made = content_of(shape, box("Workers clean the cells every day", at=(36, 200), size=(400, 40), font=18))
    assert made.title == ""


def test_bullets_nest_by_level():
    made = content_of(
        title("Hive"), body("- Workers", "  - clean cells", "    - for three days", "  - fly", "- Drones")
    )
    assert outline(made) == [("", [[("Workers", [("clean cells", ["for three days"]), "fly"]), "Drones"]])]


def test_a_line_without_a_bullet_stands_above_the_bullets_that_follow():
    made = content_of(title("Hive"), body("A hive can be made of:", "- wood", "- straw"))
    assert outline(made) == [("", [[("A hive can be made of:", ["wood", "straw"])]])]


def test_headings_inside_a_box_open_groups():
    made = content_of(
        title("Hive"), body("**Workers**", "- clean cells", "- fly out", "**Drones**", "- wait for the queen")
    )
    assert outline(made) == [("Workers", [["clean cells", "fly out"]]), ("Drones", [["wait for the queen"]])]


def test_running_text_becomes_paragraphs():
    text = "Bees dance to tell where food is. The angle of the dance gives the direction."
    made = content_of(title("Dance"), body(text, "- Round dance: food is near"))
    assert outline(made) == [("", [text, ["Round dance: food is near"]])]


def test_typed_bullets_and_numbers_are_recognised():
    made = content_of(title("Steps"), body("• Light the smoker", "• Open the lid"))
    assert outline(made) == [("", [["Light the smoker", "Open the lid"]])]
    made = content_of(title("Steps"), body("1. Light the smoker", "2. Open the lid"))
    (group,) = made.groups
    assert [item.number for item in group.blocks[0].items] == [1, 2]
    assert [item.text.plain for item in group.blocks[0].items] == ["Light the smoker", "Open the lid"]


def test_a_lone_number_is_no_list():
    made = content_of(title("Year"), body("5) is the answer here", "other words follow it"))
    assert made.groups[0].blocks[0].items[0].number is None


def test_emphasis_within_a_line_is_kept_but_not_of_whole_lines():
    made = content_of(title("Hive"), body("- The **queen** lays eggs", "- **Drones wait**"))
    first, second = made.groups[0].blocks[0].items
    assert first.text.strong == ((4, 9),)
    assert second.text.strong == ()


def test_breaks_within_a_paragraph_part_statements_and_join_lines():
    made = content_of(title("Hive"), body("- Workers clean.\vDrones wait for\vthe queen"))
    assert outline(made) == [("", [["Workers clean.", "Drones wait for the queen"]])]


def test_a_plain_line_after_an_emphasised_one_describes_it():
    made = content_of(title("Hive"), body("- **Propolis**\va resin that closes gaps", "- **Wax**\vbuilds the comb"))
    assert outline(made) == [("", [[("Propolis", ["a resin that closes gaps"]), ("Wax", ["builds the comb"])]])]


def test_boxes_are_read_by_their_place_and_not_by_their_order_in_the_file():
    made = content_of(
        title("Hive"),
        box("The second statement is about drones.", at=(36, 300), size=(600, 40)),
        box("The first statement is about workers.", at=(36, 150), size=(600, 40)),
    )
    assert [group[1][0][0] for group in outline(made)] == [
        "The first statement is about workers.",
        "The second statement is about drones.",
    ]


def test_columns_are_read_one_after_the_other_with_their_headings():
    made = content_of(
        title("Castes"),
        body("Drones", place=(370, 120, 300, 40)),
        body("- have large eyes", "- wait for the queen", place=(370, 170, 300, 250)),
        body("Workers", place=(36, 120, 300, 40)),
        body("- have a sting", "- gather nectar", place=(36, 170, 300, 250)),
        layout="Comparison",
    )
    assert outline(made) == [
        ("Workers", [["have a sting", "gather nectar"]]),
        ("Drones", [["have large eyes", "wait for the queen"]]),
    ]
    assert made.is_comparison


def test_the_sides_of_a_title_name_the_columns_below_it():
    made = content_of(
        title("Workers vs. Drones"),
        body("- have a sting", place=(36, 120, 300, 250)),
        body("- have none", place=(370, 120, 300, 250)),
    )
    assert headings(made.groups) == ["Workers", "Drones"]
    assert made.is_comparison
    assert {group.heading.first_line for group in made.groups if group.heading} == {made.first_line}


def test_a_lone_versus_between_boxes_makes_a_comparison():
    made = content_of(
        title("Which hive?"),
        box("Langstroth", at=(36, 120), size=(250, 40)),
        box("has frames that can be moved", "is heavy when it is full", at=(36, 170), size=(250, 200)),
        box("vs", at=(320, 250), size=(40, 30)),
        box("Top bar", at=(400, 120), size=(250, 40)),
        box("has bars without frames", "is light and cheap to build", at=(400, 170), size=(250, 200)),
    )
    assert made.is_comparison
    assert headings(made.groups) == ["Langstroth", "Top bar"]


def test_parents_below_a_versus_title_become_sides():
    made = content_of(title("Honey versus nectar"), body("- Honey", "  - keeps for years", "- Nectar", "  - spoils"))
    assert headings(made.groups) == ["Honey", "Nectar"]
    assert made.is_comparison


def test_labels_beside_texts_head_them_when_there_are_several():
    rows = [
        ("Egg", "The queen lays one into each cell that workers have cleaned"),
        ("Larva", "Nurse bees feed it more than a thousand times a day"),
        ("Pupa", "It changes its shape under a cover of wax"),
    ]
    shapes = [
        shape
        for index, (label, text) in enumerate(rows)
        for shape in (
            box(text, at=(250, 150 + 90 * index), size=(400, 60)),
            box(label, at=(60, 150 + 90 * index), size=(180, 60)),
        )
    ]
    assert outline(content_of(title("Brood"), *shapes)) == [(label, [[text]]) for label, text in rows]


def test_program_text_is_kept_as_it_stands():
    code = ShapeParagraph(text="def open_hive():", is_code=True), ShapeParagraph(text="    smoke()", is_code=True)
    made = content_of(title("Script"), replace(box("x"), paragraphs=code))
    assert outline(made) == [("", [{"code": "def open_hive():\n    smoke()"}])]


def test_settings_in_an_ordinary_font_are_program_text():
    rows = ("hive_count: 12  # in use", 'owner_name: "Ada"', "frames_each: [8, 10]")
    assert outline(content_of(title("Config"), body(*rows)))[0][1][0] == {
        "code": 'hive_count: 12 # in use\nowner_name: "Ada"\nframes_each: [8, 10]'
    }


def test_tables_with_headers():
    made = content_of(
        title("Castes"), table(["Caste", "Sex", "Wings"], ["Worker", "female", "short"], ["Drone", "male", "long"])
    )
    assert outline(made) == [
        (
            "",
            [
                {
                    "header": True,
                    "rows": [["Caste", "Sex", "Wings"], ["Worker", "female", "short"], ["Drone", "male", "long"]],
                }
            ],
        )
    ]


def test_a_table_of_two_columns_without_a_header_is_a_list_of_terms():
    made = content_of(title("Words"), table(["Propolis", "resin"], ["Wax", "building stuff"], has_header=False))
    assert outline(made) == [("", [[("Propolis", ["resin"]), ("Wax", ["building stuff"])]])]


def test_a_table_that_only_lays_out_text_is_none():
    long = "Bees regulate the warmth of the brood with their flight muscles, which they can move without the wings."
    made = content_of(title("Hive"), table(["Warmth"], [f"{long}\n{long}"]))
    assert outline(made) == [("Warmth", [[long, long]])]
    made = content_of(title("Hive"), table(["Summer", "Winter"], [f"{long}\n{long}", f"{long}\n{long}"]))
    assert headings(made.groups) == ["Summer", "Winter"]
    numbers = [line.number for line in made.lines]
    assert numbers == sorted(numbers)


@pytest.mark.parametrize(
    "rows",
    [
        [["id", "day", "weight"], ["1", "2031-05-01", "31"], ["2", "2031-05-02", "33"]],
        [["state", "P"], ["rain = true", "0.25"], ["rain = false", "0.75"]],
    ],
)
def test_tables_of_data_are_no_knowledge(rows):
    made = content_of(title("Scales"), table(*rows))
    assert made.groups == ()
    assert set(noise_of(made).values()) == {NoiseReason.SAMPLE_DATA}


def test_boxes_in_rows_and_columns_are_a_table():
    rows = [["Plant", "Month", "Honey"], ["Rape", "April", "white"], ["Lime", "June", "green"]]
    shapes = [
        box(text, at=(60 + 200 * column, 150 + 60 * row), size=(180, 40))
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]
    assert outline(content_of(title("Forage"), *shapes)) == [("", [{"header": True, "rows": rows}])]


def test_diagrams_are_lists():
    made = content_of(title("Stages"), diagram("1# Egg", "  - three days", "2# Larva", "3# Pupa"))
    assert outline(made) == [("", [[("Egg", ["three days"]), "Larva", "Pupa"]])]
    assert made.groups[0].blocks[0].items[1].number == 2


def test_organisation_charts_are_drawings():
    made = content_of(title("Club"), diagram("- Chair", "  - Treasurer", "    - Clerk", "  - Warden"))
    assert made.groups == ()
    assert set(noise_of(made).values()) == {NoiseReason.DIAGRAM_LABEL}


@pytest.mark.parametrize(
    ("text", "formula", "read"),
    [
        ("Lever law F a = G b", (10, 19), "Lever law: F a = G b"),
        ("Lever law F a", (10, 13), "Lever law F a"),
        ("The lever is in balance when F a = G b", (29, 38), "The lever is in balance when F a = G b"),
    ],
)
def test_a_name_before_an_equation_labels_it(text, formula, read):
    shape = replace(body("x"), paragraphs=(ShapeParagraph(text=text, formulas=(formula,), is_bulleted=True),))
    made = content_of(title("Levers"), shape)
    assert [line.text for line in made.lines[1:]] == [read]


def test_a_short_formula_ends_the_sentence_before_it_and_others_are_left_out():
    formula = ShapeParagraph(text="v = s / t", formulas=((0, 9),))
    shape = body("- The speed of a bee follows from", "- It is measured in the field")
    made = content_of(
        title("Speed"), replace(shape, paragraphs=(shape.paragraphs[0], formula, shape.paragraphs[1], formula))
    )
    assert outline(made) == [
        ("", [["The speed of a bee follows from v = s / t", "It is measured in the field v = s / t"]])
    ]
    alone = content_of(title("Speed"), replace(shape, paragraphs=(formula,)))
    assert noise_of(alone) == {"v = s / t": NoiseReason.FORMULA}
    assert alone.groups == ()


def test_words_divided_by_old_hyphens_are_closed_up_when_the_show_knows_them():
    made = content_of(
        title("Hive"),
        body("- Die Bestäubung ist wichtig", "- Jede Bestäu-bung zählt, eine **Honig-biene** und Not-aus"),
    )
    assert outline(made)[0][1][0][1] == "Jede Bestäubung zählt, eine Honig-biene und Not-aus"


def test_a_german_word_in_two_parts_that_are_none_is_closed_up():
    german = "- Es werden nicht alle eine Wabe oder zwei bauen"
    made = content_of(title("Hive"), body(german, "- Die Brut-pflege und die Bestäu-bungsleistung"))
    assert outline(made)[0][1][0][1] == "Die Brutpflege und die Bestäubungsleistung"
    small = content_of(title("Hive"), body(german, "- Es wird desin-fiziert und mit XML-Wa-ben verglichen, XML-Waben"))
    assert outline(small)[0][1][0][1] == "Es wird desinfiziert und mit XML-Waben verglichen, XML-Waben"
    noun = content_of(title("Hive"), body(german, "- Die Pflege", "- Die Brut-pflege"))
    assert outline(noun)[0][1][0][2] == "Die Brutpflege"
    other = content_of(title("Hive"), body(german, "- Die Wabe ist dicht", "- Jeder Honig-dicht"))
    assert outline(other)[0][1][0][2] == "Jeder Honig-dicht"
    english = content_of(title("Hive"), body("- Multi-tenant hives"))
    assert outline(english)[0][1][0][0] == "Multi-tenant hives"


def test_notes_speak_for_a_slide_that_says_nothing():
    notes = "Click to start the film.\nA colony of bees keeps its brood at 35 degrees.\nAsk who has seen this."
    made = content_of(title("Warmth"), notes=notes, pictures=1)
    assert outline(made) == [("", ["A colony of bees keeps its brood at 35 degrees."])]
    assert made.kind is SlideKind.CONTENT


def test_notes_of_a_full_slide_are_left_alone():
    made = content_of(title("Warmth"), body("- The brood is kept warm"), notes="Workers shiver to make heat for it.")
    assert outline(made) == [("", [["The brood is kept warm"]])]
    assert noise_of(made) == {"Workers shiver to make heat for it.": NoiseReason.SPEAKER_NOTE}


def test_hidden_slides_are_counted_but_say_nothing():
    slides = slides_of(
        COVER, slide(title("Hive"), body("- Workers clean"), is_hidden=True), slide(title("Queen"), body("- Lays eggs"))
    )
    assert [one.number for one in slides] == [1, 2, 3]
    assert slides[1].groups == ()
    assert all(line.noise is NoiseReason.HIDDEN for line in slides[1].lines)
    assert slides[2].groups


def test_an_empty_show_and_an_empty_slide():
    assert slides_of() == ()
    (made,) = slides_of(slide())
    assert (made.title, made.groups, made.lines, made.first_line, made.last_line) == ("", (), (), 1, 1)


def test_the_same_show_gives_the_same_slides():
    show = show_of(COVER, slide(title("Hive"), body("- Workers clean", "- Drones wait")))
    assert slides_of(*show.slides) == slides_of(*show.slides)
