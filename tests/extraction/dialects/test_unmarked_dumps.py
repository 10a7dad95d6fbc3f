import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashdeck.extraction.dialects.unmarked_dumps import DIALECT
from flashdeck.extraction.model import BulletList, NoiseReason
from flashdeck.extraction.text.lines import split_lines
from tests.work import growth

TOPICS = (
    "Oak hulls",
    "Pine masts",
    "Hemp ropes",
    "Flax sails",
    "Iron anchors",
    "Brass bells",
    "Tar barrels",
    "Lead lines",
)


def layout(number, title, *, footer=True):
    """Return a page as a tool dumps it that keeps the layout, with a picture's label at the right."""
    return "\n".join(
        [
            title,
            f"• {title} last long when they are                                      Quay {number}",
            "  kept dry",
            "   • seen every spring",
            "",
            "• They are heavy",
            "",
            *([f"{' ' * 20}Boat school     {number}"] if footer else []),
        ]
    )


DUMP = "\n".join(layout(number, title, footer=number != 4) for number, title in enumerate(TOPICS, start=1))
PLAIN = "\n\n\n".join(f"{title}\n\n• They last long\n\n• They are heavy" for title in TOPICS)


def read(text):
    return DIALECT.read(split_lines(text))


def items(slide):
    lists = [block for group in slide.groups for block in group.blocks if isinstance(block, BulletList)]
    return [found.text.plain for block in lists for top in block.items for found in top.walk()]


def test_pages_end_at_the_line_that_counts_them():
    assert [(slide.number, slide.title) for slide in read(DUMP)] == list(enumerate(TOPICS, start=1))


def test_what_stands_beside_a_list_is_cut_off_and_wrapped_items_are_joined():
    assert items(read(DUMP)[1]) == [
        "Pine masts last long when they are kept dry",
        "seen every spring",
        "They are heavy",
    ]


def test_counting_lines_are_noise():
    for slide in read(DUMP):
        assert all(line.noise is NoiseReason.FOOTER for line in slide.lines if "Boat school" in line.text)


def test_without_counting_lines_titles_start_the_pages():
    slides = read(PLAIN)
    assert [slide.title for slide in slides] == list(TOPICS)
    assert items(slides[0]) == ["They last long", "They are heavy"]


def test_counting_lines_at_the_top_open_the_pages():
    text = "\n".join(f"Boat school {number}\n\n{title}\n\n• They last long" for number, title in enumerate(TOPICS, 1))
    assert [slide.title for slide in read(text)] == list(TOPICS)


@pytest.mark.parametrize("text", [DUMP, PLAIN])
def test_dumps_are_recognised(text):
    assert DIALECT.likelihood(split_lines(text)) > 0.5


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"• Ship {number}" for number in range(60)),
        "\n\n".join(f"## Ship {number}\n\n- oak\n- pine" for number in range(20)),
        "\n\n".join(f"Ship {number}\n----------\n\n- oak\n- pine" for number in range(20)),
        "\n".join(f"The ship came in and went out again {number}" for number in range(60)),
    ],
)
def test_lists_and_documents_are_no_dumps(text):
    assert DIALECT.likelihood(split_lines(text)) == 0


PIECES = st.sampled_from(
    [
        *("Oak hulls", "Pine masts", "• They last", "  • deep", "  wrapped", "", "", "Boat school 3", "Boat school 4"),
        *("5", "1", "2", "Label      Label", "               far", "https://boats.example", "- dash", "1. first"),
        *("A long line that says much.", "x = {"),
    ]
)


@given(st.lists(PIECES, max_size=60).map("\n".join) | st.text(max_size=300))
def test_every_line_stands_on_exactly_one_slide_in_order(text):
    lines = split_lines(text.replace("\f", " "))
    slides = DIALECT.read(lines)
    assert [line.number for slide in slides for line in slide.lines] == [line.number for line in lines]
    assert [slide.number for slide in slides] == sorted({slide.number for slide in slides})
    assert DIALECT.read(lines) == slides
    assert 0 <= DIALECT.likelihood(lines) <= DIALECT.surest


@pytest.mark.parametrize(
    "pump", ["Boat 1\n", "• a\n", "Oak\n\n\n", "1\n2\n", "a      b      c\n", layout(1, "Oak") + "\n"]
)
def test_work_grows_with_the_text(pump):
    def read(size):
        lines = split_lines(pump * (size // len(pump)))
        DIALECT.likelihood(lines)
        DIALECT.read(lines)

    assert growth(read, 2_000) < 5
