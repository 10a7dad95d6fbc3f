"""Started twice in the same moment: exactly one has the collection, the other leaves and writes nothing, and whoever
comes after a kill takes over.
"""

import hashlib
import multiprocessing
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from flashdeck.services.check import faults_of
from flashdeck.storage.collection import Collection
from tests.crash import student

CONTEXT = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
if sys.platform != "win32":
    CONTEXT.set_forkserver_preload(["flashdeck.gui.app", "flashdeck.cli", "tests.crash.student"])
LONGEST_WAIT_S = 60


def open_window(connection, path: Path) -> None:
    """Be the program that a double click starts; say what becomes of it."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from flashdeck.gui import app  # noqa: PLC0415 - in the child only

    sys.argv[:] = ["flashdeck"]
    status = app.start(path, on_shown=lambda: connection.send("owner"))
    connection.send(f"left with {status}")


class Started:
    """A window in a process of its own."""

    def __init__(self, path: Path) -> None:
        self.ours, theirs = CONTEXT.Pipe()
        self.process = CONTEXT.Process(target=open_window, args=(theirs, path))
        self.process.start()
        theirs.close()

    def says(self) -> str:
        assert self.ours.poll(LONGEST_WAIT_S), "it hangs"
        return self.ours.recv()

    def kill(self) -> None:
        self.process.kill()
        self.process.join()
        self.ours.close()


@contextmanager
def started(path: Path, number: int) -> Iterator[list[Started]]:
    windows = [Started(path) for _ in range(number)]
    try:
        yield windows
    finally:
        for window in windows:
            window.kill()


def digests(folder: Path) -> dict[str, str]:
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.iterdir() if file.is_file()}


@pytest.mark.parametrize("rounds", [2, pytest.param(50, marks=pytest.mark.crash)])
def test_of_two_windows_at_once_one_opens_and_one_leaves_and_the_next_after_a_kill_opens(collection_path, rounds):
    student.make_collection(collection_path, 3)
    for _ in range(rounds):
        with started(collection_path, 2) as windows:
            said = [window.says() for window in windows]
            assert sorted(said) == ["left with 0", "owner"]
            windows[said.index("left with 0")].process.join()
            assert windows[said.index("owner")].process.is_alive()
    with Collection(collection_path) as collection:
        assert faults_of(collection) == ()


def test_a_later_window_leaves_every_file_as_it_was(collection_path):
    student.make_collection(collection_path, 3)
    with started(collection_path, 1) as (first,):
        assert first.says() == "owner"
        before = digests(collection_path.parent)
        with started(collection_path, 1) as (second,):
            assert second.says() == "left with 0"
            second.process.join()
        assert digests(collection_path.parent) == before


def review(path: Path) -> subprocess.Popen:
    """Start `flashdeck review` in a terminal in which one answer is typed, and nothing more."""
    command = [sys.executable, "-m", "flashdeck", "review", "--new", "999", "--collection", str(path)]
    pipe = subprocess.PIPE
    terminal = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, encoding="utf-8")
    terminal.stdin.write("\n3\n")
    terminal.stdin.flush()
    return terminal


def saved_or_refused(terminal: subprocess.Popen) -> str:
    """Return the card that was saved, or nothing where the collection was in use."""
    for line in terminal.stdout:
        if "saved " in line:
            return line.partition("saved ")[2].split()[0]
    assert terminal.wait(LONGEST_WAIT_S) == 1
    assert "open in another flashdeck" in terminal.stderr.read()
    return ""


@pytest.mark.parametrize("rounds", [2, pytest.param(50, marks=pytest.mark.crash)])
def test_of_two_terminals_at_once_one_reviews_and_one_says_who_has_the_file(collection_path, rounds):
    student.make_collection(collection_path, 60)
    saved = []
    for _ in range(rounds):
        terminals = [review(collection_path) for _ in range(2)]
        try:
            cards = [saved_or_refused(terminal) for terminal in terminals]
            assert sum(card != "" for card in cards) == 1
            saved += [card for card in cards if card]
        finally:
            for terminal in terminals:
                terminal.kill()  # in the midst of its sitting
                terminal.communicate()
    with Collection(collection_path) as collection:
        assert faults_of(collection) == ()
        assert {uid: len(entries) for uid, entries in collection.reviews.by_card().items()} == Counter(saved)
