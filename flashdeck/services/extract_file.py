"""A slide file to card drafts, in this process."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from flashdeck.extraction.model import Extraction
from flashdeck.extraction.pipeline import ExtractionOptions, extract, extract_slides
from flashdeck.readers.text import read_text_document

OnProgress = Callable[[float], None]
_SLIDE_SHOWS: Final = frozenset(
    {".pptx", ".pptm", ".ppsx", ".ppt", ".pps"}
)  # the reader says what is wrong with the old ones


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
    chosen = options or ExtractionOptions()
    ending = path.suffix.lower()
    # what reads the other formats is loaded with its first file, so that a text costs no more than it needs
    if ending == ".pdf":
        from flashdeck.extraction.dialects import pdf_pages  # noqa: PLC0415
        from flashdeck.readers.pdf import read_pdf_document  # noqa: PLC0415

        pdf = read_pdf_document(path)
        name, format_name, dialect, slides = pdf.name, pdf.format, "PDF pages", pdf_pages.read(pdf)
    elif ending in _SLIDE_SHOWS:
        from flashdeck.extraction.dialects import slide_shows  # noqa: PLC0415
        from flashdeck.readers.pptx import read_slide_show  # noqa: PLC0415

        show = read_slide_show(path)
        name, format_name, dialect, slides = show.name, show.format, "slide show", slide_shows.read(show)
    else:
        return extract(read_text_document(path), chosen, on_progress)
    return extract_slides(
        slides, name=name, format_name=format_name, dialect=dialect, options=chosen, on_progress=on_progress
    )
