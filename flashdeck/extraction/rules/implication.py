"""What an arrow points to -> what follows from the statement before it."""

from collections.abc import Iterator
from typing import Final

from flashdeck.extraction import candidates, statements, terms, wording
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.scope import Item, Scope

_CARDS: Final = candidates.Maker("implication", CardKind.IMPLICATION)


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each arrow between a cause and its consequence."""
    for item, cause, consequence in statements.arrow_pairs(scope.items):
        yield from _card(scope, item, cause, consequence)


def _card(scope: Scope, item: Item, cause: str, consequence: str) -> Iterator[Candidate]:
    before, after = terms.clean_statement(cause), terms.clean_statement(consequence)
    if not before or not after or statements.ARROW.search(after):
        return
    labels = [label for label in item.labels if terms.key(label) != terms.key(before)]
    owner = wording.name(scope.subject, labels)
    lines = (item.text.first_line, item.text.last_line)
    if terms.is_label(before):
        front = wording.describe(before, after, owner, scope.vocabulary.common, scope.vocabulary.topics)
        yield _CARDS.question(front, statements.shorten(after), lines, 0.75, "arrow from a label")
        return
    front = wording.question_about(owner, f"{before} – what follows?")
    yield _CARDS.question(front, statements.shorten(after), lines, 0.65, "arrow from a statement")
