"""What a slide is made of while it is read, from top to bottom."""

from dataclasses import dataclass

from flashdeck.extraction.model import Block, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading with its level, 1 to 6."""

    text: Text
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """The border between two columns."""


Part = Heading | Break | Block
