"""Years and dates beside the events they belong to."""

import re
from typing import Final

from flashdeck.extraction.languages import terms
from flashdeck.extraction.text import needles

_MONTH: Final = r"(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[^\W\d_]*\.?"
_YEAR: Final = r"(?:1[5-9]|20)\d\d"
_QUALIFIER: Final = r"(?:since|from|until|in|by|seit|ab|bis|im|early|mid|late|around|anfang|mitte|ende|ca\.|~)[ -]*"
_DATE: Final = (
    rf"(?:{_QUALIFIER}){{0,3}}(?:\d{{1,2}}\.?\s+)?(?:{_MONTH}\s+)?{_YEAR}s?\+?"
    rf"(?: ?[–-] ?(?:{_YEAR}s?|\d\d|today|now|present|heute))?"
)
_BRACKET: Final = r"\s*\([^()]{1,60}\)"
_LAST_BRACKET: Final = re.compile(rf"(?<!\s){_BRACKET}\Z")
_OPENING: Final = re.compile(
    rf"(?P<date>{_DATE}(?:{_BRACKET})?)(?:\s*(?::|→|⇒|=>|->|➔)\s+|\s+[–—-]\s+)(?P<event>\S.*)\Z", re.IGNORECASE
)
_CLOSING: Final = re.compile(rf"(?P<date>{_DATE})(?:\s*(?:→|⇒|=>|->|➔|,|;|\(|–)\s*(?P<rest>\S.*))?\Z", re.IGNORECASE)

_ENDING: Final = re.compile(
    rf"(?P<event>\S.{{5,90}}?)\s+(?:in|on|since|im|am|seit)\s+(?P<date>(?:\d{{1,2}}\.?\s+)?(?:{_MONTH}\s+)?{_YEAR})\Z",
    re.IGNORECASE,
)
_YEAR_SOMEWHERE: Final = re.compile(_YEAR)
"""What every date has; quick to look for, so that the lines without one cost little."""
_OF_MAKERS: Final = re.compile(
    r"\b(?:donated to|founded (?:by|in)|acquired by|renamed|rebranded|merged with|graduated from)\b", re.IGNORECASE
)

_DEEDS_OF_MAKERS: Final = ("donated", "founded", "acquired", "renamed", "rebranded", "merged", "graduated")


def is_of_makers(plain: str) -> bool:
    """Whether a line tells what befell those who make a thing (`donated to a guild`), which is no knowledge of it."""
    return needles.any_in(plain, _DEEDS_OF_MAKERS) and _OF_MAKERS.search(plain) is not None


def holds_year(text: str) -> bool:
    """Whether a year stands anywhere in a text."""
    return _YEAR_SOMEWHERE.search(text) is not None


def is_date(text: str) -> bool:
    """Whether a text is a year, a date or a span of years, with a bracket or without."""
    found = _CLOSING.match(_LAST_BRACKET.sub("", text.strip(" :"))) if holds_year(text) else None
    return found is not None and found["rest"] is None


def after_date(text: str) -> tuple[str, str] | None:
    """Return the date a line opens with and what happened then (`1823 → first lock`), or None."""
    found = _OPENING.match(text) if holds_year(text) else None
    return (found.group("date").strip(), terms.clean_statement(found.group("event"))) if found else None


def opening_date(description: str) -> tuple[str, str] | None:
    """Return the date that a description is or opens with, and what it says besides; None without a date."""
    found = _CLOSING.match(description) if holds_year(description) else None
    if found is None:
        return None
    rest = found.group("rest") or ""
    return found.group("date").strip(), terms.clean_statement(rest if terms.is_balanced(rest) else "")


def before_date(text: str) -> tuple[str, str] | None:
    """Return what happened and the date a line closes with (`Donated to the town in 1823`), or None."""
    found = _ENDING.match(text) if holds_year(text) else None
    if found is None or re.search(r"\d{3}", found.group("event")):
        return None
    return terms.clean_statement(found.group("event")), found.group("date")
