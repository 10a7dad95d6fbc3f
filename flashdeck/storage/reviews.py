"""The review log: append only, in an order of its own that no change of the clock can shake.

Every answer and operation has a place: its instant in milliseconds, or one more than the place before where the clock
was set back. Two collections of one person that drifted apart unite into one order of places.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from flashdeck.domain.review_log import EntryKind, ReviewLogEntry
from flashdeck.storage.checksums import CHAINED_COLUMNS, row_checksum
from flashdeck.storage.connection import Connection
from flashdeck.storage.rows import entry_columns, entry_from

STANDING: Final = "NOT EXISTS (SELECT 1 FROM review_log AS undo WHERE undo.undoes = entry.uid)"
"""SQL: no undo has taken the row `entry` of `review_log` back."""
IN_ORDER: Final = "ORDER BY place, uid"


def next_place(connection: Connection, now: datetime) -> int:
    """Return the place of what is done now, behind everything that was done before."""
    last = connection.value(
        "SELECT max(coalesce((SELECT max(place) FROM review_log), 0), coalesce((SELECT max(place) FROM operations), 0))"
    )
    return max(int(last) + 1, round(now.timestamp() * 1000))


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedAnswer:
    """How long an answer took; `is_first` when the card had no scheduled answer before."""

    kind: EntryKind
    took_ms: int
    is_first: bool


class ReviewRepository:
    """The review log of a collection. Writing happens inside `Collection.atomic`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def append(self, entry: ReviewLogEntry) -> bool:
        """Write an entry; return False when one with its uid is there already, which then stays as it was."""
        return self.append_row({**entry_columns(entry), "place": next_place(self._connection, entry.answered_at)})

    def take_over(self, entry: ReviewLogEntry, *, now: datetime) -> bool:
        """Write an answer that was given elsewhere, in its place by its instant; return False when it is there."""
        instant = min(entry.answered_at, now)  # a clock that is ahead must not get behind what is done here next
        return self.append_row({**entry_columns(entry), "place": round(instant.timestamp() * 1000)})

    def append_row(self, row: Mapping[str, object]) -> bool:
        """Write an entry with the place it has elsewhere; return False when it is there already."""
        previous = self._connection.value("SELECT checksum FROM review_log ORDER BY seq DESC LIMIT 1")
        checksum = row_checksum(previous, *(row[column] for column in CHAINED_COLUMNS))
        return self._connection.insert("review_log", {**row, "checksum": checksum}, ignore=True) is not None

    def get(self, uid: str) -> ReviewLogEntry:
        """Return the entry of a uid, which must be there."""
        (row,) = self._connection.select("SELECT * FROM review_log WHERE uid = ?", [uid])
        return entry_from(row)

    def place_of(self, entry: ReviewLogEntry) -> int:
        """Return the place of a stored entry in the log."""
        return int(self._connection.value("SELECT place FROM review_log WHERE uid = ?", [entry.uid]))

    def last_seq(self) -> int:
        """Return the place of the newest entry in the log, 0 when it is empty."""
        return int(self._connection.value("SELECT coalesce(max(seq), 0) FROM review_log"))

    def since(self, seq: int) -> tuple[ReviewLogEntry, ...]:
        """Return every entry behind a place in the log, undos too, oldest first."""
        rows = self._connection.select("SELECT * FROM review_log WHERE seq > ? ORDER BY seq", [seq])
        return tuple(entry_from(row) for row in rows)

    def of_card(self, card_uid: str) -> tuple[ReviewLogEntry, ...]:
        """Return every entry of a card, undos too, oldest first."""
        rows = self._connection.select(f"SELECT * FROM review_log WHERE card_uid = ? {IN_ORDER}", [card_uid])
        return tuple(entry_from(row) for row in rows)

    def by_card(self) -> dict[str, list[ReviewLogEntry]]:
        """Return every entry, undos too, by card uid, oldest first."""
        entries: dict[str, list[ReviewLogEntry]] = {}
        for row in self._connection.select(f"SELECT * FROM review_log {IN_ORDER}"):
            entries.setdefault(row["card_uid"], []).append(entry_from(row))
        return entries

    def last_standing(self) -> ReviewLogEntry | None:
        """Return the newest answer that was not taken back, the one an undo would take."""
        rows = self._connection.select(
            f"SELECT * FROM review_log AS entry WHERE kind <> 'undo' AND {STANDING}"
            " ORDER BY place DESC, uid DESC LIMIT 1"
        )
        return entry_from(rows[0]) if rows else None

    def last_answered_at(self) -> datetime | None:
        """Return the instant of the newest entry."""
        found = self._connection.value("SELECT answered_at FROM review_log ORDER BY place DESC, uid DESC LIMIT 1")
        return None if found is None else datetime.fromisoformat(found)

    def last_day(self) -> date | None:
        """Return the study day of the newest entry."""
        day = self._connection.value("SELECT study_day FROM review_log ORDER BY place DESC, uid DESC LIMIT 1")
        return None if day is None else date.fromisoformat(day)

    def answers(self) -> int:
        """Return how many answers the user has given, without those taken back."""
        # each undo is an entry that takes one other back
        sql = "SELECT (SELECT count(*) FROM review_log) - 2 * count(*) FROM review_log WHERE undoes IS NOT NULL"
        return int(self._connection.value(sql))

    def answers_on(self, day: date) -> int:
        """Return how many answers of a study day stand."""
        sql = f"SELECT count(*) FROM review_log AS entry WHERE study_day = ? AND kind <> 'undo' AND {STANDING}"
        return int(self._connection.value(sql, [day.isoformat()]))

    def reviewed_on(self, day: date) -> int:
        """Return how many cards that were not new had a scheduled answer on a day."""
        return self._first_or_not(day, "EXISTS")

    def introduced_on(self, day: date) -> int:
        """Return how many cards had their very first scheduled answer on a day."""
        return self._first_or_not(day, "NOT EXISTS")

    def _first_or_not(self, day: date, exists: str) -> int:
        sql = f"""
            SELECT count(DISTINCT card_uid) FROM review_log AS entry
            WHERE study_day = :day AND kind = 'review' AND {STANDING} AND {exists} (
                SELECT 1 FROM review_log AS earlier
                WHERE earlier.card_uid = entry.card_uid AND earlier.kind = 'review' AND earlier.study_day < :day
                AND NOT EXISTS (SELECT 1 FROM review_log AS undo WHERE undo.undoes = earlier.uid)
            )"""
        return int(self._connection.value(sql, {"day": day.isoformat()}))

    def latest_times(self, limit: int) -> tuple[TimedAnswer, ...]:
        """Return the latest measured answers, newest first."""
        rows = self._connection.select(
            """SELECT kind, took_ms, NOT EXISTS (
                   SELECT 1 FROM review_log AS earlier
                   WHERE earlier.card_uid = entry.card_uid AND earlier.seq < entry.seq AND earlier.kind = 'review'
               ) AS is_first
            FROM review_log AS entry WHERE took_ms IS NOT NULL ORDER BY seq DESC LIMIT ?""",
            [limit],
        )
        return tuple(
            TimedAnswer(kind=EntryKind(row["kind"]), took_ms=row["took_ms"], is_first=bool(row["is_first"]))
            for row in rows
        )

    def answers_by_day(self, after: date) -> dict[date, int]:
        """Return how many answers of each study day behind `after` stand; days without any are left out."""
        rows = self._connection.select(
            f"SELECT study_day, count(*) AS answers FROM review_log AS entry"
            f" WHERE study_day > ? AND kind <> 'undo' AND {STANDING} GROUP BY study_day",
            [after.isoformat()],
        )
        return {date.fromisoformat(row["study_day"]): row["answers"] for row in rows}

    def answer_times(self) -> dict[str, list[int]]:
        """Return the milliseconds of every measured scheduled answer that stands, by card uid, oldest first."""
        times: dict[str, list[int]] = {}
        sql = (
            "SELECT card_uid, took_ms FROM review_log AS entry WHERE kind = 'review' AND took_ms IS NOT NULL"
            f" AND {STANDING} ORDER BY seq"
        )
        for row in self._connection.select(sql):
            times.setdefault(row["card_uid"], []).append(row["took_ms"])
        return times

    def days_in_a_row(self, until: date) -> int:
        """Return on how many study days in a row, the last of which is `until`, an answer stands."""
        has_answer = f"""EXISTS (
            SELECT 1 FROM review_log AS entry WHERE study_day = {{}} AND kind <> 'undo' AND {STANDING})"""
        before = "date(day, '-1 day')"
        sql = f"""WITH RECURSIVE days(day) AS (
                SELECT :until WHERE {has_answer.format(":until")}
                UNION ALL SELECT {before} FROM days WHERE {has_answer.format(before)}
            ) SELECT count(*) FROM days"""
        return int(self._connection.value(sql, {"until": until.isoformat()}))
