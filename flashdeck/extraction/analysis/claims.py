"""Which sentences of a slide are asked already, so that a weaker rule does not ask them again."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from flashdeck.extraction.analysis.scope import Item
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Candidate

_Spot = tuple[int, int]
"""A line, and which of the sentences that stand on it, from 0."""
_ALIKE: Final = 0.75
"""Share of the best match from which another sentence of the line counts as meant too."""


class Claims:
    """The claims of the rules on the sentences of one slide.

    A line that holds several sentences (a paragraph on one line of its file) can be asked once for each: a candidate
    belongs to those whose words it shares most.
    """

    def __init__(self, items: Iterable[Item]) -> None:
        self._sentences: dict[int, list[str]] = defaultdict(list)
        for item in items:
            for text in (item.text, *item.body):
                for line in range(text.first_line, text.last_line + 1):
                    self._sentences[line].append(text.plain)
        self._owners: dict[_Spot, str] = {}

    def owner_of(self, candidate: Candidate) -> str:
        """Return the rule that has asked all of what the candidate asks, or an empty string."""
        owners = [self._owners.get(spot, "") for spot in self._spots(candidate)]
        return owners[0] if all(owners) else ""

    def add(self, candidate: Candidate) -> None:
        """Claim what the candidate asks for its rule."""
        for spot in self._spots(candidate):
            self._owners.setdefault(spot, candidate.rule)

    def lines(self) -> frozenset[int]:
        """Return the lines of which every sentence is asked."""
        counts: dict[int, int] = defaultdict(int)
        for line, _ in self._owners:
            counts[line] += 1
        return frozenset(line for line, count in counts.items() if count >= len(self._sentences.get(line, ())))

    def _spots(self, candidate: Candidate) -> list[_Spot]:
        said: frozenset[str] | None = None
        spots: list[_Spot] = []
        for line in range(candidate.first_line, candidate.last_line + 1):
            sentences = self._sentences.get(line, [])
            if len(sentences) < 2:
                spots.append((line, 0))
                continue
            said = said if said is not None else terms.stems(f"{candidate.front} {candidate.back}")
            words = map(terms.stems, sentences)
            shares = [len(each & said) / max(1, len(each)) for each in words]
            spots.extend((line, index) for index, share in enumerate(shares) if share >= _ALIKE * max(shares))
        return spots
