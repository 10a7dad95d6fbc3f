"""Finding where the pages start: below the line that closes a page, else at lines that look like titles."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from flashdeck.extraction.dialects.page_marks.code import looks_like_code
from flashdeck.extraction.dialects.page_marks.marks import is_dash_item, is_item, is_url
from flashdeck.extraction.dialects.unmarked_dumps.footers import Running
from flashdeck.extraction.model import Line

_BELOW_FOOTER: Final = re.compile(
    r"(?:source|quelle|image|picture|photo|bild|credits?|©)\b.{0,4}|https?://|www\.", re.IGNORECASE
)
_MOST_TITLE_WORDS: Final = 10
_LONGEST_TITLE: Final = 75
_WIDE_GAP: Final = 2
_ENOUGH: Final = 4
_COLUMNS: Final = re.compile(r"\S {3,}\S")


def page_starts(lines: Sequence[Line], running: Running | None) -> dict[int, int]:
    """Return index of the first line of each page -> number of the page, from 1."""
    if running is None:
        starts = [0, *_title_starts(lines)]
        return {index: number for number, index in enumerate(starts, start=1)}
    numbers: dict[int, int] = {}
    index, page = 0, 0
    for line in running.lines:
        end = line.index if running.opens else _page_end(lines, line.index)
        last = line.page - running.opens
        for start in _starts_between(lines, index, end, last - page):
            page += 1
            numbers[start] = page
        index, page = end, max(page, last)
    if index < len(lines):
        numbers[index] = page + 1
    return numbers


def is_title_like(line: Line) -> bool:
    """Whether the line could be the title of a page."""
    text = line.text
    return (
        len(text) <= _LONGEST_TITLE
        and len(text.split()) <= _MOST_TITLE_WORDS
        and (text[:1].isupper() or text[:1].isdigit() or text[:1] in "\"'“„‘(")
        and any(character.isalpha() for character in text)
        and not text.endswith((".", ",", ";", "…"))
        and not is_item(text)
        and not is_dash_item(text)
        and not is_url(text)
        and _COLUMNS.search(text) is None
        and not looks_like_code(text)
    )


def _page_end(lines: Sequence[Line], index: int) -> int:
    """Return the index after the page that a footer closes; a source may stand below it."""
    end = index + 1
    while end < len(lines) and lines[end].gap == 0 and _BELOW_FOOTER.match(lines[end].text):
        end += 1
    return end


def _starts_between(lines: Sequence[Line], start: int, end: int, pages: int) -> list[int]:
    """Return where the pages start between two footers; more than one when numbers are missing."""
    if start >= end:
        return []
    scores = {index: _inner_score(lines, index, end) for index in range(start + 1, end)} if pages > 1 else {}
    likely = sorted(
        (index for index in scores if scores[index] >= _ENOUGH - 1), key=lambda index: (-scores[index], index)
    )
    return [start, *sorted(likely[: pages - 1])]


def _inner_score(lines: Sequence[Line], index: int, end: int) -> int:
    """Return how surely a page without a number ends above this line; its successor's title tells most."""
    line = lines[index]
    if not is_title_like(line) or line.indent > 2:
        return 0
    repeats = end < len(lines) and lines[end].text == line.text
    return 2 * repeats + _score(lines, index, Counter())


def _title_starts(lines: Sequence[Line]) -> list[int]:
    counts = Counter(line.text for line in lines if is_title_like(line))
    least = min((line.indent for line in lines if is_title_like(line)), default=0)
    return [
        index
        for index in range(1, len(lines))
        if is_title_like(lines[index]) and lines[index].indent <= least + 2 and _score(lines, index, counts) >= _ENOUGH
    ]


def _score(lines: Sequence[Line], index: int, counts: Counter[str]) -> int:
    """Return how much speaks for a page that starts with this line, which looks like a title."""
    line, above = lines[index], lines[index - 1]
    below = lines[index + 1] if index + 1 < len(lines) else None
    score = 1
    score += 2 if line.gap >= _WIDE_GAP else 1 if line.gap else 0
    score += 2 if line.gap == 0 and above.indent > line.indent + 1 else 0
    score += 1 if below is None or below.gap or is_item(below.text) or is_dash_item(below.text) else -1
    score += 1 if below is not None and (is_item(below.text) or is_dash_item(below.text)) else 0
    score += 1 if counts[line.text] > 1 else 0
    score -= 2 if above.text.endswith((":", ",")) else 0
    return score
