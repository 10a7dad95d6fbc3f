"""What decides in a statement: what must be, must not be, is so by default, holds for one thing or in one case only."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.languages import terms

_PREPOSITION: Final = r"(?:with|in|to|as|by|from|on|at|within|for|under|behind|of|through|via)"
_VERB: Final = (
    rf"(?!be\b)[^\W\d_]{{2,}}(?: {_PREPOSITION})?|be (?:set(?: up)?|\w+(?:ed|en|ept|ent|ade|uilt)) {_PREPOSITION}"
)
_MUST: Final = re.compile(
    r"(?<![\w-])(?:(?:must|has to|have to|may|should|can)\s+(?:not|never|only)"
    r"|(?:must|has to|have to)(?:\s+(?:also|first|always))?|cannot|can[’']t)"
    rf"\s+(?:{_VERB})\s+(?=\S)",
    re.IGNORECASE,
)
_NEGATED: Final = re.compile(
    r"(?<![\w-])(?<!\byou )(?:(?:do|does|did)(?:\s+not|n[’']t)|won[’']t|will not)\s+"
    r"(?!need|have\b|matter|work\b|want|worry)"
    rf"[^\W\d_]{{3,}}(?: {_PREPOSITION})?\s+(?=\S)",
    re.IGNORECASE,
)
_NO_QUALITY: Final = re.compile(r"\b(?:is|are)(?:\s+not|n[’']t)\s+(?P<what>[a-z][a-z-]{4,}(?<!ed))(?=\s*[(.,;]|$)")
_ONLY_UNDER: Final = re.compile(
    rf"(?<![\w-])only\s+(?:(?:be )?\w+(?:ed|en|ept|ent|ade|un|et)\s+)?(?:from )?{_PREPOSITION}\s+(?=\S)",
    re.IGNORECASE,
)
_TAKES: Final = r"(?:supports?|handles?|for|to|in|with|on|accepts?|allows?|uses?|runs?)"
_ONLY_BEHIND: Final = (
    re.compile(rf"^(?i:{_TAKES})\s++(?P<what>[^;:()]{{2,60}}?)(?<!\s)\s+only[.!]?$"),
    re.compile(rf"\b{_TAKES}\s++(?P<what>[^,;:()]{{2,60}}?)(?<!\s)\s+only[.!]?$"),
)
_BY_DEFAULT: Final = re.compile(
    r"^by default,?\s++(?P<whose>[^,;:()]{3,50}?)\s+(?:is|are)\s+(?P<what>(?:not\s+)?\w{3,}ed)\b(?!\s+(?:to|by)\b)",
    re.IGNORECASE,
)
_DEFAULT_BEHIND: Final = re.compile(r"^(?P<what>[^,;:()]{3,50}?)\s+by default$", re.IGNORECASE)
_NOT: Final = ("not", "n't", "n’t")
_OPEN_ENDED: Final = (
    (_MUST, ("must", "has", "have", "may", "should", "can")),
    (_NEGATED, _NOT),
    (_ONLY_UNDER, ("only",)),
)
"""What decides begins behind these, each with words of which one stands in all that it finds."""
_WHOLE: Final = ((_NO_QUALITY, _NOT), (_BY_DEFAULT, ("default",)))
_BEHIND: Final = (*((pattern, ("only",)) for pattern in _ONLY_BEHIND), (_DEFAULT_BEHIND, ("default",)))
_DECIDING: Final = tuple(sorted({word for _, words in (*_OPEN_ENDED, *_WHOLE, *_BEHIND) for word in words}))
BINDING: Final = frozenset({"must", "has", "have", "may", "should", "can", "cannot", "only", "default"}) | frozenset(
    {"not", "don", "doesn", "didn", "won", "isn", "aren"}
)
"""Words of which one stands in all that decides, those that `n’t` ends without it."""
_CASE: Final = (
    r"(?:when|if|once(?! (?:or|an?|per|every|in)\b)|until|unless(?: you(?: (?:need|want|have) to)?)?|as soon as|"
    r"in case of|after|before)"
)
_IN_CASE: Final = re.compile(
    rf"(?<=[\w)”])\s+{_CASE} (?P<case>[^\s,;:.!?()–][^,;:.!?()–]{{3,70}})(?=\s*(?:[.(]|$))", re.IGNORECASE
)
_ONLY_IN_CASE: Final = re.compile(
    r"(?<![\w-])only\s+(?:(?:be )?\w+(?:ed|en|ept|ent|ade|un|et)\s+)?(?:when|if|after|before|while|during)\s+"
    r"(?P<case>[^\s,;:().!?–][^,;:().!?–]{3,70})",
    re.IGNORECASE,
)
OF_CASES: Final = frozenset(
    {"when", "if", "once", "until", "unless", "soon", "case", "after", "before", "while", "during"}
)
"""Words of which one stands in all that tells a case."""
_ASKS_WHETHER: Final = re.compile(
    r"\b(?:see|sees|check|checks|know|determines?|verify|evaluates?|decides?|ask|tell|test|than|even|only|like|"
    r"especially|as|that|but|and|or|not|just|e\.g|useful|best|good|great|ideal|what|happens)$",
    re.IGNORECASE,
)
_OPENS_CASE: Final = re.compile(
    r"(?:if|when|once|while|after|before|until|as|since|for example|example|ex|note)\b", re.IGNORECASE
)
_POINTS_BACK: Final = re.compile(
    r"\b(?:it|they|them|this|that|these|those|so|needed|possible|necessary|wish|one already)\b", re.IGNORECASE
)
_CAUSES: Final = re.compile(r"\b(?:makes?|keeps?|turns?)\b", re.IGNORECASE)
"""Verbs behind whose object a quality follows, so that what looks like a case may not close the statement."""
_OBLIGES: Final = re.compile(r"\b(?:must|need to|have to|has to)\b", re.IGNORECASE)
"""Before what a thing has to be done tells less than the thing."""
_BARE_TIME: Final = re.compile(r"(?:an? )?\d[\d.,]*+(?: ?\w+|(?<=[\d.,]\d))")
"""A figure, which is a gap of its own where it must be known."""
_FEWEST_CASE_WORDS: Final = 2
_MOST_CASE_WORDS: Final = 10


def ranges(plain: str) -> Iterator[tuple[int, int | None]]:
    """Yield where what decides begins, and where it ends; no end when it is a phrase that words alone end."""
    small = plain.lower()
    held = frozenset([word for word in _DECIDING if word in small])
    for pattern, words in _OPEN_ENDED:
        yield from ((match.end(), None) for match in (() if held.isdisjoint(words) else pattern.finditer(plain)))
    for pattern, words in _WHOLE:
        yield from (match.span("what") for match in (() if held.isdisjoint(words) else pattern.finditer(plain)))
    for pattern, words in _BEHIND:
        behind = None if held.isdisjoint(words) else pattern.search(plain)
        if behind is not None and not terms.is_clause(behind.group("what")):
            yield behind.span("what")


def cases(plain: str) -> Iterator[tuple[int, int]]:
    """Yield the case in which alone a statement holds, without its word (`Doors close when the tide turns`)."""
    only = _ONLY_IN_CASE.search(plain)
    found = only or (None if _OPENS_CASE.match(plain) else _IN_CASE.search(plain))
    if (
        found is None
        or (only is None and _CAUSES.search(plain[: found.start()]))
        or (only is None and _ASKS_WHETHER.search(plain[: found.start()]))
        or _POINTS_BACK.search(found.group("case"))
        or (_OBLIGES.search(plain[: found.start()]) and plain[: found.start("case")].rstrip().endswith(" before"))
    ):
        return
    case = found.group("case").rstrip()
    if not _BARE_TIME.fullmatch(case) and _FEWEST_CASE_WORDS <= len(case.split()) <= _MOST_CASE_WORDS:
        yield found.start("case"), found.start("case") + len(case)
