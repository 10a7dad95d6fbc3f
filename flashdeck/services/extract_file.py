"""A slide file to card drafts, in this process."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import chain
from pathlib import Path

from flashdeck.domain.document import TextDocument
from flashdeck.extraction.model import CardDraft, Extraction, SlideFile
from flashdeck.extraction.options import ExtractionOptions
from flashdeck.extraction.pipeline import extract_slides, find_cards, read_slides
from flashdeck.extraction.report import Findings, slide_report
from flashdeck.readers.text import read_text_document
from flashdeck.services.slide_shares import SLIDE_SHOWS, SlideShares

OnProgress = Callable[[float], None]


def extract_file(
    path: Path, options: ExtractionOptions | None = None, on_progress: OnProgress | None = None
) -> Extraction:
    """Read a slide file, by the ending of its name, and return the cards found in it.

    Args:
        path: where the file is.
        options: None for the defaults.
        on_progress: is told the finished share, 0 to 1, from time to time.

    Raises:
        SlideFileError: the file cannot be read or is no slide deck.
    """
    return extract_slides(_read(path), options=options or ExtractionOptions(), on_progress=on_progress)


def find_in_file(
    path: Path, options: ExtractionOptions, on_progress: OnProgress | None, shares: SlideShares
) -> Findings:
    """Read a slide file, and return its cards as they are found: a long text is never held as a whole with them.

    Args:
        path: where the file is.
        options: what the user may set.
        on_progress: is told the finished share, 0 to 1, from time to time.
        shares: the helpers, if any, that were started on the same file; they end with the last card.

    Raises:
        SlideFileError: the file cannot be read or is no slide deck.
    """
    with ExitStack() as stack:
        stack.push(shares)
        read = _read(path, shares)
        found = find_cards(read.slides, name=read.name, options=options, on_progress=on_progress, elsewhere=shares)
        drafts = _drafts(found, stack.pop_all())
    first = [draft for draft in (next(drafts, None),) if draft]  # a file without any says so before it is shown
    return Findings(
        name=read.name, format=read.format, slides=map(slide_report, read.slides), drafts=chain(first, drafts)
    )


def _drafts(found: Iterator[CardDraft], running: ExitStack) -> Iterator[CardDraft]:
    with running:
        yield from found


def _read(path: Path, shares: SlideShares | None = None) -> SlideFile:
    ending = path.suffix.lower()
    # what reads the other formats is loaded with its first file, so that a text costs no more than it needs
    if ending == ".pdf":
        from flashdeck.extraction.dialects import pdf_pages  # noqa: PLC0415
        from flashdeck.readers.pdf import read_pdf_document  # noqa: PLC0415

        pdf = read_pdf_document(path)
        return SlideFile(name=pdf.name, format=pdf.format, dialect="PDF pages", slides=pdf_pages.read(pdf))
    if ending in SLIDE_SHOWS:
        from flashdeck.extraction.dialects import slide_shows  # noqa: PLC0415
        from flashdeck.readers.pptx import read_slide_show  # noqa: PLC0415

        show = read_slide_show(path)
        return SlideFile(name=show.name, format=show.format, dialect="slide show", slides=slide_shows.read(show))
    # the document is nobody's but the reading's, which lets go of a long text once its lines are there
    return read_slides(_expected(read_text_document(path), shares))


def _expected(document: TextDocument, shares: SlideShares | None) -> TextDocument:
    if shares is not None:
        shares.expect(document)
    return document
