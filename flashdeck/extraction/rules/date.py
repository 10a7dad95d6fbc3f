"""An event beside its date, whichever stands first -> when was it; what happened then has too many answers."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis import dates, definitions
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates, nouns
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording

_CARDS: Final = candidates.Maker("date", CardKind.LIMIT)
_ASIDE: Final = re.compile(
    r",\s+(?:[a-z]+ing|an?|the|which|who|where|inspired|based|led|called) |(?<!\s)\s+[–—]\s+|;\s+"
)
_BRACKET: Final = re.compile(r"(?<!\s)\s*\([^()]*\)")
_DID: Final = re.compile(r"(?:\w{3,}ed|paid|built|made|led|gave|took|became|brought|set|put|kept|won|sold|began) ")
_YEAR: Final = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_FOUNDING: Final = re.compile(
    r"\b(?:open-sourced|introduced|founded|launched|released|announced|started|created)\b", re.IGNORECASE
)
_OF_FIRMS: Final = re.compile(
    r"\b(?:donated|founded|acquired|renamed|rebranded|bought|merged with|graduated|hired|ipo)\b"
    r"|\bv(?:ersion)?[ -]?\d+(?:\.\d+)+ (?:is |was )?(?:released|launched|announced|published)\b",
    re.IGNORECASE,
)
"""What happened to those who make a thing, and its single releases: no knowledge of the thing."""
_BEGINS: Final = re.compile(r"\b(?:begins?|began|starts?|opens?|launch(?:es)?)\b", re.IGNORECASE)
_FEWEST_OF_HISTORY: Final = 3
_MOST_WORDS_OF_EVENT: Final = 14
_FEWEST_WORDS_OF_DEED: Final = 4


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each event behind its date, in front of it or under it."""
    found = [item for item in scope.unasked() if dates.holds_year(item.plain) or _is_below_date(item)]
    if not found:
        return
    dated = sum(dates.holds_year(item.plain) and _YEAR.search(item.plain) is not None for item in scope.walk())
    for item in found:
        if item.is_heading or (dated < _FEWEST_OF_HISTORY and _FOUNDING.search(item.plain)):
            continue  # the year of a release is no knowledge where nothing else is dated
        if _OF_FIRMS.search(item.plain):
            continue
        owner = " – ".join(part for part in item.owner.split(" – ") if not dates.is_date(part))
        lines = (item.text.first_line, item.text.last_line)
        told = dates.after_date(item.plain)
        if told is not None:
            date, event = told
            yield from _when(scope, owner, event, date, lines)
        elif (closed := dates.before_date(item.said)) and not item.children:
            yield from _when(scope, owner, *closed, lines)
        elif _is_below_date(item) and not item.children:
            yield from _when(scope, owner, item.plain, item.labels[-1], lines)
        else:
            yield from _dated_term(scope, item, owner, lines)


def _is_below_date(item: Item) -> bool:
    return bool(item.labels) and dates.is_date(item.labels[-1])


def _is_span(date: str) -> bool:
    return len(_YEAR.findall(date)) > 1


def _when(scope: Scope, owner: str, event: str, date: str, lines: candidates.Lines) -> Iterator[Candidate]:
    event = terms.clean_label(_ASIDE.split(_BRACKET.sub("", event), maxsplit=1)[0])
    if _is_span(date) and _BEGINS.search(event):
        return  # a beginning has one year, and the slide does not tell which
    if 0 < terms.count_words(event) <= _MOST_WORDS_OF_EVENT and terms.is_balanced(event):
        front = wording.question_about(wording.owner_of(event, owner), scope.frames.when.format(event=event))
        yield _CARDS.question(front, date, lines, 0.78, "event with its date")


def _dated_term(scope: Scope, item: Item, owner: str, lines: candidates.Lines) -> Iterator[Candidate]:
    """An event in front of its date (`First lock: 1823 → trade doubled`)."""
    found = item.definition
    told = dates.opening_date(found.description) if found else None
    if found is None or told is None:
        return
    date, rest = told
    if terms.count_words(rest) >= _FEWEST_WORDS_OF_DEED - 1 and nouns.names_of(scope.vocabulary).is_english:
        yield _besides(owner, found.term, rest, lines)
    if rest and _is_span(date):
        return  # the years of a name, of which its deed is the better question
    front = wording.question_about(wording.owner_of(found.term, owner), scope.frames.when.format(event=found.term))
    yield _CARDS.question(front, date, lines, 0.78, "event with its date")


def _besides(owner: str, term: str, rest: str, lines: candidates.Lines) -> Candidate:
    """The card of what stands beside a date: who did it, or what a name is, which needs no timeline in front."""
    why = "what else stands beside a date"
    if _DID.match(rest):
        front = wording.question_about(owner, f"what {rest}?")
        return _CARDS.question(front, term, lines, 0.74, why)
    is_plural = terms.is_plural(term) and not (terms.is_name_like(term) or (term.isalpha() and term.istitle()))
    front = f"What {'are' if is_plural else 'is'} {term}?"
    return _CARDS.question(front, definitions.shorten(rest), lines, 0.74, why)
