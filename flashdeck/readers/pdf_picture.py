"""A page of a PDF as a picture, with the lines of a passage found on it."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import pypdfium2 as pdfium

from flashdeck.domain.pages import PagePicture, PlacedLine
from flashdeck.errors import SlideFileError
from flashdeck.messages import Message
from flashdeck.readers.pdf import read_pdf_bytes
from flashdeck.readers.pdf_pages import PageReader

MAX_WIDTH: Final = 2_400
_MAX_HEIGHT: Final = 4_800
_NO_LETTER: Final = re.compile(r"[\W_]+")
_FEWEST_LETTERS: Final = 2
_LONG: Final = 12
"""Letters from which a line that is a part of a passage is no mere word that occurs in it, too."""
_SHARE: Final = 0.4
"""Share of the passage that a shorter line needs to have, and share of a line that a passage within it needs."""


def draw_page(path: Path, number: int, width: int, passage: Sequence[str]) -> PagePicture:
    """Draw a page, from 1, about `width` pixels wide (at most `MAX_WIDTH`), and find the lines of a passage on it.

    Raises:
        SlideFileError: the file cannot be read, or has no such page.
    """
    fault = SlideFileError(Message("Page {number} of {name} cannot be drawn.", number=number, name=path.name))
    try:
        document = pdfium.PdfDocument(read_pdf_bytes(path))
        try:
            if not 1 <= number <= len(document):
                raise fault
            page = document[number - 1]
            page_width, page_height = page.get_size()
            if page_width <= 0 or page_height <= 0:
                raise fault
            scale = min(min(width, MAX_WIDTH) / page_width, _MAX_HEIGHT / page_height)
            bitmap = page.render(scale=scale, rev_byteorder=True)
            lines = PageReader().read(page, number).lines
            return PagePicture(
                width=bitmap.width,
                height=bitmap.height,
                stride=bitmap.stride,
                pixels=bytes(bitmap.buffer),
                boxes=tuple(_share(line, page_width, page_height) for line in lines_of_passage(lines, passage)),
            )
        finally:
            document.close()
    except pdfium.PdfiumError as error:
        raise fault from error


def lines_of_passage(lines: Iterable[PlacedLine], passage: Sequence[str]) -> tuple[PlacedLine, ...]:
    """Return the lines of a page of which a passage is made, whatever was joined, split or respelled on the way.

    Args:
        lines: the lines of the page.
        passage: its lines as they were read from the page.
    """
    wanted = [folded for text in passage if len(folded := _folded(text)) >= _FEWEST_LETTERS]
    return tuple(line for line in lines if _is_part(_folded(line.text), wanted))


def _is_part(line: str, wanted: Sequence[str]) -> bool:
    if len(line) < _FEWEST_LETTERS:
        return False
    return any(
        (line in text and (len(line) >= _LONG or len(line) >= _SHARE * len(text)))  # a part of a joined line
        or (text in line and len(text) >= _SHARE * len(line))  # a row of a table holds several
        for text in wanted
    )


def _folded(text: str) -> str:
    return _NO_LETTER.sub("", text).casefold()


def _share(line: PlacedLine, width: float, height: float) -> tuple[float, float, float, float]:
    return line.left / width, line.top / height, line.right / width, line.bottom / height
