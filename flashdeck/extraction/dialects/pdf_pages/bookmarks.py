"""What the bookmarks of a PDF are: the slides, as PowerPoint writes them, or the sections, as Beamer does."""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from flashdeck.domain.pages import PageDocument

_SLIDE_SHARE: Final = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmarks:
    """What the bookmarks tell.

    Attributes:
        titles: page -> title of the slide; a slide without a title has an empty one.
        sections: page -> name of the section that starts there.
        topics: page -> name of the topic within the section that starts there.
    """

    titles: dict[int, str] = field(default_factory=dict)
    sections: dict[int, str] = field(default_factory=dict)
    topics: dict[int, str] = field(default_factory=dict)


def read_bookmarks(document: PageDocument) -> Bookmarks:
    """Return the titles of the slides or the sections that the bookmarks name."""
    placed = [(mark.page_number, mark.level, mark.title) for mark in document.bookmarks if mark.page_number]
    pages = Counter(page for page, _, _ in placed)
    singles = sum(count == 1 for count in pages.values())
    if singles >= _SLIDE_SHARE * max(1, len(document.pages)) and singles >= _SLIDE_SHARE * len(pages):
        return Bookmarks(titles={page: slide_title(title, page) for page, _, title in reversed(placed)})
    sections: dict[int, str] = {}
    topics: dict[int, str] = {}
    for page, level, title in placed:
        if level == 0:
            sections[page] = title
        elif level == 1:
            topics.setdefault(page, title)
    return Bookmarks(sections=sections, topics=topics)


def slide_title(title: str, page: int) -> str:
    """Return the title without the counter that Office puts before it in its own language (`Slide 7: ...`)."""
    match = re.fullmatch(rf"[^\W\d_]+ ?{page}(?:\s*[:.–-]\s*(.*)|)", title)
    return (match.group(1) or "").strip() if match else title
