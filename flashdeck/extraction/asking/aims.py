"""A purpose behind an object (`a bell to open the gate`): it belongs into the question, the object into the answer."""

import re
from typing import Final

from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import word_set

_AIM: Final = re.compile(r"^(?P<object>\S+(?:\s+\S+){0,8}?),?\s+(?:in order\s+)?to\s+(?P<aim>[a-z]+\s+\S.{2,70})$")
_NEEDS: Final = word_set("need ability way option possibility permission right time chance access how what")


def with_aim(asked: str, rest: str) -> tuple[str, str]:
    """Return a question with the purpose that follows its object, and the object alone as its answer."""
    match = _AIM.match(rest)
    if match is None or not terms.is_order(match.group("aim")) or not terms.is_balanced(match.group("object")):
        return asked, rest
    found = terms.words(match.group("object"))
    if not found or found[-1].casefold() in _NEEDS:
        return asked, rest
    return f"{asked.rstrip('?')} to {match.group('aim')}?", match.group("object")
