"""Numbers with what they count in, as they stand in a statement."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import UNITS

_UNIT: Final = "|".join(re.escape(unit) for unit in sorted(UNITS, key=lambda unit: (-len(unit), unit)))
QUANTITY: Final = re.compile(
    rf"(?<![\w.:/-])(?:~ ?|[$€£] ?)?\d[\d,]*(?:\.\d+)?(?: ?[-–x×] ?\d[\d,]*(?:\.\d+)?)?"
    rf"(?: (?:thousand|million|billion|trillion)s?\b| ?%|"
    rf"(?:(?:(?<=\d)[\s-]?|(?<!\d) ?/ ?)(?:{_UNIT})\b){{1,2}}(?![\w-])|(?:/| per )(?:s|second|minute|hour|day)\b)?",
    re.IGNORECASE,
)
FIGURE: Final = re.compile(r"\d")
"""What every quantity has; quick to look for, so that the lines without one cost little."""
_UP_TO: Final = re.compile(r" (?:to|[-–]) (?=[$€£]?\d)")
_OF_FIGURES: Final = "0123456789., –x×-"
EXAMPLE: Final = re.compile(r"\b(?:ex|e\.g|i\.e|example)\b[:.,]?[^()]*$", re.IGNORECASE)
_ROUGHLY: Final = re.compile(r"[\d,]*0s$")
_OF_SOMETHING: Final = re.compile(r" (?:of|times|[KMGTP]i?Bs?)\b")
"""What tells tens and hundreds (`100s of ships`) from seconds; they are no figure to know."""
_SHARE: Final = re.compile(
    r"(?<![\w/.])\d+/\d+(?:th|rd)? (?:of )?the (?:costs?|price|size|time|weight|space|energy|power|storage)\b",
    re.IGNORECASE,
)
"""A fraction of something that can be compared (`1/10th the cost`)."""
_REPEATED: Final = re.compile(r"\d[KM]? ?\w{0,8} \($")
_IN_BRACKET: Final = re.compile(r"(?<![a-z])(?P<of>[a-z]{3,}) \($")
_IN_OTHER_UNITS: Final = re.compile(r" ?\(~?\d[\d.,]* ?[A-Za-z]+\)")

_SOMEDAY: Final = re.compile(
    r"\b(?:after|for|every|once) (?:an? )?\d+ (?:days?|weeks?|months?|years?)$|"
    r"\b\d+ (?:days?|weeks?|months?|years?) after\b",
    re.IGNORECASE,
)
_BOUNDS: Final = re.compile(
    r"\b(?:up to|at least|at most|max\w*|min\w*|less|more|under|over|below|within|default|must|only|no)\b",
    re.IGNORECASE,
)
_ALTERNATIVES: Final = re.compile(
    r"(?<![\w.])\d[\d.,]{0,20} ?(?P<unit>[^\W\d_]{1,12})(?:, (?:or )?| or )(?:multiples of )?"
    r"\d[\d.,]{0,20} ?(?P=unit)\b",
    re.IGNORECASE,
)
"""Figures of one kind of which any may be chosen (`10 min, 20 min or 40 min`): no gap among them can be known."""
_SETTABLE: Final = re.compile(r"\b(?:can|could|may|might)\s+be\s+(?:set|configured|chosen|scheduled)\b", re.IGNORECASE)


def has_unit(quantity: str) -> bool:
    """Whether a quantity says what it counts in."""
    return bool(quantity.strip(_OF_FIGURES))


def is_remark(plain: str, start: int, end: int) -> bool:
    """Whether a bracket holds nothing but this range, behind several things: for how many of them it is so."""
    bracket = _IN_BRACKET.search(plain, 0, start) if plain.startswith(")", end) else None
    return bracket is not None and terms.is_plural(bracket.group("of"))


def spans(plain: str) -> Iterator[tuple[int, int]]:
    """Yield where the numbers stand that say what they count in; two that bound a range are one."""
    if not FIGURE.search(plain) or _is_choice(plain) or _ALTERNATIVES.search(plain):
        return
    yield from (match.span() for match in (_SHARE.finditer(plain) if "/" in plain else ()))
    end = 0
    for match in QUANTITY.finditer(plain):
        if match.start() < end:
            continue  # the upper bound of the range before
        start, end = match.start(), match.start() + len(match.group().rstrip())
        up_to = _UP_TO.match(plain, end)
        upper = QUANTITY.match(plain, up_to.end()) if up_to else None
        if up_to and upper and has_unit(upper.group()) and _bounds_one(match.group(), up_to.group(), upper.group()):
            end = upper.start() + len(upper.group().rstrip())
        if _ROUGHLY.match(plain[start:end]) and _OF_SOMETHING.match(plain, end):
            continue
        if is_remark(plain, start, end) and not (up_to and "to" not in up_to.group()):
            continue
        if has_unit(plain[start:end]) and not EXAMPLE.search(plain[:start]) and not _REPEATED.search(plain, 0, start):
            again = _IN_OTHER_UNITS.match(plain, end)
            yield start, again.end() if again else end


def _bounds_one(lower: str, mark: str, upper: str) -> bool:
    """Whether two numbers are of one kind, which behind a dash their units tell (`2GB – 3TB`)."""
    return "to" in mark or (has_unit(lower) and lower.rstrip()[-1].casefold() == upper.rstrip()[-1].casefold())


def _is_choice(plain: str) -> bool:
    """Whether a time is only somebody's choice (`Move crates to the shed after 30 days`), which nobody need know."""
    chosen = terms.is_order(plain) or _SETTABLE.search(plain) is not None
    return chosen and _SOMEDAY.search(plain) is not None and _BOUNDS.search(plain) is None
