"""What is kept of notes that are gone or said something else, for uniting with a collection that is behind."""

from flashdeck.storage.checksums import row_checksum
from flashdeck.storage.connection import Connection


def add_version(connection: Connection, note_uid: str, digest: bytes) -> None:
    """Keep the digest of what a note said once."""
    connection.execute(
        "INSERT OR IGNORE INTO note_versions (note_uid, digest, checksum) VALUES (?, ?, ?)",
        [note_uid, digest, row_checksum(note_uid, digest)],
    )


def remove_version(connection: Connection, note_uid: str, digest: bytes) -> None:
    """Forget that a note said something once."""
    connection.execute("DELETE FROM note_versions WHERE note_uid = ? AND digest = ?", [note_uid, digest])


def set_deletion(connection: Connection, note_uid: str, deleted_at: str | None) -> None:
    """Keep when a note was deleted; None when it was not."""
    connection.execute("DELETE FROM deleted_notes WHERE uid = ?", [note_uid])
    if deleted_at is not None:
        connection.insert_sealed("deleted_notes", {"uid": note_uid, "deleted_at": deleted_at})
