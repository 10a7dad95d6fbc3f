"""What holds for every presentation, however odd."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashdeck.domain.slide_show import ShapeParagraph, ShapeRole, ShowSlide, SlideShape, SlideShow
from flashdeck.extraction.dialects.slide_shows import read
from flashdeck.extraction.model import BulletList, Code, Group, NoiseReason, Paragraph, Slide, SlideKind, Table, Text
from tests.work import growth

PIECES = st.sampled_from(
    [
        "Bees",
        "hive",
        "the",
        "can",
        "is",
        "24 km/h",
        "\n",
        "\v",
        "\t",
        "• ",
        "1. ",
        "2) ",
        ": ",
        ".",
        "?",
        "-",
        "a-b",
        "vs.",
        "References",
        "Agenda",
        "=",
        "蜜蜂",
        "🐝",
        "x = 1;",
        "https://example.org",
        "\u200b",
        "\ud800",
        "\uf0e0",
        " ",
    ]
)
TEXTS = st.lists(PIECES, max_size=8).map(" ".join) | st.text(max_size=30)
PLACES = st.sampled_from([0.0, 10.0, 36.0, 120.0, 300.0, 500.0, 700.0, -50.0, 1e12])
SIDES = st.sampled_from([0.0, 20.0, 60.0, 300.0, 640.0, -5.0])


@st.composite
def paragraphs(draw) -> ShapeParagraph:
    text = draw(TEXTS)
    bounds = sorted(draw(st.lists(st.integers(0, len(text)), max_size=4, unique=True)))
    ranges = tuple(zip(bounds[::2], bounds[1::2], strict=False))
    return ShapeParagraph(
        text=text,
        level=draw(st.integers(0, 8)),
        is_bulleted=draw(st.booleans()),
        number=draw(st.none() | st.integers(1, 5)),
        strong=ranges,
        formulas=draw(st.sampled_from([(), ranges])),
        is_code=draw(st.sampled_from([False, False, True])),
        font_size=draw(st.none() | st.sampled_from([9.0, 18.0, 40.0])),
    )


@st.composite
def shapes(draw) -> SlideShape:
    role = draw(st.sampled_from(ShapeRole))
    lines = st.lists(paragraphs(), max_size=4).map(tuple)
    is_table = role is ShapeRole.TABLE
    return SlideShape(
        role=role,
        left=draw(PLACES),
        top=draw(PLACES),
        width=draw(SIDES),
        height=draw(SIDES),
        paragraphs=() if is_table else draw(lines),
        rows=draw(st.lists(st.lists(lines, max_size=3).map(tuple), max_size=4).map(tuple)) if is_table else (),
        has_header=draw(st.booleans()),
        group=draw(st.integers(0, 2)),
    )


@st.composite
def shows(draw) -> SlideShow:
    slides = [
        ShowSlide(
            number=number,
            shapes=draw(st.lists(shapes(), max_size=6).map(tuple)),
            section=draw(st.sampled_from(["", "", "Housing", "Default Section"])),
            layout=draw(st.sampled_from(["", "Title Slide", "Section Header", "Comparison", "Blank"])),
            notes=draw(st.just("") | TEXTS),
            is_hidden=draw(st.booleans()),
            pictures=draw(st.integers(0, 2)),
        )
        for number in range(1, draw(st.integers(0, 5)) + 1)
    ]
    return SlideShow(
        name="any.pptx", width=720.0, height=draw(st.sampled_from([540.0, 405.0, 0.0])), slides=tuple(slides)
    )


def texts_in(made: Slide) -> list[Text]:
    """Every text of the groups, in order."""
    found: list[Text] = []
    for group in made.groups:
        found.extend([group.heading] if group.heading else [])
        for block in group.blocks:
            match block:
                case Paragraph():
                    found.append(block.text)
                case Table():
                    found.extend(cell for row in block.rows for cell in row)
                case Code():
                    found.append(Text(plain=block.source, first_line=block.first_line, last_line=block.last_line))
                case BulletList():
                    walked = (bullet for item in block.items for bullet in item.walk())
                    found.extend(text for bullet in walked for text in (bullet.text, *bullet.body))
    return found


@settings(max_examples=50)  # a show takes long to make
@given(shows())
def test_every_slide_is_there_with_rising_lines(show):
    slides = read(show)
    assert [made.number for made in slides] == [slide.number for slide in show.slides]
    numbers = [line.number for made in slides for line in made.lines]
    assert numbers == sorted(set(numbers))
    assert all(made.first_line <= line.number <= made.last_line for made in slides for line in made.lines)
    assert all(before.last_line < after.first_line for before, after in pairwise(slides))


@settings(max_examples=50)  # a show takes long to make
@given(shows())
def test_hidden_slides_and_those_without_knowledge_have_no_groups(show):
    for made, slide in zip(read(show), show.slides, strict=True):
        if slide.is_hidden or made.kind in (SlideKind.SECTION, SlideKind.DIVIDER, SlideKind.FRONT_MATTER):
            assert made.groups == ()
        if slide.is_hidden:
            assert all(line.noise for line in made.lines)


@settings(max_examples=50)  # a show takes long to make
@given(shows())
def test_groups_say_lines_of_their_slide_in_order(show):
    for made in read(show):
        lines = {line.number: line for line in made.lines}
        for group in made.groups:
            assert group.blocks
            first = [text.first_line for block in group.blocks for text in texts_in(_with(made, block))]
            assert first == sorted(first)
        for text in texts_in(made):
            assert text.first_line <= text.last_line
            assert made.first_line <= text.first_line
            assert text.last_line <= made.last_line
            assert all(0 <= start < end <= len(text.plain) for start, end in text.strong)
            if text.plain and text.first_line == text.last_line and text.first_line in lines:
                assert lines[text.first_line].noise in (None, NoiseReason.FORMULA)


def _with(made: Slide, block) -> Slide:
    return replace(made, groups=(Group(blocks=(block,)),))


@settings(max_examples=50)  # a show takes long to make
@given(shows())
def test_the_same_show_gives_the_same_slides(show):
    assert read(show) == read(show)


def _one(*many: SlideShape) -> SlideShow:
    return SlideShow(name="l", width=720, height=540, slides=(ShowSlide(number=1, shapes=many),))


def _box(index: int, *lines: ShapeParagraph, role: ShapeRole = ShapeRole.BODY) -> SlideShape:
    return SlideShape(role=role, left=index % 31 * 20.0, top=index * 7 % 500, width=60, height=20, paragraphs=lines)


PUMPS = {
    "bullets": lambda n: _one(_box(0, *(ShapeParagraph(text=f"bee {i} flies", level=i % 9) for i in range(n)))),
    "boxes": lambda n: _one(*(_box(i, ShapeParagraph(text=f"label {i}"), role=ShapeRole.TEXT_BOX) for i in range(n))),
    "breaks": lambda n: _one(_box(0, ShapeParagraph(text="a\n" * n))),
    "blanks": lambda n: _one(_box(0, ShapeParagraph(text=" " * n + "x" + " " * n), role=ShapeRole.TITLE)),
    "hyphens": lambda n: _one(_box(0, ShapeParagraph(text="ab-" * n))),
    "numbers": lambda n: _one(_box(0, ShapeParagraph(text="1. " * n))),
    "equals": lambda n: _one(_box(0, ShapeParagraph(text="a = " * n), ShapeParagraph(text="a: '" * n))),
    "credits": lambda n: _one(_box(0, ShapeParagraph(text="Image by " * n), role=ShapeRole.TEXT_BOX)),
    "ranges": lambda n: _one(
        _box(0, ShapeParagraph(text="ab " * n, strong=tuple((3 * i, 3 * i + 1) for i in range(n))))
    ),
}


@pytest.mark.parametrize("pump", PUMPS.values(), ids=PUMPS.keys())
def test_work_grows_with_the_show(pump):
    assert growth(lambda size: read(pump(size)), 300) < 5
