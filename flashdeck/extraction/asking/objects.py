"""What a verb is followed by: the thing itself, and what says where, how or for what it is so."""

import re
from typing import Final

from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import BLAND_WORDS, TERM_BREAKERS, word_set

_CUT: Final = re.compile(
    r"(?<!\s)\s+(?=(?:to|for|using|with|via|into|in|on|at|across|after|before|when|if|as|by|without|during)\s+\S)",
    re.IGNORECASE,
)
_TIED: Final = re.compile(
    r"^(?:even|depending)\b|\b(?:that|which|who|how|what|where|than|between|both|each|them)\b|\b\w+ed$|"
    r"\b(?:sent|made|built|based|up|down|out|similar|same)$"
)
_NOUN_OF_VERB: Final = re.compile(r"(?:ance|ence|ure|ity|tion|sion|ment|cy|access)$")
_LOOSE: Final = re.compile(r"(?:for|to|using|via|after|before|when|if|without|during|across) ", re.IGNORECASE)
_NO_TAIL: Final = re.compile(
    r"(?:at (?:a|any|the same) time|at once|at rest|in transit|by default|as well|in general)\b"
)
_EMPTY: Final = BLAND_WORDS | word_set(
    """capability capabilities info information details detail support access environment protection option options
    way ways ability set range number lot lots kind kinds type types help time feature features data"""
)
_ASIDE: Final = re.compile(
    r", (?:(?:thus|thereby|so) )?(?:enabling|allowing|making|ensuring|saving|reducing|providing)\b|, (?:so|hence) |"
    r"(?<!,)(?<!,.), [a-z]{3,}ing (?!and\b|or\b)(?=[^,]*$)"
)
_MIN_TAIL_WORDS: Final = 2
_MAX_TAIL_WORDS: Final = 10


def is_specific(said: str, fewest: int) -> bool:
    """Whether an object is a name, a number or a thing described by some words, so that few others would fit."""
    told = [word for word in terms.content_words(said) if word not in _EMPTY]
    return terms.is_name_like(said) or any(map(str.isdigit, said)) or len(told) >= fewest


def ends_empty(said: str) -> bool:
    """Whether an object only says that there is one (`a reliable way`)."""
    found = terms.words(said)
    return bool(found) and found[-1].casefold() in _EMPTY


def without_aside(rest: str) -> str:
    """Return an object without what a participle adds to it behind a comma (`ropes, saving two hours a day`)."""
    head = _ASIDE.split(rest, maxsplit=1)[0]
    return head if terms.content_words(head) and terms.is_balanced(head) else rest


def split_object(rest: str) -> tuple[str, str]:
    """Return the object of a verb and what narrows the statement, or nothing (`a knife`, `to cut ropes`)."""
    for match in _CUT.finditer(rest):
        head, tail = rest[: match.start()], rest[match.end() :]
        if not terms.is_balanced(head):
            continue
        tied = _NOUN_OF_VERB.search(head) is not None and _LOOSE.match(tail) is None
        if tied or _TIED.search(head) or has_clause(head) or not _tells(head) or _NO_TAIL.match(tail):
            return rest, ""
        if not _MIN_TAIL_WORDS <= terms.count_words(tail) <= _MAX_TAIL_WORDS or not terms.content_words(tail):
            return rest, ""
        return head.rstrip(" ,"), tail
    return rest, ""


def has_clause(head: str) -> bool:
    """Whether a finite verb stands in a phrase, which then is more than an object."""
    return any(word.casefold() in TERM_BREAKERS for word in terms.words(head))


def _tells(head: str) -> bool:
    return any(word not in _EMPTY for word in terms.content_words(head))
