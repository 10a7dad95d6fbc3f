"""A described term without what another card asks, and a narrower question than how or what it does."""

import re
from typing import Final

from flashdeck.extraction.analysis import definitions
from flashdeck.extraction.asking import labels, roles
from flashdeck.extraction.languages import kinship, lexicon, terms
from flashdeck.extraction.rules import order

_SPELLS_FIRST: Final = re.compile(r"(?P<words>[^\W\d][\w-]*(?: [\w-]+){1,6})(?: [–—-] | ?\()(?P<more>[^()]{3,}?)\)?$")
_FEWEST_WORDS: Final = 3


def behind_letters(term: str, description: str) -> str:
    """Return a description without what the letters of its term stand for, which has a card of its own."""
    match = _SPELLS_FIRST.match(description) if sum(map(str.isupper, term)) > 1 and " " not in term else None
    if match is None or terms.count_words(match["more"]) < _FEWEST_WORDS:
        return description
    words = match["words"].casefold().split()
    strong = [word for word in words if word not in lexicon.STOP_WORDS]
    spelled = {"".join(word[0] for word in each) for each in (words, strong)}
    return match["more"] if term.casefold() in spelled else description


def narrowed(term: str, asked: roles.Asked) -> roles.Asked:
    """Return a deed without a second sentence about it, and by what means rather than how where an order says both."""
    first, *others = definitions.sentences_in(asked.back)
    asked = asked._replace(back=terms.clean_statement(first)) if others else asked
    is_order = terms.is_order(asked.back) or labels.advises(asked.back)
    made = order.asked_of(asked.back) if asked.front.endswith(": how?") and is_order else None
    if made is None or not made[2] or kinship.roots(term) & kinship.roots(made[1]):
        return asked
    return roles.Asked(f"{asked.front.removesuffix('how?')}{made[0]}", made[1])
