"""The pictures of cards, in a folder beside the collection."""

import hashlib
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from flashdeck.durable_files import replacing
from flashdeck.errors import CollectionError
from flashdeck.file_faults import reason_of
from flashdeck.messages import Message
from flashdeck.services.clock import Clock
from flashdeck.services.collection_file import media_folder_of
from flashdeck.storage import backups
from flashdeck.storage.backups_folder import backups_folder_of
from flashdeck.storage.collection import Collection

_LEFT_FOR: Final = timedelta(days=7)
_OURS: Final = re.compile(rb"(?<![0-9a-f])([0-9a-f]{32})\.(?:png|jpg|gif|webp)(?![\w.])")
"""A picture that an import took in: it is named by its hash. What the user put beside them has another name."""


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
        raise CollectionError(
            Message(
                "{name} could not be copied beside the collection: {reason}.", name=source.name, reason=reason_of(error)
            )
        ) from error


def faults_of(collection: Collection) -> tuple[str, ...]:
    """Return one sentence a picture that notes show and that is missing or not what was taken in."""
    media = media_folder_of(collection.path)
    return tuple(_faults_of(media, sorted(_named(collection.health.texts(with_history=False)))))


def _faults_of(media: Path, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        try:
            with (media / name).open("rb") as picture:
                digest = hashlib.file_digest(picture, "sha256").hexdigest()
        except OSError:
            yield Message("picture {name} is missing", name=name)
        else:
            if not name.startswith(digest[:32]):
                yield Message("picture {name} is not as it was taken in", name=name)


def sweep(collection: Collection, clock: Clock) -> tuple[Path, ...]:
    """Delete the pictures that were left behind a week ago or earlier; return where they were.

    Those that a note shows stay, and those that one showed before something that can be taken back or in a backup.
    Not between `take` and the notes that show what it took.
    """
    left = _old_pictures(collection.path, clock.now())
    if left:
        _leave_out_shown(left, collection.path, collection.health.texts(with_history=True))
    for path in left.values():
        with suppress(OSError):  # it takes room and harms nothing
            path.unlink()
    return tuple(left.values())


def may_sweep(path: Path, copy: Path, now: datetime) -> bool:
    """Whether there is anything to `sweep`, by a copy of the collection at `path` that nobody writes."""
    left = _old_pictures(path, now)
    if left:
        _leave_out_shown(left, path, backups.texts(copy))
    return bool(left)


def _old_pictures(path: Path, now: datetime) -> dict[str, Path]:
    before = (now - _LEFT_FOR).timestamp()
    return {
        picture.name: picture
        for picture in media_folder_of(path).glob("*")
        if _OURS.fullmatch(picture.name.encode()) and picture.stat().st_mtime < before
    }


def _leave_out_shown(left: dict[str, Path], path: Path, texts: Iterable[bytes]) -> None:
    for name in _named(texts):
        left.pop(name, None)
    for backup in _copies_of(path):
        if not left:
            return
        for name in _named(backups.texts(backup)):
            left.pop(name, None)


def _copies_of(path: Path) -> Iterator[Path]:
    yield from backups_folder_of(path).glob("*.flashdeck")
    yield from path.parent.glob(f"{path.stem}-*{path.suffix}")  # what was moved aside


def _named(texts: Iterable[bytes]) -> set[str]:
    return {found.group().decode() for text in texts for found in _OURS.finditer(text)}
