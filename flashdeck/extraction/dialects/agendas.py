"""Agendas that come back: a deck that shows its agenda before each of its parts tells its sections by that alone."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from flashdeck.extraction.languages import terms

_FEWEST_TIMES: Final = 3
_FEWEST_ENTRIES: Final = 2


def sections_by_agendas(agendas: Sequence[tuple[str, ...]]) -> list[str] | None:
    """Return the section of each slide, or None when no agenda comes back once for each of its entries.

    An agenda may stand once more at the start of the deck, before any section.

    Args:
        agendas: for each slide the entries of its agenda, nothing when it shows none.
    """
    counts = Counter(tuple(map(terms.key, entries)) for entries in agendas if len(entries) >= _FEWEST_ENTRIES)
    if not counts:
        return None
    shown, times = counts.most_common(1)[0]
    if times < _FEWEST_TIMES or times - len(shown) not in (0, 1):
        return None
    sections: list[str] = []
    seen = len(shown) - times
    section = ""
    for entries in agendas:
        if tuple(map(terms.key, entries)) == shown:
            section = entries[seen] if seen >= 0 else ""
            seen += 1
        sections.append(section)
    return sections
