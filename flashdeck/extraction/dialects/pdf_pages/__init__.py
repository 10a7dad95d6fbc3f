"""Slides exported as PDF: where the lines stand, and how large, tells titles, lists, tables and labels."""

from collections.abc import Sequence
from typing import Final

from flashdeck.domain.pages import Page, PageDocument
from flashdeck.errors import SlideFileError
from flashdeck.extraction.dialects.pdf_pages.body import Layout, lay_out, read_body
from flashdeck.extraction.dialects.pdf_pages.bookmarks import read_bookmarks
from flashdeck.extraction.dialects.pdf_pages.joining import Joiner, Texts, words_of
from flashdeck.extraction.dialects.pdf_pages.outline import Leaf, find_places
from flashdeck.extraction.dialects.pdf_pages.pieces import Sheet, find_own_marks, read_sheet
from flashdeck.extraction.dialects.pdf_pages.running import find_running
from flashdeck.extraction.dialects.pdf_pages.titles import Head, find_heads
from flashdeck.extraction.model import Line, NoiseReason, Slide, SlideKind
from flashdeck.messages import Message

__all__ = ["read"]

_FEWEST_PAGES: Final = 3
_FULL_LINE: Final = 55
"""Characters from which a line of an upright page belongs to running text."""
_SPLITTING_PROGRAMS: Final = ("tex", "latex", "beamer", "typst", "pandoc")


def read(document: PageDocument) -> tuple[Slide, ...]:
    """Return every page as a slide, in order.

    The lines of the document are numbered from 1 in the order of reading; a page without lines takes one number too.

    Raises:
        SlideFileError: the pages are upright and hold running text, as those of a paper or a book do.
    """
    if _is_running_text(document):
        raise SlideFileError(
            Message("“{name}” looks like a paper or a book, not like slides. Choose another file.", name=document.name)
        )
    running = find_running(document.pages)
    bookmarks = read_bookmarks(document)
    marks = find_own_marks(document.pages)
    sheets = [read_sheet(page, noise, marks) for page, noise in zip(document.pages, running.noise, strict=True)]
    heads = find_heads(sheets, bookmarks.titles)
    joiner = _joiner(document)
    leaves: list[Leaf] = []
    numberings: list[_Numbering] = []
    first = 1
    for sheet, head, bar in zip(sheets, heads, running.bars, strict=True):
        layout = lay_out(sheet, head)
        numbering = _Numbering(sheet, head, layout, first)
        first = numbering.last + 1
        texts = Texts(joiner=joiner, numbers=numbering.numbers)
        body = read_body(layout, head, sheet.page.width, texts, running.body_size)
        lines = sum(1 for _ in layout.pieces())
        leaves.append(Leaf(number=sheet.page.number, head=head, body=body, lines=lines, bar=bar))
        numberings.append(numbering)
    return tuple(
        Slide(
            number=leaf.number,
            kind=place.kind,
            title=leaf.head.title,
            first_line=numbering.first,
            last_line=numbering.last,
            section=place.section,
            topic=place.topic,
            lines=numbering.lines(leaf.body.noise),
            groups=leaf.body.groups if place.kind in (SlideKind.CONTENT, SlideKind.FRONT_MATTER) else (),
            is_comparison=place.is_comparison,
        )
        for leaf, place, numbering in zip(leaves, find_places(leaves, bookmarks), numberings, strict=True)
    )


def _is_running_text(document: PageDocument) -> bool:
    upright = [page for page in document.pages if page.height > page.width and page.lines]
    if len(upright) < _FEWEST_PAGES or 2 * len(upright) < len(document.pages):
        return False
    lines = [line for page in upright for line in page.lines]
    full = sum(len(line.text) >= _FULL_LINE for line in lines)
    return 2 * full > len(lines)


def _joiner(document: PageDocument) -> Joiner:
    producer = document.producer.lower()
    return Joiner(
        words=words_of(line.text for page in document.pages for line in page.lines),
        splits_words=any(program in producer for program in _SPLITTING_PROGRAMS),
    )


class _Numbering:
    """The numbers of the lines of one page: title, body in the order of reading, then what is no knowledge."""

    def __init__(self, sheet: Sheet, head: Head, layout: Layout, first: int) -> None:
        self.first = first
        self._sheet = sheet
        self.numbers: dict[int, int] = {}
        self._marks: dict[int, int] = {}
        for piece in (*head.pieces, *layout.pieces()):
            self.numbers[piece.index] = first + len(self.numbers)
            if piece.mark is not None:
                self._marks[piece.index] = piece.mark
        marks = set(self._marks.values())
        for index in _by_place(sheet.page):
            if index not in self.numbers and index not in marks:
                self.numbers[index] = first + len(self.numbers)
        self.last = first + max(1, len(self.numbers)) - 1

    def lines(self, noise: dict[int, NoiseReason]) -> tuple[Line, ...]:
        """Return the lines in the order of their numbers."""
        found = self._sheet.noise | noise
        return tuple(
            Line(number=number, text=self._text(index), noise=found.get(index))
            for index, number in sorted(self.numbers.items(), key=lambda pair: pair[1])
        )

    def _text(self, index: int) -> str:
        lines = self._sheet.page.lines
        mark = self._marks.get(index)
        text = " ".join(lines[index].text.split())
        return text if mark is None else f"{lines[mark].text.strip()} {text}"


def _by_place(page: Page) -> Sequence[int]:
    return sorted(range(len(page.lines)), key=lambda index: (page.lines[index].top, page.lines[index].left))
