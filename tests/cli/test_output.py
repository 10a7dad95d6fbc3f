"""Where what a command prints goes, the commands as processes of their own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

FULL = Path("/dev/full")
KINDS = pytest.mark.parametrize("options", [[], ["--json"], ["--explain"]], ids=["cards", "json", "explained"])


def extract(deck_file: Path, options: list[str], stdout: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "flashdeck", "extract", *options, str(deck_file)]
    return subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, encoding="utf-8", check=False)


@KINDS
@pytest.mark.skipif(not FULL.exists(), reason="this system has no disk that is always full")
def test_a_full_disk_is_a_sentence_and_no_crash(deck_file, options):
    with FULL.open("w") as full:
        done = extract(deck_file, options, full.fileno())
    assert done.returncode == 1
    assert done.stderr.startswith("flashdeck: the output could not be written (")
    assert done.stderr.count("\n") == 1


@KINDS
def test_a_reader_who_has_seen_enough_ends_the_command_quietly(deck_file, options):
    read, write = os.pipe()
    os.close(read)
    done = extract(deck_file, options, write)
    os.close(write)
    assert (done.returncode, done.stderr) == (1, "")


def test_the_json_ends_its_last_line(deck_file):
    done = extract(deck_file, ["--json"], subprocess.PIPE)
    assert done.stdout.endswith("\n ]\n}\n")
