"""What an arrow points to -> what follows from the statement before it."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis import arrows, definitions, statements
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates, describing
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording

_CARDS: Final = candidates.Maker("implication", CardKind.IMPLICATION)

_RESULT: Final = re.compile(r"^(?=[^=]*\d)(?P<case>(?:[^=\s]++|\s++(?!=))*+)\s*+=\s*+(?P<result>[^=]*\d[^=]{0,40})$")
_EXAMPLE: Final = re.compile(r"^(?:e\.g\.?|for example)[,:]?\s+", re.IGNORECASE)
_WHEN: Final = re.compile(r"(?:when|whenever|if|where)\b", re.IGNORECASE)
_DEFINED: Final = re.compile(r"an?\s+\w+\s+of\s(?!.*\b(?:is|are|has|have|can|was|were)\b)", re.IGNORECASE)
_TELLS: Final = re.compile(r"[^\W\d_]{3}|\d")
"""A word or a number; signs alone are the other half of a formula."""
_OPENER: Final = re.compile(r"^(?:it|this|they)\s+(?:is|are)\s+", re.IGNORECASE)


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each arrow between a cause and its consequence."""
    for item, cause, consequence in statements.arrow_pairs(scope.items):
        yield from _card(scope, item, cause, consequence)


def _labels_above(item: Item, label: str) -> list[str]:
    return [above for above in item.labels if terms.key(above) != terms.key(label)]


def _card(scope: Scope, item: Item, cause: str, consequence: str) -> Iterator[Candidate]:
    before, after = terms.clean_statement(cause), _OPENER.sub("", terms.clean_statement(consequence))
    if not before or not after or definitions.ARROW.search(after):
        return
    worked = _RESULT.match(after)
    if worked:
        owner = wording.name(
            scope.subject, [*item.labels, terms.clean_label(before)] if terms.is_label(before) else item.labels
        )
        front = wording.question_about(owner, f"{worked.group('case')} = ?")
        yield _CARDS.question(
            front, worked.group("result"), (item.text.first_line, item.text.last_line), 0.75, "a worked example"
        )
        return
    owner = wording.name(scope.subject, _labels_above(item, before))
    lines = (item.text.first_line, item.text.last_line)
    if arrows.is_name(before):
        front = describing.describe(before, after, owner, scope.vocabulary.common, scope.vocabulary.topics)
        yield _CARDS.question(front, definitions.shorten(after), lines, 0.75, "arrow from a label")
        return
    acts = terms.is_clause(after) or terms.is_order(after)
    if _WHEN.match(after) or cause.rstrip().endswith(("…", "...")) or (terms.is_order(before) and not acts):
        return
    if _DEFINED.match(before) or not _TELLS.search(after):
        return
    before = _EXAMPLE.sub("for example, ", before)
    front = wording.question_about(owner, scope.frames.follows.format(cause=before))
    yield _CARDS.question(front, definitions.shorten(after), lines, 0.65, "arrow from a statement")
