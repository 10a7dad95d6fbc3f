"""Copies of imported PDFs beside the collection, so that a card can show the page it came from."""

import hashlib
import shutil
from pathlib import Path
from typing import Final

from flashdeck.durable_files import replacing
from flashdeck.errors import CollectionError
from flashdeck.file_faults import reason_of
from flashdeck.messages import Message

_KEPT_ENDINGS: Final = frozenset({".pdf"})


def folder_of(collection_path: Path) -> Path:
    """Return where the copies of a collection are."""
    return collection_path.with_name(collection_path.stem + "-sources")


def keep(collection_path: Path, path: Path, sha256: str) -> None:
    """Keep a copy of a PDF, named by its hash; other files are shown by their lines and need none.

    A file that was changed since it was read is not kept.

    Raises:
        CollectionError: the copy could not be written.
    """
    ending = path.suffix.lower()
    target = folder_of(collection_path) / f"{sha256}{ending}"
    if ending not in _KEPT_ENDINGS or target.exists():
        return
    try:
        with replacing(target) as partial:
            shutil.copyfile(path, partial)
            with partial.open("rb") as copy:
                is_same = hashlib.file_digest(copy, "sha256").hexdigest() == sha256
            if not is_same:
                partial.unlink()
    except OSError as error:
        raise CollectionError(
            Message(
                "A copy of {name} could not be kept beside the collection: {reason}.",
                name=path.name,
                reason=reason_of(error),
            )
        ) from error


def find(collection_path: Path, sha256: str) -> Path | None:
    """Return the kept copy of a source, None when there is none."""
    path = folder_of(collection_path) / f"{sha256}.pdf"
    return path if path.is_file() else None
