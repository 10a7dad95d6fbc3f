"""Words that say the same in a label and in what is said of it (`Protection`: `guards against`)."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from flashdeck.extraction.languages import kinship, terms

_GROUPS: Final = tuple(
    terms.stems(group)
    for group in (
        "secure security protect protection guard defend defense safe safety restrict restriction access",
        "dashboard overview view visual see display show visible",
        "analysis analytics analyze insight analytical",
        "price pricing cost fee charge bill billing expense pay",
        "scale scaling grow adjust adapt resize elastic scalable",
        "auto automatic automatically automate automation dynamic dynamically manual manually",
        "real-time immediate immediately instant instantly quick quickly fast rapid rapidly",
        "integrate integration connect connection connectivity",
        "single one individual individually",
        "limit quota maximum cap bound upper potential",
        "ephemeral temporary transient",
        "detect identify recognize find discover",
        "store storage keep save hold",
        "error failure fail",
        "hour duration time runtime",
        "temporal time timespan chronological",
        "spatial space place location",
        "target targeted specific particular",
    )
)
_OPPOSED: Final = tuple(
    (terms.stems(one), terms.stems(other))
    for one, other in (
        ("ephemeral temporary transient volatile", "persistent permanent durable"),
        ("stateless", "stateful"),
        ("static fixed", "dynamic"),
        ("mutable", "immutable"),
        ("private", "public"),
        ("synchronous", "asynchronous"),
    )
)


@lru_cache(maxsize=1 << 12)
def of(stems: frozenset[str]) -> frozenset[str]:
    """Return the stems that say the same as any of these, themselves not included unless a group has them."""
    return frozenset().union(*(group for group in _GROUPS if group & stems))


def tells(shown: frozenset[str], word: str) -> bool:
    """Whether a stem is a form of a shown one, or of one that says the same."""
    known = shown | of(shown)
    return word in known or any(kinship.are_kin(word, other) for other in known)


def untold(shown: frozenset[str], words: Iterable[str]) -> frozenset[str]:
    """Return the stems that are no form of a shown one, nor of one that says the same."""
    known = shown | of(shown)
    return frozenset(
        word for word in words if word not in known and not any(kinship.are_kin(word, other) for other in known)
    )


def opposed(stems: frozenset[str]) -> frozenset[str]:
    """Return the stems that say the contrary of any of these."""
    return frozenset().union(
        *(there for pair in _OPPOSED for here, there in (pair, pair[::-1]) if here & stems),
    )
