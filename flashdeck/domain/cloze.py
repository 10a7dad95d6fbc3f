"""Cloze texts: `{{c1::answer}}` or `{{c1::answer::hint}}` marks a gap. Gaps do not nest."""

import re
from typing import Final

BLANK: Final = "[...]"
_GAP: Final = re.compile(r"\{\{c(\d{1,3})::((?>(?:(?!\}\}|\{\{c\d{1,3}::).)*))\}\}", re.DOTALL)


def gap(answer: str, number: int = 1) -> str:
    """Return the markup that hides an answer."""
    return f"{{{{c{number}::{answer}}}}}"


def numbers(text: str) -> tuple[int, ...]:
    """Return the distinct gap numbers of a text in rising order; empty when it has no gap."""
    return tuple(sorted({int(match.group(1)) for match in _GAP.finditer(text)} - {0}))


def question(text: str, number: int) -> str:
    """Return the text with the gaps of one number blanked (or their hint shown) and all others filled in."""

    def blank(match: re.Match[str]) -> str:
        hidden, hint = _hidden_and_hint(match)
        if int(match.group(1)) != number:
            return hidden
        return f"[{hint}]" if hint else BLANK

    return _GAP.sub(blank, text)


def answer(text: str, number: int) -> str:
    """Return what the gaps of one number hide, joined by commas."""
    found = (match for match in _GAP.finditer(text) if int(match.group(1)) == number)
    return ", ".join(_hidden_and_hint(match)[0] for match in found)


def filled(text: str) -> str:
    """Return the text with every gap filled in."""
    return _GAP.sub(lambda match: _hidden_and_hint(match)[0], text)


def _hidden_and_hint(match: re.Match[str]) -> tuple[str, str]:
    """Return what a gap hides and its hint: what stands behind the first `::` with no brace after it."""
    inside: str = match.group(2)
    start = max(inside.rfind("{"), inside.rfind("}")) + 1
    at = inside.find("::", start)
    return (inside, "") if at < 0 else (inside[:at], inside[at + 2 :])
