"""The pictures of a package under names of our own: their hash, so that no name of a stranger reaches the disk."""

import hashlib
import re
from collections import Counter
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from flashdeck.errors import AnkiPackageError
from flashdeck.file_faults import reason_of
from flashdeck.interop.anki_package.archive import PackageFiles
from flashdeck.interop.anki_package.model import LeftOut
from flashdeck.messages import Message

MAX_TOTAL_BYTES: Final = 4 << 30
_HASH_LENGTH: Final = 32
_MAGIC: Final = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "png"),
    (re.compile(rb"\xff\xd8\xff"), "jpg"),
    (re.compile(rb"GIF8[79]a"), "gif"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "webp"),
)


class Pictures:
    """Takes the pictures that cards show out of a package, each once."""

    def __init__(self, files: PackageFiles, folder: Path, left_out: Counter[LeftOut]) -> None:
        self._files = files
        self._folder = folder
        self._left_out = left_out
        self._names: dict[str, str | None] = {}
        self._bytes = 0

    def name_of(self, address: str) -> str | None:
        """Return the name under which a picture now lies in the folder; None when there is none.

        Raises:
            AnkiPackageError: the package is damaged, or its pictures are too many.
        """
        if address not in self._names:
            data = self._files.media(address)
            name = self._take(self._files.media(unquote(address)) if data is None else data)
            self._left_out[LeftOut.PICTURE] += name is None
            self._names[address] = name
        return self._names[address]

    def _take(self, data: bytes | None) -> str | None:
        ending = next((ending for magic, ending in _MAGIC if data is not None and magic.match(data)), None)
        if data is None or ending is None:
            return None
        name = f"{hashlib.sha256(data).hexdigest()[:_HASH_LENGTH]}.{ending}"
        target = self._folder / name
        if not target.exists():
            self._bytes += len(data)
            if self._bytes > MAX_TOTAL_BYTES:
                raise AnkiPackageError(
                    Message(
                        "{name} holds more than {limit} GB of pictures; export fewer decks at once.",
                        name=self._files.name,
                        limit=MAX_TOTAL_BYTES >> 30,
                    )
                )
            try:
                target.write_bytes(data)
            except OSError as error:
                raise AnkiPackageError(
                    Message(
                        "A picture of {name} cannot be kept: {reason}.", name=self._files.name, reason=reason_of(error)
                    )
                ) from error
        return name
