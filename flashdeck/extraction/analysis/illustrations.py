"""Which lines only illustrate others, and which say something by themselves."""

import re
from typing import Final

from flashdeck.extraction.analysis import definitions
from flashdeck.extraction.languages import terms

_EXAMPLE: Final = re.compile(
    r"(?:for example|examples?|e\.g\.?|ex|z\.\s?b\.|beispiele?|szenario|例|シナリオ)\s*+(?:#?\d++\s*+|#\s*+)?"
    r"(?:[:,–—-]|\()|e\.g\.\s|examples?\s*\d*:?$",
    re.IGNORECASE,
)
_EXAMPLES: Final = re.compile(r"example|beispiel|szenari|シナリオ|の例$", re.IGNORECASE)


def illustrates(plain: str, labels: tuple[str, ...]) -> bool:
    """Whether a line illustrates the one before it (`Example 2: ...`) or belongs to a worked example."""
    return _EXAMPLE.match(plain) is not None or any(map(_EXAMPLES.search, labels))


def tells_of_examples(plain: str) -> bool:
    """Whether a heading speaks of examples."""
    return _EXAMPLES.search(plain) is not None


def says_something(plain: str) -> bool:
    """Whether a line that is no example says something by itself rather than naming what stands below it."""
    if plain.endswith((":", "…", "...", "?")) or terms.count_words(plain) < 2:
        return False
    return definitions.ARROW.match(plain) is None
