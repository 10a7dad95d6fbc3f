"""Where the backups of a collection are."""

from pathlib import Path


def backups_folder_of(collection_path: Path) -> Path:
    """Return the folder beside the collection, which need not exist."""
    return collection_path.with_name(collection_path.stem + "-backups")
