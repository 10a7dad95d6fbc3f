"""Cutting the lines into pages."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from flashdeck.extraction.dialects.page_marks.marks import FORM_FEED, opens_page
from flashdeck.extraction.model import Line
from flashdeck.extraction.packing import pack


class Page(NamedTuple):
    """The lines of a page of the source.

    Attributes:
        number: from 1; empty pages count where the source shows them.
    """

    number: int
    lines: tuple[Line, ...]


def cut_pages(lines: Sequence[Line], watermarks: Sequence[range]) -> Sequence[Page]:
    """Return the pages: cut at form feeds where there are any, else at the space that is left of each."""
    if any(FORM_FEED in line.text for line in lines):
        # loaded with the first text that has any
        from flashdeck.extraction.dialects.page_marks.form_feeds import cut_at_form_feeds  # noqa: PLC0415

        cut = cut_at_form_feeds(lines)
    else:
        cut = _cut_at_spaces(lines, watermarks)
    return pack(Page(number=number, lines=page) for number, page in cut)


def _cut_at_spaces(lines: Sequence[Line], watermarks: Sequence[range]) -> Iterator[tuple[int, tuple[Line, ...]]]:
    if not lines:
        return
    inside = {index for block in watermarks for index in block}
    starts = {block.start for block in watermarks if block}
    starts |= {index for index, line in enumerate(lines) if index not in inside and opens_page(line)}
    cuts = sorted(starts | {0})
    ends = [*cuts[1:], len(lines)]
    for number, (start, end) in enumerate(zip(cuts, ends, strict=True), start=1):
        yield number, (_without_mark(lines[start]), *lines[start + 1 : end])


def _without_mark(line: Line) -> Line:
    return replace(line, indent=0) if line.indent == 1 else line
