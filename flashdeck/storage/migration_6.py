"""The statements of the sixth migration: fewer pages to write for an answer, and what taking back a merge needs."""

from typing import Final

_RECORDED: Final = {
    "notes": (
        *("id", "uid", "deck_id", "kind", "front", "back", "context", "topic", "tags", "sibling_key", "rule", "score"),
        *("source_key", "imported_front", "imported_back", "source_id", "slide_number", "first_line", "last_line"),
        *("created_at", "modified_at"),
    ),
    "cards": (
        *("id", "uid", "note_id", "ordinal", "position", "is_suspended", "buried_until", "state", "repetitions"),
        *("ease_factor", "interval_days", "due_on", "answered_on", "lapses", "drill_on"),
    ),
}
"""What an operation kept of the rows it changed, see `migrations`."""
_LOG_COLUMNS: Final = (
    *("seq", "uid", "card_uid", "kind", "quality", "answered_at", "study_day", "took_ms", "undoes", "checksum"),
    "place",
)
_HISTORY: Final = {
    "operations": ("kind", "label", "done_at", "undone_at", "place", "answers_from", "answers_to"),
    **{
        f"{table}_before": ("operation", "row_id", "existed", *columns, *(("flagged_at",) if table == "cards" else ()))
        for table, columns in _RECORDED.items()
    },
}
_CHANGES: Final = (
    # no counter of its own, and what an undo takes back only where there is one: two pages less to write an answer
    """CREATE TABLE lighter_log (
        seq INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        card_uid TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('review', 'drill', 'cram', 'undo')),
        quality INTEGER CHECK (quality BETWEEN 0 AND 5),
        answered_at TEXT NOT NULL,
        study_day TEXT NOT NULL,
        took_ms INTEGER,
        undoes TEXT,
        checksum BLOB,
        place INTEGER NOT NULL DEFAULT 0,
        CHECK ((kind = 'undo') = (quality IS NULL)),
        CHECK ((kind = 'undo') = (undoes IS NOT NULL))
    ) STRICT""",
    f"""INSERT INTO lighter_log ({", ".join(_LOG_COLUMNS)})
        SELECT {", ".join(_LOG_COLUMNS)} FROM review_log ORDER BY seq""",
    "DROP TABLE review_log",
    "ALTER TABLE lighter_log RENAME TO review_log",
    "CREATE UNIQUE INDEX review_log_undone ON review_log (undoes) WHERE undoes IS NOT NULL",
    "CREATE INDEX review_log_of_card ON review_log (card_uid, kind, study_day)",
    "CREATE INDEX review_log_by_day ON review_log (study_day)",
    "CREATE INDEX review_log_by_place ON review_log (place, uid)",
    *(
        f"""CREATE TRIGGER review_log_no_{event.lower()} BEFORE {event} ON review_log
        BEGIN SELECT RAISE(ABORT, 'the review log is append only'); END"""
        for event in ("UPDATE", "DELETE")
    ),
    # what waits in a topic is told by two indexes, only one of which an answer changes
    "DROP INDEX cards_due",
    "DROP INDEX cards_by_topic",
    "CREATE INDEX cards_due ON cards (due_on, topic_id, is_suspended) WHERE state = 'scheduled'",
    "CREATE INDEX cards_by_topic ON cards (topic_id, state, is_suspended)",
    # so that a merge can be taken back
    "UPDATE operations SET kind = 'rescue' WHERE kind = 'merge'",
    """CREATE TABLE merged (
        seq INTEGER PRIMARY KEY,
        operation INTEGER NOT NULL REFERENCES operations (seq) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('source', 'version', 'deletion', 'setting')),
        name TEXT NOT NULL,
        digest BLOB,
        before TEXT,
        changed_before TEXT,
        changed_to TEXT,
        checksum BLOB
    ) STRICT""",
    "CREATE INDEX merged_by_operation ON merged (operation)",
    "ALTER TABLE cards_before ADD COLUMN flagged_at ANY",
    *(f"ALTER TABLE {table} ADD COLUMN checksum BLOB" for table in _HISTORY),
    *(
        statement
        for event, existed, row in (("INSERT", 0, None), ("UPDATE", 1, "old"), ("DELETE", 1, "old"))
        for columns in [(*_RECORDED["cards"], "flagged_at")]
        for statement in (
            f"DROP TRIGGER cards_recorded_{event.lower()}",
            f"""CREATE TRIGGER cards_recorded_{event.lower()}
                AFTER {event}{f" OF {', '.join(columns)}" if event == "UPDATE" else ""} ON cards
                WHEN EXISTS (SELECT 1 FROM recording) BEGIN
                INSERT INTO cards_before (operation, row_id, existed, {", ".join(columns)})
                VALUES ((SELECT operation FROM recording), {row or "new"}.id, {existed},
                    {", ".join(f"{row}.{name}" if row else "NULL" for name in columns)});
            END""",
        )
    ),
)
_SEALING: Final = (
    # unknown for what was done before this version: an undo leaves it as it is
    "UPDATE cards_before SET flagged_at = (SELECT flagged_at FROM cards WHERE cards.id = row_id) WHERE existed = 1",
    *(f"UPDATE {table} SET checksum = row_checksum({', '.join(columns)})" for table, columns in _HISTORY.items()),
    "PRAGMA user_version = 6",
)
STATEMENTS: Final = (*_CHANGES, *_SEALING)
