"""The collection the window works on, and the news that something in it has changed."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from flashdeck.services import collection_file, settings
from flashdeck.services.clock import Clock
from flashdeck.services.settings import Settings
from flashdeck.services.today import Today
from flashdeck.storage.collection import Collection

if TYPE_CHECKING:
    from collections.abc import Callable

    from flashdeck.services.backup_process import BackupProcess
    from flashdeck.services.care_process import ReplacingProcess
    from flashdeck.services.file_process import FileProcess
    from flashdeck.services.recall import Recall

ProcessT = TypeVar("ProcessT", bound="FileProcess[Any]")


class Workspace(QObject):
    """Holds the open collection.

    `changed` tells that cards or counts may be others than a page shows, `opened` that everything may be.

    Attributes:
        is_in_care: whether the collection is checked, mended, merged, rescheduled or replaced.
    """

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
        self._recall: Recall | None = None
        self._work: FileProcess[Any] | None = None
        self.is_in_care = False

    @property
    def collection(self) -> Collection:
        """The open collection."""
        return self._collection

    @property
    def today(self) -> Today:
        """The present study day of the collection."""
        return self._today

    @property
    def recall(self) -> "Recall":
        """What tells how likely the cards of the collection are remembered; it learns only once what all pages ask."""
        if self._recall is None:
            from flashdeck.services.recall import Recall  # noqa: PLC0415 - brings FSRS

            self._recall = Recall(self._collection)
        return self._recall

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

    def saves_slowly(self, settings: Settings) -> bool:
        """Whether so many schedules follow from settings that a process should make them: see `begin_care`."""
        from flashdeck.services import schedules  # noqa: PLC0415 - brings the schedulers

        return schedules.takes_long(self._collection, settings)

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
        self._recall = None
        self.opened.emit()

    def begin_care(self, make: "Callable[[Collection, Clock], ProcessT]") -> "ProcessT":
        """Start to check, mend, merge, reschedule or replace the collection, to be polled; see `stop_work`.

        Args:
            make: makes the process.

        Raises:
            CollectionError: it cannot be begun.
        """
        self.stop_work()
        process = make(self._collection, self.clock)
        self._work, self.is_in_care = process, True
        return process

    def take_up(self, process: "ReplacingProcess[Any]", *, has_news: bool = True) -> Path | None:
        """Go on with what a process has made of the collection; return where that is kept as it was.

        Args:
            process: it has ended, and nothing was written to the collection since its beginning.
            has_news: whether it made what is in no backup.

        Raises:
            CollectionError: the disk does not let us; the collection is open as it was.
        """
        path = self._collection.path
        self._work, self.is_in_care = None, False
        self._collection.close()
        try:
            kept = process.take_place()
        finally:
            self._collection = collection_file.open_collection(path)
            self._today = Today(self._collection, self.clock)
            self._recall = None
            if has_news:
                self._collection.count_as_unsaved()
            self.opened.emit()  # settings and what waits may be others, and a sitting is over
        return kept

    def refuse_unfit(self, other: Path) -> None:
        """Raise CollectionError where a file can be told at a look not to be what can be merged."""
        from flashdeck.services import merge  # noqa: PLC0415 - seldom needed, and much with it

        merge.refuse_unfit(self._collection, other)

    def begin_backup(self) -> "BackupProcess":
        """Start to make a dated backup, to be polled; it is stopped when the collection is closed before its end.

        Raises:
            CollectionError: it cannot be begun.
        """
        from flashdeck.services.backup_process import BackupProcess  # noqa: PLC0415 - not needed for a first look

        self.stop_work()
        process = BackupProcess(self._collection, self.clock)
        self._work = process
        return process

    def stop_work(self) -> None:
        """Stop the backup that is being made, or other care of the collection; nothing is left of it."""
        work, self._work, self.is_in_care = self._work, None, False
        if work is not None:
            work.cancel()

    def is_backup_due(self) -> bool:
        """Whether it is time for a backup, half an hour after the last one."""
        return collection_file.is_backup_due(self._collection, self.clock.now())

    def holds_unsaved(self) -> bool:
        """Whether something was done that is in no dated backup."""
        return collection_file.holds_unsaved(self._collection, self.clock.now())

    def is_backed_up(self) -> bool:
        """Whether what changes much needs no backup first."""
        return collection_file.is_backed_up(self._collection)

    def sweep(self) -> None:
        """Delete the pictures that nothing shows any more."""
        from flashdeck.services import media  # noqa: PLC0415 - seldom needed

        media.sweep(self._collection, self.clock)

    def is_backup_overdue(self) -> bool:
        """Whether there should be a backup that there is not, since none could be made or the program was killed."""
        return not self._collection.is_view_only and collection_file.is_backup_overdue(
            self._collection, self.clock.now()
        )

    def close(self, *, with_backup: bool = True) -> None:
        """Close the collection, behind a backup of what was done since the last one unless none is wanted.

        Raises:
            CollectionError: the backup could not be written; the collection is closed all the same.
        """
        self.stop_work()
        try:
            if with_backup and self.holds_unsaved():
                collection_file.backup_now(self._collection, self.clock)
        finally:
            self._collection.close()
