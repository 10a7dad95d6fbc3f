"""Slide decks written in Markdown for Marp, reveal.js, remark, Slidev or pandoc.

The program decides what separates slides (`--` is a slide below in reveal and a step of the same slide in remark),
where the notes stand and what front matter means, so it is recognised first. The scanner goes line by line rather
than by a CommonMark parser: each value needs its lines, and no parser reads the marks that the five programs add.
"""

from collections.abc import Sequence
from typing import Final

from flashdeck.extraction.dialects import Dialect
from flashdeck.extraction.dialects.markdown_decks.marks import may_be_deck
from flashdeck.extraction.model import Line, Slide

__all__ = ["DIALECT"]


def likelihood(lines: Sequence[Line]) -> float:
    """Return how surely the text is a Markdown slide deck, 0 to 1."""
    if not lines or not may_be_deck(lines):
        return 0.0
    # loaded with the first text that may be one
    from flashdeck.extraction.dialects.markdown_decks.flavour import recognise  # noqa: PLC0415
    from flashdeck.extraction.dialects.markdown_decks.rows import read_rows  # noqa: PLC0415

    return recognise(read_rows(lines)).likelihood


def read(lines: Sequence[Line]) -> Sequence[Slide]:
    """Return every slide of the deck in order."""
    # loaded with the first deck, for every text asks for the likelihood alone
    from flashdeck.extraction.dialects.markdown_decks import reading  # noqa: PLC0415

    return reading.read(lines)


DIALECT: Final = Dialect(name="Markdown deck", likelihood=likelihood, read=read)
