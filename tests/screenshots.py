"""Pictures of every screen, dialog and state, light and dark, of an invented course.

    python -m tests.screenshots OUT_DIR [NAME...] [--size 840x560] [--text 150]

Without names every picture is taken; a name stands for all that begin with it. The README shows `today-light`,
`review-light` and `library-dark`.
"""

import argparse
import json
import os
import tempfile
from pathlib import Path

_SCREEN = (1280, 900)
"""Room for the window and its frame on a small laptop; dialogs have to do with it, too."""


def _offscreen(folder: Path) -> str:
    """Return the platform without a screen, which would else be one of 800 x 800."""
    width, height = _SCREEN
    screen = {"name": "laptop", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
    path = folder / "screens.json"
    path.write_text(json.dumps({"screens": [screen]}))
    return f"offscreen:configfile={path}"


def main(folder: Path, wanted: frozenset[str], size: tuple[int, int], percent: int) -> None:
    """Take the pictures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        os.environ.setdefault("QT_QPA_PLATFORM", _offscreen(Path(scratch)))
        from tests.pictures.walk import walk  # noqa: PLC0415 - Qt reads its platform when it is loaded

        walk(folder, Path(scratch), wanted, size, percent)


def _size(text: str) -> tuple[int, int]:
    width, height = text.split("x")
    return int(width), int(height)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="OUT_DIR")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--size", type=_size, default=(1280, 800), metavar="WIDTHxHEIGHT")
    parser.add_argument("--text", type=int, default=100, metavar="PERCENT")
    asked = parser.parse_args()
    main(asked.folder, frozenset(asked.names), asked.size, asked.text)
