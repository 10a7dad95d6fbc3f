"""What forms of one word share (`encrypted`, `encryption`), so that one of them tells another."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import STOP_WORDS

_PART: Final = re.compile(r"[^\W_]+")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_NOUN_ENDING: Final = re.compile(r"(?<=\w{4})ments?$")
_ROOT: Final = 7
"""Letters from which on words of one root differ (`encrypted`, `encryption`)."""
_SHORTEST_KIN: Final = 4
_CACHED: Final = 1 << 12


@lru_cache(maxsize=_CACHED)
def roots(text: str) -> frozenset[str]:
    """Return what the words that carry meaning share with their kin (`invalid` of `CacheInvalidations`)."""
    return roots_of(terms.words(text))


def roots_in(text: str, wanted: frozenset[str]) -> frozenset[str]:
    """Return those of some roots that a text has; of most texts only the letters are looked at."""
    return wanted & roots(text) if any(_held(text, wanted)) else frozenset()


def has_roots(text: str, wanted: frozenset[str]) -> bool:
    """Whether a text has all of some roots, see `roots_in`."""
    return all(_held(text, wanted)) and wanted <= roots(text)


def stems_in(text: str, wanted: frozenset[str]) -> frozenset[str]:
    """Return those of some stems that a text has, as `roots_in` does."""
    return wanted & terms.stems(text) if any(_held(text, wanted)) else frozenset()


def _held(text: str, wanted: Iterable[str]) -> Iterator[bool]:
    """Yield whether a text has the letters of a stem or root: the word it is of holds it, but for a `y` at its end."""
    small = text.casefold()
    return (part.removesuffix("y") in small for part in wanted)


def roots_of(words: Iterable[str]) -> frozenset[str]:
    """Return the roots of words, see `roots`."""
    return frozenset().union(*map(_roots_of_word, words))


@lru_cache(maxsize=_CACHED)
def _roots_of_word(word: str) -> frozenset[str]:
    if word.isascii() and word.isalpha() and word[1:].islower():  # as most are
        small = word.lower()
        return frozenset() if small in STOP_WORDS else frozenset((_root(small),))
    parts = _PART.findall(" ".join(terms.content_words(_CAMEL.sub(" ", word))))
    return frozenset([_root(part) for part in parts if part not in STOP_WORDS])


def _root(part: str) -> str:
    return terms.stem(_NOUN_ENDING.sub("", part) if "ment" in part else part)[:_ROOT]


def tells_half(said: str, label: str) -> bool:
    """Whether half of the words of a label of several stand in what is said of it, in whatever form."""
    named, told = terms.stems(label), terms.stems(said)
    return len(named) > 1 and sum(any(are_kin(one, other) for other in told) for one in named) * 2 >= len(named)


@lru_cache(maxsize=_CACHED)
def are_kin(one: str, other: str) -> bool:
    """Whether two stems are forms of one word (`visual`, `visualization`)."""
    short, long = sorted((one.rstrip("eiy"), other.rstrip("eiy")), key=len)
    return short == long or (len(short) >= _SHORTEST_KIN and long.startswith(short))
