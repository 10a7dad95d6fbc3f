"""Text dumped from a PDF or by text recognition without any mark between the pages.

Once the starts of the pages are found, the text is that of a dump with page marks, and is read as one.
"""

import re
from collections.abc import Sequence
from typing import Final

from flashdeck.extraction.dialects import Dialect
from flashdeck.extraction.dialects.page_marks.marks import FORM_FEED, is_dash_item, is_item
from flashdeck.extraction.model import Line, Slide

__all__ = ["DIALECT"]

SUREST: Final = 0.65
"""How sure a dump is whose pages are numbered."""
_FEWEST_BULLETS: Final = 0.1
_MARKUP: Final = re.compile(r"#{1,6} |```|~~~|={3,}\Z|-{3,}\Z|\.\. [\w-]+::|\[[^\]]+\]: |<[a-z]+[ >]|\S.*\]\(")
"""What is written for a formatter, and not dumped from pages."""


def likelihood(lines: Sequence[Line]) -> float:
    """Return how surely the text is a dump of slides without page marks, 0 to 1."""
    if not lines or any(FORM_FEED in line.text for line in lines):
        return 0.0
    bullets = sum([is_item(line.text) or is_dash_item(line.text) for line in lines])
    if bullets < _FEWEST_BULLETS * len(lines) or sum(_MARKUP.match(line.text) is not None for line in lines) > 1:
        return 0.0
    # loaded with the first text of this form, for every text asks for the likelihood alone
    from flashdeck.extraction.dialects.unmarked_dumps import reading  # noqa: PLC0415

    return reading.likelihood(lines)


def read(lines: Sequence[Line]) -> Sequence[Slide]:
    """Return every page as a slide, in order."""
    from flashdeck.extraction.dialects.unmarked_dumps import reading  # noqa: PLC0415 - as above

    return reading.read(lines)


DIALECT: Final = Dialect(name="unmarked dump", likelihood=likelihood, read=read, surest=SUREST)
