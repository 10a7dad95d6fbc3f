"""What the child processes of the program do: commands of its own, read without click, so that they start at once."""

import gc
import importlib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from flashdeck.cli import window
from flashdeck.services import child_limits


class _Worker(NamedTuple):
    """A module of the services whose `work` is a child's, and what turns the words of its call into arguments.

    Attributes:
        gives_way: whether others go first, the process that started this one among them.
    """

    module: str
    kinds: tuple[Callable[[str], object], ...]
    gives_way: bool = False


WORKERS: Final = {
    "extract-worker": _Worker("extraction_worker", (Path, float, bool)),
    "slides-worker": _Worker("slide_shares_worker", (Path, float, int, int), gives_way=True),
    "page-worker": _Worker("page_picture", (Path, int, int, str)),
    "package-worker": _Worker("package_process", (Path, Path)),
    "backup-worker": _Worker("backup_process", (Path, Path, str), gives_way=True),
    "care-worker": _Worker("care_worker", (Path, Path, str), gives_way=True),
}


def work(name: str, words: Sequence[str]) -> None:
    """Be a child process, which writes to its standard output."""
    worker = WORKERS[name]
    arguments = [kind(word) for kind, word in zip(worker.kinds, words, strict=True)]
    if worker.gives_way:
        child_limits.give_way()
    gc.disable()  # nothing made until a module is loaded is garbage
    module = importlib.import_module(f"flashdeck.services.{worker.module}")
    window.collect_from_now_on()
    module.work(*arguments, sys.stdout)
