"""Taking out hyphens that once divided a word at a line's end and were left in when the line moved (`divid-ed`)."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from flashdeck.domain.slide_show import ShapeParagraph, ShowSlide, SlideShape, SlideShow

_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_DIVIDED: Final = re.compile(r"(?<!\w)(?<![a-zäöüß]-)([^\W\d_]{2,})-([a-zäöüß]{2,})(?![\w-])")
_GERMAN: Final = frozenset({"werden", "nicht", "eine", "oder"})
"""Words (of four letters and more) that every longer German text has."""
_ENDING: Final = re.compile(r"(?:iert|ieren|ung|lich|isch|keit|heit)(?:e[nrsm]?)?$")
"""What a German word goes on with that no word is by itself."""
_LEAST_PART: Final = 4


def without_old_hyphens(show: SlideShow) -> SlideShow:
    """Return the show with words closed up that it writes undivided elsewhere."""
    written = frozenset(
        word
        for slide in show.slides
        for shape in slide.shapes
        for paragraph in _paragraphs(shape)
        for word in _WORD.findall(_DIVIDED.sub(" ", paragraph.text))
    )
    words = _Words(
        known=frozenset(map(str.lower, written)),
        nouns=frozenset(word.lower() for word in written if word.istitle() and word.lower() not in written),
    )
    return replace(show, slides=tuple(_slide(slide, words) for slide in show.slides))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The words of a show, lower case.

    Attributes:
        nouns: those that it only writes with a capital.
    """

    known: frozenset[str]
    nouns: frozenset[str]

    def are_one(self, first: str, second: str) -> bool:
        """Whether two parts are one word: the show writes it undivided, or it is German and no compound of two words.

        A German compound keeps the capital of its second noun (`Hafen-Kran`), so one in small letters goes on.
        """
        if (first + second).lower() in self.known:
            return True
        is_long = min(len(first), len(second)) >= _LEAST_PART and (first[:1].isupper() or _ENDING.search(second))
        if not (is_long and self.known >= _GERMAN):
            return False
        return second in self.nouns or not {first.lower(), second.lower()} & self.known


def _paragraphs(shape: SlideShape) -> Iterator[ShapeParagraph]:
    yield from shape.paragraphs
    for row in shape.rows:
        for cell in row:
            yield from cell


def _slide(slide: ShowSlide, words: _Words) -> ShowSlide:
    if not any("-" in paragraph.text for shape in slide.shapes for paragraph in _paragraphs(shape)):
        return slide
    return replace(slide, shapes=tuple(_shape(shape, words) for shape in slide.shapes))


def _shape(shape: SlideShape, words: _Words) -> SlideShape:
    return replace(
        shape,
        paragraphs=tuple(_closed(paragraph, words) for paragraph in shape.paragraphs),
        rows=tuple(tuple(tuple(_closed(one, words) for one in cell) for cell in row) for row in shape.rows),
    )


def _closed(paragraph: ShapeParagraph, words: _Words) -> ShapeParagraph:
    if paragraph.is_code or "-" not in paragraph.text:
        return paragraph
    cuts = [
        match.start() + len(match[1])
        for match in _DIVIDED.finditer(paragraph.text)
        if words.are_one(match[1], match[2])
    ]
    if not cuts:
        return paragraph
    bounds = [0, *(cut + 1 for cut in cuts)]
    pieces = (paragraph.text[start:end] for start, end in zip(bounds, [*cuts, len(paragraph.text)], strict=True))
    return replace(
        paragraph,
        text="".join(pieces),
        strong=_moved(paragraph.strong, cuts),
        formulas=_moved(paragraph.formulas, cuts),
    )


def _moved(ranges: tuple[tuple[int, int], ...], cuts: list[int]) -> tuple[tuple[int, int], ...]:
    return tuple((start - bisect_left(cuts, start), end - bisect_left(cuts, end)) for start, end in ranges)
