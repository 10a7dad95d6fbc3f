"""The pictures of cards, in a folder beside the collection."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from flashdeck.durable_files import replacing
from flashdeck.errors import CollectionError
from flashdeck.messages import Message
from flashdeck.services.collection_file import media_folder_of


def take(collection_path: Path, pictures: Iterable[Path]) -> None:
    """Copy the pictures that are missing into the media folder of a collection; links are left out.

    Raises:
        CollectionError: a picture cannot be written.
    """
    media = media_folder_of(collection_path)
    for theirs in sorted(pictures):
        target = media / theirs.name
        if theirs.is_file() and not theirs.is_symlink() and not target.exists():
            _copy_durably(theirs, target)


def _copy_durably(source: Path, target: Path) -> None:
    try:
        with replacing(target) as partial:
            shutil.copyfile(source, partial)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CollectionError(
            Message("{name} could not be copied beside the collection: {reason}.", name=source.name, reason=reason)
        ) from error
