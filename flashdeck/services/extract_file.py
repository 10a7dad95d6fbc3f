"""A slide file to card drafts, in this process."""

from collections.abc import Callable
from pathlib import Path

from flashdeck.extraction.model import Extraction
from flashdeck.extraction.pipeline import ExtractionOptions, extract
from flashdeck.readers.text import read_text_document


def extract_file(
    path: Path, options: ExtractionOptions | None = None, on_progress: Callable[[float], None] | None = None
) -> Extraction:
    """Read a slide file and return the cards found in it.

    Args:
        path: where the file is.
        options: None for the defaults.
        on_progress: is told the finished share, 0 to 1, from time to time.

    Raises:
        SlideFileError: the file cannot be read or is no slide deck.
    """
    return extract(read_text_document(path), options or ExtractionOptions(), on_progress)
