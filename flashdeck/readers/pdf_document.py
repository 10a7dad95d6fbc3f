"""A PDF in memory to pages and bookmarks, through pdfium."""

import logging
from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from flashdeck.domain.pages import Bookmark, Page, PageDocument
from flashdeck.errors import SlideFileError
from flashdeck.messages import Message
from flashdeck.readers.pdf_pages import PageReader

# it reports bookmarks that lead in a circle, and leaves them out; that is nothing for the user's terminal
logging.getLogger("pypdfium2").addHandler(logging.NullHandler())

MAX_PAGES: Final = 2_000
MAX_CHARACTERS: Final = 5_000_000
_MAX_BOOKMARKS: Final = 10_000
_MAX_BOOKMARK_DEPTH: Final = 8


def parse_pdf(data: bytes, name: str) -> PageDocument:
    """Return the pages of a PDF; pages that cannot be read stay empty, so that the numbers are right.

    Args:
        data: the bytes of the file.
        name: the file's name, for messages.

    Raises:
        SlideFileError: the file is damaged, protected, empty or too long.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise _not_openable(error, name) from error
    try:
        pages = _pages(document, name)
        return PageDocument(
            name=name,
            pages=pages,
            bookmarks=tuple(_bookmarks(document, len(pages))),
            producer=document.get_metadata_value("Creator") or document.get_metadata_value("Producer"),
        )
    finally:
        document.close()


def _not_openable(error: pdfium.PdfiumError, name: str) -> SlideFileError:
    if error.err_code == pdfium_c.FPDF_ERR_PASSWORD:
        return SlideFileError(
            Message("{name} is protected by a password; save a copy without one and import that.", name=name)
        )
    if error.err_code == pdfium_c.FPDF_ERR_SECURITY:
        return SlideFileError(
            Message("{name} is encrypted in an unknown way; save a copy without protection and import that.", name=name)
        )
    return SlideFileError(Message("{name} is damaged or only a part of a PDF; export or download it again.", name=name))


def _pages(document: pdfium.PdfDocument, name: str) -> tuple[Page, ...]:
    count = len(document)
    if count == 0:
        raise SlideFileError(Message("{name} has no pages; export the slides as PDF again and import that.", name=name))
    if count > MAX_PAGES:
        raise SlideFileError(
            Message(
                "{name} has {count} pages, more than {limit}; split it and import the parts.",
                name=name,
                count=count,
                limit=MAX_PAGES,
            )
        )
    reader = PageReader()
    pages: list[Page] = []
    unreadable = characters = 0
    for number in range(1, count + 1):
        page = _page(document, number, reader)
        unreadable += page is None
        pages.append(page or Page(number=number, width=0.0, height=0.0, lines=()))
        characters += sum(len(line.text) for line in pages[-1].lines)
        if characters > MAX_CHARACTERS:
            raise SlideFileError(
                Message("{name} holds more text than any slide deck; split it and import the parts.", name=name)
            )
    if unreadable == count:
        raise SlideFileError(
            Message("{name} is damaged: none of its pages can be read; export or download it again.", name=name)
        )
    return tuple(pages)


def _page(document: pdfium.PdfDocument, number: int, reader: PageReader) -> Page | None:
    try:
        page = document[number - 1]
    except pdfium.PdfiumError:
        return None
    try:
        return reader.read(page, number)
    except pdfium.PdfiumError:
        return None
    finally:
        page.close()


def _bookmarks(document: pdfium.PdfDocument, page_count: int) -> list[Bookmark]:
    found: list[Bookmark] = []
    for entry in document.get_toc(max_depth=_MAX_BOOKMARK_DEPTH):
        if len(found) == _MAX_BOOKMARKS:
            break
        target = entry.get_dest()
        index = target.get_index() if target else None
        title = " ".join(entry.get_title().split())
        if title:
            page_number = index + 1 if index is not None and 0 <= index < page_count else None
            found.append(Bookmark(title=title, level=entry.level, page_number=page_number))
    return found
