"""Protocol buffers, as far as Anki's packages need them."""

from collections.abc import Iterator
from typing import Final

_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
_LONGEST_VARINT: Final = 10


def fields(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Yield the number and value of every field.

    Raises:
        ValueError: the message is torn, or no message.
    """
    at = 0
    while at < len(message):
        key, at = _varint(message, at)
        number, kind = key >> 3, key & 7
        if kind == _VARINT:
            value, at = _varint(message, at)
            yield number, value
            continue
        if kind == _BYTES:
            length, at = _varint(message, at)
        elif kind in {_FIXED64, _FIXED32}:
            length = 8 if kind == _FIXED64 else 4
        else:
            raise ValueError(f"no field is of kind {kind}")
        if length > len(message) - at:
            raise ValueError("a field is longer than its message")
        yield number, message[at : at + length]
        at += length


def text(message: bytes, number: int) -> str:
    """Return the last text of a field; empty when there is none."""
    found = [value for key, value in fields(message) if key == number and isinstance(value, bytes)]
    return found[-1].decode("utf-8", "replace") if found else ""


def integer(message: bytes, number: int) -> int:
    """Return the last number of a field; 0 when there is none."""
    found = [value for key, value in fields(message) if key == number and isinstance(value, int)]
    return found[-1] if found else 0


def _varint(message: bytes, at: int) -> tuple[int, int]:
    value = 0
    for shift, byte in enumerate(message[at : at + _LONGEST_VARINT]):
        value |= (byte & 0x7F) << (7 * shift)
        if byte < 0x80:
            return value, at + shift + 1
    raise ValueError("a number has no end")
