"""How a collection came to its present shape: append only, one function a version, each in one transaction."""

from datetime import datetime
from typing import Final

from sqlite_utils import Database, Migrations

from flashdeck.storage import migration_6
from flashdeck.storage.checksums import row_checksum
from flashdeck.storage.version import APPLICATION_ID

migrations: Final = Migrations("flashdeck")

_M001_RECORDED: Final = {
    "notes": [
        "id",
        "uid",
        "deck_id",
        "kind",
        "front",
        "back",
        "context",
        "topic",
        "tags",
        "sibling_key",
        "rule",
        "score",
        "source_key",
        "imported_front",
        "imported_back",
        "source_id",
        "slide_number",
        "first_line",
        "last_line",
        "created_at",
        "modified_at",
    ],
    "cards": [
        "id",
        "uid",
        "note_id",
        "ordinal",
        "position",
        "is_suspended",
        "buried_until",
        "state",
        "repetitions",
        "ease_factor",
        "interval_days",
        "due_on",
        "answered_on",
        "lapses",
        "drill_on",
    ],
}
"""What an operation keeps of the rows it changes. Plain columns, because triggers may not call JSON functions while
the schema is not trusted."""
_M001_RECORDING: Final = tuple(
    f"""CREATE TRIGGER {table}_recorded_{event.lower()} AFTER {event} ON {table}
        WHEN EXISTS (SELECT 1 FROM recording) BEGIN
        INSERT INTO {table}_before (operation, row_id, existed, {", ".join(columns)})
        VALUES ((SELECT operation FROM recording), {values});
    END"""
    for table, columns in _M001_RECORDED.items()
    for event, values in (
        ("INSERT", "new.id, 0, " + ", ".join("NULL" for _ in columns)),
        ("UPDATE", "old.id, 1, " + ", ".join(f"old.{column}" for column in columns)),
        ("DELETE", "old.id, 1, " + ", ".join(f"old.{column}" for column in columns)),
    )
)
_M001_STATEMENTS: Final = (
    """CREATE TABLE decks (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE CHECK (name <> '')
    ) STRICT""",
    """CREATE TABLE sources (
        id INTEGER PRIMARY KEY,
        file_name TEXT NOT NULL,
        format TEXT NOT NULL,
        sha256 TEXT NOT NULL UNIQUE,
        imported_at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE slides (
        source_id INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        section TEXT NOT NULL,
        topic TEXT NOT NULL,
        title TEXT NOT NULL,
        first_line INTEGER,
        last_line INTEGER,
        lines TEXT NOT NULL,
        PRIMARY KEY (source_id, number)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE notes (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        deck_id INTEGER NOT NULL REFERENCES decks (id),
        kind TEXT NOT NULL CHECK (kind IN ('basic', 'cloze')),
        front TEXT NOT NULL,
        back TEXT NOT NULL,
        context TEXT NOT NULL,
        topic TEXT NOT NULL,
        tags TEXT NOT NULL,
        sibling_key TEXT NOT NULL,
        rule TEXT NOT NULL,
        score REAL,
        source_key TEXT UNIQUE,
        imported_front TEXT,
        imported_back TEXT,
        source_id INTEGER REFERENCES sources (id) ON DELETE SET NULL,
        slide_number INTEGER,
        first_line INTEGER,
        last_line INTEGER,
        created_at TEXT NOT NULL,
        modified_at TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX notes_by_deck ON notes (deck_id, topic)",
    """CREATE TABLE cards (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        note_id INTEGER NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        position INTEGER NOT NULL,
        is_suspended INTEGER NOT NULL DEFAULT 0 CHECK (is_suspended IN (0, 1)),
        buried_until TEXT,
        state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'scheduled')),
        repetitions INTEGER,
        ease_factor REAL,
        interval_days INTEGER,
        due_on TEXT,
        answered_on TEXT,
        lapses INTEGER,
        drill_on TEXT,
        UNIQUE (note_id, ordinal),
        CHECK ((state = 'new') = (due_on IS NULL))
    ) STRICT""",
    "CREATE INDEX cards_due ON cards (due_on) WHERE state = 'scheduled'",
    "CREATE INDEX cards_new ON cards (position) WHERE state = 'new'",
    "CREATE INDEX cards_answered ON cards (answered_on) WHERE answered_on IS NOT NULL",
    "CREATE INDEX cards_drill ON cards (drill_on) WHERE drill_on IS NOT NULL",
    """CREATE TABLE review_log (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE,
        card_uid TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('review', 'drill', 'cram', 'undo')),
        quality INTEGER CHECK (quality BETWEEN 0 AND 5),
        answered_at TEXT NOT NULL,
        study_day TEXT NOT NULL,
        took_ms INTEGER,
        undoes TEXT UNIQUE,
        CHECK ((kind = 'undo') = (quality IS NULL)),
        CHECK ((kind = 'undo') = (undoes IS NOT NULL))
    ) STRICT""",
    "CREATE INDEX review_log_by_card ON review_log (card_uid)",
    "CREATE INDEX review_log_by_day ON review_log (study_day)",
    """CREATE TRIGGER review_log_no_update BEFORE UPDATE ON review_log
       BEGIN SELECT RAISE(ABORT, 'the review log is append only'); END""",
    """CREATE TRIGGER review_log_no_delete BEFORE DELETE ON review_log
       BEGIN SELECT RAISE(ABORT, 'the review log is append only'); END""",
    "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    """CREATE TABLE operations (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        label TEXT NOT NULL,
        done_at TEXT NOT NULL,
        after_log_seq INTEGER NOT NULL,
        undone_at TEXT
    ) STRICT""",
    *(
        f"""CREATE TABLE {table}_before (
            seq INTEGER PRIMARY KEY,
            operation INTEGER NOT NULL REFERENCES operations (seq) ON DELETE CASCADE,
            row_id INTEGER NOT NULL,
            existed INTEGER NOT NULL CHECK (existed IN (0, 1)),
            {", ".join(f"{column} ANY" for column in columns)}
        ) STRICT"""
        for table, columns in _M001_RECORDED.items()
    ),
    *(f"CREATE INDEX {table}_before_by_operation ON {table}_before (operation)" for table in _M001_RECORDED),
    "CREATE TABLE recording (operation INTEGER NOT NULL REFERENCES operations (seq)) STRICT",
    *_M001_RECORDING,
    """CREATE VIRTUAL TABLE notes_fts USING fts5 (
        front, back, context, topic, tags,
        content = 'notes', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
    )""",
)


@migrations()
def m001_first_schema(db: Database) -> None:
    """Decks, notes, cards, the review log, the slides they came from, settings and full-text search."""
    for statement in _M001_STATEMENTS:
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")


_M002_SEALED: Final = {
    "decks": ("name",),
    "sources": ("file_name", "format", "sha256", "imported_at"),
    "slides": ("source_id", "number", "section", "topic", "title", "first_line", "last_line", "lines"),
    "notes": tuple(column for column in _M001_RECORDED["notes"] if column != "id"),
    "cards": (
        *("uid", "note_id", "ordinal", "position", "is_suspended", "buried_until", "flagged_at", "state"),
        *("repetitions", "ease_factor", "interval_days", "due_on", "answered_on", "lapses", "drill_on"),
        *("stability_days", "difficulty"),
    ),
    "settings": ("name", "value", "changed_at"),
}
_M002_BEFORE_SEALING: Final = (
    "ALTER TABLE cards ADD COLUMN flagged_at TEXT",
    "ALTER TABLE cards ADD COLUMN stability_days REAL",
    "ALTER TABLE cards ADD COLUMN difficulty REAL",
    "ALTER TABLE settings ADD COLUMN changed_at TEXT NOT NULL DEFAULT ''",
    *(f"ALTER TABLE {table} ADD COLUMN checksum BLOB" for table in (*_M002_SEALED, "review_log")),
    "ALTER TABLE review_log ADD COLUMN place INTEGER NOT NULL DEFAULT 0",
    "DROP TRIGGER review_log_no_update",
    *(
        statement
        for table, columns in _M001_RECORDED.items()
        for statement in (
            f"DROP TRIGGER {table}_recorded_update",
            # a checksum that follows a change is no change of its own
            f"""CREATE TRIGGER {table}_recorded_update AFTER UPDATE OF {", ".join(columns)} ON {table}
                WHEN EXISTS (SELECT 1 FROM recording) BEGIN
                INSERT INTO {table}_before (operation, row_id, existed, {", ".join(columns)})
                VALUES ((SELECT operation FROM recording), old.id, 1, {", ".join(f"old.{name}" for name in columns)});
            END""",
        )
    ),
)
_M002_AFTER_SEALING: Final = (
    """CREATE TRIGGER review_log_no_update BEFORE UPDATE ON review_log
       BEGIN SELECT RAISE(ABORT, 'the review log is append only'); END""",
    "CREATE INDEX review_log_by_place ON review_log (place, uid)",
    "ALTER TABLE operations ADD COLUMN place INTEGER NOT NULL DEFAULT 0",
    """UPDATE operations SET place = coalesce((SELECT place FROM review_log
       WHERE review_log.seq = operations.after_log_seq), 0)""",
    "ALTER TABLE operations DROP COLUMN after_log_seq",
    """CREATE TABLE deleted_notes (
        uid TEXT PRIMARY KEY, deleted_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE note_versions (
        note_uid TEXT NOT NULL, digest BLOB NOT NULL, PRIMARY KEY (note_uid, digest)
    ) STRICT, WITHOUT ROWID""",
    """INSERT OR IGNORE INTO note_versions (note_uid, digest)
       SELECT uid, row_checksum(kind, front, back, context, topic) FROM notes_before WHERE existed = 1""",
    "PRAGMA user_version = 2",
)


@migrations()
def m002_checksums_and_places(db: Database) -> None:
    """Rows with checksums, answers in an order of their own, FSRS-6, and what uniting two collections needs to know."""
    for statement in _M002_BEFORE_SEALING:
        db.execute(statement)
    for table, columns in _M002_SEALED.items():
        db.execute(f"UPDATE {table} SET checksum = row_checksum({', '.join(columns)})")
    _m002_chain_log(db)
    for statement in _M002_AFTER_SEALING:
        db.execute(statement)


def _m002_chain_log(db: Database) -> None:
    """Give every answer its place: its instant in milliseconds, but always behind the answer before."""
    columns = ("uid", "card_uid", "kind", "quality", "answered_at", "study_day", "took_ms", "undoes")
    place, previous = 0, None
    rows = db.execute(f"SELECT seq, {', '.join(columns)} FROM review_log ORDER BY seq").fetchall()
    for seq, *values in rows:
        place = max(place + 1, round(datetime.fromisoformat(values[4]).timestamp() * 1000))
        previous = row_checksum(previous, *values, place)
        db.execute("UPDATE review_log SET place = ?, checksum = ? WHERE seq = ?", [place, previous, seq])


_M003_STATEMENTS: Final = (
    """CREATE TABLE topics (
        id INTEGER PRIMARY KEY,
        deck_id INTEGER NOT NULL REFERENCES decks (id) ON DELETE CASCADE,
        topic TEXT NOT NULL,
        UNIQUE (deck_id, topic)
    ) STRICT""",
    "INSERT INTO topics (deck_id, topic) SELECT deck_id, topic FROM notes GROUP BY deck_id, topic ORDER BY min(id)",
    "ALTER TABLE cards ADD COLUMN topic_id INTEGER",
    """UPDATE cards SET topic_id = (SELECT topics.id FROM notes JOIN topics
       ON topics.deck_id = notes.deck_id AND topics.topic = notes.topic WHERE notes.id = cards.note_id)""",
    "CREATE INDEX cards_by_topic ON cards (topic_id, state, is_suspended, due_on)",
    "CREATE INDEX cards_buried ON cards (buried_until) WHERE buried_until IS NOT NULL",
    "DROP INDEX review_log_by_card",
    "CREATE INDEX review_log_of_card ON review_log (card_uid, kind, study_day)",
    "CREATE INDEX cards_lapsed ON cards (lapses) WHERE lapses > 0",
    *(
        # without OR IGNORE, which the statement that sets the trigger off would overrule
        f"""CREATE TRIGGER {trigger} BEGIN
        INSERT INTO topics (deck_id, topic) SELECT notes.deck_id, notes.topic FROM notes WHERE notes.id = {note_id}
            AND NOT EXISTS (SELECT 1 FROM topics WHERE deck_id = notes.deck_id AND topic = notes.topic);
        UPDATE cards SET topic_id = (SELECT topics.id FROM notes JOIN topics
            ON topics.deck_id = notes.deck_id AND topics.topic = notes.topic WHERE notes.id = {note_id})
            WHERE {cards};
    END"""
        for trigger, note_id, cards in (
            ("notes_move_topic AFTER UPDATE OF deck_id, topic ON notes", "new.id", "note_id = new.id"),
            ("cards_take_topic AFTER INSERT ON cards", "new.note_id", "id = new.id"),
        )
    ),
    "PRAGMA user_version = 3",
)


@migrations()
def m003_counts_by_topic(db: Database) -> None:
    """The topic of a card in an index of its own, so that what waits is counted without reading a note."""
    for statement in _M003_STATEMENTS:
        db.execute(statement)


@migrations()
def m004_fewer_pages_an_answer(db: Database) -> None:
    """Without two indexes that every answer had to write and that the log or a rare scan can do without."""
    for statement in ("DROP INDEX cards_answered", "DROP INDEX cards_lapsed", "PRAGMA user_version = 4"):
        db.execute(statement)


@migrations()
def m005_answers_of_operations(db: Database) -> None:
    """The answers that an import took over from elsewhere, so that undoing it takes them back, too."""
    for column in ("answers_from", "answers_to"):
        db.execute(f"ALTER TABLE operations ADD COLUMN {column} INTEGER")
    db.execute("PRAGMA user_version = 5")


@migrations()
def m006_lighter_log_and_merges(db: Database) -> None:
    """Fewer pages to write for an answer, merges that can be taken back, and checksums in what an undo needs."""
    for statement in migration_6.STATEMENTS:
        db.execute(statement)


@migrations()
def m007_counts_by_topic_and_day(db: Database) -> None:
    """What is due in a topic is a stretch of one index again: to group all that is due took longer than to count it."""
    for statement in (
        "DROP INDEX cards_due",
        "DROP INDEX cards_by_topic",
        "CREATE INDEX cards_due ON cards (due_on, is_suspended) WHERE state = 'scheduled'",
        "CREATE INDEX cards_by_topic ON cards (topic_id, state, is_suspended, due_on)",
        "PRAGMA user_version = 7",
    ):
        db.execute(statement)


@migrations()
def m008_study_days(db: Database) -> None:
    """Where each study day begins in the log, written once a day, in place of an index that every answer wrote."""
    for statement in (
        "CREATE TABLE study_days (day TEXT PRIMARY KEY, first_seq INTEGER NOT NULL) STRICT, WITHOUT ROWID",
        "INSERT INTO study_days (day, first_seq) SELECT study_day, min(seq) FROM review_log GROUP BY study_day",
        """CREATE TRIGGER review_log_begins_day AFTER INSERT ON review_log
            WHEN NOT EXISTS (SELECT 1 FROM study_days WHERE day = new.study_day) BEGIN
            INSERT INTO study_days (day, first_seq) VALUES (new.study_day, new.seq);
        END""",
        "DROP INDEX review_log_by_day",
        "PRAGMA user_version = 8",
    ):
        db.execute(statement)


@migrations()
def m009_end_of_log(db: Database) -> None:
    """Where the log ends, so that its newest entries cannot go missing, and checksums in what uniting leans on."""
    for statement in (
        """CREATE TABLE log_end (
            id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL, checksum BLOB
        ) STRICT""",
        """INSERT INTO log_end (id, seq, checksum) SELECT 1, coalesce((SELECT max(seq) FROM review_log), 0),
            (SELECT checksum FROM review_log ORDER BY seq DESC LIMIT 1)""",
        """CREATE TRIGGER review_log_moves_end AFTER INSERT ON review_log BEGIN
            UPDATE log_end SET seq = new.seq, checksum = new.checksum WHERE id = 1;
        END""",
        "ALTER TABLE deleted_notes ADD COLUMN checksum BLOB",
        "ALTER TABLE note_versions ADD COLUMN checksum BLOB",
        "UPDATE deleted_notes SET checksum = row_checksum(uid, deleted_at)",
        "UPDATE note_versions SET checksum = row_checksum(note_uid, digest)",
        # no checksum covers a number that SQLite gives; every other table has it a second time in an index
        "CREATE INDEX operations_by_place ON operations (place)",
        "PRAGMA user_version = 9",
    ):
        db.execute(statement)


@migrations()
def m010_due_days_by_topic_alone(db: Database) -> None:
    """Without the index of due days that every answer wrote beside that of the topics, by which they are found, too."""
    for statement in ("DROP INDEX cards_due", "PRAGMA user_version = 10"):
        db.execute(statement)
