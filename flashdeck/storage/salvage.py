"""What can still be read of a damaged collection: every row whose checksum says that it is as it was written."""

import re
import shutil
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, Final, NamedTuple

from flashdeck.storage.checksums import CHAINED_COLUMNS, SEALED_COLUMNS, row_checksum, seal_of
from flashdeck.storage.connection import fresh_database
from flashdeck.storage.contents import Contents, read_contents
from flashdeck.storage.sqlite_pages import Value, records

_LOG: Final = "review_log"
_HISTORY: Final = ("operations", "notes_before", "cards_before")
_UNSEALED_ONCE: Final = frozenset({"deleted_notes", "note_versions"})
"""They had no checksums up to version 8, of which a damaged file may still be."""
_INSTANT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00")
_DIGEST_SIZE: Final = 8
_IDENTITY: Final = {
    "cards": ("note_id", "ordinal"),
    "slides": ("source_id", "number"),
    "settings": ("name",),
    "note_versions": ("note_uid", "digest"),
}
"""What tells one row from another, where it is not the id: of several versions the newest counts."""
_AGE: Final = {"notes": "modified_at", "cards": "flagged_at", "settings": "changed_at"}

_Row = dict[str, Any]
SalvagedRows = dict[str, list[_Row]]


def salvage(path: Path) -> Contents:
    """Return what can be read of a collection that may be damaged anywhere; the file stays as it is.

    Raises:
        OSError: the file cannot be read at all.
    """
    return contents_of(salvage_rows(path))


def contents_of(rows: SalvagedRows) -> Contents:
    """Return what the rows come to."""
    return read_contents(lambda table: rows.get(table, []))


def salvage_rows(path: Path) -> SalvagedRows:
    """Return the newest of each row that can be read, by table (see `salvage`).

    Raises:
        OSError: the file cannot be read at all.
    """
    tables = _rows_by_table(_content_of(path))
    newest = {table: _newest(table, rows) for table, rows in tables.items()}
    newest[_LOG] = _sound_entries(tables.get(_LOG, []))
    return newest


def is_traceable(path: Path) -> bool:
    """Whether anything of the definitions of a collection's tables can be read in a file."""
    with suppress(OSError):
        return _LOG.encode() in path.read_bytes()
    return False


def _content_of(path: Path) -> bytes:
    """Return the file's bytes, with what its write-ahead log holds where SQLite can still bring it in."""
    with tempfile.TemporaryDirectory(prefix="flashdeck-salvage-") as folder:
        copy = Path(folder) / "damaged"
        shutil.copyfile(path, copy)
        log = path.with_name(path.name + "-wal")
        if log.exists():
            shutil.copyfile(log, copy.with_name(copy.name + "-wal"))
            # whatever stands in the way of it, the pages of the file itself remain
            with suppress(sqlite3.Error), closing(sqlite3.connect(copy)) as connection:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return copy.read_bytes()


def _rows_by_table(data: bytes) -> dict[str, list[_Row]]:
    by_length: defaultdict[int, list[_Shape]] = defaultdict(list)
    for shape in _shapes():
        by_length[len(shape.columns)].append(shape)
    found: dict[str, list[_Row]] = defaultdict(list)
    for rowid, values in records(data):
        for shape in by_length.get(len(values), ()):
            row = dict(zip(shape.columns, shape.typed(values), strict=True))
            if rowid is not None:
                row[next(iter(shape.columns))] = rowid
            if _is_of(shape.table, row):
                found[shape.table].append(row)
    return found


class _Shape(NamedTuple):
    """What the records of a table look like: the types of its columns, in their order."""

    table: str
    columns: dict[str, str]

    def typed(self, values: tuple[Value, ...]) -> Iterator[Value]:
        """Return values as written: whole real numbers are kept as integers, and one bit makes bytes of text."""
        for kind, value in zip(self.columns.values(), values, strict=True):
            if kind == "REAL" and isinstance(value, int):
                yield float(value)
            elif kind != "BLOB" and isinstance(value, bytes):
                yield value.decode(errors="replace")
            else:
                yield value


def _shapes() -> Iterator[_Shape]:
    with closing(fresh_database()) as database:
        for table in (*SEALED_COLUMNS, *_HISTORY, _LOG):
            columns = {row[1]: row[2] for row in database.execute(f"PRAGMA table_info({table})").fetchall()}
            yield _Shape(table, columns)
            if table in _UNSEALED_ONCE:
                yield _Shape(table, {name: kind for name, kind in columns.items() if name != "checksum"})


def _is_of(table: str, row: _Row) -> bool:
    if "checksum" not in row:
        return _is_of_unsealed(table, row)
    if table == _LOG:  # its checksum is one of the chain, see `_sound_entries`
        return isinstance(row["answered_at"], str) and _INSTANT.fullmatch(row["answered_at"]) is not None
    return bool(row["checksum"] == seal_of(table, row))


def _is_of_unsealed(table: str, row: _Row) -> bool:
    if table == "deleted_notes":
        return isinstance(row["deleted_at"], str) and _INSTANT.fullmatch(row["deleted_at"]) is not None
    return isinstance(row["digest"], bytes) and len(row["digest"]) == _DIGEST_SIZE


def _newest(table: str, rows: list[_Row]) -> list[_Row]:
    """Return the newest of the versions that the file has of each row."""
    age = _AGE.get(table)
    kept: dict[tuple[object, ...], _Row] = {}
    for row in sorted(rows, key=lambda row: (row[age] or "") if age else ""):
        kept[tuple(row[name] for name in _IDENTITY.get(table, tuple(row)[:1]))] = row
    return list(kept.values())


def _sound_entries(rows: list[_Row]) -> list[_Row]:
    """Return the entries of the log that are as they were written, as far as their neighbours tell."""
    by_seq = {row["seq"]: row for row in rows}
    sound: list[_Row] = []
    for seq, row in sorted(by_seq.items()):
        before = by_seq.get(seq - 1)
        previous = None if before is None else before["checksum"]
        fits = row["checksum"] == row_checksum(previous, *(row[column] for column in CHAINED_COLUMNS))
        if fits or (before is None and seq > 1):
            sound.append(row)
    return sound
