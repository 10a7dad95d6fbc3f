"""If, when, in case of -> what happens or what to do then."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction import candidates, statements, terms, wording
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.scope import Scope

_CARDS: Final = candidates.Maker("condition", CardKind.USE_CASE)

_FIRST: Final = re.compile(
    r"^(?P<word>if|when|whenever|once|in case of|in the case of|in case|after|before)\s+(?P<condition>[^,:;⇒]{6,140}?)"
    r"\s*(?:,\s*(?:then\s+)?|:\s+|\s=>\s|\s⇒\s|\s->\s|\s→\s)(?P<result>.{6,})$",
    re.IGNORECASE,
)
_LAST: Final = re.compile(
    r"^(?P<result>.{8,160}?)\s+(?P<word>if|unless)\s+(?P<condition>[^,;:()]{8,140})$", re.IGNORECASE
)


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each condition with its result."""
    for item in scope.walk():
        plain = terms.clean_statement(item.plain)
        if not statements.is_statement(item):
            continue
        owner = wording.name(scope.subject, item.labels)
        lines = (item.text.first_line, item.text.last_line)
        match = _FIRST.match(plain)
        if match:
            condition = f"{match.group('word').lower()} {match.group('condition').strip()}"
            front = wording.question_about(
                owner, f"what happens {condition}?" if _is_event(match) else f"what to do {condition}?"
            )
            yield _CARDS.question(
                front,
                re.sub(r"^means\s+(?:that\s+)?", "", match.group("result"), flags=re.IGNORECASE),
                lines,
                0.78,
                "a condition with its result",
            )


def _is_event(match: re.Match[str]) -> bool:
    return not terms.is_order(match.group("result"))
