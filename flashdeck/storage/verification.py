"""Whether a copy of a collection that nobody writes is sound: the pages as SQLite sees them, the rows as written."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import chain
from os import SEEK_END
from pathlib import Path
from typing import Final

from flashdeck.errors import CollectionDamagedError, CollectionError, CollectionTooNewError
from flashdeck.file_faults import reason_of
from flashdeck.messages import Message
from flashdeck.storage.checksums import CHAINED_COLUMNS, CHECKED_COLUMNS, KEY_COLUMNS, exact_checksum, is_mistyped
from flashdeck.storage.version import APPLICATION_ID, SCHEMA_VERSION

TOLD_EVERY_ROWS: Final = 1_000
Tell = Callable[[float], None]
Seal = tuple[bytes | None, bool]
"""The checksum of a row as it is stored, and whether it fits the row; a tuple, because there are millions."""


@contextmanager
def looked_at(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a file that nobody writes, without leaving a trace beside it."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        yield connection


def is_collection(path: Path) -> bool:
    """Whether a file says of itself that it is a collection, sound or not.

    Raises:
        CollectionError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(100)[68:72] == APPLICATION_ID.to_bytes(4, "big")
    except OSError as error:
        raise CollectionError(
            Message("{path} cannot be read: {reason}.", path=path, reason=reason_of(error))
        ) from error


def is_whole(path: Path) -> bool:
    """Whether a file begins as a collection does and is as long as it says itself; no more of it is read."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
            size_bytes = file.seek(0, SEEK_END)
    except OSError:
        return False
    says = int.from_bytes(header[16:18], "big") * int.from_bytes(header[28:32], "big")
    return header[68:72] == APPLICATION_ID.to_bytes(4, "big") and size_bytes >= says


def verify(path: Path, *, named: Path | None = None, tell: Tell = lambda _: None) -> None:
    """Check that a file is a sound collection of this version or an older one, every row as it was written.

    Args:
        path: the file.
        named: what the user is told that it is, where it is a copy.
        tell: called with how far this is, 0 to 1.

    Raises:
        CollectionDamagedError: it is not sound.
        CollectionTooNewError: it is of a newer one.
    """
    with engine_checked(path, named=named) as connection:
        if not all(fits for _, fits in _all_seals(connection, tell)):
            raise CollectionDamagedError(
                Message("Not everything in {path} is as it was written. Choose another backup.", path=named or path),
                in_terminal=f"Or mend this one first: flashdeck check --repair --collection {named or path}",
            )


def _all_seals(connection: sqlite3.Connection, tell: Tell) -> Iterator[Seal]:
    of_all = row_count(connection)
    for done, seal in enumerate(chain.from_iterable(seals(connection, table) for table in CHECKED_COLUMNS), 1):
        if done % TOLD_EVERY_ROWS == 0:
            tell(done / of_all)
        yield seal


def row_count(connection: sqlite3.Connection) -> int:
    """Return how many rows there are to be checked."""
    there = [table for table in CHECKED_COLUMNS if _columns_of(connection, table)]  # an older version has fewer
    return sum(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in there)


def verify_file(path: Path) -> None:
    """Check that a file is a sound collection, whatever its rows say.

    Raises:
        CollectionDamagedError: it is not sound.
        CollectionTooNewError: it is of a newer version.
    """
    with engine_checked(path):
        pass


@contextmanager
def engine_checked(path: Path, *, named: Path | None = None) -> Iterator[sqlite3.Connection]:
    """Yield a connection to a file while SQLite checks the whole of it, which takes as long as reading every row.

    Raises:
        CollectionDamagedError: it is not sound; raised at the end, if what is done inside was content with it.
        CollectionTooNewError: it is of a newer version.
    """
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - seldom needed

    fault = CollectionDamagedError(
        Message("{path} is not a sound backup of a flashdeck collection. Choose another one.", path=named or path)
    )
    try:
        with looked_at(path) as connection, ThreadPoolExecutor(1) as executor:
            connection.text_factory = (
                bytes  # damaged text may be no text any more; checksums take the one for the other
            )
            (identity,) = connection.execute("PRAGMA application_id").fetchone()
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if identity != APPLICATION_ID:
                raise fault
            if version > SCHEMA_VERSION:
                raise CollectionTooNewError(
                    Message(
                        "The backup {path} was written by a newer flashdeck. Update the program first.",
                        path=named or path,
                    )
                )
            verdict = executor.submit(_engine_verdict, path)
            yield connection
            if verdict.result() != "ok":
                raise fault
    except sqlite3.Error as error:
        raise fault from error


def _engine_verdict(path: Path) -> str:
    with looked_at(path) as connection:
        return str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])


def seals(connection: sqlite3.Connection, table: str) -> Iterator[Seal]:
    """Return the seals of a table's rows in the order of its key; none where it is older than its checksums.

    Behind those of the log stands one for its end, which fits when no entry is missing there.

    Args:
        connection: one of `engine_checked`, which reads text as bytes.
        table: its name.
    """
    columns = CHECKED_COLUMNS[table]
    if not _columns_of(connection, table).issuperset((*columns, "checksum")):
        return
    sql = f"SELECT checksum, {is_mistyped(table)}, {', '.join(columns)} FROM {table}"
    rows = connection.execute(f"{sql} ORDER BY {', '.join(KEY_COLUMNS[table])}")
    if columns is not CHAINED_COLUMNS:
        for checksum, mistyped, *values in rows:
            yield checksum, exact_checksum(tuple(values)) == checksum and not mistyped
        return
    before = None
    for checksum, _, *values in rows:
        yield checksum, exact_checksum((before, *values)) == checksum
        before = checksum
    if _columns_of(connection, "log_end"):
        ends = connection.execute(
            "SELECT checksum, seq = coalesce((SELECT max(seq) FROM review_log), 0) FROM log_end WHERE id = 1"
        ).fetchall()
        checksum, is_last = ends[0] if ends else (None, False)
        yield checksum, bool(is_last) and checksum == before


def _columns_of(connection: sqlite3.Connection, table: str) -> frozenset[str]:
    """Return the columns of a table, none when it is not there."""
    return frozenset(row[1].decode() for row in connection.execute(f"PRAGMA table_info({table})"))
