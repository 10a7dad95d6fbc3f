"""Text of screenshots and sample data, which nothing in the source tells from knowledge but their form."""

import re
from collections.abc import Sequence
from typing import Final

from flashdeck.extraction.dialects.blank_runs import forms, tables
from flashdeck.extraction.dialects.blank_runs.runs import Form, Run
from flashdeck.extraction.model import Line, NoiseReason

_PICTURE_PROSE: Final = re.compile(r"The (?:screenshot|image|picture|screen|figure) (?:shows|displays|depicts)\b")
_STRONG_CUE: Final = re.compile(
    r"[▼▾ⓘ]|</?(?:input|small|button|select)\b|\(UTC|(?<![\d:])\d{12}(?![\d:])"
    r"|^(?!https?:)[a-z][a-z0-9]{1,5}://|\[Info\]\(#\)"
)
_WEAK_OPENING: Final = re.compile(r"(?:Choose|Find|Enter|Browse|Select|Search) [a-z]|[A-Z']{3,}(?: [A-Z']{3,})+$")
_WEAK_CUE: Final = re.compile(
    r"\S \|(?: |$)|\S [Ii]nfo$| - optional\b|[A-Za-z] > [A-Za-z]|\S \(\d{1,4}(?:/\d{1,4})?\)$"
    r"|\b[a-z]{2,8}-[0-9a-f]{8,20}\b"
)
_IN_WEAK_CUES: Final = ("|", "nfo", "-", ">", "(")
"""What stands in all that `_WEAK_CUE` finds, and in few lines."""
_EMPTY_LINK: Final = re.compile(r"\[[^\[\]]*\]\(#\)")
_SHOWN_TWICE: Final = re.compile(r"\d{1,3} \d{1,3} ")
_ENOUGH: Final = 2
_FEW_WORDS: Final = 4


def find(runs: Sequence[Run]) -> dict[int, NoiseReason]:
    """Return the reason for every line of these runs that is no knowledge; the slide's title is not among the runs."""
    found: dict[int, NoiseReason] = {}
    for segment in _segments(runs):
        found.update(_judged(segment))
    return found


def _segments(runs: Sequence[Run]) -> list[list[Run]]:
    """Part the runs where knowledge is sure: screenshots are dumped as plain lines, with tables, code and choices."""
    segments: list[list[Run]] = [[]]
    before: Run | None = None
    for run in runs:
        if _is_apart(run, before):
            segments.extend([[run], []])
            before = None
        else:
            segments[-1].append(run)
            before = run
    return [segment for segment in segments if segment]


def _is_apart(run: Run, before: Run | None) -> bool:
    """Return whether the run is no part of a screenshot, judged by what stands before it in the same segment."""
    match run.form:
        case Form.PLAIN:
            return False
        case Form.ARROW:
            return True
        case Form.TABLE:
            return tables.noise_of(run.lines) is None
        case Form.CODE:
            return before is None or not (_weight(before) or _is_prose(before))
        case Form.LIST:
            return before is None or not (_weight(before) or before.form is Form.LIST)


def _judged(segment: Sequence[Run]) -> dict[int, NoiseReason]:
    is_screen = sum(map(_weight, segment)) >= _ENOUGH
    after_prose = False
    found: dict[int, NoiseReason] = {}
    for run in segment:
        if _is_prose(run):
            reason: NoiseReason | None = NoiseReason.PICTURE_PROSE
            after_prose = True
        elif is_screen or after_prose:
            reason = NoiseReason.CONSOLE
        else:
            reason = _reason_alone(run)
        if reason is not None:
            found.update((line.number, reason) for line in run.lines)
    return found


def _reason_alone(run: Run) -> NoiseReason | None:
    if run.form is Form.TABLE:
        return tables.noise_of(run.lines)
    if run.form is Form.CODE:
        if sum(_SHOWN_TWICE.match(line.text) is not None for line in run.lines) > _ENOUGH:
            return NoiseReason.CONSOLE
        if tables.is_comma_separated([line.text for line in run.lines if not forms.is_fence(line)]):
            return NoiseReason.SAMPLE_DATA
    return None


def _weight(run: Run) -> int:
    if run.form is not Form.PLAIN or _is_prose(run):
        return 0
    return sum(map(_line_weight, run.lines))


def _is_prose(run: Run) -> bool:
    return run.form is Form.PLAIN and _PICTURE_PROSE.match(run.lines[0].text) is not None


def _line_weight(line: Line) -> int:
    text = line.text
    if _STRONG_CUE.search(text):
        return 2
    without_links, links = _EMPTY_LINK.subn("", text)
    if links and forms.word_count(without_links) <= _FEW_WORDS:
        return 2
    if _WEAK_OPENING.match(text):
        return 1
    return int(any(map(text.__contains__, _IN_WEAK_CUES)) and _WEAK_CUE.search(text) is not None)
