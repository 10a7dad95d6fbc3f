"""Choosing the dialect of a text by its form alone, and turning down what is no slide deck."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from flashdeck.extraction.dialects import Dialect, blank_runs, markdown_decks, page_marks, unmarked_dumps
from flashdeck.extraction.model import Line

DIALECTS: Final = (page_marks.DIALECT, blank_runs.DIALECT, unmarked_dumps.DIALECT)
_LIKELY: Final = 0.5

_STAMP: Final = re.compile(r"\[?(?:\d{4}-\d\d-\d\d|\d\d?[/.]\d\d?[/.]\d{2,4}|\d\d:\d\d:\d\d|[A-Z][a-z]{2} +\d+ \d\d:)")
_CODE_END: Final = (";", "{", "}", "):", "(", "),", "},", "],", "*/")
_CODE_START: Final = ("//", "/*", "* @", "#include", "import ", "from ", "def ", "class ", "return ", "if (", "<", "--")
_SEPARATORS: Final = ",;\t|"
_MOST: Final = 0.8
"""Share of the lines that a separator cuts alike in a data file."""
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
    texts = [line.text for line in lines]
    if _is_prose(texts) or _is_log(texts) or _is_code(texts) or _is_data(texts):
        return None
    best, chance = None, 0.0
    for dialect in DIALECTS:
        likelihood = dialect.likelihood(lines) if dialect.surest > chance else 0.0
        if likelihood > chance:
            best, chance = dialect, likelihood
    return best if chance >= _LIKELY else None


def _is_prose(texts: Sequence[str]) -> bool:
    return _share([len(text) >= _FULL_LINE for text in texts]) > 0.5


def _is_log(texts: Sequence[str]) -> bool:
    return _share([_STAMP.match(text) is not None for text in texts]) > 0.4


def _is_code(texts: Sequence[str]) -> bool:
    return _share([text.endswith(_CODE_END) or text.startswith(_CODE_START) for text in texts]) > 0.3


def _is_data(texts: Sequence[str]) -> bool:
    """Whether nearly all lines hold the same number of some separator; a line alone is no deck either."""
    whole = "\n".join(texts)
    likely = [separator for separator in _SEPARATORS if whole.count(separator) > _MOST * len(texts)]
    return len(texts) == 1 or any(_is_separated(texts, separator) for separator in likely)


def _is_separated(texts: Sequence[str], separator: str) -> bool:
    counts = Counter([text.count(separator) for text in texts if separator in text])
    return max(counts.values()) > _MOST * len(texts)


def _share(holds: Sequence[bool]) -> float:
    return sum(holds) / max(1, len(holds))
