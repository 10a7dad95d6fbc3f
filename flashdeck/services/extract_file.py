"""A slide file to card drafts, in this process."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from typing import Final

from flashdeck.extraction.model import CardDraft, Extraction, SlideFile
from flashdeck.extraction.pipeline import ExtractionOptions, extract_slides, find_cards, read_slides
from flashdeck.extraction.report import Findings, slide_report
from flashdeck.readers.text import read_text_document
from flashdeck.services.slide_shares import SlideShares, helpers_for

OnProgress = Callable[[float], None]
_SLIDE_SHOWS: Final = frozenset(
    {".pptx", ".pptm", ".ppsx", ".ppt", ".pps"}
)  # the reader says what is wrong with the old ones
_NO_TEXTS: Final = _SLIDE_SHOWS | {".pdf"}


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


def find_in_file(path: Path, options: ExtractionOptions, on_progress: OnProgress | None = None) -> Findings:
    """Read a slide file, and return its cards as they are found: a long text is never held as a whole with them.

    Args:
        path: where the file is.
        options: what the user may set.
        on_progress: is told the finished share, 0 to 1, from time to time.

    Raises:
        SlideFileError: the file cannot be read or is no slide deck.
    """
    if path.suffix.lower() in _NO_TEXTS:
        read = _read(path)
        drafts = find_cards(read.slides, name=read.name, options=options, on_progress=on_progress)
    else:
        read, drafts = _found_in_text(path, options, on_progress)
    first = [draft for draft in (next(drafts, None),) if draft]  # a file without any says so before it is shown
    return Findings(
        name=read.name, format=read.format, slides=map(slide_report, read.slides), drafts=chain(first, drafts)
    )


def _found_in_text(
    path: Path, options: ExtractionOptions, on_progress: OnProgress | None
) -> tuple[SlideFile, Iterator[CardDraft]]:
    with ExitStack() as stack:
        # started before anything is read, for each helper reads the text, too
        shares = stack.enter_context(SlideShares(path, options, helpers=helpers_for(path)))
        document = read_text_document(path)
        shares.expect(document)
        read = read_slides(document)
        running = stack.pop_all()

    def drafts() -> Iterator[CardDraft]:
        with running:
            yield from find_cards(
                read.slides, name=read.name, options=options, on_progress=on_progress, elsewhere=shares
            )

    return read, drafts()


def _read(path: Path) -> SlideFile:
    ending = path.suffix.lower()
    # what reads the other formats is loaded with its first file, so that a text costs no more than it needs
    if ending == ".pdf":
        from flashdeck.extraction.dialects import pdf_pages  # noqa: PLC0415
        from flashdeck.readers.pdf import read_pdf_document  # noqa: PLC0415

        pdf = read_pdf_document(path)
        return SlideFile(name=pdf.name, format=pdf.format, dialect="PDF pages", slides=pdf_pages.read(pdf))
    if ending in _SLIDE_SHOWS:
        from flashdeck.extraction.dialects import slide_shows  # noqa: PLC0415
        from flashdeck.readers.pptx import read_slide_show  # noqa: PLC0415

        show = read_slide_show(path)
        return SlideFile(name=show.name, format=show.format, dialect="slide show", slides=slide_shows.read(show))
    return read_slides(read_text_document(path))
