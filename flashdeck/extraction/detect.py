"""Choosing the dialect of a text by its form alone."""

from typing import Final

from flashdeck.extraction.dialects import Dialect, blank_runs, page_marks
from flashdeck.extraction.model import Line

DIALECTS: Final = (page_marks.DIALECT, blank_runs.DIALECT)
_LIKELY: Final = 0.5


def choose_dialect(lines: tuple[Line, ...]) -> Dialect | None:
    """Return the likeliest dialect, or None when the text is no slide deck (prose, a log, source code, a data file)."""
    chances = [(dialect.likelihood(lines), dialect) for dialect in DIALECTS]
    chance, best = max(chances, key=lambda pair: pair[0])
    return best if chance >= _LIKELY else None
