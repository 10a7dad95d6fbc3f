"""Faults of the world: each is one clear sentence for the user, saying what to do next.

Our own mistakes are never wrapped in these; they crash loudly.
"""


class FlashdeckError(Exception):
    """Something outside the program went wrong; `str(error)` is what the user is told, in English."""

    @property
    def message(self) -> str:
        """What the user is told: mostly a `Message`, which the window can say in another language."""
        return str(self) if not self.args else self.args[0]


class SlideFileError(FlashdeckError):
    """A slide file is missing, unreadable or not a slide deck."""


class CollectionError(FlashdeckError):
    """The collection cannot be opened or written."""


class CollectionTooNewError(CollectionError):
    """The collection was written by a newer version of the program."""


class CollectionBusyError(CollectionError):
    """Another program has the collection open."""


class CollectionReadOnlyError(CollectionError):
    """File or folder let nobody write; the cards can still be looked at."""


class CollectionDamagedError(CollectionError):
    """The file is not a collection, or is damaged."""


class NotFoundError(FlashdeckError):
    """A deck, topic or note the user named does not exist."""


class ExportError(FlashdeckError):
    """The cards could not be written out."""


class OperationCancelledError(FlashdeckError):
    """The user stopped a long task; nothing was stored."""


class DeckFileError(FlashdeckError):
    """A deck file breaks the format; the sentence names the line."""


class AnkiPackageError(FlashdeckError):
    """An Anki package is missing, unreadable, damaged or unsafe to read."""
