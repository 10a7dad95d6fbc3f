"""The desktop program from the command line, and its call read without click: a window must be there at once."""

import gc
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

VARIABLE: Final = "FLASHDECK_COLLECTION"
"""The environment variable that names the collection where no option does."""


class WindowCall(NamedTuple):
    """A call for the window and nothing else; without a path, the collection is where it always is."""

    collection_path: Path | None = None
    is_smoke: bool = False


def window_call(arguments: Sequence[str]) -> WindowCall | None:
    """Return what the arguments ask for where they ask for the window in the plainest way; None for all else."""
    words = list(arguments)
    if words and words.pop(0) != "gui":
        return None
    path = os.environ.get(VARIABLE)
    is_smoke = False
    while words:
        word = words.pop(0)
        if word == "--smoke":
            is_smoke = True
        elif word == "--collection" and words and words[0]:
            path = words.pop(0)
        else:
            return None
    return WindowCall(collection_path=Path(path) if path else None, is_smoke=is_smoke)


def open_window(call: WindowCall) -> int:
    """Open the desktop program and return its exit status."""
    gc.disable()  # nothing made until the window is shown is garbage
    from flashdeck.gui.app import start  # noqa: PLC0415 - the only way to Qt, taken only when a window is wanted

    return start(call.collection_path or _usual_path(), smoke=call.is_smoke, on_shown=collect_from_now_on)


def collect_from_now_on() -> None:
    """Look for garbage again, but not in what is there by now: it stays, and going through it makes keys late."""
    gc.freeze()
    gc.enable()


def _usual_path() -> Path:
    from flashdeck.services.collection_file import default_path  # noqa: PLC0415

    return default_path()
