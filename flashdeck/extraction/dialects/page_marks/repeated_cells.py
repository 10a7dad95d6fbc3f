"""Splitting the row of a table by the words of its cells, once the number of columns is known.

`Delivery By boat By boat On foot` with three columns has the cells `By boat`, `By boat`, `On foot`, as one of them is
repeated; `Toll No extra charge Charges apply` has two, as every one opens with a capital. A row that could be split in
more than one way is left alone.
"""

import re
from collections.abc import Sequence
from itertools import pairwise, product
from typing import Final

_JOINT: Final = re.compile(r" [/+] |\b(?:Very|Not|Most|Least) ")
_LABEL_ENDS: Final = frozenset(
    {"type", "size", "cost", "mode", "name", "limit", "price", "speed", "fee", "time", "supported"}
)
"""Words that close the label of a row and are no cell."""
_MOST_WORDS: Final = 40
_LONGEST_PHRASE: Final = 5


def split_row(text: str, columns: int) -> tuple[str, tuple[str, ...]] | None:
    """Return the label of a row and its cells, or None when the row does not tell where they end."""
    words = units(text)
    if not columns < len(words) <= _MOST_WORDS:
        return None
    starts, length = _repeated(words)
    if not 1 < len(starts) <= columns:
        return None
    gaps = [words[one + length : other] for one, other in pairwise([*starts, len(words)])]
    phrase = " ".join(words[starts[0] : starts[0] + length])
    found = [
        (label, cells, way)
        for label, cells in _before(words[: starts[0]], columns - len(starts))
        for way in product(*map(_ways, gaps))
        if label and len(cells) + sum(map(len, way)) == columns - len(starts)
    ]
    if len(found) != 1:
        return None
    label, cells, ways = found[0]
    for way in ways:
        cells += (phrase, *way)
    return label, cells


def split_at_capitals(text: str, columns: int) -> tuple[str, tuple[str, ...]] | None:
    """Return the label of a row and its cells when as many words of it open with a capital, else None."""
    words = units(text)
    starts = [index for index, word in enumerate(words) if word[0].isupper()]
    if len(words) > _MOST_WORDS or len(starts) != columns + 1 or starts[0] != 0:
        return None
    parts = [" ".join(words[start:end]) for start, end in pairwise([*starts, len(words)])]
    return parts[0], tuple(parts[1:])


def units(text: str) -> list[str]:
    """Return the words of a row; those that a mark joins (`Barge / Raft`, `Oar + Sail`) or a degree opens are one."""
    joined = _JOINT.sub(lambda match: match.group().replace(" ", "\0"), text)
    return [unit.replace("\0", " ") for unit in joined.split()]


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


def _before(words: Sequence[str], missing: int) -> list[tuple[str, tuple[str, ...]]]:
    """Return how the words before the repeated cells can be the label and cells: repeated among themselves, or single.

    `missing` is how many cells of the row the repeated ones leave.
    """
    inner = split_row(" ".join(words), missing) if missing > 1 else None
    if inner is not None:
        return [inner]
    whole: tuple[str, tuple[str, ...]] = (" ".join(words), ())
    singles = len(words) - 1
    if not singles or not all(word[0].isupper() for word in words) or words[1].casefold() in _LABEL_ENDS:
        return [whole]
    found = [whole]
    if singles <= missing:
        single = (words[0], tuple(words[1:]))
        found = [single] if singles == missing else [whole, single]
    if singles > 1 and missing:
        found.append((words[0], (" ".join(words[1:]),)))
    return found


def _ways(gap: Sequence[str]) -> list[tuple[str, ...]]:
    """Return how the words between two repeated cells can be cells: all one, or one each."""
    if not gap:
        return [()]
    if not gap[0][0].isupper() and not gap[0][0].isdigit():
        return []  # the phrase goes on
    whole = (" ".join(gap),)
    single = tuple(gap)
    return [whole] if whole == single or not all(word[0].isupper() for word in gap) else [whole, single]
