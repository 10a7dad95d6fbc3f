"""Killed at random moments: what was acknowledged is there, nothing is torn, the collection is sound."""

import hashlib
import multiprocessing
import random
import time
from pathlib import Path

import pytest

from flashdeck.errors import CollectionBusyError
from flashdeck.services import collection_file
from flashdeck.services.check import faults_of
from flashdeck.services.collection_file import media_folder_of
from flashdeck.services.rescue import rescue
from flashdeck.storage import backups
from flashdeck.storage.backups_folder import backups_folder_of
from flashdeck.storage.collection import Collection
from flashdeck.storage.verification import verify
from tests.conftest import StandingClock
from tests.crash import student

CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(["tests.crash.student", "sqlite_utils"])
LONGEST_WAIT_S = 60


def be_student(connection, path: Path, seed: int, doings: str) -> None:
    student.live(path, connection.send, seed, doings)


class Killed:
    """A student who is killed some moments after having said some number of things."""

    def __init__(self, path: Path, seed: int, doings: str) -> None:
        chance = random.Random(seed)
        ours, theirs = CONTEXT.Pipe(duplex=False)
        process = CONTEXT.Process(target=be_student, args=(theirs, path, seed, doings))
        process.start()
        theirs.close()
        self.said: list[str] = []
        for _ in range(chance.randrange(12)):
            self._hear(ours, LONGEST_WAIT_S)
        until = time.monotonic() + chance.uniform(0, 0.05)
        while (left := until - time.monotonic()) > 0:
            self._hear(ours, left)
        process.kill()
        process.join()
        assert process.exitcode == -9, "the student fell over before being killed"
        while self._hear(ours, 0):
            pass
        ours.close()

    def _hear(self, connection, seconds: float) -> bool:
        try:
            if not connection.poll(seconds):
                return False
            self.said.append(connection.recv())
        except (EOFError, OSError):
            return False
        return True


def check(path: Path, said: list[str], verified: set[tuple]) -> None:
    """Hold the collection to what was said to be durable, and the backups not yet `verified` to what one must be."""
    taken_back = {text.removeprefix("undoing ") for text in said if text.startswith("undoing")}
    undone = {text.removeprefix("undone ") for text in said if text.startswith("undone")}
    answered = {text.removeprefix("answer ") for text in said if text.startswith("answer")}
    with Collection(path) as collection:
        assert faults_of(collection) == ()
        log = [entry for entries in collection.reviews.by_card().values() for entry in entries]
        assert answered <= {entry.uid for entry in log}
        assert len({entry.uid for entry in log}) == len(log)
        assert undone <= {entry.undoes for entry in log}
        assert not {entry.undoes for entry in log if entry.undoes in answered} - taken_back
        imported = [note for note in collection.merging.read().notes if note.startswith("import")]
        for note in collection.merging.read().notes.values():
            for name in student.pictures_of(note.columns["front"]):
                content = (media_folder_of(path) / name).read_bytes()  # a row without its file would be a crash here
                assert hashlib.sha256(content).hexdigest().startswith(Path(name).stem)
        whole = {name.partition(".")[0] for name in imported}
        assert len(imported) == student.IMPORTED_AT_ONCE * len(whole)
        assert collection._connection.select("SELECT * FROM recording") == []
    for backup, _ in backups.dated(backups_folder_of(path)):
        state = backup.stat()
        if (version := (backup.name, state.st_ino, state.st_size, state.st_mtime_ns)) not in verified:
            verify(backup)
            verified.add(version)
    for text in said:
        if text.startswith("backup"):
            newest, _ = backups.newest_good(path)
            assert newest.name >= Path(text.removeprefix("backup ")).name


def kill(path: Path, seeds: range, doings: str = student.ALL) -> None:
    student.make_collection(path, 12)
    said_in_all = 0
    verified: set[tuple] = set()
    for seed in seeds:
        killed = Killed(path, seed, doings)
        check(path, killed.said, verified)
        said_in_all += len(killed.said)
    assert said_in_all > len(seeds)


def test_a_dozen_kills(collection_path):
    kill(collection_path, range(12))


@pytest.mark.crash
@pytest.mark.parametrize("part", range(10))
def test_five_hundred_kills(collection_path, part):
    kill(collection_path, range(1000 + 50 * part, 1050 + 50 * part))


@pytest.mark.crash
@pytest.mark.parametrize("part", range(4))
def test_two_hundred_kills_of_one_who_hardly_does_more_than_back_up(collection_path, part):
    kill(collection_path, range(3000 + 50 * part, 3050 + 50 * part), student.BACKUPS)


@pytest.mark.crash
@pytest.mark.parametrize("part", range(4))
def test_two_hundred_kills_of_one_who_imports_pictures(collection_path, part):
    kill(collection_path, range(4000 + 50 * part, 4050 + 50 * part), student.PICTURES)


def rescue_it(path: Path) -> None:
    rescue(path, StandingClock())


def kill_rescues(folder: Path, seeds: range) -> None:
    """Kill rescues at random moments: the damaged file is there, or all that a rescue brings, and never a part."""
    original = folder / "original.flashdeck"
    student.make_collection(original, 12)
    student.review(original, len, 8)
    with Collection(original) as collection:
        backup = collection_file.backup_now(collection, StandingClock())
    student.review(original, len, 8)
    with Collection(original) as collection:
        whole = set(collection.merging.read().log)
    damaged = bytearray(original.read_bytes())
    damaged[100:4096] = bytes(3996)
    put_together = 0
    for seed in seeds:
        path = folder / str(seed) / "c.flashdeck"
        backups_folder_of(path).mkdir(parents=True)
        path.write_bytes(damaged)
        (backups_folder_of(path) / backup.name).write_bytes(backup.read_bytes())
        process = CONTEXT.Process(target=rescue_it, args=(path,))
        process.start()
        process.join(random.Random(seed).uniform(0, 0.3))
        process.kill()
        process.join()
        if path.read_bytes() == damaged:
            rescue(path, StandingClock())
        else:
            put_together += 1
        with Collection(path) as collection:
            assert faults_of(collection) == ()
            assert set(collection.merging.read().log) == whole
    assert put_together < len(seeds)


def test_some_killed_rescues(tmp_path):
    kill_rescues(tmp_path, range(4))


@pytest.mark.crash
def test_a_hundred_killed_rescues(tmp_path):
    kill_rescues(tmp_path, range(100))


def own(connection, path: Path) -> None:
    try:
        collection = Collection(path)
    except Exception as error:  # noqa: BLE001 - its name is what is asked
        connection.send(type(error).__name__)
        return
    connection.send("owner")
    connection.poll(LONGEST_WAIT_S)
    collection.close()


def own_again_and_again(connection, path: Path, barrier, rounds: int) -> None:
    for _ in range(rounds):
        barrier.wait()
        try:
            collection = Collection(path)
        except CollectionBusyError:
            collection = None
        connection.send(collection is not None)
        barrier.wait()  # the other has heard, too, whether it owns
        if collection is not None:
            collection.close()


@pytest.mark.parametrize("rounds", [20, pytest.param(200, marks=pytest.mark.crash)])
def test_of_two_who_open_in_the_same_moment_one_always_gets_the_collection(collection_path, rounds):
    student.make_collection(collection_path, 1)
    barrier = CONTEXT.Barrier(2)
    pairs = [CONTEXT.Pipe() for _ in range(2)]
    processes = [
        CONTEXT.Process(target=own_again_and_again, args=(theirs, collection_path, barrier, rounds))
        for _, theirs in pairs
    ]
    for process in processes:
        process.start()
    owners = [tuple(ours.recv() for ours, _ in pairs) for _ in range(rounds)]
    for process in processes:
        process.join()
    assert all(sum(owns) == 1 for owns in owners)


@pytest.mark.parametrize("starters", [2, 8, pytest.param(20, marks=pytest.mark.crash)])
def test_of_several_starters_exactly_one_owns_the_collection_and_the_next_takes_over(collection_path, starters):
    start_at_once(collection_path, starters)


def start_at_once(collection_path: Path, starters: int) -> None:
    student.make_collection(collection_path, 1)
    pairs = [CONTEXT.Pipe() for _ in range(starters)]
    processes = [CONTEXT.Process(target=own, args=(theirs, collection_path)) for _, theirs in pairs]
    for process in processes:
        process.start()
    said = [ours.recv() for ours, _ in pairs]
    assert sorted(said) == ["CollectionBusyError"] * (starters - 1) + ["owner"]
    owner = said.index("owner")
    processes[owner].kill()
    for process in processes:
        process.join()
    Collection(collection_path).close()
