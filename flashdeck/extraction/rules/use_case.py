"""What something is for, when to use it, when not."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction import candidates, definitions, statements, terms, wording
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.scope import Scope

_CARDS: Final = candidates.Maker("use case", CardKind.USE_CASE)

_PURPOSES: Final = (
    (
        r"(?:is |are )?(?:mainly |primarily |often |typically )?designed (?P<rest>(?:for|to)\s.+)",
        "what {} designed for?",
        "was",
    ),
    (
        r"(?:is |are |can be )?(?:mainly |primarily |often |typically |ideally )?used (?P<rest>(?:for|to|in|when)\s.+)",
        "what {} used for?",
        "is",
    ),
    (
        r"(?:is |are )?(?:an? )?(?:ideal|suitable|suited|recommended|appropriate) (?P<rest>(?:for|when|if)\s.+)",
        "what {} suitable for?",
        "is",
    ),
    (r"(?:is |are )?best (?:suited )?(?P<rest>(?:for|when|if)\s.+)", "what {} best for?", "is"),
    (
        r"(?:is |are )?(?:a )?(?:good|great|perfect|useful|helpful|handy)(?: choice| fit)? (?P<rest>(?:for|when|if|to)\s.+)",
        "what {} good for?",
        "is",
    ),
    (
        r"not (?:ideal|suitable|suited|recommended|good|meant|designed) (?P<rest>(?:for|when|if|to)\s.+)",
        "what {} not suitable for?",
        "is",
    ),
)
_USE_WHEN: Final = re.compile(
    r"^(?P<advice>(?:use|choose|prefer|pick|consider)\s.{3,80}?)\s+(?P<when>(?:when|if|for)\s.{6,})$", re.IGNORECASE
)
_PATTERNS: Final = tuple(
    (re.compile("^" + pattern + "$", re.IGNORECASE), asked, verb) for pattern, asked, verb in _PURPOSES
)


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each purpose that opens a statement."""
    for item in scope.walk():
        if not statements.is_statement(item):
            continue
        plain = terms.clean_statement(item.plain)
        owner = wording.name(scope.subject, item.labels)
        lines = (item.text.first_line, item.text.last_line)
        for pattern, asked, verb in _PATTERNS:
            match = pattern.match(plain)
            if match and owner:
                before, last = wording.split_owner(owner)
                be = {"is": "are", "was": "were"}[verb] if terms.is_plural(last) else verb
                front = (
                    asked.format(f"{be} {owner}").capitalize()
                    if False
                    else wording.question_about(before, asked.format(f"{be} {last}"))
                )
                yield _CARDS.question(
                    front,
                    _answer(match.group("rest")),
                    lines,
                    0.78,
                    "a purpose",
                )
                break
        advice = _USE_WHEN.match(plain)
        if advice:
            front = wording.question_about(
                owner, f"when to {advice.group('advice')[:1].lower()}{advice.group('advice')[1:]}?"
            )
            yield _CARDS.question(front, advice.group("when"), lines, 0.75, "advice with its condition")


def _answer(rest: str) -> str:
    return definitions.shorten(re.sub(r"^(?:for|in)\s+", "", rest, flags=re.IGNORECASE))
