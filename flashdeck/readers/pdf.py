"""Reads a PDF of slides: the lines of each page with their places, and the bookmarks."""

import os
import stat
from pathlib import Path
from typing import Final

from flashdeck.domain.pages import PageDocument
from flashdeck.errors import SlideFileError
from flashdeck.file_faults import unreadable
from flashdeck.messages import Message

MAX_BYTES: Final = 200 * 1024 * 1024
_SIGNATURE: Final = b"%PDF-"
_SIGNATURE_ROOM: Final = 1024
_FEWEST_LETTERS: Final = 4
"""Letters a page needs on average to count as text; scanned pages may carry a number each."""


def read_pdf_document(path: Path) -> PageDocument:
    """Return the pages of a PDF.

    Raises:
        SlideFileError: the file is missing, unreadable, too large, damaged, protected by a password, no PDF, or its
            pages are pictures without text.
    """
    name = os.fsencode(path.name).decode("utf-8", "replace")
    data = read_pdf_bytes(path)
    # takes a tenth of a second to load, which no other command should pay
    from flashdeck.readers.pdf_document import parse_pdf  # noqa: PLC0415

    document = parse_pdf(data, name)
    _require_text(document)
    return document


def read_pdf_bytes(path: Path) -> bytes:
    """Return the bytes of a file that says it is a PDF.

    Raises:
        SlideFileError: the file is missing, unreadable, too large, or no PDF.
    """
    name = os.fsencode(path.name).decode("utf-8", "replace")
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise SlideFileError(Message("{name} is a folder; choose a file in it.", name=name))
        if not stat.S_ISREG(status.st_mode):
            raise SlideFileError(
                Message("{name} is a device or a pipe; save the PDF to a file and import that.", name=name)
            )
        if status.st_size > MAX_BYTES:
            raise SlideFileError(
                Message(
                    "{name} is larger than {limit} MB; split it and import the parts.",
                    name=name,
                    limit=MAX_BYTES >> 20,
                )
            )
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        raise SlideFileError(unreadable(name, error)) from error
    if not data.strip(b"\0 \r\n\t"):
        raise SlideFileError(Message("{name} is empty; export the slides as PDF again and import that.", name=name))
    if _SIGNATURE not in data[:_SIGNATURE_ROOM]:
        raise SlideFileError(
            Message("{name} is no PDF, whatever its name says; export the slides as PDF and import that.", name=name)
        )
    return data


def _require_text(document: PageDocument) -> None:
    pages = document.pages
    letters = sum(character.isalpha() for page in pages for line in page.lines for character in line.text)
    if letters >= _FEWEST_LETTERS * len(pages):
        return
    if any(shape.is_picture for page in pages for shape in page.shapes):
        raise SlideFileError(
            Message(
                "{name} holds pictures of pages and no text; let a text recognition program (OCR) add a text "
                "layer and import the result.",
                name=document.name,
            )
        )
    raise SlideFileError(
        Message("{name} has no text to make cards from; export the slides again, with their text.", name=document.name)
    )
