"""Cutting the rows of a deck into slides, and laying aside what only the slide program reads."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from flashdeck.extraction.dialects.markdown_decks.flavour import REMARK_SETTING, Flavour, Recognition
from flashdeck.extraction.dialects.markdown_decks.marks import is_rule
from flashdeck.extraction.dialects.markdown_decks.rows import Row, Where
from flashdeck.extraction.dialects.markdown_decks.settings import front_matter_end, read_settings

_HEADING: Final = re.compile(r"(#{1,6})(?:\s|\Z)")
_ANY_RULE: Final = re.compile(r"(?:-{3,}|\*{3,}|_{3,}|(?:- ?){3,}|(?:\* ?){3,}|(?:_ ?){3,})\Z")
_BELOW: Final = re.compile(r"(?:--v?|-{4,})\Z")
_NEXT: Final = re.compile(r"(?:---|--s)\Z")
_OWN_SETTING: Final = re.compile(r"[a-z][\w-]{1,20}:(?:\s|\Z)")
_DIV: Final = re.compile(r"(:{3,})(.*)\Z")
_BLOCK_START: Final = re.compile(r"[-*+>|#:<!]|\d{1,9}[.)]\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """The rows of one slide.

    Attributes:
        rows: all of them, in order; at least one.
        body: those that may be content, in order.
        settings: what the deck's author set for this slide.
        is_below: whether it lies below the slide before it (a second direction, as reveal has).
    """

    rows: tuple[Row, ...]
    body: tuple[Row, ...]
    settings: dict[str, str] = field(default_factory=dict)
    is_below: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Start:
    """Where a slide starts, and the first of its rows that may be content."""

    index: int
    body: int
    is_below: bool = False


def cut_slides(rows: Sequence[Row], deck: Recognition) -> list[Cut]:
    """Return the slides in order; each row belongs to exactly one."""
    starts = [_Start(index=0, body=deck.settings_end), *_starts(rows, deck)]
    has_cover = deck.flavour is Flavour.PANDOC and deck.settings_end and "title" in deck.settings
    if len(starts) > 1 and starts[1].index <= starts[0].body and not has_cover:
        starts[:2] = [_Start(index=0, body=starts[1].body)]
    cuts = [
        _cut(rows, start, following, deck)
        for start, following in zip(starts, [*(one.index for one in starts[1:]), len(rows)], strict=True)
    ]
    return _without_templates(cuts)


def slide_level(rows: Sequence[Row], deck: Recognition) -> int:
    """Return the level of the headings that open slides in a deck without rules, as pandoc finds it.

    That is the highest level of a heading with something else than a heading directly below it.
    """
    told = deck.settings.get("slide-level", deck.settings.get("slide_level", ""))
    if told.isdigit():
        return max(1, int(told))
    levels = [
        level
        for row, below in zip(rows[deck.settings_end :], rows[deck.settings_end + 1 :], strict=False)
        if (level := heading_level(row)) and not heading_level(below)
    ]
    return min(levels, default=1)


def heading_level(row: Row) -> int:
    """Return 1 to 6 for a heading, else 0."""
    found = _HEADING.match(row.text) if row.is_text and row.indent < 4 else None
    return len(found.group(1)) if found else 0


def _starts(rows: Sequence[Row], deck: Recognition) -> Iterator[_Start]:
    if deck.flavour is Flavour.PANDOC:
        yield from _pandoc_starts(rows, deck)
        return
    divider = _heading_divider(deck)
    index = deck.settings_end
    while index < len(rows):
        row = rows[index]
        body = index
        if row.indent < 4 and (kind := _separates(rows, index, deck)):
            end = front_matter_end(rows, index) if deck.flavour is Flavour.SLIDEV else index
            body = max(end, index + 1)
            yield _Start(index=index, body=body, is_below=kind == "below")
        elif row.number != rows[0].number and heading_level(row) in divider:
            yield _Start(index=index, body=index)
        index = max(body, index + 1)


def _separates(rows: Sequence[Row], index: int, deck: Recognition) -> str:
    row = rows[index]
    if deck.flavour is Flavour.REVEAL and deck.settings.get("separator", "").startswith("<!--"):
        return _kind_of_comment(row, deck)
    if not row.is_text:
        return ""
    if deck.flavour is Flavour.REVEAL:
        return "beside" if _NEXT.match(row.text) else "below" if _BELOW.match(row.text) else ""
    if deck.flavour is Flavour.MARP:
        return "beside" if _ANY_RULE.match(row.text) and not _underlines(rows, index) else ""
    return "beside" if is_rule(row.text) else ""


def _kind_of_comment(row: Row, deck: Recognition) -> str:
    """Return what a comment separates that the deck's settings name as separator (`separator: <!--s-->`)."""
    if row.where is not Where.COMMENT:
        return ""
    bare = row.text.replace(" ", "")
    if bare == deck.settings["separator"].replace(" ", ""):
        return "beside"
    return "below" if bare == deck.settings.get("verticalseparator", "").replace(" ", "") else ""


def _underlines(rows: Sequence[Row], index: int) -> bool:
    """Whether dashes make the line directly above a heading rather than separating slides."""
    above = rows[index - 1] if index else None
    return (
        above is not None
        and is_rule(rows[index].text)
        and rows[index].gap == 0
        and above.is_text
        and not _BLOCK_START.match(above.text)
        and (index < 2 or rows[index - 1].gap > 0)
    )


def _heading_divider(deck: Recognition) -> frozenset[int]:
    levels = [int(level) for level in re.findall(r"[1-6]", deck.settings.get("headingdivider", ""))]
    return frozenset(range(1, levels[0] + 1)) if len(levels) == 1 else frozenset(levels)


def _pandoc_starts(rows: Sequence[Row], deck: Recognition) -> Iterator[_Start]:
    """Headings of the slide level and above open slides, and so do rules.

    A heading inside a div does only as its first row; the slide then starts with the div.
    """
    level = slide_level(rows, deck)
    depth = 0
    ruled = -1
    opening = -1  # where the outermost div opened, as long as nothing stands in it
    for index in range(deck.settings_end, len(rows)):
        row = rows[index]
        div = _DIV.match(row.text) if row.is_text else None
        if div:
            opens = bool(div.group(2).strip(": "))
            opening = (index if depth == 0 else opening) if opens else -1
            depth = depth + 1 if opens else max(0, depth - 1)
            continue
        found = heading_level(row)
        if 0 < found <= level and (depth == 0 or opening >= 0):
            start = opening if depth else index
            if index == ruled:
                continue
            yield _Start(index=start, body=start)
        elif depth == 0 and row.is_text and _is_pandoc_rule(rows, index):
            ruled = index + 1  # a heading directly below is the title of the same slide
            yield _Start(index=index, body=index + 1)
        opening = -1


def _is_pandoc_rule(rows: Sequence[Row], index: int) -> bool:
    below = rows[index + 1] if index + 1 < len(rows) else None
    return (
        _ANY_RULE.match(rows[index].text) is not None
        and (index == 0 or rows[index].gap > 0)
        and (below is None or below.gap > 0 or heading_level(below) > 0)
    )


def _cut(rows: Sequence[Row], start: _Start, end: int, deck: Recognition) -> Cut:
    body = start.body
    settings: dict[str, str] = dict(deck.settings) if start.index == 0 else {}
    if start.body > start.index + 1 and start.index:
        settings = read_settings(rows[start.index + 1 : start.body - 1])
    if deck.flavour is Flavour.REMARK:
        body = _remark_settings_end(rows, body, end)
        settings |= read_settings(rows[start.body : body])
    return Cut(
        rows=tuple(rows[start.index : end]),
        body=tuple(rows[body:end]),
        settings=settings,
        is_below=start.is_below,
    )


def _remark_settings_end(rows: Sequence[Row], start: int, end: int) -> int:
    """Return the index after the properties at the head of a slide; own ones may stand beside those of remark."""
    body = start
    while body < end and rows[body].where is Where.COMMENT:
        body += 1
    first = body
    while body < end and rows[body].is_text and REMARK_SETTING.match(rows[body].text):
        body += 1
        while body < end and rows[body].is_text and not rows[body].gap and _OWN_SETTING.match(rows[body].text):
            body += 1
    return body if body > first else start


def _without_templates(cuts: Sequence[Cut]) -> list[Cut]:
    """Add the slides that are only templates of others (remark's `layout: true`) to the slide that follows."""
    kept: list[Cut] = []
    waiting: tuple[Row, ...] = ()
    for index, cut in enumerate(cuts):
        if cut.settings.get("layout") == "true" and index + 1 < len(cuts):
            waiting += cut.rows
            continue
        rows = waiting + cut.rows
        kept.append(Cut(rows=rows, body=cut.body, settings=cut.settings, is_below=cut.is_below))
        waiting = ()
    return kept
