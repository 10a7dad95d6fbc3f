"""Stable names of cards and facts: the same slide text gives the same keys on every machine and every run."""

import hashlib

from flashdeck.extraction import terms
from flashdeck.extraction.model import Candidate, Slide

_LENGTH = 32


def source_key(slide: Slide, candidate: Candidate) -> str:
    """Return the key by which a later import finds the card again; it does not change when the slide moves."""
    return _digest(slide.section, slide.topic, slide.title, candidate.kind.value, candidate.front, _raw(candidate.back))


def sibling_key(slide: Slide, candidate: Candidate) -> str:
    """Return the key that cards made from the same lines of the same slide share."""
    lines = [
        line.text
        for line in slide.lines
        if candidate.first_line <= line.number <= candidate.last_line and not line.noise
    ]
    return _digest(slide.section, slide.topic, slide.title, slide.subtitle, *lines)


def numbered(key: str, repetition: int) -> str:
    """Return the key of a card whose key was met before, so that keys stay unique within an extraction."""
    return key if repetition == 0 else _digest(key, str(repetition))


def _digest(*parts: str) -> str:
    normal = "\x1f".join(terms.key(part) or part.strip() for part in parts)
    return hashlib.sha256(normal.encode("utf-8")).hexdigest()[:_LENGTH]


def _raw(back: str) -> str:
    """Marks carry the difference between some answers (`>` and `>=`), which `terms.key` would fold."""
    return (
        back
        if terms.key(back) == back.casefold()
        else f"{terms.key(back)} {''.join(c for c in back if not c.isalnum() and not c.isspace())}"
    )
