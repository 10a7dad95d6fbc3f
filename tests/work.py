"""Counting what Python does, so that a test of how work grows gives the same answer on every machine.

Only Python's own lines and calls are seen. What runs in C (a regular expression, a slice, `in` on a string) counts as
one line whatever it takes: for the regular expressions and the time as a whole see `tests/benchmarks`.
"""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def counted_work(run: Callable[[], object]) -> int:
    """Return how many lines, calls and returns of Python `run` takes."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        run()
    finally:
        sys.settrace(before)
    return count


def growth(run: Callable[[int], object], size: int) -> float:
    """Return how many times as much work `run(4 * size)` is as `run(size)`: 4 where it grows with the size."""
    run(size)  # fills what is computed once, and shows the lines to whoever traced before
    once = counted_work(lambda: run(size))
    return counted_work(lambda: run(4 * size)) / once
