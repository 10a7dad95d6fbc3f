"""Running the program as a whole process, and what that took."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a process took: seconds by the clock, seconds of processor, the most memory it held."""

    wall_s: float
    cpu_s: float
    peak_bytes: int


def run(*arguments: str, environment: Mapping[str, str] | None = None) -> Run:
    """Run Python with these arguments; its output is thrown away.

    It may keep the bytecode of the modules, as an installed program has it; the second run finds it there.

    Args:
        arguments: of the interpreter.
        environment: in place of this process's own.

    Raises:
        RuntimeError: it failed.
    """
    started = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={name: value for name, value in (environment or os.environ).items() if name != "PYTHONDONTWRITEBYTECODE"},
    )
    assert child.stderr is not None
    said = child.stderr.read()
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"{' '.join(arguments)}: {said}")
    peak = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Run(wall_s=time.perf_counter() - started, cpu_s=used.ru_utime + used.ru_stime, peak_bytes=peak)


def extract(path: Path) -> Run:
    """Extract a file as the command line does, with its JSON."""
    return run("-m", "flashdeck", "extract", str(path), "--json")


@contextmanager
def on_one_processor() -> Iterator[None]:
    """Let what is run in this context share its work with no other processor; Linux only."""
    mine = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(mine)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, mine)


def quickest(*arguments: str, times: int = 5) -> Run:
    """Return the quickest of several runs: others of a shared machine only ever add to a time."""
    return min((run(*arguments) for _ in range(times)), key=lambda one: one.wall_s)
