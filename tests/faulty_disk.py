"""Disks and folders that refuse what they are asked for."""

import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

_NOBODY = 65534


def failing_disk(folder: Path) -> Path:
    """Return the library that lets calls fail, compiled."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or not sys.platform.startswith("linux"):
        pytest.skip("needs a C compiler and Linux")
    library = folder / "failing_disk.so"
    source = Path(__file__).parent / "crash" / "failing_disk.c"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
    return library


@contextmanager
def as_nobody():
    """Be a user to whom permissions apply."""
    if os.geteuid() != 0:
        yield
        return
    # of this thread alone, so that the test runner keeps its own rights
    libc = ctypes.CDLL(None, use_errno=True)
    setresuid = 117
    assert libc.syscall(setresuid, -1, _NOBODY, -1) == 0
    try:
        yield
    finally:
        assert libc.syscall(setresuid, -1, 0, -1) == 0


@contextmanager
def open_to_all():
    """Make a folder that everybody reaches; pytest's own are for one user alone."""
    folder = Path(tempfile.mkdtemp(prefix="flashdeck-open-"))
    folder.chmod(0o777)
    try:
        yield folder
    finally:
        folder.chmod(0o700)
        shutil.rmtree(folder)
