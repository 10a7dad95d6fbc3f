"""Slides about troubles: what stands below or behind a symptom tells its causes, its signs and what helps.

Dumps lose the depth of lines, so what stands between one symptom and the next is put below the first of them.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto
from functools import lru_cache
from typing import Final, NamedTuple

from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import word_set
from flashdeck.extraction.model import Bullet

_ABOUT: Final = re.compile(
    r"troubleshooting\b|[^:]*\btroubleshooting$|[^:]*\b(?:issues|problems|errors|exceptions|failures|faults)$",
    re.IGNORECASE,
)
_TROUBLE: Final = re.compile(
    r"\b(?:errors?|exceptions?|issues?|problems?|fails?|failed|failing|failures?|slow|skipped|lost|expires?|behind|blocked|stuck|"
    r"latency|time-?outs?|throttl(?:ing|ed)|duplicates?|crash|crashes|crashed|empty|missing|denied|refused|limit|leaks?|hangs?|drops?|"
    r"corrupt(?:ed)?|unexpected(?:ly)?|too \w+|noise|noisy|stops?|breaks?|broken|won[’']t|can(?:[’']t|not)|"
    r"(?:does|do|did|is|are)(?:n[’']t| not))\b|(?:Exception|Error)\b",
    re.IGNORECASE,
)
_HEDGED: Final = re.compile(
    r"(?:(?:this|it|that)\s+)?(?:(?:may|might|could|can)\s+be\s+(?:(?:due to|caused by|because of)\s+)?|"
    r"(?:is\s+)?(?:usually|often|typically|mostly|probably)\s+)(?=\S+ \S)",
    re.IGNORECASE,
)
_DUE: Final = re.compile(r"(?:(?:is|happens)\s+)?(?:due to|caused by|because of)\s+|happens\s+when\s+", re.IGNORECASE)
_SIGN: Final = re.compile(r"(?:(?:this|it|same as [\w ]{1,40} [–-])\s+)?indicates\s+(?:that\s+)?(?=\S)", re.IGNORECASE)
_ACTS: Final = word_set(
    """use try check test verify monitor add remove increase reduce raise lower adjust change set enable disable
    restart retry reset rebuild reinstall replace repair clean rate-limit implement ask call wait keep switch move
    split select choose"""
)
"""Verbs that open an order against a trouble, whatever follows them."""
_DEFINED: Final = re.compile(r"[^:]{2,60}: \S")
_NEED: Final = re.compile(r"(?:(?:you|it)\s+)?(?:may|might)\s+need\s+(?:to\s+)?(?=\S)", re.IGNORECASE)
_WEAK_SPOT: Final = re.compile(
    r"\b(?:issues?|lack|low|slow|exceed(?:ed|s|ing)|misconfigur\w+|throttl\w+|insufficient|missing|wrong|bad|"
    r"fail\w*|unhandled|overload\w*|leak\w*|expired|not enough|timing out|corrupt\w*|faulty|worn|dirty|loose|"
    r"broken|empty)\b|\b(?:breach|hit|reach|exceed)\w* (?:\w+ ){0,3}limits?\b",
    re.IGNORECASE,
)
"""What a line tells that gives a cause though no word of its own says so."""
_REMEDIES: Final = frozenset(
    {"solution", "solutions", "fix", "fixes", "remedy", "remedies", "workaround", "mitigation"}
)
_DONE_TO: Final = re.compile(r"[A-Z][a-z]+ (?:the|your|an?|its|all) ")
_MOST_CAUSE_WORDS: Final = 14


class Part(Enum):
    """What a line tells of the symptom that it stands below."""

    CAUSE = auto()
    SIGN = auto()
    REMEDY = auto()


class Told(NamedTuple):
    """A line below a symptom, without the words that only tell what it is.

    Attributes:
        is_marked: whether words of its own tell the part (`May be due to rust`), so that it is no symptom itself.
    """

    part: Part
    said: str
    is_marked: bool = True


@lru_cache(maxsize=1 << 10)
def is_about(title: str) -> bool:
    """Whether a slide with such a title tells symptoms with their causes and remedies."""
    return _ABOUT.match(terms.clean_label(title)) is not None


def told(plain: str) -> Told | None:
    """Return what a line below a symptom tells of it, or None when its form does not say."""
    said = terms.clean_statement(plain)
    for part, pattern in ((Part.SIGN, _SIGN), (Part.CAUSE, _HEDGED), (Part.CAUSE, _DUE), (Part.REMEDY, _NEED)):
        if found := pattern.match(said):
            return Told(part, said[found.end() :])
    if is_act(said) or _DONE_TO.match(said):
        return Told(Part.REMEDY, said)
    if _WEAK_SPOT.search(said) and terms.count_words(said) <= _MOST_CAUSE_WORDS:
        return Told(Part.CAUSE, said, is_marked=False)
    return None


def is_act(said: str) -> bool:
    """Whether a line is an order; its verb may be one that other lines have as a noun (`Use ropes`, `Check logs`)."""
    first, second, *_ = (*terms.words(said), "", "")
    return terms.is_order(said) or (first.casefold() in _ACTS and not terms.is_auxiliary(second))


def is_symptom(plain: str) -> bool:
    """Whether a line names a trouble."""
    found = told(plain)
    return _TROUBLE.search(plain) is not None and not _DEFINED.match(plain) and (found is None or not found.is_marked)


def heads_remedies(plain: str) -> bool:
    """Whether a label says that what helps stands below it."""
    return terms.key(plain) in _REMEDIES


def settled(bullets: Sequence[Bullet]) -> tuple[Bullet, ...]:
    """Return the points of a slide about troubles, each symptom with what belongs to it below it."""
    kept: list[Bullet] = []
    for index, bullet in enumerate(bullets):
        if kept and _is_case(kept[-1]) and heads_remedies(bullet.text.plain) and not bullet.body:
            kept[-1] = replace(kept[-1], children=(*kept[-1].children, bullet))
            continue
        last = kept[-1] if kept else None
        if last is not None and _is_case(last) and _belongs(bullet, last, bullets[index + 1 :]):
            kept[-1] = replace(last, children=(*last.children, replace(bullet, children=()), *bullet.children))
        else:
            kept.append(bullet)
    return tuple(kept)


def opens_case(plain: str, first_below: str = "") -> bool:
    """Whether a point opens what is told of one symptom: it names a trouble, or its first line tells the cause."""
    below, own = told(first_below), told(plain)
    is_told = below is not None and below.is_marked and below.part is not Part.REMEDY
    return is_symptom(plain) or (is_told and (own is None or not own.is_marked))


def _is_case(bullet: Bullet) -> bool:
    return opens_case(bullet.text.plain, bullet.children[0].text.plain if bullet.children else "")


def _belongs(bullet: Bullet, case: Bullet, below: Sequence[Bullet]) -> bool:
    """Whether a point that stands beside a symptom tells something of it.

    An order at the end of the slide, behind a symptom with points of its own, may be meant for all of them.
    """
    found = told(bullet.text.plain)
    if not case.children or (found is not None and found.is_marked and found.part is not Part.REMEDY):
        return True
    if found is not None and found.is_marked:
        return not bullet.children and any(map(_is_case, below))
    is_said = terms.is_clause(bullet.text.plain) and not is_symptom(bullet.text.plain)
    return is_said and any(_is_remedy(child) for child in bullet.children) and not _is_case(bullet)


def _is_remedy(bullet: Bullet) -> bool:
    found = told(bullet.text.plain)
    return found is not None and found.part is Part.REMEDY
