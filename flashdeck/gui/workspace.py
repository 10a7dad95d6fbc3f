"""The collection the window works on, and the news that something in it has changed."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from flashdeck.services import collection_file, settings
from flashdeck.services.clock import Clock
from flashdeck.services.settings import Settings
from flashdeck.services.today import Today
from flashdeck.storage.collection import Collection

if TYPE_CHECKING:
    from flashdeck.services.merge import Merge


class Workspace(QObject):
    """Holds the open collection. `changed` tells that cards or counts may be others than a page shows."""

    changed = Signal()
    opened = Signal()

    def __init__(self, path: Path, clock: Clock, parent: QObject | None = None) -> None:
        """Open the collection.

        Raises:
            CollectionError: it cannot be opened.
        """
        super().__init__(parent)
        self.clock = clock
        self._collection = collection_file.open_collection(path)
        self._today = Today(self._collection, clock)

    @property
    def collection(self) -> Collection:
        """The open collection."""
        return self._collection

    @property
    def today(self) -> Today:
        """The present study day of the collection."""
        return self._today

    @property
    def settings(self) -> Settings:
        """The user's settings."""
        return self._today.settings()

    def has_sitting(self) -> bool:
        """Whether a sitting was begun, on whatever day, and never ended."""
        return self._collection.settings.all().get(settings.SITTING) is not None

    def save_settings(self, settings: Settings) -> None:
        """Store the user's settings; another scheduler replays every schedule."""
        from flashdeck.services import schedules  # noqa: PLC0415 - brings the schedulers

        schedules.change_settings(self._collection, self.clock, settings)

    def switch_to(self, path: Path) -> None:
        """Open another collection in the place of this one, which stays open when the other cannot be.

        Raises:
            CollectionError: the other cannot be opened.
        """
        if path.resolve() == self._collection.path.resolve():
            return
        other = collection_file.open_collection(path)
        self.close()
        self._collection = other
        self._today = Today(other, self.clock)
        self.opened.emit()
        self.changed.emit()

    def restore(self, backup: Path) -> Path | None:
        """Put a backup in the place of the collection; return where what was there is kept.

        Raises:
            CollectionError: the backup is missing or damaged; the collection is open as it was.
        """
        path = self._collection.path
        self._collection.close()
        try:
            return collection_file.restore(backup, path, self.clock)
        finally:
            self._collection = collection_file.open_collection(path)
            self._today = Today(self._collection, self.clock)
            self.opened.emit()
            self.changed.emit()

    def merge(self, other: Path) -> "Merge":
        """Take another collection of the same person into this one.

        Raises:
            CollectionError: the other cannot be taken in; nothing was changed.
        """
        from flashdeck.services import merge  # noqa: PLC0415 - seldom needed, and much with it

        merged = merge.merge(self._collection, self.clock, other)
        self.opened.emit()  # settings and what waits may be others, and a sitting is over
        self.changed.emit()
        return merged

    def back_up(self) -> Path:
        """Write a dated backup now and return its path.

        Raises:
            CollectionError: it could not be written.
        """
        return collection_file.backup_now(self._collection, self.clock)

    def back_up_if_stale(self) -> None:
        """Write a dated backup when something was written and the last one is half an hour old, and clean up behind it.

        Raises:
            CollectionError: it could not be written.
        """
        if collection_file.backup_if_stale(self._collection, self.clock) is not None:
            from flashdeck.services import media  # noqa: PLC0415 - seldom needed

            media.sweep(self._collection, self.clock)

    def is_backup_overdue(self) -> bool:
        """Whether there should be a backup that there is not, since none could be made or the program was killed."""
        return not self._collection.is_view_only and collection_file.is_backup_overdue(
            self._collection, self.clock.now()
        )

    def close(self) -> None:
        """Close the collection behind a backup of what was done since the last one.

        Raises:
            CollectionError: the backup could not be written; the collection is closed all the same.
        """
        try:
            collection_file.backup_before_closing(self._collection, self.clock)
        finally:
            self._collection.close()
