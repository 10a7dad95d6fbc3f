"""How long a course takes, how time and memory grow with the text, and how long a PDF takes."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.benchmarks import files, measuring
from tests.benchmarks.figures import Figure

_MB: Final = 1_000_000
_SMALL: Final = 100_000
_HUNDREDFOLD: Final = 100


def measure_courses() -> Iterator[Figure]:
    """A course of 200 to 300 KB, the start of the program included, on all processors and on one."""
    with tempfile.TemporaryDirectory() as folder:
        start = measuring.quickest("-c", "import click")
        yield Figure(name="starting Python and importing click", value=start.wall_s, unit="s")
        for path in files.courses(Path(folder)):
            taken = measuring.quickest("-m", "flashdeck", "extract", str(path), "--json")
            with measuring.on_one_processor():
                alone = measuring.quickest("-m", "flashdeck", "extract", str(path), "--json")
            name = f"extract --json of {path.stat().st_size // 1000} KB"
            on_all = f"on {len(os.sched_getaffinity(0))} processors"
            yield Figure(name=f"{name} {on_all}, by the clock", value=taken.wall_s, target=1.0, unit="s")
            yield Figure(name=f"{name} on one processor", value=alone.cpu_s, unit="s")
            yield Figure(name=f"{name} on one processor, times the start", value=alone.cpu_s / start.cpu_s, unit="x")


def measure_growth(most: int) -> Iterator[Figure]:
    """A hundred times the text, up to `most` characters: at most 110 times the time, at most 5 times it in memory."""
    with tempfile.TemporaryDirectory() as folder, measuring.on_one_processor():
        path = Path(folder) / "deck.txt"
        size = _SMALL
        while size * _HUNDREDFOLD <= most:
            small, large = _extract(path, size), _extract(path, size * _HUNDREDFOLD)
            name = f"from {size / _MB:g} to {size * _HUNDREDFOLD / _MB:g} MB"
            yield Figure(name=f"time, {name}", value=large.cpu_s / small.cpu_s, target=110, unit="x")
            room = 5 * path.stat().st_size + 100 * _MB
            yield Figure(
                name=f"peak memory, {size * _HUNDREDFOLD / _MB:g} MB",
                value=large.peak_bytes / _MB,
                target=room / _MB,
                unit="MB",
            )
            size *= 10


def _extract(path: Path, size: int) -> measuring.Run:
    files.write_deck(path, size)
    return measuring.extract(path)


def measure_pdf() -> Iterator[Figure]:
    """A hundred pages of slides."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "slides.pdf"
        path.write_bytes(files.pdf_of(100))
        taken = measuring.quickest("-m", "flashdeck", "extract", str(path), "--json", times=3)
        # by the clock: the child that reads the PDF may end after this process
        yield Figure(name="extract --json of 100 PDF pages, by the clock", value=taken.wall_s, target=2.0, unit="s")
