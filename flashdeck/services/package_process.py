"""An Anki package read in a child process: its notes come as JSON, its pictures as files in a folder of ours."""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, TextIO

from flashdeck.errors import AnkiPackageError
from flashdeck.file_faults import reason_of
from flashdeck.interop.anki_package.model import AnkiPackage, from_json, to_json
from flashdeck.messages import Message
from flashdeck.services import child_limits
from flashdeck.services.file_process import FileProcess, answer

WORKER_COMMAND: Final = "package-worker"
ENDINGS: Final = frozenset({".apkg", ".colpkg"})
_MEMORY_LIMIT_BYTES: Final = 4 << 30
_CPU_LIMIT_S: Final = 600


def is_package(path: Path) -> bool:
    """Whether a file is an Anki package by its name."""
    return path.suffix.lower() in ENDINGS


class ReadPackage:
    """A package that was read; its pictures lie in `folder` until it is closed."""

    def __init__(self, path: Path, package: AnkiPackage, folder: "tempfile.TemporaryDirectory[str]") -> None:
        self.path = path
        self.package = package
        self._folder = folder

    @property
    def folder(self) -> Path:
        """Where the pictures are."""
        return Path(self._folder.name)

    def close(self) -> None:
        """Throw away the pictures that were not taken."""
        self._folder.cleanup()


class PackageProcess(FileProcess[ReadPackage]):
    """A package that is being read."""

    error = AnkiPackageError

    def __init__(self, path: Path) -> None:
        """Start reading a package.

        Raises:
            AnkiPackageError: there is no room for its pictures.
        """
        try:
            self._folder = tempfile.TemporaryDirectory(prefix="flashdeck-pictures-", ignore_cleanup_errors=True)
        except OSError as error:
            raise AnkiPackageError(
                Message(
                    "{name} cannot be unpacked: {reason}; make room and try again.",
                    name=path.name,
                    reason=reason_of(error),
                )
            ) from error
        self._is_taken = False
        super().__init__(path, WORKER_COMMAND, [str(path), self._folder.name])

    def _result(self, message: Mapping[str, Any]) -> ReadPackage:
        self._is_taken = True
        return ReadPackage(self._path, from_json(message["package"]), self._folder)

    def cancel(self) -> None:
        """Stop the child now; its pictures go, unless the result was taken."""
        super().cancel()
        if not self._is_taken:
            self._folder.cleanup()


def work(path: Path, folder: Path, output: TextIO) -> None:
    """Be the child: read a package and write progress and result as lines of JSON."""
    from flashdeck.interop.anki_package.reading import read_package  # noqa: PLC0415 - the program needs none of it

    child_limits.limit(memory_bytes=_MEMORY_LIMIT_BYTES, cpu_s=_CPU_LIMIT_S)
    answer(output, lambda tell: {"package": to_json(read_package(path, folder, tell))})
