"""What each of several things has for itself (`Each berth gets its own crane`) -> what each has of its own."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis.scope import Scope
from flashdeck.extraction.asking import candidates
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording

_CARDS: Final = candidates.Maker("owned", CardKind.DEFINITION)
_OWNED: Final = re.compile(
    r"Each (?P<who>[a-z][\w-]+(?: [a-z][\w-]+){0,2}?)(?: (?:has|gets|keeps|receives|maintains))? its own "
    r"(?P<what>[A-Za-z][^,;:.]{3,60})(?:, [a-z]+ing .*)?\.?"
)


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each line that tells what each of some things has of its own."""
    for item in scope.walk():
        if " its own " not in item.plain or item.children or not item.is_statement:
            continue
        match = _OWNED.fullmatch(item.said)
        owner = item.owner
        if match is None or not owner or " or " in match["what"] or len(terms.content_words(match["what"])) < 2:
            continue
        front = wording.question_about(owner, f"what does each {match['who']} have of its own?")
        lines = (item.text.first_line, item.text.last_line)
        yield _CARDS.question(front, match["what"], lines, 0.74, "what each has of its own")
