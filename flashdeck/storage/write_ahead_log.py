"""What the write-ahead log of an SQLite file says of its first page, without opening the file as a database.

Opening it would bring what a killed program left in the log into the file. Source: sqlite.org/fileformat2.html,
section 4 (the write-ahead log).
"""

import struct
from collections.abc import Iterator
from os import SEEK_END
from pathlib import Path
from typing import BinaryIO, Final

_HEADER: Final = struct.Struct(">4I8s2I")
"""Magic number, format, page size, checkpoints, salts, checksum of these."""
_FRAME: Final = struct.Struct(">2I8s2I")
"""Page number, pages of the file after a commit or 0, salts, checksum up to here."""
_BYTE_ORDERS: Final = {0x377F0682: "<", 0x377F0683: ">"}
_PAGE_SIZES: Final = frozenset(1 << power for power in range(9, 17))


def first_page(log: Path) -> bytes | None:
    """Return the first page as the last commit in the log that has one left it; None when there is none.

    Only the heads of the frames are read, so it takes milliseconds for tens of MB. A page that is not whole does not
    count.

    Raises:
        OSError: the log is missing or cannot be read.
    """
    with log.open("rb", buffering=0) as file:
        head = file.read(_HEADER.size)
        if len(head) < _HEADER.size:
            return None
        magic, _, page_size, _, salts, *checksum = _HEADER.unpack(head)
        if magic not in _BYTE_ORDERS or page_size not in _PAGE_SIZES:
            return None
        newest = None
        written = None
        for place, frame, before in _frames(file, page_size, salts, tuple(checksum)):
            page_number, pages_after_commit, *_ = _FRAME.unpack(frame)
            if page_number == 1:
                written = place, frame, before
            if pages_after_commit:
                newest = written
        if newest is None:
            return None
        place, frame, before = newest
        file.seek(place + _FRAME.size)
        page = file.read(page_size)
    is_whole = _checksum(_BYTE_ORDERS[magic], frame[:8] + page, before) == _FRAME.unpack(frame)[3:]
    return page if is_whole else None


def _frames(
    file: BinaryIO, page_size: int, salts: bytes, checksum: tuple[int, ...]
) -> Iterator[tuple[int, bytes, tuple[int, ...]]]:
    """Yield the place and head of each frame that belongs to the log, and the checksum that the frame goes on from."""
    size = _FRAME.size + page_size
    for place in range(_HEADER.size, file.seek(0, SEEK_END) - size + 1, size):
        file.seek(place)
        frame = file.read(_FRAME.size)
        if frame[8:16] != salts:
            return
        yield place, frame, checksum
        checksum = _FRAME.unpack(frame)[3:]


def _checksum(byte_order: str, data: bytes, before: tuple[int, ...]) -> tuple[int, ...]:
    first, second = before
    for even, odd in struct.iter_unpack(f"{byte_order}2I", data):
        first = (first + even + second) & 0xFFFFFFFF
        second = (second + odd + first) & 0xFFFFFFFF
    return first, second
