"""The slides of a long text shared out to several processes, so that an import uses all of the machine.

This process works from the first slide on, the helpers from the last one back, each on every so-manieth slide; what is
not made when it is needed is made here. So nothing waits for a helper, and the cards are the same without one. A helper
loads what makes cards and reads the file while this process does; that it is the same text, its first message proves.
"""

import hashlib
import os
import queue
import sys
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Self

from flashdeck.domain.document import TextDocument
from flashdeck.extraction.model import SlideCards
from flashdeck.extraction.options import ExtractionOptions
from flashdeck.extraction.report import draft_from_json

if TYPE_CHECKING:
    from flashdeck.services.child_process import ChildProcess

WORKER_COMMAND: Final = "slides-worker"
SLIDE_SHOWS: Final = frozenset({".pptx", ".pptm", ".ppsx", ".ppt", ".pps"})
"""Endings of PowerPoint's files; the reader says what is wrong with the old ones."""
_LEAST_BYTES: Final = 100_000
"""A shorter text is done before a helper has started."""
_MOST_BYTES: Final = 16 << 20
"""Every helper holds the slides of the whole text."""
_MOST_HELPERS: Final = 3
"""More would save less than the reading takes, which each does."""


def helpers_for(path: Path) -> int:
    """Return how many helpers a file is worth on this machine: none if it is no text or a short one."""
    if path.suffix.lower() in SLIDE_SHOWS | {".pdf"}:
        return 0
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
        self._heard = list(self._children)
        """Those that may have more to say of the same text."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for child in self._children:
            child.cancel()

    def expect(self, document: TextDocument) -> None:
        """Say which text the helpers must have read."""
        self._text_digest = digest(document)

    def take(self, index: int) -> SlideCards | None:
        """Return what a helper made of the slide at an index, or None if none did so far."""
        self._reached = index
        for child in list(self._heard):
            if not self._hear(child):
                self._heard.remove(child)
        return self._made.pop(index, None)

    def __len__(self) -> int:
        """Return how many slides are made and not yet taken."""
        return len(self._made)

    def _hear(self, child: "ChildProcess") -> bool:
        """Take what a helper says, and return whether it may say more: it has neither ended nor read another text."""
        try:
            while (message := child.next_message()) is not None:
                if "text" in message:
                    if message["text"] != self._text_digest:
                        return False
                elif message["slide"] >= self._reached:
                    self._made[message["slide"]] = _made_from_json(message)
        except queue.Empty:
            return True
        return False


def _made_from_json(message: Mapping[str, Any]) -> SlideCards:
    drafts = tuple(map(draft_from_json, message["drafts"]))
    return SlideCards(drafts, message["has_weak"], message["repeats"], message["turns"])


def _started(path: Path, options: ExtractionOptions, number: int, helpers: int) -> "ChildProcess":
    from flashdeck.services.child_process import ChildProcess  # noqa: PLC0415 - a short text needs no helper

    return ChildProcess(WORKER_COMMAND, [str(path), str(options.min_score), str(number), str(helpers)])


def digest(document: TextDocument) -> str:
    """Return what tells a text from others."""
    return hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
