"""Records read straight from the pages of an SQLite file, for files whose trees or schema are damaged.

Source: sqlite.org/fileformat2.html, sections 1.6 (B-tree pages, overflow) and 2.1 (record format). Nothing here trusts
a number in the file: what leads nowhere yields no record.
"""

import struct
from collections.abc import Iterator
from typing import Final

Value = int | float | str | bytes | None

PAGE_SIZE: Final = 4096
"""Of every collection: SQLite's default, which nothing changes."""
_TABLE_LEAF: Final = 0x0D
_INDEX_LEAF: Final = 0x0A
_FILE_HEADER_SIZE: Final = 100
_MOST_LOCAL: Final = {_TABLE_LEAF: PAGE_SIZE - 35, _INDEX_LEAF: (PAGE_SIZE - 12) * 64 // 255 - 23}
_LEAST_LOCAL: Final = (PAGE_SIZE - 12) * 32 // 255 - 23
_INTEGER_SIZES: Final = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_LONGEST_PAYLOAD: Final = 64 * 1024 * 1024


class DamagedRecordError(ValueError):
    """The bytes are no record."""


def records(data: bytes) -> Iterator[tuple[int | None, tuple[Value, ...]]]:
    """Return each readable record of a file with its rowid; None for tables without rowids and for indexes."""
    for start in range(0, len(data) - PAGE_SIZE + 1, PAGE_SIZE):
        header = start + (_FILE_HEADER_SIZE if start == 0 else 0)
        kind = data[header]
        if kind not in _MOST_LOCAL:
            continue
        (cells,) = struct.unpack_from(">H", data, header + 3)
        pointers = header + 8
        for index in range(min(cells, (PAGE_SIZE - 8) // 2)):
            (offset,) = struct.unpack_from(">H", data, pointers + 2 * index)
            try:
                yield _record(data, start, offset, kind)
            except (DamagedRecordError, IndexError, struct.error):
                continue


def _record(data: bytes, start: int, offset: int, kind: int) -> tuple[int | None, tuple[Value, ...]]:
    place = start + offset
    end = start + PAGE_SIZE
    size, place = _varint(data, place)
    rowid: int | None = None
    if kind == _TABLE_LEAF:
        rowid, place = _varint(data, place)
    if size > _LONGEST_PAYLOAD:
        raise DamagedRecordError
    local = _local_size(size, kind)
    payload = data[place : place + local]
    if place + local > end or len(payload) < local:
        raise DamagedRecordError
    if local < size:
        (overflow,) = struct.unpack_from(">I", data, place + local)
        payload += _overflow(data, overflow, size - local)
    return rowid, _values(payload)


def _local_size(size: int, kind: int) -> int:
    """Return how much of a payload stands on the page itself."""
    if size <= _MOST_LOCAL[kind]:
        return size
    wanted = _LEAST_LOCAL + (size - _LEAST_LOCAL) % (PAGE_SIZE - 4)
    return wanted if wanted <= _MOST_LOCAL[kind] else _LEAST_LOCAL


def _overflow(data: bytes, page: int, size: int) -> bytes:
    parts: list[bytes] = []
    while size > 0:
        start = (page - 1) * PAGE_SIZE
        if page < 2 or start + PAGE_SIZE > len(data):
            raise DamagedRecordError
        (page,) = struct.unpack_from(">I", data, start)
        parts.append(data[start + 4 : start + 4 + min(size, PAGE_SIZE - 4)])
        size -= PAGE_SIZE - 4
    return b"".join(parts)


def _values(payload: bytes) -> tuple[Value, ...]:
    header_size, place = _varint(payload, 0)
    values: list[Value] = []
    body = header_size
    while place < header_size:
        serial, place = _varint(payload, place)
        value, size = _value(payload, body, serial)
        values.append(value)
        body += size
    if place != header_size or body != len(payload):
        raise DamagedRecordError
    return tuple(values)


def _value(payload: bytes, place: int, serial: int) -> tuple[Value, int]:
    """Return a value and its size in bytes."""
    if serial in {0, 8, 9}:
        return {0: None, 8: 0, 9: 1}[serial], 0
    if serial in _INTEGER_SIZES:
        size = _INTEGER_SIZES[serial]
        return int.from_bytes(payload[place : place + size], "big", signed=True), size
    if serial == 7:
        return struct.unpack_from(">d", payload, place)[0], 8
    if serial < 12:
        raise DamagedRecordError
    size = (serial - 12) // 2
    content = payload[place : place + size]
    if serial % 2 == 0:
        return content, size
    try:
        return content.decode(), size
    except UnicodeDecodeError as error:
        raise DamagedRecordError from error


def _varint(data: bytes, place: int) -> tuple[int, int]:
    """Return a number of variable length and the place behind it."""
    value = 0
    for index in range(8):
        byte = data[place + index]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + index + 1
    return value << 8 | data[place + 8], place + 9
