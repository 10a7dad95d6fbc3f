"""Files that are either the old one or the new one, also after a power cut."""

import os
from pathlib import Path


def replace_durably(written: Path, target: Path) -> None:
    """Put a finished file in the place of `target`, with file and folder on the disk before this returns."""
    _sync(written)
    written.replace(target)
    if os.name == "posix":  # elsewhere a folder cannot be opened
        _sync(target.parent)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
