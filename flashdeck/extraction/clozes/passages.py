"""Where something comes from and goes to: both ends of a way are one answer, and so is a thing with its place."""

import re
from collections.abc import Iterator
from typing import Final

_NAME: Final = r"[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,2}"
_CHANGES: Final = r"\b(?i:conver|migrat|transform|translat|transfer|cop(?:y|ies)|replicat|mapp?|mov)\w*"
_FROM_TO: Final = re.compile(
    rf"{_CHANGES}\s+from\s+(?P<way>{_NAME}\s+to\s+{_NAME}(?: / {_NAME}){{0,2}})(?=\s*(?:[(.;]|$))"
)
_INTO: Final = re.compile(rf"\binto\s+(?P<way>[a-z]+s\s+in\s+{_NAME})(?=\s*(?:[(.;]|$))")


def ranges(plain: str) -> Iterator[tuple[int, int]]:
    """Yield half-open ranges of `Oak to Elm / Ash` behind `changes from`, and of `sheds in Elba` behind `into`."""
    for word, pattern in (("from", _FROM_TO), ("into", _INTO)):
        yield from (match.span("way") for match in (pattern.finditer(plain) if word in plain else ()))
