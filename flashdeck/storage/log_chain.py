"""The chain of checksums through the review log and its end; made anew where entries change: repair, undo of a merge.

A trigger keeps the end with every entry, so that it costs an answer next to nothing and no writer can forget it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, NamedTuple

from flashdeck.storage import study_days
from flashdeck.storage.checksums import CHAINED_COLUMNS, expression
from flashdeck.storage.connection import Connection

_END: Final = """SELECT coalesce((SELECT max(seq) FROM review_log), 0),
    (SELECT checksum FROM review_log ORDER BY seq DESC LIMIT 1)"""


class BrokenEnd(NamedTuple):
    """The log does not end as it did when it was written.

    Attributes:
        missing: how many of the newest entries are gone; 0 when something else broke.
        checksum: of the entry that was the newest, if that is known.
    """

    missing: int
    checksum: bytes | None


def broken_end(connection: Connection) -> BrokenEnd | None:
    """Return what is wrong with the end of the log, None when all is well."""
    ((last, newest),) = connection.tuples(_END)
    ends = connection.tuples("SELECT seq, checksum FROM log_end WHERE id = 1")
    if ends == [(last, newest)]:
        return None
    ((seq, checksum),) = ends if len(ends) == 1 else [(0, None)]
    if seq <= last or checksum == newest or not isinstance(checksum, bytes):
        return BrokenEnd(missing=0, checksum=None)
    return BrokenEnd(missing=seq - last, checksum=checksum)


def accept_end(connection: Connection) -> None:
    """Let the log end where it ends now."""
    connection.execute("DELETE FROM log_end")
    connection.execute(f"INSERT INTO log_end (id, seq, checksum) SELECT 1, * FROM ({_END})")


@contextmanager
def opened(connection: Connection) -> Iterator[None]:
    """Let entries of the log be changed and taken out inside. Inside `atomic`.

    An end that had broken before stays broken until it is accepted.
    """
    is_end_sound = broken_end(connection) is None
    triggers = connection.tuples(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'review_log'"
    )
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    yield
    study_days.rebuild(connection)
    if is_end_sound:
        accept_end(connection)
    for _, sql in triggers:
        connection.execute(sql)
    connection.rollbacks += 1


def chain_anew(connection: Connection, first_seq: int) -> None:
    """Let the entries of the log from one on count as they read now. Inside `opened`."""
    previous = connection.value("SELECT checksum FROM review_log WHERE seq < ? ORDER BY seq DESC LIMIT 1", [first_seq])
    for (seq,) in connection.tuples("SELECT seq FROM review_log WHERE seq >= ? ORDER BY seq", [first_seq]):
        connection.execute(
            f"UPDATE review_log SET checksum = {expression(CHAINED_COLUMNS, '?')} WHERE seq = ?", [previous, seq]
        )
        previous = connection.value("SELECT checksum FROM review_log WHERE seq = ?", [seq])
