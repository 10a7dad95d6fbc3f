"""Which language a deck is written in, told by its most frequent small words; decides how its cards ask."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from flashdeck.extraction.languages.lexicon import word_set

FOREIGN_LETTER: Final = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")
"""A letter of no Latin alphabet."""
_FOREIGN_SHARE: Final = 0.3
"""Share of the characters from which a deck counts as written in another script (names and code stay Latin)."""


class Language(StrEnum):
    """The languages that cards can be worded in; `OTHER` is asked without a word of any language."""

    ENGLISH = "English"
    GERMAN = "German"
    OTHER = "other"


_MARKERS: Final = (
    (Language.ENGLISH, word_set("the of and to for with that is are be it this can from by not or as which")),
    (
        Language.GERMAN,
        word_set(
            "der das und ist sind nicht ein eine einen einer von für mit den dem auf wird werden zu zum zur bei oder "
            "auch sich im kann aus durch als wenn"
        ),
    ),
    (
        Language.OTHER,
        word_set(
            "le la les une et est pour dans que qui sur avec pas el los las y es por del una como il di che per sono "
            "della con o os uma não para com em het een van en voor niet zijn i w na się jest och att som är på og det"
        ),
    ),
)
"""Small words of each language that the two others do not write; the last line is French, Spanish, Italian and more."""


def language_of(small: Mapping[str, int], *, characters: int, foreign: int) -> Language:
    """Return the language of a text.

    Args:
        small: how often each word stands there in lower case.
        characters: how long the text is.
        foreign: how many of its characters are letters of no Latin alphabet.
    """
    if foreign > characters * _FOREIGN_SHARE:
        return Language.OTHER
    counts = [sum(small.get(word, 0) for word in words) for _, words in _MARKERS]
    return _MARKERS[counts.index(max(counts))][0]
