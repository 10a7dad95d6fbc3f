"""A page of a PDF as a picture, with a passage found on it."""

import pytest

from flashdeck.domain.pages import PlacedLine
from flashdeck.errors import SlideFileError
from flashdeck.readers.pdf_picture import MAX_WIDTH, draw_page, lines_of_passage
from tests.readers.pdf_files import PAGE_HEIGHT, PAGE_WIDTH, PdfPage, pdf_bytes, text


@pytest.fixture
def deck(tmp_path):
    first = text("Knots", 40, 30, 32) + text("Bowline: a loop that does not slip", 40, 120)
    path = tmp_path / "knots.pdf"
    path.write_bytes(pdf_bytes([PdfPage(first), PdfPage(text("Anchors", 40, 30, 32))]))
    return path


def test_the_page_is_drawn_as_wide_as_asked(deck):
    picture = draw_page(deck, 1, 360, [])
    assert picture.width == 360
    assert picture.height == pytest.approx(360 * PAGE_HEIGHT / PAGE_WIDTH, abs=1)
    assert len(picture.pixels) >= picture.stride * (picture.height - 1) + 3 * picture.width
    assert min(picture.pixels) < 60
    assert max(picture.pixels) == 255


def test_the_passage_is_found_where_it_stands(deck):
    (box,) = draw_page(deck, 1, 360, ["Bowline - a loop that does not slip"]).boxes
    left, top, right, bottom = box
    assert left == pytest.approx(40 / PAGE_WIDTH, abs=0.01)
    assert 120 / PAGE_HEIGHT - 0.02 <= top < bottom <= 150 / PAGE_HEIGHT
    assert right < 0.7


def test_a_passage_of_another_page_is_not_found(deck):
    assert draw_page(deck, 2, 360, ["Bowline: a loop that does not slip"]).boxes == ()


@pytest.mark.parametrize("number", [0, 3, -1])
def test_a_page_that_is_not_there_is_said(deck, number):
    with pytest.raises(SlideFileError, match=f"Page {number} of knots.pdf cannot be drawn"):
        draw_page(deck, number, 360, [])


def test_no_page_is_drawn_larger_than_the_bound(deck):
    assert draw_page(deck, 1, 10**9, []).width == MAX_WIDTH


def test_a_file_that_is_no_pdf_is_said(tmp_path):
    path = tmp_path / "torn.pdf"
    path.write_bytes(b"%PDF-1.7\nnothing else")
    with pytest.raises(SlideFileError):
        draw_page(path, 1, 360, [])


def line(said: str) -> PlacedLine:
    return PlacedLine(text=said, left=0, top=0, right=1, bottom=1, font_size=12)


@pytest.mark.parametrize(
    ("said", "passage", "is_found"),
    [
        ("• Spring tides come", ["Spring tides come with the full moon"], True),  # the first line of a joined one
        ("tides", ["Spring tides come with the full moon"], False),  # a label that shares a word
        ("Spring tide  | full moon", ["full moon"], True),  # a row of a table
        ("Long rows of words in which the full moon occurs", ["full moon"], False),
        ("FULL\u00a0MOON", ["full moon."], True),
        ("–", ["–"], False),
    ],
)
def test_lines_are_found_through_joining_and_spelling(said, passage, is_found):
    assert bool(lines_of_passage([line(said)], passage)) is is_found
