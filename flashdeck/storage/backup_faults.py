"""What is said of a backup that could not be made, however it was tried."""

from pathlib import Path

from flashdeck.errors import CollectionDamagedError, CollectionError
from flashdeck.file_faults import reason_of
from flashdeck.messages import Message


def not_written(target: Path, error: OSError) -> CollectionError:
    """Return the fault of a disk that did not let it be written."""
    return CollectionError(
        Message("The backup {target} could not be written: {reason}.", target=target, reason=reason_of(error))
    )


def unlike(target: Path) -> CollectionDamagedError:
    """Return the fault of a copy that is not the collection."""
    return CollectionDamagedError(
        Message("The backup {copy} does not hold what the collection holds. Check the disk and try again.", copy=target)
    )
