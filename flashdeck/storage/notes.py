"""Notes, and the slides they came from."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, Final

from flashdeck.domain.card import Card
from flashdeck.domain.ids import CardId, NoteId
from flashdeck.domain.note import NewNote, Note, NoteContent, SlideSource
from flashdeck.errors import NotFoundError
from flashdeck.messages import Message
from flashdeck.storage import note_past
from flashdeck.storage.checksums import CONTENT_COLUMNS, expression
from flashdeck.storage.connection import Connection
from flashdeck.storage.decks import DeckRepository
from flashdeck.storage.note_cards import add_card, ordinals
from flashdeck.storage.note_rows import SELECT_ASKED, SELECT_NOTES, asked_from, content_columns, note_from, tags_text
from flashdeck.storage.rows import instant_text

_BATCH: Final = 500
_INDEXED: Final = "front, back, context, topic, tags"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSlide:
    """A slide as it is kept to be shown beside its cards.

    Attributes:
        lines: what there is to read on it, each line with its number in the file.
    """

    number: int
    section: str
    topic: str
    title: str
    first_line: int | None
    last_line: int | None
    lines: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSource:
    """An imported file."""

    id: int
    file_name: str
    sha256: str
    notes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedNote:
    """A note that came from slides or from another program.

    Attributes:
        front, back: as they came, whatever the user has written since.
        is_edited: whether the user has written something else.
    """

    note: Note
    front: str
    back: str
    is_edited: bool


class NoteRepository:
    """The notes of a collection. Writing happens inside `Collection.atomic`."""

    def __init__(self, connection: Connection, decks: DeckRepository) -> None:
        self._connection = connection
        self._decks = decks

    def add(self, note: NewNote, *, now: datetime, source_id: int | None = None) -> NoteId:
        """Store a note with its cards, placed behind all others in the order of new cards."""
        source = note.source
        note_id = self._connection.insert_sealed(
            "notes",
            {
                "uid": note.uid,
                "deck_id": self._decks.get_or_create(note.deck_name),
                **content_columns(note.content),
                "sibling_key": note.sibling_key or note.uid,
                "rule": note.rule,
                "score": note.score,
                "source_key": note.source_key,
                "imported_front": None,
                "imported_back": None,
                "source_id": source_id,
                "slide_number": None if source is None else source.slide_number,
                "first_line": None if source is None else source.first_line,
                "last_line": None if source is None else source.last_line,
                "created_at": instant_text(now),
                "modified_at": instant_text(now),
            },
        )
        assert note_id is not None
        self.index(NoteId(note_id))
        for ordinal in ordinals(note.content):
            add_card(self._connection, NoteId(note_id), note.uid, ordinal)
        return NoteId(note_id)

    # By hand, because triggers may not write a virtual table while the schema is not trusted.
    def index(self, note_id: NoteId) -> None:
        """Let the search find a note that was just stored."""
        self._connection.execute(
            f"INSERT INTO notes_fts (rowid, {_INDEXED}) SELECT id, {_INDEXED} FROM notes WHERE id = ?", [note_id]
        )

    def _unindex(self, note_id: NoteId) -> None:
        self._connection.execute(
            f"INSERT INTO notes_fts (notes_fts, rowid, {_INDEXED}) SELECT 'delete', id, {_INDEXED}"
            " FROM notes WHERE id = ?",
            [note_id],
        )

    @contextmanager
    def reindexed(self, note_id: NoteId) -> Iterator[None]:
        """Keep the full-text index in step with what happens inside to the row of a note, there or not."""
        self._unindex(note_id)
        yield
        self.index(note_id)

    def get(self, note_id: NoteId) -> Note:
        """Return a note.

        Raises:
            NotFoundError: it was deleted meanwhile.
        """
        rows = self._notes("notes.id = ?", [note_id])
        if not rows:
            raise NotFoundError(Message("This note is no longer in the collection."))
        return rows[0].note

    def _notes(self, where: str, parameters: Sequence[object]) -> list[ImportedNote]:
        rows = self._connection.tuples(f"{SELECT_NOTES} WHERE {where}", parameters)
        return [_imported_from(row) for row in rows]

    def asked_by(self, card_id: CardId) -> tuple[Card, NoteContent, SlideSource | None] | None:
        """Return a card with what is asked of its note and where that is from; None when it was deleted meanwhile."""
        rows = self._connection.tuples(SELECT_ASKED, [card_id])
        return asked_from(rows[0]) if rows else None

    def id_of(self, uid: str) -> NoteId:
        """Return the id of a note.

        Raises:
            NotFoundError: it was deleted meanwhile.
        """
        found = self._connection.value("SELECT id FROM notes WHERE uid = ?", [uid])
        if found is None:
            raise NotFoundError(Message("This note is no longer in the collection."))
        return NoteId(found)

    def get_many(self, note_ids: Sequence[NoteId]) -> tuple[Note, ...]:
        """Return the notes that exist, in the order asked for."""
        found: dict[int, Note] = {}
        for start in range(0, len(note_ids), _BATCH):
            batch = list(note_ids[start : start + _BATCH])
            marks = ", ".join("?" * len(batch))
            found.update((each.note.id, each.note) for each in self._notes(f"notes.id IN ({marks})", batch))
        return tuple(found[note_id] for note_id in note_ids if note_id in found)

    def update_content(self, note_id: NoteId, content: NoteContent, *, now: datetime, by_user: bool = True) -> None:
        """Replace what the user reads; cards of new gaps are added, those of gaps that went are removed.

        What the user wrote (`by_user`) is not replaced by a later import of the slides.
        """
        note = self.get(note_id)
        self._remember_version(note_id)
        with self.reindexed(note_id):
            columns = {**content_columns(content), "modified_at": instant_text(now)}
            if by_user:  # what the slides said stays known, so that a later version of them is recognised
                columns.update(self._as_imported(note_id))
            self._connection.update("notes", columns, note_id)
        wanted = set(ordinals(content))
        present = {
            row["ordinal"] for row in self._connection.select("SELECT ordinal FROM cards WHERE note_id = ?", [note_id])
        }
        for ordinal in sorted(wanted - present):
            add_card(self._connection, note_id, note.uid, ordinal)
        for ordinal in sorted(present - wanted):
            self._connection.execute("DELETE FROM cards WHERE note_id = ? AND ordinal = ?", [note_id, ordinal])

    def set_tag(self, note_id: NoteId, tag: str, *, present: bool) -> None:
        """Tag a note, or take a tag away, on the program's own account: the note does not count as edited."""
        tags = set(self.get(note_id).content.tags) - {tag} | ({tag} if present else set())
        with self.reindexed(note_id):
            self._connection.update("notes", {"tags": tags_text(tuple(tags))}, note_id)

    def _as_imported(self, note_id: NoteId) -> dict[str, object]:
        rows = self._connection.select(
            "SELECT coalesce(imported_front, front) AS imported_front, coalesce(imported_back, back) AS imported_back"
            " FROM notes WHERE id = ?",
            [note_id],
        )
        return rows[0]

    def _remember_version(self, note_id: NoteId) -> None:
        """Keep a digest of what a note says, by which a collection that still says it is known to be behind."""
        sql = f"SELECT uid, {expression(CONTENT_COLUMNS)} FROM notes WHERE id = ?"
        for uid, digest in self._connection.tuples(sql, [note_id]):
            note_past.add_version(self._connection, uid, digest)

    def delete(self, note_ids: Iterable[NoteId], *, now: datetime) -> None:
        """Delete notes and their cards; the review log keeps their answers."""
        for note_id in note_ids:
            self._unindex(note_id)
            self.remember_deletion(note_id, now=now)
            self._connection.execute("DELETE FROM notes WHERE id = ?", [note_id])

    def remember_deletion(self, note_id: NoteId, *, now: datetime) -> None:
        """Keep in mind that a note goes, for uniting with a collection that has it."""
        for (uid,) in self._connection.tuples("SELECT uid FROM notes WHERE id = ?", [note_id]):
            note_past.set_deletion(self._connection, uid, instant_text(now))

    def place(self, note_id: NoteId, place: NewNote, *, source_id: int) -> None:
        """Give a note the deck, slide and keys that a later version of its slides has for it."""
        source = place.source
        columns = {
            "deck_id": self._decks.get_or_create(place.deck_name),
            "source_id": source_id,
            "slide_number": None if source is None else source.slide_number,
            "first_line": None if source is None else source.first_line,
            "last_line": None if source is None else source.last_line,
            "source_key": place.source_key,
            "sibling_key": place.sibling_key or place.uid,
            "rule": place.rule,
            "score": place.score,
        }
        self._connection.update("notes", columns, note_id)

    def free_source_keys(self, note_ids: Iterable[NoteId]) -> None:
        """Take notes their source keys, so that others can have them."""
        for note_id in note_ids:
            self._connection.update("notes", {"source_key": None}, note_id)

    def from_slides(self, source_ids: Iterable[int]) -> tuple[ImportedNote, ...]:
        """Return the notes that came from the sources, in the order of their import."""
        wanted = list(source_ids)
        marks = ", ".join("?" * len(wanted))
        return tuple(self._notes(f"notes.source_id IN ({marks}) ORDER BY notes.id", wanted))

    def imported(self, uids: Iterable[str]) -> dict[str, ImportedNote]:
        """Return the notes of the uids that there are, by uid."""
        wanted = list(uids)
        found: dict[str, ImportedNote] = {}
        for start in range(0, len(wanted), _BATCH):
            batch = wanted[start : start + _BATCH]
            marks = ", ".join("?" * len(batch))
            found.update((each.note.uid, each) for each in self._notes(f"notes.uid IN ({marks})", batch))
        return found

    def edited_by_user(self) -> frozenset[NoteId]:
        """Return the notes from slides in which the user has written something else since."""
        rows = self._connection.select("SELECT id FROM notes WHERE imported_front IS NOT NULL")
        return frozenset(NoteId(row["id"]) for row in rows)

    def sources(self) -> tuple[StoredSource, ...]:
        """Return every imported file, oldest first, with how many notes it has now."""
        rows = self._connection.select(
            "SELECT sources.id, file_name, sha256, count(notes.id) AS notes FROM sources"
            " LEFT JOIN notes ON notes.source_id = sources.id GROUP BY sources.id ORDER BY sources.id"
        )
        return tuple(StoredSource(**row) for row in rows)

    def sources_of_keys(self, keys: Iterable[str]) -> dict[int, int]:
        """Return how many of the source keys each source has."""
        counts: dict[int, int] = {}
        wanted = iter(keys)
        while batch := list(islice(wanted, _BATCH)):
            marks = ", ".join("?" * len(batch))
            sql = f"SELECT source_id FROM notes WHERE source_key IN ({marks}) AND source_id IS NOT NULL"
            for row in self._connection.select(sql, batch):
                counts[row["source_id"]] = counts.get(row["source_id"], 0) + 1
        return counts

    def known_source_keys(self, keys: Iterable[str]) -> frozenset[str]:
        """Return which of the source keys are in the collection already."""
        wanted = iter(keys)
        known: set[str] = set()
        while batch := list(islice(wanted, _BATCH)):
            marks = ", ".join("?" * len(batch))
            sql = f"SELECT source_key FROM notes WHERE source_key IN ({marks})"
            known.update(row["source_key"] for row in self._connection.select(sql, batch))
        return frozenset(known)

    def count(self) -> int:
        """Return how many notes there are."""
        return int(self._connection.value("SELECT count(*) FROM notes"))

    def has_topic(self, topic: str) -> bool:
        """Whether a note has the topic, upper and lower case alike."""
        found = self._connection.value("SELECT 1 FROM notes WHERE topic = ? COLLATE NOCASE LIMIT 1", [topic])
        return found is not None

    def known_uids(self, uids: Iterable[str]) -> frozenset[str]:
        """Return which of the note uids are in the collection already."""
        return frozenset(
            uid for uid in uids if self._connection.value("SELECT 1 FROM notes WHERE uid = ?", [uid]) is not None
        )

    def add_source(
        self, *, file_name: str, file_format: str, sha256: str, slides: Iterable[StoredSlide], now: datetime
    ) -> int:
        """Store an imported file's slides, or find them by the file's hash; return the id of the source."""
        known = self._connection.value("SELECT id FROM sources WHERE sha256 = ?", [sha256])
        if known is not None:
            return int(known)
        columns = {"file_name": file_name, "format": file_format, "sha256": sha256, "imported_at": instant_text(now)}
        source_id = self._connection.insert_sealed("sources", columns)
        assert source_id is not None
        for slide in slides:
            self._connection.insert_sealed(
                "slides",
                {
                    "source_id": source_id,
                    "number": slide.number,
                    "section": slide.section,
                    "topic": slide.topic,
                    "title": slide.title,
                    "first_line": slide.first_line,
                    "last_line": slide.last_line,
                    "lines": json.dumps(slide.lines, ensure_ascii=False),
                },
            )
        return source_id

    def source_sha256(self, note_id: NoteId) -> str | None:
        """Return the hash of the file a note came from, None when it was made by hand."""
        sql = "SELECT sha256 FROM sources JOIN notes ON notes.source_id = sources.id WHERE notes.id = ?"
        found = self._connection.value(sql, [note_id])
        return None if found is None else str(found)

    def slide_of(self, note_id: NoteId) -> StoredSlide | None:
        """Return the slide a note came from, None when it was made by hand."""
        rows = self._connection.select(
            "SELECT slides.* FROM notes JOIN slides"
            " ON slides.source_id = notes.source_id AND slides.number = notes.slide_number WHERE notes.id = ?",
            [note_id],
        )
        if not rows:
            return None
        row = rows[0]
        return StoredSlide(
            number=row["number"],
            section=row["section"],
            topic=row["topic"],
            title=row["title"],
            first_line=row["first_line"],
            last_line=row["last_line"],
            lines=tuple((number, text) for number, text in json.loads(row["lines"])),
        )


def _imported_from(row: tuple[Any, ...]) -> ImportedNote:
    *columns, front, back = row
    note = note_from(columns)
    return ImportedNote(
        note=note,
        front=note.content.front if front is None else front,
        back=note.content.back if back is None else back,
        is_edited=front is not None,
    )
