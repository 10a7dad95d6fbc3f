"""Names that a sentence sets as code, as far as hiding them asks something: not those that the whole deck speaks of."""

import re
from collections.abc import Collection, Iterator
from typing import Final

from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Text

_JOINT: Final = re.compile(r"\s*(?:,|/|,? (?:and|or|und|oder|sowie|bzw\.))\s*(?:(?:an?|the)\s+)?")
_EXAMPLE: Final = re.compile(
    r"(?:\b(?:such as|for example|for instance|like|e\. ?g\.?|beispielsweise|zum beispiel|etwa|z\. ?b\.?)|,)"
    r"[\s(]*\Z",
    re.IGNORECASE,
)
_CAMEL: Final = re.compile(r"[A-Z][a-z]+|[A-Z]+(?![a-z])|[a-z]+")
_LONGEST_OPENER: Final = 20
_WEIGHT: Final = 0.8
_WEIGHT_OF_FAMILIAR: Final = 0.5


def phrases(text: Text, known: str, familiar: Collection[str]) -> Iterator[tuple[int, int, float]]:
    """Yield half-open ranges of code with their weight as a gap; names in a row are one range.

    Args:
        text: the sentence.
        known: what the front says anyway; its initials (`PVC` for `PersistentVolumeClaim`) are no gap.
        familiar: names (keys) that several slides set as code, so that one of them would be a guess.
    """
    start = end = -1
    for low, high in text.code:
        if start >= 0 and _JOINT.fullmatch(text.plain, end, low):
            end = high
            continue
        if start >= 0:
            yield from _weighed(text, start, end, known, familiar)
        start, end = low, high
    if start >= 0:
        yield from _weighed(text, start, end, known, familiar)


def _weighed(
    text: Text, start: int, end: int, known: str, familiar: Collection[str]
) -> Iterator[tuple[int, int, float]]:
    name = text.plain[start:end]
    if _EXAMPLE.search(text.plain, max(0, start - _LONGEST_OPENER), start):
        return  # one of many
    letters = "".join(character for character in name if character.isalnum()).removesuffix("s").casefold()
    if len(letters) > 1 and letters in _initials(known):
        return
    yield start, end, _WEIGHT_OF_FAMILIAR if terms.key(name).removesuffix("s") in familiar else _WEIGHT


def _initials(known: str) -> frozenset[str]:
    """Return the initials of the names joined from several words, and of the whole."""
    words = [_CAMEL.findall(word) for word in terms.words(known)]
    joined = ["".join(part[0] for part in parts) for parts in words if len(parts) > 1]
    return frozenset(
        initials.casefold() for initials in (*joined, "".join(part[0] for parts in words for part in parts))
    )
