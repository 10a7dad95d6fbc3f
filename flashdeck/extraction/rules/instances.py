"""A statement that ends in a kind of things, with their names in the line below -> which things of the kind."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording

_CARDS: Final = candidates.Maker("instances", CardKind.ENUMERATION)
_ENDS_IN_KIND: Final = re.compile(
    r"^(?P<deed>[A-Z][^,;:()]{2,80}?\b(?:using|with|in|into|from|to|via|through|on|across|between|uses?|supports?|"
    r"offers?|leverages?|handles?|reads?|writes?|runs?)) "
    r"(?:(?:many|several|multiple|various|different|all|the|these|following|a (?:wide )?(?:range|variety) of) )?"
    r"(?P<kind>(?:[\w-]+ ){0,3}[a-z-]{4,}s) ?[.:]?$"
)
_SPLIT: Final = re.compile(r",\s+(?:and |or |& )?| (?:/|and|or|&) ")
_OPEN: Final = re.compile(r"…|\.\.\.|\betc\b|\bmore\b|\bothers?\b", re.IGNORECASE)
_FEWEST: Final = 2
_MOST: Final = 5
_MAX_NAME_WORDS: Final = 3


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each kind whose names fill the next line."""
    for item, below in pairwise(scope.walk()):
        if not _belongs(item, below) or not (terms.is_order(item.plain) or terms.opens_in_third_person(item.plain)):
            continue
        names = _names(below)
        match = _ENDS_IN_KIND.match(item.plain.rstrip()) if names else None
        if match is None:
            continue
        owner = item.owner
        if not owner or terms.is_clause(match.group("kind")) or terms.is_covered(match.group("kind"), [owner]):
            continue
        deed = match.group("deed")[:1].lower() + match.group("deed")[1:]
        asked = f"{deed} which {wording.number_word(len(names))} {match.group('kind')}?"
        lines = (below.text.first_line, below.text.last_line)
        front = wording.question_about(owner, asked)
        yield _CARDS.question(front, terms.clean_statement(below.plain), lines, 0.76, "names of the kind above them")


def _belongs(item: Item, below: Item) -> bool:
    """Whether a line is all that stands below another, or stands beside it where neither has anything below."""
    if below.children or below.body or item.body or below.is_heading:
        return False
    return len(item.children) == 1 if item.children else item.labels == below.labels and not item.is_heading


def _names(item: Item) -> tuple[str, ...]:
    """The names of which a line consists; empty when it says anything else, or leaves some out."""
    plain = item.plain.rstrip(" .")
    if item.definition is not None or not plain[:1].isupper():
        return ()
    names = tuple(_SPLIT.split(plain))
    if not _FEWEST <= len(names) <= _MOST:
        return ()
    named = all(name[:1].isupper() and len(name.split()) <= _MAX_NAME_WORDS for name in names)
    return names if named and not (_OPEN.search(plain) or terms.is_clause(plain)) and terms.is_balanced(plain) else ()
