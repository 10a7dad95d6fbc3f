"""Cutting text at real form feeds, and giving its lines the marks that the rest of the dialect goes by."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from flashdeck.extraction.dialects.page_marks.marks import BULLETS, FORM_FEED, is_item
from flashdeck.extraction.model import Line


def has_form_feeds(lines: Sequence[Line]) -> bool:
    """Whether the pages are cut by form feeds."""
    return any(FORM_FEED in line.text for line in lines)


def cut_at_form_feeds(lines: Sequence[Line]) -> list[tuple[int, tuple[Line, ...]]]:
    """Return the pages with their numbers, from 1; a page without a line has a number and is left out."""
    pages: list[tuple[int, tuple[Line, ...]]] = []
    number = 1
    current: list[Line] = []
    for line in lines:
        feeds = line.text.count(FORM_FEED)
        if feeds and current:
            pages.append((number, _marked(current)))
            current = []
        number += feeds
        current.append(_without_feeds(line) if feeds else line)
    if current:
        pages.append((number, _marked(current)))
    return pages


def _without_feeds(line: Line) -> Line:
    bare = line.text.replace(FORM_FEED, "")
    return replace(line, text=bare.strip(" "), indent=len(bare) - len(bare.lstrip(" ")) or line.indent)


def _marked(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with wrapped items marked as such.

    Here a blank line says nothing about the level of an item, which its indentation shows instead, so each item is
    set apart; and a bullet mark on a line of its own goes to the text below it.
    """
    marked: list[Line] = []
    in_item = False
    for index, line in enumerate(_with_marks(lines)):
        below = lines[index + 1] if index + 1 < len(lines) else None
        in_item = index > 0 and (is_item(line.text) or (in_item and line.gap == 0))
        goes_on = in_item and below is not None and below.gap == 0 and not is_item(below.text)
        gap = max(1, line.gap) if index and is_item(line.text) else line.gap
        indent = line.indent if is_item(line.text) else 0
        marked.append(replace(line, gap=gap, indent=indent, wraps=line.wraps or goes_on))
    return tuple(marked)


def _with_marks(lines: Sequence[Line]) -> Iterator[Line]:
    mark = ""
    for line in lines:
        yield replace(line, text=f"{mark} {line.text}") if mark and not is_item(line.text) else line
        mark = line.text if len(line.text) == 1 and line.text in BULLETS else ""
