"""Two or three points under a label that no stronger rule asks -> one question, when their common form tells which."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from flashdeck.extraction.analysis import clauses, definitions
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates, lists
from flashdeck.extraction.languages import lexicon, terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording

_CARDS: Final = candidates.Maker("together", CardKind.ENUMERATION)
_MOST: Final = 3
_MAX_WORDS: Final = 12
_MAX_WORDS_TOGETHER: Final = 22
_ALTERNATIVE: Final = re.compile(r",? or$|^or ", re.IGNORECASE)
"""How points say that one of them is enough."""
_NEXT: Final = re.compile(r"(?:then|after|next|finally|first)\b", re.IGNORECASE)
_CASE: Final = re.compile(r"(?:if|when) \S+(?: \S+){2,}", re.IGNORECASE)
_REMEDIES: Final = lexicon.word_set("solution solutions fix fixes remedy remedies workaround mitigation")
_ASKED_INSIDE: Final = re.compile(r"(?:which|who|whom|what|when|where|how|why) ", re.IGNORECASE)
_DOES_AGAIN: Final = re.compile(r"(?:re-\w+|have) ", re.IGNORECASE)
"""Verbs that no list of base forms holds (`Re-tie the rope`, `Have the crew do it`)."""
_TELLS_WHAT: Final = re.compile(r"(?P<who>\S+(?: \S+){0,4}? )?(?P<verb>[a-z]+s)$", re.IGNORECASE | re.ASCII)
_VARIANT: Final = re.compile(r"\w (?:edition|version|plan|tier|licence|license|subscription)$", re.IGNORECASE)
_MEANS_OF: Final = frozenset(
    {"security", "authentication", "authorization", "access control", "encryption", "monitoring", "logging"}
)
"""Aspects of a thing under which stands by what means it has them."""
_BRACKETS: Final = re.compile(r"(?<!\s)\s*\([^()]*\)")
_FEWEST_NAMED: Final = 2


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each label whose points share a form that says what they are."""
    for item in scope.walk():
        points = _points(scope, item)
        if not points:
            continue
        label = wording.without_count(terms.clean_label(item.plain))
        above = item.owner
        made = _asked(label, above, points)
        if made is None or not above:
            continue
        front, said = made
        told = points[-len(said) :]  # a statement before them is none of the answers
        lines = (told[0].text.first_line, told[-1].text.last_line)
        yield _CARDS.question(front, candidates.as_list(said), lines, 0.7, f"{len(said)} points of one form")


def _points(scope: Scope, item: Item) -> tuple[Item, ...]:
    """The points under a label that may be one answer; none when one of them is asked or more stands below it."""
    points = item.children
    if item.body or not _FEWEST_NAMED <= len(points) <= _MOST or item.is_example:
        return ()
    fits = all(
        not (point.children or point.body or point.is_heading or point.number is not None)
        and point.text.first_line not in scope.asked
        and not point.is_example
        and not point.plain.rstrip().endswith((":", "?", "…", "..."))
        and not definitions.holds_arrow(point.plain)
        for point in points
    )
    return points if fits else ()


def _asked(label: str, above: str, points: Sequence[Item]) -> tuple[str, Sequence[str]] | None:
    """Return the question that the points under a label answer, and the answers; None when no form fits."""
    said = [_ALTERNATIVE.sub("", lists.item_name(point.plain)) for point in points]
    number = wording.number_word(len(said))
    if lists.is_open(said):
        return None
    if not _are_short(said):
        return _named(label, above, points)
    if terms.key(label) in _REMEDIES:
        return wording.question_about(above, f"what helps ({number} answers)?"), said
    chosen = any(_ALTERNATIVE.search(point.plain.rstrip(" .;")) for point in points)
    if ways := _ways(label, above, said, number, chosen=chosen):
        return ways, said
    if all(map(_ASKED_INSIDE.match, said)) and (told := _tells(label, above, number)):
        return told, said
    if manner := _manner(label, above, said, number):
        return manner, said
    if not any(map(terms.is_clause, said)) and (shared := _shared_opening(said)):
        opening = shared if terms.is_name_like(shared.partition(" ")[0]) else f"{shared[:1].lower()}{shared[1:]}"
        rest = [one[len(shared) :].strip() for one in said]
        return wording.question_about(wording.name(above, [label]), f"{opening} what ({number} answers)?"), rest
    return _named(label, above, points)


def _ways(label: str, above: str, said: Sequence[str], number: str, *, chosen: bool) -> str:
    """The question of a task over orders that each do it; empty when they may be one after the other."""
    if any(map(_NEXT.match, said)) or not all(terms.leading_verb(one) or _DOES_AGAIN.match(one) for one in said):
        return ""
    if _CASE.match(label):
        asked = f"what to do {label[:1].lower()}{label[1:].rstrip(',')} ({number} ways)?"
        return wording.question_about(above, asked) if chosen else ""
    if not all(map(terms.is_order, said)) and not chosen:
        return ""
    opens = label.partition(" ")
    if opens[0].endswith("ing") and opens[2] and chosen:
        return wording.question_about(above, f"{label[:1].lower()}{label[1:]} – how ({number} ways)?")
    if terms.is_order(label) and terms.count_words(label) > _FEWEST_NAMED and "," not in label:
        return wording.question_about(above, f"how do you {label[:1].lower()}{label[1:]} ({number} ways)?")
    return ""


def _tells(label: str, above: str, number: str) -> str:
    """The question of a verb over what it tells (`Specifies`: `Who may land`)."""
    match = _TELLS_WHAT.fullmatch(label)
    verb = terms.leading_verb(match["verb"]) if match else ""
    if match is None or not verb or not terms.opens_in_third_person(match["verb"]):
        return ""
    before, last = wording.split_owner(above)
    who = re.sub(r"^(?:The|A|An)\b", lambda article: article.group().lower(), (match["who"] or "").strip())
    return wording.question_about(above if who else before, f"what does {who or last} {verb} ({number} answers)?")


def _manner(label: str, above: str, said: Sequence[str], number: str) -> str:
    """The question of a passive over phrases that complete it (`Tolls can be set`: `By weight`)."""
    passive = clauses.PASSIVE.fullmatch(label)
    if passive is None or not all(map(clauses.is_manner, said)):
        return ""
    who = passive["who"]
    who = who if terms.is_name_like(who.partition(" ")[0]) else f"{who[:1].lower()}{who[1:]}"
    return wording.question_about(above, f"how {passive['be'].lower()} {who} {passive['done']} ({number} answers)?")


def _shared_opening(said: Sequence[str]) -> str:
    """The words that all points open with, the last one a preposition; empty when a point has nothing else."""
    words = [one.split() for one in said]
    alike = takewhile(lambda column: len({word.casefold() for word in column}) == 1, zip(*words, strict=False))
    shared = [column[0] for column in alike]
    while shared and shared[-1].casefold() not in lexicon.ANSWER_PREPOSITIONS | {"per", "for", "to"}:
        shared.pop()
    return " ".join(shared) if all(len(one) > len(shared) for one in words) else ""


def _named(label: str, above: str, points: Sequence[Item]) -> tuple[str, Sequence[str]] | None:
    """The question of a variant or an aspect over nouns, or of nouns with one head behind a statement or none."""
    names = [_name(point) for point in points]
    named = names[_states(names[0]) :]
    if any(map(_states, named)):
        return None
    number = wording.number_word(len(named))
    if len(named) < _FEWEST_NAMED or not _are_short(named) or any(map(lists.SEVERAL.search, named)):
        return None
    if _VARIANT.search(label) and len(named) == len(points):
        return wording.question_about(wording.name(above, [label]), f"which {number} features?"), named
    if terms.key(label) in _MEANS_OF and len(named) == len(points):
        return wording.question_about(above, f"which {number} {label.lower()} options?"), named
    heads = {terms.words(_BRACKETS.sub("", one))[-1] for one in named}
    head = next(iter(heads))
    if len(heads) > 1 or not head.islower() or not terms.is_label(label):
        return None
    return wording.question_about(wording.name(above, [label]), f"which {number} kinds of {head}?"), named


def _are_short(said: Sequence[str]) -> bool:
    return (
        all(0 < terms.count_words(one) <= _MAX_WORDS for one in said)
        and sum(map(terms.count_words, said)) <= _MAX_WORDS_TOGETHER
    )


def _name(point: Item) -> str:
    """The noun of a point, without what a colon adds to it."""
    before, mark, _ = _BRACKETS.sub("", point.plain).partition(": ")
    return lists.item_name(before if mark else point.plain)


def _states(name: str) -> bool:
    """Whether a point is a statement rather than a noun."""
    plain = _BRACKETS.sub("", name)
    return (
        terms.is_clause(plain)
        or terms.leading_verb(plain) != ""
        or terms.opens_in_third_person(plain)
        or plain[:1].isdigit()
        or not terms.content_words(plain)
        or terms.words(plain)[0].casefold() in lexicon.STOP_WORDS
    )
