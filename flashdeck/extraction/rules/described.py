"""A term and its description in a deck that is not English -> the term as a question without grammar."""

import re
from typing import Final

from flashdeck.extraction import candidates, definitions, german, statements, terms, wording
from flashdeck.extraction.language import Language
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.scope import Item, Scope

_CARDS: Final = candidates.Maker("sentences", CardKind.DEFINITION)
_MAX_WORDS: Final = 70
"""A longer text under a heading is prose about it, no description of it."""
_MAX_SAYING_WORDS: Final = 12
_MAX_ANSWER_WORDS: Final = 24
_FINITE: Final = re.compile(r"\b(?:ist|sind|wird|werden|kann|können|muss|müssen|sollten?)\b")
_ORDER: Final = re.compile(r"\b\w++ Sie\b")
_INDEFINITE: Final = re.compile(r"(?:ein|eine)\s", re.IGNORECASE)


def definition_of(item: Item) -> definitions.Definition | None:
    """Return the term and the description that an item makes alone or with the text under it."""
    found = statements.definition_below(item) or definitions.definition_in(item.text)
    if (
        found is None
        or terms.is_generic(found.term)
        or _ORDER.search(found.term) is not None
        or (item.body and _is_prose(found.description))
        or terms.is_statement_label(found.term)
        or definitions.ARROW.match(found.description)
        or found.description.startswith("(")
        or terms.count_words(found.description) > _MAX_WORDS
    ):
        return None
    return found


def _is_prose(description: str) -> bool:
    """Whether a text under a heading tells of it in whole sentences instead of saying what it is."""
    first, *others = definitions.sentences_in(description)
    said = german.clause_of(first) is not None or first.endswith("。") or _FINITE.search(first) is not None
    return bool(others) or (said and terms.count_words(first) > _MAX_SAYING_WORDS)


def card(scope: Scope, item: Item, found: definitions.Definition) -> Candidate | None:
    """Return the card of a described term, or None when its label says as much as its owner."""
    owner = wording.name(scope.subject, item.labels)
    first = definitions.sentences_in(definitions.without_term(found.term, found.description))[0]
    description = definitions.shorten(terms.clean_statement(first))
    said = wording.owner_of(found.term, owner)
    if said or scope.vocabulary.language is not Language.GERMAN or not _INDEFINITE.match(description):
        front = wording.question_about(said, f"{found.term}?")
    else:
        front = f"Was bedeutet „{found.term}“?"
    if not 1 <= terms.count_words(description) <= _MAX_ANSWER_WORDS:
        return None
    return _CARDS.question(front, description, (found.first_line, found.last_line), 0.82, found.how)
