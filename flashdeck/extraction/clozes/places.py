"""Places in a statement where a gap hides a carrier, an aside or a case instead of the fact."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.text import needles

_CARRIER: Final = (
    r"(?:polic(?:y|ies)|principles?|methods?|modes?|concepts?|techniques?|approach(?:es)?|strateg(?:y|ies)|idea|"
    r"pattern|scheme|notion|style|way)"
)
_CARRIED: Final = re.compile(
    rf"\b{_CARRIER} (?:of|called|known as) (?P<what>(?!the\b|an?\b|its\b|this\b)[\w-]+(?: [\w-]+){{0,2}})\W*$",
    re.IGNORECASE,
)
"""What a noun that only carries it stands before (`on the principle of first come first served`)."""
_IS_CARRIER: Final = re.compile(rf"{_CARRIER}", re.IGNORECASE)
_OF_BEHIND: Final = re.compile(r" (?:of|called|known as) \w")
_GERUND_BEHIND: Final = re.compile(r" (?:[a-z]{2,}-)?[a-z]{3,}ing ")
_SUM: Final = re.compile(r"\d[\w.,% ]{0,20}[x×*] ?\d[^=]{0,40}= ?\d")
"""A reckoning, whose numbers are anybody's."""
_OTHERS: Final = re.compile(r"\bthe (?:others?|rest)\b", re.IGNORECASE)
_OTHER_BEFORE: Final = re.compile(r"\bander[enrms]{1,2} [A-ZÄÖÜ]\w+ (?:mit|für|von|aus|ohne) $")
_ITSELF: Final = re.compile(r" (?:selbst|selber)\b")
_SUPERLATIVE: Final = re.compile(r"[a-zäöüß]+ste[nrsm]?\b")
_ONE_OF: Final = re.compile(r"\b[Ee]ine[rsm]? (?:der|von)\b[^,;:]*$")
_QUALITY_OF_SUBJECT: Final = re.compile(r" [a-z-]+ (?:is|are) ")
_AND_DOES: Final = re.compile(r" and (?:\w+ly )?[a-z]+ (?:an?|the|its|their) ")
_LABEL_BEHIND: Final = re.compile(r": \S")
_TWO_DEEDS: Final = re.compile(r"[a-z]+ and [a-z]+")
_FEW_LETTERS: Final = 5
_FEW_WORDS: Final = 6
_ALL_BEFORE: Final = ("すべての", "全ての", "ほとんどの", "様々な", "さまざまな", "適切な", "どの", "特定の")
"""How a Japanese phrase opens whose noun could be any."""


def carried(plain: str) -> Iterator[tuple[int, int]]:
    """Yield the half-open range of what a noun that only carries it stands before, at the end of a statement."""
    found = _CARRIED.search(plain) if needles.any_in(plain, (" of ", " called ", " known as ")) else None
    if found is not None:
        yield found.span("what")


def is_made_of(hidden: str, known: str) -> bool:
    """Whether one word is made of a word that the front names (`[stateful]` under `State of a lock`)."""
    return hidden.isalpha() and any(
        len(word) >= _FEW_LETTERS and hidden != word and hidden.startswith(word.casefold()) for word in known.split()
    )


def is_idle(plain: str, start: int, end: int) -> bool:
    """Whether a gap in this range hides a carrier, how a work is done, a part of a sum, or one of others."""
    before, hidden = plain[:start], plain[start:end]
    return (
        (_IS_CARRIER.fullmatch(hidden) is not None and _OF_BEHIND.match(plain, end) is not None)
        or (hidden.endswith("ly") and _GERUND_BEHIND.match(plain, end) is not None)
        or (hidden[:1].isdigit() and _SUM.search(plain) is not None)
        or (start == 0 and _OTHERS.search(plain, end) is not None)
        or _OTHER_BEFORE.search(before) is not None
        or _is_bare_quality(plain, start, end)
        or (start > 0 and not any(map(str.isdigit, hidden)) and _LABEL_BEHIND.match(plain, end) is not None)
        or (before.endswith(" to ") and _TWO_DEEDS.fullmatch(hidden) is not None)
        or _ITSELF.match(plain, end) is not None
        or (_SUPERLATIVE.match(hidden) is not None and _ONE_OF.search(before) is not None)
        or before.endswith(_ALL_BEFORE)
    )


def _is_bare_quality(plain: str, start: int, end: int) -> bool:
    """Whether a gap hides one word of many that fit: before the noun of a short line, or between `is` and a deed."""
    hidden = plain[start:end]
    if " " in hidden:
        return False
    if start == 0:
        return len(plain.split()) <= _FEW_WORDS and _QUALITY_OF_SUBJECT.match(plain, end) is not None
    return hidden.islower() and plain[:start].endswith((" is ", " are ")) and _AND_DOES.match(plain, end) is not None
