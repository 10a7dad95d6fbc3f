"""Whether the answer of a described label fits its question: a way asks for a work, a meaning for more than a noun."""

import re
from collections.abc import Callable
from typing import Final

from flashdeck.extraction.analysis import deeds
from flashdeck.extraction.asking import kind_phrases, labels
from flashdeck.extraction.asking.roles import Asked
from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import VERBS

_HOW: Final = re.compile(r"(?:^|: )how\?$", re.IGNORECASE)
_ARRANGES: Final = re.compile(r"\b(?:setup|ingestion|backoff|auditing|logging|sampling)$", re.IGNORECASE)
_OWN_USE: Final = re.compile(r"(?:[A-Z]\w+ )?[Uu]se of \w+$")
_MEANS: Final = re.compile(r"\bwhat do(?:es)? [^?]{1,200} mean\?$", re.IGNORECASE)
_COMPOUND: Final = re.compile(r"[A-Z][a-z]+-[A-Z]?[a-z]+")
_IS: Final = re.compile(r"\bwhat (?:is|are) (?!the )[^?]{1,200}\?$", re.IGNORECASE)
_DOES: Final = re.compile(r"\bwhat do(?:es)? [^?]{1,200} do\?$", re.IGNORECASE)
_IN_WHAT_WAY: Final = re.compile(r"\bin what way [^?]{1,100}\?$")
_AIMED: Final = re.compile(r"\bwhat (?:is|are) (?:it|they) (?:\w+ )?(?:focused|optimized|designed|built) (?:on|for)\?$")
_OPEN_END: Final = re.compile(r"(?:…|\.\.\.|\betc\.?)\W*$", re.IGNORECASE)
_AS: Final = re.compile(r"\w as \w")
_INVOLVES: Final = re.compile(r"\binvolve\?$")
_ONE_CASE: Final = re.compile(r"\((?:simplified|example)\)", re.IGNORECASE)
_HELPS_IN: Final = re.compile(r"helps? (?:in|with) ", re.IGNORECASE)
_CLAIMS: Final = re.compile(r"(?:you|[Dd]emands|[Rr]equires|[Nn]eeds|[A-Z]?[a-z]{3,}ing) ")
_TWO: Final = re.compile(r"\w (?:and|&) \w")
_WHICH: Final = re.compile(r"\bwhich (?:two|three) [a-z]+\?$")
_ADJECTIVE: Final = re.compile(r"[A-Za-z]{3,}(?:ic|al|ary|ous)")
_SUGGESTS: Final = re.compile(r"(?:[Ii]n [\w ]{1,30}, )?[Yy]ou (?:could|might) ")
_SETS_OFF: Final = re.compile(r"\b(?:both|only|any|not|no|without|every|each)\b|[\d“\"]", re.IGNORECASE)
_HOW_TO: Final = re.compile(r"(?:^|: )how to [^?:]{1,100}\?$", re.IGNORECASE)
_LISTS: Final = re.compile(r", (?!\w+ing )")
"""Several things side by side (`ropes, fenders`), rather than more of the first."""
_FEWEST_STEPS: Final = 2
_FEWEST_OF_CLAIM: Final = 4
_FEWEST_OF_PHRASE: Final = 3


def has_no_way(term: str, front: str, back: str) -> bool:
    """Whether it is asked how, of a label that names nothing that is done, or told that it is used."""
    if not _HOW.search(front) or not terms.words(term):
        return False
    if _OWN_USE.match(back):
        return True
    return not (kind_phrases.is_process(term) or labels.is_work(term) or _ARRANGES.search(term))


def is_misfit(term: str, asked: Asked) -> bool:
    """Whether a question does not fit its label or its answer."""
    if not terms.words(term):
        return False
    front = asked.front.lower()
    found = next((unfit for said, pattern, unfit in _UNFIT if said in front and pattern.search(asked.front)), None)
    return found is not None and found(term, asked.back)


def is_claim(respect: str, back: str) -> bool:
    """Whether a respect is answered by a deed or by what can be done, set off from nothing (`Goal: makes it fast`)."""
    if labels.is_search(respect) or terms.count_words(back) < _FEWEST_OF_CLAIM:
        return False
    if _SUGGESTS.match(back):
        return True
    is_deed = terms.opens_in_third_person(back) or deeds.is_order(back) or _CLAIMS.match(back) is not None
    return is_deed and _SETS_OFF.search(back) is None


def _means_no_word(term: str, back: str) -> bool:
    return _TWO.search(term) is not None or _is_noun_of_quality(term, back)


def _is_noun_of_quality(term: str, back: str) -> bool:
    """Whether a noun stands behind a quality, which it cannot explain (`Night-Time: Real speed of a ship`)."""
    is_quality = labels.is_quality(term) or labels.ends_in_participle(term) or _COMPOUND.fullmatch(term) is not None
    first = back.partition(" ")[0]
    is_sentence = terms.is_clause(back) or terms.is_plural(first) or VERBS.get(first.casefold()) is not None
    return is_quality and not is_sentence and not kind_phrases.denies(back) and not _LISTS.search(back)


def _names_examples(term: str, back: str) -> bool:
    """Whether things of common names stand behind an adjective, of which they are only examples."""
    is_quality = labels.is_quality(term) or _ADJECTIVE.fullmatch(term) is not None
    return is_quality and not any(word[:1].isupper() for word in terms.words(back))


def _praises(_term: str, back: str) -> bool:
    return not (_SETS_OFF.search(back) or _TWO.search(back)) or _OPEN_END.search(back) is not None


def _defines_nothing(term: str, back: str) -> bool:
    return _AS.search(term) is not None or terms.opens_in_third_person(back)


def _does_nothing(term: str, back: str) -> bool:
    return _is_phrase(term) or _HELPS_IN.match(back) is not None


def _is_phrase(term: str) -> bool:
    """Whether a label is a verb with its object and more, which does nothing itself (`Ask pilots for help`)."""
    found = terms.words(term)
    first = found[0].casefold() if found else ""
    return len(found) >= _FEWEST_OF_PHRASE and VERBS.get(first) == first and not terms.is_title_case(term)


_UNFIT: Final[tuple[tuple[str, re.Pattern[str], Callable[[str, str], bool]], ...]] = (
    (" mean?", _MEANS, _means_no_word),
    ("how to ", _HOW_TO, lambda _, back: back.count(", ") >= _FEWEST_STEPS),
    (" do?", _DOES, _does_nothing),
    ("which t", _WHICH, _names_examples),
    ("in what way ", _IN_WHAT_WAY, _praises),
    ("involve?", _INVOLVES, lambda term, _: _ONE_CASE.search(term) is not None),
    ("what ", _AIMED, lambda term, _: labels.is_quality(term) or _AS.search(term) is not None),
    ("what ", _IS, _defines_nothing),
)
"""Questions, told by a part of theirs and by their form, and when they fit neither their label nor their answer."""
