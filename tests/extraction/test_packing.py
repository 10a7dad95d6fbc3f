from typing import NamedTuple

import pytest

from flashdeck.extraction.model import (
    Bullet,
    BulletList,
    Code,
    Group,
    Line,
    NoiseReason,
    Paragraph,
    Slide,
    SlideKind,
    Table,
    Text,
)
from flashdeck.extraction.packing import pack, pack_lines


class Place(NamedTuple):
    """A value of several fields that is a tuple."""

    line: int
    name: str


MANY = 3000
"""Slides of a text that is long enough to be packed."""


def text(words: str, line: int) -> Text:
    return Text(plain=words, first_line=line, last_line=line, strong=((0, 1),) if line % 3 else ())


def slide(number: int) -> Slide:
    leaf = Bullet(text=text(f"mast “{number}”", number), number=number % 2 or None)
    branch = Bullet(text=text("hull – Rumpf 船体", number), children=(leaf, leaf), body=(text("keel", number),))
    cells = (text("a", number), text("b", number))
    blocks = (
        (BulletList(items=(branch, leaf)), Paragraph(text=text("sail", number))),
        (Table(rows=(cells, cells), header=cells if number % 2 else None),),
        (Code(source="a\n\tb", first_line=number, last_line=number + 1),),
        (),
    )
    return Slide(
        number=number,
        kind=list(SlideKind)[number % len(SlideKind)],
        title=f"Slide {number}",
        first_line=number,
        last_line=number + 1,
        lines=tuple(
            Line(number=number + each, text="x" * each, wraps=each == 1, noise=NoiseReason.FOOTER if each else None)
            for each in range(number % 4)
        ),
        groups=(Group(heading=text("Rig", number) if number % 5 else None, blocks=blocks[number % 4]),),
        is_comparison=number % 7 == 0,
    )


@pytest.mark.parametrize("count", [0, 1, 128, MANY, 24 * 128])
def test_what_was_packed_comes_back(count):
    slides = [slide(number) for number in range(count)]
    packed = pack(iter(slides))
    assert len(packed) == count
    assert list(packed) == slides
    assert list(packed) == slides  # as often as it is asked for


def test_packed_values_are_reached_by_their_place():
    slides = [slide(number) for number in range(MANY)]
    packed = pack(slides)
    assert [packed[index] for index in (0, 127, 128, 2999, -1, 5)] == [
        slides[index] for index in (0, 127, 128, 2999, -1, 5)
    ]
    assert packed[126:130] == tuple(slides[126:130])
    assert packed[-2:] == tuple(slides[-2:])
    with pytest.raises(IndexError):
        packed[MANY]


def test_a_course_stays_as_it_is():
    slides = [slide(number) for number in range(900)]
    assert all(ours is theirs for ours, theirs in zip(slides, pack(slides), strict=True))


def test_lines_are_packed_with_every_character():
    lines = [Line(number=number, text=f"{chr(number)} \t\x1f\ud800", gap=number % 3) for number in range(1, 40_000)]
    assert list(pack_lines(lines)) == lines


def test_other_values_of_a_page_are_packed():
    pages = [
        ({number: NoiseReason.CREDIT}, frozenset({number, "a"}), 0.5 * number, Place(number, "a"))
        for number in range(MANY)
    ]
    assert list(pack(pages)) == pages
