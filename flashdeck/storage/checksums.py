"""A checksum in every row of the user's, because SQLite notices only a fifth of the bits that rot in a file.

The review log is chained: the checksum of an entry covers that of the entry before, and `log_end` keeps that of the
newest, so that none can go missing.
"""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from hashlib import blake2b

FUNCTION: Final = "row_checksum"
"""The name by which statements call `row_checksum`."""

SEALED_COLUMNS: Final = {
    "decks": ("name",),
    "sources": ("file_name", "format", "sha256", "imported_at"),
    "slides": ("source_id", "number", "section", "topic", "title", "first_line", "last_line", "lines"),
    "notes": (
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
    ),
    "cards": (
        "uid",
        "note_id",
        "ordinal",
        "position",
        "is_suspended",
        "buried_until",
        "flagged_at",
        "state",
        "repetitions",
        "ease_factor",
        "interval_days",
        "due_on",
        "answered_on",
        "lapses",
        "drill_on",
        "stability_days",
        "difficulty",
    ),
    "settings": ("name", "value", "changed_at"),
    "deleted_notes": ("uid", "deleted_at"),
    "note_versions": ("note_uid", "digest"),
}
_OF_ROW_BEFORE: Final = ("operation", "row_id", "existed", "id")
HISTORY_COLUMNS: Final = {
    "operations": ("kind", "label", "done_at", "undone_at", "place", "answers_from", "answers_to"),
    "notes_before": (*_OF_ROW_BEFORE, *SEALED_COLUMNS["notes"]),
    "cards_before": (
        *(*_OF_ROW_BEFORE, "uid", "note_id", "ordinal", "position", "is_suspended", "buried_until", "state"),
        *("repetitions", "ease_factor", "interval_days", "due_on", "answered_on", "lapses", "drill_on", "flagged_at"),
    ),
    "merged": ("operation", "kind", "name", "digest", "before", "changed_before", "changed_to"),
}
"""What taking an operation back needs, likewise."""
CHAINED_COLUMNS: Final = (
    "uid",
    "card_uid",
    "kind",
    "quality",
    "answered_at",
    "study_day",
    "took_ms",
    "undoes",
    "place",
)
"""Of `review_log`, behind the checksum of the entry before."""
CHECKED_COLUMNS: Final = {**SEALED_COLUMNS, **HISTORY_COLUMNS, "review_log": CHAINED_COLUMNS}
"""What the checksum of a row covers, by table."""
KEY_COLUMNS: Final = {
    **dict.fromkeys(("decks", "sources", "notes", "cards"), ("id",)),
    "slides": ("source_id", "number"),
    "settings": ("name",),
    "deleted_notes": ("uid",),
    "note_versions": ("note_uid", "digest"),
    **dict.fromkeys((*HISTORY_COLUMNS, "review_log"), ("seq",)),
}
"""What tells the rows of a table apart, and puts them into an order."""
OF_ANY_TYPE: Final = frozenset({"notes_before", "cards_before"})
"""Tables whose columns take any type; bytes are not among what is written to them."""
CONTENT_COLUMNS: Final = ("kind", "front", "back", "context", "topic")
"""What makes a note say something else; tags do not."""


@cache
def _hash() -> "type[blake2b]":
    from hashlib import blake2b  # noqa: PLC0415 - reading does without

    return blake2b  # kept, because looking an import up again at every row is felt


def row_checksum(*values: object) -> bytes:
    """Return eight bytes that change when any bit of the values does; text counts as its UTF-8."""
    return exact_checksum(tuple([value.encode() if isinstance(value, str) else value for value in values]))


def exact_checksum(values: tuple[object, ...]) -> bytes:
    """Return `row_checksum` of values in which text is bytes already."""
    return _hash()(repr(values).encode(), digest_size=8).digest()


def seal_of(table: str, row: Mapping[str, object]) -> bytes:
    """Return the checksum of a row, given all of its sealed columns."""
    return row_checksum(*[row[column] for column in CHECKED_COLUMNS[table]])


def as_stored(column: str) -> str:
    """Return the SQL that reads a column with text as its bytes, because damaged text may be no text any more."""
    return f"CASE typeof({column}) WHEN 'text' THEN CAST({column} AS BLOB) ELSE {column} END"


def is_mistyped(table: str) -> str:
    """Return the SQL that tells whether a row has bytes for a text, which checksums take for the same.

    Where columns are of one type each, SQLite's own check sees it.
    """
    if table not in OF_ANY_TYPE:
        return "0"
    return f"'blob' IN ({', '.join(f'typeof({column})' for column in CHECKED_COLUMNS[table])})"


def expression(columns: tuple[str, ...], *before: str) -> str:
    """Return the SQL that computes the checksum of a row as it stands in the file."""
    return f"{FUNCTION}({', '.join((*before, *map(as_stored, columns)))})"


def checked_rows(table: str) -> tuple[str, str]:
    """Return the SQL of a table's rows and of what tells whether one of them is as it was written."""
    columns = CHECKED_COLUMNS[table]
    if columns is not CHAINED_COLUMNS:
        return table, f"(checksum IS {expression(columns)} AND NOT {is_mistyped(table)})"
    rows = f"(SELECT *, lag(checksum) OVER (ORDER BY seq) AS previous FROM {table})"
    return rows, f"checksum IS {expression(columns, 'previous')}"
