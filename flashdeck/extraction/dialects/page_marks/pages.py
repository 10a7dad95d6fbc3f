"""Cutting the lines into pages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from flashdeck.extraction.dialects.page_marks.marks import FORM_FEED, opens_page
from flashdeck.extraction.model import Line, NoiseReason
from flashdeck.extraction.packing import pack


class Page(NamedTuple):
    """The lines of a page of the source.

    Attributes:
        number: from 1; empty pages count where the source shows them.
    """

    number: int
    lines: tuple[Line, ...]


def cut_pages(lines: Sequence[Line], watermarks: Sequence[range]) -> Sequence[Page]:
    """Return the pages: cut at form feeds where there are any, else at the space that is left of each.

    Args:
        lines: of all the text.
        watermarks: the index ranges of those that stand on several pages; they are marked.
    """
    inside = frozenset(index for block in watermarks for index in block)
    marked = (line.marked(NoiseReason.WATERMARK) if index in inside else line for index, line in enumerate(lines))
    if any(FORM_FEED in line.text for line in lines):
        # loaded with the first text that has any
        from flashdeck.extraction.dialects.page_marks.form_feeds import cut_at_form_feeds  # noqa: PLC0415

        cut = cut_at_form_feeds(marked)
    else:
        cut = _cut_at_spaces(marked, inside, frozenset(block.start for block in watermarks if block))
    return pack(Page(number=number, lines=page) for number, page in cut)


def _cut_at_spaces(
    lines: Iterable[Line], inside: frozenset[int], starts: frozenset[int]
) -> Iterator[tuple[int, tuple[Line, ...]]]:
    number = 1
    page: list[Line] = []
    for index, line in enumerate(lines):
        opens = index in starts or (line.indent == 1 and index not in inside and opens_page(line))
        if opens and page:
            yield number, tuple(page)
            number += 1
            page = []
        page.append(line if page or line.indent != 1 else replace(line, indent=0))
    if page:
        yield number, tuple(page)
