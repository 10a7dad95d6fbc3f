"""Where a text breaks off."""

import re
from typing import Final

_DANGLING: Final = re.compile(
    r"(?:[(\[{=:∗*+<]|\b(?:and|or|the|a|an|of|with|in|for|by|from|is|are|using|via|e\.g\.?|such as|"
    r"across|into|between|among|through|onto|"
    r"und|oder|mit|von|zur|zum|des|einer|eines|durch (?:das|die|den)|für (?:das|die|den)))\s*$",
    re.IGNORECASE,
)


def breaks_off(text: str) -> bool:
    """Whether a text ends where no sentence or phrase can end."""
    return _DANGLING.search(text) is not None
