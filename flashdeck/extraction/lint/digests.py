"""Tables of digests: what was seen, without the text of it."""

from array import array
from typing import Final

_MASK: Final = (1 << 64) - 1
_SMALLEST: Final = 64


def digest(*parts: str) -> int:
    """Return a number that stands for texts of any length as long as the program runs, 1 to 2**64 - 1."""
    return hash(parts) & _MASK or 1


class DigestTable:
    """Digests and a number from 1 for each; an entry takes some twenty bytes, and a hundred in a dict."""

    def __init__(self) -> None:
        """Make an empty table."""
        self._digests = array("Q", [0]) * _SMALLEST
        self._numbers = array("I", [0]) * _SMALLEST
        self._used = 0

    def get(self, key: int) -> int:
        """Return the number of a digest, 0 for one that is not there."""
        return self._numbers[self._place(key)]

    def add(self, key: int, number: int) -> None:
        """Give a digest its number; the first one stays."""
        place = self._place(key)
        if self._digests[place]:
            return
        self._digests[place], self._numbers[place] = key, number
        self._used += 1
        if 3 * self._used > 2 * len(self._digests):
            self._grow()

    def _place(self, key: int) -> int:
        """Return where a digest stands, or the free place for it."""
        digests, mask = self._digests, len(self._digests) - 1
        place = key & mask
        while digests[place] and digests[place] != key:
            place = (place + 1) & mask
        return place

    def _grow(self) -> None:
        digests, numbers = self._digests, self._numbers
        self._digests, self._numbers = array("Q", [0]) * (2 * len(digests)), array("I", [0]) * (2 * len(digests))
        for key, number in zip(digests, numbers, strict=True):
            if key:
                place = self._place(key)
                self._digests[place], self._numbers[place] = key, number
