"""All that a collection holds, as plain rows without numbers of its own: what two collections have in common."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final

from flashdeck.storage.checksums import CHAINED_COLUMNS, CONTENT_COLUMNS, row_checksum
from flashdeck.storage.operations import MERGE

Row = Mapping[str, Any]
ReadTable = Callable[[str], list[dict[str, Any]]]
"""Returns the rows of a table that can be read."""

NOTE_COLUMNS: Final = (
    *("uid", "kind", "front", "back", "context", "topic", "tags", "sibling_key", "rule", "score", "source_key"),
    *("imported_front", "imported_back", "slide_number", "first_line", "last_line", "created_at", "modified_at"),
)
FLAG_COLUMNS: Final = ("position", "is_suspended", "buried_until", "flagged_at")
DECIDED_COLUMNS: Final = ("is_suspended", "buried_until")
"""What the user decides of a card, each by itself; `flagged_at` is when one of them was decided last."""
_SOURCE_COLUMNS: Final = ("file_name", "format", "sha256", "imported_at")
_SLIDE_COLUMNS: Final = ("number", "section", "topic", "title", "first_line", "last_line", "lines")
LOCAL_SETTINGS: Final = frozenset({"sitting", "unseen_leeches"})
"""What one collection remembers for itself alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteContents:
    """A note.

    Attributes:
        columns: those of NOTE_COLUMNS.
        deck_name: None when the deck cannot be read any more.
        sha256: of the file its slide is in; None for a note made by hand.
        versions: digests of what the note said earlier.
        flags: those of FLAG_COLUMNS for each card, by its place in the note.
        tag_changes: instant at which each tag was last given or taken away, as far as that can be taken back.
        flag_changes: instant of the last change of each of DECIDED_COLUMNS, likewise, by the card's place in the note.
    """

    columns: Row
    deck_name: str | None
    sha256: str | None
    versions: frozenset[bytes]
    flags: Mapping[int, Row]
    tag_changes: Mapping[str, str] = field(default_factory=dict, compare=False)
    flag_changes: Mapping[int, Mapping[str, str]] = field(default_factory=dict, compare=False)

    @property
    def digest(self) -> bytes:
        """What the note says, without its tags."""
        return row_checksum(*(self.columns[name] for name in CONTENT_COLUMNS))


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceContents:
    """An imported file with its slides."""

    columns: Row
    slides: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """All that a collection holds.

    Attributes:
        notes: by uid.
        sources: by the hash of the file.
        log: entries by uid, with their places.
        settings: value as JSON and instant of the last change, by name.
        deleted: instant of the deletion of notes that are gone, by uid.
    """

    notes: Mapping[str, NoteContents] = field(default_factory=dict)
    sources: Mapping[str, SourceContents] = field(default_factory=dict)
    log: Mapping[str, Row] = field(default_factory=dict)
    settings: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    deleted: Mapping[str, str] = field(default_factory=dict)


def read_contents(read: ReadTable) -> Contents:
    """Return what the rows of the tables come to; rows that lean on others that are not there are taken as they are."""
    sources = {row["id"]: row for row in read("sources")}
    slides: dict[int, list[Row]] = {}
    for row in read("slides"):
        slides.setdefault(row["source_id"], []).append(_only(row, _SLIDE_COLUMNS))
    return Contents(
        notes=_notes(read, {key: row["sha256"] for key, row in sources.items()}),
        sources={
            row["sha256"]: SourceContents(columns=_only(row, _SOURCE_COLUMNS), slides=tuple(slides.get(key, ())))
            for key, row in sources.items()
        },
        log={row["uid"]: _only(row, CHAINED_COLUMNS) for row in read("review_log")},
        settings={
            row["name"]: (row["value"], row["changed_at"])
            for row in read("settings")
            if row["name"] not in LOCAL_SETTINGS
        },
        deleted={row["uid"]: row["deleted_at"] for row in read("deleted_notes")},
    )


def _notes(read: ReadTable, hashes: Mapping[int, str]) -> dict[str, NoteContents]:
    decks = {row["id"]: row["name"] for row in read("decks")}
    versions: dict[str, set[bytes]] = {}
    for row in read("note_versions"):
        versions.setdefault(row["note_uid"], set()).add(row["digest"])
    flags: dict[int, dict[int, Row]] = {}
    for row in read("cards"):
        flags.setdefault(row["note_id"], {})[row["ordinal"]] = _only(row, FLAG_COLUMNS)
    # what came with a merge was decided elsewhere, at a time that the other side knows
    done_at = {row["seq"]: row["done_at"] for row in read("operations") if row["kind"] != MERGE}
    notes_before = _before(read("notes_before"), "uid")
    cards_before = _before(read("cards_before"), "note_id", "ordinal")
    return {
        row["uid"]: NoteContents(
            columns=_only(row, NOTE_COLUMNS),
            deck_name=decks.get(row["deck_id"]),
            sha256=hashes.get(row["source_id"]),
            versions=frozenset(versions.get(row["uid"], ())),
            flags=flags.get(row["id"], {}),
            tag_changes=_tag_changes([*notes_before.get((row["uid"],), ()), row], done_at),
            flag_changes={
                ordinal: _flag_changes([*cards_before.get((row["id"], ordinal), ()), now])
                for ordinal, now in flags.get(row["id"], {}).items()
            },
        )
        for row in read("notes")
    }


def _before(rows: Iterable[Row], *key: str) -> dict[tuple[object, ...], list[Row]]:
    """Return what operations kept of the rows that they changed, oldest first, by what tells those apart."""
    found: dict[tuple[object, ...], list[Row]] = {}
    for row in sorted(rows, key=lambda row: row["seq"]):
        if row["existed"]:
            found.setdefault(tuple(row[name] for name in key), []).append(row)
    return found


def _tag_changes(versions: Sequence[Row], done_at: Mapping[int, str]) -> dict[str, str]:
    changes: dict[str, str] = {}
    for old, new in pairwise(versions):
        for tag in set(old["tags"].split()) ^ set(new["tags"].split()):
            changes[tag] = done_at.get(old["operation"], "")
    return changes


def _flag_changes(versions: Sequence[Row]) -> dict[str, str]:
    return {
        name: new["flagged_at"] or ""
        for old, new in pairwise(versions)
        for name in DECIDED_COLUMNS
        if old[name] != new[name]
    }


def _only(row: Row, names: tuple[str, ...]) -> Row:
    return {name: row[name] for name in names}
