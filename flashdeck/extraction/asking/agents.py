"""How what acts in a statement stands inside a question about it."""

import re
from typing import Final

from flashdeck.extraction.analysis import clauses
from flashdeck.extraction.analysis.scope import Scope
from flashdeck.extraction.languages import lexicon, terms
from flashdeck.extraction.naming import wording

_HEAD_ENDS: Final = re.compile(r" (?:of|in|at|on|for|to|with|running|using) ")
_HAS_ARTICLE: Final = re.compile(r"(?:an?|the|each|every|all|any|no|one|your|its|their) ")
_UNCOUNTED: Final = re.compile(
    r"(?:tion|sion|ity|ance|ence|ment|ing|cy|ness|ware|data|access|traffic|storage|software)$"
)
"""Endings of nouns that stand without an article."""
ANYBODY: Final = lexicon.word_set("developers users people customers companies organizations everyone somebody")
"""Who does nearly everything."""
_FEWEST: Final = 2


def inside(scope: Scope, agent: str, owner: str) -> str:
    """Return a subject as it stands inside a question; slides leave out the article of a single thing."""
    if agent.endswith(" by default"):
        return agent  # how it is, not what it is
    small = small_article(wording.lower_first(agent, scope.vocabulary.common) if owner else agent)
    head = terms.words(_HEAD_ENDS.split(small, maxsplit=1)[0])[-1]
    is_one = (
        small != agent
        and small[0].islower()
        and not clauses.is_plural(head)
        and " and " not in small
        and not _HAS_ARTICLE.match(small)
    )
    return f"the {small}" if is_one and not _UNCOUNTED.search(head) else small


def small_article(agent: str) -> str:
    """Return a subject whose article is written small."""
    first, _, rest = agent.partition(" ")
    return f"{first.lower()} {rest}" if first in {"A", "An", "The", "Each", "Every", "All"} and rest else agent


def fewest(agent: str, said: str) -> int:
    """Return how many words the object of a weak verb needs; see `verb_questions.asked_of`."""
    is_part = bool(said) and not terms.is_covered(agent, said.split(" – ")[:1])
    return _FEWEST if is_part or agent.startswith(("each ", "every ")) else 0
