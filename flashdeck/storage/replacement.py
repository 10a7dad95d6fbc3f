"""What takes the place of a closed collection, and where that is kept as it was."""

from datetime import UTC, datetime
from pathlib import Path

from flashdeck.durable_files import make_folder, replace_durably, sync_names
from flashdeck.storage.backups_folder import STAMP
from flashdeck.storage.copying import link_or_copy


def keep_aside(collection_path: Path, occasion: str, *, now: datetime) -> Path | None:
    """Keep a closed collection under another name before it is replaced; return that name, None when it is gone.

    Its write-ahead log, which may be all that is left of it, goes along and is gone from its old place, where it would
    be taken for that of the new file.
    """
    was_there = collection_path.exists()
    aside = aside_of(collection_path, occasion, now=now)
    _keep_as(collection_path, aside)
    _forget_log(collection_path)
    return aside if was_there else None


def aside_of(collection_path: Path, occasion: str, *, now: datetime) -> Path:
    """Return where `keep_aside` keeps a collection."""
    stamp = now.astimezone(UTC).strftime(STAMP)
    return collection_path.with_name(f"{collection_path.stem}-{occasion}-{stamp}{collection_path.suffix}")


def put_in_place(made: Path, collection_path: Path, *, kept: Path | None) -> None:
    """Put a finished file in the place of a closed collection; at every moment there is the old one or the new one.

    Args:
        made: the file.
        collection_path: the place.
        kept: where the old one is kept; None where a backup holds everything.

    Raises:
        OSError: it could not be done; the old one is where it was.
    """
    if kept is not None:
        make_folder(kept.parent)
        _keep_as(collection_path, kept)
        sync_names(kept.parent)
    _forget_log(collection_path)
    replace_durably(made, collection_path)


def _keep_as(collection_path: Path, kept: Path) -> None:
    for suffix in ("", "-wal"):
        part = collection_path.with_name(collection_path.name + suffix)
        if part.exists():
            link_or_copy(part, kept.with_name(kept.name + suffix))


def _forget_log(collection_path: Path) -> None:
    for suffix in ("-wal", "-shm"):
        collection_path.with_name(collection_path.name + suffix).unlink(missing_ok=True)
