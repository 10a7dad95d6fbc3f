"""Tells faults of the world (disk full, file locked, file damaged) from our own mistakes, by SQLite's codes."""

import sqlite3
from collections.abc import Callable

from flashdeck.errors import (
    CollectionBusyError,
    CollectionDamagedError,
    CollectionError,
    CollectionReadOnlyError,
)
from flashdeck.messages import Message


class ToldApart:
    """Turns SQLite's environment errors inside into a sentence about a collection; lets bugs through.

    A class and no generator, because every statement runs inside one.

    Raises:
        CollectionBusyError: another program has the file.
        CollectionDamagedError: the file is damaged or no database.
        CollectionReadOnlyError: file or folder cannot be written.
        CollectionError: disk full, input/output error.
    """

    def __init__(
        self, path: str, *, schema_is_sound: Callable[[], bool] | None = None, copied_to: str | None = None
    ) -> None:
        """Set up.

        Args:
            path: of the collection.
            copied_to: the file that is written, where that is a copy of the collection.
            schema_is_sound: tells, where a statement is wrong, whether it only met tables that are not those we made.
        """
        self._path = path
        self._copied_to = copied_to
        self._schema_is_sound = schema_is_sound

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        fault: CollectionError | None = None
        if isinstance(error, sqlite3.Error):
            fault = _translate(error, self._path)
            if self._copied_to is not None and fault is not None and not isinstance(fault, CollectionDamagedError):
                fault = _not_copied(error, self._copied_to)
            is_wrong = getattr(error, "sqlite_errorname", "") == "SQLITE_ERROR"
            if is_wrong and self._schema_is_sound is not None and not self._schema_is_sound():
                fault = damaged(self._path)
        elif isinstance(error, UnicodeDecodeError):
            fault = damaged(self._path)  # SQLite quotes damaged bytes in its message, which Python cannot read
        if fault is not None:
            raise fault from error


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another program has the file."""
    return (getattr(error, "sqlite_errorname", "") or "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))


def _translate(error: sqlite3.Error, path: str) -> CollectionError | None:
    code = getattr(error, "sqlite_errorname", "") or ""
    if not code and str(error).startswith("Could not decode to UTF-8"):
        code = "SQLITE_CORRUPT"  # damaged text; it has no code of SQLite's
    if is_busy(error):
        return CollectionBusyError(
            Message("The collection {path} is open in another flashdeck. Close it there first.", path=path),
            in_terminal="Or name another with --collection.",
        )
    if code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return damaged(path)
    if code.startswith("SQLITE_FULL"):
        return CollectionError(
            Message(
                "The disk that holds {path} is full. Free some space and try again; everything saved before is safe.",
                path=path,
            )
        )
    if code.startswith(("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH")):
        return read_only(path)
    if code.startswith("SQLITE_CANTOPEN"):
        return CollectionError(
            Message("The collection {path} cannot be opened. Check that its folder exists and is yours.", path=path)
        )
    if code.startswith("SQLITE_IOERR"):
        return CollectionError(
            Message(
                "The disk failed while {path} was used. Check the disk; everything saved before is safe.", path=path
            )
        )
    return None


def _not_copied(error: sqlite3.Error, target: str) -> CollectionError:
    if error.sqlite_errorname.startswith("SQLITE_FULL"):
        return CollectionError(
            Message(
                "There is no room for the backup {target}. Free some space there; everything saved before is safe.",
                target=target,
            )
        )
    return CollectionError(
        Message(
            "The backup {target} cannot be written. Check that its folder exists and is yours, and its disk.",
            target=target,
        )
    )


def damaged(path: str) -> CollectionDamagedError:
    """Return the fault of a collection whose file is no longer as it was written."""
    return CollectionDamagedError(
        Message("The collection {path} is damaged. It was left as it is.", path=path),
        in_terminal="'flashdeck check --repair' puts together what can still be read with the newest good backup, "
        "'flashdeck restore' takes a backup alone.",
    )


def read_only(path: str) -> CollectionReadOnlyError:
    """Return the fault of a collection that nobody may write."""
    return CollectionReadOnlyError(
        Message("The collection {path} cannot be written. Check the permissions of the file and folder.", path=path)
    )
