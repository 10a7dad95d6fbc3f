"""The collection: one file with its repositories."""

import tempfile
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Self

from flashdeck.storage.browse import CardBrowser
from flashdeck.storage.cards import CardRepository
from flashdeck.storage.connection import Connection
from flashdeck.storage.copying import copy_with_log
from flashdeck.storage.decks import DeckRepository
from flashdeck.storage.health import Health
from flashdeck.storage.merging import MergeRepository
from flashdeck.storage.notes import NoteRepository
from flashdeck.storage.operations import OperationRepository
from flashdeck.storage.reviews import ReviewRepository
from flashdeck.storage.settings import SettingsRepository


class Collection:
    """An open collection. Belongs to the thread that opened it."""

    def __init__(self, path: Path, *, view_only: bool = False) -> None:
        """Open the collection at `path`, making it when there is none.

        Args:
            path: the file.
            view_only: open a copy, in which nothing can be written, of a file that cannot be.

        Raises:
            CollectionTooNewError: written by a newer program; the file is untouched.
            CollectionBusyError: open in another program.
            CollectionDamagedError: damaged, or not a collection.
            CollectionError: folder or disk do not let us.
        """
        self.path = path
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        if view_only:
            self._connection, self._folder = _open_copy(path)
        else:
            self._connection = Connection(path)
        self.decks = DeckRepository(self._connection)
        self.notes = NoteRepository(self._connection, self.decks)
        self.cards = CardRepository(self._connection)
        self.reviews = ReviewRepository(self._connection)
        self.browser = CardBrowser(self._connection)
        self.operations = OperationRepository(self._connection, self.notes)
        self.health = Health(self._connection)
        self.settings = SettingsRepository(self._connection)
        self.merging = MergeRepository(self._connection, self.notes, self.decks, self.reviews, self.settings)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; harmless when it is closed already."""
        self._connection.close()
        if self._folder is not None:
            self._folder.cleanup()

    @property
    def is_view_only(self) -> bool:
        """Whether nothing can be written, because this is a copy of a file that cannot be."""
        return self._folder is not None

    @property
    def changes(self) -> int:
        """How many rows were written since the collection was opened."""
        return self._connection.changes

    @property
    def has_changed(self) -> bool:
        """Whether anything was written since the collection was opened."""
        return self._connection.changes > 0

    def atomic(self) -> AbstractContextManager[None]:
        """Everything written inside is stored together, on the disk, or not at all. Nests.

        Raises:
            CollectionError: see `faults.ToldApart`.
        """
        return self._connection.atomic()

    def vacuum_into(self, target: Path) -> None:
        """Write a compact copy to a file that does not exist yet. Not inside `atomic`."""
        self._connection.vacuum_into(target)


def _open_copy(path: Path) -> "tuple[Connection, tempfile.TemporaryDirectory[str]]":
    folder = tempfile.TemporaryDirectory(prefix="flashdeck-view-")
    try:
        copy = Path(folder.name) / path.name
        copy_with_log(path, copy)
        return Connection(copy, copy_of=path), folder
    except BaseException:
        folder.cleanup()
        raise
