"""Finding where the second of two columns begins whose heading the page wrote down last.

A page that sets two things side by side often words its two lists alike. Items of the same words stand equally far
from the top of their columns, so their distance in the text tells where the second column begins.
"""

from collections.abc import Sequence
from typing import NamedTuple

from flashdeck.extraction.dialects.page_marks.joining import Chunk, Form


class Column(NamedTuple):
    """The second column of a page.

    Attributes:
        first: index of the chunk that it begins with.
        heading: index of the chunk that names it.
    """

    first: int
    heading: int


def second_column(chunks: Sequence[Chunk], sides: Sequence[str]) -> Column | None:
    """Return the second column of a page that compares these sides, or None when it has its heading above it."""
    names = [side.casefold() for side in sides]
    headings = [index for index, chunk in enumerate(chunks) if chunk.form is Form.TEXT and _name(chunk) in names]
    if len(headings) != 2 or _name(chunks[headings[0]]) == _name(chunks[headings[1]]):
        return None
    opening, late = headings
    items = [index for index, chunk in enumerate(chunks) if opening < index < late and chunk.is_item]
    if not items or items[0] != opening + 1 or (late + 1 < len(chunks) and chunks[late + 1].is_item):
        return None
    distance = _distance([_name(chunks[index]) for index in items])
    return Column(first=items[distance], heading=late) if distance else None


def _distance(texts: Sequence[str]) -> int:
    """Return how far the repeated texts stand apart; 0 when there are none or they do not agree."""
    seen: dict[str, int] = {}
    distances: set[int] = set()
    for index, text in enumerate(texts):
        if text in seen:
            distances.add(index - seen[text])
        seen[text] = index
    return distances.pop() if len(distances) == 1 else 0


def _name(chunk: Chunk) -> str:
    return chunk.text.strip(" .:?").casefold()
