"""Where a text breaks off."""

import re
from typing import Final

_DANGLING: Final = re.compile(
    r"(?:[(\[{=:∗*+<]|\b(?:and|or|the|a|an|of|with|in|for|by|from|is|are|using|via|e\.g\.?|such as|"
    r"across|into|between|among|through|onto|"
    r"und|oder|mit|von|zur|zum|des|einer|eines|durch (?:das|die|den)|für (?:das|die|den)))\s*$",
    re.IGNORECASE,
)
_LONGEST: Final = 60
"""Characters at the end of a text within which it breaks off, spaces included."""


def breaks_off(text: str) -> bool:
    """Whether a text ends where no sentence or phrase can end."""
    return _DANGLING.search(text, max(0, len(text) - _LONGEST)) is not None
