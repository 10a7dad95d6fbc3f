"""Names in a row at the end of a statement: together they are one answer, and a single one of them would be a guess."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.languages import qualities, terms

_NAME: Final = r"[A-Z0-9][\w’'/.-]*(?: [\w’'/-]+){0,2}"
_PROPER: Final = r"[A-Z0-9][\w’'/.-]*(?: [A-Z0-9][\w’'/-]*){0,2}"
_LATER_NAME: Final = r"\w[\w’'/.-]*(?: [\w’'/-]+){0,2}"
_SLASH_NAME: Final = r"[A-Z0-9][\w.’-]*(?: [A-Z0-9][\w.’-]*){0,2}"
_SLASHED: Final = rf"{_SLASH_NAME}(?: / {_SLASH_NAME}){{1,5}}"
_ROW: Final = re.compile(
    rf"\b{_NAME}(?:(?:, (?:and |or |& )?{_LATER_NAME}){{2,7}}(?:,? (?:and|or|&) {_LATER_NAME})?"
    rf"| (?:and|or|&) {_PROPER}\b)|\b{_SLASHED}"
)
_JOINTS: Final = (", ", " / ", " and ", " or ", " & ")
"""What a row holds at the least, so that few statements are searched for one."""
_OPENER: Final = re.compile(
    r"\b(?:using|via|by|through|with|into|from|in|at|on|to|for|against|between|is|are|supports?|requires?|provides?|"
    r"includes?|uses?|as|:)$",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r", (?:and |or |& )?| (?:/|and|or|&) ")
_TIES: Final = re.compile(r" (?:from|to|in|on|with|for|of|by|at|into) ", re.IGNORECASE)
_IN_BRACKETS: Final = re.compile(rf"\((?P<row>{_PROPER}(?:, {_PROPER}){{1,3}},? (?:and|or|&) {_PROPER})\)\.?$")
_FOR_EXAMPLE: Final = re.compile(r"(?:ex|like|see)\b", re.IGNORECASE)
_FEWEST_BEFORE: Final = 4
_MOST_NAMES: Final = 3
MAX_WORDS: Final = 9


def ranges(plain: str) -> Iterator[tuple[int, int]]:
    """Yield half-open ranges of names that the verb or preposition before them lists."""
    for match in _ROW.finditer(plain) if any(map(plain.__contains__, _JOINTS)) else ():
        names = match.group()
        if plain[match.end() :].strip(" .") or names.count(",") + names.count(" / ") + 1 > _MOST_NAMES:
            continue  # inside a sentence, or too many for an answer
        if len(names.split()) > MAX_WORDS or "etc" in names or not _OPENER.search(plain[: match.start()].rstrip()):
            continue
        if _TIES.search(names) or terms.is_clause(names):
            continue
        if any(qualities.is_adjective(name) or qualities.is_praise(name) for name in _BETWEEN.split(names)):
            continue  # one of them is no name
        yield match.span()


def bracketed(plain: str) -> Iterator[tuple[int, int]]:
    """Yield the half-open range of all of a few names, which brackets list at the end of a statement."""
    match = _IN_BRACKETS.search(plain) if "(" in plain else None
    if (
        match
        and not _FOR_EXAMPLE.match(match.group("row"))
        and terms.count_words(plain[: match.start()]) >= _FEWEST_BEFORE
    ):
        yield match.span("row")
