"""The files in a package: one database, in one of three formats, and pictures under numbers.

| member of the archive | written by | what it is |
|---|---|---|
| `collection.anki21b` | Anki 2.1.50 and later | SQLite packed with zstd, media map in protocol buffers |
| `collection.anki21` | Anki 2.1 | SQLite |
| `collection.anki2` | Anki 2.0, other programs | SQLite; beside one of the others only a request to update |
"""

import json
import unicodedata
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

import zstandard

from flashdeck.errors import AnkiPackageError
from flashdeck.interop.anki_package import wire
from flashdeck.messages import Message
from flashdeck.zip_limits import TORN, Archive, is_swollen, open_zip, read_member

PACKAGE: Final = Archive(
    error=AnkiPackageError,
    noun=Message("Anki package"),
    smaller=Message("export fewer decks at once"),
    max_members=50_000,
    max_total_bytes=16 << 30,
)
MAX_DATABASE_BYTES: Final = 1 << 30
MAX_PICTURE_BYTES: Final = 32 << 20
_MAX_MEDIA_MAP_BYTES: Final = 32 << 20
_MAX_META_BYTES: Final = 1 << 10
_NEWEST_VERSION: Final = 3
_VERSION_FIELD, _ENTRY_FIELD, _NAME_FIELD = 1, 1, 1
_PACKED: Final = "collection.anki21b"
_DATABASES: Final = (_PACKED, "collection.anki21", "collection.anki2")
_WIDEST_WINDOW: Final = 1 << 27
_CHUNK: Final = 1 << 20


class PackageFiles:
    """An open package."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self.name = name
        self._archive = archive
        self._members = set(archive.namelist())
        found = [member for member in _DATABASES if member in self._members]
        if not found:
            raise AnkiPackageError(
                Message("{name} is no Anki package; choose a file that Anki has exported.", name=name)
            )
        self._refuse_newer()
        self._database = found[0]
        self.is_packed = found[0] == _PACKED
        self._media = self._read_media_map()

    @property
    def is_fallback(self) -> bool:
        """Whether the database is the one that stands for a newer format where that one is missing."""
        return self._database == _DATABASES[-1]

    def unpack_database(self, target: Path) -> None:
        """Write the database as plain SQLite.

        Raises:
            AnkiPackageError: it is too large, or damaged.
        """
        with target.open("wb") as file:
            for chunk in self._chunks(self._database, packed=self.is_packed, max_bytes=MAX_DATABASE_BYTES):
                file.write(chunk)

    def media(self, name: str) -> bytes | None:
        """Return a media file by the name that cards call it by; None when it is missing or too large.

        Raises:
            AnkiPackageError: it is damaged.
        """
        member = self._media.get(unicodedata.normalize("NFC", name))
        if member is None or member not in self._members:
            return None
        if self._archive.getinfo(member).file_size > MAX_PICTURE_BYTES:
            return None
        try:
            return b"".join(self._chunks(member, packed=self.is_packed, max_bytes=MAX_PICTURE_BYTES))
        except _TooLargeError:
            return None

    def _refuse_newer(self) -> None:
        if "meta" not in self._members:
            return
        meta = read_member(self._archive, "meta", self.name, PACKAGE, _MAX_META_BYTES)
        try:
            version = wire.integer(meta, _VERSION_FIELD)
        except ValueError as error:
            raise PACKAGE.damaged(self.name, "meta") from error
        if version > _NEWEST_VERSION:
            raise AnkiPackageError(
                Message(
                    "{name} has a format newer than this program; in Anki, export it again and tick 'Support "
                    "older Anki versions'.",
                    name=self.name,
                )
            )

    def _read_media_map(self) -> dict[str, str]:
        """Return the member of the archive that each media file is, by its name."""
        if "media" not in self._members:
            return {}
        try:
            data = b"".join(self._chunks("media", packed=self.is_packed, max_bytes=_MAX_MEDIA_MAP_BYTES))
            named = _packed_names(data) if self.is_packed else _plain_names(data)
        except (ValueError, RecursionError) as error:
            raise PACKAGE.damaged(self.name, "media") from error
        return {unicodedata.normalize("NFC", name): member for member, name in named.items()}

    def _chunks(self, member: str, *, packed: bool, max_bytes: int) -> Iterator[bytes]:
        """Yield a member's bytes, counted, whatever sizes it declares."""
        small = self._archive.getinfo(member).compress_size
        size = 0
        try:
            with self._archive.open(member) as file, _unpacked(file, packed=packed) as plain:
                while chunk := plain.read(_CHUNK):
                    size += len(chunk)
                    if size > max_bytes or is_swollen(size, small):
                        raise _TooLargeError(str(PACKAGE.too_large(self.name, size)))
                    yield chunk
        except (*TORN, zstandard.ZstdError) as error:
            raise PACKAGE.damaged(self.name, member) from error


def _packed_names(data: bytes) -> dict[str, str]:
    """Return the name of each media file by its member, which is its place in the map."""
    entries = [value for number, value in wire.fields(data) if number == _ENTRY_FIELD and isinstance(value, bytes)]
    return {str(place): wire.text(entry, _NAME_FIELD) for place, entry in enumerate(entries)}


def _plain_names(data: bytes) -> dict[str, str]:
    named = json.loads(data or b"{}")
    if not isinstance(named, dict):
        raise ValueError("the media map is no map")
    return {str(member): name for member, name in named.items() if isinstance(name, str)}


class _TooLargeError(AnkiPackageError):
    """A member is larger than anything of its kind."""


@contextmanager
def _unpacked(file: IO[bytes], *, packed: bool) -> Iterator[IO[bytes]]:
    if not packed:
        yield file
        return
    # what a frame says of its size must not decide how much memory it gets
    decompressor = zstandard.ZstdDecompressor(max_window_size=_WIDEST_WINDOW)
    with decompressor.stream_reader(file, read_across_frames=True) as reader:
        yield reader


@contextmanager
def open_package(path: Path) -> Iterator[PackageFiles]:
    """Open a package that is safe to read.

    Raises:
        AnkiPackageError: it is missing, unreadable, damaged, of a newer format or no Anki package.
    """
    with open_zip(path, path.name, PACKAGE) as archive:
        yield PackageFiles(archive, path.name)
