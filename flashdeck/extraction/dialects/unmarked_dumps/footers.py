"""Finding the line that closes (or opens) every page: the same words each time, and a number that counts the pages."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from flashdeck.extraction.model import Line

_NUMBER: Final = re.compile(r"\d{1,4}")
_SPACE: Final = re.compile(r"\s+")
_FEWEST_PAGES: Final = 4
_RISING: Final = 0.85
_MOST_SKIPPED: Final = 4
"""Pages in a row that may lack their number, dividers for example."""
_LONGEST: Final = 200
_FEWEST_TELLING: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLine:
    """A line with the number of its page.

    Attributes:
        index: of the line.
    """

    index: int
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """The numbered lines of a dump, in order.

    Attributes:
        opens: whether each opens its page (a header) rather than closing it.
    """

    lines: tuple[PageLine, ...]
    opens: bool


def find_running(lines: Sequence[Line]) -> Running | None:
    """Return the lines that count the pages, or None when no line does."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if len(line.text) <= _LONGEST and _NUMBER.search(line.text):
            found[_key(line.text)].append(index)
    chains = [chain for indices in found.values() if (chain := _chain(lines, indices))]
    if not chains:
        return None
    best = max(chains, key=len)
    best = _with_damaged(lines, best)
    return Running(lines=tuple(best), opens=_opens_page(lines, best))


def _key(text: str) -> str:
    return _SPACE.sub(" ", _NUMBER.sub("#", text))


def _chain(lines: Sequence[Line], indices: Sequence[int]) -> list[PageLine]:
    """Return the lines with their page when one of their numbers counts up nearly always, else nothing."""
    if len(indices) < _FEWEST_PAGES:
        return []
    numbers = [[int(found) for found in _NUMBER.findall(lines[index].text)] for index in indices]
    for place in range(min(map(len, numbers))):
        counts = [row[place] for row in numbers]
        rising = sum(0 < after - before <= _MOST_SKIPPED for before, after in pairwise(counts))
        if rising >= _RISING * (len(counts) - 1):
            return _rising_part(
                [PageLine(index=index, page=count) for index, count in zip(indices, counts, strict=True)]
            )
    return []


def _rising_part(chain: Sequence[PageLine]) -> list[PageLine]:
    kept: list[PageLine] = []
    for line in chain:
        if not kept or 0 < line.page - kept[-1].page <= 3 * _MOST_SKIPPED:
            kept.append(line)
    return kept


def _with_damaged(lines: Sequence[Line], chain: Sequence[PageLine]) -> list[PageLine]:
    """Add the lines that hold the same words and the missing number, with a label of a picture run into them."""
    words = _NUMBER.split(_SPACE.sub(" ", lines[chain[0].index].text), maxsplit=1)[0].strip()
    if len(words) < _FEWEST_TELLING:
        return list(chain)
    filled: list[PageLine] = []
    for line, following in pairwise(chain):
        filled.append(line)
        if following.page - line.page < 2:
            continue
        for index in range(line.index + 1, following.index):
            numbers = (
                [int(number) for number in _NUMBER.findall(lines[index].text)] if words in lines[index].text else []
            )
            page = next((number for number in numbers if filled[-1].page < number < following.page), None)
            if page is not None:
                filled.append(PageLine(index=index, page=page))
    return [*filled, chain[-1]]


def _opens_page(lines: Sequence[Line], chain: Sequence[PageLine]) -> bool:
    """Whether the lines stand nearer to what follows a page's border than to what precedes it."""
    above = sum(lines[line.index].gap for line in chain)
    below = sum(lines[line.index + 1].gap for line in chain if line.index + 1 < len(lines))
    return chain[0].index <= 1 and below > above
