"""The review log: append only, in an order of its own that no change of the clock can shake.

Every answer and operation has a place: its instant in milliseconds, or one more than the place before where the clock
was set back. Two collections of one person that drifted apart unite into one order of places.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Final, NamedTuple

from flashdeck.domain.quality import Quality
from flashdeck.domain.review_log import EntryKind, ReviewLogEntry
from flashdeck.storage import log_chain
from flashdeck.storage.checksums import CHAINED_COLUMNS, row_checksum
from flashdeck.storage.connection import Connection
from flashdeck.storage.rows import entry_from, entry_values, instant_text

STANDING: Final = "NOT EXISTS (SELECT 1 FROM review_log AS undo WHERE undo.undoes = entry.uid)"
"""SQL: no undo has taken the row `entry` of `review_log` back."""
IN_ORDER: Final = "ORDER BY place, uid"
ON_DAY: Final = "study_day = :day AND seq >= (SELECT first_seq FROM study_days WHERE study_days.day = :day)"
"""SQL: a row of `review_log` is of the study day `day`."""
_APPEND: Final = (
    f"INSERT OR IGNORE INTO review_log ({', '.join(CHAINED_COLUMNS)}, checksum)"
    f" VALUES ({', '.join('?' * len(CHAINED_COLUMNS))}, ?)"
)


class _End(NamedTuple):
    """What the next entry follows.

    Attributes:
        place: no answer or operation has a higher one.
        checksum: of the entry written last.
        day: study day of the entry with the highest place.
    """

    place: int
    checksum: bytes | None
    day: date | None


class LogMark(NamedTuple):
    """An end that the log once had; the checksum tells whether everything up to it is as it was."""

    seq: int
    checksum: bytes


class TimedAnswer(NamedTuple):
    """How long an answer took; `is_first` when the card had no scheduled answer before."""

    kind: EntryKind
    took_ms: int
    is_first: bool


class ReviewRepository:
    """The review log of a collection. Writing happens inside `Collection.atomic`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known_end: _End | None = None
        self._known_at = 0

    def append(self, entry: ReviewLogEntry) -> bool:
        """Write an entry; return False when one with its uid is there already, which then stays as it was."""
        end = self._end()
        place = max(end.place + 1, _milliseconds(entry.answered_at))
        checksum = self._insert(entry_values(entry, place), end.checksum)
        if checksum is None:
            return False
        self._known_end = _End(place=place, checksum=checksum, day=entry.study_day)
        return True

    def take_over(self, entry: ReviewLogEntry, *, now: datetime) -> bool:
        """Write an answer that was given elsewhere, in its place by its instant; return False when it is there."""
        instant = min(entry.answered_at, now)  # a clock that is ahead must not get behind what is done here next
        return self._take_in(entry_values(entry, _milliseconds(instant)))

    def append_row(self, row: Mapping[str, object]) -> bool:
        """Write an entry with the place it has elsewhere; return False when it is there already."""
        return self._take_in([row[column] for column in CHAINED_COLUMNS])

    def _take_in(self, values: Sequence[object]) -> bool:
        self._known_end = None
        return self._insert(values, self.last_checksum()) is not None

    def last_checksum(self) -> bytes | None:
        """Return the checksum of the entry written last, None when there is none."""
        newest = self.newest()
        return None if newest is None else newest.checksum

    def _insert(self, values: Sequence[object], previous: bytes | None) -> bytes | None:
        """Write an entry behind the one with the checksum `previous`; return its own, None when it is there already."""
        checksum = row_checksum(previous, *values)
        return checksum if self._connection.execute(_APPEND, (*values, checksum)) else None

    def next_place(self, now: datetime | None = None) -> int:
        """Return the place of an operation: that of now, or the least one, behind everything that was done before."""
        end = self._end()
        place = max(end.place + 1, 0 if now is None else _milliseconds(now))
        self._known_end = _End(place=place, checksum=end.checksum, day=end.day)
        return place

    def _end(self) -> _End:
        """Return the end of the log, which is read once: nobody else writes to it."""
        if self._known_end is None or self._known_at != self._connection.rollbacks:
            ((place, operation, checksum, day),) = self._connection.tuples(
                """SELECT (SELECT max(place) FROM review_log),
                    (SELECT place FROM operations ORDER BY seq DESC LIMIT 1),
                    (SELECT checksum FROM review_log ORDER BY seq DESC LIMIT 1),
                    (SELECT study_day FROM review_log ORDER BY place DESC, uid DESC LIMIT 1)"""
            )
            self._known_end = _End(
                place=max(place or 0, operation or 0),
                checksum=checksum,
                day=None if day is None else date.fromisoformat(day),
            )
            self._known_at = self._connection.rollbacks
        return self._known_end

    def take_out(self, first_seq: int, last_seq: int) -> None:
        """Take entries that came with a merge out of the log, and chain the others anew."""
        with log_chain.opened(self._connection):
            self._connection.execute("DELETE FROM review_log WHERE seq BETWEEN ? AND ?", [first_seq, last_seq])
            log_chain.chain_anew(self._connection, first_seq)

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

    def scheduled_answers(self, card_uids: Sequence[str]) -> dict[str, list[tuple[Quality, date]]]:
        """Return the scheduled answers to some cards that stand, with their study days, by card uid, oldest first."""
        answers: dict[str, list[tuple[Quality, date]]] = {}
        places = ", ".join("?" * len(card_uids))
        for uid, quality, day in self._connection.tuples(
            "SELECT card_uid, quality, study_day FROM review_log AS entry"
            f" WHERE card_uid IN ({places}) AND kind = 'review' AND {STANDING} {IN_ORDER}",
            card_uids,
        ):
            answers.setdefault(uid, []).append((Quality(quality), date.fromisoformat(day)))
        return answers

    def newest(self) -> LogMark | None:
        """Return where the log ends now, None while it is empty."""
        rows = self._connection.tuples("SELECT seq, checksum FROM review_log ORDER BY seq DESC LIMIT 1")
        return LogMark(*rows[0]) if rows else None

    def cards_since(self, mark: LogMark) -> set[str] | None:
        """Return the uids of the cards with entries behind where the log ended; None if it was written anew since."""
        checksum = self._connection.value("SELECT checksum FROM review_log WHERE seq = ?", [mark.seq])
        if checksum != mark.checksum:
            return None
        # DISTINCT would have SQLite walk the whole log by its index of cards
        return {uid for (uid,) in self._connection.tuples("SELECT card_uid FROM review_log WHERE seq > ?", [mark.seq])}

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

    def answered_after(self, instant: datetime) -> tuple[int, datetime | None]:
        """Return how many answers that stand have an instant and a place after an instant, and the latest of these."""
        ((number, latest),) = self._connection.tuples(
            "SELECT count(*), max(answered_at) FROM review_log AS entry INDEXED BY review_log_by_place"
            f" WHERE place > ? AND answered_at > ? AND kind <> 'undo' AND {STANDING}",
            [_milliseconds(instant), instant_text(instant)],
        )
        return number, None if latest is None else datetime.fromisoformat(latest)

    def last_operation_at(self) -> datetime | None:
        """Return the instant of the newest operation, here because every closing asks for it."""
        found = self._connection.value("SELECT done_at FROM operations ORDER BY seq DESC LIMIT 1")
        return None if found is None else datetime.fromisoformat(found)

    def last_day(self) -> date | None:
        """Return the study day of the newest entry."""
        return self._end().day

    def answers(self) -> int:
        """Return how many answers the user has given, without those taken back."""
        # each undo is an entry that takes one other back
        sql = "SELECT (SELECT count(*) FROM review_log) - 2 * count(*) FROM review_log WHERE undoes IS NOT NULL"
        return int(self._connection.value(sql))

    def answers_on(self, day: date) -> int:
        """Return how many answers of a study day stand."""
        sql = f"SELECT count(*) FROM review_log AS entry WHERE {ON_DAY} AND kind <> 'undo' AND {STANDING}"
        return int(self._connection.value(sql, {"day": day.isoformat()}))

    def reviewed_on(self, day: date) -> tuple[str, ...]:
        """Return the uids of the cards that were not new and had a scheduled answer on a day."""
        return self._first_or_not(day, "EXISTS")

    def introduced_on(self, day: date) -> int:
        """Return how many cards had their very first scheduled answer on a day."""
        return len(self._first_or_not(day, "NOT EXISTS"))

    def _first_or_not(self, day: date, exists: str) -> tuple[str, ...]:
        sql = f"""
            SELECT card_uid FROM review_log AS entry
            WHERE {ON_DAY} AND kind = 'review' AND {STANDING} AND {exists} (
                SELECT 1 FROM review_log AS earlier
                WHERE earlier.card_uid = entry.card_uid AND earlier.kind = 'review' AND earlier.study_day < :day
                AND NOT EXISTS (SELECT 1 FROM review_log AS undo WHERE undo.undoes = earlier.uid)
            )"""
        # DISTINCT would have SQLite walk the whole log by its index of cards
        return tuple(dict.fromkeys(uid for (uid,) in self._connection.tuples(sql, {"day": day.isoformat()})))

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
            " WHERE study_day > :after AND seq >= (SELECT min(first_seq) FROM study_days WHERE day > :after)"
            f" AND kind <> 'undo' AND {STANDING} GROUP BY study_day",
            {"after": after.isoformat()},
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
            SELECT 1 FROM review_log AS entry WHERE {ON_DAY} AND kind <> 'undo' AND {STANDING})"""
        before = "date(days.day, '-1 day')"
        sql = f"""WITH RECURSIVE days(day) AS (
                SELECT :until WHERE {has_answer.replace(":day", ":until")}
                UNION ALL SELECT {before} FROM days WHERE {has_answer.replace(":day", before)}
            ) SELECT count(*) FROM days"""
        return int(self._connection.value(sql, {"until": until.isoformat()}))


def _milliseconds(instant: datetime) -> int:
    return round(instant.timestamp() * 1000)
