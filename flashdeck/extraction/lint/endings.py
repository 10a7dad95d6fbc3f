"""Where a text breaks off."""

import re
from typing import Final

_SIGNS: Final = tuple("([{=:∗*+<")
_WORDS: Final = (
    *("and", "or", "the", "a", "an", "of", "with", "in", "for", "by", "from", "is", "are", "using", "via"),
    *("e.g", "e.g.", "such as", "across", "into", "between", "among", "through", "onto"),
    *("und", "oder", "mit", "von", "zur", "zum", "des", "einer", "eines"),
    *("durch das", "durch die", "durch den", "für das", "für die", "für den"),
)
_LAST_WORD: Final = re.compile(rf"\b(?:{'|'.join(map(re.escape, _WORDS))})$")
_QUALITY: Final = re.compile(r"\bfor (?:ultra|super|high|low)-\w+\??$")
"""A quality whose noun is lost (`for ultra-fast`)."""
_LONGEST: Final = 60
"""Characters at the end of a text within which it breaks off, spaces included."""


def breaks_off(text: str) -> bool:
    """Whether a text ends where no sentence or phrase can end."""
    end = text[-_LONGEST:].rstrip().casefold()
    if "for " in end and _QUALITY.search(end):
        return True
    return end.endswith(_SIGNS) or (end.endswith(_WORDS) and _LAST_WORD.search(end) is not None)
