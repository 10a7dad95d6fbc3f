"""Faults of the world: each is one clear sentence for the user, saying what to do next.

Our own mistakes are never wrapped in these; they crash loudly.
"""


class FlashdeckError(Exception):
    """Something outside the program went wrong; `str(error)` is what the user is told in the terminal, in English.

    Args:
        message: what happened and what to do next; mostly a `Message`, which the window can say in another language.
        in_terminal: the command or option that helps there. The window, where nobody can type it, leaves it out.
    """

    def __init__(self, message: str = "", *, in_terminal: str = "") -> None:
        super().__init__(message)
        self.message = message
        self._in_terminal = in_terminal

    def __str__(self) -> str:
        return f"{self.message} {self._in_terminal}".rstrip()


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
