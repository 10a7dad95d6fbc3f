"""Stable names of cards and facts: the same slide text gives the same keys on every machine and every run.

Two cards of one extraction never share a key, because `lint` compares front and back by the same normal form.
"""

import hashlib
from bisect import bisect_left, bisect_right

from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Candidate, Line, Slide

_LENGTH = 32


def source_key(slide: Slide, candidate: Candidate) -> str:
    """Return the key by which a later import finds the card again; it does not change when the slide moves."""
    return _digest(slide.section, slide.topic, slide.title, candidate.kind.value, candidate.front, candidate.back)


def sibling_key(slide: Slide, candidate: Candidate) -> str:
    """Return the key that cards made from the same lines of the same slide share."""
    start = bisect_left(slide.lines, candidate.first_line, key=_number)
    end = bisect_right(slide.lines, candidate.last_line, key=_number)
    lines = [line.text for line in slide.lines[start:end] if not line.noise]
    return _digest(slide.section, slide.topic, slide.title, slide.subtitle, *lines)


def _number(line: Line) -> int:
    return line.number


def _digest(*parts: str) -> str:
    normal = "\x1f".join(map(terms.exact_key, parts))
    return hashlib.sha256(normal.encode("utf-8")).hexdigest()[:_LENGTH]
