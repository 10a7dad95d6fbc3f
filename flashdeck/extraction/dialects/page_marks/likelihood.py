"""Telling by its form whether a text is a dump with page marks."""

from collections.abc import Sequence
from typing import Final

from flashdeck.extraction.dialects.page_marks.marks import FORM_FEED, is_bullet, opens_page
from flashdeck.extraction.model import Line

_FEWEST_PAGES: Final = 2
_MOST_LINES_A_PAGE: Final = 80


def likelihood(lines: Sequence[Line]) -> float:
    """Return how surely the text consists of pages with lists, 0 to 1."""
    if not lines:
        return 0.0
    feeds = sum(FORM_FEED in line.text for line in lines)
    starts = feeds or sum(opens_page(line) for line in lines[1:])
    if starts < _FEWEST_PAGES or len(lines) > _MOST_LINES_A_PAGE * (starts + 1):
        return 0.0
    bullets = _share(sum(is_bullet(line.text) for line in lines), len(lines))
    short = _share(sum(len(line.text) < 100 for line in lines), len(lines))
    marks = 0.5 if feeds or starts >= 0.7 * sum(line.indent == 1 for line in lines) else 0.2
    return min(1.0, marks + min(0.4, 4 * bullets) + 0.1 * short) if bullets else 0.0


def _share(part: int, whole: int) -> float:
    return part / whole
