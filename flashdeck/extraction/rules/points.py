"""Two or three short phrases under a label -> all of them in one card, when no stronger rule asks each by itself."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis import definitions
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates, lists
from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import UNITS
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording

_CARDS: Final = candidates.Maker("points", CardKind.ENUMERATION)
_MOST: Final = 3
_MAX_WORDS: Final = 6
_MAX_WORDS_TOGETHER: Final = 12
_MAX_ORDER_WORDS: Final = 3
_MAX_FACT_WORDS: Final = 9
_MAX_FACT_WORDS_TOGETHER: Final = 20
_RANGE: Final = re.compile(r"\d[\d.,]* ?(?P<unit>[A-Za-z]+) (?:to|–|-) \d[\d.,]* ?(?P=unit)$")
_AMOUNT: Final = re.compile(r"\d[\d.,]* ?(?P<unit>[A-Za-z]{2,8})")
_REFERS: Final = re.compile(
    r"(?:it|this|these|those|they|but|and|or|so|also|otherwise|then|therefore|note|tip|see|more|let[’']s|i\.e|e\.g)\b",
    re.IGNORECASE,
)


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each label whose few points are short and not all asked by themselves."""
    for item in scope.walk():
        if not item.children or item.body:
            continue
        found = item.definition
        named = found.term if found is not None else item.plain
        if not terms.is_label(named) or terms.is_statement_label(named):
            continue
        label = wording.without_count(terms.clean_label(named))
        if terms.is_generic(label) and not terms.is_plural(label):
            continue
        owner = wording.owner_of(label, item.owner)
        if not terms.is_order(label) or terms.is_title_case(label):
            yield from _card(scope, owner, label, item.children)
    if scope.subject and not any(item.is_heading or _is_sentence(item.plain) for item in scope.items):
        *above, last = scope.subject.split(" – ")
        yield from _card(scope, " – ".join(above), last, scope.items)


def _card(scope: Scope, owner: str, label: str, points: tuple[Item, ...]) -> Iterator[Candidate]:
    if _are_tiny_orders(points):
        yield from _orders(owner, label, points)
        return
    if ranges := _ranges(owner, label, points):
        yield from ranges.values()
        points = tuple(point for index, point in enumerate(points) if index not in ranges)
    facts = terms.is_generic(label) and terms.is_plural(label)
    if not 2 <= len(points) <= _MOST or not all(_is_short(point, fact=facts) for point in points):
        return
    if not any(terms.count_words(point.plain) > 1 for point in points):
        return  # bare names, which are no statements
    if any(lists.SEVERAL.search(point.plain) for point in points):
        return  # as many lines, but more names
    if sum(point.text.first_line in scope.asked for point in points) * 2 >= len(points):
        return  # most of them by themselves
    said = [lists.item_name(point.plain) for point in points]
    if lists.is_open(said) or lists.is_praise(said):
        return
    if sum(map(terms.count_words, said)) > (_MAX_FACT_WORDS_TOGETHER if facts else _MAX_WORDS_TOGETHER):
        return
    front = lists.asked(label, owner, said)
    if not front:
        return
    yield _CARDS.question(
        front,
        candidates.as_list(said),
        (points[0].text.first_line, points[-1].last_line),
        0.68,
        f"{len(said)} short points under a label",
    )


def _ranges(owner: str, label: str, points: tuple[Item, ...]) -> dict[int, Candidate]:
    """The cards of those of a few points that are an amount, by their place; empty where all are."""
    if len(points) > _MOST + 1:
        return {}
    found = {index: card for index, point in enumerate(points) if (card := _range(owner, label, point))}
    return found if len(found) < len(points) else {}


def _range(owner: str, label: str, point: Item) -> Candidate | None:
    """The card of a point that is nothing but an amount, or one with its bounds."""
    plain = terms.clean_statement(point.plain)
    match, amount = _RANGE.match(plain), _AMOUNT.fullmatch(plain)
    if match is not None:
        asked = f"from how many to how many {match['unit']}?"
    elif amount is not None and amount["unit"].casefold() in UNITS:
        asked = f"how many {amount['unit']}?"
    else:
        return None
    return _CARDS.question(
        wording.question_about(" – ".join(filter(None, (owner, label))), asked),
        plain,
        (point.text.first_line, point.text.last_line),
        0.72,
        "an amount under a label",
    )


def _are_tiny_orders(points: tuple[Item, ...]) -> bool:
    return (
        2 <= len(points) <= _MOST
        and all(terms.count_words(point.plain) <= _MAX_ORDER_WORDS for point in points)
        and len({terms.leading_verb(point.plain) for point in points}) == len(points)
        and all(terms.is_order(point.plain) or terms.leading_verb(point.plain) for point in points)
        and not any(terms.opens_in_third_person(point.plain) or point.children or point.body for point in points)
    )


def _orders(owner: str, label: str, points: tuple[Item, ...]) -> Iterator[Candidate]:
    """What somebody or something with a name can do, in a word or two each."""
    if not terms.is_term(label):
        return
    front = f"what can you do ({wording.number_word(len(points))} answers)?"
    yield _CARDS.question(
        wording.question_about(" – ".join(filter(None, (owner, label))), front),
        candidates.as_list(terms.clean_statement(point.plain) for point in points),
        (points[0].text.first_line, points[-1].last_line),
        0.7,
        f"{len(points)} tiny orders under a label",
    )


def _is_sentence(plain: str) -> bool:
    return terms.is_clause(plain) and not terms.opens_in_third_person(plain)


def _is_fact(plain: str) -> bool:
    """Whether a point says something by itself, so that it deserves a card of its own or none."""
    first, second = (*terms.words(plain)[:2], "", "")[:2]
    done = first.casefold().endswith("ed") and second[:1].islower()
    return (
        terms.is_clause(plain)
        or terms.is_order(plain)
        or terms.opens_in_third_person(plain)
        or (done and terms.count_words(plain) > 2)
    )


def _is_short(point: Item, *, fact: bool) -> bool:
    """Whether a point fits a list; under a label that says what its points are (`Benefits`) it may be a fact."""
    return (
        not point.children
        and not point.body
        and (point.is_statement or point.plain.isalpha())
        and terms.count_words(point.plain) <= (_MAX_FACT_WORDS if fact else _MAX_WORDS)
        and not _REFERS.match(point.plain)
        and (fact or not _is_fact(point.plain))
        and not terms.is_generic(point.plain)
        and _is_undefined(point)
        and not definitions.holds_arrow(point.plain)
    )


def _is_undefined(point: Item) -> bool:
    """Whether a point defines nothing that is a card of its own; a bracket only adds to it."""
    found = point.definition
    return found is None or found.how.startswith("gloss")
