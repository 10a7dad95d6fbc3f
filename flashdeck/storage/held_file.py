"""A checked copy of a collection that stays open and in use, made by another process while its file is held.

The program that has it open holds the file (`Collection.hold`), and what it writes meanwhile goes into the log beside
it: so the bytes of the file are the collection as it was at that moment. Another process has to copy them, because on
POSIX systems a program that closes a file, however it opened it, loses its lock on it.
"""

from contextlib import closing
from hashlib import blake2b
from pathlib import Path
from typing import Final, NamedTuple

from flashdeck.durable_files import write_through
from flashdeck.storage.backup_faults import not_written, unlike
from flashdeck.storage.checksums import CHECKED_COLUMNS
from flashdeck.storage.collection import Collection
from flashdeck.storage.connection import Connection
from flashdeck.storage.health import LOG, BrokenRow, Health
from flashdeck.storage.verification import TOLD_EVERY_ROWS, Tell, engine_checked, row_count, seals

COPIED: Final = 0.1
"""How far a copy is, of 1, when the file need not be held any longer."""
_BLOCK_BYTES: Final = 1 << 20
_SYNCED_EVERY_BYTES: Final = 8 << 20
"""More at once, and an answer that is stored meanwhile would wait for the disk to write it all."""


class Expected(NamedTuple):
    """What a copy has to hold.

    Attributes:
        rows: how many rows, by table, without the log.
        newest_answer: the checksum of the newest entry of the log, which vouches for all before it.
    """

    rows: dict[str, int]
    newest_answer: bytes | None


def expected_of(collection: Collection) -> Expected:
    """Return what a copy of the collection as it is now has to hold."""
    return Expected(collection.health.row_counts(), collection.health.newest_checksum())


def copy_checked(path: Path, target: Path, expected: Expected, tell: Tell, *, named: Path) -> tuple[BrokenRow, ...]:
    """Copy a held file to another, on the disk, and check that the copy is what was held, row by row.

    Args:
        path: the file; not in the process that has it open.
        target: the copy.
        expected: what it has to hold.
        tell: called with how far this is, 0 to 1; from `COPIED` on, the file need not be held any longer.
        named: what the user is told that the copy is.

    Returns:
        The rows that had broken in the collection already.

    Raises:
        CollectionError: it could not be read or written, or does not hold what it should.
    """
    try:
        digest = copy_held(path, target, tell)
        is_same = _digest_of(target) == digest
    except OSError as error:
        raise not_written(named, error) from error
    broken = _broken_in(target, expected, tell, named) if is_same else None
    if broken is None:
        raise unlike(named)
    if not broken:
        return ()
    with closing(Connection(target, copy_of=named, view_only=True)) as copy:
        return Health(copy).broken_rows()


def _broken_in(target: Path, expected: Expected, tell: Tell, named: Path) -> int | None:
    """Return how many rows of a copy broke; None when it does not hold what is expected."""
    rows: dict[str, int] = {}
    broken = 0
    newest: bytes | None = None
    with engine_checked(target, named=named) as connection:
        of_all = row_count(connection)
        for table in CHECKED_COLUMNS:
            rows[table] = 0
            for checksum, fits in seals(connection, table):
                broken += not fits
                rows[table] += 1
                newest = checksum if table == LOG else None
                if rows[table] % TOLD_EVERY_ROWS == 0:
                    tell(COPIED + (1 - COPIED) * sum(rows.values()) / of_all)
    del rows[LOG]
    return broken if (rows, newest) == expected else None


def copy_held(path: Path, target: Path, tell: Tell) -> bytes:
    """Copy a held file to another, on the disk; return a digest of what was read. See `copy_checked`.

    Raises:
        OSError: it could not be read or written.
    """
    digest = blake2b()
    size_bytes = path.stat().st_size
    with path.open("rb", buffering=0) as source, target.open("wb") as copy:
        done_bytes = 0
        while block := source.read(_BLOCK_BYTES):
            digest.update(block)
            copy.write(block)
            done_bytes += len(block)
            if done_bytes % _SYNCED_EVERY_BYTES == 0:
                write_through(copy)
                tell(COPIED * 0.9 * min(1.0, done_bytes / size_bytes))
        write_through(copy)
    tell(COPIED)
    return digest.digest()


def _digest_of(path: Path) -> bytes:
    digest = blake2b()
    with path.open("rb", buffering=0) as file:
        while block := file.read(_BLOCK_BYTES):
            digest.update(block)
    return digest.digest()
