"""Slide decks written in Markdown for Marp, reveal.js, remark, Slidev or pandoc.

The program decides what separates slides (`--` is a slide below in reveal and a step of the same slide in remark),
where the notes stand and what front matter means, so it is recognised first. The scanner goes line by line rather
than by a CommonMark parser: each value needs its lines, and no parser reads the marks that the five programs add.
"""

from collections.abc import Sequence
from typing import Final

from flashdeck.extraction.dialects import Dialect
from flashdeck.extraction.dialects.markdown_decks.flavour import may_be_deck, recognise
from flashdeck.extraction.dialects.markdown_decks.rows import read_rows
from flashdeck.extraction.model import Line, Slide

__all__ = ["DIALECT"]


def likelihood(lines: Sequence[Line]) -> float:
    """Return how surely the text is a Markdown slide deck, 0 to 1."""
    return recognise(read_rows(lines)).likelihood if lines and may_be_deck(lines) else 0.0


def read(lines: Sequence[Line]) -> Sequence[Slide]:
    """Return every slide of the deck in order."""
    # loaded with the first deck, for every text asks for the likelihood alone
    from flashdeck.extraction.dialects.markdown_decks import reading  # noqa: PLC0415

    return reading.read(lines)


DIALECT: Final = Dialect(name="Markdown deck", likelihood=likelihood, read=read)
