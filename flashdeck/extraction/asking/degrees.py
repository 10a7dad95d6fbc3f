"""Phrases that only grade one respect of a thing (`High throughput`), as any product does of itself."""

from typing import Final

from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import word_set

_ANY: Final = word_set(
    """high low good great better best fast limited standard full easy easier simple auto automatic automated
    automatically continuous continuously dynamic dynamically elastic seamless flexible predictable quick instant
    strong on demand"""
)
"""Words that any product says of itself."""
_ROOT: Final = 4
"""Letters that forms of a word share (`scaling`, `scalable`)."""


def only_grades(plain: str, respect: str) -> bool:
    """Whether a phrase says of a respect no more than how much of it there is."""
    words = [word.casefold() for word in terms.words(plain)]
    return all(word in _ANY or shares_root(word, respect) for word in words)


def shares_root(word: str, respect: str) -> bool:
    """Whether a word is a form of the noun of a respect."""
    return word[:_ROOT].casefold() == respect[:_ROOT].casefold()
