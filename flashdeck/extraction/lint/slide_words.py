"""The words of a slide, which the answers of its cards must be made of."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import groupby, pairwise

from flashdeck.extraction.languages import terms


class SlideWords:
    """The words of lines as they compare, neighbours also joined, and other forms of all these.

    Nearly every answer is made of the words as they stand, so that the others are worked out when first needed.
    """

    def __init__(self, lines: Iterable[str], forms: Mapping[str, str]) -> None:
        """Take the lines, and another form of some words."""
        self._forms = forms
        self._in_order: list[str] = []
        bare = [line.lstrip("• ") for line in lines]  # without its mark a line may be ASCII
        for is_ascii, run in groupby(bare, key=str.isascii):
            for text in (" ".join(run),) if is_ascii else tuple(run):
                self._in_order += terms.folded(text).split()
        self._said = frozenset(self._in_order)

    def __contains__(self, word: object) -> bool:
        return word in self._said or word in self._derived

    @cached_property
    def _derived(self) -> frozenset[str]:
        joined = frozenset(map("".join, pairwise(self._in_order)))
        forms = self._forms
        return joined.union([forms[word] for word in self._said | joined if word in forms]) if forms else joined
