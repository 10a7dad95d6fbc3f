"""Which cards something is about: all, or those of some decks and topics."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopePart:
    """Cards of a deck with its sub-decks, of a topic, or of a topic within a deck; None leaves it open."""

    deck: str | None = None
    topic: str | None = None


Scope = tuple[ScopePart, ...]
"""The cards that belong to any of the parts."""

EVERYTHING: Scope = (ScopePart(),)
