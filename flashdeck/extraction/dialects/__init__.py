"""The kinds of slide text, each a package that turns lines into slides.

A dialect recognises its texts by their form alone, so that a new course in the same form is read as well.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from flashdeck.extraction.model import Line, Slide


class Dialect(NamedTuple):
    """A kind of slide text.

    Attributes:
        name: as `--json` and messages show it.
        likelihood: lines -> 0 (surely another kind) to 1 (surely this kind).
        read: lines -> every slide of the source in order, repeated and growing ones too, with noise marked,
            sections, topics and groups filled in.
        surest: the highest likelihood that it ever tells, so that none is asked behind a surer one.
    """

    name: str
    likelihood: Callable[[Sequence[Line]], float]
    read: Callable[[Sequence[Line]], Sequence[Slide]]
    surest: float = 1.0
