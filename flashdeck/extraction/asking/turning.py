"""A question whose verb has many answers -> the same statement asked from its other side, which has one."""

import re
from dataclasses import replace
from typing import Final

from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Candidate

_PROVIDES: Final = re.compile(
    r"^(?P<owner>.+: )(?:what|which kind of \w+) (?:does|do) "
    r"(?P<who>[A-Z][\w-]*(?: [A-Z][\w-]*){0,2}|[A-Z]+ [a-z]+) provide\?$"
)
_START: Final = 4


def turned(candidate: Candidate) -> Candidate:
    """Return the candidate asking who provides something where it asks what a thing provides, which is one of much."""
    provides = _PROVIDES.match(candidate.front)
    if provides is not None and not _starts(provides["who"]) & _starts(candidate.back + provides["owner"]):
        return replace(candidate, front=f"{provides['owner']}what provides {candidate.back}?", back=provides["who"])
    return candidate


def _starts(text: str) -> frozenset[str]:
    """Return how the words that carry meaning begin, alike for `scaling` and `scalability`."""
    return frozenset(word[:_START] for word in terms.content_words(text))
