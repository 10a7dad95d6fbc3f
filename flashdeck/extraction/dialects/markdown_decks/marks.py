"""The marks that cut any deck into slides, and telling by them at a glance that a text is none."""

import re
from collections.abc import Sequence
from typing import Final

from flashdeck.extraction.model import Line

_FEWEST_DASHES: Final = 3
PANDOC: Final = (
    (re.compile(r":{3,}\s*+(?:\{\s*+)?\.?(?:notes|slides|incremental|nonincremental|fragment|r-stack|"
                r"r-fit-text|absolute|handout)\b"), 2),
    (re.compile(r":{3,}\s*\{?[^}]{0,40}?\.?columns?\b"), 1),
    (re.compile(r"\. \. \.\Z"), 1.5),
    (re.compile(r"#{1,6} .{0,200}\{[^{}]*(?:\.(?:fragile|allowframebreaks|standout|plain|smaller|"
                r"scrollable|center)\b|background-|data-background)"), 2),
)  # fmt: skip
"""The marks of pandoc, whose headings cut slides without a rule, and their weights."""
_CUTTING: Final = frozenset("-#:.\t\f")
"""How a rule and the marks of pandoc open, and what may stand before them."""


def may_be_deck(lines: Sequence[Line]) -> bool:
    """Whether a text has what cuts any deck into slides: rules, one at the top at least, or headings as pandoc's are.

    It is quick, for most texts are none.
    """
    heads = [bare_text(line) for line in lines if line.text[:1] in _CUTTING]
    return (
        sum(map(is_rule, heads)) > 1
        or is_rule(bare_text(lines[0]))
        or any(pattern.match(head) for head in heads for pattern, _ in PANDOC)
    )


def is_rule(text: str) -> bool:
    """Whether the text is three dashes or more and nothing else."""
    return len(text) >= _FEWEST_DASHES and not text.strip("-")


def bare_text(line: Line) -> str:
    """Return the text of a line as it stands in its row."""
    return line.text.replace("\f", "").strip()
