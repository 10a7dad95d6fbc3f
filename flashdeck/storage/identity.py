"""Whether a file is a collection that this program may open, found out without opening it as a database."""

from pathlib import Path
from typing import Final

from flashdeck.durable_files import make_folder
from flashdeck.errors import CollectionDamagedError, CollectionError, CollectionTooNewError
from flashdeck.file_faults import reason_of
from flashdeck.messages import Message
from flashdeck.storage.backups_folder import backups_folder_of, has_backups
from flashdeck.storage.faults import read_only
from flashdeck.storage.version import APPLICATION_ID, SCHEMA_VERSION

_ANOTHER: Final = "Name it with --collection."


def refuse_foreign_file(path: Path, named: Path) -> None:
    """Look at the header, in the log too, without opening the file as a database: what is not ours stays untouched.

    Raises:
        CollectionError: it is newer, no collection, gone while there are backups of it, or cannot be read.
    """
    try:
        make_folder(path.parent)
        if not path.exists() or path.stat().st_size == 0:
            _refuse_lost_file(path)
            return
        with path.open("rb") as file:
            header = file.read(100)
        in_log = _first_page_in_log(path)
    except OSError as error:
        raise CollectionError(
            Message("The collection {path} cannot be opened: {reason}.", path=named, reason=reason_of(error))
        ) from error
    if len(header) < 100 or not header.startswith(b"SQLite format 3\0"):
        raise CollectionDamagedError(
            Message("{path} is not a flashdeck collection. Choose another file.", path=named), in_terminal=_ANOTHER
        )
    for page in (header, in_log):
        if page is not None:
            check_identity(named, int.from_bytes(page[68:72], "big"), int.from_bytes(page[60:64], "big"))


def refuse_unwritable_file(path: Path) -> None:
    """Raise CollectionReadOnlyError when a file is there and cannot be written."""
    try:
        path.open("r+b").close()  # SQLite would only say that the disk failed
    except FileNotFoundError:
        return  # SQLite makes it
    except OSError as error:
        raise read_only(str(path)) from error


def _first_page_in_log(path: Path) -> bytes | None:
    """Return the first page as a program that was killed left it beside the file, None when it left none."""
    log = path.with_name(path.name + "-wal")
    if not log.exists():
        return None
    from flashdeck.storage.write_ahead_log import first_page  # noqa: PLC0415 - seldom needed

    return first_page(log)


def _refuse_lost_file(path: Path) -> None:
    if has_backups(path):
        raise CollectionDamagedError(
            Message(
                "The collection {path} is gone or empty, but there are backups of it. To begin anew, move the folder "
                "{backups} away.",
                path=path,
                backups=backups_folder_of(path),
            ),
            in_terminal="'flashdeck check --repair' brings it back.",
        )


def check_identity(path: Path, application_id: int, version: int) -> None:
    """Raise CollectionError when a file with this identity and version is not ours, or newer than the program."""
    if (application_id, version) == (0, 0):
        return  # made a moment ago, the first migration has not run
    if application_id != APPLICATION_ID:
        raise CollectionDamagedError(
            Message("{path} belongs to another program, not to flashdeck. Choose another file.", path=path),
            in_terminal=_ANOTHER,
        )
    if version > SCHEMA_VERSION:
        raise CollectionTooNewError(
            Message(
                "The collection {path} was written by a newer flashdeck. Update the program; the file was not touched.",
                path=path,
            )
        )
