"""What a process sets itself before it reads a file of others: its limits, its place behind others, its care."""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_TEXT_MEMORY_BYTES: Final = 4 << 30
_TEXT_CPU_S: Final = 600
_POLITE: Final = 10
"""Of the 19 steps by which a process can stand back."""
_COLLECTED_EVERY: Final = 100_000
"""Objects between two looks for cycles: making cards makes millions and next to no cycle."""


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Look for cycles seldom, and not through all that is left when the process ends, which must make cards alone."""
    gc.set_threshold(_COLLECTED_EVERY)
    yield
    gc.freeze()


def limit_text() -> None:
    """Limit this process as one that makes cards of slides."""
    limit(memory_bytes=_TEXT_MEMORY_BYTES, cpu_s=_TEXT_CPU_S)


def give_way() -> None:
    """Let others go first, the process that waits for this one among them; does nothing on Windows."""
    if sys.platform != "win32":
        os.nice(_POLITE)


def limit(*, memory_bytes: int, cpu_s: int) -> None:
    """Let the system end this process when it takes more memory or time; does nothing on Windows, which cannot."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - Windows has none

    for kind, value in ((resource.RLIMIT_AS, memory_bytes), (resource.RLIMIT_CPU, cpu_s)):
        _, hard = resource.getrlimit(kind)
        if hard == resource.RLIM_INFINITY or hard > value:
            resource.setrlimit(kind, (value, hard))
