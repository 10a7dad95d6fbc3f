"""A file read in a child process, so that none can hang or kill the program.

The child answers in lines of JSON: any number with `progress` or a `part` of what it found, then one with `error` or
with the rest.
"""

import queue
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Generic, TextIO, TypeVar

from flashdeck import messages
from flashdeck.errors import FlashdeckError, OperationCancelledError
from flashdeck.messages import Message
from flashdeck.services import child_messages
from flashdeck.services.child_process import ChildProcess

ResultT = TypeVar("ResultT")
_PROGRESS_STEP: Final = 0.01


class FileProcess(ABC, Generic[ResultT]):
    """A file that is being read. Poll it from one thread; it never blocks."""

    error: type[FlashdeckError]
    """What is raised about a file that cannot be read."""

    def __init__(self, path: Path, command: str, arguments: Sequence[str]) -> None:
        """Start reading a file."""
        self._path = path
        self._cancelled = False
        self.progress = 0.0
        self._child = ChildProcess(command, arguments)

    def _take(self, part: Mapping[str, Any]) -> None:
        """Keep a part of what the child found."""

    @abstractmethod
    def _result(self, message: Mapping[str, Any]) -> ResultT:
        """Return what the child's last message says."""

    def _why_it_died(self) -> Message:
        """Return what is said of a child that ended without an answer."""
        return Message(
            "{name} was too much to read in the time and memory allowed. Split it into smaller files and import those.",
            name=self._path.name,
        )

    def poll(self, *, wait_s: float = 0.0) -> ResultT | None:
        """Return the result once it is there, None while the child works; `progress` tells how far it is.

        Args:
            wait_s: seconds to wait for news.

        Raises:
            FlashdeckError: `error`: the file cannot be read, or was too much for the limits.
            OperationCancelledError: `cancel` was called.
        """
        try:
            while True:
                message = self._child.next_message(wait_s=wait_s)
                if self._cancelled:
                    raise OperationCancelledError(Message("Cancelled. Nothing was stored."))
                if message is None:
                    raise self.error(self._why_it_died())
                if "error" in message:
                    raise self.error(messages.from_json(message["error"]))
                if "part" in message:
                    self._take(message["part"])
                    continue
                if "progress" not in message:
                    return self._result(message)
                self.progress = message["progress"]
                if wait_s:
                    return None
        except queue.Empty:
            return None

    def cancel(self) -> None:
        """Stop the child now."""
        self._cancelled = True
        self._child.cancel()

    def wait(self, on_progress: Callable[[float], None]) -> ResultT:
        """Return the result once it is there; Ctrl+C stops the child.

        Raises:
            FlashdeckError: see `poll`.
        """
        try:
            while (result := self.poll(wait_s=0.1)) is None:
                on_progress(self.progress)
        except BaseException:
            self.cancel()
            raise
        on_progress(1.0)
        return result


def answer(output: TextIO, read: Callable[[Callable[[float], None]], Mapping[str, Any]]) -> None:
    """Be the child: write how far `read` is, and what it found or why the file cannot be read."""
    told = 0.0

    def tell(progress: float) -> None:
        nonlocal told
        if progress - told >= _PROGRESS_STEP:
            told = progress
            child_messages.write(output, {"progress": round(progress, 3)})

    try:
        found = read(tell)
    except FlashdeckError as error:
        child_messages.write(output, {"error": messages.to_json(error.message)})
    else:
        child_messages.write(output, found)


def write_part(output: TextIO, part: Mapping[str, Any]) -> None:
    """Be the child: write a part of what is found, so that it need not be held as a whole."""
    child_messages.write(output, {"part": part})
