"""The power goes out at every system call of a traced sitting: no acknowledged answer is lost, nothing is torn.

What a disk holds then is one of three: all that was written, only what was synced, or that and some sectors of the
rest in any order. A sitting without full synchronisation has to lose answers here, or the test would prove nothing.
"""

import random
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest

from flashdeck.services.check import faults_of
from flashdeck.storage.collection import Collection
from tests.crash import student

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")

SECTOR = 512
CALLS = "openat,pwrite64,write,fsync,fdatasync,ftruncate,unlink"
SITTING = """
import sys
from pathlib import Path
from tests.crash import student
from flashdeck.storage import connection
if sys.argv[3]:
    connection._PRAGMAS = tuple(("synchronous", sys.argv[3], {"NORMAL": 1, "OFF": 0}[sys.argv[3]])
                                if name == "synchronous" else (name, value, wanted)
                                for name, value, wanted in connection._PRAGMAS)
student.review(Path(sys.argv[1]), student.say_on_stdout, int(sys.argv[2]))
"""
Model = Literal["written", "synced", "scattered"]
MODELS: tuple[Model, ...] = ("written", "synced", "scattered")
_CALL = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+)")
_PATH_OF_DESCRIPTOR = re.compile(r"^\d+<((?:\\x[0-9a-f]{2})+)>")
_STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True)
class Call:
    """A system call that changes a file or says something."""

    name: str
    path: str
    data: bytes = b""
    offset: int = 0


@dataclass
class DiskFile:
    """A file on a disk that forgets what was not synced."""

    synced: bytes | None = None
    pending: list[Call] = field(default_factory=list)

    def content(self, model: Model, chance: random.Random) -> bytes | None:
        content = self.synced
        for call in self.pending if model != "synced" else []:
            content = apply(content, call, chance if model == "scattered" else None)
        return content


def apply(content: bytes | None, call: Call, chance: random.Random | None) -> bytes | None:
    """Return a file after a call; with `chance`, each sector of a write may be missing."""
    if call.name == "unlink":
        return content if chance is not None and chance.random() < 0.5 else None
    data = bytearray(content or b"")
    if call.name == "ftruncate":
        if chance is None or chance.random() < 0.5:
            del data[call.offset :]
            data += bytes(call.offset - len(data))
        return bytes(data)
    for start in range(0, len(call.data), SECTOR):
        if chance is None or chance.random() < 0.5:
            place, part = call.offset + start, call.data[start : start + SECTOR]
            data += bytes(max(0, place - len(data)))
            data[place : place + len(part)] = part
    return bytes(data)


def unhex(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


def trace(path: Path, answers: int, synchronous: str) -> list[Call]:
    """Let a student answer under strace; return what happened to the files of the collection, and what was said."""
    log = path.with_name("trace")
    command = ["strace", "-f", "-xx", "-y", "-s", "100000", "-e", f"trace={CALLS}", "-o", log]
    sitting = [sys.executable, "-c", SITTING, path, str(answers), synchronous]
    subprocess.run([*command, *sitting], check=True, capture_output=True, cwd=Path(__file__).parents[2])
    calls = [call for line in log.read_text().splitlines() for call in parse(line, path)]
    log.unlink()
    return calls


def parse(line: str, path: Path) -> list[Call]:
    found = _CALL.search(line)
    if found is None or int(found[3]) < 0 or found[1] == "openat":
        return []
    name, arguments = found[1], found[2]
    if name == "unlink":
        target = unhex(_STRING.search(arguments)[1]).decode()
        return [Call(name, target)] if target.startswith(str(path)) else []
    where = unhex(_PATH_OF_DESCRIPTOR.search(arguments)[1]).decode()
    if name == "write":
        said = unhex(_STRING.search(arguments)[1])
        return [Call("say", "", said)] if said.startswith(b"answer ") else []
    if not where.startswith(str(path)):
        return []
    if name == "pwrite64":
        offset = int(arguments.rpartition(", ")[2], 0)
        return [Call(name, where, unhex(_STRING.search(arguments)[1]), offset)]
    if name == "ftruncate":
        return [Call(name, where, offset=int(arguments.rpartition(", ")[2], 0))]
    return [Call("sync", where)]


def cut_everywhere(folder: Path, *, answers: int, synchronous: str = "", every: int = 1) -> tuple[int, int, int]:
    """Cut the power before each system call; return how many states there were, and in how many answers were lost
    or the collection was torn."""
    path = folder / "collection.flashdeck"
    student.make_collection(path, answers)
    disk = {str(path): DiskFile(path.read_bytes())}
    calls = trace(path, answers, synchronous)
    acknowledged: set[str] = set()
    states = losses = tears = 0
    for number, call in enumerate([*calls, Call("end", "")]):
        if number % every == 0:
            for model in MODELS:
                lost, torn = look(folder / "after", path.name, disk, model, number, acknowledged)
                states, losses, tears = states + 1, losses + lost, tears + torn
        happen(disk, call, acknowledged)
    assert len(acknowledged) == answers
    return states, losses, tears


def happen(disk: dict[str, DiskFile], call: Call, acknowledged: set[str]) -> None:
    if call.name == "say":
        acknowledged.add(call.data.decode().split()[1])
    elif call.name == "sync":
        file = disk.setdefault(call.path, DiskFile())
        file.synced, file.pending = file.content("written", random.Random(0)), []
    elif call.path:
        disk.setdefault(call.path, DiskFile()).pending.append(call)


def look(
    folder: Path, name: str, disk: dict[str, DiskFile], model: Model, number: int, acknowledged: set[str]
) -> tuple[bool, bool]:
    """Start the machine again; return whether an acknowledged answer is lost, and whether anything is torn."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    chance = random.Random(number)
    for path, file in disk.items():
        content = file.content(model, chance)
        if content is not None:
            (folder / Path(path).name).write_bytes(content)
    try:
        with closing(sqlite3.connect(folder / name)) as connection:
            sound = connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            log = {uid for (uid,) in connection.execute("SELECT uid FROM review_log")}
    except sqlite3.DatabaseError:
        return True, True
    if sound and number % 16 == 0:
        with Collection(folder / name) as collection:
            sound = faults_of(collection) == ()
    return not acknowledged <= log, not sound


@pytest.mark.crash
def test_at_every_call_of_sixty_answers_nothing_is_lost(tmp_path):
    states, losses, tears = cut_everywhere(tmp_path, answers=60)
    assert states >= 3 * 300
    assert (losses, tears) == (0, 0)


def test_at_some_calls_of_some_answers_nothing_is_lost(tmp_path):
    states, losses, tears = cut_everywhere(tmp_path, answers=8, every=3)
    assert states >= 30
    assert (losses, tears) == (0, 0)


def test_without_full_synchronisation_answers_are_lost(tmp_path):
    _, losses, _ = cut_everywhere(tmp_path, answers=8, synchronous="NORMAL", every=3)
    assert losses > 0
