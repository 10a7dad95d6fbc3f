"""Another name of a thing (`AKA “night boat”`) -> what it is also called."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis.scope import Scope
from flashdeck.extraction.asking import candidates
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording
from flashdeck.extraction.text import needles

_CARDS: Final = candidates.Maker("naming", CardKind.DEFINITION)
_OTHER_NAME: Final = re.compile(
    r"^(?:(?P<what>(?!(?:it|they|this|that|these|those)\b)[^,;:()]{2,60}?) (?:is|are) )?"
    r"(?P<how>aka|a\.k\.a\.?|also (?:known as|called|referred to as)|(?<=is )known as|(?<=are )known as|^known as):? "
    r"(?P<name>[^,;:()]{2,50}?)\.?$",
    re.IGNORECASE,
)
_SAYS_SO: Final = ("aka", "a.k.a", "called", "known as", "referred to as")
_UNCOUNTED: Final = re.compile(
    r"(?:tion|sion|ity|ance|ence|ment|ing|age|ness|ware|data|access|traffic)\b| (?:in|of|at|on) "
)
_MAX_NAME_WORDS: Final = 6


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each line that tells another name of its subject."""
    for item in scope.walk():
        if item.children or not item.is_statement or not needles.any_in(item.plain, _SAYS_SO):
            continue
        match = _OTHER_NAME.match(item.said)
        if match is None or terms.count_words(match.group("name")) > _MAX_NAME_WORDS:
            continue
        owner = item.owner
        before, last = wording.split_owner(owner)
        if not (match["what"] or before):
            continue  # said of one of the things that the slide tells of
        named = match["what"] or last
        before = wording.owner_of(named, owner) if match["what"] else before
        if not named or terms.stems(match.group("name")) <= terms.stems(named) or terms.is_clause(match["name"]):
            continue
        be = "are" if terms.is_plural(named) else "is"
        known = "known as" if "called" not in match.group("how").lower() else "called"
        front = wording.question_about(before, f"what {be} {_small(scope, named)} also {known}?")
        lines = (item.text.first_line, item.text.last_line)
        yield _CARDS.question(front, match.group("name"), lines, 0.8, "another name of it")


def _small(scope: Scope, named: str) -> str:
    small = wording.lower_first(named, scope.vocabulary.common)
    counted = small != named and not terms.is_plural(small) and not _UNCOUNTED.search(small)
    return f"the {small}" if counted else small
