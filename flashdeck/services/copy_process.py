"""A child process that begins with a copy of the collection, which stays in use.

The file of the collection is held, so that the child can copy it, until the child has it.
"""

from abc import abstractmethod

from flashdeck.errors import CollectionError
from flashdeck.services.file_process import FileProcess, ResultT
from flashdeck.storage.collection import Collection
from flashdeck.storage.held_file import COPIED


class CopyProcess(FileProcess[ResultT]):
    """What a child is making of a copy. Poll it from the thread that owns the collection."""

    error = CollectionError
    _collection: Collection

    def poll(self, *, wait_s: float = 0.0) -> ResultT | None:
        """Return the result once it is there, None until then; see `FileProcess.poll`.

        Raises:
            CollectionError: it could not be done; nothing of it is left, and what was there before is.
            OperationCancelledError: `cancel` was called.
        """
        try:
            result = super().poll(wait_s=wait_s)
        except BaseException:
            self.cancel()
            raise
        if self.progress >= COPIED or result is not None:
            self._collection.let_go()
        return result

    def cancel(self) -> None:
        """Stop now; nothing is left of it. Before the collection is closed, which writes its file."""
        super().cancel()
        self._collection.let_go()
        self._discard()

    @abstractmethod
    def _discard(self) -> None:
        """Delete what the child has made."""
