"""What holds for any text whatever."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashdeck.extraction.dialects.blank_runs import DIALECT
from flashdeck.extraction.model import Block, BulletList, Code, Paragraph, Slide, SlideKind, Table, Text
from flashdeck.extraction.text.lines import split_lines
from tests.work import growth

PIECES = [
    "Teapot",
    "Section 2:",
    "Section 3: **Lids**",
    "VS",
    "A vs. B",
    "Teapot – Care",
    "- Clay:",
    "- Glass",
    "- **Iron**",
    " - nested",
    "  - deeper",
    "- ",
    "- o Old",
    "- 1 first",
    "1. one",
    "2) two",
    "⇒ so",
    "- ⇒ hence",
    "⇒ Kinds:",
    "It keeps the steam in for long.",
    "made of",
    "keeps warm",
    "```",
    "boil(1, 2)",
    "/* fill */",
    "a\tb",
    "Use\tfor dark teas",
    "x\t",
    "\t",
    "---\t---",
    "004-2051670",
    "84384",
    "01",
    "02",
    "03",
    "Kettles Info",
    "[Copy](#)",
    "Choose a lid",
    "The screenshot shows a shop.",
    "Problem: cold",
    "Solution:",
    "Features",
    "(in brackets)",
    "...",
    "*",
    "\f",
]

WORDS = {"It keeps the steam in for long.", "keeps warm", "- Glass", "- Clay:"}


@st.composite
def texts(draw: st.DrawFn) -> str:
    pieces = draw(st.lists(st.tuples(st.sampled_from(PIECES), st.integers(0, 6)), max_size=40))
    return "".join(piece + "\n" * (gap + 1) for piece, gap in pieces)


def parts(slide: Slide) -> Iterator[Text | Code]:
    for group in slide.groups:
        if group.heading:
            yield group.heading
        for block in group.blocks:
            yield from block_parts(block)


def block_parts(block: Block) -> Iterator[Text | Code]:
    match block:
        case BulletList(items=items):
            bullets = [bullet for item in items for bullet in item.walk()]
            yield from (text for bullet in bullets for text in (bullet.text, *bullet.body))
        case Paragraph(text=text):
            yield text
        case Table(rows=rows, header=header):
            yield from (cell for row in (*rows, header or ()) for cell in row)
        case Code():
            yield block


@given(texts() | st.text(max_size=300))
def test_every_line_belongs_to_one_slide_in_order(text: str) -> None:
    lines = split_lines(text)
    slides = DIALECT.read(lines)
    assert [line.number for slide in slides for line in slide.lines] == [line.number for line in lines]
    assert [slide.number for slide in slides] == list(range(1, len(slides) + 1))
    assert all(
        (slide.first_line, slide.last_line) == (slide.lines[0].number, slide.lines[-1].number) for slide in slides
    )
    assert DIALECT.read(lines) == slides
    assert DIALECT.likelihood(lines) <= DIALECT.surest


@given(texts())
def test_content_comes_from_lines_of_the_slide_that_are_no_noise(text: str) -> None:
    for slide in DIALECT.read(split_lines(text)):
        clean = {line.number for line in slide.lines if line.noise is None}
        for part in parts(slide):
            assert clean & set(range(part.first_line, part.last_line + 1))
        if slide.kind is not SlideKind.CONTENT:
            assert slide.groups == ()


@given(texts())
def test_no_plain_line_is_dropped_in_silence(text: str) -> None:
    for slide in DIALECT.read(split_lines(text)):
        if slide.kind in {SlideKind.SECTION, SlideKind.DIVIDER}:
            continue
        used = {number for part in parts(slide) for number in range(part.first_line, part.last_line + 1)}
        used_words = f"{slide.title} {slide.subtitle}"
        for line in slide.lines:
            if line.noise is None and line.text in {
                "It keeps the steam in for long.",
                "keeps warm",
                "- Glass",
                "- Clay:",
            }:
                assert line.number in used or line.text.strip("- :") in used_words


@pytest.mark.parametrize(
    "pump",
    [
        "a\n",
        "Teapot\n\n\n\n",
        "- a:\n\n",
        "- a\nmade of\n\n",
        " - a\n",
        "Types\n\n",
        "VS\n\n\n\n",
        "A\n\nB\n\nVS\n\n",
        "```\n",
        "- - - ",
        "1",
        "1-",
        "a | ",
        "x\ty\n",
        "[a](#) ",
        "Info\n\n",
        "01\n\n\n\n",
        "004-2051670\n\n",
        "A - B\n\n\n\n- c\n\n",
        "Teapot\n\n- x\n\n\n\nLid\n\n",
        "⇒ A:\n\n- b\n\n",
        "Problem\nSolution:\n\n",
        "A A ",
        "3/",
        "a-",
    ],
)
def test_work_grows_with_the_text(pump: str) -> None:
    assert growth(lambda size: DIALECT.read(split_lines(pump * (size // len(pump)))), 2_000) < 5
