"""Lines of two compared things that share one noun (`needs a pilot`, `no pilot`) -> what about it, once for each."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis import definitions
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates, degrees
from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import BLAND_WORDS, DECIDING_WORDS, UNITS, VERBS
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording
from flashdeck.extraction.rules import comparison

_CARDS: Final = candidates.Maker("counterpart", CardKind.COMPARISON)
_NO_NOUN_ENDS: Final = ("ly", "ed", "ing", "able", "ible", "ful", "ive", "ous", "est")
_HEAD: Final = re.compile(
    r"(?<![\w-])(?<!per )(?P<noun>[A-Za-z]{4,30})(?=\s*(?:$|[(/,;.])| (?:with|for|of|in|on|and|or|per)\b)"
)
"""A word that can head a phrase, because nothing follows that it could qualify."""
_TWO_FACTS: Final = re.compile(r" / ")
_MIN_LETTERS: Final = 4
_MAX_WORDS: Final = 7


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose a card for both lines of each pair that alone on their sides speak of one thing."""
    if not scope.slide.is_comparison:
        return
    sides = [item for item in scope.items if item.is_heading and terms.is_label(item.plain)]
    if len(sides) != 2 or terms.key(sides[0].plain) == terms.key(sides[1].plain):
        return
    nouns = [_nouns(side) for side in sides]
    names = terms.stems(" ".join(side.plain for side in sides))
    done: set[int] = set()
    for stem, (noun, left) in nouns[0].items():
        if stem not in nouns[1] or stem in names or stem in scope.vocabulary.frequent:
            continue
        right = nouns[1][stem][1]
        if left.text.first_line in done or right.text.first_line in done:
            continue
        if any(degrees.only_grades(item.plain, noun) or _TWO_FACTS.search(item.plain) for item in (left, right)):
            continue  # which side it is, is the better question
        done |= {left.text.first_line, right.text.first_line}
        topic = comparison.owner_of_sides(scope, [terms.clean_label(side.plain) for side in sides])
        yield _card(topic, left, noun)
        yield _card(topic, right, noun)


def _nouns(side: Item) -> dict[str, tuple[str, Item]]:
    """Return the stems that stand in a single line of a side, with the word as it is written and the line."""
    lines = [item for item in side.children if _is_plain(item)]
    counts = Counter(stem for item in side.walk() for stem in terms.stems(item.plain))
    found: dict[str, tuple[str, Item]] = {}
    for item in lines:
        for match in _HEAD.finditer(item.plain):
            word = match.group("noun")
            stem = terms.stem(word)
            if counts[stem] == 1 and _is_noun(word):
                found.setdefault(stem, (word.casefold(), item))
    return found


def _is_plain(item: Item) -> bool:
    return (
        not item.children
        and not item.body
        and item.is_statement
        and terms.count_words(item.plain) <= _MAX_WORDS
        and item.definition is None
        and not definitions.holds_arrow(item.plain)
    )


def _is_noun(word: str) -> bool:
    small = word.casefold()
    return (
        word.isalpha()
        and len(small) >= _MIN_LETTERS
        and (word.islower() or word.istitle())
        and not small.endswith(_NO_NOUN_ENDS)
        and small not in VERBS
        and small not in BLAND_WORDS | DECIDING_WORDS | UNITS
    )


def _card(topic: str, item: Item, noun: str) -> Candidate:
    owner = wording.name(topic, item.labels)
    lines = (item.text.first_line, item.text.last_line)
    front = wording.question_about(owner, f"{noun}?")
    return _CARDS.question(front, item.said, lines, 0.74, "both sides speak of it")
