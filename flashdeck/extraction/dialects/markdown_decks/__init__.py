"""Slide decks written in Markdown for Marp, reveal.js, remark, Slidev or pandoc.

The program decides what separates slides (`--` is a slide below in reveal and a step of the same slide in remark),
where the notes stand and what front matter means, so it is recognised first. The scanner goes line by line rather
than by a CommonMark parser: each value needs its lines, and no parser reads the marks that the five programs add.
"""

from typing import Final

from flashdeck.extraction.dialects import Dialect
from flashdeck.extraction.dialects.markdown_decks.reading import likelihood, read

__all__ = ["DIALECT"]

DIALECT: Final = Dialect(name="Markdown deck", likelihood=likelihood, read=read)
