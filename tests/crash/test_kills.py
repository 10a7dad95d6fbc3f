"""Killed at random moments: what was acknowledged is there, nothing is torn, the collection is sound."""

import json
import multiprocessing
import random
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

from flashdeck.domain.review_log import EntryKind, ReviewLogEntry
from flashdeck.errors import CollectionBusyError
from flashdeck.interop.anki_package.reading import read_package
from flashdeck.services import collection_file, media, source_files
from flashdeck.services.check import faults_of
from flashdeck.services.import_slides import REMOVED_TAG
from flashdeck.services.rescue import rescue
from flashdeck.storage import backups
from flashdeck.storage.backups_folder import backups_folder_of
from flashdeck.storage.collection import Collection
from flashdeck.storage.verification import looked_at, verify
from tests.conftest import StandingClock
from tests.crash import student

CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(["tests.crash.student", "sqlite_utils"])
LONGEST_WAIT_S = 60


SHARES = {
    "answer": 100,
    "undo": 60,
    "import": 40,
    "edit": 20,
    "slides": 60,
    "pictures": 200,
    "merge": 60,
    "export": 40,
    "backup": 200,
    "restore": 60,
    "backup behind": 200,
    "merge behind": 60,
    "mend behind": 60,
    "restore behind": 60,
}
"""How many kills are aimed at each thing that a student does, of 1,220 in all."""
AT_ONCE = 20
"""Kills of one collection, after which the next begins with a new one."""
LIKELY_S = 0.02
"""How long something is thought to take that was never seen to end."""


def be_student(connection, path: Path, seed: int, doings: tuple[str, ...]) -> None:
    student.live(path, connection.send, seed, doings)


class Killed:
    """A student who is killed about when doing something for the first, second or third time.

    Attributes:
        said: what the student has said, in order.
        in_time: whether that was under way then.
    """

    def __init__(self, path: Path, seed: int, aim: str, doings: tuple[str, ...], takes_s: list[float]) -> None:
        chance = random.Random(seed)
        ours, theirs = CONTEXT.Pipe(duplex=False)
        process = CONTEXT.Process(target=be_student, args=(theirs, path, seed, doings))
        process.start()
        theirs.close()
        self.said: list[str] = []
        for _ in range(chance.randrange(3)):
            self._hear_until(ours, f"begin {aim}")
            began = time.monotonic()
            self._hear_until(ours, f"end {aim}")
            takes_s.append(time.monotonic() - began)
        self._hear_until(ours, f"begin {aim}")
        # as likely at its beginning as behind its end; how long it takes is known from those that were not killed
        time.sleep(chance.uniform(0, 1.3) * (statistics.median(takes_s) if takes_s else LIKELY_S))
        process.kill()
        process.join()
        assert process.exitcode == -9, "the student fell over before being killed"
        while self._hear(ours):
            pass
        ours.close()
        self.in_time = f"end {aim}" not in self.said[-self.said[::-1].index(f"begin {aim}") - 1 :]

    def _hear_until(self, connection, text: str) -> None:
        while self._hear(connection, LONGEST_WAIT_S):
            if self.said[-1] == text:
                return

    def _hear(self, connection, seconds: float = 0) -> bool:
        try:
            if not connection.poll(seconds):
                return False
            self.said.append(connection.recv())
        except (EOFError, OSError):
            return False
        return True


@dataclass
class Durable:
    """What has to be there, from what was said in all lives of a collection.

    Attributes:
        answers: uids in the log.
        kept: the names of imports and merges that nothing has taken back.
        slides: which version of them there is; None where that was being changed.
        backup: the backup to which the collection was being taken back.
    """

    answers: set[str] = field(default_factory=set)
    undone: set[str] = field(default_factory=set)
    taken_back: set[str] = field(default_factory=set)
    kept: set[str] = field(default_factory=set)
    slides: int | None = None
    backup: Path | None = None
    newest_backup: str = ""

    def hear(self, text: str) -> None:
        what, _, about = text.partition(" ")
        match what:
            case "answer":
                self.answers.add(about)
            case "undoing":
                self.taken_back.add(about)
                self.kept.clear()  # it may be one of these
                self.slides = None
            case "undone":
                self.undone.add(about)
            case "imported" | "merged":
                self.kept.add(about)
            case "changing":
                self.slides = None
            case "slides":
                self.slides = int(about)
            case "backup":
                self.newest_backup = Path(about).name
            case "restoring":
                self.backup = Path(about)
            case "restored":
                self.go_back()

    def go_back(self) -> None:
        """Hold nothing that was done since the backup."""
        self.__init__(newest_backup=self.newest_backup)


def check(path: Path, durable: Durable, verified: set[tuple]) -> None:
    """Hold the collection to what was said to be durable, and the backups not yet `verified` to what one must be."""
    with Collection(path) as collection:
        assert faults_of(collection) == ()
        assert media.faults_of(collection) == ()
        log = {entry.uid: entry for entries in collection.reviews.by_card().values() for entry in entries}
        assert collection._connection.value("SELECT count(*) FROM review_log") == len(log)
        if durable.backup is not None and log.keys() == uids_in(durable.backup):
            durable.go_back()
        durable.backup = None
        assert durable.answers <= log.keys()
        undone = {entry.undoes for entry in log.values()}
        assert durable.undone <= undone
        assert not (undone & durable.answers) - durable.taken_back
        check_groups(collection, durable)
        check_slides(collection, durable)
        assert collection._connection.select("SELECT * FROM recording") == []
    check_backups(path, durable, verified)
    check_exports(path)


def uids_in(backup: Path) -> set[str]:
    with looked_at(backup) as connection:
        return {uid for (uid,) in connection.execute("SELECT uid FROM review_log")}


def check_groups(collection: Collection, durable: Durable) -> None:
    """What came in one step is there as a whole or not at all; of a merge the answers, too."""
    uids = collection.merging.read().notes
    groups = Counter(uid.partition(".")[0] for uid in uids if uid.startswith(("import", "other")))
    assert set(groups.values()) <= {student.IMPORTED_AT_ONCE}
    assert durable.kept <= groups.keys()
    standing = {card for card, state in collection.reviews.by_card().items() if effective(state)}
    merged = {card.partition(".")[0] for card in standing if card.startswith("other")}
    assert merged == {name for name in groups if name.startswith("other")}


def effective(entries: Sequence[ReviewLogEntry]) -> list[ReviewLogEntry]:
    taken_back = {entry.undoes for entry in entries}
    return [entry for entry in entries if entry.kind is not EntryKind.UNDO and entry.uid not in taken_back]


def check_slides(collection: Collection, durable: Durable) -> None:
    """There are the cards of one version of the slides, and no card of another; its file is kept."""
    notes = collection.notes.get_many([card.note_id for card in collection.cards.all()])
    cards = {
        (note.content.front, note.content.back, note.content.topic)
        for note in notes
        if note.source is not None and REMOVED_TAG not in note.content.tags
    }
    versions = [set(), *cards_of_versions()]
    assert cards in versions
    assert durable.slides is None or cards == versions[durable.slides + 1]
    for (sha256,) in collection._connection.tuples("SELECT sha256 FROM sources WHERE format = 'pdf'"):
        assert source_files.find(collection.path, sha256) is not None


@cache
def cards_of_versions() -> list[set[tuple[str, str, str]]]:
    """Return the cards of each version of the slides, as an import into an empty collection has them."""
    versions = []
    for number in range(len(student.VERSIONS)):
        with tempfile.TemporaryDirectory() as folder, Collection(Path(folder) / "c.flashdeck") as collection:
            student.write_slides(collection.path.parent)
            student.import_slides(collection, StandingClock(), number)
            notes = collection.notes.get_many([card.note_id for card in collection.cards.all()])
        versions.append({(note.content.front, note.content.back, note.content.topic) for note in notes})
    return versions


def check_backups(path: Path, durable: Durable, verified: set[tuple]) -> None:
    for backup in backups_folder_of(path).glob("*.flashdeck"):
        state = backup.stat()
        if (version := (backup.name, state.st_ino, state.st_size, state.st_mtime_ns)) not in verified:
            verify(backup)
            verified.add(version)
    if durable.newest_backup:
        newest, _ = backups.newest_good(path)
        assert newest.name >= durable.newest_backup


def check_exports(path: Path) -> None:
    """The target of an export is the old file or the new one."""
    file, package = (path.with_name(name) for name in student.EXPORTS)
    if file.exists():
        assert len(json.loads(file.read_bytes())["notes"]) >= 12
    if package.exists():
        with tempfile.TemporaryDirectory() as pictures:
            assert len(read_package(package, Path(pictures)).notes) >= 12


def kill(path: Path, aim: str, seeds: range) -> float:
    """Kill a student about when doing what is aimed at; return the share of kills that came while it was done."""
    student.make_collection(path, 12)
    student.write_slides(path.parent)
    doings = (aim, aim, "answer", "answer", "undo", "edit")
    durable, verified, takes_s = Durable(), set(), []
    hits = 0
    for seed in seeds:
        killed = Killed(path, seed, aim, doings, takes_s)
        for text in killed.said:
            durable.hear(text)
        check(path, durable, verified)
        hits += killed.in_time
    return hits / len(seeds)


@pytest.mark.parametrize("aim", SHARES)
def test_a_kill_or_two_of_each_thing(collection_path, aim):
    kill(collection_path, aim, range(2))


@pytest.mark.crash
@pytest.mark.parametrize(
    ("aim", "part"), [(aim, part) for aim, share in SHARES.items() for part in range(share // AT_ONCE or 1)]
)
def test_twelve_hundred_and_twenty_kills_with_a_share_for_each_thing(collection_path, aim, part):
    first = 1000 * (1 + list(SHARES).index(aim)) + AT_ONCE * part
    share = kill(collection_path, aim, range(first, first + AT_ONCE))
    assert share > 0


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
