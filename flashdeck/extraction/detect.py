"""Choosing the dialect of a text by its form alone, and turning down what is no slide deck."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from flashdeck.extraction.dialects import Dialect, blank_runs, markdown_decks, page_marks, unmarked_dumps
from flashdeck.extraction.model import Line

DIALECTS: Final = (page_marks.DIALECT, blank_runs.DIALECT, unmarked_dumps.DIALECT)
_LIKELY: Final = 0.5

_STAMP: Final = re.compile(r"\[?(?:\d{4}-\d\d-\d\d|\d\d?[/.]\d\d?[/.]\d{2,4}|\d\d:\d\d:\d\d|[A-Z][a-z]{2} +\d+ \d\d:)")
_CODE_END: Final = (";", "{", "}", "):", "(", "),", "},", "],", "*/")
_CODE_START: Final = ("//", "/*", "* @", "#include", "import ", "from ", "def ", "class ", "return ", "if (", "<", "--")
_SEPARATORS: Final = ",;\t|"
_TELLING: Final = 20_000
"""Lines in which the form of a text shows: twice those of a course."""
_FULL_LINE: Final = 55
"""Characters from which a line belongs to running text."""


def choose_dialect(lines: Sequence[Line]) -> Dialect | None:
    """Return the likeliest dialect, or None when the text is no slide deck (prose, a log, source code, a data file).

    Markdown decks are asked first: their marks are unmistakable, while their notes are prose and their listings code.
    """
    lines = lines[:_TELLING]
    if markdown_decks.DIALECT.likelihood(lines) >= _LIKELY:
        return markdown_decks.DIALECT
    if any(is_other(lines) for is_other in (_is_prose, _is_log, _is_code, _is_data)):
        return None
    chances = [(dialect.likelihood(lines), dialect) for dialect in DIALECTS]
    chance, best = max(chances, key=lambda pair: pair[0])
    return best if chance >= _LIKELY else None


def _is_prose(lines: Sequence[Line]) -> bool:
    return _share(lines, lambda line: len(line.text) >= _FULL_LINE) > 0.5


def _is_log(lines: Sequence[Line]) -> bool:
    return _share(lines, lambda line: _STAMP.match(line.text) is not None) > 0.4


def _is_code(lines: Sequence[Line]) -> bool:
    return _share(lines, lambda line: line.text.endswith(_CODE_END) or line.text.startswith(_CODE_START)) > 0.3


def _is_data(lines: Sequence[Line]) -> bool:
    """Whether nearly all lines hold the same number of some separator."""
    return any(
        max(Counter(line.text.count(separator) or -index for index, line in enumerate(lines)).values(), default=0)
        > 0.8 * len(lines)
        for separator in _SEPARATORS
    )


def _share(lines: Sequence[Line], holds: Callable[[Line], bool]) -> float:
    return sum(map(holds, lines)) / max(1, len(lines))
