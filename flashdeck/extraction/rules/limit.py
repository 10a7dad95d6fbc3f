"""A labelled quantity with several bounds -> its default, minimum and maximum, a card each."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction import candidates, definitions, statements, wording
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.scope import Item, Scope

_CARDS: Final = candidates.Maker("limit", CardKind.LIMIT)

_AMOUNT: Final = r"[$€£]?\d[\d,.]*\s?[A-Za-z%/-]*(?:\s(?:per|a|/)\s\w+)?"
_BOUNDS: Final = (
    ("default", re.compile(rf"\bdefault(?:s)?(?:\s+(?:is|of|to))?\s*:?\s*(?P<amount>{_AMOUNT})", re.IGNORECASE)),
    ("minimum", re.compile(rf"\b(?:min(?:imum)?(?:\s+of)?|at least|from)\s*:?\s*(?P<amount>{_AMOUNT})", re.IGNORECASE)),
    (
        "maximum",
        re.compile(rf"\b(?:max(?:imum)?(?:\s+of)?|up to|at most|to)\s*:?\s*(?P<amount>{_AMOUNT})", re.IGNORECASE),
    ),
)


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose a card for each bound of a labelled quantity that has several."""
    for item in scope.walk():
        definition = definitions.definition_in(item.text) or statements.definition_below(item)
        bounds = _bounds(definition.description) if definition else []
        if definition and len(bounds) >= 2:
            yield from _bound_cards(scope, item, definition, bounds)


def _bounds(description: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for bound, pattern in _BOUNDS:
        match = pattern.search(description)
        if match:
            found.append((bound, match.group("amount").strip(" ,.-")))
    amounts = [amount for _, amount in found]
    return found if len(set(amounts)) == len(amounts) else []


def _bound_cards(
    scope: Scope, item: Item, definition: definitions.Definition, bounds: list[tuple[str, str]]
) -> Iterator[Candidate]:
    owner = wording.owner_of(definition.term, wording.name(scope.subject, item.labels))
    for bound, amount in bounds:
        yield _CARDS.question(
            wording.question_about(owner, f"{definition.term}, {bound}?"),
            amount,
            (definition.first_line, definition.last_line),
            0.85,
            f"the {bound} of a labelled quantity",
        )
