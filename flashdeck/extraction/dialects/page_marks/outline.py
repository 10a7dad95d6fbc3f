"""Finding the dividers of a deck and the sections they open."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from flashdeck.extraction.dialects.agendas import sections_by_agendas
from flashdeck.extraction.dialects.page_marks.sketches import Sketch
from flashdeck.extraction.dialects.page_marks.subjects import ASPECT_DASH, leading_words, stems, words_of
from flashdeck.extraction.model import SlideKind

_FRONT: Final = re.compile(
    r"(?:disclaimer|copyright|about (?:me|us|the (?:author|speaker|instructor|course))|agenda|outline$|gliederung$"
    r"|inhalt(?:sverzeichnis)?$|thank you|thanks\b|vielen dank|über (?:diese[nrs]?|mich|uns)\b|rechtliches|lizenz$"
    r"|praktische (?:sitzung|übung)|übung(?:en|saufgaben?)?\b|exercises?\b"
    r"|questions\?|q ?& ?a\b|credits|contents$|table of contents|welcome\b|congratulations|good luck"
    r"|(?:section|course|chapter|module) (?:intro|introduction|overview|summary)$)",
    re.IGNORECASE,
)
_SOLUTIONS: Final = re.compile(
    r"(?:antwort(?:en)?|lösung(?:en)?|solutions?|answers?)\b.*\b(?:sitzung|übung|aufgabe|exercise|lab|quiz|problem)",
    re.IGNORECASE,
)
_CLOSING: Final = re.compile(r"\b(?:wrapping up|wrap[- ]up|conclusion|closing|exam tips|farewell)\b", re.IGNORECASE)
_NAMED_DIVIDER: Final = re.compile(r"\b(?:section|review|chapter|module|part)(?: \w{1,4})?$", re.IGNORECASE)
_MOST_FRONT_PAGES: Final = 15
_FRONT_SHARE: Final = 0.25
_FOLLOWERS: Final = 3


class Place(NamedTuple):
    """Where a slide stands in the deck.

    Attributes:
        is_firm: whether a divider opens a topic that the pages below belong to even when their titles do not name it.
    """

    kind: SlideKind
    section: str
    is_firm: bool = False


def find_places(pages: Sequence[Sketch]) -> list[Place]:
    """Return the kind and the section of each page."""
    kinds = _Kinds(pages)
    found = [kinds.of(index) for index in range(len(pages))]
    if SlideKind.SECTION not in found:
        found = [SlideKind.SECTION if kinds.is_subtitled(index) else kind for index, kind in enumerate(found)]
    sections = sections_by_agendas([page.entries for page in pages]) or _sections(pages, found)
    solves = [_SOLUTIONS.match(section) is not None for section in sections]
    found = [
        SlideKind.FRONT_MATTER if solved and kind is SlideKind.CONTENT else kind
        for kind, solved in zip(found, solves, strict=True)
    ]
    return [
        Place(kind=kind, section=section, is_firm=kind is SlideKind.DIVIDER and kinds.is_firm(index))
        for index, (kind, section) in enumerate(zip(_with_front(found, pages, sections), sections, strict=True))
    ]


def _sections(pages: Sequence[Sketch], kinds: Sequence[SlideKind]) -> list[str]:
    sections: list[str] = []
    section = ""
    for page, kind in zip(pages, kinds, strict=True):
        section = page.title if kind is SlideKind.SECTION else section
        sections.append(section)
    return sections


def _with_front(kinds: Sequence[SlideKind], pages: Sequence[Sketch], sections: Sequence[str]) -> list[SlideKind]:
    """Turn what stands before the first section and in a closing one into front matter."""
    first = kinds.index(SlideKind.SECTION) if SlideKind.SECTION in kinds else 0
    if first > _MOST_FRONT_PAGES or first > _FRONT_SHARE * len(kinds):
        first = 0
    final = sections[-1] if sections and _CLOSING.search(sections[-1]) else None
    return [
        SlideKind.FRONT_MATTER
        if index < first or (section == final and kind is not SlideKind.SECTION) or _FRONT.match(page.title)
        else kind
        for index, (kind, page, section) in enumerate(zip(kinds, pages, sections, strict=True))
    ]


class _Kinds:
    """Tells what each page is for."""

    def __init__(self, pages: Sequence[Sketch]) -> None:
        self._pages = pages
        self._leads = leading_words(page.title for page in pages)
        self._title_room = max((page.title_room for page in pages), default=0)

    def of(self, index: int) -> SlideKind:
        if not self._pages[index].is_empty:
            return SlideKind.CONTENT if self._pages[index].has_groups else self._kind_of_picture(index)
        if self.is_subtitled(index):
            return SlideKind.DIVIDER if self._opens_topic(index) else SlideKind.SECTION
        return SlideKind.DIVIDER if self.is_firm(index) or self._is_loose_divider(index) else SlideKind.TITLE_ONLY

    def is_subtitled(self, index: int) -> bool:
        """Whether the page holds a title, a line directly below it and nothing else."""
        page = self._pages[index]
        below = self._pages[index + 1] if index + 1 < len(self._pages) else None
        if below is not None and below.title == page.title and not below.is_empty:
            return False  # it builds up on this one
        return index > 0 and page.is_empty and page.has_subtitle and not ASPECT_DASH.search(page.title)

    def is_firm(self, index: int) -> bool:
        """Whether a divider names the topic of all that follows it up to the next topic."""
        page = self._pages[index]
        return self.is_subtitled(index) or (
            page.is_empty
            and bool(page.title)
            and (_NAMED_DIVIDER.search(page.title) is not None or self._follows_section(index))
        )

    def _kind_of_picture(self, index: int) -> SlideKind:
        return SlideKind.TITLE_ONLY if self._pages[index].title else SlideKind.CONTENT

    def _follows_section(self, index: int) -> bool:
        return index > 0 and self.is_subtitled(index - 1) and not self._opens_topic(index - 1)

    def _opens_topic(self, index: int) -> bool:
        """Whether a subtitled page opens a topic within a section rather than a section.

        A section's title names a field (`Storage`), a topic's title opens with a maker's name or names what the next
        titles name again.
        """
        if index > 0 and self.is_subtitled(index - 1):
            return not self._opens_topic(index - 1) or self._is_named_again(index)
        if index + 1 < len(self._pages) and self._pages[index + 1].is_empty:
            return False
        return self._is_named_again(index)

    def _is_named_again(self, index: int) -> bool:
        title = self._pages[index].title
        if words_of(title)[:1] and words_of(title)[0] in self._leads:
            return True
        names = [stems(part) - self._leads for part in re.split(r" / |[()]", title)]
        following = [stems(page.title) for page in self._pages[index + 1 : index + 1 + _FOLLOWERS]]
        return any(name and name <= other for name in names for other in following)

    def _is_loose_divider(self, index: int) -> bool:
        """Whether a page of nothing but a title is more than the title of a picture."""
        page = self._pages[index]
        above = [other.title for other in self._pages[max(0, index - 1) : index]]
        below = [other.title for other in self._pages[index + 1 : index + 1 + _FOLLOWERS]]
        if not page.title or page.title in (*above, *below) or ASPECT_DASH.search(page.title):
            return False
        if page.title_width and 2 * page.title_width < self._title_room:
            return all(words_of(title)[:1] != words_of(page.title)[:1] for title in above)  # set in larger type
        own = stems(page.title)
        following = frozenset[str]().union(*map(stems, below))
        return len(own) > 1 and own <= following
