"""Which of two opposite states something is in (`Cargo is immutable`, `Pier: joins two docks, non floating`)."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from flashdeck.extraction.analysis import clauses
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates, opposites
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording
from flashdeck.extraction.text import needles

_CARDS: Final = candidates.Maker("state", CardKind.DEFINITION)
_DENIALS: Final = candidates.Maker("denial", CardKind.DEFINITION)
_Found = tuple[str, str, str]
"""What is asked of, the two states, the one it is in."""
_IS: Final = re.compile(
    r"(?P<what>(?!(?:it|they|this|that|these|those)\b)[^\s,;:()]+(?: [^\s,;:()]+){0,3}) (?:is|are) "
    r"(?P<state>(?!\S*\d)[\w-]{5,15})\.?",
    re.IGNORECASE,
)
_DENIED: Final = re.compile(r", (?P<state>non[ -](?P<quality>[a-z]{4,}(?:ive|able|ible|al|ing|ent|ant|ed)))\.?$")


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each short sentence that says of its subject one of two opposites."""
    yield from _cards(scope, _CARDS, _said)


def denials(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each quality that a description denies of its term at its end, beside what it says else."""
    yield from _cards(scope, _DENIALS, _denied)


def _cards(scope: Scope, maker: candidates.Maker, find: Callable[[Item], _Found | None]) -> Iterator[Candidate]:
    for item in scope.walk():
        if item.children or item.body or not item.is_statement:
            continue
        found = find(item)
        if found is None:
            continue
        owner = item.owner
        if not owner or found[2].casefold() in owner.casefold():
            continue
        what, choice, state = found
        named = wording.lower_first(what, scope.vocabulary.common)
        asked = f"{'are' if terms.is_plural(what) else 'is'} {named} {choice}?"
        front = wording.question_about(wording.owner_of(what, owner), asked)
        yield maker.question(front, state, (item.text.first_line, item.text.last_line), 0.72, "one of two states")


def _said(item: Item) -> _Found | None:
    """What a short sentence says to be one of two opposites."""
    match = _IS.fullmatch(item.plain.rstrip()) if needles.any_in(item.plain, (" is ", " are ")) else None
    choice = opposites.choice(match.group("state")) if match else ""
    return (match["what"], choice, match["state"]) if match and choice and clauses.is_agent(match["what"]) else None


def _denied(item: Item) -> _Found | None:
    """What a description denies of its term at its end."""
    match = _DENIED.search(item.plain) if ", non" in item.plain else None
    found = item.definition if match else None
    if match is None or found is None:
        return None
    return found.term, " or ".join(sorted((match["quality"], match["state"]))), match["state"]
