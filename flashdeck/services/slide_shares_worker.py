"""The child process that makes the cards of some slides of a long text: see `slide_shares`."""

from pathlib import Path
from typing import TextIO

from flashdeck.errors import FlashdeckError
from flashdeck.extraction.options import ExtractionOptions
from flashdeck.extraction.pipeline import cards_for_themselves, read_slides
from flashdeck.extraction.report import draft_to_json
from flashdeck.readers.text import read_text_document
from flashdeck.services import child_limits, child_messages
from flashdeck.services.slide_shares import digest


@child_limits.collecting_seldom()
def work(path: Path, min_score: float, number: int, helpers: int, output: TextIO) -> None:
    """Be a helper: write what the slides of a share give for themselves as lines of JSON, the last slide first.

    Args:
        path: the text.
        min_score: the least score of a card that is kept.
        number: of this helper, from 0.
        helpers: how many there are.
        output: where the lines go; whoever reads them may have ended.
    """
    child_limits.limit_text()
    options = ExtractionOptions(min_score=min_score, keeps_rejections=False)
    try:
        document = read_text_document(path)
        child_messages.write(output, {"text": digest(document)})
        slides = read_slides(document).slides
    except FlashdeckError:
        return  # who started it reads the same file, and says so
    share = range(len(slides) - 1 - number, -1, -helpers)
    for index, made in cards_for_themselves(slides, share, options=options):
        drafts = list(map(draft_to_json, made.drafts))
        child_messages.write(output, made._asdict() | {"slide": index, "drafts": drafts})
