"""Which cards something is about: all, or those of some decks and topics."""

from typing import NamedTuple


class ScopePart(NamedTuple):
    """Cards of a deck with its sub-decks, of a topic, or of a topic within a deck; None leaves it open."""

    deck: str | None = None
    topic: str | None = None


Scope = tuple[ScopePart, ...]
"""The cards that belong to any of the parts."""

EVERYTHING: Scope = (ScopePart(),)
