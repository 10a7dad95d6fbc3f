"""What the result of a condition answers: what becomes of its subject, what you get, where something must be."""

import re
from typing import Final, NamedTuple

from flashdeck.extraction.analysis import clauses
from flashdeck.extraction.asking import verb_questions
from flashdeck.extraction.languages import kinship, lexicon

_GETS: Final = re.compile(r"(?P<who>you|we)(?:['’]ll|\s+will)?\s+(?:get|receive)\s+(?P<what>\S.+)$", re.IGNORECASE)
_DOES: Final = re.compile(r"(?P<who>you|we)\s+(?P<verb>[a-z]{3,})\s+(?P<what>\S.+)$", re.IGNORECASE | re.ASCII)
_SUBJECT: Final = (
    r"(?P<subject>(?!(?:you|we|it|they|there|this|that|only|no|more|fewer|less|most|one|nothing|every|each)\b)"
    r"[\w“\"-]+(?: [\w%/”\"-]+){0,3}?(?: \([\w\s]+\))?)"
)
_PLACED: Final = re.compile(
    rf"{_SUBJECT}\s+must\s+(?P<verb>be|stay|lie|live|run)\s+(?P<where>(?:in|on|at|behind|within|under) \S.+)$",
    re.IGNORECASE,
)
_REQUIRED: Final = re.compile(r"(?!(?:you|we)\b)[^,;:]{3,60}? (?:must|has to|have to)\s+\S", re.IGNORECASE)
_BECOMES: Final = re.compile(
    rf"{_SUBJECT}\s+(?P<change>"
    r"(?:will|may|might|could|can) (?:not )?(?:be )?[\w“\"]\S*.*"
    r"|(?:do|does)(?:\s+not|n['’]t) \S.*"
    r"|(?:is|are) (?:not )?\w+(?:ed|en|ut|ept|ost|un)\b.*"
    r"|(?:goes|go|moves?|declines?|increases?|decreases?|changes?|drops?|grows?|rises?|falls?|stops?|fails?|expires?|"
    r"returns?|stays?|disappears?)\b.*)$",
    re.IGNORECASE,
)
_ABSENT: Final = re.compile(
    r"no (?P<what>risk|loss|impact|downtime|charge|cost|interruption|delay|outage)\b", re.IGNORECASE
)
"""What there is none of in a case."""
_OPEN_SUBJECT: Final = re.compile(r"\b(?:users?|ones?|others?|students?|readers?|developers?)$", re.IGNORECASE)
_POINTS_BACK: Final = re.compile(r"\b(?:it|them|they)\b", re.IGNORECASE)
_MOST_WORDS: Final = 14


class Asked(NamedTuple):
    """The question in front of a condition, and its answer."""

    question: str
    answer: str


def asked_of(result: str, known: str) -> Asked:
    """Return how to ask for a result that is nothing to do.

    Args:
        result: the main clause.
        known: what the front says anyway; a change that says only the same stays with its subject.
    """
    gets, does, placed = _GETS.match(result), _DOES.match(result), _PLACED.match(result)
    if gets:
        return Asked(f"what do {gets.group('who').lower()} get", gets.group("what"))
    if does and _is_deed(does):
        return Asked(f"what do {does.group('who').lower()} {does.group('verb').lower()}", does.group("what"))
    if placed:
        return Asked(f"where must {_small(placed.group('subject'))} {placed.group('verb')}", placed.group("where"))
    if absent := _ABSENT.match(result):
        return Asked(f"what {absent.group('what').lower()} is there", result)
    if _REQUIRED.match(result):
        return Asked("what is required", result)
    becomes = _BECOMES.match(result)
    if becomes and _tells(becomes.group("subject"), becomes.group("change"), known):
        return Asked(f"what happens to {_small(becomes.group('subject'))}", becomes.group("change"))
    return Asked("what happens", result)


def _is_deed(match: re.Match[str]) -> bool:
    verb = match.group("verb").lower()
    return (
        lexicon.VERBS.get(verb) == verb and verb not in verb_questions.WEAK and clauses.is_object(match.group("what"))
    )


def _tells(subject: str, change: str, known: str) -> bool:
    return (
        bool(kinship.roots(change.partition(" ")[2] or change) - kinship.roots(f"{known} {subject}"))
        and _OPEN_SUBJECT.search(subject) is None
        and _POINTS_BACK.search(change) is None
        and len(change.split()) <= _MOST_WORDS
    )


def _small(subject: str) -> str:
    first, _, rest = subject.partition(" ")
    return f"{first.lower()} {rest}" if first in {"The", "A", "An", "Your", "All"} else subject
