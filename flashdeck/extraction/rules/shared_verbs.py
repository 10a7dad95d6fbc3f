"""Neighbouring points that say with one verb what their subject does -> all of them as one answer."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates, verb_questions
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording

_CARDS: Final = candidates.Maker("predicate", CardKind.DEFINITION)
_OPENER: Final = re.compile(r"(?P<word>with|on|from|to|for|in|into|as|by|at|against|of|across|over)\s+\S")
_MAX_SHARED: Final = 3
_MAX_SHARED_WORDS: Final = 20
_BARE: Final = 2
"""Words of an object that nothing narrows (`cost efficiency`)."""


def cards(scope: Scope) -> Iterator[Candidate]:
    """Neighbours that say with one verb what their subject does are one answer (`Supports oak`, `Supports fir`)."""
    for siblings in (scope.items, *(item.children for item in scope.walk() if len(item.children) > 1)):
        for verb, grouped in groupby(siblings, key=_verb_of):
            run = list(grouped)
            if verb and 2 <= len(run) <= _MAX_SHARED:
                yield from _shared_verb(wording.name(scope.subject, run[0].labels), verb, run)


def _shared_verb(owner: str, verb: str, run: list[Item]) -> Iterator[Candidate]:
    rests = [item.said.partition(" ")[2] for item in run]
    before, last = wording.split_owner(owner)
    if (
        verb in verb_questions.PRAISING
        or not last
        or not all(rests)
        or sum(map(terms.count_words, rests)) > _MAX_SHARED_WORDS
    ):
        return
    openers = {match.group("word").casefold() if (match := _OPENER.match(rest)) else "" for rest in rests}
    if len(openers) > 1:
        return
    opener = openers.pop()
    if opener:
        verb, rests = f"{verb} {opener}", [rest.partition(" ")[2] for rest in rests]
    do = "do" if terms.is_plural(last) else "does"
    number = wording.number_word(len(run))
    classes = {verb_questions.class_of(rest) for rest in rests}
    if len(classes) == 1 and (wanted := next(iter(classes))) and not wanted.startswith("kind "):
        front = wording.question_about(before, f"which {number} {wanted} {do} {last} {verb}?")
    elif verb in verb_questions.WEAK and (not run[0].labels or all(terms.count_words(one) <= _BARE for one in rests)):
        return  # it has more than these
    else:
        front = wording.question_about(before, f"what {do} {last} {verb} ({number} answers)?")
    lines = (run[0].text.first_line, run[-1].last_line)
    yield _CARDS.question(front, candidates.as_list(rests), lines, 0.72, "one verb in neighbouring points")


def _verb_of(item: Item) -> str:
    plain = item.said
    if item.children or item.body or item.is_heading or ": " in plain or not item.is_statement:
        return ""
    return terms.leading_verb(plain) if terms.opens_in_third_person(plain) else ""
