"""A label over a few short points in a deck that is not English -> all of them, with their number."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis import definitions
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates
from flashdeck.extraction.languages import german, terms
from flashdeck.extraction.languages.language import Language
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording

_CARDS: Final = candidates.Maker("listed", CardKind.ENUMERATION)
_MOST: Final = 5
_MAX_POINT_WORDS: Final = 8
_MAX_WORDS_TOGETHER: Final = 20
_FEW: Final = 3
_MAX_WORDS_OF_MANY: Final = 12
_OPEN: Final = re.compile(r"\b(?:beispiele?|z\. ?b\.|u\. ?a\.|ejemplos?|exemples?)|例", re.IGNORECASE)


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each label whose points are short, and for a slide that is nothing but such points."""
    for item in scope.walk():
        if item.body or not item.children or terms.is_statement_label(item.plain):
            continue
        label = terms.clean_label(item.plain)
        yield from _card(scope, wording.owner_of(label, item.owner), label, item.children)
    if scope.subject and not any(item.is_heading or item.children for item in scope.items):
        *above, last = scope.subject.split(" – ")
        yield from _card(scope, " – ".join(above), last, scope.items)


def _card(scope: Scope, owner: str, label: str, points: tuple[Item, ...]) -> Iterator[Candidate]:
    said = [terms.clean_statement(point.plain) for point in points]
    if not 2 <= len(points) <= _MOST or not all(map(_is_short, points)) or _OPEN.search(label):
        return
    if scope.vocabulary.language is Language.GERMAN and not label.endswith("?") and german.has_finite_verb(label):
        return  # a whole sentence with a question mark behind it asks nothing
    most = _MAX_WORDS_TOGETHER if len(said) <= _FEW else _MAX_WORDS_OF_MANY
    if sum(map(terms.count_words, said)) > most:
        return
    front = wording.question_about(owner, scope.frames.counted(label, len(said)))
    lines = (points[0].text.first_line, points[-1].last_line)
    yield _CARDS.question(front, candidates.as_list(said), lines, 0.7, f"{len(said)} short points under a label")


def _is_short(point: Item) -> bool:
    return (
        not (point.children or point.body or point.is_heading)
        and point.is_statement | (terms.count_words(point.plain) == 1)
        and terms.count_words(point.plain) <= _MAX_POINT_WORDS
        and point.definition is None
        and not definitions.holds_arrow(point.plain)
        and not terms.is_generic(point.plain)
    )
