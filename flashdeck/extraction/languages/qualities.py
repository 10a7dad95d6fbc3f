"""Which terms tell how something is rather than name a thing."""

import re
from typing import Final

from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import PRAISE, word_set

_QUALITIES: Final = word_set("open free secure transparent automatic fast simple safe cheap portable durable")
_ADJECTIVE: Final = re.compile(r"(?:ful|less|ous|ive|able|ible|ary|onal|(?!speed|exceed|embed)[a-z]{3}ed)$")


def is_adjective(term: str) -> bool:
    """Whether a one-word term is a quality (`Stateless`)."""
    found = terms.words(term)
    if len(found) != 1 or not found[0][1:].islower():
        return False
    return found[0].casefold() in _QUALITIES or _ADJECTIVE.search(found[0].casefold()) is not None


def is_praise(term: str) -> bool:
    """Whether a term is nothing but praise (`Highly scalable`), which says something only of an owner."""
    found = terms.words(term)
    return bool(found) and all(word.casefold() in PRAISE for word in found)
