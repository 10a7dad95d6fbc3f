"""A labelled quantity with several bounds -> its default, minimum and maximum, a card each."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis import definitions, statements
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates
from flashdeck.extraction.clozes import quantities
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording
from flashdeck.extraction.rules import told_questions

_CARDS: Final = candidates.Maker("limit", CardKind.LIMIT)

_AMOUNT: Final = r"[$€£]?\d[\d,.]*\+? ?(?a:[A-Za-z%/-]*)(?: (?:per|a|/) \w+)?"
_BOUNDS: Final = (
    ("default", re.compile(rf"\bdefault(?:s)?(?:\s+(?:is|of|to))?\s*+(?::\s*+)?(?P<amount>{_AMOUNT})", re.IGNORECASE)),
    (
        "minimum",
        re.compile(rf"\b(?:min(?:imum)?(?:\s+of)?|at least|from)\s*+(?::\s*+)?(?P<amount>{_AMOUNT})", re.IGNORECASE),
    ),
    (
        "maximum",
        re.compile(rf"\b(?:max(?:imum)?(?:\s+of)?|up to|at most|to)\s*+(?::\s*+)?(?P<amount>{_AMOUNT})", re.IGNORECASE),
    ),
)

_ABILITY: Final = re.compile(r"(?P<able>\w+able) (?:from|between)\b", re.IGNORECASE)
_SPAN: Final = re.compile(
    rf"(?P<grows>[A-Z]?[a-z]+s(?: automatically)? from) (?P<least>{_AMOUNT})"
    rf" (?P<to>(?:up )?to) (?P<most>{_AMOUNT})"
)
"""A verb that tells of an amount from where to where it goes (`Grows from 2 berths to 80`)."""
_FROM_TO: Final = re.compile(r"\bfrom [^,;]{1,40} to ", re.IGNORECASE)
"""Both ends of a span in one breath, of which neither is told without the other."""
_COUNTED: Final = re.compile(r"[\d.,]+ (?P<noun>[A-Z]\w+s)$")
"""An amount of things that no unit tells (`4 Berths`): of what the bound is, else stands in the answer only."""
_QUANTITY: Final = re.compile(
    r"^(?P<what>(?!(?:up|max|min|from)\b)[a-z][a-z-]*(?: [a-z-]+){1,4}) \((?:default|min|max|from|up to)",
    re.IGNORECASE | re.ASCII,
)
"""The quantity itself, when it stands before the brackets with its bounds."""


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose a card for each bound of a labelled quantity that has several."""
    for item in scope.walk():
        definition = item.definition
        if definition is None and (item.children or item.body) and _holds_figure_below(item):
            definition = statements.definition_below(item)
        bounds = _bounds(definition.description) if definition else []
        if definition and len(bounds) >= 2:
            yield from _bound_cards(scope, item, definition, bounds)


def _holds_figure_below(item: Item) -> bool:
    return any(quantities.FIGURE.search(text.plain) for text in (*item.body, *(child.text for child in item.children)))


def _ends_of_span(owner: str, span: re.Match[str], lines: candidates.Lines) -> Iterator[Candidate]:
    """The two ends of an amount that a verb tells, each with the other in sight, so that it is clear what grows."""
    grows, least, most = span["grows"], span["least"].strip(" ,.-"), span["most"].strip(" ,.-")
    text = wording.lead(owner, f"{grows[:1].lower()}{grows[1:]} {least} {span['to']} {most}")
    for amount in (least, most):
        start = text.rfind(amount)
        yield _CARDS.cloze(text, (start, start + len(amount)), lines, 0.85, "one end of an amount")


def _bounds(description: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for bound, pattern in _BOUNDS if any(map(str.isdigit, description)) else ():
        match = pattern.search(description)
        if match:
            found.append((bound, match.group("amount").strip(" ,.-")))
    amounts = [amount for _, amount in found]
    return found if len(set(amounts)) == len(amounts) else []


def _bound_cards(
    scope: Scope, item: Item, definition: definitions.Definition, bounds: list[tuple[str, str]]
) -> Iterator[Candidate]:
    quantity = _QUANTITY.match(definition.description)
    named = quantity.group("what") if quantity and not terms.is_clause(quantity.group("what")) else definition.term
    owner = wording.owner_of(named, item.owner)
    ability = _ABILITY.match(definition.description)
    able = f"{ability.group('able').lower()} " if ability else ""
    asked = wording.lower_first(named, scope.vocabulary.common)
    span = _SPAN.match(definition.description)
    if span and terms.opens_in_third_person(definition.description):
        yield from _ends_of_span(
            f"{owner} – {named}" if owner else named, span, (definition.first_line, definition.last_line)
        )
        return
    if item.labels and told_questions.HOW_MANY.match(item.labels[-1]):
        asked = f"{asked} – {item.labels[-1][:1].lower()}{item.labels[-1][1:]}"
    if _FROM_TO.search(definition.description) and [bound for bound, _ in bounds] == ["minimum", "maximum"]:
        front = wording.question_about(owner, f"{asked}, {able}from what to what?")
        lines = (definition.first_line, definition.last_line)
        yield _CARDS.question(front, " to ".join(amount for _, amount in bounds), lines, 0.85, "both ends of a span")
        return
    for bound, amount in bounds:
        counted = _COUNTED.match(amount)
        what = f" number of {counted.group('noun')}" if counted else ""
        yield _CARDS.question(
            wording.question_about(owner, f"{asked}, {able}{bound}{what}?"),
            amount,
            (definition.first_line, definition.last_line),
            0.85,
            f"the {bound} of a labelled quantity",
        )
