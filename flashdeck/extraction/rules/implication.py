"""What an arrow points to -> what follows from the statement before it."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis import arrows, definitions, statements
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates, describing, nouns
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording

_CARDS: Final = candidates.Maker("implication", CardKind.IMPLICATION)

_RESULT: Final = re.compile(r"^(?=[^=]*\d)(?P<case>(?:[^=\s]++|\s++(?!=))*+)\s*+=\s*+(?P<result>[^=]*\d[^=]{0,40})$")
_EXAMPLE: Final = re.compile(r"^(?:e\.g\.?|for example)[,:]?\s+", re.IGNORECASE)
_WHEN: Final = re.compile(r"(?:when|whenever|if|where)\b", re.IGNORECASE)
_DEFINED: Final = re.compile(r"an?\s+\w+\s+of\s(?!.*\b(?:is|are|has|have|can|was|were)\b)", re.IGNORECASE)
_TELLS: Final = re.compile(r"[^\W\d_]{3}|\d")
"""A word or a number; signs alone are the other half of a formula."""
_MORE: Final = re.compile(r"(?:used|can|may|often|usually|automatic(?:ally)?)\b", re.IGNORECASE)
_SHORTEST_CLAUSE: Final = 2
_CASE_AND_SUM: Final = 2
_OPENER: Final = re.compile(r"^(?:it|this|they)\s+(?:is|are)\s+", re.IGNORECASE)


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each arrow between a cause and its only consequence."""
    pairs = list(statements.arrow_pairs(scope.items))
    counts = Counter(cause for _, cause, _ in pairs)
    before = ""
    for item, cause, consequence in pairs:
        if counts[cause] == 1:
            yield from _card(scope, item, cause, consequence)
        elif counts[cause] == _CASE_AND_SUM and before and _RESULT.match(consequence) and terms.is_label(cause):
            yield _worked_case(scope, item, cause, before, consequence)
        before = consequence if counts[cause] > 1 else ""


def _worked_case(scope: Scope, item: Item, label: str, case: str, result: str) -> Candidate:
    """The card of an example whose numbers stand before its sum."""
    owner = wording.name(scope.subject, [*item.labels, terms.clean_label(label)])
    front = wording.question_about(owner, f"{terms.clean_statement(case)} – what is the result?")
    lines = (item.text.first_line, item.text.last_line)
    return _CARDS.question(front, terms.clean_statement(result), lines, 0.75, "a worked example")


def _labels_above(item: Item, label: str) -> list[str]:
    return [above for above in item.labels if terms.key(above) != terms.key(label)]


def _passes_on(before: str, after: str) -> bool:
    """Whether an arrow leads from one name to the next (`Rope Store → Rope Loom`), which is no consequence."""
    names = (re.sub(r"^(?:ex|e\.g\.|from)[:\s]+", "", said, flags=re.IGNORECASE) for said in (before, after))
    return all(terms.is_label(name) and (terms.is_title_case(name) or terms.is_name_like(name)) for name in names) and (
        not any(word.islower() for word in terms.words(after))
    )


def _says_more(before: str, after: str) -> bool:
    """Whether what the arrow points to is one more thing said of the same subject, or the next step of an order."""
    if _MORE.match(after) or terms.opens_in_third_person(after):
        return True
    return terms.is_order(before) and (terms.is_order(after) or not terms.is_clause(after))


def _card(scope: Scope, item: Item, cause: str, consequence: str) -> Iterator[Candidate]:
    before, after = terms.clean_statement(cause), _OPENER.sub("", terms.clean_statement(consequence))
    if not before or not after or definitions.ARROW.search(after):
        return
    worked = _RESULT.match(after)
    if worked:
        owner = wording.name(
            scope.subject, [*item.labels, terms.clean_label(before)] if terms.is_label(before) else item.labels
        )
        front = wording.question_about(owner, f"{worked.group('case')} = ?")
        yield _CARDS.question(
            front, worked.group("result"), (item.text.first_line, item.text.last_line), 0.75, "a worked example"
        )
        return
    if _passes_on(before, after):
        return
    owner = wording.name(scope.subject, _labels_above(item, before))
    lines = (item.text.first_line, item.text.last_line)
    if _WHEN.match(before) and "," not in before:
        front = wording.question_about(owner, f"what happens {before[:1].lower()}{before[1:]}?")
        yield _CARDS.question(front, definitions.shorten(after), lines, 0.7, "arrow from a condition")
        return
    if arrows.is_name(before) or (terms.count_words(before) <= _SHORTEST_CLAUSE and not terms.is_order(before)):
        front = describing.describe(before, after, owner, nouns.names_of(scope.vocabulary))
        yield _CARDS.question(front, definitions.shorten(after), lines, 0.75, "arrow from a label")
        return
    if _WHEN.match(after) or cause.rstrip().endswith(("…", "...")) or not _TELLS.search(after):
        return
    if _DEFINED.match(before) or _says_more(before, after):
        return
    before = _EXAMPLE.sub("for example, ", before)
    front = wording.question_about(owner, scope.frames.follows.format(cause=before))
    yield _CARDS.question(front, definitions.shorten(after), lines, 0.65, "arrow from a statement")
