"""Opens a zip archive only after its directory shows that it can be read in bounded time and memory."""

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from flashdeck.errors import FlashdeckError
from flashdeck.file_faults import unreadable
from flashdeck.messages import Message

MAX_RATIO: Final = 200
"""Of a member's size to its compressed size, above `RATIO_FREE_BYTES`."""
RATIO_FREE_BYTES: Final = 10 << 20
_BYTES_OF_AN_ENTRY: Final = 400
"""No honest directory needs more for each of the members allowed."""
_LOCAL_HEADER_BYTES: Final = 30
_PACKING_BYTES: Final = 1024
_ENCRYPTED_FLAG: Final = 0x1
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
TORN: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError)
"""What reading a member of a torn or lying archive raises."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """A kind of file that is a zip archive, and how much one may hold.

    Attributes:
        error: what is raised about one that cannot be read.
        noun: what people call it.
        smaller: what to do about one that is too large.
    """

    error: type[FlashdeckError]
    noun: Message
    smaller: Message
    max_members: int
    max_total_bytes: int

    def damaged(self, name: str, part: str = "") -> FlashdeckError:
        """Return the error for a file that cannot be read to its end: which part of it, or what is wrong with that."""
        if not part:
            return self.error(
                Message("{name} is damaged; get a fresh copy, or open it in its program and save it again.", name=name)
            )
        return self.error(
            Message(
                "{name} is damaged ({part}); get a fresh copy, or open it in its program and save it again.",
                name=name,
                part=part,
            )
        )

    def too_many(self, name: str) -> FlashdeckError:
        """Return the error for a file of more members than its kind has."""
        return self.error(
            Message(
                "{name} holds more than {max_members:,} files, which no {noun} does; choose another.",
                name=name,
                max_members=self.max_members,
                noun=self.noun,
            )
        )

    def too_large(self, name: str, size: int) -> FlashdeckError:
        """Return the error for a file that would fill disk or memory."""
        return self.error(
            Message(
                "{name} would unpack to {size:,} MB, which is not safe to read; choose another file.",
                name=name,
                size=size >> 20,
            )
        )


@contextmanager
def open_zip(path: Path, name: str, kind: Archive) -> Iterator[zipfile.ZipFile]:
    """Open an archive whose members are few, small, apart, readable and not encrypted.

    Raises:
        FlashdeckError: the kind's: there is no such file, it may not be read, is no zip archive, or not safe to read.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            # reading a pipe or a device may wait for ever
            if stat.S_ISDIR(status.st_mode):
                raise kind.error(Message("{name} is a folder; choose a file.", name=name))
            raise kind.error(Message("{name} is a device or a pipe; choose a file.", name=name))
        raw = _DirectoryFile(path, kind.max_members * _BYTES_OF_AN_ENTRY)
    except (OSError, ValueError) as error:
        raise kind.error(unreadable(name, error)) from error
    with raw, _open_directory(raw, name, kind) as archive:
        _check(archive, name, kind)
        yield archive


def read_member(archive: zipfile.ZipFile, member: str, name: str, kind: Archive, max_bytes: int) -> bytes:
    """Return a member's bytes.

    Args:
        archive: from `open_zip`.
        member: its name in the archive.
        name: of the archive, for messages.
        kind: of the archive.
        max_bytes: the most that is read.

    Raises:
        FlashdeckError: the kind's: the member is larger, torn or does not match its check sum.
    """
    if archive.getinfo(member).file_size > max_bytes:
        raise kind.error(
            Message(
                "{name} holds {member} of more than {limit} MB; {smaller} and try again.",
                name=name,
                member=member,
                limit=max_bytes >> 20,
                smaller=kind.smaller,
            )
        )
    try:
        return archive.read(member)
    except TORN as error:
        raise kind.damaged(name, member) from error


class _TooLargeDirectoryError(Exception):
    """The archive's directory has more bytes than the members allowed need."""


class _DirectoryFile(io.FileIO):
    """A file that gives at most a directory's worth of bytes at once until it `is_open`.

    `zipfile` reads the whole directory before it can be asked how many members there are.
    """

    def __init__(self, path: Path, max_directory_bytes: int) -> None:
        super().__init__(path)
        self.is_open = False
        self._max_bytes = max_directory_bytes

    def read(self, size: int | None = -1, /) -> bytes:
        """Return bytes as `io.FileIO` does."""
        if self.is_open:
            return super().read(size) or b""
        if size is not None and size > self._max_bytes:
            raise _TooLargeDirectoryError
        return super().read(self._max_bytes if size is None or size < 0 else size) or b""


def _open_directory(raw: _DirectoryFile, name: str, kind: Archive) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(raw)
    except _TooLargeDirectoryError:
        raise kind.too_many(name) from None
    except TORN as error:
        raise kind.damaged(name) from error
    raw.is_open = True
    return archive


def _check(archive: zipfile.ZipFile, name: str, kind: Archive) -> None:
    members = archive.infolist()
    if len(members) > kind.max_members:
        raise kind.too_many(name)
    if any(member.flag_bits & _ENCRYPTED_FLAG for member in members):
        raise kind.error(Message("{name} is encrypted; take its password off and try again.", name=name))
    if any(member.compress_type not in _METHODS for member in members):
        raise kind.error(
            Message("{name} is packed in an unusual way; open it in its program and save it again.", name=name)
        )
    size = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    swollen = any(is_swollen(member.file_size, member.compress_size) for member in members)
    if size > kind.max_total_bytes or swollen or is_swollen(size, packed):
        raise kind.too_large(name, size)
    # a member packed larger than it is lies: its packed bytes are read in one piece
    lies = any(member.compress_size > member.file_size + member.file_size // 10 + _PACKING_BYTES for member in members)
    if lies or _overlap(members, archive.start_dir):
        raise kind.damaged(name)


def is_swollen(size: int, packed: int) -> bool:
    """Whether so few bytes grow to so many as only a bomb's do."""
    return size > RATIO_FREE_BYTES and size > MAX_RATIO * packed


def _overlap(members: Sequence[zipfile.ZipInfo], directory: int) -> bool:
    """Whether two members share bytes, or one shares them with the directory."""
    end = 0
    for member in sorted(members, key=lambda member: member.header_offset):
        if member.header_offset < end:
            return True
        end = member.header_offset + _LOCAL_HEADER_BYTES + member.compress_size
    return end > directory
