"""Opens a zip archive only after its directory shows that it can be read in bounded time and memory."""

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from flashdeck.errors import SlideFileError

MAX_MEMBERS: Final = 10_000
MAX_TOTAL_BYTES: Final = 1 << 30
MAX_RATIO: Final = 200
"""Of a member's size to its compressed size, above `RATIO_FREE_BYTES`."""
RATIO_FREE_BYTES: Final = 10 << 20
_MAX_DIRECTORY_BYTES: Final = 4 << 20
_LOCAL_HEADER_BYTES: Final = 30
_PACKING_BYTES: Final = 1024
_ENCRYPTED_FLAG: Final = 0x1
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# what reading a member of a torn or lying archive raises
_TORN: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError)


@contextmanager
def open_zip(path: Path, name: str) -> Iterator[zipfile.ZipFile]:
    """Open an archive whose members are few, small, apart, readable and not encrypted.

    Raises:
        SlideFileError: there is no such file, it may not be read, is no zip archive, or not safe to read.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            # reading a pipe or a device may wait for ever
            what = "folder" if stat.S_ISDIR(status.st_mode) else "device or a pipe"
            raise SlideFileError(f"{name} is a {what}; choose a file.")
        raw = _DirectoryFile(path)
    except (FileNotFoundError, NotADirectoryError):
        raise SlideFileError(f"There is no file {name}; check the name and the folder.") from None
    except PermissionError:
        raise SlideFileError(f"{name} may not be read; allow yourself to read it and try again.") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise SlideFileError(f"{name} cannot be read ({reason}); copy it elsewhere and try again.") from error
    with raw, _open_directory(raw, name) as archive:
        _check(archive, name)
        yield archive


def read_member(archive: zipfile.ZipFile, member: str, name: str, max_bytes: int) -> bytes:
    """Return a member's bytes.

    Args:
        archive: from `open_zip`.
        member: its name in the archive.
        name: of the archive, for messages.
        max_bytes: the most that is read.

    Raises:
        SlideFileError: the member is larger, torn or does not match its check sum.
    """
    if archive.getinfo(member).file_size > max_bytes:
        raise SlideFileError(
            f"{name} holds {member} of more than {max_bytes >> 20} MB; save the slides in smaller files and try again."
        )
    try:
        return archive.read(member)
    except _TORN as error:
        raise damaged(name, member) from error


def damaged(name: str, part: str = "") -> SlideFileError:
    """Return the error for a file that cannot be read to its end."""
    where = f" ({part})" if part else ""
    return SlideFileError(f"{name} is damaged{where}; get a fresh copy, or open it in its program and save it again.")


class _TooLargeDirectoryError(Exception):
    """The archive's directory has more bytes than ten thousand members need."""


class _DirectoryFile(io.FileIO):
    """A file that gives at most a directory's worth of bytes at once until it `is_open`.

    `zipfile` reads the whole directory before it can be asked how many members there are.
    """

    is_open = False

    def read(self, size: int | None = -1, /) -> bytes:
        """Return bytes as `io.FileIO` does."""
        if self.is_open:
            return super().read(size) or b""
        if size is not None and size > _MAX_DIRECTORY_BYTES:
            raise _TooLargeDirectoryError
        return super().read(_MAX_DIRECTORY_BYTES if size is None or size < 0 else size) or b""


def _open_directory(raw: _DirectoryFile, name: str) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(raw)
    except _TooLargeDirectoryError:
        raise _too_many(name) from None
    except _TORN as error:
        raise damaged(name) from error
    raw.is_open = True
    return archive


def _too_many(name: str) -> SlideFileError:
    return SlideFileError(f"{name} holds more than {MAX_MEMBERS:,} files, which no slide deck does; choose another.")


def _check(archive: zipfile.ZipFile, name: str) -> None:
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        raise _too_many(name)
    if any(member.flag_bits & _ENCRYPTED_FLAG for member in members):
        raise SlideFileError(f"{name} is encrypted; take its password off and try again.")
    if any(member.compress_type not in _METHODS for member in members):
        raise SlideFileError(f"{name} is packed in an unusual way; open it in its program and save it again.")
    size = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    swollen = any(_is_swollen(member.file_size, member.compress_size) for member in members)
    if size > MAX_TOTAL_BYTES or swollen or _is_swollen(size, packed):
        raise SlideFileError(
            f"{name} would unpack to {size >> 20:,} MB, which is not safe to read; choose another file."
        )
    # a member packed larger than it is lies: its packed bytes are read in one piece
    lies = any(member.compress_size > member.file_size + member.file_size // 10 + _PACKING_BYTES for member in members)
    if lies or _overlap(members, archive.start_dir):
        raise damaged(name)


def _is_swollen(size: int, packed: int) -> bool:
    return size > RATIO_FREE_BYTES and size > MAX_RATIO * packed


def _overlap(members: Sequence[zipfile.ZipInfo], directory: int) -> bool:
    """Whether two members share bytes, or one shares them with the directory."""
    end = 0
    for member in sorted(members, key=lambda member: member.header_offset):
        if member.header_offset < end:
            return True
        end = member.header_offset + _LOCAL_HEADER_BYTES + member.compress_size
    return end > directory
