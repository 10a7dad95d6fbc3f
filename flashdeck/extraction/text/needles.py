"""Strings of which one stands in all that an expression finds.

Most lines hold none of them. To ask for them first takes a tenth of the time of an expression that starts anew at every
letter of a line, as those do that begin with the edge of a word or leave case aside.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"\w+")


def any_in(text: str, needles: Iterable[str]) -> bool:
    """Whether a text holds one of some strings, which are written small, in letters of any case."""
    return any(map(text.lower().__contains__, needles))


@lru_cache(maxsize=1 << 6)
def words_in(text: str) -> frozenset[str]:
    """Return the words of a text in small letters, parted by all that is no letter, to ask for many needles at once."""
    return frozenset(_WORD.findall(text.lower()))
