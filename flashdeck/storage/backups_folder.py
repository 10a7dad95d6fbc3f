"""Where the backups of a collection are, and whether there are any."""

from pathlib import Path
from typing import Final

BEFORE_VERSION: Final = "before-version"
BEFORE_MERGE: Final = "before-merge"
BEFORE_REPAIR: Final = "before-repair"
"""How the names of copies begin that are kept for good."""
STAMP: Final = "%Y%m%d-%H%M%S"
"""How an instant in UTC stands in the name of a copy."""


def backups_folder_of(collection_path: Path) -> Path:
    """Return the folder beside the collection, which need not exist."""
    return collection_path.with_name(collection_path.stem + "-backups")


def has_backups(collection_path: Path) -> bool:
    """Whether there are backups of a collection, good or not."""
    return any(backups_folder_of(collection_path).glob("*.flashdeck"))
