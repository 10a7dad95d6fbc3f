"""Text dumped from a PDF or by text recognition without any mark between the pages.

Once the starts of the pages are found, the text is that of a dump with page marks, and is read as one.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from flashdeck.extraction.dialects import Dialect, page_marks
from flashdeck.extraction.dialects.page_marks.marks import FORM_FEED, is_dash_item, is_item
from flashdeck.extraction.dialects.unmarked_dumps.boundaries import is_title_like, page_starts
from flashdeck.extraction.dialects.unmarked_dumps.footers import Running, find_running
from flashdeck.extraction.model import Line, NoiseReason, Slide
from flashdeck.extraction.packing import pack_lines

__all__ = ["DIALECT"]

_FEWEST_PAGES: Final = 5
_MOST_LINES_A_PAGE: Final = 45
_FEWEST_BULLETS: Final = 0.1
_TITLED: Final = 0.6
_MARKUP: Final = re.compile(r"#{1,6} |```|~~~|={3,}\Z|-{3,}\Z|\.\. [\w-]+::|\[[^\]]+\]: |<[a-z]+[ >]|\S.*\]\(")
"""What is written for a formatter, and not dumped from pages."""
_NUMBERED: Final = 0.65
_BY_TITLES: Final = 0.55


def likelihood(lines: Sequence[Line]) -> float:
    """Return how surely the text is a dump of slides without page marks, 0 to 1."""
    if not lines or any(FORM_FEED in line.text for line in lines):
        return 0.0
    bullets = sum([is_item(line.text) or is_dash_item(line.text) for line in lines])
    if bullets < _FEWEST_BULLETS * len(lines) or sum(_MARKUP.match(line.text) is not None for line in lines) > 1:
        return 0.0
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
    return _NUMBERED if running else _BY_TITLES


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


DIALECT: Final = Dialect(name="unmarked dump", likelihood=likelihood, read=read, surest=_NUMBERED)
