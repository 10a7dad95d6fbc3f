"""Finding the pages of a dump, and reading it with marks put between them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from flashdeck.extraction.dialects import page_marks
from flashdeck.extraction.dialects.page_marks.marks import FORM_FEED, is_dash_item, is_item
from flashdeck.extraction.dialects.unmarked_dumps import SUREST
from flashdeck.extraction.dialects.unmarked_dumps.boundaries import is_title_like, page_starts
from flashdeck.extraction.dialects.unmarked_dumps.footers import Running, find_running
from flashdeck.extraction.model import Line, NoiseReason, Slide
from flashdeck.extraction.packing import pack_lines

_FEWEST_PAGES: Final = 5
_MOST_LINES_A_PAGE: Final = 45
_TITLED: Final = 0.6
_BY_TITLES: Final = 0.55


def likelihood(lines: Sequence[Line]) -> float:
    """Return how surely the text falls into pages with titles and lists, 0 to 1."""
    running = find_running(lines)
    starts = page_starts(lines, running)
    titled = sum(is_title_like(lines[index]) for index in starts)
    listed = _pages_with_lists(lines, starts)
    if (
        len(starts) < _FEWEST_PAGES
        or len(lines) > _MOST_LINES_A_PAGE * len(starts)
        or titled < _TITLED * len(starts)
        or 3 * listed < len(starts)
    ):
        return 0.0
    return SUREST if running else _BY_TITLES


def read(lines: Sequence[Line]) -> Sequence[Slide]:
    """Return every page as a slide, in order."""
    if not lines:
        return ()
    running = find_running(lines)
    starts = page_starts(lines, running)
    return page_marks.DIALECT.read(pack_lines(_with_feeds(_without_running(lines, running), starts)))


def _with_feeds(lines: Iterable[Line], starts: Mapping[int, int]) -> Iterator[Line]:
    last = 1
    for index, line in enumerate(lines):
        number = starts.get(index, last)
        yield replace(line, text=FORM_FEED * (number - last) + line.text) if number > last else line
        last = number


def _pages_with_lists(lines: Sequence[Line], starts: Iterable[int]) -> int:
    ordered = sorted(starts)
    return len(
        {
            bisect_right(ordered, index)
            for index, line in enumerate(lines)
            if is_item(line.text) or is_dash_item(line.text)
        }
    )


def _without_running(lines: Iterable[Line], running: Running | None) -> Iterator[Line]:
    indices = {line.index for line in running.lines} if running else set()
    for index, line in enumerate(lines):
        yield replace(line, noise=NoiseReason.FOOTER) if index in indices else line
