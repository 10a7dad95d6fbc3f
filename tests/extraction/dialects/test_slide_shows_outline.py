"""Which slides are covers, agendas, sections; what each is about; and which lines are no knowledge."""

import pytest

from flashdeck.extraction.model import NoiseReason, SlideFile, SlideKind
from flashdeck.extraction.options import ExtractionOptions
from flashdeck.extraction.pipeline import extract_slides
from tests.extraction.dialects.slide_show_values import (
    COVER,
    body,
    box,
    content_of,
    headings,
    noise_of,
    outline,
    slide,
    slides_of,
    table,
    title,
)

FILLER = ("- Workers clean the cells of the hive", "- Drones wait for the queen in the air")


def page(name: str, *rows: str, **fields):
    return slide(title(name), body(*(rows or FILLER)), **fields)


def test_the_list_of_sections_rules():
    slides = slides_of(
        slide(title("Bees"), layout="Title Slide", section="Start"),
        page("Hive", section="Housing"),
        page("Frames", section="Housing"),
        page("Other", section="Default Section"),
    )
    assert [one.section for one in slides] == ["Start", "Housing", "Housing", ""]


def test_header_slides_open_sections():
    slides = slides_of(
        COVER,
        slide(title("Housing"), layout="Section Header"),
        page("Hive"),
        slide(title("Feeding"), layout="Kapitel"),
        page("Sugar"),
    )
    assert [one.kind for one in slides] == [
        SlideKind.FRONT_MATTER,
        SlideKind.SECTION,
        SlideKind.CONTENT,
        SlideKind.SECTION,
        SlideKind.CONTENT,
    ]
    assert [one.section for one in slides] == ["", "Housing", "Housing", "Feeding", "Feeding"]


def test_slides_of_nothing_but_a_title_open_sections_when_nothing_else_does():
    slides = slides_of(COVER, slide(title("Housing")), page("Hive"), slide(title("Feeding")), page("Sugar"))
    assert [one.section for one in slides] == ["", "Housing", "Housing", "Feeding", "Feeding"]


def test_within_sections_they_open_topics():
    slides = slides_of(
        COVER,
        slide(title("Housing"), layout="Section Header"),
        slide(title("Wooden hives")),
        page("Frames"),
        page("Lids"),
    )
    assert slides[2].kind is SlideKind.DIVIDER
    assert [one.topic for one in slides[2:]] == ["Wooden hives"] * 3


def test_a_title_with_a_picture_is_no_divider():
    slides = slides_of(COVER, page("Hive"), slide(title("A swarm"), pictures=1))
    assert slides[2].kind is SlideKind.TITLE_ONLY


def test_repeated_outline_pages_open_the_part_they_stress():
    parts = ("Housing", "Feeding", "Health")
    pages = []
    for part in parts:
        pages.append(slide(title("Agenda"), body(*(f"- **{one}**" if one == part else f"- {one}" for one in parts))))
        pages.append(page(f"About {part}"))
    slides = slides_of(COVER, *pages)
    assert [one.section for one in slides[1:]] == ["Housing", "Housing", "Feeding", "Feeding", "Health", "Health"]
    assert slides[1].kind is SlideKind.FRONT_MATTER


@pytest.mark.parametrize(
    "name",
    ["Agenda", "Contents", "Inhaltsverzeichnis", "目次", "References", "Literatur", "Thank you!", "Questions?",
     "Exercise 3", "Hands-on: build a frame", "Übung", "Danksagung", "Further reading"],
)  # fmt: skip
def test_front_matter_and_exercises_give_no_card(name):
    made = slides_of(COVER, page(name))[1]
    assert made.kind is SlideKind.FRONT_MATTER
    assert made.groups == ()


def test_a_list_of_the_titles_that_follow_is_an_agenda():
    slides = slides_of(
        COVER, page("What you will see", "- Hive", "- Swarm", "- Honey"), page("Hive"), page("Swarm"), page("Honey")
    )
    assert slides[1].kind is SlideKind.FRONT_MATTER


def test_titles_that_go_on_share_their_topic():
    names = ["Swarm", "Swarm (2/2)", "Swarm (cont.)", "Swarm (Forts.)", "Swarm 2", "Honey"]
    slides = slides_of(COVER, *(page(name) for name in names))
    assert [one.title for one in slides[1:]] == names
    assert [one.topic for one in slides[1:]] == ["Swarm"] * 5 + ["Honey"]


def test_slides_without_a_title_stay_in_the_topic_and_summaries_are_about_the_section():
    slides = slides_of(
        COVER,
        slide(title("Housing"), layout="Section Header"),
        page("Hive"),
        slide(body(*FILLER)),
        page("Overview"),
        page("Summary"),
    )
    assert [one.topic for one in slides[2:]] == ["Hive", "Hive", "Hive", ""]


def test_footers_numbers_and_running_lines_are_marked():
    footer = [box(f"Club course 2031 | {number}", at=(36, 500), size=(300, 20)) for number in range(5)]
    names = ("Hive", "Swarm", "Honey", "Wax", "Queen")
    slides = slides_of(*(slide(title(name), body(*FILLER), footer[index]) for index, name in enumerate(names)))
    for one in slides[1:]:
        assert list(noise_of(one).values()) == [NoiseReason.FOOTER]


def test_headings_that_repeat_in_the_text_are_no_running_lines():
    slides = slides_of(COVER, *(slide(title(name), body("**Dangers**", "- stings", "- smoke")) for name in "abcdef"))
    assert all(headings(one.groups) == ["Dangers"] for one in slides[1:])


def test_labels_of_drawings_are_marked_and_statements_in_boxes_are_kept():
    made = content_of(
        title("Flight"),
        box("Lift", at=(100, 150), size=(60, 20)),
        box("Drag", at=(300, 150), size=(60, 20)),
        box("Wings beat 230 times a second.", at=(100, 400), size=(400, 30)),
    )
    assert noise_of(made) == {"Lift": NoiseReason.DIAGRAM_LABEL, "Drag": NoiseReason.DIAGRAM_LABEL}
    assert outline(made) == [("", [["Wings beat 230 times a second."]])]


def test_the_words_of_a_drawing_head_nothing_outside_it():
    made = content_of(
        title("Flight"),
        box("Lift", at=(36, 90), size=(80, 25), group=1),
        box("Drag", at=(136, 90), size=(80, 25), group=1),
        body("- Wings beat 230 times a second", "- They twist at each turn"),
    )
    assert headings(made.groups) == [""]


def test_links_and_credits_are_marked():
    made = content_of(title("Hive"), body(*FILLER, "https://example.org/hive", "Image: a hive by A. Keeper"))
    assert list(noise_of(made).values()) == [NoiseReason.LINK_TARGET, NoiseReason.CREDIT]


def test_references_on_a_slide_are_marked_to_the_end_of_their_box():
    made = content_of(title("Hive"), body(*FILLER, "**References**", "**Books**", "- Keeper: The hive, 2031"))
    assert outline(made) == [("", [[row.removeprefix("- ") for row in FILLER]])]
    assert set(noise_of(made).values()) == {NoiseReason.REFERENCE}
    made = content_of(
        title("Hive"), table(["Referenzen"], ["Keeper: The hive\nOther: Wax\nThird: Honey\nFourth: Bees"])
    )
    assert made.groups == ()


def test_a_word_beside_the_title_is_part_of_the_header():
    made = content_of(box("A1", at=(0, 20), size=(30, 60), font=60), title("Hive"), body(*FILLER))
    assert made.title == "Hive"
    assert noise_of(made) == {"A1": NoiseReason.FOOTER}


def cards(*slides) -> list[str]:
    extraction = extract_slides(
        SlideFile(name="b", format="pptx", dialect="slide show", slides=slides_of(COVER, *slides)),
        options=ExtractionOptions(),
    )
    return [draft.slide_id for draft in extraction.drafts]


def test_a_build_gives_its_cards_once_and_from_its_last_slide():
    first = page("Castes", "- Drone: a male bee without a sting")
    last = page("Castes", "- Drone: a male bee without a sting", "- Queen: the only bee that lays eggs for the hive")
    assert set(cards(first, last)) == {"s3"}


def test_other_content_under_the_same_title_is_no_build():
    first = page("Castes", "- Drone: a male bee without a sting")
    other = page("Castes", "- Queen: the only bee that lays eggs for the hive")
    assert set(cards(first, other)) == {"s2", "s3"}
