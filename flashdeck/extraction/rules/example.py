"""A worked example: what is given, and the conclusion -> the numbers of the case in front, the result behind."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Candidate, CardKind, Text
from flashdeck.extraction.naming import wording

_CARDS: Final = candidates.Maker("example", CardKind.PROBLEM)
_EXAMPLE: Final = re.compile(r"(?:worked )?(?:examples?|calculation|scenario)\s*\d*:?$", re.IGNORECASE)
_RESULT: Final = re.compile(
    r"^(?:conclusion|results?|answer|outcome|solution|total)\s*[:=]\s*(?P<what>\S.+)$", re.IGNORECASE
)
_MOST_GIVEN: Final = 4
_MAX_WORDS: Final = 30


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each example that ends in a conclusion."""
    for item in scope.walk():
        if (item.body or item.children) and _EXAMPLE.match(item.plain.strip()):
            yield from _card(item, item.body or tuple(child.text for child in item.children))


def _card(item: Item, texts: tuple[Text, ...]) -> Iterator[Candidate]:
    if not 2 <= len(texts) <= _MOST_GIVEN + 1:
        return
    *given, last = texts
    result = _RESULT.match(last.plain)
    said = "; ".join(terms.clean_statement(text.plain) for text in given)
    if result is None or terms.count_words(said) > _MAX_WORDS:
        return
    yield _CARDS.question(
        wording.question_about(item.owner, f"{said} – what is the result?"),
        terms.clean_statement(result.group("what")),
        (item.text.first_line, last.last_line),
        0.85,
        "a worked example with its conclusion",
    )
