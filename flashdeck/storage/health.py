"""Whether the file holds what was written, and what can be put right when it does not."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Final

from flashdeck.errors import CollectionDamagedError, CollectionReadOnlyError
from flashdeck.storage import log_chain, study_days
from flashdeck.storage.checksums import (
    CHECKED_COLUMNS,
    KEY_COLUMNS,
    OF_ANY_TYPE,
    as_stored,
    checked_rows,
    expression,
)
from flashdeck.storage.connection import Connection
from flashdeck.storage.note_cards import MissingCard, add_missing, missing_cards
from flashdeck.storage.note_rows import select_texts_with_pictures

LOG: Final = "review_log"
LOG_END: Final = "log_end"
_NAMES: Final = {
    "decks": "name",
    "sources": "file_name",
    "slides": "title",
    "notes": "front",
    "cards": "coalesce((SELECT front FROM notes WHERE id = note_id), uid)",
    "settings": "name",
    "deleted_notes": "uid",
    "note_versions": "coalesce((SELECT front FROM notes WHERE uid = note_uid), note_uid)",
    "operations": "label",
    "notes_before": "front",
    "cards_before": "coalesce((SELECT front FROM notes WHERE id = note_id), uid)",
    "merged": "name",
    LOG: """coalesce(
        (SELECT front FROM notes JOIN cards ON note_id = notes.id WHERE cards.uid = card_uid), card_uid)""",
}
"""What tells the user which row is meant: the question, where there is one, for a uid says nothing."""
_EPOCH: Final = "'1970-01-01T00:00:00.000+00:00'"
_NEW: Final = ", ".join(
    f"{column} = NULL"
    for column in ("repetitions", "ease_factor", "interval_days", "due_on", "answered_on", "lapses", "drill_on")
)
_MEANINGS: Final = {
    "notes": (
        "kind = CASE WHEN front GLOB '*{{c[0-9]*::*}}*' THEN 'cloze' ELSE 'basic' END",
        f"created_at = CASE WHEN julianday(created_at) IS NULL THEN {_EPOCH} ELSE created_at END",
        f"modified_at = CASE WHEN julianday(modified_at) IS NULL THEN {_EPOCH} ELSE modified_at END",
    ),
    # schedules follow from the log
    "cards": (f"state = 'new', {_NEW}", "buried_until = date(buried_until)", "is_suspended = (is_suspended <> 0)"),
    "notes_before": ("existed = (existed <> 0)",),
    "cards_before": ("existed = (existed <> 0)",),
    # gone for so long that a note which another collection still has comes back
    "deleted_notes": (f"deleted_at = CASE WHEN julianday(deleted_at) IS NULL THEN {_EPOCH} ELSE deleted_at END",),
    "settings": ("value = CASE WHEN json_valid(value) THEN value ELSE 'null' END",),
    "slides": ("lines = CASE WHEN json_valid(lines) THEN lines ELSE '[]' END",),
    LOG: (
        "quality = CASE WHEN undoes IS NULL THEN min(5, max(0, coalesce(quality, 3))) END",
        """kind = CASE WHEN undoes IS NOT NULL THEN 'undo' WHEN kind IN ('review', 'drill', 'cram') THEN kind
           ELSE 'review' END""",
        """answered_at = CASE WHEN julianday(answered_at) IS NOT NULL THEN answered_at
           ELSE strftime('%Y-%m-%dT%H:%M:%S.000+00:00', place / 1000, 'unixepoch') END""",
        "study_day = coalesce(date(study_day), date(answered_at))",
    ),
}
"""What a damaged row is made to mean, where it means nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenRow:
    """A row that is not what was written: its checksum does not fit.

    Attributes:
        table: its table; LOG_END when the log does not end as it did when it was written.
        key: its primary key, text as its bytes.
        name: what tells the user which one it is, as it reads now; how many entries are gone from the end of the log.
        checksum: that of the row as it was written, unless the checksum itself is what broke.
        card_uid: what a card is called in the log; empty for other rows.
    """

    table: str
    key: tuple[object, ...]
    name: str
    checksum: bytes | None
    card_uid: str = ""


class Health:
    """Checks a collection and mends rows. Writing happens inside `Collection.atomic`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def engine_faults(self) -> tuple[str, ...]:
        """Return what SQLite's own checks find wrong; empty when all is well."""
        try:
            faults = [row["integrity_check"] for row in self._connection.select("PRAGMA integrity_check")]
            orphans = self._connection.select("PRAGMA foreign_key_check")
        except CollectionDamagedError as error:
            return (str(error),)
        return tuple(fault for fault in faults if fault != "ok") + tuple(
            f"row {orphan['rowid']} of {orphan['table']} points to nothing" for orphan in orphans
        )

    def schema_is_sound(self) -> bool:
        """Whether tables, indexes and triggers are those that the migrations make."""
        return self._connection.schema_is_sound()

    def search_is_sound(self) -> bool:
        """Whether the full-text index says the same as the notes."""
        try:
            self._connection.ask("INSERT INTO notes_fts (notes_fts, rank) VALUES ('integrity-check', 1)")
        except CollectionReadOnlyError:
            return True  # the question is put as an insertion, which a copy to be looked at refuses
        except CollectionDamagedError:
            return False
        return True

    def broken_rows(self) -> tuple[BrokenRow, ...]:
        """Return every row whose checksum does not fit, those of the log last, and behind them its end."""
        found: list[BrokenRow] = []
        for table in CHECKED_COLUMNS:
            rows, is_as_written = checked_rows(table)
            found += self._broken(table, f"SELECT * FROM {rows} WHERE NOT {is_as_written}")
        end = log_chain.broken_end(self._connection)
        if end is not None:
            found.append(BrokenRow(table=LOG_END, key=(), name=str(end.missing), checksum=end.checksum))
        return tuple(found)

    def _broken(self, table: str, sql: str) -> list[BrokenRow]:
        keys, name = KEY_COLUMNS[table], _NAMES[table]
        # through hex and blob, because damaged text may be no text any more
        uid = "uid" if table == "cards" else "NULL"
        texts = (f"CAST({name} AS BLOB)", f"CAST({uid} AS BLOB)")
        shown = ", ".join((*map(as_stored, keys), *texts, as_stored("checksum")))
        rows = self._connection.tuples(f"SELECT {shown} FROM ({sql}) ORDER BY {', '.join(keys)}")
        return [
            BrokenRow(
                table=table,
                key=tuple(key),
                name=(said or b"").decode(errors="replace"),
                checksum=checksum if isinstance(checksum, bytes) else None,
                card_uid=(uid or b"").decode(errors="replace"),
            )
            for *key, said, uid, checksum in rows
        ]

    def texts(self, *, with_history: bool) -> Iterator[bytes]:
        """Return what notes say where it may name a picture; with what they said before what can be taken back."""
        for table in ("notes", "notes_before") if with_history else ("notes",):
            yield from (said for (said,) in self._connection.tuples(select_texts_with_pictures(table)))

    def topics_are_sound(self) -> bool:
        """Whether every card is counted in the topic of its note."""
        strays = self._connection.value(
            "SELECT count(*) FROM cards JOIN notes ON notes.id = cards.note_id LEFT JOIN topics"
            " ON topics.id = cards.topic_id AND topics.deck_id = notes.deck_id AND topics.topic = notes.topic"
            " WHERE topics.id IS NULL"
        )
        return int(strays) == 0

    def rebuild_topics(self) -> None:
        """Count every card in the topic of its note."""
        self._connection.execute(
            "INSERT OR IGNORE INTO topics (deck_id, topic)"
            " SELECT deck_id, topic FROM notes GROUP BY deck_id, topic ORDER BY min(id)"
        )
        self._connection.execute(
            "UPDATE cards SET topic_id = (SELECT topics.id FROM notes JOIN topics"
            " ON topics.deck_id = notes.deck_id AND topics.topic = notes.topic WHERE notes.id = cards.note_id)"
        )

    def missing_cards(self) -> tuple[MissingCard, ...]:
        """Return the cards that notes should have and have not."""
        return missing_cards(self._connection)

    def add_missing(self, cards: Iterable[MissingCard]) -> None:
        """Give notes the cards that they should have; where those stand is for a replay to find."""
        for card in cards:
            add_missing(self._connection, card)

    def study_days_are_sound(self) -> bool:
        """Whether every answer is counted on its study day."""
        return study_days.are_sound(self._connection)

    def checksums(self, table: str) -> Iterator[bytes | None]:
        """Return the checksums of a table's rows as they are stored, in the order of its key.

        Behind those of the log stands the one that its end keeps, as in `verification.seals`.
        """
        order = ", ".join(KEY_COLUMNS[table])
        for (checksum,) in self._connection.stream(f"SELECT checksum FROM {table} ORDER BY {order}"):
            yield checksum
        if table == LOG:
            yield self.newest_checksum()

    def row_counts(self) -> dict[str, int]:
        """Return how many rows each table of the user's has but the log, of which `newest_checksum` says as much."""
        tables = [table for table in CHECKED_COLUMNS if table != LOG]
        return {table: int(self._connection.value(f"SELECT count(*) FROM {table}")) for table in tables}

    def newest_checksum(self) -> bytes | None:
        """Return the checksum that the end of the log keeps of its newest entry, which vouches for all before it."""
        checksum: bytes | None = self._connection.value("SELECT checksum FROM log_end WHERE id = 1")
        return checksum

    def reindex(self) -> None:
        """Make every index anew."""
        self._connection.execute("REINDEX")

    def rebuild_search(self) -> None:
        """Make the full-text index anew."""
        self._connection.execute("INSERT INTO notes_fts (notes_fts) VALUES ('rebuild')")

    def delete_orphans(self) -> int:
        """Delete cards whose note is gone, and let go of decks and slides that are; return how many rows that was."""
        count = self._connection.execute("DELETE FROM cards WHERE note_id NOT IN (SELECT id FROM notes)")
        count += self._connection.execute("DELETE FROM slides WHERE source_id NOT IN (SELECT id FROM sources)")
        for row in self._connection.select(
            "SELECT id FROM notes WHERE source_id IS NOT NULL AND source_id NOT IN (SELECT id FROM sources)"
        ):
            self._connection.update("notes", {"source_id": None, "slide_number": None}, row["id"])
            count += 1
        for row in self._connection.select(
            "SELECT DISTINCT deck_id FROM notes WHERE deck_id NOT IN (SELECT id FROM decks)"
        ):
            name = f"Found again {row['deck_id']}"
            self._connection.insert_sealed("decks", {"id": row["deck_id"], "name": name})
            count += 1
        return count

    def put_back(self, broken: BrokenRow, written: Mapping[str, object]) -> None:
        """Store a row as it was written."""
        assignments = ", ".join(f"{name} = ?" for name in written)
        sql = f"UPDATE {broken.table} SET {assignments} WHERE {_is(broken)}"
        self._connection.execute(sql, [*written.values(), *broken.key])

    def accept(self, broken: BrokenRow) -> None:
        """Let a row count as it reads now; what means nothing gets the nearest meaning."""
        readable = self._make_readable(broken)
        checksum = expression(CHECKED_COLUMNS[broken.table])
        self._connection.execute(
            f"UPDATE {broken.table} SET checksum = {checksum} WHERE {_is(readable)}", list(readable.key)
        )

    def _make_readable(self, broken: BrokenRow) -> BrokenRow:
        """Let a row mean something, and return it with the key that it has then."""
        texts = self._texts_of(broken)
        if texts:
            self.put_back(broken, texts)
        names = KEY_COLUMNS[broken.table]
        key = tuple(texts.get(name, value) for name, value in zip(names, broken.key, strict=True))
        readable = replace(broken, key=tuple(part.encode() if isinstance(part, str) else part for part in key))
        for meaning in _MEANINGS.get(broken.table, ()):
            self._connection.execute(f"UPDATE {broken.table} SET {meaning} WHERE {_is(readable)}", list(readable.key))
        return readable

    def _texts_of(self, broken: BrokenRow) -> dict[str, str]:
        """Return the texts of a row as far as they can be read; what was made bytes of is one again."""
        columns = CHECKED_COLUMNS[broken.table]
        is_text = "IN ('text', 'blob')" if broken.table in OF_ANY_TYPE else "= 'text'"
        texts = ", ".join(f"CASE WHEN typeof({name}) {is_text} THEN CAST({name} AS BLOB) END" for name in columns)
        (row,) = self._connection.tuples(f"SELECT {texts} FROM {broken.table} WHERE {_is(broken)}", broken.key)
        return {
            name: text.decode(errors="replace") for name, text in zip(columns, row, strict=True) if text is not None
        }

    def accept_log_end(self) -> None:
        """Let the log end where it ends now."""
        log_chain.accept_end(self._connection)

    def open_log(self) -> AbstractContextManager[None]:
        """Let entries of the log be put right inside; where each study day begins is found out anew."""
        return log_chain.opened(self._connection)

    def chain_log_anew(self, first_seq: int) -> None:
        """Let the entries of the log from one on count as they read now. Inside `open_log`."""
        for broken in [row for row in self.broken_rows() if row.table == LOG]:
            self._make_readable(broken)
        log_chain.chain_anew(self._connection, first_seq)


def _is(broken: BrokenRow) -> str:
    """Return the SQL of the row with a key."""
    return " AND ".join(
        f"CAST({name} AS BLOB) = ?" if isinstance(value, bytes) else f"{name} = ?"
        for name, value in zip(KEY_COLUMNS[broken.table], broken.key, strict=True)
    )
