"""The slides of a long text shared out to several processes, so that an import uses all of the machine.

This process works from the first slide on, the helpers from the last one back, each on every so-manieth slide; what is
not made when it is needed is made here. So nothing waits for a helper, and the cards are the same without one. A helper
reads the file itself, while this process does: what both do is the same text, which its first message proves.
"""

import hashlib
import json
import os
import queue
import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self, TextIO

from flashdeck.domain.document import TextDocument
from flashdeck.errors import FlashdeckError
from flashdeck.extraction.pipeline import ExtractionOptions, SlideCards, cards_for_themselves, read_slides
from flashdeck.extraction.report import draft_from_json, draft_to_json
from flashdeck.readers.text import read_text_document
from flashdeck.services import child_limits

if TYPE_CHECKING:
    from flashdeck.services.child_process import ChildProcess

WORKER_COMMAND: Final = "slides-worker"
_LEAST_BYTES: Final = 100_000
"""A shorter text is done before a helper has started."""
_MOST_BYTES: Final = 16 << 20
"""Every helper holds the slides of the whole text."""
_MOST_HELPERS: Final = 3
"""More would save less than the reading takes, which each does."""


def helpers_for(path: Path) -> int:
    """Return how many helpers a text of this size is worth on this machine."""
    try:
        size = path.stat().st_size
    except OSError:
        return 0  # whoever reads it says what is wrong
    return min(_processors() - 1, _MOST_HELPERS) if _LEAST_BYTES <= size <= _MOST_BYTES else 0


def _processors() -> int:
    if sys.platform != "linux":
        return os.cpu_count() or 1
    return len(os.sched_getaffinity(0))


class SlideShares:
    """What helpers have made so far; a context that ends them."""

    def __init__(self, path: Path, options: ExtractionOptions, *, helpers: int) -> None:
        """Start helpers that read a text and make its cards."""
        self._made: dict[int, SlideCards] = {}
        self._reached = -1
        """The slide that was asked for last; helpers come back to it from the end."""
        self._text_digest = ""
        self._children = [_started(path, options, number, helpers) for number in range(helpers)]
        self._trusted: list[ChildProcess] = []
        """Those that are seen to have read the same text."""
        self._new = list(self._children)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for child in self._children:
            child.cancel()

    def expect(self, document: TextDocument) -> None:
        """Say which text the helpers must have read."""
        self._text_digest = _digest(document)

    def take(self, index: int) -> SlideCards | None:
        """Return what a helper made of the slide at an index, or None if none did so far."""
        self._reached = index
        for child in list(self._new):
            self._greet(child)
        for child in list(self._trusted):
            self._hear(child)
        return self._made.pop(index, None)

    def __len__(self) -> int:
        """Return how many slides are made and not yet taken."""
        return len(self._made)

    def _greet(self, child: "ChildProcess") -> None:
        try:
            message = child.next_message()
        except queue.Empty:
            return
        self._new.remove(child)
        if message is not None and message.get("text") == self._text_digest:
            self._trusted.append(child)

    def _hear(self, child: "ChildProcess") -> None:
        try:
            while (message := child.next_message()) is not None:
                if message["slide"] >= self._reached:
                    drafts = tuple(map(draft_from_json, message["cards"]))
                    self._made[message["slide"]] = SlideCards(drafts, message["has_weak"], message["repeats"])
        except queue.Empty:
            return
        self._trusted.remove(child)


def _started(path: Path, options: ExtractionOptions, number: int, helpers: int) -> "ChildProcess":
    from flashdeck.services.child_process import ChildProcess  # noqa: PLC0415 - a short text needs no helper

    return ChildProcess(WORKER_COMMAND, [str(path), str(options.min_score), str(number), str(helpers)])


def work(path: Path, options: ExtractionOptions, output: TextIO, *, number: int, helpers: int) -> None:
    """Be a helper: write what the slides of a share give for themselves as lines of JSON, the last slide first.

    Args:
        path: the text.
        options: what the user may set.
        output: where the lines go; whoever reads them may have ended.
        number: of this helper, from 0.
        helpers: how many there are.
    """
    child_limits.limit_text()
    try:
        document = read_text_document(path)
        output.write(json.dumps({"text": _digest(document)}) + "\n")
        slides = read_slides(document).slides
    except FlashdeckError:
        return  # who started it reads the same file, and says so
    share = range(len(slides) - 1 - number, -1, -helpers)
    for index, made in cards_for_themselves(slides, share, options=options):
        cards = list(map(draft_to_json, made.drafts))
        message = {"slide": index, "cards": cards, "has_weak": made.has_weak, "repeats": made.repeats}
        output.write(json.dumps(message) + "\n")
        output.flush()


def _digest(document: TextDocument) -> str:
    return hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
