"""The command line, run as users run it."""

import io
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from flashdeck.cli import run

COURSE = Path(__file__).resolve().parents[1] / "data" / "coastal_skipper.txt"


@dataclass(frozen=True)
class Outcome:
    """What a command came to."""

    status: int
    out: str
    err: str


@pytest.fixture
def deck_file() -> Path:
    """The text of an invented course."""
    return COURSE


@pytest.fixture
def flashdeck(collection_path, monkeypatch, capsys):
    """Run a command on a collection of its own."""
    monkeypatch.setenv("FLASHDECK_COLLECTION", str(collection_path))

    def call(*arguments: object, stdin: str | io.StringIO = "") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin) if isinstance(stdin, str) else stdin)
        capsys.readouterr()
        status = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Outcome(status, captured.out, captured.err)

    return call


@pytest.fixture(scope="session")
def course(tmp_path_factory) -> Path:
    """A collection into which the invented course was imported, to be copied."""
    path = tmp_path_factory.mktemp("course") / "collection.flashdeck"
    assert run(["import", str(COURSE), "--deck", "Skipper", "--collection", str(path)]) == 0
    return path


@pytest.fixture
def imported(course, collection_path) -> None:
    """Let the commands work on the invented course."""
    shutil.copyfile(course, collection_path)
