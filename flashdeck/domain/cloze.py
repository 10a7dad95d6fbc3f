"""Cloze texts: `{{c1::answer}}` or `{{c1::answer::hint}}` marks a gap. Gaps do not nest."""

import re
from typing import Final

BLANK: Final = "[...]"
_GAP: Final = re.compile(r"\{\{c(\d{1,3})::(.*?)(?:::([^{}]*?))?\}\}", re.DOTALL)


def gap(answer: str, number: int = 1) -> str:
    """Return the markup that hides an answer."""
    return f"{{{{c{number}::{answer}}}}}"


def numbers(text: str) -> tuple[int, ...]:
    """Return the distinct gap numbers of a text in rising order; empty when it has no gap."""
    return tuple(sorted({int(match.group(1)) for match in _GAP.finditer(text)} - {0}))


def question(text: str, number: int) -> str:
    """Return the text with the gaps of one number blanked (or their hint shown) and all others filled in."""

    def blank(match: re.Match[str]) -> str:
        if int(match.group(1)) != number:
            return match.group(2)
        return f"[{match.group(3)}]" if match.group(3) else BLANK

    return _GAP.sub(blank, text)


def answer(text: str, number: int) -> str:
    """Return what the gaps of one number hide, joined by commas."""
    return ", ".join(match.group(2) for match in _GAP.finditer(text) if int(match.group(1)) == number)


def filled(text: str) -> str:
    """Return the text with every gap filled in."""
    return _GAP.sub(lambda match: match.group(2), text)
