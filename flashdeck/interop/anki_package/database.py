"""The rows of a package's database, read as data of a stranger.

The file is a copy of our own, opened so that nothing can be written, no trigger, view, function or virtual table of it
runs, and no value is longer than any card. Numbers and texts are what they should be, or what comes closest.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from flashdeck.errors import AnkiPackageError
from flashdeck.interop.anki_package import wire
from flashdeck.interop.anki_package.archive import PACKAGE
from flashdeck.interop.anki_package.templates import NoteType, Template
from flashdeck.messages import Message

MAX_NOTES: Final = 200_000
MAX_CARDS: Final = 1_000_000
MAX_ANSWERS: Final = 3_000_000
_MAX_VALUE_BYTES: Final = 16 << 20
_READ_TABLES: Final = ("col", "notes", "cards", "revlog")
_NEW_TABLES: Final = ("notetypes", "fields", "templates", "decks", "config")
_CLOZE: Final = 1
_NEW: Final = 0
_KIND_FIELD, _QUESTION_FIELD, _ANSWER_FIELD = 1, 1, 2
_LEVEL: Final = "\x1f"
# the last when SQLite's message quotes a name that is no text
_FAULTS: Final = (sqlite3.Error, OverflowError, UnicodeDecodeError)
_ALLOWED: Final = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ})


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRow:
    """A row of `notes`; `modified_at` in seconds."""

    id: int
    guid: str
    type_id: int
    modified_at: int
    tags: tuple[str, ...]
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRow:
    """A row of `cards`, in the deck where it belongs even while a filtered deck has it.

    Attributes:
        position: place among the new cards; -1 when it is not new.
    """

    id: int
    note_id: int
    deck_id: int
    ordinal: int
    position: int
    is_suspended: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """A row of `revlog`: an answer, or what Anki notes there of changes to the schedule."""

    id: int
    card_id: int
    ease: int
    factor: int
    took_ms: int
    kind: int


class PackageDatabase:
    """The database of a package."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self._connection = connection
        self._name = name
        tables = {
            _text(table)
            for kind, table, sql in self._rows("SELECT type, name, sql FROM sqlite_master")
            if kind == "table" and not _text(sql).upper().startswith("CREATE VIRTUAL")
        }
        if not tables.issuperset(_READ_TABLES):
            raise self._damaged()
        self._is_new = tables.issuperset(_NEW_TABLES)
        self._col = {} if self._is_new else self._read_col()

    def notes(self) -> Iterator[NoteRow]:
        """Yield the notes."""
        sql = "SELECT id, guid, mid, mod, tags, flds FROM notes"
        for row in self._rows(sql, MAX_NOTES):
            yield NoteRow(
                id=_integer(row[0]),
                guid=_text(row[1]),
                type_id=_integer(row[2]),
                modified_at=_integer(row[3]),
                tags=tuple(_text(row[4]).split()),
                values=tuple(_text(row[5]).split("\x1f")),
            )

    def cards(self) -> Iterator[CardRow]:
        """Yield the cards."""
        for row in self._rows("SELECT id, nid, did, odid, ord, queue, type, due FROM cards", MAX_CARDS):
            card_id, note_id, deck_id, home_deck_id, ordinal, queue, kind, due = map(_integer, row)
            yield CardRow(
                id=card_id,
                note_id=note_id,
                deck_id=home_deck_id or deck_id,
                ordinal=ordinal,
                position=due if kind == _NEW else -1,
                is_suspended=queue == -1,
            )

    def answers(self) -> Iterator[AnswerRow]:
        """Yield the rows of the review log."""
        for row in self._rows("SELECT id, cid, ease, factor, time, type FROM revlog", MAX_ANSWERS):
            row_id, card_id, ease, factor, took_ms, kind = map(_integer, row)
            yield AnswerRow(id=row_id, card_id=card_id, ease=ease, factor=factor, took_ms=took_ms, kind=kind)

    def has_three_buttons(self) -> bool:
        """Whether the answers to learning cards are those of Anki's first scheduler: again, good, easy."""
        if self._is_new:
            return False
        conf = self._json(self._col["conf"])
        return _integer(conf.get("schedVer", 1)) == 1

    def deck_names(self) -> dict[int, str]:
        """Return the nested names of the decks by id."""
        if self._is_new:
            rows = self._rows("SELECT id, name FROM decks", MAX_CARDS)
            return {_integer(row[0]): _text(row[1]).replace(_LEVEL, "::") for row in rows}
        decks = self._json(self._col["decks"])
        return {_integer(key): _text(deck.get("name")) for key, deck in decks.items() if isinstance(deck, dict)}

    def note_types(self) -> dict[int, NoteType]:
        """Return the note types by id."""
        return self._new_types() if self._is_new else self._old_types()

    def _read_col(self) -> Mapping[str, str]:
        for row in self._rows("SELECT conf, models, decks FROM col"):
            return dict(zip(("conf", "models", "decks"), map(_text, row), strict=True))
        raise self._damaged()

    def _old_types(self) -> dict[int, NoteType]:
        return {
            _integer(key): NoteType(
                is_cloze=model.get("type") == _CLOZE,
                fields=tuple(_text(each.get("name")) for each in _ordered(model.get("flds"))),
                templates=tuple(
                    Template(question=_text(each.get("qfmt")), answer=_text(each.get("afmt")))
                    for each in _ordered(model.get("tmpls"))
                ),
            )
            for key, model in self._json(self._col["models"]).items()
            if isinstance(model, dict)
        }

    def _new_types(self) -> dict[int, NoteType]:
        names: dict[int, list[tuple[int, str]]] = {}
        for row in self._rows("SELECT ntid, ord, name FROM fields", MAX_CARDS):
            names.setdefault(_integer(row[0]), []).append((_integer(row[1]), _text(row[2])))
        templates: dict[int, list[tuple[int, Template]]] = {}
        try:
            for row in self._rows("SELECT ntid, ord, config FROM templates", MAX_CARDS):
                config = _bytes(row[2])
                template = Template(
                    question=wire.text(config, _QUESTION_FIELD), answer=wire.text(config, _ANSWER_FIELD)
                )
                templates.setdefault(_integer(row[0]), []).append((_integer(row[1]), template))
            kinds = {
                _integer(row[0]): wire.integer(_bytes(row[1]), _KIND_FIELD)
                for row in self._rows("SELECT id, config FROM notetypes", MAX_CARDS)
            }
        except ValueError as error:
            raise self._damaged() from error
        return {
            key: NoteType(
                is_cloze=kind == _CLOZE,
                fields=tuple(name for _, name in sorted(names.get(key, ()), key=lambda each: each[0])),
                templates=tuple(each for _, each in sorted(templates.get(key, ()), key=lambda each: each[0])),
            )
            for key, kind in kinds.items()
        }

    def _json(self, text: str) -> dict[str, Any]:
        try:
            found = json.loads(text or "{}")
        except (ValueError, RecursionError) as error:
            raise self._damaged() from error
        return found if isinstance(found, dict) else {}

    def _rows(self, sql: str, limit: int = MAX_CARDS) -> Iterator[tuple[Any, ...]]:
        try:
            for count, row in enumerate(self._connection.execute(sql)):
                if count >= limit:
                    raise AnkiPackageError(
                        Message(
                            "{name} holds more than {limit:,} entries of a kind; export fewer decks at once.",
                            name=self._name,
                            limit=limit,
                        )
                    )
                yield row
        except _FAULTS as error:
            raise self._damaged() from error

    def _damaged(self) -> Exception:
        return PACKAGE.damaged(self._name, Message("its database"))


@contextmanager
def open_database(path: Path, name: str) -> Iterator[PackageDatabase]:
    """Open an unpacked database.

    Args:
        path: our own copy.
        name: of the package, for messages.

    Raises:
        AnkiPackageError: it is damaged, or no collection of Anki's.
    """
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    except _FAULTS as error:
        raise PACKAGE.damaged(name, Message("its database")) from error
    try:
        _secure(connection, name)
        yield PackageDatabase(connection, name)
    finally:
        connection.close()


def _secure(connection: sqlite3.Connection, name: str) -> None:
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MAX_VALUE_BYTES)
    # named by the newer tables; nothing here compares with it
    connection.create_collation("unicase", lambda left, right: (left > right) - (left < right))
    try:
        for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", "query_only = ON"):
            connection.execute(f"PRAGMA {pragma}")
    except _FAULTS as error:
        raise PACKAGE.damaged(name, Message("its database")) from error
    connection.set_authorizer(lambda action, *_: sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY)


def _ordered(found: object) -> list[dict[str, Any]]:
    parts = [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
    return sorted(parts, key=lambda each: _integer(each.get("ord")))


def _text(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return "" if value is None else str(value)


def _integer(value: object) -> int:
    if isinstance(value, str):
        digits = value.removeprefix("-")
        return int(value) if digits.isascii() and digits.isdigit() and len(digits) < 20 else 0
    return int(value) if isinstance(value, int) else 0


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else _text(value).encode()
