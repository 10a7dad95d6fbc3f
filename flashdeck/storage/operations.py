"""Operations on notes and cards (imports, edits, deletions, suspensions) that can be taken back, also after a restart.

While an operation is recorded, triggers keep every row as it was before. Undoing puts the rows back, newest first.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from flashdeck.domain.ids import CardId, NoteId
from flashdeck.domain.review_log import ReviewLogEntry
from flashdeck.storage.connection import Connection
from flashdeck.storage.notes import NoteRepository
from flashdeck.storage.reviews import STANDING, ReviewRepository
from flashdeck.storage.rows import entry_from, instant_text

MERGE: Final = "merge"
"""The kind of an operation that took in another collection."""
_RESCUE: Final = "rescue"
_BOOKKEEPING: Final = frozenset({"seq", "operation", "row_id", "existed", "checksum"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """Something that was done to notes and cards.

    Attributes:
        label: what it was about, for the user (a file's or a note's name).
        place: in one order with the answers, see `reviews`.
    """

    seq: int
    kind: str
    label: str
    place: int


class OperationRepository:
    """The operations of a collection."""

    def __init__(self, connection: Connection, notes: NoteRepository, reviews: ReviewRepository) -> None:
        self._connection = connection
        self._notes = notes
        self._reviews = reviews

    @contextmanager
    def recorded(self, kind: str, label: str, *, now: datetime) -> Iterator[None]:
        """Do everything inside as one operation, in one transaction, so that it can be taken back."""
        with self._connection.atomic():
            operation = self._add(kind, label, now)
            self._connection.execute("INSERT INTO recording (operation) VALUES (?)", [operation])
            before = self._reviews.last_seq()
            yield
            self._connection.execute("DELETE FROM recording")
            if (last := self._reviews.last_seq()) > before:
                # behind the answers that came, to some of which a clock that is ahead may have given a later place
                answers = {"answers_from": before + 1, "answers_to": last, "place": self._reviews.next_place()}
                self._connection.update("operations", answers, operation)
            for table in ("notes_before", "cards_before"):
                self._connection.seal(table, operation, column="operation")

    def _add(self, kind: str, label: str, now: datetime, *, undone_at: str | None = None) -> int:
        operation = self._connection.insert_sealed(
            "operations",
            {
                "kind": kind,
                "label": label,
                "done_at": instant_text(now),
                "undone_at": undone_at,
                "place": self._reviews.next_place(now),
                "answers_from": None,
                "answers_to": None,
            },
        )
        assert operation is not None
        return operation

    def answers_of(self, operation: Operation) -> tuple[ReviewLogEntry, ...]:
        """Return the answers that an operation took over from elsewhere and that stand."""
        rows = self._connection.select(
            "SELECT entry.* FROM review_log AS entry JOIN operations"
            " ON entry.seq BETWEEN operations.answers_from AND operations.answers_to"
            f" WHERE operations.seq = ? AND entry.kind <> 'undo' AND {STANDING} ORDER BY entry.seq",
            [operation.seq],
        )
        return tuple(entry_from(row) for row in rows)

    def close_past(self, label: str, *, now: datetime) -> None:
        """Let no operation from before now be taken back: a rescue has changed notes behind them. Inside `atomic`."""
        self._add(_RESCUE, label, now, undone_at=instant_text(now))

    def last_standing(self) -> Operation | None:
        """Return the newest operation that was not taken back and still can be."""
        rows = self._connection.select(
            "SELECT seq, kind, label, place FROM operations WHERE undone_at IS NULL"
            " AND seq > coalesce((SELECT max(seq) FROM operations WHERE kind = ?), 0) ORDER BY seq DESC LIMIT 1",
            [_RESCUE],
        )
        return Operation(**rows[0]) if rows else None

    def last_seq(self) -> int:
        """Return the place of the newest operation, taken back or not, 0 when there is none."""
        return int(self._connection.value("SELECT coalesce(max(seq), 0) FROM operations"))

    def standing_since(self, seq: int) -> tuple[Operation, ...]:
        """Return the operations behind one that were not taken back, oldest first."""
        rows = self._connection.select(
            "SELECT seq, kind, label, place FROM operations WHERE undone_at IS NULL AND seq > ? ORDER BY seq", [seq]
        )
        return tuple(Operation(**row) for row in rows)

    def cards_of(self, operation: Operation) -> frozenset[CardId]:
        """Return the cards that a standing operation changed."""
        rows = self._connection.select("SELECT row_id FROM cards_before WHERE operation = ?", [operation.seq])
        return frozenset(CardId(row["row_id"]) for row in rows)

    def suspended_with(self, tag: str) -> frozenset[CardId]:
        """Return the suspended cards of the notes with a tag that were suspended by what gave the note its tag.

        Those that were out already, or have been put out again since, are not among them.
        """
        rows = self._connection.tuples(
            """WITH tagged AS (
                SELECT row_id, max(operation) AS operation FROM notes_before
                WHERE existed = 0 OR instr(tags, :tag) = 0 GROUP BY row_id
            ), suspended AS (
                SELECT row_id, max(operation) AS operation FROM cards_before
                WHERE existed = 0 OR is_suspended = 0 GROUP BY row_id
            )
            SELECT cards.id FROM notes JOIN cards ON cards.note_id = notes.id
            LEFT JOIN tagged ON tagged.row_id = notes.id LEFT JOIN suspended ON suspended.row_id = cards.id
            WHERE instr(notes.tags, :tag) > 0 AND cards.is_suspended = 1 AND suspended.operation IS tagged.operation""",
            {"tag": f" {tag} "},
        )
        return frozenset(CardId(card_id) for (card_id,) in rows)

    def undo(self, operation: Operation, *, now: datetime) -> tuple[CardId, ...]:
        """Put every row of notes and cards back as it was before the newest standing operation.

        Of a merge this is only a part, see `MergeRepository.undo`.

        Returns the cards that were put back: their schedules are to be replayed, because the scheduler may have
        changed meanwhile.
        """
        restored: list[CardId] = []
        with self._connection.atomic():
            self._connection.execute("PRAGMA defer_foreign_keys = ON")
            for row in self._rows_before("notes", operation):
                if not row["existed"] and operation.kind != MERGE:
                    self._notes.remember_deletion(NoteId(row["row_id"]), now=now)
                with self._notes.reindexed(NoteId(row["row_id"])):
                    self._put_back("notes", row)
            for row in self._rows_before("cards", operation):
                self._put_back("cards", row)
                restored.append(CardId(row["row_id"]))
            self._connection.update("operations", {"undone_at": instant_text(now)}, operation.seq)
        return tuple(restored)

    def _rows_before(self, table: str, operation: Operation) -> list[dict[str, Any]]:
        """Return the rows an operation changed as they were, newest change first, and forget them."""
        rows = self._connection.select(
            f"SELECT * FROM {table}_before WHERE operation = ? ORDER BY seq DESC", [operation.seq]
        )
        self._connection.execute(f"DELETE FROM {table}_before WHERE operation = ?", [operation.seq])
        return rows

    def _put_back(self, table: str, row: dict[str, Any]) -> None:
        if not row["existed"]:
            self._connection.execute(f"DELETE FROM {table} WHERE id = ?", [row["row_id"]])
            return
        before = {name: value for name, value in row.items() if name not in _BOOKKEEPING}
        names = ", ".join(before)
        marks = ", ".join("?" * len(before))
        updates = ", ".join(f"{name} = excluded.{name}" for name in before if name != "id")
        self._connection.execute(
            f"INSERT INTO {table} ({names}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {updates}",
            list(before.values()),
        )
        self._connection.seal(table, row["row_id"])
