"""Finds the shipped files (assets/, decks/) in a checkout, in an installed wheel and in a bundled program."""

import sys
from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    """Return the folder that holds `assets` and `decks`."""
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        return Path(bundle)
    package = Path(__file__).resolve().parent
    return package if (package / "assets").is_dir() else package.parent


def asset_path(*parts: str) -> Path:
    """Return the path of a file below `assets/`."""
    return _root().joinpath("assets", *parts)


def deck_path(name: str) -> Path:
    """Return the path of a shipped deck below `decks/`."""
    return _root() / "decks" / name
