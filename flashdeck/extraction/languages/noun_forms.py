"""What the form of a noun tells: whether it takes an article or names what acts, and its singular."""

import re
from typing import Final

from flashdeck.extraction.languages import terms

_MASS_NOUN: Final = re.compile(
    r"(?:ing|tion|sion|ity|cy|ment|ness|ance|ence|ship|ware|data|storage|access"
    r"|memory|traffic|swap|bandwidth|latency|metadata)$"
)
_AGENT: Final = re.compile(
    r"(?:[a-z]{3}(?:er|or|ers|ors|ier|iers)|(?:service|tool|engine|agent|function|operation|command|api|client|node)s?)$"
)


def is_mass_noun(term: str) -> bool:
    """Whether a term takes no article (`Partitioning`, `Durability`)."""
    return bool(_MASS_NOUN.search(terms.head_of(term)))


def is_agent_noun(term: str) -> bool:
    """Whether a term names something that acts: `Scheduler`, `Producers`, `GetItem`, `SDK`."""
    return bool(_AGENT.search(terms.head_of(term))) or (terms.is_name_like(term) and len(terms.words(term)) == 1)


def singular(noun: str) -> str:
    """Return the singular of a plural noun phrase by its last word."""
    if not terms.is_plural(noun):
        return noun
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zes")):
        return noun[:-2]
    return noun[:-1]
