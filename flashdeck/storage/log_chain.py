"""The chain of checksums through the review log, made anew where entries change: repair, and undo of a merge."""

from collections.abc import Iterator
from contextlib import contextmanager

from flashdeck.storage import study_days
from flashdeck.storage.checksums import CHAINED_COLUMNS, expression
from flashdeck.storage.connection import Connection


@contextmanager
def opened(connection: Connection) -> Iterator[None]:
    """Let entries of the log be changed and taken out inside. Inside `atomic`."""
    triggers = connection.tuples(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'review_log'"
    )
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    yield
    study_days.rebuild(connection)
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
