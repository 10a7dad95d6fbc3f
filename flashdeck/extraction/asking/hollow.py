"""Answers that tell nothing new: the subject said again, praise, or that there are some of a thing."""

import re
from collections.abc import Sequence
from typing import Final

from flashdeck.extraction.languages import kinship, terms
from flashdeck.extraction.languages.lexicon import ANSWER_PREPOSITIONS, BLAND_WORDS, word_set

_SOME: Final = re.compile(r"(?:various|several|many|numerous|diverse) (?![^()]*[(,])", re.IGNORECASE)
"""An answer that only tells that there are some, and names none of them."""
_MOST: Final = re.compile(
    r"(?:most|many) [^()]+\([^()]*(?:…|\.\.\.|etc\.?)\)|(?:an? |the )?(?:special|extra|additional|certain) [a-z]+",
    re.IGNORECASE | re.ASCII,
)
"""An answer whose names are but examples, or that there is something besides."""
_OPEN: Final = re.compile(
    r" what (?:(?:do|does) .{1,300} (?:allow for|serve|ensure|enhance|improve|enable)|must .{1,300} have)\?$",
    re.IGNORECASE,
)
"""A question without anything that narrows it, about what a subject is good for."""
_CLASS: Final = re.compile(r"(?:which|what kind of) (?P<noun>[\w-]+)", re.IGNORECASE)
_YOURS: Final = re.compile(r"(?:in |on |within )?your (?:applications?|code|systems?|projects?)")
_SECOND_WAY: Final = re.compile(r" (?:and|or) \w+ly (?:over|in|by|to|through|via|with|on|from) ")
"""A second way behind the object of the first one (`the river or rarely over the canal`)."""
_GENERAL: Final = BLAND_WORDS | word_set(
    """management use usage process processes operation operations deep easy simple simply flexible flexibility
    reliable reliability resilient accurate adaptable scalable efficient efficiency possibilities quality better"""
)
_FEWEST_OF_OPEN: Final = 4
_ASKS_KIND: Final = re.compile(
    r"\bwhat (?:(?:is|are) (?:[^?:]{0,300} )?(?P<last>[^?:\s]{1,60})|(?:does|do) [^?:]{1,300} do)\?$", re.IGNORECASE
)
_NO_KIND: Final = kinship.roots(
    " ".join(_GENERAL)
    + """ workflow framework tool service services solution system platform mechanism software thing way data
    development new newer modern meant used made managed fully simplify simplifies help helps enable enables make makes
    manage manages move moving store stores storing handle handles"""
)
"""Roots of what says of nothing what it is."""
_USED_FOR: Final = re.compile(r"\bwhat (?:is|are) [^?:]{2,80} for\?$", re.IGNORECASE)
_ANY: Final = kinship.roots("specific particular certain given")
_UNDEFINED: Final = re.compile(
    r"one of (?:the|many|several|our) .+"
    r"|an? (?:[^\W\d_]|-)+ (?:service|feature|tool|resource|product)"
    r"|the (?:core|main|key|central) (?:[\w-]+ ){0,2}(?:component|part|element)s? of .+"
    r"|(?:an? )?(?:tool|service|product|platform|project|program|software) "
    r"(?:made|built|created|developed|written) by [^,]+"
    r"|(?:(?:create|read|update|delete|view|list|edit|add|remove)(?:, |,? (?:and|or) | (?!and|or))){2,}[\w-]+",
    re.IGNORECASE,
)
"""That something is one of some, who made it, or that it can be created and deleted: not what it is or does."""
_UNBOUND: Final = re.compile(
    r"\bwhich \w+ (?:[\w-]+ ){0,2}(?:benefits|advantages|features|examples)(?: are there)?\?$"
    r"|\bwhat to avoid \(\w+ answers\)\?$"
    r"|\bwhy (?:(?:is|are) [^?:]{1,60} )?\(\w+ reasons\)\?$",
    re.IGNORECASE,
)
"""A list to which anybody could add: its items are no answer that must be known."""
_USES: Final = re.compile(r"\bwhich \w+ (?:[\w-]+ )?use[- ]cases(?: are there)?\?$", re.IGNORECASE)
_VAGUE_USE: Final = re.compile(
    r"(?:continuously|enable|enhance|ensure|get|improve|increase|optimi[sz]e|provide|reduce|simplify|control) "
    r"|(?:\S+ ){0,6}(?:analysis|analytics|archiving|assessment|automation|backup|compliance|distribution|efficiency|"
    r"exploration|forecasting|governance|integration|management|monitoring|optimi[sz]ation|performance|reporting|"
    r"scalability|security)$",
    re.IGNORECASE | re.ASCII,
)
"""A use without an object of its own (`Risk assessment`), as many another thing has it."""


def is_bare_kind(front: str, back: str) -> bool:
    """Whether what something is or does is its name again, as a thing that could be anything (`Tide Tool: a tool`)."""
    asked = _ASKS_KIND.search(front)
    if asked is None or (asked["last"] or "").casefold() in ANSWER_PREPOSITIONS or any(map(str.isdigit, back)):
        return False
    if _UNDEFINED.fullmatch(back):
        return True
    return kinship.roots(back) <= kinship.roots(front) | _NO_KIND


def is_unbound(front: str, names: Sequence[str]) -> bool:
    """Whether a question asks for a list to which anybody could add (`which two benefits?`) or uses of anything."""
    if _USES.search(front):
        return sum(_VAGUE_USE.match(name) is not None for name in names) * 2 >= len(names)
    return _UNBOUND.search(front) is not None


def says_aim_again(front: str, back: str) -> bool:
    """Whether what a thing is for is its name again with words that fit anything (`Crate Flows: managing crates`)."""
    return _USED_FOR.search(front) is not None and kinship.roots(back) <= kinship.roots(front) | _NO_KIND | _ANY


def is_hollow(front: str, back: str) -> bool:
    """Whether a student learns nothing from an answer that stands behind a question about its subject."""
    asked = f" {front.rpartition(': ')[2]}"
    if _SOME.match(back) or _MOST.fullmatch(back) or _YOURS.fullmatch(back) or _SECOND_WAY.search(back):
        return True
    named = _CLASS.search(asked)
    shown = terms.stems(front) - (terms.stems(named["noun"]) if named else frozenset())
    told = terms.content_words(back)
    news = [word for word in told if terms.stem(word) not in shown]
    if _OPEN.search(asked):
        return sum(word not in _GENERAL for word in news) < _FEWEST_OF_OPEN
    is_echo = len(news) <= 1 < len(told) and not any(map(str.isdigit, back))
    return is_echo and back[:1].isupper() and back.rpartition(" ")[2].islower() and "," not in back
