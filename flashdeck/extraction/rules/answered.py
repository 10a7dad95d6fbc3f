"""A question and the answer that the slide writes right below it (`Q. ...?`, `A. ...`) -> both as they stand."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from flashdeck.extraction.analysis import definitions
from flashdeck.extraction.analysis.scope import Scope
from flashdeck.extraction.asking import candidates
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Candidate, CardKind

_CARDS: Final = candidates.Maker("answered", CardKind.DEFINITION)
_QUESTION: Final = re.compile(r"(?:Q|Question|F|Frage) ?\d* ?[.:)]\s*(?P<asked>\S.{8,160}\?)$")
_ANSWER: Final = re.compile(r"(?:A|Answer|Antwort) ?\d* ?[.:)]\s*(?P<said>\S.{2,300})$")


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each question with its answer in the next line."""
    for item, below in pairwise(scope.walk()):
        asked = _QUESTION.match(item.plain) if item.plain.endswith("?") else None
        said = _ANSWER.match(below.plain) if asked else None
        if asked is None or said is None:
            continue
        owner = item.owner
        question = asked["asked"]
        front = question if terms.is_covered(owner, [question]) or not owner else f"{owner}: {question}"
        answer = terms.clean_statement(definitions.sentences_in(said["said"])[0])
        yield _CARDS.question(
            front, answer, (item.text.first_line, below.text.last_line), 0.84, "question with its answer below it"
        )
