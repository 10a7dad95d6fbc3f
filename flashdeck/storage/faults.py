"""Tells faults of the world (disk full, file locked, file damaged) from our own mistakes, by SQLite's codes."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from flashdeck.errors import (
    CollectionBusyError,
    CollectionDamagedError,
    CollectionError,
    CollectionReadOnlyError,
)


@contextmanager
def told_apart(path: str) -> Iterator[None]:
    """Turn SQLite's environment errors into a sentence about the collection at `path`; let bugs through.

    Raises:
        CollectionBusyError: another program has the file.
        CollectionDamagedError: the file is damaged or no database.
        CollectionReadOnlyError: file or folder cannot be written.
        CollectionError: disk full, input/output error.
    """
    try:
        yield
    except sqlite3.Error as error:
        translated = _translate(error, path)
        if translated is None:
            raise
        raise translated from error
    except UnicodeDecodeError as error:  # SQLite quotes damaged bytes in its message, which Python cannot read
        raise damaged(path) from error


def _translate(error: sqlite3.Error, path: str) -> CollectionError | None:
    code = getattr(error, "sqlite_errorname", "") or ""
    if not code and str(error).startswith("Could not decode to UTF-8"):
        code = "SQLITE_CORRUPT"  # damaged text; it has no code of SQLite's
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return CollectionBusyError(
            f"The collection {path} is open in another flashdeck. Close it there first, or name another --collection."
        )
    if code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return damaged(path)
    if code.startswith("SQLITE_FULL"):
        return CollectionError(
            f"The disk that holds {path} is full. Free some space and try again; everything saved before is safe."
        )
    if code.startswith(("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH")):
        return read_only(path)
    if code.startswith("SQLITE_CANTOPEN"):
        return CollectionError(f"The collection {path} cannot be opened. Check that its folder exists and is yours.")
    if code.startswith("SQLITE_IOERR"):
        return CollectionError(
            f"The disk failed while {path} was used. Check the disk; everything saved before is safe."
        )
    return None


def damaged(path: str) -> CollectionDamagedError:
    """Return the fault of a collection whose file is no longer as it was written."""
    return CollectionDamagedError(
        f"The collection {path} is damaged. It was left as it is; 'flashdeck check --repair' puts together what "
        "can still be read with the newest good backup, 'flashdeck restore' takes a backup alone."
    )


def read_only(path: str) -> CollectionReadOnlyError:
    """Return the fault of a collection that nobody may write."""
    return CollectionReadOnlyError(
        f"The collection {path} cannot be written. Check the permissions of the file and folder."
    )
