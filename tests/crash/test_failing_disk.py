"""Every write, synchronisation and truncation fails in turn, once and for good.

The error is shown, nothing crashes, no acknowledged answer is lost, none counts twice, and no file is torn.
"""

import errno
import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.crash.student import make_collection
from tests.faulty_disk import failing_disk

ROOT = Path(__file__).resolve().parents[2]
OLD = ROOT / "tests" / "data" / "collections" / "version-1.flashdeck.gz"


@pytest.fixture(scope="module")
def disk(tmp_path_factory):
    """The failing disk, compiled."""
    return failing_disk(tmp_path_factory.mktemp("disk"))


@pytest.fixture
def student(disk):
    """Run scenarios, each in a process of its own."""
    command = [sys.executable, "-m", "tests.crash.unlucky_student"]
    environment = {**os.environ, "LD_PRELOAD": str(disk)}
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )

    def run(**scenario) -> dict:
        process.stdin.write(json.dumps(scenario) + "\n")
        process.stdin.flush()
        return json.loads(process.stdout.readline())

    yield run
    process.stdin.close()
    process.stdout.close()
    process.wait()


def fail(student, tmp_path, story: str, original: Path, calls: range) -> tuple[int, int]:
    """Let each of the calls fail; return how many runs there were and in how many something was shown."""
    runs = shown = 0
    for call in calls:
        for sticky in (False, True):
            error = errno.EIO if call % 2 else errno.ENOSPC
            outcome = student(
                story=story,
                original=str(original),
                folder=str(tmp_path / "run"),
                call=call,
                sticky=sticky,
                error=error,
            )
            assert outcome["wrong"] == [], (call, sticky, outcome)
            runs, shown = runs + 1, shown + bool(outcome["shown"])
    return runs, shown


@pytest.fixture
def original(tmp_path) -> Path:
    path = tmp_path / "new.flashdeck"
    make_collection(path, 10)
    return path


@pytest.fixture
def old(tmp_path) -> Path:
    path = tmp_path / "old.flashdeck"
    path.write_bytes(gzip.decompress(OLD.read_bytes()))
    return path


def test_some_calls_of_a_sitting(student, tmp_path, original):
    runs, shown = fail(student, tmp_path, "review", original, range(1, 60, 7))
    assert shown > runs / 4


def test_some_calls_of_migration_backup_and_export(student, tmp_path, old):
    runs, shown = fail(student, tmp_path, "care", old, range(1, 200, 25))
    assert shown > runs / 4


@pytest.mark.crash
def test_the_first_two_hundred_calls_of_a_sitting(student, tmp_path, original):
    fail(student, tmp_path, "review", original, range(1, 201))


@pytest.mark.crash
def test_the_first_three_hundred_calls_of_migration_backup_and_export(student, tmp_path, old):
    fail(student, tmp_path, "care", old, range(1, 301))
