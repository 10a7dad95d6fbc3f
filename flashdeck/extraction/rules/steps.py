"""An ordered list -> what comes first, what comes next, what comes last; never the whole list."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from flashdeck.extraction.analysis import definitions
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates
from flashdeck.extraction.languages import lexicon, terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording

_CARDS: Final = candidates.Maker("steps", CardKind.STEP)

_NUMBERED: Final = re.compile(
    r"^(?:step\s+)?0?(?P<number>\d{1,2})\s*[).:–-]\s+(?P<text>.+)$|^step\s+0?(?P<other>\d{1,2})\s+(?P<rest>.+)$",
    re.IGNORECASE,
)

_PROCEDURE: Final = re.compile(
    r"\b(?:building|creating|setting up|how to|steps?|process|workflow|migrating|deploying|installing|configuring|"
    r"getting started|procedure|setup|schritte?|vorgehen|ablauf|anleitung)\b",
    re.IGNORECASE,
)
_STEPS_OF: Final = re.compile(
    r"\b(?:steps|stages|phases) (?:of|in) (?:the |an? )?(?P<what>\w[\w -]{2,50})\W*$", re.IGNORECASE
)
_GERUND: Final = re.compile(r"(?P<base>[^\W\d_]{3,})ing \w", re.IGNORECASE)
_GET_BACK: Final = re.compile(r"(?:get|receive|return) (?:back|\w)", re.IGNORECASE)
_STEP: Final = re.compile(r"step\b", re.IGNORECASE)
_COUNTED: Final = re.compile(
    r"\b(?:benefits?|features|advantages|reasons|use cases|characteristics|best practices|tips|rules|security|types)\b",
    re.IGNORECASE,
)
_WE: Final = re.compile(r"(?:how|wie) (?:can|could|should|können|sollten?) (?:we|wir)\b", re.IGNORECASE)
"""What a speaker asks of his own talk, whose points are its outline."""
_OPTIONAL: Final = re.compile(r"\boptional(?:ly)?\b", re.IGNORECASE)
_FEWEST_STEPS: Final = 3
_MIN_ORDERS: Final = 4
_BY_THE_WAY: Final = re.compile(r"\b(?:stuff|probably|whatever|somehow|and so on)\b", re.IGNORECASE)
_MOST_TOGETHER: Final = 3

_OUTCOME: Final = re.compile(r"(?:the|your|all|now) (?:[\w-]+ ){1,3}can ", re.IGNORECASE)
"""What is possible once all steps are done (`The crane can now lift`)."""


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose cards for every run of numbered points that counts up from 1."""
    yield from _run(scope, scope.items)
    for item in scope.walk():
        if item.children:
            yield from _run(scope, item.children)
    apart = tuple(item for item in scope.walk() if item.number is not None)
    if len({item.labels for item in apart}) == len(apart):
        yield from _run(scope, tuple(replace(item, labels=()) for item in apart))


def _run(scope: Scope, siblings: tuple[Item, ...]) -> Iterator[Candidate]:
    if len(siblings) < _FEWEST_STEPS:
        return
    steps = [(number, text, item) for item in siblings for number, text in [_numbered(item)] if number]
    if not steps and _are_orders(siblings) and _names_procedure(scope.slide.title):
        steps = [(number, item.said, item) for number, item in enumerate(siblings, start=1)]
    if len(steps) < _FEWEST_STEPS or [number for number, _, _ in steps] != list(range(1, len(steps) + 1)):
        return
    if sum(terms.count_words(text) >= 3 for _, text, _ in steps) * 2 < len(steps):
        return  # numbered names, no actions
    if sum(definitions.definition_like(text) is not None for _, text, _ in steps) * 2 >= len(steps):
        return  # numbered terms, which have a rule of their own
    if any(terms.is_clause(label) for label in steps[0][2].labels):
        return  # numbered reasons or cases of a statement
    owner = wording.name(scope.subject, steps[0][2].labels) or _whose(scope.slide.title)
    if owner and not _WE.match(scope.slide.title) and _is_procedure(scope, siblings, [text for _, text, _ in steps]):
        yield from _cards(scope, owner, steps)


def _whose(title: str) -> str:
    """Return what a title that asks or tells says its steps are of (`What are the steps of a launch?`)."""
    match = _STEPS_OF.search(title)
    return f"{match['what'][:1].upper()}{match['what'][1:]}" if match else ""


def _cards(scope: Scope, owner: str, steps: list[tuple[int, str, Item]]) -> Iterator[Candidate]:
    first = steps[0]
    if all(item.number is None for _, _, item in steps) and any(_OPTIONAL.search(text) for _, text, _ in steps):
        yield from _together(scope, owner, [item for _, _, item in steps if not item.children])
        return
    if _is_only_topic(scope, owner):
        return
    yield _card(wording.question_about(owner, scope.frames.first_step), first[1], first[2])
    for (_, before, _), (_, text, item) in pairwise(steps):
        if not item.children and _is_news(before, text):
            yield _card(wording.question_about(owner, scope.frames.next_step.format(before=before)), text, item)


def _is_news(before: str, text: str) -> bool:
    """Whether a step says more than the one before it names anyway, is no outcome, and neither is said by the way."""
    deed, _, told = text.partition(" ")
    is_new = bool(terms.stems(told or deed) - terms.stems(before))
    return is_new and _OUTCOME.match(text) is None and _BY_THE_WAY.search(f"{before}\n{text}") is None


def _is_only_topic(scope: Scope, owner: str) -> bool:
    """Whether the steps have no name but that of a topic with other slides, which tells not of what they are steps."""
    slide = scope.slide
    named = terms.stems(owner) - frozenset(map(terms.stem, scope.vocabulary.brands))
    is_topic = terms.key(slide.topic) != terms.key(slide.title) and named <= terms.stems(slide.topic)
    return is_topic and not _PROCEDURE.search(f"{slide.title}\n{slide.subtitle}")


def _together(scope: Scope, owner: str, items: list[Item]) -> Iterator[Candidate]:
    """What there is to do where a point may be left out, so that no order is sure; only as a short list."""
    if len(items) <= _MOST_TOGETHER:
        front = wording.question_about(owner, scope.frames.counted("what to do", len(items)))
        back = candidates.as_list(item.said for item in items)
        lines = (items[0].text.first_line, items[-1].text.last_line)
        yield _CARDS.question(front, back, lines, 0.75, "a few things to do")


def _is_procedure(scope: Scope, siblings: tuple[Item, ...], texts: list[str]) -> bool:
    """Whether numbered points follow each other in time, rather than being counted reasons or benefits."""
    above = (scope.slide.title, scope.slide.subtitle, *siblings[0].labels)
    if any(_PROCEDURE.search(text) for text in above) or any(_STEP.match(item.plain) for item in siblings):
        return True
    if any(_COUNTED.search(text) for text in above):
        return False
    acts = [terms.is_order(text) or text.casefold().startswith(("setup ", "set up ")) for text in texts]
    return sum(acts) * 2 >= len(texts)


def _names_procedure(title: str) -> bool:
    """Whether a title speaks of something that is done (`Harbor Queue – Loading crates`)."""
    if _PROCEDURE.search(title):
        return True
    *above, last = re.split(r"(?<!\s)\s+[–—-]\s+|:\s+", title)
    opener = _GERUND.match(last)
    return (
        bool(above)
        and opener is not None
        and any(base.casefold() in lexicon.VERBS for base in (opener.group("base"), f"{opener.group('base')}e"))
    )


def _are_orders(siblings: tuple[Item, ...]) -> bool:
    """Whether every point is something to do; a single other point makes it no procedure."""
    return len(siblings) >= _MIN_ORDERS and all(
        (terms.is_order(item.plain) or _GET_BACK.match(item.plain))
        and not item.body
        and (not item.children or item is siblings[-1])
        for item in siblings
    )


def _card(front: str, back: str, item: Item) -> Candidate:
    return _CARDS.question(
        front,
        back,
        (item.text.first_line, item.text.last_line),
        0.75,
        "step of an ordered list",
    )


def _numbered(item: Item) -> tuple[int, str]:
    if item.number is not None:
        return item.number, item.said
    match = _NUMBERED.match(item.plain)
    if match is None:
        return 0, ""
    number = match.group("number") or match.group("other")
    return int(number), terms.clean_statement(match.group("text") or match.group("rest"))
