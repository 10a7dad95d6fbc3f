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
_INTEGRATED: Final = re.compile(r"^(?P<before>(?:.*: )?)(?:W|w)hat (?P<asked>(?:can|is|are) .+ integrated) with\?$")
_MEANS: Final = re.compile(r"^(?P<what>[^,]+?) (?P<means>(?:through|via|using|by) .+)$")
_AIM: Final = re.compile(r"^(?P<what>[^,]+?) (?P<aim>for [a-z].+)$")

_START: Final = 4


def turned(candidate: Candidate) -> Candidate:
    """Return the candidate asking who provides something, by which means or for what two things go together.

    What a thing provides or is integrated with is one of much; a candidate without such a verb stays as it is.
    """
    provides = _PROVIDES.match(candidate.front)
    if provides is not None and not _starts(provides["who"]) & _starts(candidate.back + provides["owner"]):
        return replace(candidate, front=f"{provides['owner']}what provides {candidate.back}?", back=provides["who"])
    integrated = _INTEGRATED.match(candidate.front)
    if integrated is None:
        return candidate
    before, asked = integrated["before"], integrated["asked"]
    if means := _MEANS.match(candidate.back):
        how = "how" if before else "How"
        return replace(candidate, front=f"{before}{how} {asked} with {means['what']}?", back=means["means"])
    if aim := _AIM.match(candidate.back):
        return replace(candidate, front=f"{candidate.front.removesuffix('?')} {aim['aim']}?", back=aim["what"])
    return candidate


def _starts(text: str) -> frozenset[str]:
    """Return how the words that carry meaning begin, alike for `scaling` and `scalability`."""
    return frozenset(word[:_START] for word in terms.content_words(text))
