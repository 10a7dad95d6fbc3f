"""Files that are either the old one or the new one, also after a power cut."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


def replace_durably(written: Path, target: Path) -> None:
    """Put a finished file in the place of `target`, with file and folder on the disk before this returns."""
    _sync(written)
    written.replace(target)
    sync_names(target.parent)


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Yield the path to write to, beside `target`, whose place the file takes durably when the block ends.

    The folder is made. When the block fails, or takes away what it wrote, `target` stays as it was; no part of
    it is left behind, and one that a killed program left is overwritten.

    Raises:
        OSError: the disk does not let it be written.
    """
    partial = partial_of(target)
    make_folder(target.parent)
    partial.unlink(missing_ok=True)
    try:
        yield partial
        if partial.exists():
            replace_durably(partial, target)
    finally:
        partial.unlink(missing_ok=True)


def partial_of(target: Path) -> Path:
    """Return where a file is written until it is finished."""
    return target.with_name(target.name + ".partial")


def make_folder(folder: Path) -> None:
    """Make a folder that is missing, its name on the disk before this returns: what is safe in it could be nowhere."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_names(folder.parent)


def sync_names(folder: Path) -> None:
    """Bring what files of a folder are called onto the disk."""
    if os.name == "posix":  # elsewhere a folder cannot be opened
        _sync(folder)


def write_through(file: BinaryIO) -> None:
    """Bring what was written to an open file onto the disk, from which it is read when it is read next."""
    file.flush()
    os.fsync(file.fileno())
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
