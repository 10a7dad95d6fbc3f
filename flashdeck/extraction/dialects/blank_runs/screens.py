"""Text of screenshots, which nothing in the source tells from knowledge but its cues."""

import re
from dataclasses import replace
from typing import Final

from flashdeck.extraction.model import Line, NoiseReason

_PICTURE_PROSE: Final = re.compile(r"The (?:screenshot|image|picture|screen|diagram) (?:shows|displays|depicts)\b")


def mark(lines: tuple[Line, ...], code_numbers: frozenset[int]) -> tuple[Line, ...]:
    """Mark descriptions of pictures, text of screenshots and sample data."""
    return tuple(
        replace(line, noise=NoiseReason.PICTURE_PROSE)
        if line.noise is None and line.number not in code_numbers and _PICTURE_PROSE.match(line.text)
        else line
        for line in lines
    )
