"""What holds by default -> which of the two it is."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis.scope import Scope
from flashdeck.extraction.asking import candidates
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording

_CARDS: Final = candidates.Maker("default", CardKind.LIMIT)
_OPPOSITES: Final = {
    "enabled": "disabled", "disabled": "enabled", "on": "off", "off": "on", "encrypted": "unencrypted",
    "unencrypted": "encrypted", "public": "private", "private": "public", "allowed": "denied", "denied": "allowed",
    "stateful": "stateless", "stateless": "stateful", "active": "inactive", "inactive": "active",
    "included": "excluded", "excluded": "included", "blocked": "allowed", "synchronous": "asynchronous",
    "asynchronous": "synchronous",
}  # fmt: skip
_DEFAULT: Final = re.compile(
    rf"^(?P<what>.{{0,80}}?)\b(?:is\s+|are\s+)?(?P<not>not\s+)?(?:always\s+|automatically\s+)?"
    rf"(?P<state>{'|'.join(_OPPOSITES)})\s+by\s+default\b",
    re.IGNORECASE,
)  # fmt: skip

_OPTIONAL: Final = re.compile(r"\b(?:optional|opt-in)\b", re.IGNORECASE)


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each state that is said to be the default."""
    for item in scope.walk():
        plain = item.said
        match = _DEFAULT.match(plain) if "default" in plain.lower() else None
        if match is None or not item.is_statement:
            continue
        if _OPTIONAL.search(match.group("what")):
            continue  # what is optional is off by default
        state = match.group("state").lower()
        what = terms.clean_label(match.group("what")).removesuffix(" is").removesuffix(" are")
        label, mark, said = what.rpartition(": ")
        what = said.rpartition(", ")[2]
        owner = wording.name(scope.subject, [*item.labels, label] if mark else item.labels)
        about = wording.owner_of(what, owner) if what else owner
        asked = f"{wording.lower_first(what, scope.vocabulary.common)} " if what else ""
        first, second = sorted((state, _OPPOSITES[state]))
        yield _CARDS.question(
            wording.question_about(about, f"{asked}{first} or {second} by default?"),
            f"Not {state} by default" if match.group("not") else f"{state.capitalize()} by default",
            (item.text.first_line, item.text.last_line),
            0.8,
            "a default state",
        )
