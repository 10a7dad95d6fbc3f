"""Whether words that are shown give away words that are asked, in whatever form they stand there."""

import re
from typing import Final

from flashdeck.extraction.languages import kinship, terms
from flashdeck.extraction.languages.lexicon import BLAND_WORDS, DECIDING_WORDS

_EMPTY: Final = kinship.roots(
    "full fully compliance software new available existing other perform performing use using apply applies number "
    "possible exist application tool engine layer automated particular"
)
"""What an answer may hold beside the words that count."""


_ADVERB: Final = re.compile(r"^\w{4,}ly\b")
_COMPOUND: Final = re.compile(r"[^\W\d_]{4,}-[^\W\d_]{4,}")
"""Of two words tied to one (`Tug-Dienste`) one tells the other."""


def gives_away(shown: str, asked: str) -> bool:
    """Whether all that counts of an answer is shown already (`software agent` under `Agent-based`)."""
    told = [word for word in terms.words(_ADVERB.sub(" ", asked)) if word.casefold() not in BLAND_WORDS]
    wanted = kinship.roots_of(told)
    telling = wanted - _EMPTY
    if telling and not _COMPOUND.fullmatch(asked.strip()):
        return kinship.has_roots(shown, telling)
    return bool(kinship.roots_in(shown, wanted))


def cues_most(shown: str, hidden: str) -> bool:
    """Whether what stands around a gap gives most of its words away, or the common word it opens with."""
    wanted = kinship.roots(hidden)
    shared = kinship.roots_in(shown, wanted)
    if not shared or hidden.startswith("not "):
        return False
    if _COMPOUND.fullmatch(hidden.strip()):
        return True
    found = terms.words(hidden)
    is_name = all(word[:1].isupper() for word in found)
    others = found[:-1]
    if (
        others
        and all(word.islower() and word not in DECIDING_WORDS for word in others)
        and terms.stems(found[-1]) & terms.stems(shown)
    ):
        return True  # of `seaworthy boats` under `Boats` only a quality is left
    if wanted - shared <= _EMPTY or (len(shared) * 3 >= len(wanted) * 2 and not is_name):
        return True
    told = terms.content_words(hidden)
    opens = told[0] if told and told[0] in hidden and told[0] != "data" else ""
    return len(shared) * 2 >= len(wanted) and bool(opens) and kinship.roots(opens) <= kinship.roots(shown)
