"""Finding the title of a slide: what the file calls its title, else the largest words at its top."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from flashdeck.domain.slide_show import ShapeRole, ShowSlide
from flashdeck.extraction.dialects.slide_shows.box_tables import with_tables
from flashdeck.extraction.dialects.slide_shows.layout import Box, box_of, reading_order
from flashdeck.extraction.dialects.slide_shows.texts import count_words, one_line

_TOP_SHARE: Final = 0.3
_MOST_WORDS: Final = 14
_LARGER: Final = 1.15
_TOLERANCE: Final = 6.0
_MOST_BADGE_WORDS: Final = 2
_CONTINUED: Final = re.compile(
    r"(?<!\s)\s*+(?:[-–—]\s*+)?(?:[(\[]\s*(?:\d+\s*(?:/|of|von|\|)\s*\d+|cont(?:\.|inued|['’]d)?|forts(?:\.|etzung)?|suite|続き|\d{1,2}|"
    r"[IVX]{1,4})\s*[)\]]|\b(?:cont\.|continued|forts\.|fortsetzung)|(?<!\d)\d+\s*/\s*\d+)\s*$",
    re.IGNORECASE,
)
_TRAILING_NUMBER: Final = re.compile(r"(?<!\s)\s+(?:[2-9]|II|III|IV)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A slide with its title taken out.

    Attributes:
        title: on one line, as printed; empty when the slide has none.
        boxes: everything else, in the order of reading; entries have no numbers yet.
    """

    slide: ShowSlide
    title: str
    boxes: tuple[Box, ...]


def read_head(slide: ShowSlide, height: float) -> Head:
    """Return a slide with its title found."""
    boxes = [box for shape in slide.shapes if (box := box_of(shape)).all_entries]
    named = [box for box in boxes if box.role is ShapeRole.TITLE]
    chosen = named[:1] or _largest(boxes, height)
    title = one_line(" ".join(entry.text for entry in chosen[0].entries)) if chosen else ""
    others = [_as_header(box, chosen[0]) for box in boxes if box is not chosen[0]] if chosen else boxes
    return Head(slide=slide, title=title, boxes=tuple(reading_order(with_tables(others))))


def _as_header(box: Box, title: Box) -> Box:
    """Return a word or two beside the title (`A1`, a chapter's number) as what it is: part of the page's header."""
    is_beside = box.right <= title.left + _TOLERANCE or box.left >= title.right - _TOLERANCE
    overlap = min(box.bottom, title.bottom) - max(box.top, title.top)
    is_level = overlap > 0.5 * (box.bottom - box.top) > 0
    if box.is_text and is_beside and is_level and box.words <= _MOST_BADGE_WORDS:
        return replace(box, role=ShapeRole.FOOTER)
    return box


def _largest(boxes: Sequence[Box], height: float) -> list[Box]:
    """Return the box at the top whose words are larger than all others, if there is one."""
    sizes = [(max((entry.font_size for entry in box.entries), default=0.0), box) for box in boxes if box.is_text]
    top = [(size, box) for size, box in sizes if size and box.top < _TOP_SHARE * height and _can_be_title(box)]
    if not top:
        return []
    size, title = max(top, key=lambda one: (one[0], -one[1].top))
    rest = [other for other, box in sizes if box is not title]
    stands_above = all(box.top >= title.top - 1 for _, box in sizes)
    is_larger = all(size >= _LARGER * other for other in rest)
    return [title] if rest and is_larger and stands_above else []


def _can_be_title(box: Box) -> bool:
    text = " ".join(entry.text for entry in box.entries)
    return (
        len(box.entries) <= 2
        and 0 < count_words(text) <= _MOST_WORDS
        and not any(entry.is_bulleted or entry.is_code or entry.is_formula for entry in box.entries)
        and not text.rstrip().endswith((".", ",", ";"))
        and any(character.isalpha() for character in text)
    )


def base_titles(titles: Sequence[str]) -> list[str]:
    """Return the titles without marks of continuation (`(2/3)`, `(cont.)`; `Name 2` after `Name`)."""
    bases: list[str] = []
    known: set[str] = set()
    for title in titles:
        base = _CONTINUED.sub("", title).strip() or title
        bare = _TRAILING_NUMBER.sub("", base)
        if bare != base and bare.casefold() in known:
            base = bare
        known.add(base.casefold())
        bases.append(base)
    return bases
