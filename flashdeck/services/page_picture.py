"""Pages of imported PDFs as pictures, drawn in a child process."""

import base64
import json
import queue
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final, TextIO

from flashdeck import messages
from flashdeck.domain.pages import PagePicture
from flashdeck.errors import SlideFileError
from flashdeck.messages import Message
from flashdeck.services import child_limits, child_messages
from flashdeck.services.child_process import ChildProcess

WORKER_COMMAND: Final = "page-worker"
_MEMORY_LIMIT_BYTES: Final = 2 << 30
_CPU_LIMIT_S: Final = 30


class PageDrawing:
    """A page that is being drawn. Poll it from one thread; it never blocks."""

    def __init__(self, path: Path, number: int, *, width: int, passage: Sequence[str]) -> None:
        """Start to draw a page, from 1, `width` pixels wide, and to look for a passage on it."""
        self._path = path
        self._number = number
        self._child = ChildProcess(WORKER_COMMAND, [str(path), str(number), str(width), json.dumps(list(passage))])

    def poll(self, *, wait_s: float = 0.0) -> PagePicture | None:
        """Return the picture once it is there, None while the child draws.

        Args:
            wait_s: seconds to wait for it.

        Raises:
            SlideFileError: the page cannot be drawn, or not within the limits.
        """
        try:
            message = self._child.next_message(wait_s=wait_s)
        except queue.Empty:
            return None
        if message is None:
            raise SlideFileError(
                Message("Page {number} of {name} was too much to draw.", number=self._number, name=self._path.name)
            )
        if "error" in message:
            raise SlideFileError(messages.from_json(message["error"]))
        return _picture(message)

    def cancel(self) -> None:
        """Stop drawing."""
        self._child.cancel()


def _picture(message: dict[str, Any]) -> PagePicture:
    boxes = tuple(tuple(box) for box in message["boxes"])
    return PagePicture(**{**message, "pixels": base64.b64decode(message["pixels"]), "boxes": boxes})


def work(path: Path, number: int, width: int, passage: str, output: TextIO) -> None:
    """Be the child: draw a page and write it as a line of JSON.

    Args:
        path: the PDF.
        number: of the page, from 1.
        width: in pixels.
        passage: JSON of the lines to look for.
        output: where the line goes.
    """
    child_limits.limit(memory_bytes=_MEMORY_LIMIT_BYTES, cpu_s=_CPU_LIMIT_S)
    from flashdeck.readers.pdf_picture import draw_page  # noqa: PLC0415 - pdfium would slow every start

    try:
        picture = draw_page(path, number, width, json.loads(passage))
    except SlideFileError as error:
        message: dict[str, Any] = {"error": messages.to_json(error.message)}
    else:
        message = {**asdict(picture), "pixels": base64.b64encode(picture.pixels).decode("ascii")}
    child_messages.write(output, message)
