"""Ends of a line that are no gap, because the news stands before them, and the news that stands there."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.clozes import quantities
from flashdeck.extraction.languages import kinship, terms

_UP_TO: Final = re.compile(r"\bup to (?:the )?$", re.IGNORECASE)
_BASED_ON: Final = re.compile(r"\bbased on (?:an? |the )?$", re.IGNORECASE)
_NEGATED: Final = re.compile(
    r"\b(?:no|not|never|cannot|can[’']t|doesn[’']t|don[’']t|isn[’']t|aren[’']t)\b", re.IGNORECASE
)
_ASIDE_AND_CODE: Final = re.compile(r" \([^()]*\): \S")
"""A remark and what the line introduces, which is the news."""
_EQUALS: Final = re.compile(r"(?P<said>^.*?)\b(?:is|are) (?:also )?(?:an? |the )?$", re.IGNORECASE)
_CASES: Final = ("when", "if", "once")
_BARE: Final = re.compile(r"^(?P<what>(?![A-Za-z][a-z]+s )[\w-]{4,}(?: [\w-]{3,}){0,2}) (?:when|if|once) (?=\S+ \S)")
"""A thing and the case in which it is had (`second anchor when wind rises`)."""
_FIRST_THEN: Final = re.compile(
    r"\bfirst (?:[^\W\d_]+s? )?(?P<what>[^\s,;:.()][^,;:.()]{2,40}, (?:and )?then [^,;:.()]{3,40})(?=[,.;(]|$)",
    re.IGNORECASE,
)
"""What comes first and what then, which only together are an order."""
_HALF: Final = re.compile(
    r"(?:cannot|can[’']t) \w+$|\w+ (?:against|for|of|with|to|in) .*\b(?:most|more|common|all|any)$", re.IGNORECASE
)
"""An opening that breaks off before its noun."""
_WITHOUT: Final = re.compile(r"\bwithout (?:using|needing|going through|having to use) (?:an? |the )?$", re.IGNORECASE)
"""What is spared, where the news is what does without it."""
_AIM: Final = re.compile(
    r"to [^\W\d_]+ [^,]{10,200}, (?:you|we) (?:can|must|should|need to|have to) (?=\w+ \S)", re.IGNORECASE
)
"""An aim, behind which stands what reaches it."""
_GERUND: Final = re.compile(r"[a-z]{3,}ing\b")
_MUST: Final = re.compile(r"\b(?:must|only|cannot|always|never|has to|have to|needs? to)\b", re.IGNORECASE)
_STAYS: Final = frozenset({"only", "automatically", "always", "never", "not", "permanently"})


def is_trivial(plain: str, start: int, end: int, known: str) -> bool:
    """Whether a gap in this range hides an end of a line that goes without saying, or that the front tells."""
    before, hidden = plain[:start], plain[start:end]
    has_figure = any(map(str.isdigit, hidden))
    equals = _EQUALS.search(before)
    return (
        (_UP_TO.search(before) is not None and not has_figure)
        or (_BASED_ON.search(before) is not None and _NEGATED.search(before) is not None)
        or (has_figure and quantities.is_remark(plain, start, end))
        or (start == 0 and _HALF.match(hidden) is not None)
        or before.endswith((" ensuring ", " such as "))
        or _ASIDE_AND_CODE.match(plain, end) is not None
        or (
            equals is not None
            and not has_figure
            and not plain[end:].strip(" .")
            and bool(equals["said"].strip())
            and terms.stems(equals["said"]) <= terms.stems(known)
        )
    )


def is_by_the_way(plain: str, start: int, end: int) -> bool:
    """Whether a gap hides what a line only spares, aims at or comes before: the news stands in the rest."""
    before = plain[:start]
    return (
        _WITHOUT.search(before) is not None
        or ((aim := _AIM.match(plain)) is not None and end <= aim.end())
        or (before.endswith(" before ") and _GERUND.match(plain, start) is not None and not _MUST.search(before))
    )


def is_idle_case(plain: str, start: int, end: int, known: str) -> bool:
    """Whether a case at the end of a line tells nothing: the front names it, or the line is an order for it."""
    before, case = plain[:start], plain[start:end]
    if _bare(plain):
        return True  # what is had in it is the news
    said = kinship.roots(case)
    if said & kinship.roots(known):
        return True
    stays = _STAYS.intersection(word.casefold() for word in terms.words(before))
    return terms.is_order(plain) and not stays


def _bare(plain: str) -> re.Match[str] | None:
    """The opening of a line that names a thing and the case in which it is had."""
    bare = _BARE.match(plain) if any(map(plain.__contains__, _CASES)) else None
    if bare is None or terms.is_clause(bare["what"]) or terms.is_order(plain) or terms.opens_in_third_person(plain):
        return None
    is_name = not bare["what"][1:].islower()
    is_thing = is_name or (" " in bare["what"] and not bare["what"].endswith("ed"))
    return bare if is_thing else None


def had_in_case(plain: str) -> Iterator[tuple[int, int]]:
    """Yield the half-open range of a thing that is had in a case, and of what comes first and then."""
    if bare := _bare(plain):
        yield bare.span("what")
    if "then" in plain:
        yield from (match.span("what") for match in _FIRST_THEN.finditer(plain))
