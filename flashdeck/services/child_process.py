"""Work on files of others in a child process: our own program with a hidden command, which answers in lines of JSON.

Whatever such a file does to the code that reads it, the program that asked goes on.
"""

import contextlib
import json
import queue
import subprocess
import sys
import threading
from collections.abc import Sequence
from typing import Any


class ChildProcess:
    """A running child. Ask it from one thread."""

    def __init__(self, command: str, arguments: Sequence[str]) -> None:
        """Start the program with a hidden command."""
        self._messages: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        self._child = subprocess.Popen(  # noqa: S603 - our own program, no shell
            [*_own_program(), command, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self._child.stdout is not None
        with self._child.stdout as output:
            for line in output:
                # a line cut short by the end of the child is missed in favour of its exit status
                with contextlib.suppress(json.JSONDecodeError):
                    self._messages.put(json.loads(line))
        self._child.wait()
        self._messages.put(None)

    def next_message(self, *, wait_s: float = 0.0) -> dict[str, Any] | None:
        """Return the next line of the child, None behind the last one.

        Raises:
            queue.Empty: nothing came within `wait_s` seconds.
        """
        return self._messages.get(block=wait_s > 0, timeout=wait_s or None)

    def cancel(self) -> None:
        """Stop the child now; harmless when it has ended."""
        self._child.kill()
        self._reader.join()


def _own_program() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "flashdeck"]
