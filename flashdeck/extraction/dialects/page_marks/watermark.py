"""Finding watermarks: text printed across the page arrives as a block of very short lines, the same on every page."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain
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
    longer = (index for index, line in enumerate(lines) if len(line.text) > SHORT or not is_short(line))
    for end in chain(longer, (len(lines),)):
        if end - start >= at_least:
            runs.append(range(start, end))
        start = end + 1
    return runs


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
    shortest = min(len(run) for run in runs)
    for offset in range(_KEY_LINES, shortest):
        if len({lines[run.start + offset].text for run in runs}) > 1:
            return offset
    return shortest


def _common_above(lines: Sequence[Line], runs: Sequence[range]) -> int:
    above = 0
    while above < _MOST_LINES_ABOVE:
        tops = [lines[run.start - above] for run in runs]
        if 2 * sum(top.gap > 1 or opens_page(top) for top in tops) > len(tops):
            return above  # here the page starts
        indices = [run.start - above - 1 for run in runs]
        if min(indices) < 0 or len({lines[index].text for index in indices}) > 1:
            return above
        above += 1
    return above
