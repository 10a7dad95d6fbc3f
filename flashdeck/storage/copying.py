"""Copies of closed collections, file by file."""

import shutil
from pathlib import Path

from flashdeck.errors import CollectionError
from flashdeck.file_faults import reason_of
from flashdeck.messages import Message


def copy_with_log(path: Path, target: Path) -> None:
    """Copy a collection that nobody has open; what its write-ahead log holds goes along.

    Raises:
        CollectionError: it cannot be read, or the copy cannot be written.
    """
    try:
        copy_files(path, target)
    except OSError as error:
        raise CollectionError(
            Message("The collection {path} cannot be read: {reason}.", path=path, reason=reason_of(error))
        ) from error


def copy_files(path: Path, target: Path) -> None:
    """Copy a file of SQLite with the write-ahead log beside it, if there is one.

    Raises:
        OSError: one of them cannot be read or written.
    """
    shutil.copyfile(path, target)
    log = path.with_name(path.name + "-wal")
    if log.exists():
        shutil.copyfile(log, target.with_name(target.name + "-wal"))


def link_or_copy(source: Path, target: Path) -> None:
    """Give a file that nobody writes to any longer a second name, or copy it where a disk has no such names."""
    target.unlink(missing_ok=True)
    try:
        target.hardlink_to(source)
    except OSError:  # not every disk has links
        shutil.copyfile(source, target)
