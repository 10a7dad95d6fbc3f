"""Deck names: nested with `::`, as in Anki."""

from collections.abc import Iterable
from itertools import takewhile
from typing import Final

SEPARATOR: Final = "::"


def join(*parts: str) -> str:
    """Return the nested name of the parts, outermost first; empty parts are left out."""
    return SEPARATOR.join(cleaned for part in parts if (cleaned := clean(part)))


def split(name: str) -> tuple[str, ...]:
    """Return the parts of a nested name."""
    return tuple(name.split(SEPARATOR))


def clean(part: str) -> str:
    """Return one part as it may stand in a name: white space folded, no separator inside, no colon at its ends."""
    folded = " ".join(part.split())
    while SEPARATOR in folded:
        folded = folded.replace(SEPARATOR, ":")
    return folded.strip(": ")


def clean_name(name: str) -> str:
    """Return a nested name with every part cleaned and empty parts left out; may be empty."""
    return join(*split(name))


def common(names: Iterable[str]) -> str:
    """Return the innermost deck that holds all the decks; empty when there is none."""
    levels = zip(*map(split, names), strict=False)
    return join(*(level[0] for level in takewhile(lambda level: len(set(level)) == 1, levels)))
