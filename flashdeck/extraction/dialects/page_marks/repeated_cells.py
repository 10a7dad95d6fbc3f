"""Splitting the row of a table by a phrase that several of its cells repeat, once the number of columns is known.

`Delivery By boat By boat On foot` with three columns has the cells `By boat`, `By boat`, `On foot`. A row that could
be split in more than one way is left alone.
"""

from collections.abc import Sequence
from itertools import pairwise, product
from typing import Final

_MOST_WORDS: Final = 40
_LONGEST_PHRASE: Final = 5


def split_row(text: str, columns: int) -> tuple[str, tuple[str, ...]] | None:
    """Return the label of a row and its cells, or None when the row does not tell where they end."""
    words = text.split()
    if not columns < len(words) <= _MOST_WORDS:
        return None
    starts, length = _repeated(words)
    if not 1 < len(starts) <= columns:
        return None
    label, cells = _before(words[: starts[0]], columns - len(starts))
    gaps = [words[one + length : other] for one, other in pairwise([*starts, len(words)])]
    missing = columns - len(starts) - len(cells)
    ways = [way for way in product(*map(_ways, gaps)) if sum(map(len, way)) == missing]
    if not label or len(ways) != 1:
        return None
    phrase = " ".join(words[starts[0] : starts[0] + length])
    for way in ways[0]:
        cells += (phrase, *way)
    return label, cells


def _repeated(words: Sequence[str]) -> tuple[list[int], int]:
    """Return where the phrase stands whose repetitions cover most of a row, and its length in words."""
    best: tuple[int, list[int], int] = (0, [], 1)
    for length in range(1, _LONGEST_PHRASE + 1):
        for start in range(1, len(words) - length + 1):
            if words[start][0].islower():
                continue  # a cell opens with a capital or a figure
            found = _places(words, words[start : start + length], start)
            if len(found) > 1 and len(found) * length > best[0]:
                best = (len(found) * length, found, length)
    return best[1], best[2]


def _places(words: Sequence[str], phrase: Sequence[str], start: int) -> list[int]:
    found: list[int] = []
    while start + len(phrase) <= len(words):
        if words[start : start + len(phrase)] == phrase:
            found.append(start)
            start += len(phrase)
        else:
            start += 1
    return found


def _before(words: Sequence[str], missing: int) -> tuple[str, tuple[str, ...]]:
    """Return the label and the cells before the repeated ones: cells repeated among themselves, or a word each."""
    inner = split_row(" ".join(words), missing) if missing > 1 else None
    if inner is not None:
        return inner
    if missing > 0 and len(words) == missing + 1 and all(word[0].isupper() for word in words):
        return words[0], tuple(words[1:])
    return " ".join(words), ()


def _ways(gap: Sequence[str]) -> list[tuple[str, ...]]:
    """Return how the words between two repeated cells can be cells: all one, or one each."""
    if not gap:
        return [()]
    if not gap[0][0].isupper() and not gap[0][0].isdigit():
        return []  # the phrase goes on
    whole = (" ".join(gap),)
    single = tuple(gap)
    return [whole] if whole == single or not all(word[0].isupper() for word in gap) else [whole, single]
