"""Which lines only illustrate others, and which say something by themselves."""

import re
from typing import Final

from flashdeck.extraction.analysis import definitions
from flashdeck.extraction.languages import terms
from flashdeck.extraction.text import needles

_EXAMPLE: Final = re.compile(
    r"(?:for example|examples?|e\.g\.?|ex|z\. ?b\.|beispiele?|szenario|例|シナリオ)\s*+(?:#?\d++\s*+|#\s*+)?"
    r"(?:[:,–—-]|\()|e\.g\. |examples?\s*\d*:?$",
    re.IGNORECASE,
)
_EXAMPLES: Final = ("example", "beispiel", "szenari", "シナリオ")


def illustrates(plain: str, labels: tuple[str, ...]) -> bool:
    """Whether a line illustrates the one before it (`Example 2: ...`) or belongs to a worked example."""
    return _EXAMPLE.match(plain) is not None or any(map(tells_of_examples, labels))


def tells_of_examples(plain: str) -> bool:
    """Whether a heading speaks of examples."""
    return needles.any_in(plain, _EXAMPLES) or plain.endswith("の例")


def says_something(plain: str) -> bool:
    """Whether a line that is no example says something by itself rather than naming what stands below it."""
    if plain.endswith((":", "…", "...", "?")) or terms.count_words(plain) < 2:
        return False
    return definitions.ARROW.match(plain) is None
