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
    texts = [line.text for line in lines]
    set_in = [line for line in lines if line.indent == 1]
    feeds = sum([FORM_FEED in text for text in texts])
    starts = feeds or sum([opens_page(line) for line in set_in if line is not lines[0]])
    if starts < _FEWEST_PAGES or len(lines) > _MOST_LINES_A_PAGE * (starts + 1):
        return 0.0
    bullets = sum(map(is_bullet, texts)) / len(texts)
    short = sum([len(text) < 100 for text in texts]) / len(texts)
    marks = 0.5 if feeds or starts >= 0.7 * len(set_in) else 0.2
    return min(1.0, marks + min(0.4, 4 * bullets) + 0.1 * short) if bullets else 0.0
