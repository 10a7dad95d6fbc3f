"""Whether a description opens with a verb, and so tells a deed: the label before it makes that surer than elsewhere."""

import re
from typing import Final

from flashdeck.extraction.analysis.definitions import ARTICLE
from flashdeck.extraction.languages import lexicon, noun_forms, terms

_OPENER: Final = re.compile(
    r"(?:\([^()]*\)\s*)?(?:(?!apply|supply|reply|comply|rely|multiply)[a-z]{1,30}ly\s+|(?:also|then|just|always|auto)[\s-]+)?(?=[a-z])",
    re.IGNORECASE | re.ASCII,
)
_VERB_BY_ENDING: Final = re.compile(
    r"\w{2,}(?:ates|izes|ises|ifies|ects|ains|udes|uces|uires|ends|ands|ilds|eaves|erves|ists|umes|osts|olves|oses|"
    r"ieves|eives|orts) (?!(?:that|which|who|for|of|and|or|with|in|are|is|can|to)\b)\w|"
    r"guards? |complies |targets a|serves as",
    re.IGNORECASE,
)
"""Verbs that no list needs to know: their endings tell them when an object follows."""
_UNKNOWN_VERB: Final = re.compile(
    r"\w{3,}(?<!s)s (?:the|an?|its|their|when|up|down|out|at|each|every|all)\b", re.IGNORECASE
)
"""A plural, unless one thing is described (`Chime: rings at high water`)."""
_AFTER_NOUN: Final = frozenset({"to", "for", "of", "in", "on", "at", "by", "with", "from", "between"})
_USE: Final = re.compile(r"use (?!of\b|cases?\b|by\b|for\b|in\b)\S", re.IGNORECASE)
"""Behind a label a verb, whatever follows it (`Use water from the river`)."""
_NOUN_ENDS: Final = re.compile(r"[,;(]| (?:in|on|at|across|without|from|with|to|that|of|for|by) ")
_MAX_OPENING_WORDS: Final = 5
_FEWEST_WORDS: Final = 3


def without_adverb(description: str) -> str:
    """Return a description without the bracket or adverb before its first word (`Slowly lifts the crate`)."""
    return _OPENER.sub("", description, count=1)


def is_deed(term: str, said: str) -> bool:
    """Whether a description opens with a verb; a command or an identifier has no other descriptions."""
    if terms.opens_in_third_person(said) or is_order(said) or _VERB_BY_ENDING.match(said):
        return True
    if ARTICLE.match(said) or len(said.split()) < _FEWEST_WORDS:  # text without spaces opens with no English verb
        return False
    if _UNKNOWN_VERB.match(said) and not terms.is_plural(term):
        return True
    first, second = said.split()[:2]
    verb = first.casefold()
    if (
        terms.key(term).endswith(terms.key(first))
        and " " not in term
        and second.islower()
        and second not in _AFTER_NOUN
    ):
        return True  # `Hoist: Hoist crates onto the quay`
    if lexicon.VERBS.get(verb, verb) != verb and second.isalpha() and not second.endswith(("ed", "ing")):
        is_object = second.islower() or (second.isupper() and not terms.is_plural(term))
        return is_object and second not in lexicon.STOP_WORDS and lexicon.VERBS.get(second) != second
    if term[:1].islower() and " " in term and term.split(maxsplit=1)[0].isalpha():
        return True  # a command
    is_base = lexicon.VERBS.get(verb) == verb and second != "of"
    return is_base and (first.islower() or noun_forms.is_agent_noun(term))


def is_order(said: str) -> bool:
    """Whether a description opens with a verb, also one that may be a noun when a plural follows (`Query files`)."""
    if _USE.match(said):
        return True
    if terms.is_order(said):
        first, second, *_ = (*said.casefold().split(), "", "")
        return second != "of" and (first in lexicon.VERB_FORMS or first == "help" or second not in _AFTER_NOUN)
    first, *others = _NOUN_ENDS.split(said, maxsplit=1)[0].split()[:_MAX_OPENING_WORDS] or [""]
    may_act = lexicon.VERBS.get(first.casefold()) == first.casefold() and lexicon.TERM_BREAKERS.isdisjoint(others)
    if not may_act:
        return False
    behind = said[len(" ".join((first, *others))) :].split()[:1]
    goes_on = len(others) > 1 and others[0].islower() and bool(behind) and behind[0] not in {"of", "for", "that"}
    return goes_on or any(word.islower() and terms.is_plural(word) for word in others)
