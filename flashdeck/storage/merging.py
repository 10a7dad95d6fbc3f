"""Reads a collection as plain contents, and makes it hold others."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from flashdeck.domain.card import card_uid
from flashdeck.domain.card_state import NewState
from flashdeck.domain.ids import NoteId
from flashdeck.domain.note import NoteContent, NoteKind
from flashdeck.storage import note_past
from flashdeck.storage.connection import Connection
from flashdeck.storage.contents import Contents, NoteContents, Row, SourceContents, read_contents
from flashdeck.storage.decks import DeckRepository
from flashdeck.storage.note_cards import ordinals
from flashdeck.storage.notes import NoteRepository
from flashdeck.storage.reviews import ReviewRepository
from flashdeck.storage.rows import state_columns
from flashdeck.storage.settings import SettingsRepository

_LOST_DECK: Final = "Found again"
"""Where notes go whose deck cannot be read any more."""
_NOTHING_BEFORE: Final = {"digest": None, "before": None, "changed_before": None, "changed_to": None}
_NO_FLAGS: Final = {"is_suspended": 0, "buried_until": None, "flagged_at": None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What became different, in numbers.

    Attributes:
        notes_changed: notes with another text; another instant, source, deck or tag alone does not count.
    """

    notes_added: int
    notes_changed: int
    notes_deleted: int
    answers_added: int


class MergeRepository:
    """The collection as a whole. Writing happens inside `Collection.atomic`, and schedules are replayed after it."""

    def __init__(
        self,
        connection: Connection,
        notes: NoteRepository,
        decks: DeckRepository,
        reviews: ReviewRepository,
        settings: SettingsRepository,
    ) -> None:
        self._connection = connection
        self._notes = notes
        self._decks = decks
        self._reviews = reviews
        self._settings = settings

    def read(self) -> Contents:
        """Return all that the collection holds."""
        return read_contents(self._read_table)

    def _read_table(self, table: str) -> list[dict[str, Any]]:
        changed = " WHERE existed = 1" if table.endswith("_before") else ""  # what was added says nothing of before
        return self._connection.select(f"SELECT * FROM {table}{changed}")

    def write(self, before: Contents, wanted: Contents) -> Changes:
        """Let the collection, which holds `before`, hold what is wanted; the log only grows.

        While an operation is recorded, all of it is kept in mind, so that `undo` can take it back.
        """
        recording = self._connection.value("SELECT operation FROM recording")
        if recording is not None:
            self._keep_in_mind(int(recording), before, wanted)
        for sha256 in sorted(wanted.sources.keys() - before.sources.keys()):
            self._add_source(wanted.sources[sha256])
        gone = sorted(before.notes.keys() - wanted.notes.keys())
        self._delete(gone)
        added, changed = self._write_notes(before, wanted)
        for uid, deleted_at in wanted.deleted.items():
            if before.deleted.get(uid) != deleted_at:
                note_past.set_deletion(self._connection, uid, deleted_at)
        for name, (value, changed_at) in wanted.settings.items():
            if before.settings.get(name) != (value, changed_at):
                self._settings.put_row(name, value, changed_at)
        missing = [wanted.log[uid] for uid in wanted.log.keys() - before.log.keys()]
        answers = sum(
            self._reviews.append_row(row) and row["kind"] != "undo"
            for row in sorted(missing, key=lambda row: (row["place"], row["uid"]))
        )
        return Changes(notes_added=added, notes_changed=changed, notes_deleted=len(gone), answers_added=answers)

    def _keep_in_mind(self, operation: int, before: Contents, wanted: Contents) -> None:
        """Store what becomes different beside notes, cards and log."""

        def keep(kind: str, name: str, **columns: object) -> None:
            row = {"operation": operation, "kind": kind, "name": name, **_NOTHING_BEFORE, **columns}
            self._connection.insert_sealed("merged", row)

        for sha256 in wanted.sources.keys() - before.sources.keys():
            keep("source", sha256)
        for uid, note in wanted.notes.items():
            known = before.notes[uid].versions if uid in before.notes else self._versions(uid)
            for digest in note.versions - known:
                keep("version", uid, digest=digest)
        for uid, deleted_at in wanted.deleted.items():
            if before.deleted.get(uid) != deleted_at:
                keep("deletion", uid, before=before.deleted.get(uid))
        for name, (value, changed_at) in wanted.settings.items():
            old_value, old_changed_at = before.settings.get(name, (None, None))
            if (old_value, old_changed_at) != (value, changed_at):
                keep("setting", name, before=old_value, changed_before=old_changed_at, changed_to=changed_at)

    def _versions(self, uid: str) -> frozenset[bytes]:
        rows = self._connection.tuples("SELECT digest FROM note_versions WHERE note_uid = ?", [uid])
        return frozenset(digest for (digest,) in rows)

    def undo(self, operation: int) -> None:
        """Take back what a merge changed beside notes and cards, which are back already.

        A setting that the user has changed since stays.
        """
        for row in self._connection.select("SELECT * FROM merged WHERE operation = ? ORDER BY seq", [operation]):
            match row["kind"]:
                case "source":
                    self._connection.execute("DELETE FROM sources WHERE sha256 = ?", [row["name"]])
                case "version":
                    note_past.remove_version(self._connection, row["name"], row["digest"])
                case "deletion":
                    note_past.set_deletion(self._connection, row["name"], row["before"])
                case _:
                    self._put_setting_back(row)
        self._connection.execute("DELETE FROM merged WHERE operation = ?", [operation])
        sql = "SELECT answers_from, answers_to FROM operations WHERE seq = ? AND answers_from IS NOT NULL"
        for first_seq, last_seq in self._connection.tuples(sql, [operation]):
            self._reviews.take_out(first_seq, last_seq)

    def _put_setting_back(self, row: Row) -> None:
        name = row["name"]
        changed_at = self._connection.value("SELECT changed_at FROM settings WHERE name = ?", [name])
        if changed_at != row["changed_to"]:
            return
        if row["before"] is None:
            self._settings.remove(name)
        else:
            self._settings.put_row(name, row["before"], row["changed_before"])

    def _add_source(self, source: SourceContents) -> None:
        source_id = self._connection.insert_sealed("sources", source.columns)
        for slide in source.slides:
            self._connection.insert_sealed("slides", {**slide, "source_id": source_id})

    def _delete(self, uids: Iterable[str]) -> None:
        for uid in uids:
            note_id = self._notes.id_of(uid)
            with self._notes.reindexed(note_id):
                self._connection.execute("DELETE FROM notes WHERE id = ?", [note_id])

    def _write_notes(self, before: Contents, wanted: Contents) -> tuple[int, int]:
        different = [uid for uid, note in wanted.notes.items() if before.notes.get(uid) != note]
        ids = {uid: self._notes.id_of(uid) for uid in different if uid in before.notes}
        self._notes.free_source_keys(
            note_id
            for uid, note_id in ids.items()
            if before.notes[uid].columns["source_key"] != wanted.notes[uid].columns["source_key"]
        )
        changed = 0
        for uid in different:
            note, old = wanted.notes[uid], before.notes.get(uid)
            if old is None:
                ids[uid] = self._add_note(note)
            elif _says(old) != _says(note):
                self._change_note(ids[uid], note)
                changed += old.digest != note.digest
            self._write_cards(ids[uid], note, {} if old is None else old.flags)
            for digest in note.versions:
                note_past.add_version(self._connection, uid, digest)
        return len(different) - sum(uid in before.notes for uid in different), changed

    def _add_note(self, note: NoteContents) -> NoteId:
        note_id = self._connection.insert_sealed("notes", self._note_columns(note))
        assert note_id is not None
        self._notes.index(NoteId(note_id))
        return NoteId(note_id)

    def _change_note(self, note_id: NoteId, note: NoteContents) -> None:
        with self._notes.reindexed(note_id):
            self._connection.update("notes", self._note_columns(note), note_id)

    def _note_columns(self, note: NoteContents) -> dict[str, object]:
        source_id = self._connection.value("SELECT id FROM sources WHERE sha256 = ?", [note.sha256])
        return {
            **note.columns,
            "deck_id": self._decks.get_or_create(note.deck_name or _LOST_DECK),
            "source_id": source_id,
        }

    def _write_cards(self, note_id: NoteId, note: NoteContents, before: Mapping[int, Row]) -> None:
        content = NoteContent(kind=NoteKind(note.columns["kind"]), front=note.columns["front"], back="")
        cards = set(ordinals(content))
        for ordinal in before.keys() - cards:
            self._connection.execute("DELETE FROM cards WHERE note_id = ? AND ordinal = ?", [note_id, ordinal])
        position = next((row["position"] for row in note.flags.values()), note_id)
        for ordinal in sorted(cards):
            flags = note.flags.get(ordinal, {**_NO_FLAGS, "position": position})
            if ordinal not in before:
                place = {"uid": card_uid(note.columns["uid"], ordinal), "note_id": note_id, "ordinal": ordinal}
                self._connection.insert_sealed("cards", {**place, **flags, **state_columns(NewState())})
            elif before[ordinal] != flags:
                card_id = self._connection.value(
                    "SELECT id FROM cards WHERE note_id = ? AND ordinal = ?", [note_id, ordinal]
                )
                self._connection.update("cards", flags, card_id)


def _says(note: NoteContents) -> tuple[Row, str | None, str | None]:
    return note.columns, note.deck_name, note.sha256
