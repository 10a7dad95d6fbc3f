"""Where slides start, what they are called and where they belong."""

import pytest

from flashdeck.extraction.dialects.blank_runs import DIALECT
from flashdeck.extraction.model import SlideKind
from flashdeck.extraction.text.lines import split_lines
from tests.extraction.dialects.blank_run_texts import only, read, text_of, titles

COURSE = """
    Section 1: **Leaves**
    ~3
    @debris
    ~5
    Green Tea
    ~3
    @debris
    ~5
    Green Tea
    ~3
    - Steamed or pan-fired
    ~3
    Green Tea
    ~1
    - Low in caffeine
    ~5
    Section 2:
    ~1
    Water and Heat
    ~3
    @debris
    ~5
    Temperatures
    ~1
    - Boiling for black tea
"""


def test_a_course_is_read_in_order() -> None:
    slides = read(COURSE)
    assert [(slide.id, slide.kind, slide.title) for slide in slides] == [
        ("s1", SlideKind.SECTION, "Section 1: Leaves"),
        ("s2", SlideKind.DIVIDER, "Green Tea"),
        ("s3", SlideKind.CONTENT, "Green Tea"),
        ("s4", SlideKind.CONTENT, "Green Tea"),
        ("s5", SlideKind.SECTION, "Section 2:"),
        ("s6", SlideKind.CONTENT, "Temperatures"),
    ]
    assert [slide.section for slide in slides] == ["Section 1: Leaves"] * 4 + ["Section 2: Water and Heat"] * 2
    assert [slide.topic for slide in slides] == ["", "Green Tea", "Green Tea", "Green Tea", "", "Temperatures"]
    assert slides[4].subtitle == "Water and Heat"


def test_a_long_blank_run_always_starts_a_slide() -> None:
    assert titles("Kettle\n~1\n- boils\n~5\n- pours\n~6\nTeapot") == ["Kettle", "", "Teapot"]


@pytest.mark.parametrize("gap", [1, 3, 4])
def test_a_shorter_run_parts_title_and_body(gap: int) -> None:
    assert titles(f"Kettle\n~{gap}\n- boils water\n~3\nsteams a lot when hot") == ["Kettle"]


def test_the_first_line_after_debris_starts_a_slide() -> None:
    assert titles("Kettle\n~3\n@debris\n~1\nKinds of Kettles\n~1\n- electric") == ["Kettle", "Kinds of Kettles"]


def test_a_line_over_debris_starts_a_divider() -> None:
    slides = read("Kettle\n~1\n- boils\n~1\nTeapot\n~2\n@debris\n~3\nlid")
    assert [(slide.title, slide.kind) for slide in slides] == [
        ("Kettle", SlideKind.CONTENT),
        ("Teapot", SlideKind.DIVIDER),
        ("lid", SlideKind.TITLE_ONLY),
    ]


def test_a_divider_may_have_two_lines() -> None:
    slides = read("Kettle\n~1\n- boils\n~3\nTeapot\n~1\nClay and Glass\n~3\n@debris")
    assert [slide.title for slide in slides] == ["Kettle", "Teapot Clay and Glass"]
    assert slides[1].topic == "Teapot Clay and Glass"


def test_a_second_title_line_apart_does_not_start_a_slide_of_its_own() -> None:
    assert titles("- steep\n~5\nTeapot\n~3\nSteep in it\n~3\n@debris") == ["", "Teapot Steep in it"]


def test_debris_after_a_long_run_stays_with_its_slide() -> None:
    assert titles("Kettle\n~5\n@debris") == ["Kettle"]


def test_the_title_repeated_starts_a_slide_in_any_spelling() -> None:
    assert titles("Kettle – Care\n~3\n- descale\n~2\nKETTLE - **care**:\n~1\n- rinse") == [
        "Kettle – Care",
        "KETTLE - care:",
    ]


def test_the_title_repeated_right_under_a_heading_starts_no_slide() -> None:
    assert titles("Kettle\n~3\n- boils\n~1\nParts\n~1\nKettle\n~1\n- lid") == ["Kettle"]


@pytest.mark.parametrize(
    "title",
    [
        "Kettle Care - Descaling",
        "Kettle vs. Samovar",
        "Tea Kettle",
        "Descaling the Kettle with Vinegar at Home",
        "Lime Scale",
    ],
)
def test_a_title_like_others_of_the_topic_starts_a_slide_after_a_picture(title: str) -> None:
    text = f"""
        Tea Kettle
        ~3
        @debris
        ~5
        Tea Kettle Parts
        ~1
        - lid
        ~5
        Filling the Kettle with Vinegar at Home
        ~1
        - half full
        ~3
        {title}
        ~1
        - often
        ~5
        Lime Scale
        ~1
        - grey
    """
    assert titles(text)[3] == title


@pytest.mark.parametrize("line", ["Vinegar", "Use vinegar:", "Kettle\nand its lid", "VS", "- Tea Kettle - Care"])
def test_other_lines_after_a_picture_start_no_slide(line: str) -> None:
    assert titles(f"Tea Kettle\n~1\n- boils\n~3\n{line}\n~1\n- rinse\n~5\nEnd") == ["Tea Kettle", "End"]


def test_a_sentence_of_many_words_is_no_title() -> None:
    long = "Tea Kettle " + "word " * 20
    assert titles(f"Tea Kettle\n~1\n- boils\n~3\n{long}") == ["Tea Kettle"]


def test_numbers_of_icons_open_a_slide_whose_title_comes_later() -> None:
    slides = read("Kettle\n~1\n- boils\n~3\n@icons\n~1\nOverview\n~1\n- steams")
    assert [(slide.title, slide.first_line) for slide in slides] == [("Kettle", 1), ("Overview", 7)]


def test_numbers_of_icons_behind_the_title_belong_to_it() -> None:
    assert titles("Kettle\n~1\n- boils\n~5\nOverview\n~3\n@icons\n~3\nSummary\n~1\n- steams") == [
        "Kettle",
        "Overview",
        "Summary",
    ]


def test_a_line_between_two_runs_of_icon_numbers_starts_a_slide() -> None:
    assert titles("Kettle\n~1\n- boils\n~3\n@icons\n~1\nOverview\n~3\n@icons") == ["Kettle", "", "Overview"]


def test_numbers_of_icons_right_after_a_divider_open_a_slide() -> None:
    assert titles("Kettle\n~3\n@debris\n~3\n@icons\n~1\nOverview\n~1\n- steams") == ["Kettle", "Overview"]


def test_program_text_is_never_cut() -> None:
    assert titles("Kettle\n~1\n```\nboil()\n~3\nKettle\n~3\npour()\n```\n~5\nTeapot") == ["Kettle", "Teapot"]


def test_a_fence_that_never_closes_swallows_no_slides() -> None:
    assert titles("Kettle\n~1\n```\nboil()\n~5\nTeapot\n~5\nCup") == ["Kettle", "Teapot", "Cup"]


def test_the_title_may_stand_below_program_text() -> None:
    slide = only("```\nboil()\n```\n~1\nKettle\n~1\n- steams")
    assert (slide.title, slide.subtitle) == ("Kettle", "")


def test_a_section_line_inside_a_slide_opens_none() -> None:
    slides = read("Welcome\n~1\nSection 1:\n~1\nHow the course goes on")
    assert [slide.section for slide in slides] == [""]


def test_a_bare_title_opens_a_topic_when_the_next_slide_takes_it_up() -> None:
    slides = read("""
        Kettle
        ~3
        @debris
        ~5
        Kettle Parts
        ~5
        Clay Teapots of the North
        ~5
        Clay Teapots
        ~1
        - hold heat
    """)
    assert [(slide.kind, slide.topic) for slide in slides] == [
        (SlideKind.DIVIDER, "Kettle"),
        (SlideKind.TITLE_ONLY, "Kettle"),
        (SlideKind.DIVIDER, "Clay Teapots of the North"),
        (SlideKind.CONTENT, "Clay Teapots of the North"),
    ]


def test_a_long_bare_title_opens_no_topic() -> None:
    slides = read("Why clay teapots hold the heat of water for long\n~5\nClay Teapots\n~1\n- hold heat")
    assert slides[0].kind is SlideKind.TITLE_ONLY


@pytest.mark.parametrize(
    ("below", "subtitle"),
    [
        ("Glazed Pots\n~1\n- smooth", "Glazed Pots"),
        ("Glazed Pots\n~1\nIn the Oven\n~1\n- smooth", "Glazed Pots"),
        ("Glazed Pots\n~1\nIn the Oven:\n~1\nFirst Firing\n~1\n- smooth", "Glazed Pots: In the Oven"),
        ("Glazed Pots\n~1\nIn the Oven\n~1\n- smooth\n~1\nOn the Fire\n~1\n- rough", "Glazed Pots"),
        ("Glazed Pots\n~1\nFiring\n~1\nThe pot is fired twice in a hot oven.", "Glazed Pots"),
        ("Glazed pots", "Glazed pots"),
        ("Glazed Pots\n~1\n- smooth\n~1\nRough Pots\n~1\n- grainy", ""),
        ("a glazed pot must never be washed", ""),
        ("Which pots last?\n~1\n- glazed ones", ""),
        ("Wash a glazed pot after every use with water\n~1\n- no soap", ""),
        ("Lid\n~3\nSpout", ""),
        ("Lid\n~1\nSpout\n~1\n```\nfire()\n```", ""),
    ],
)
def test_the_subtitle_narrows_the_whole_slide(below: str, subtitle: str) -> None:
    assert only(f"Teapots\n~1\n{below}").subtitle == subtitle


def test_a_slide_that_starts_with_a_list_has_no_title() -> None:
    slide = only("- boils\n- steams\n~1\nKettles are made of steel or clay.")
    assert (slide.title, slide.topic) == ("", "")


def test_the_topic_falls_back_to_the_subtitle() -> None:
    assert only("Teapots\n~1\nGlazed Pots\n~1\n- smooth").topic == "Glazed Pots"


def test_no_lines_are_no_slides() -> None:
    assert DIALECT.read(()) == ()


def test_likelihood_grows_with_blank_runs_and_excludes_form_feeds() -> None:
    mine = DIALECT.likelihood(split_lines(text_of(COURSE)))
    assert mine > 0.7
    assert DIALECT.likelihood(split_lines("one\ntwo\n\nthree")) < 0.2
    assert DIALECT.likelihood(split_lines("one\n\n\n\n\n\n\ftwo")) == 0
    assert DIALECT.likelihood(()) == 0
