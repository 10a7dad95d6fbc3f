"""How long something takes, told before its noun (`Millisecond retrieval`) -> how fast it is."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis.scope import Scope
from flashdeck.extraction.asking import candidates
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording

_CARDS: Final = candidates.Maker("speed", CardKind.LIMIT)
_TIMED: Final = re.compile(
    r"^(?P<said>(?:(?:sub-?|single[- ]digit |low |a few )?(?:nano|micro|milli)-?seconds?|sub-?second) "
    r"(?P<noun>latency|latencies|retrievals?|access|reads?|responses?|response times?|delivery|lookups?|failover))"
    r"(?P<tail> (?:for|at|on|from|to|with) [^,;:()]{3,50})?(?:, .*| \([^()]*\))?$",
    re.IGNORECASE,
)


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each line that opens with a time and what takes it."""
    for item in scope.walk():
        if not item.is_statement or "second" not in item.plain.lower():
            continue
        match = _TIMED.match(item.said)
        owner = item.owner
        if match is None or not owner or item.definition is not None:
            continue
        noun, tail = match.group("noun").lower(), match.group("tail") or ""
        asked = f"what {noun}{tail}?" if noun.startswith("latenc") else f"how fast {_be(noun)} {noun}{tail}?"
        lines = (item.text.first_line, item.text.last_line)
        yield _CARDS.question(
            wording.question_about(owner, asked), match["said"], lines, 0.8, "a time and what takes it"
        )


def _be(noun: str) -> str:
    return "are" if terms.is_plural(noun) else "is"
