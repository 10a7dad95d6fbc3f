"""Cutting the lines into pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from flashdeck.extraction.dialects.page_marks.marks import FORM_FEED, opens_page
from flashdeck.extraction.model import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The lines of a page of the source.

    Attributes:
        number: from 1; empty pages count where the source shows them.
    """

    number: int
    lines: tuple[Line, ...]


def cut_pages(lines: Sequence[Line], watermarks: Sequence[range]) -> list[Page]:
    """Return the pages: cut at form feeds where there are any, else at the space that is left of each."""
    if any(FORM_FEED in line.text for line in lines):
        return _cut_at_form_feeds(lines)
    inside = {index for block in watermarks for index in block}
    starts = {block.start for block in watermarks if block}
    starts |= {index for index, line in enumerate(lines) if index not in inside and opens_page(line)}
    cuts = sorted(starts | {0}) if lines else []
    ends = [*cuts[1:], len(lines)]
    return [
        Page(number=number, lines=(_without_mark(lines[start]), *lines[start + 1 : end]))
        for number, (start, end) in enumerate(zip(cuts, ends, strict=True), start=1)
    ]


def _without_mark(line: Line) -> Line:
    return replace(line, indent=0) if line.indent == 1 else line


def _cut_at_form_feeds(lines: Sequence[Line]) -> list[Page]:
    pages: list[Page] = []
    number = 1
    current: list[Line] = []
    for line in lines:
        feeds = line.text.count(FORM_FEED)
        if feeds and current:
            pages.append(Page(number=number, lines=tuple(current)))
            current = []
        number += feeds
        current.append(_without_feeds(line) if feeds else line)
    if current:
        pages.append(Page(number=number, lines=tuple(current)))
    return pages


def _without_feeds(line: Line) -> Line:
    bare = line.text.replace(FORM_FEED, "")
    text = bare.strip(" ")
    return replace(line, text=text, indent=len(bare) - len(bare.lstrip(" ")) or line.indent)
