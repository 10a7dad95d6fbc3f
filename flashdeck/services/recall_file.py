"""What was worked out of the review log for probabilities of recall, kept beside the collection for the next start.

Anybody may delete the file, and nothing is lost. Its first line names the end of the log that it was written for, its
last line is a checksum of all before: what is cut off, damaged or not ours is as good as missing.
"""

from collections.abc import Generator, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple
from zlib import crc32

from flashdeck.durable_files import partial_of
from flashdeck.storage.reviews import LogMark

_FORMAT: Final = b"flashdeck-recall-1"
_END: Final = b"end"
_LINES_AT_ONCE: Final = 1_000
"""So many that reading or writing them takes a millisecond."""


class Kept(NamedTuple):
    """Stabilities in days by card uid, as the log said when it ended at the mark."""

    mark: LogMark
    stabilities: dict[str, float]


def path_of(collection_path: Path) -> Path:
    """Return where it is kept for a collection."""
    return collection_path.with_name(collection_path.stem + "-recall.cache")


def read(path: Path) -> Generator[None, None, Kept | None]:
    """Yield after each bit of the reading; return what was kept, None where there is nothing that can be trusted."""
    try:
        with path.open("rb") as file:
            return (yield from _read_lines(file))
    except (OSError, ValueError):
        return None


def _read_lines(file: BinaryIO) -> Generator[None, None, Kept | None]:
    first = file.readline()
    name, seq, checksum = first.split()
    if name != _FORMAT:
        return None
    mark = LogMark(seq=int(seq), checksum=bytes.fromhex(checksum.decode("ascii")))
    stabilities: dict[str, float] = {}
    read = crc32(first)
    for number, line in enumerate(file):
        value, _, uid = line.rstrip(b"\n").partition(b" ")
        if value == _END:
            return Kept(mark=mark, stabilities=stabilities) if uid == b"%08x" % read else None
        stabilities[uid.decode()] = float(value)
        read = crc32(line, read)
        if number % _LINES_AT_ONCE == 0:
            yield
    return None


def write(path: Path, kept: Kept) -> Iterator[None]:
    """Yield after each bit of the writing; what was there stays until all is written, and where that fails."""
    partial = partial_of(path)
    with suppress(OSError):  # nothing depends on it
        try:
            with partial.open("wb") as file:
                written = 0
                for number, line in enumerate(_lines_of(kept)):
                    file.write(line)
                    written = crc32(line, written)
                    if number % _LINES_AT_ONCE == 0:
                        yield
                file.write(b"%s %08x\n" % (_END, written))
            partial.replace(path)  # not brought onto the disk at once: the checksum tells whether it got there
        finally:
            partial.unlink(missing_ok=True)


def _lines_of(kept: Kept) -> Iterator[bytes]:
    yield b"%s %d %s\n" % (_FORMAT, kept.mark.seq, kept.mark.checksum.hex().encode())
    for uid, stability in kept.stabilities.items():
        if "\n" not in uid:
            yield f"{stability!r} {uid}\n".encode()
