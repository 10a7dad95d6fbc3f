"""Text dumped from a PDF page by page: a page starts with a form feed or with the space that is left of one.

Bullets all stand at the left edge, a space at a line's end marks a wrapped sentence, and the words of pictures are
mixed in with the text.
"""

from collections.abc import Sequence
from typing import Final

from flashdeck.extraction.dialects import Dialect
from flashdeck.extraction.dialects.page_marks.likelihood import likelihood
from flashdeck.extraction.model import Line, Slide

__all__ = ["DIALECT"]


def read(lines: Sequence[Line]) -> Sequence[Slide]:
    """Return every page as a slide, in order; every line belongs to exactly one."""
    # loaded with the first text of this kind, for every text asks for the likelihood alone
    from flashdeck.extraction.dialects.page_marks import reading  # noqa: PLC0415

    return reading.read(lines)


DIALECT: Final = Dialect(name="page marks", likelihood=likelihood, read=read)
