"""Two sides of a comparison -> the same aspect of both in one card."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction import candidates, definitions, statements, terms, wording
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.scope import Item, Scope

_CARDS: Final = candidates.Maker("comparison", CardKind.COMPARISON)

_MAX_SIDE_WORDS: Final = 12


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each aspect that both sides of a comparison label alike."""
    if not scope.slide.is_comparison:
        return
    sides = [item for item in scope.items if item.is_heading and terms.is_label(item.plain)]
    for index, left in enumerate(sides):
        for right in sides[index + 1 :]:
            yield from _aspects(scope, left, right)


def _aspects(scope: Scope, left: Item, right: Item) -> Iterator[Candidate]:
    said = {aspect: (text, item) for aspect, text, item in _labelled(left)}
    for aspect, text, item in _labelled(right):
        if aspect not in said:
            continue
        other_text, other = said[aspect]
        names = terms.clean_label(left.plain), terms.clean_label(right.plain)
        label = _label(item)
        if terms.key(text) == terms.key(other_text):
            continue
        owner = wording.owner_of(" ".join(names), wording.section_name(scope.slide.topic))
        yield _CARDS.question(
            wording.question_about(owner, scope.frames.against.format(one=names[0], other=names[1], aspect=label)),
            f"{names[0]}: {other_text}\n{names[1]}: {text}",
            (min(item.text.first_line, other.text.first_line), max(item.last_line, other.last_line)),
            0.8,
            "both sides of a comparison label this aspect",
        )


def _labelled(side: Item) -> Iterator[tuple[str, str, Item]]:
    for item in side.children:
        found = definitions.definition_in(item.text) or statements.definition_below(item)
        if found is not None and terms.count_words(found.description) <= _MAX_SIDE_WORDS:
            yield re.sub(r"s$", "", terms.key(found.term)), found.description, item


def _label(item: Item) -> str:
    found = definitions.definition_in(item.text) or statements.definition_below(item)
    assert found is not None
    return found.term
