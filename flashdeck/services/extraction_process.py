"""Extraction in a child process with limits, so that no file can hang or kill the program, and the user can cancel."""

import queue
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from flashdeck.errors import OperationCancelledError, SlideFileError
from flashdeck.extraction.report import ExtractionReport, from_json
from flashdeck.services.child_process import ChildProcess

WORKER_COMMAND: Final = "extract-worker"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractedFile:
    """What a child process found in a file.

    Attributes:
        sha256: of the file's bytes, in hexadecimal.
        found: its slides and cards.
        path: where it was read; None when it is no longer there to be kept.
        explained: what each rule made of it, for a person to read; empty unless asked for.
    """

    sha256: str
    found: ExtractionReport
    path: Path | None = None
    explained: str = ""


class ExtractionProcess:
    """A running extraction. Poll it from one thread; it never blocks."""

    def __init__(self, path: Path, *, min_score: float | None = None, explain: bool = False) -> None:
        """Start reading a file."""
        self._path = path
        self._cancelled = False
        self.progress = 0.0
        arguments = [str(path)] if min_score is None else [str(path), "--min-score", str(min_score)]
        if explain:
            arguments.append("--explain")
        self._child = ChildProcess(WORKER_COMMAND, arguments)

    def poll(self, *, wait_s: float = 0.0) -> ExtractedFile | None:
        """Return the result once it is there, None while the child works; `progress` tells how far it is.

        Args:
            wait_s: seconds to wait for news.

        Raises:
            SlideFileError: the file cannot be read, is no slide deck or was too much for the limits.
            OperationCancelledError: `cancel` was called.
        """
        try:
            while True:
                message = self._child.next_message(wait_s=wait_s)
                if self._cancelled:
                    raise OperationCancelledError("Cancelled. Nothing was stored.")
                if message is None:
                    raise SlideFileError(
                        f"{self._path.name} was too much to read in the time and memory allowed. "
                        "Split it into smaller files and import those."
                    )
                if "error" in message:
                    raise SlideFileError(message["error"])
                if "found" in message:
                    found = from_json(message["found"])
                    return ExtractedFile(
                        sha256=message["sha256"], found=found, path=self._path, explained=message["explained"]
                    )
                self.progress = message["progress"]
                if wait_s:
                    return None
        except queue.Empty:
            return None

    def cancel(self) -> None:
        """Stop the child now."""
        self._cancelled = True
        self._child.cancel()


def run(
    path: Path, *, min_score: float | None, on_progress: Callable[[float], None], explain: bool = False
) -> ExtractedFile:
    """Extract a file in a child process and wait for it; Ctrl+C stops the child.

    Raises:
        SlideFileError: see `ExtractionProcess.poll`.
    """
    process = ExtractionProcess(path, min_score=min_score, explain=explain)
    try:
        while (extracted := process.poll(wait_s=0.1)) is None:
            on_progress(process.progress)
    except BaseException:
        process.cancel()
        raise
    on_progress(1.0)
    return extracted
