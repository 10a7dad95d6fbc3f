"""What a dropped picture leaves: blocks of meaningless numbers, and the numbers of its icons."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from flashdeck.extraction.dialects.blank_runs import forms
from flashdeck.extraction.model import Line, NoiseReason
from flashdeck.extraction.packing import pack_lines

_NUMERIC: Final = re.compile(r"[\d.\- \[\]]+$")
_HYPHENATED: Final = re.compile(r"(?<!\d)\d{2,}-\d{5,}(?:\.\d+)?(?!\d)")
_ICON_NUMBER: Final = re.compile(r"0\d$")
_LONGEST_FENCE_GAP: Final = 4
"""A slide ends at a longer run of blank lines, program text or not."""


def fenced(lines: Sequence[Line]) -> tuple[bool, ...]:
    """Return which lines belong to program text, its fences included; a fence without a partner is no program text."""
    inside = [False] * len(lines)
    opened: int | None = None
    for index, line in enumerate(lines):
        if opened is not None and line.gap > _LONGEST_FENCE_GAP:
            opened = None
        if not forms.is_fence(line):
            continue
        if opened is None:
            opened = index
        else:
            inside[opened : index + 1] = [True] * (index + 1 - opened)
            opened = None
    return tuple(inside)


def mark(lines: Iterable[Line], in_code: Sequence[bool]) -> Sequence[Line]:
    """Mark the numbers that stand for pictures, and the lines without a word."""
    return pack_lines(_marked(lines, in_code))


def _marked(lines: Iterable[Line], in_code: Sequence[bool]) -> Iterator[Line]:
    after_debris = False
    for line, code in zip(lines, in_code, strict=True):
        reason = None if code else _reason(line.text, after_debris=after_debris)
        after_debris = reason is NoiseReason.PICTURE_DEBRIS
        yield line if reason is None else line.marked(reason)


def is_debris(line: Line) -> bool:
    """Return whether the line is what a dropped picture left."""
    return line.noise is NoiseReason.PICTURE_DEBRIS


def is_icon_number(line: Line) -> bool:
    """Return whether the line is the number of an icon."""
    return line.noise is NoiseReason.ICON_NUMBER


def _reason(text: str, *, after_debris: bool) -> NoiseReason | None:
    if text[0].isalpha():
        return None
    if _ICON_NUMBER.match(text):
        return NoiseReason.ICON_NUMBER
    if _NUMERIC.match(text) and (_HYPHENATED.search(text) or (after_debris and text.isdigit())):
        return NoiseReason.PICTURE_DEBRIS
    return None if "\t" in text or any(map(str.isalnum, text)) else NoiseReason.EMPTY
