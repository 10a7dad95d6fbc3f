"""Finding what runs through the deck: headers, footers, page numbers, navigation bars, stamps."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from flashdeck.domain.pages import Page, PlacedLine
from flashdeck.extraction.model import NoiseReason

_DIGITS: Final = re.compile(r"\d+")
_SHARE: Final = 0.4
_FEWEST_PAGES: Final = 3
_FEWEST_PAGES_INSIDE: Final = 8
_TOP_BAND: Final = 0.15
_BOTTOM_BAND: Final = 0.85
_BAR: Final = 0.1
_BAR_SIZE: Final = 0.8
_BAR_VARIETY: Final = 0.5
_LARGE: Final = 1.15
_COARSE: Final = 2.0
"""Points that the place of a running line may wander."""

_Key = tuple[str, int, int]
_Slot = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """What runs through a deck, page by page.

    Attributes:
        noise: place of a line -> why it is no knowledge.
        bars: texts of the navigation bar at the top, left to right.
        body_size: type size, in points, of most of what does not run.
    """

    noise: tuple[dict[int, NoiseReason], ...]
    bars: tuple[tuple[str, ...], ...]
    body_size: float


def find_running(pages: Sequence[Page]) -> Running:
    """Return the running lines of every page."""
    filled = sum(bool(page.lines) for page in pages)
    repeated = _repeated(pages, filled)
    noise = [
        {index: reason for index, line in enumerate(page.lines) if (reason := _reason(line, page, repeated))}
        for page in pages
    ]
    body_size = _body_size(pages, noise)
    slots = _bar_slots(pages, filled, body_size)
    bars: list[tuple[str, ...]] = []
    for page, found in zip(pages, noise, strict=True):
        bar = [
            (line.left, line.text) for line in page.lines if line.top < page.height / 2 and _slot(line, page) in slots
        ]
        found.update({i: NoiseReason.FOOTER for i, line in enumerate(page.lines) if _slot(line, page) in slots})
        bars.append(tuple(text for _, text in sorted(bar)))
    return Running(noise=tuple(noise), bars=tuple(bars), body_size=body_size)


def _repeated(pages: Sequence[Page], filled: int) -> dict[_Key, int]:
    """Return the keys of lines that stand on so many pages that they belong to the master."""
    counts: Counter[_Key] = Counter()
    for page in pages:
        counts.update({key for line in page.lines for key in _keys(line)})
    enough = max(_FEWEST_PAGES, _SHARE * filled)
    return {key: count for key, count in counts.items() if count >= enough}


def _keys(line: PlacedLine) -> Iterator[_Key]:
    """Yield the text up to digits with its place; text that is aligned right starts elsewhere when digits are added."""
    text = _DIGITS.sub("#", " ".join(line.text.casefold().split()))
    height = round(line.bottom / _COARSE)
    yield text, height, round(line.left / _COARSE)
    if "#" in text:
        yield text, height, -1


def _reason(line: PlacedLine, page: Page, repeated: dict[_Key, int]) -> NoiseReason | None:
    if line.text.strip() == str(page.number) and _is_at_edge(line, page):
        return NoiseReason.FOOTER
    counts = [repeated.get(key, 0) for key in _keys(line)]
    is_mark = len(line.text.strip()) == 1 and not line.text.strip().isdigit()  # lists start at the same place too
    if is_mark or not any(counts):
        return None
    if line.is_rotated:
        return NoiseReason.WATERMARK
    if _is_at_edge(line, page):
        return None if _could_be_title(line, page) else NoiseReason.FOOTER
    # inside the page a build repeats its lines too; only a place in the master repeats them through the whole deck
    return NoiseReason.FOOTER if counts[0] >= _FEWEST_PAGES_INSIDE and not _could_be_title(line, page) else None


def _is_at_edge(line: PlacedLine, page: Page) -> bool:
    return line.bottom <= _TOP_BAND * page.height or line.top >= _BOTTOM_BAND * page.height


def _could_be_title(line: PlacedLine, page: Page) -> bool:
    """Whether a line is the largest of its page, and words: a deck may repeat a title on most of its pages."""
    if line.top > 0.5 * page.height or not any(character.isalpha() for character in line.text):
        return False
    others = [other.font_size for other in page.lines if other is not line]
    return bool(others) and line.font_size >= _LARGE * max(others)


def _body_size(pages: Sequence[Page], noise: Sequence[dict[int, NoiseReason]]) -> float:
    weights: Counter[float] = Counter()
    for page, found in zip(pages, noise, strict=True):
        for index, line in enumerate(page.lines):
            if index not in found and not line.is_code and not line.is_rotated:
                weights[line.font_size] += len(line.text)
    return weighted_median(weights)


def weighted_median(weights: Counter[float]) -> float:
    """Return the middle one of the counted values, 0 for none."""
    half = sum(weights.values()) / 2
    for value in sorted(weights):
        half -= weights[value]
        if half <= 0:
            return value
    return 0.0


def _slot(line: PlacedLine, page: Page) -> _Slot | None:
    """Return the place of a small line in a bar along the upper or lower edge, or None for a line elsewhere."""
    if line.is_rotated or not (line.bottom <= _BAR * page.height or line.top >= (1 - _BAR) * page.height):
        return None
    return round(line.bottom / _COARSE), round(line.font_size)


def _bar_slots(pages: Sequence[Page], filled: int, body_size: float) -> frozenset[_Slot]:
    """Return the slots that small lines fill on many pages with few different texts: the names of the sections."""
    texts: dict[_Slot, set[str]] = defaultdict(set)
    counts: Counter[_Slot] = Counter()
    for page in pages:
        own: dict[_Slot, str] = {}
        for line in page.lines:
            slot = _slot(line, page)
            if slot is not None and line.font_size <= _BAR_SIZE * body_size:
                own[slot] = f"{own.get(slot, '')} {_DIGITS.sub('#', line.text)}"
        counts.update(own.keys())
        for slot, text in own.items():
            texts[slot].add(text)
    enough = max(_FEWEST_PAGES, _SHARE * filled)
    return frozenset(
        slot for slot, count in counts.items() if count >= enough and len(texts[slot]) <= _BAR_VARIETY * count
    )
