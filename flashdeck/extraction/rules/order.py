"""An order against a trouble, or with its aim (`Grease the hinges to save ropes`) -> what to grease for it."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from flashdeck.extraction.analysis import definitions
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import aims, candidates
from flashdeck.extraction.languages import lexicon, terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording

_CARDS: Final = candidates.Maker("order", CardKind.USE_CASE)
_TROUBLE: Final = re.compile(
    r"\b(?:troubleshooting|issues?|problems?|errors?|exceptions?|failures?|too \w+|slow|blocked|stuck|"
    r"exceeded|insufficient)\b|(?:Exception|Error|Exceeded)\b",
    re.IGNORECASE,
)
"""What orders are given against."""
_OPEN: Final = re.compile(r"\b(?:use cases?|examples?|scenarios?|benefits|features|goals?|step)\b", re.IGNORECASE)
_PREPOSITION: Final = re.compile(r"(?P<word>for|on|to|with|in|into|by|at|from|against|over|about)\s+(?P<object>\S.*)$")
_ADVERBIAL: Final = re.compile(
    r"(?:and|or|when|if|that|how|what|where|which|whether|only|as|than|up|out|down|sure|it|them|this|\w+ly)\b"
)
_FOR_WHAT: Final = re.compile(r"For (?P<what>(?!(?:this|these|that|those|example|more|now|all)\b)[^,;:.]{4,50})$")
_WATCHES: Final = re.compile(
    r"(?:Track|Monitor|Analy[sz]e|Compare|Export|Filter|Limit|Forecast) [a-z]+(?: [\w-]+){0,4}$"
)
"""An order so short that its form alone does not tell it from a noun."""
_VAGUE_VERBS: Final = lexicon.word_set(
    """be have get take make let need want know remember see go come do keep ensure pay require support provide offer
    include contain allow help secure ease compute access open complete consider"""
)
_MIN_WORDS: Final = 3
_MANY: Final = 12
_MAX_REST_WORDS: Final = 14


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each order whose verb no order beside it shares."""
    for item in scope.unasked():
        if (served := _served(scope, item)) is not None:
            yield served
            continue
        if not _is_order(item) or _shares_verb(scope, item):
            continue
        owner = item.owner
        made = asked_of(item.plain)
        if made is None or not wording.split_owner(owner)[1] or _is_open(scope, item):
            continue
        asked, answer, has_aim = made
        case = item.labels[-1] if item.labels else ""
        if not has_aim and not _TROUBLE.search(case):
            continue  # against which trouble only the slide's title tells, and it stands over all of them
        if terms.stems(answer) <= terms.stems(owner):
            continue
        if case and terms.is_clause(case) and not terms.is_covered(case, [owner]):
            asked = f"{case.rstrip(':')} – {asked}"
        yield _CARDS.question(
            wording.question_about(owner, asked),
            definitions.shorten(answer),
            (item.text.first_line, item.text.last_line),
            0.68,
            "an order with its reason",
        )


def asked_of(plain: str) -> tuple[str, str, bool] | None:
    """Return what an order asks to do with its object, the object, and whether the question tells its aim.

    None when the order has no object that one can be asked for.
    """
    verb, _, rest = terms.clean_statement(plain).partition(" ")
    if not verb.isalpha():
        return None
    verb = verb.lower()
    preposition = _PREPOSITION.match(rest)
    if preposition and preposition.group("word") == "to" and terms.is_order(preposition.group("object")):
        return None  # `Automate to save time` names no object
    if preposition:
        verb, rest = f"{verb} {preposition.group('word')}", preposition.group("object")
    asked, answer = aims.with_aim(f"what to {verb}?", rest)
    return (asked, answer, answer != rest) if _is_object(answer) else None


def _served(scope: Scope, item: Item) -> Candidate | None:
    """The card of the only order that stands below what it is for (`For rented cranes` > `Track usage`)."""
    served = _FOR_WHAT.match(item.labels[-1]) if item.labels and _WATCHES.match(item.plain) else None
    if served is None or scope.slide.is_comparison or item.children:
        return None
    beside = (other.plain for other in scope.walk() if other.labels == item.labels)
    if sum(terms.is_order(plain) or _WATCHES.match(plain) is not None for plain in islice(beside, _MANY)) != 1:
        return None
    asked = f"what can you do for {wording.lower_first(served.group('what'), scope.vocabulary.common)}?"
    front = wording.question_about(wording.name(scope.subject, item.labels[:-1]), asked)
    lines = (item.text.first_line, item.text.last_line)
    return _CARDS.question(front, item.said, lines, 0.7, "the only order for something")


def _is_open(scope: Scope, item: Item) -> bool:
    """Whether an order is one of many, of which none is the answer, or too short to say anything."""
    named = (scope.slide.title, scope.slide.subtitle, *item.labels)
    return (
        scope.slide.is_comparison
        or any(_OPEN.search(text) for text in named)
        or terms.count_words(item.plain) < _MIN_WORDS
    )


def _is_order(item: Item) -> bool:
    return (
        not item.is_heading
        and not item.children
        and not item.body
        and item.is_statement
        and terms.is_order(item.plain)
        and terms.leading_verb(item.plain) not in _VAGUE_VERBS
        and not any(map(terms.is_verb, terms.words(item.plain)[1:2]))  # `Publish Subscribe pattern` names something
        and item.definition is None
        and not definitions.holds_arrow(item.plain)
    )


def _shares_verb(scope: Scope, item: Item) -> bool:
    verb = terms.leading_verb(item.plain)
    beside = (other for other in scope.walk() if other.labels == item.labels and other is not item)
    return any(terms.leading_verb(other.plain) == verb for other in beside)


def _is_object(rest: str) -> bool:
    return (
        rest[:1].isalnum()
        and not rest.endswith("ly")
        and not _ADVERBIAL.match(rest)
        and not terms.is_clause(rest)
        and terms.count_words(rest) <= _MAX_REST_WORDS
    )
