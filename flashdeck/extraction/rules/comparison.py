"""Two sides of a comparison -> the same aspect of both in one card."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from flashdeck.extraction.analysis import statements
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates
from flashdeck.extraction.languages import lexicon, terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import subjects, wording

_CARDS: Final = candidates.Maker("comparison", CardKind.COMPARISON)

_MAX_SIDE_WORDS: Final = 12
_COMPOUND: Final = re.compile(r"(?P<first>[A-Za-z]{4,})-[a-z]{4,}\b")
_MOST_WORDS_OF_CONTRAST: Final = 5
_MOST_WORDS: Final = 18
_PAIR: Final = 2
_MOST_COMMON: Final = 3
_FEWEST_WORDS: Final = 3
_LONGEST_LETTERS: Final = 5
_BROAD_VERBS: Final = lexicon.word_set("use need be have make get do")


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each aspect that both sides of a comparison label alike."""
    if not scope.slide.is_comparison:
        for siblings in (scope.items, *(item.children for item in scope.walk())):
            for left, right in pairwise(siblings):
                if left.children and right.children:
                    yield from _contrasts(scope, left, right)
        return
    sides = [item for item in scope.items if item.is_heading and terms.is_label(item.plain)]
    for index, left in enumerate(sides):
        for right in sides[index + 1 :]:
            yield from _aspects(scope, left, right)
    if len(sides) == _PAIR:
        yield from _worded_alike(scope, *sides)


def _aspects(scope: Scope, left: Item, right: Item) -> Iterator[Candidate]:
    said = {aspect: (text, item) for aspect, text, item in _labelled(left)}
    for aspect, text, item in _labelled(right):
        if aspect not in said:
            continue
        other_text, other = said[aspect]
        names = terms.clean_label(left.plain), terms.clean_label(right.plain)
        label = _label(item)
        if terms.key(text) == terms.key(other_text) or terms.count_words(f"{text} {other_text}") > _MOST_WORDS:
            continue  # what the sides say at length is asked of each
        owner = wording.owner_of(" ".join(names), wording.section_name(scope.slide.topic))
        yield _CARDS.question(
            wording.question_about(owner, scope.frames.against.format(one=names[0], other=names[1], aspect=label)),
            f"{names[0]}: {other_text}\n{names[1]}: {text}",
            (min(item.text.first_line, other.text.first_line), max(item.last_line, other.last_line)),
            0.8,
            "both sides of a comparison label this aspect",
        )


def _worded_alike(scope: Scope, left: Item, right: Item) -> Iterator[Candidate]:
    """Cards of lines that both sides word alike: the same line, the same opening verb, the same noun at the end."""
    lines = [[item for item in side.children if is_plain(item)] for side in (left, right)]
    ours = {terms.key(item.plain): item for item in lines[0]}
    common = [(ours[key], item) for item in lines[1] if (key := terms.key(item.plain)) in ours]
    if common and len(common) <= _MOST_COMMON:
        yield _pair(scope, left, right, common)
    told = {id(item) for pair in common for item in pair}
    for shared in (opening, ending):
        rests = [[item for item in side if id(item) not in told] for side in lines]
        for aspect, mine, theirs in _matched(shared, *rests):
            told |= {id(mine), id(theirs)}
            yield _against(scope, (left, right), aspect, (mine, theirs))


def _contrasts(scope: Scope, left: Item, right: Item) -> Iterator[Candidate]:
    """Cards of neighbours of which each says of itself what the other is not (`wind-driven`, `wind-proof`)."""
    if not (terms.is_term(left.plain) and terms.is_term(right.plain)):
        return
    lines = [[item for item in side.children if is_plain(item)] for side in (left, right)]
    for aspect, mine, theirs in _matched(_compound, *lines):
        if terms.key(mine.plain) != terms.key(theirs.plain):
            yield _against(scope, (left, right), aspect, (mine, theirs))


def _compound(plain: str) -> str:
    """The first part of a compound that a short line opens with."""
    found = _COMPOUND.match(plain)
    return found.group("first").casefold() if found and terms.count_words(plain) <= _MOST_WORDS_OF_CONTRAST else ""


def is_plain(item: Item) -> bool:
    """Whether an item is a short line by itself that no label describes."""
    return (
        not item.children
        and not item.body
        and (item.is_statement or _COMPOUND.match(item.plain) is not None)
        and item.definition is None
        and terms.count_words(item.plain) <= _MAX_SIDE_WORDS
    )


def _pair(scope: Scope, left: Item, right: Item, common: list[tuple[Item, Item]]) -> Candidate:
    names = " and ".join(terms.clean_label(side.plain) for side in (left, right))
    said = [terms.clean_statement(mine.plain) for mine, _ in common]
    found = [item.text for pair in common for item in pair]
    count = f" ({wording.number_word(len(said))} points)" if len(said) > 1 else ""
    return _CARDS.question(
        wording.question_about(_owner(scope, names), f"what do {names} have in common{count}?"),
        candidates.as_list(said) if len(said) > 1 else said[0],
        (min(text.first_line for text in found), max(text.last_line for text in found)),
        0.76,
        "a line that stands on both sides",
    )


def _against(scope: Scope, sides: tuple[Item, Item], aspect: str, items: tuple[Item, Item]) -> Candidate:
    names = tuple(terms.clean_label(side.plain) for side in sides)
    said = [item.said for item in items]
    return _CARDS.question(
        wording.question_about(
            _owner(scope, " ".join(names)),
            scope.frames.against.format(one=names[0], other=names[1], aspect=aspect),
        ),
        "\n".join(f"{name}: {text}" for name, text in zip(names, said, strict=True)),
        (min(item.text.first_line for item in items), max(item.text.last_line for item in items)),
        0.76,
        "both sides word this alike",
    )


def _owner(scope: Scope, names: str) -> str:
    return wording.owner_of(names, wording.section_name(scope.slide.topic))


def owner_of_sides(scope: Scope, names: Sequence[str]) -> str:
    """Return the topic that two sides belong to; empty when it names one of them itself, or both are names alone.

    With the name of a third thing before it (`Kite: SLOOP or KETCH`) a question asks which of the two that one is.
    """
    topic = wording.section_name(scope.slide.topic)
    are_short = all(map(_is_short_name, names)) and not terms.stems(names[0]) & terms.stems(names[1])
    if are_short or any(subjects.spells(topic, name) for name in names):
        return ""
    brands = frozenset(map(terms.stem, scope.vocabulary.brands))
    names_side = (terms.stems(topic) - brands) & frozenset().union(*map(terms.stems, names))
    return "" if names_side else wording.owner_of(" ".join(names), topic)


def _is_short_name(side: str) -> bool:
    """Whether a side is known by its letters (`NoSQL`, `SLOOP DB`), whatever topic it stands under."""
    return any(word[1:] != word[1:].lower() and len(word) <= _LONGEST_LETTERS for word in side.split())


def _matched(shared: Callable[[str], str], left: list[Item], right: list[Item]) -> Iterator[tuple[str, Item, Item]]:
    """Yield what one line of each side, and no other, shares."""
    told = [Counter(shared(item.plain) for item in side) for side in (left, right)]
    theirs = {shared(item.plain): item for item in right}
    for item in left:
        aspect = shared(item.plain)
        if aspect and aspect in theirs and all(count[aspect] == 1 for count in told):
            yield aspect, item, theirs[aspect]


def opening(plain: str) -> str:
    """The verb that a line opens with; a noun of the same letters would hardly open a line on both sides."""
    verb = terms.leading_verb(plain)
    return f"{verb} what" if verb and verb not in _BROAD_VERBS else ""


def ending(plain: str) -> str:
    """The last words of a noun phrase, from a hyphenated or the last but one word on (`in-flight encryption`)."""
    found = terms.clean_statement(plain).split()
    if len(found) < _FEWEST_WORDS or terms.is_clause(plain) or terms.is_order(plain) or "(" in plain:
        return ""
    ending = [word.casefold() for word in found[-2:]]
    return " ".join(ending) if all(re.fullmatch(r"[a-z]+(?:-[a-z]+)*", word) for word in ending) else ""


def _labelled(side: Item) -> Iterator[tuple[str, str, Item]]:
    for item in side.children:
        found = item.definition or statements.definition_below(item)
        if found is not None and terms.count_words(found.description) <= _MAX_SIDE_WORDS:
            yield re.sub(r"s$", "", terms.key(found.term)), found.description, item


def _label(item: Item) -> str:
    found = item.definition or statements.definition_below(item)
    assert found is not None
    return found.term
