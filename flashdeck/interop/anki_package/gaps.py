"""Anki's gaps as the domain has them: one number each, none inside another."""

import re
from typing import Final

from flashdeck.domain import cloze

_MOST: Final = 500
"""Gaps looked into; finding the end of each takes the square of their number."""
_OPEN: Final = re.compile(r"\{\{c(\d{1,3})(?:,\d{1,3})*::")
_TOKEN: Final = re.compile(r"(\{\{c\d{1,3}::)|(\}\})")


def flat(markup: str) -> str:
    """Return a text in which a gap with gaps inside is parted around them; a gap of several numbers keeps the first."""
    text, count = _OPEN.subn(r"{{c\1::", markup)
    if count > _MOST:
        return text
    parts: list[str] = []
    at = 0
    while match := _TOKEN.search(text, at):
        parts.append(text[at : match.start()])
        end = _end(text, match.start()) if match.group(1) else None
        if end is None:
            parts.append(match.group())
            at = match.end()
        else:
            parts.append(_flat_gap(text[match.start() : end]))
            at = end
    return "".join(parts) + text[at:]


def _end(text: str, start: int) -> int | None:
    """Return where the gap that begins at `start` ends, None when it does not."""
    depth = 0
    for match in _TOKEN.finditer(text, start):
        depth += 1 if match.group(1) else -1
        if depth == 0:
            return match.end()
    return None


def _flat_gap(gap: str) -> str:
    if len(_TOKEN.findall(gap)) == 2:
        return gap
    numbers: list[int] = []
    parts: list[str] = []
    at = 0
    for match in _TOKEN.finditer(gap):
        inside = gap[at : match.start()]
        parts.append(cloze.gap(inside, numbers[-1]) if numbers and inside.strip() else inside)
        at = match.end()
        if match.group(1):
            numbers.append(int(match.group(1)[3:-2]))
        else:
            numbers.pop()
    return "".join(parts)
