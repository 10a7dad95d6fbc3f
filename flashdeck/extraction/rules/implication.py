"""What an arrow points to -> what follows from the statement before it."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from flashdeck.extraction import candidates, definitions, statements, terms, wording
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.scope import Item, Scope

_CARDS: Final = candidates.Maker("implication", CardKind.IMPLICATION)

_RESULT: Final = re.compile(r"^(?P<case>[^=]*\d[^=]*?)\s*=\s*(?P<result>[^=]*\d[^=]{0,40})$")
_OPENER: Final = re.compile(r"^(?:it|this|they)\s+(?:is|are)\s+", re.IGNORECASE)
_MAX_POINTS: Final = 3
_MAX_POINT_WORDS: Final = 16


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each arrow between a cause and its consequence."""
    pairs = list(statements.arrow_pairs(scope.items))
    for cause, grouped in groupby(pairs, key=lambda pair: pair[1]):
        arrows = list(grouped)
        if len(arrows) > 1 and terms.is_label(cause):
            yield from _several(scope, cause, arrows)
        else:
            for item, _, consequence in arrows:
                yield from _card(scope, item, cause, consequence)


def _several(scope: Scope, cause: str, arrows: list[tuple[Item, str, str]]) -> Iterator[Candidate]:
    """What several arrows say of one label is one answer as long as it is short."""
    points = [terms.clean_statement(consequence) for _, _, consequence in arrows]
    first = arrows[0][0]
    if len(points) > _MAX_POINTS or sum(terms.count_words(point) for point in points) > _MAX_POINT_WORDS:
        for item, _, consequence in arrows:
            yield from _card(scope, item, cause, consequence)
        return
    label = terms.clean_label(cause)
    owner = wording.owner_of(label, wording.name(scope.subject, _labels_above(first, label)))
    front = wording.question_about(owner, scope.frames.counted(label, len(points)))
    lines = (first.text.first_line, arrows[-1][0].text.last_line)
    yield _CARDS.question(front, candidates.as_list(points), lines, 0.7, "arrows from a label")


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
    if terms.is_label(before) and not terms.is_clause(before) and not terms.is_order(before):
        front = wording.describe(before, after, owner, scope.vocabulary.common, scope.vocabulary.topics)
        yield _CARDS.question(front, definitions.shorten(after), lines, 0.75, "arrow from a label")
        return
    front = wording.question_about(owner, scope.frames.follows.format(cause=before))
    yield _CARDS.question(front, definitions.shorten(after), lines, 0.65, "arrow from a statement")
