import csv
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashdeck.extraction.dialects.page_marks import DIALECT, marks, votes
from flashdeck.extraction.dialects.page_marks.joining import Chunk, Form, Start
from flashdeck.extraction.model import BulletList, Line, SlideKind
from flashdeck.extraction.text.lines import split_lines
from tests.extraction.dialects.page_mark_texts import WATERMARK, pages
from tests.work import growth

SHARED = Path(__file__).resolve().parents[3] / ".." / "shared"
TEXT = SHARED / "slides" / "002_4cb4c44f62f41484.txt"
LABELS = SHARED / "gold" / "002_4cb4c44f62f41484.slides.tsv"

PIECE_LIST = (
    " Knots| Knots – Loops| What is a Knot?| Acme Rope (AR)| Oars vs. Sails|Oars|• Holds well|• Holds well |"
    "• We need (|• Kinds:|1. Tie|2) Pull||| |  x = {|}|SELECT a FROM b_c;|Rope 1 2|Thick Thin|a|bc|-|semi-|\f|\fSails|"
    "https://knots.example|A knot is a thing that holds a rope in its place.|◦ deep|   • deeper|Image: Museum|"
    "knots.example page 3|Loop• Bowline"
)
PIECES = st.sampled_from(PIECE_LIST.split("|"))
TEXTS = st.lists(PIECES, max_size=60).map("\n".join) | st.text(max_size=400)


@given(TEXTS)
def test_every_line_stands_on_exactly_one_slide_in_order(text: str) -> None:
    lines = split_lines(text)
    slides = DIALECT.read(lines)
    assert [line.number for slide in slides for line in slide.lines] == [line.number for line in lines]
    assert [slide.number for slide in slides] == sorted({slide.number for slide in slides})
    for slide in slides:
        assert slide.first_line == slide.lines[0].number
        assert slide.last_line == slide.lines[-1].number


@given(TEXTS)
def test_content_lies_within_its_slide_and_never_on_noise(text: str) -> None:
    for slide in DIALECT.read(split_lines(text)):
        quiet = {line.number for line in slide.lines if line.noise is None}
        for group in slide.groups:
            assert group.blocks
            for block in group.blocks:
                if isinstance(block, BulletList):
                    for item in (found for top in block.items for found in top.walk()):
                        assert {item.text.first_line, item.text.last_line} <= quiet


@given(TEXTS)
def test_the_same_text_gives_the_same_slides(text: str) -> None:
    lines = split_lines(text)
    assert DIALECT.read(lines) == DIALECT.read(lines)
    assert 0 <= DIALECT.likelihood(lines) <= DIALECT.surest


@given(st.lists(st.sampled_from(["Sail", "sails", " ", "\t", ":", "…", "...", "with", "such as", "onto", "• ", "•"])))
def test_quick_looks_leave_out_only_what_no_expression_finds(pieces: list[str]) -> None:
    text = "".join(pieces)
    chunk = Chunk(form=Form.BULLET, lines=(), text=text, start=Start.OPENS, end=Start.OPENS)
    assert votes.announces(chunk) == (votes._STEM_OF_LIST.search(text) is not None)
    assert len(marks.split_glued(Line(number=1, text=text))) == len(marks._GLUED_BULLET.split(text))


PUMPS: dict[str, Callable[[int], str]] = {
    "letters": lambda size: " A" + "a" * size,
    "words of a title": lambda size: " Title" + " word" * size,
    "marks": lambda size: " Title\n" + "• " * size,
    "items": lambda size: " Title\n\n" + "• item\n" * size,
    "items that lead in": lambda size: " Title\n\n" + "• item:\n\n" * size,
    "depths": lambda size: " Title\n\n" + "".join(f"{' ' * (depth % 90)}• item\n" for depth in range(size)),
    "labels": lambda size: " Title\n\n" + "label \n" * size,
    "single letters": lambda size: " Title\n\n" + "a\n" * size,
    "braces": lambda size: " Title\n\n" + "{\n" * size,
    "digits": lambda size: " Title\n\n" + "1 " * size,
    "brackets": lambda size: " Title (" + "(" * size,
    "dashes": lambda size: " Title – " * size,
    "slides": lambda size: "\n".join(f" Title {number}\n• item" for number in range(size)),
    "watermarks": lambda size: ("\n Acme Rope (AR) – Loops\n• item" + WATERMARK) * (size // 4),
}


@pytest.mark.parametrize("pump", PUMPS.values(), ids=PUMPS.keys())
def test_work_grows_with_the_text(pump: Callable[[int], str]) -> None:
    assert growth(lambda size: DIALECT.read(split_lines(pump(size))), 500) < 5


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", unicodedata.normalize("NFKC", text).lower()))


@pytest.mark.skipif(not (TEXT.exists() and LABELS.exists()), reason="the text is not beside the checkout")
def test_the_real_text() -> None:
    slides = DIALECT.read(split_lines(TEXT.read_text(encoding="utf-8")))
    with LABELS.open(encoding="utf-8", newline="") as file:
        labels = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    starts = {slide.first_line: slide for slide in slides if slide.first_line <= int(labels[-1]["last_line"])}
    hits = [(label, starts[int(label["first_line"])]) for label in labels if int(label["first_line"]) in starts]
    assert 2 * len(hits) / (len(labels) + len(starts)) >= 0.99
    alike = sum(
        len(_words(label["title"]) & _words(slide.title)) >= 0.6 * len(_words(label["title"]) | _words(slide.title))
        for label, slide in hits
    )
    assert alike / len(hits) >= 0.96
    in_section = [(label, slide) for label, slide in hits if slide.section]
    assert sum(_words(label["section"]) <= _words(slide.section) for label, slide in in_section) == len(in_section)
    assert len(slides) == 691
    assert sum(slide.kind is SlideKind.SECTION for slide in slides) == 15


def test_a_fixture_is_read_as_it_is_written() -> None:
    assert pages("Knots\n\n• Hold¬\nwell") == " Knots\n\n• Hold \nwell\n"
