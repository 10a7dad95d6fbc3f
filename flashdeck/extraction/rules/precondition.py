"""What somebody or something must do or be to reach an aim (`To dock, a ship must ...`) -> that."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis.scope import Scope
from flashdeck.extraction.asking import candidates
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording

_CARDS: Final = candidates.Maker("precondition", CardKind.USE_CASE)
_STATED: Final = re.compile(
    r"(?:in order )?to (?P<aim>[a-z]+ [^,]{3,60}), (?P<subject>[^,]{1,60}?) "
    r"(?P<modal>must|need to|needs to|have to|has to|should) (?P<deed>[a-z]+ \S.*)",
    re.IGNORECASE | re.ASCII,
)
_MOST_WORDS: Final = 20


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each aim with what it takes."""
    for item in scope.walk():
        found = _STATED.fullmatch(item.said) if item.is_statement else None
        if found is None or terms.count_words(found["deed"]) > _MOST_WORDS:
            continue
        subject, deed = found["subject"], found["deed"]
        first, _, rest = subject.partition(" ")
        subject = f"{first.lower()} {rest}".strip() if first in {"A", "An", "The", "You", "Each", "Every"} else subject
        modal = "must" if found["modal"].casefold() != "should" else "should"
        verb, answer = ("be", deed[3:]) if deed.startswith("be ") else ("do", deed)
        owner = item.owner
        front = wording.question_about(owner, f"what {modal} {subject} {verb} to {found['aim']}?")
        lines = (item.text.first_line, item.text.last_line)
        yield _CARDS.question(front, answer, lines, 0.78, "an aim with what it takes")
