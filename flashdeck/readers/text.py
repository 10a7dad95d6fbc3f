"""Reads a plain text file, whatever encoding it honestly has, and says what a file is that has none."""

import codecs
import os
import re
import stat
from pathlib import Path
from typing import Final

from flashdeck.domain.document import TextDocument
from flashdeck.errors import SlideFileError
from flashdeck.file_faults import unreadable
from flashdeck.messages import Message

MAX_BYTES: Final = 200 * 1024 * 1024
_MARKDOWN_SUFFIXES: Final = {".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd"}
# the longer marks first: UTF-32's begins with UTF-16's
_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ZIP: Final = Message("a zip archive (as PowerPoint, Word and Anki files are)")
_MAGIC: Final = (
    (b"%PDF-", Message("a PDF")),
    (b"PK\x03\x04", _ZIP),
    (b"PK\x05\x06", _ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Message("an old Office file (.ppt, .doc)")),
    (b"\x89PNG\r\n", Message("a PNG picture")),
    (b"\xff\xd8\xff", Message("a JPEG picture")),
    (b"GIF8", Message("a GIF picture")),
    (b"RIFF", Message("a sound, film or picture")),
    (b"\x1f\x8b", Message("a gzip archive")),
    (b"7z\xbc\xaf\x27\x1c", Message("a 7-Zip archive")),
    (b"Rar!", Message("a RAR archive")),
    (b"SQLite format 3\x00", Message("a database")),
    (b"\x7fELF", Message("a program")),
)
_ZIP_SUFFIXES: Final = {
    ".pptx": Message("a PowerPoint file"),
    ".odp": Message("an Impress file"),
    ".docx": Message("a Word file"),
    ".key": Message("a Keynote file"),
    ".apkg": Message("an Anki package"),
    ".colpkg": Message("an Anki collection"),
}
_UTF8_SEQUENCE: Final = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH_BYTE: Final = re.compile(rb"[\x80-\xff]")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
# Western European prose has at most every sixth byte outside ASCII; Cyrillic or Japanese read as cp1252 has most
_MAX_HIGH_SHARE: Final = 0.25


def read_text_document(path: Path) -> TextDocument:
    """Return the decoded text of a file, without its byte order mark.

    Byte order marks are honoured, else the file is UTF-8, else cp1252 if that gives plausible Western text.

    Raises:
        SlideFileError: the file is missing, unreadable, empty, too large, no plain file or no text.
    """
    name = os.fsencode(path.name).decode("utf-8", "replace")
    text = _decode(_read(path, name), path, name)
    if not text.strip():
        raise SlideFileError(Message("{name} is empty; choose a file with text.", name=name))
    return TextDocument(
        name=name, format="markdown" if path.suffix.lower() in _MARKDOWN_SUFFIXES else "text", text=text
    )


def _read(path: Path, name: str) -> bytes:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise SlideFileError(Message("{name} is a folder; choose a file in it.", name=name))
        if not stat.S_ISREG(status.st_mode):
            # reading a pipe or a device may wait for ever
            raise SlideFileError(
                Message("{name} is a device or a pipe; save its text to a file and import that.", name=name)
            )
        with path.open("rb") as file:
            data = b"" if status.st_size > MAX_BYTES else file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise SlideFileError(unreadable(name, error)) from error
    if status.st_size > MAX_BYTES or len(data) > MAX_BYTES:
        raise SlideFileError(
            Message(
                "{name} is larger than {limit} MB; split it and import the parts.",
                name=name,
                limit=MAX_BYTES >> 20,
            )
        )
    return data


def _decode(data: bytes, path: Path, name: str) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding, len(mark), name)
    _refuse_binary(data, path, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        text = _plausible_cp1252(data)
        if text is not None:
            return text
        raise _not_decodable(name, "UTF-8", data[error.start], error.start) from error


def _decode_marked(data: bytes, encoding: str, mark_length: int, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _not_decodable(name, encoding.upper(), data[error.start], error.start + mark_length) from error
    if "\0" in text:
        raise _binary(name, text.index("\0"))
    return text


def _refuse_binary(data: bytes, path: Path, name: str) -> None:
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            what = _ZIP_SUFFIXES.get(path.suffix.lower(), kind) if kind == _ZIP else kind
            raise SlideFileError(
                Message(
                    "{name} is {what}, but this version reads text only; save the slides as plain text (.txt or "
                    ".md) and import that.",
                    name=name,
                    what=what,
                )
            )
    position = data.find(0)
    if position >= 0:
        raise _binary(name, position)


def _plausible_cp1252(data: bytes) -> str | None:
    """Return the text if the bytes look like Western European prose in cp1252, and not like damaged UTF-8."""
    high = len(_HIGH_BYTE.findall(data))
    in_sequences = sum(len(sequence) for sequence in _UTF8_SEQUENCE.findall(data))
    if high > _MAX_HIGH_SHARE * len(data) or 2 * in_sequences > high:
        return None
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return None if _CONTROL.search(text) else text


def _not_decodable(name: str, encoding: str, byte: int, offset: int) -> SlideFileError:
    return SlideFileError(
        Message(
            "{name} is not clean {encoding} text: byte 0x{byte:02x} at offset {offset} fits no letter; save the "
            "file as UTF-8 and import it again.",
            name=name,
            encoding=encoding,
            byte=byte,
            offset=offset,
        )
    )


def _binary(name: str, offset: int) -> SlideFileError:
    return SlideFileError(
        Message(
            "{name} is no text file: it has a NUL byte at offset {offset}; save the slides as plain text in "
            "UTF-8 and import that.",
            name=name,
            offset=offset,
        )
    )
