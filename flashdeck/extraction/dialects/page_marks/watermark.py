"""Finding watermarks: text printed across the page arrives as a block of very short lines, the same on every page."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from flashdeck.extraction.dialects.page_marks.marks import is_bullet, opens_page
from flashdeck.extraction.model import Line

SHORT: Final = 6
"""Characters that fit a line of upright or slanted text."""
_KEY_LINES: Final = 8
_MOST_LINES_ABOVE: Final = 12


def is_short(line: Line) -> bool:
    """Whether the line could be a slice of upright text."""
    return len(line.text) <= SHORT and line.noise is None and not is_bullet(line.text)


def short_runs(lines: Sequence[Line], at_least: int) -> list[range]:
    """Return the runs of successive short lines, as index ranges."""
    runs: list[range] = []
    start = 0
    for index, line in enumerate(lines):
        if len(line.text) > SHORT or not is_short(line):
            if index - start >= at_least:
                runs.append(range(start, index))
            start = index + 1
    return runs if len(lines) - start < at_least else [*runs, range(start, len(lines))]


def watermarks(lines: Sequence[Line]) -> list[range]:
    """Return the index ranges of the blocks that stand on several pages, lines above that always belong included."""
    alike: dict[tuple[str, ...], list[range]] = defaultdict(list)
    for run in short_runs(lines, _KEY_LINES):
        alike[tuple(lines[index].text for index in run[:_KEY_LINES])].append(run)
    blocks: list[range] = []
    for runs in alike.values():
        if len(runs) > 1:
            length = _common_length(lines, runs)
            above = _common_above(lines, runs)
            blocks.extend(range(run.start - above, run.start + length) for run in runs)
    return sorted(blocks, key=lambda block: block.start)


def _common_length(lines: Sequence[Line], runs: Sequence[range]) -> int:
    """Return how many lines all the runs begin with; each is looked at once, for they stand far from each other."""
    first = lines[runs[0].start : runs[0].stop]
    length = len(first)
    for run in runs[1:]:
        length = _alike(first[:length], lines[run.start : min(run.stop, run.start + length)])
    return length


def _common_above(lines: Sequence[Line], runs: Sequence[range]) -> int:
    """Return how many lines stand above all the runs alike, up to where most of their pages start."""
    first = _upwards(lines, runs[0])
    above = len(first) - 1
    opening = [0] * len(first)
    for run in runs:
        window = _upwards(lines, run)
        above = min(above, _alike(first[1:], window[1:]))
        for place, top in enumerate(window[: above + 1]):
            opening[place] += top.gap > 1 or opens_page(top)
    return next((place for place in range(above) if 2 * opening[place] > len(runs)), above)


def _upwards(lines: Sequence[Line], run: range) -> Sequence[Line]:
    """Return the first line of a run and those above it that may belong to it, going up."""
    return lines[max(0, run.start - _MOST_LINES_ABOVE) : run.start + 1][::-1]


def _alike(some: Sequence[Line], others: Sequence[Line]) -> int:
    """Return with how many lines of the same text both begin."""
    pairs = zip(some, others, strict=False)
    return next(
        (place for place, (one, other) in enumerate(pairs) if one.text != other.text), min(len(some), len(others))
    )
