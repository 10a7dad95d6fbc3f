"""Extraction in a child process with limits, so that no file can hang or kill the program, and the user can cancel."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from flashdeck.errors import SlideFileError
from flashdeck.extraction.options import DEFAULT_MIN_SCORE
from flashdeck.extraction.report import ExtractionReport, PartsReader
from flashdeck.services.file_process import FileProcess

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


class ExtractionProcess(FileProcess[ExtractedFile]):
    """A running extraction. Poll it from one thread; it never blocks."""

    error = SlideFileError

    def __init__(self, path: Path, *, min_score: float = DEFAULT_MIN_SCORE, explain: bool = False) -> None:
        """Start reading a file."""
        self._parts = PartsReader()
        super().__init__(path, WORKER_COMMAND, [str(path), str(min_score), "explain" if explain else ""])

    def _take(self, part: Mapping[str, Any]) -> None:
        self._parts.take(part)

    def _result(self, message: Mapping[str, Any]) -> ExtractedFile:
        found = self._parts.report(name=message["name"], file_format=message["format"])
        return ExtractedFile(sha256=message["sha256"], found=found, path=self._path, explained=message["explained"])


def run(path: Path, *, min_score: float, on_progress: Callable[[float], None], explain: bool = False) -> ExtractedFile:
    """Extract a file in a child process and wait for it; Ctrl+C stops the child.

    Raises:
        SlideFileError: see `FileProcess.poll`.
    """
    return ExtractionProcess(path, min_score=min_score, explain=explain).wait(on_progress)
