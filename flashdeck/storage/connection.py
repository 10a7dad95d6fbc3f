"""The one connection to a collection file: opened exclusively, every commit on the disk before it is acknowledged."""

import random
import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from flashdeck.durable_files import replacing
from flashdeck.errors import CollectionError
from flashdeck.file_faults import reason_of
from flashdeck.messages import Message
from flashdeck.storage.backups_folder import BEFORE_VERSION, backups_folder_of
from flashdeck.storage.checksums import CHECKED_COLUMNS, FUNCTION, as_stored, expression, row_checksum, seal_of
from flashdeck.storage.faults import ToldApart, damaged, is_busy
from flashdeck.storage.identity import check_identity, refuse_foreign_file, refuse_unwritable_file
from flashdeck.storage.version import MIGRATIONS, SCHEMA_VERSION

if TYPE_CHECKING:
    from sqlite_utils import Database

Parameters = Sequence[object] | Mapping[str, object]

_PAUSES_S: Final = (0.01, 0.02, 0.04, 0.08)
"""How long at most a start waits, time by time, before it believes that another program has the file.

Two that start at once can each hold what the other needs and both be told that the file is in use; each lets go, waits
for a random part of the pause, and one of them finds its turn.
"""

_PRAGMAS: Final = (
    ("locking_mode", "EXCLUSIVE", "exclusive"),  # also keeps a second program out, and SQLite's WAL-reset race
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),  # NORMAL loses acknowledged answers on a power cut
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("mmap_size", "0", 0),  # a failing disk is an error to be told, and not the end of the program
    ("fullfsync", "ON", 1),  # on macOS, a plain fsync leaves the drive to lose it
    ("checkpoint_fullfsync", "ON", 1),
    ("recursive_triggers", "ON", 1),
)
_LONGEST_LOG_PAGES: Final = 8000
_SCHEMA: Final = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE '%sqlite%' ORDER BY name"


class Connection:
    """An open collection file. Belongs to the thread that opened it.

    It is read through SQLite alone; sqlite-utils, through which all is written, is loaded with the first write
    (`be_ready_to_write`), because a start that only shows what is due would wait for it.

    Attributes:
        rollbacks: how often something that was written was taken back or mended, after which nothing remembered of it
            holds.
    """

    def __init__(self, path: Path, *, copy_of: Path | None = None, view_only: bool = False) -> None:
        """Open the file at `path`, making it when there is none.

        Args:
            path: the file.
            copy_of: what it is a copy of and is told to be.
            view_only: let nothing be written.

        Raises:
            CollectionTooNewError: written by a newer program; the file is untouched.
            CollectionBusyError: open in another program.
            CollectionDamagedError: damaged, or not a collection.
            CollectionReadOnlyError: file or folder cannot be written.
            CollectionError: folder or disk do not let us.
        """
        self.path = copy_of or path
        self._file = path
        self.rollbacks = 0
        self._is_held = False
        self._told_apart = ToldApart(str(self.path), schema_is_sound=self.schema_is_sound)
        refuse_foreign_file(path, self.path)
        refuse_unwritable_file(path)
        with ToldApart(str(self.path)):
            for pause_s in _PAUSES_S:
                try:
                    self._open(path)
                    break
                except sqlite3.OperationalError as error:
                    if not is_busy(error):
                        raise
                    time.sleep(random.uniform(0, pause_s))  # noqa: S311 - no secret
            else:
                self._open(path)
            if view_only:
                self._sqlite.execute("PRAGMA query_only = ON")

    def _open(self, path: Path) -> None:
        self._sqlite = _connect(path)
        try:
            self._prepare(path)
        except BaseException:
            self._sqlite.close()
            raise

    def _prepare(self, path: Path) -> None:
        for name, value, _ in _PRAGMAS:
            self._sqlite.execute(f"PRAGMA {name} = {value}").fetchall()
        self._sqlite.execute("PRAGMA temp_store = MEMORY").fetchall()  # an answer's statements keep what they may undo
        # what answers write goes into the file itself when nobody waits (`settle`), on closing, or after some hundred
        self._move_log_at(_LONGEST_LOG_PAGES)
        self._sqlite.execute("BEGIN IMMEDIATE")  # takes the lock now, so that a second program is told at once
        self._sqlite.execute("COMMIT")
        for name, _, wanted in _PRAGMAS:
            (got,) = self._sqlite.execute(f"PRAGMA {name}").fetchone()
            if got != wanted:
                raise CollectionError(
                    Message(
                        "The folder of {path} does not support safe storage ({name} is {got}). Keep the "
                        "collection on a local disk.",
                        path=self.path,
                        name=name,
                        got=got,
                    )
                )
        check_identity(self.path, self._pragma("application_id"), self._pragma("user_version"))
        if not self._is_migrated():
            self._migrate(path)
        self._changes_at_open = self._sqlite.total_changes

    def _is_migrated(self) -> bool:
        """Whether every migration is on record, by which sqlite-utils goes, too."""
        record = "SELECT name FROM _sqlite_migrations WHERE migration_set = 'flashdeck'"
        has_record = "SELECT 1 FROM sqlite_schema WHERE name = '_sqlite_migrations'"
        if self._sqlite.execute(has_record).fetchone() is None:
            return False
        return {name for (name,) in self._sqlite.execute(record)}.issuperset(MIGRATIONS)

    def _migrate(self, path: Path) -> None:
        from flashdeck.storage.migrations import migrations  # noqa: PLC0415 - brings sqlite-utils

        if self._pragma("user_version") == SCHEMA_VERSION:
            raise damaged(str(self.path))  # the record of the migrations is gone
        if self._pragma("user_version") and path == self.path:  # of a copy, the original stays
            self._back_up_before_migrating(path)
        migrations.apply(self._db)

    @cached_property
    def _db(self) -> "Database":
        return _for_writing(self._sqlite)

    def be_ready_to_write(self) -> None:
        """Load now what the first write would wait for."""
        self._db  # noqa: B018 - made now

    def _back_up_before_migrating(self, path: Path) -> None:
        target = backups_folder_of(path) / f"{BEFORE_VERSION}-{SCHEMA_VERSION}{self.path.suffix}"
        try:
            with replacing(target) as partial:
                self.vacuum_into(partial, named=target)
        except OSError as error:
            raise CollectionError(
                Message(
                    "The collection {path} is of an older version, and the backup that goes before its change "
                    "could not be written: {reason}. Make room beside it and try again.",
                    path=self.path,
                    reason=reason_of(error),
                )
            ) from error

    def _pragma(self, name: str) -> int:
        (value,) = self._sqlite.execute(f"PRAGMA {name}").fetchone()
        return int(value)

    def close(self) -> None:
        """Close the file; harmless when it is closed already."""
        self._is_held = False
        self._sqlite.close()

    @property
    def changes(self) -> int:
        """How many rows were written since the collection was opened."""
        return self._sqlite.total_changes - self._changes_at_open

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """Everything written inside is stored together, on the disk, or not at all. Nests.

        Raises:
            CollectionError: see `faults.told_apart`.
        """
        try:
            with self._told_apart, self._db.atomic():
                yield
        except BaseException:
            self.rollbacks += 1
            raise

    def settle(self) -> None:
        """Bring what was written, safe in the write-ahead log since, into the file itself. Not inside `atomic`.

        This takes long enough to be felt, so it is for moments at which nobody waits for the next card.
        """
        if not self._is_held:
            self._move_log()

    def hold(self) -> Path:
        """Bring what was written into the file itself, which stays as it is until `let_go`; return where it is.

        Meanwhile another process can copy it; what is written goes into the write-ahead log alone, as safe as ever. Not
        inside `atomic`.
        """
        _, in_log, moved = self._move_log()
        assert in_log == moved, "a query is still being read"
        self._move_log_at(0)
        self._is_held = True
        return self._file

    def let_go(self) -> None:
        """Let the file be written again; harmless when it is not held, or closed."""
        if self._is_held:
            self._is_held = False
            self._move_log_at(_LONGEST_LOG_PAGES)

    def _move_log(self) -> tuple[int, int, int]:
        with self._told_apart:
            busy, in_log, moved = self._sqlite.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        return busy, in_log, moved

    def _move_log_at(self, pages: int) -> None:
        self._sqlite.execute(f"PRAGMA wal_autocheckpoint = {pages}").fetchall()

    def schema_is_sound(self) -> bool:
        """Whether tables, indexes and triggers are those that the migrations make."""
        try:
            return self._sqlite.execute(_SCHEMA).fetchall() == sound_schema()
        except sqlite3.DatabaseError:
            return False

    def select(self, sql: str, parameters: Parameters = ()) -> list[dict[str, Any]]:
        """Return the rows of a query."""
        with self._told_apart:
            cursor = self._sqlite.execute(sql, parameters)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row)) for row in cursor.fetchall()]  # noqa: B905 - as many as there are names

    def tuples(self, sql: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
        """Return the rows of a query without the names of its columns."""
        with self._told_apart:
            return self._sqlite.execute(sql, parameters).fetchall()

    def stream(self, sql: str) -> Iterator[tuple[Any, ...]]:
        """Return the rows of a query one by one, where all of them would be much."""
        with self._told_apart:
            yield from self._sqlite.execute(sql)

    def value(self, sql: str, parameters: Parameters = ()) -> Any:  # noqa: ANN401 - SQL
        """Return the first column of the first row, None when there is no row."""
        with self._told_apart:
            row = self._sqlite.execute(sql, parameters).fetchone()
            return None if row is None else row[0]

    def execute(self, sql: str, parameters: Parameters = ()) -> int:
        """Run a statement that returns no rows; return how many rows it changed."""
        with self._told_apart:
            return self._db.execute(sql, parameters).rowcount  # type: ignore[arg-type]  # it wants a dict by name

    def ask(self, sql: str) -> None:
        """Run a question that SQLite wants to be put as an insertion; it counts as no change."""
        before = self._sqlite.total_changes
        try:
            self.execute(sql)
        finally:
            self._changes_at_open += self._sqlite.total_changes - before

    def insert(self, table: str, columns: Mapping[str, object]) -> int | None:
        """Insert a row into a table that a migration made; return its rowid."""
        with self._told_apart:
            return self._db.execute(_insertion_into(table, tuple(columns)), list(columns.values())).lastrowid

    def insert_sealed(self, table: str, columns: Mapping[str, object]) -> int | None:
        """Insert a row with its checksum, given all of its sealed columns; return its rowid."""
        return self.insert(table, {**columns, "checksum": seal_of(table, columns)})

    def update(self, table: str, columns: Mapping[str, object], row_id: int) -> None:
        """Change columns of the row with an id, and its checksum with them."""
        sql, sealed = _update_of(table, tuple(columns))
        self.execute(sql, [*columns.values(), *[columns[name] for name in sealed], row_id])

    def seal(self, table: str, value: object, *, column: str = "id") -> None:
        """Give the rows with a value in a column the checksum of what they hold."""
        self.execute(f"UPDATE {table} SET checksum = {expression(CHECKED_COLUMNS[table])} WHERE {column} = ?", [value])

    def vacuum_into(self, target: Path, *, named: Path | None = None) -> None:
        """Write a compact copy to a file that does not exist yet. Not inside `atomic`.

        Args:
            target: the file.
            named: what the user is told that it is, where it is not `target`.

        Raises:
            CollectionDamagedError: the collection cannot be read through.
            CollectionError: the copy cannot be written.
        """
        with ToldApart(str(self.path), copied_to=str(named or target)):
            self._sqlite.execute("VACUUM INTO ?", [str(target)])


@cache
def _insertion_into(table: str, names: tuple[str, ...]) -> str:
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"


@cache
def _update_of(table: str, names: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Return the statement that changes columns of a row by its id, and the checksum with them.

    Its parameters are the columns' values, then those of the names returned with it, then the id: SQLite finds a
    parameter by its place sooner than by its name.
    """
    assignments = ", ".join(f"{name} = ?" for name in names)
    sealed = ", ".join("?" if name in names else as_stored(name) for name in CHECKED_COLUMNS[table])
    sql = f"UPDATE {table} SET {assignments}, checksum = {FUNCTION}({sealed}) WHERE rowid = ?"
    return sql, tuple(name for name in CHECKED_COLUMNS[table] if name in names)


def _connect(path: Path | str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=0)
    connection.create_function(FUNCTION, -1, row_checksum, deterministic=True)
    return connection


def _for_writing(connection: sqlite3.Connection) -> "Database":
    from sqlite_utils import Database  # noqa: PLC0415 - see `Connection`

    return Database(connection, execute_plugins=False)


@cache
def sound_schema() -> list[tuple[str, ...]]:
    """Return the tables, indexes and triggers that the migrations make, found out once."""
    with closing(fresh_database()) as fresh:
        return fresh.execute(_SCHEMA).fetchall()


def fresh_database() -> "Database":
    """Return an empty collection in memory, with the newest schema."""
    from flashdeck.storage.migrations import migrations  # noqa: PLC0415 - brings sqlite-utils

    database = _for_writing(_connect(":memory:"))
    migrations.apply(database)
    return database
