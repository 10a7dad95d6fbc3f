"""The collection: one file with its repositories. Those that a count of what is due does without are made on demand."""

from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from flashdeck.storage.cards import CardRepository
from flashdeck.storage.connection import Connection
from flashdeck.storage.decks import DeckRepository
from flashdeck.storage.reviews import ReviewRepository
from flashdeck.storage.settings import SettingsRepository

if TYPE_CHECKING:
    import tempfile

    from flashdeck.storage.browse import CardBrowser
    from flashdeck.storage.health import Health
    from flashdeck.storage.merging import MergeRepository
    from flashdeck.storage.notes import NoteRepository
    from flashdeck.storage.operations import OperationRepository


class Collection:
    """An open collection. Belongs to the thread that opened it."""

    def __init__(self, path: Path, *, view_only: bool = False, copy: Path | None = None) -> None:
        """Open the collection at `path`, making it when there is none.

        Args:
            path: the file.
            view_only: open a copy, in which nothing can be written, of a file that cannot be.
            copy: a copy that somebody made, to be opened instead; what lies beside the collection is that of `path`.

        Raises:
            CollectionTooNewError: written by a newer program; the file is untouched.
            CollectionBusyError: open in another program.
            CollectionDamagedError: damaged, or not a collection.
            CollectionError: folder or disk do not let us.
        """
        self.path = path
        self._changes_backed_up = 0
        self._backup: Path | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        if view_only:
            self._connection, self._folder = _open_copy(path)
        else:
            self._connection = Connection(path) if copy is None else Connection(copy, copy_of=path)
        self.decks = DeckRepository(self._connection)
        self.cards = CardRepository(self._connection)
        self.reviews = ReviewRepository(self._connection)
        self.settings = SettingsRepository(self._connection)

    @cached_property
    def notes(self) -> "NoteRepository":
        """The notes."""
        from flashdeck.storage.notes import NoteRepository  # noqa: PLC0415

        return NoteRepository(self._connection, self.decks)

    @cached_property
    def browser(self) -> "CardBrowser":
        """Lists of cards."""
        from flashdeck.storage.browse import CardBrowser  # noqa: PLC0415

        return CardBrowser(self._connection)

    @cached_property
    def operations(self) -> "OperationRepository":
        """What was done and can be undone."""
        from flashdeck.storage.operations import OperationRepository  # noqa: PLC0415

        return OperationRepository(self._connection, self.notes, self.reviews)

    @cached_property
    def health(self) -> "Health":
        """Whether everything is as it was written."""
        from flashdeck.storage.health import Health  # noqa: PLC0415

        return Health(self._connection)

    @cached_property
    def merging(self) -> "MergeRepository":
        """What unites two collections."""
        from flashdeck.storage.merging import MergeRepository  # noqa: PLC0415

        return MergeRepository(self._connection, self.notes, self.decks, self.reviews, self.settings)

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
        """Whether anything was written since the collection was opened, or since its last dated backup."""
        return self._connection.changes > self._changes_backed_up

    @property
    def whole_backup(self) -> Path | None:
        """The dated backup that holds everything, made since the collection was opened; None when there is none."""
        return None if self.has_changed else self._backup

    def count_as_backed_up(self, backup: Path, changes: int) -> None:
        """Let what was written so far count as backed up.

        Args:
            backup: the dated backup that holds it.
            changes: what `changes` was when it was made.
        """
        self._backup = backup
        self._changes_backed_up = changes

    def count_as_unsaved(self) -> None:
        """Let it count as changed: what it holds came into it before it was opened, and is in no dated backup."""
        self._changes_backed_up = -1

    def atomic(self) -> AbstractContextManager[None]:
        """Everything written inside is stored together, on the disk, or not at all. Nests.

        Raises:
            CollectionError: see `faults.ToldApart`.
        """
        return self._connection.atomic()

    def be_ready_to_write(self) -> None:
        """Load now what the first write would wait for."""
        self._connection.be_ready_to_write()

    def settle(self) -> None:
        """Bring what was written into the file itself while nobody waits. Not inside `atomic`."""
        self._connection.settle()

    def hold(self) -> Path:
        """Keep the file as it is from now on, with all that was written, see `Connection.hold`. Not inside `atomic`."""
        return self._connection.hold()

    def let_go(self) -> None:
        """Let the file be written again; harmless when it is not held, or closed."""
        self._connection.let_go()

    def vacuum_into(self, target: Path, *, named: Path | None = None) -> None:
        """Write a compact copy, see `Connection.vacuum_into`. Not inside `atomic`."""
        self._connection.vacuum_into(target, named=named)


def _open_copy(path: Path) -> "tuple[Connection, tempfile.TemporaryDirectory[str]]":
    import tempfile  # noqa: PLC0415

    from flashdeck.storage.copying import copy_with_log  # noqa: PLC0415

    folder = tempfile.TemporaryDirectory(prefix="flashdeck-view-")
    try:
        copy = Path(folder.name) / path.name
        copy_with_log(path, copy)
        return Connection(copy, copy_of=path, view_only=True), folder
    except BaseException:
        folder.cleanup()
        raise
