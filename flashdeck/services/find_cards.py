"""The cards of a slide file as they are found, made by as many processes as it is worth."""

from collections.abc import Callable
from pathlib import Path

from flashdeck.extraction.options import ExtractionOptions
from flashdeck.extraction.report import Findings
from flashdeck.services.slide_shares import SlideShares, helpers_for


def find_cards(path: Path, options: ExtractionOptions, on_progress: Callable[[float], None] | None = None) -> Findings:
    """Find the cards of a file as `extract_file.find_in_file` does, with helpers."""
    shares = SlideShares(path, options, helpers=helpers_for(path))
    from flashdeck.services.extract_file import find_in_file  # noqa: PLC0415 - the helpers load it meanwhile, too

    return find_in_file(path, options, on_progress, shares)
