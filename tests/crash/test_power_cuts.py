"""The power goes out at every system call of a traced day: no acknowledged answer is lost, nothing is torn.

What a disk holds then is one of three: all that was written; only what was synced, a name only where its folder was; or
that and some sectors and names of the rest in any order. A day without full synchronisation has to lose answers here,
and one without any to tear the file, or the test would prove nothing.
"""

import random
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Literal

import pytest

from flashdeck.errors import CollectionDamagedError
from flashdeck.services.check import faults_of
from flashdeck.storage.backups_folder import backups_folder_of
from flashdeck.storage.collection import Collection
from flashdeck.storage.verification import verify
from tests.crash import student

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")

SECTOR = 512
CALLS = (
    "open,openat,write,pwrite64,sendfile,copy_file_range,fsync,fdatasync,ftruncate,"
    "unlink,unlinkat,rename,renameat,renameat2,mkdir,mkdirat"
)
DAY = """
import sys
from pathlib import Path
from tests.crash import student
from flashdeck.storage import connection
if sys.argv[3]:
    connection._PRAGMAS = tuple(("synchronous", sys.argv[3], {"NORMAL": 1, "OFF": 0}[sys.argv[3]])
                                if name == "synchronous" else (name, value, wanted)
                                for name, value, wanted in connection._PRAGMAS)
student.spend_day(Path(sys.argv[1]), student.say_on_stdout, int(sys.argv[2]))
"""
Model = Literal["written", "synced", "scattered"]
MODELS: tuple[Model, ...] = ("written", "synced", "scattered")
_CALL = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+)")
_DESCRIPTOR = re.compile(r"\d+<((?:\\x[0-9a-f]{2})+)>")
_STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True)
class Call:
    """A system call that changes a file or says something; `offset` None writes behind the end."""

    name: str
    path: str = ""
    data: bytes = b""
    offset: int | None = None
    target: str = ""


@dataclass(eq=False)
class DiskFile:
    """A file on a disk that forgets what was not synced."""

    synced: bytes = b""
    pending: list[Call] = field(default_factory=list)

    def content(self, model: Model, chance: random.Random) -> bytes:
        content = self.synced
        for call in self.pending if model != "synced" else []:
            content = apply(content, call, chance if model == "scattered" else None)
        return content


@dataclass
class Disk:
    """Files by their names, those that are there now and those whose folders were synced."""

    names: dict[str, DiskFile]
    synced: dict[str, DiskFile] = field(default_factory=dict)
    folders: set[str] = field(default_factory=set)

    def happen(self, call: Call) -> None:
        file = self.names.get(call.path)
        match call.name:
            case "open":
                self.names.setdefault(call.path, DiskFile())
            case "mkdir":
                self.folders.add(call.path)
            case "rename":
                self.names[call.target] = self.names.pop(call.path)
            case "unlink":
                self.names.pop(call.path, None)
            case "sync" if file is None:
                self._sync_names(call.path)
            case "sync":
                file.synced, file.pending = file.content("written", random.Random(0)), []
            case _ if call.path:
                file.pending.append(call)

    def _sync_names(self, folder: str) -> None:
        """Keep the names of a folder; those of folders in it that were made and not kept hold nothing yet."""
        self.folders = {made for made in self.folders if folder_of(made) != folder}
        self.synced = {name: file for name, file in self.synced.items() if folder_of(name) != folder}
        self.synced |= {name: file for name, file in self.names.items() if folder_of(name) == folder}

    def after(self, model: Model, chance: random.Random) -> dict[str, bytes]:
        """Return what is there once the power is back."""
        found = {}
        for name in self.names.keys() | self.synced.keys():
            names = self.names if model == "written" else self.synced
            if model == "scattered" and chance.random() < 0.5:
                names = self.names
            lost_folder = model == "synced" and any(name.startswith(f"{folder}/") for folder in self.folders)
            if name in names and not lost_folder:
                found[name] = names[name].content(model, chance)
        return found


def folder_of(name: str) -> str:
    return name.rpartition("/")[0]


def apply(content: bytes, call: Call, chance: random.Random | None) -> bytes:
    """Return a file after a call; with `chance`, each sector of a write may be missing."""
    data = bytearray(content)
    if call.name == "ftruncate":
        if chance is None or chance.random() < 0.5:
            del data[call.offset :]
            data += bytes(call.offset - len(data))
        return bytes(data)
    offset = len(data) if call.offset is None else call.offset
    for start in range(0, len(call.data), SECTOR):
        if chance is None or chance.random() < 0.5:
            place, part = offset + start, call.data[start : start + SECTOR]
            data += bytes(max(0, place - len(data)))
            data[place : place + len(part)] = part
    return bytes(data)


def unhex(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


def trace(path: Path, answers: int, synchronous: str) -> list[Call]:
    """Let a student spend a day under strace; return what happened to the files, and what was said."""
    log = path.parent.with_name("trace")
    command = ["strace", "-f", "-xx", "-y", "-s", "1000000", "-e", f"trace={CALLS}", "-o", log]
    day = [sys.executable, "-c", DAY, path, str(answers), synchronous]
    subprocess.run([*command, *day], check=True, capture_output=True, cwd=Path(__file__).parents[2])
    calls = [call for line in log.read_text().splitlines() if (call := parse(line, str(path.parent))) is not None]
    log.unlink()
    return calls


def parse(line: str, folder: str) -> Call | None:
    found = _CALL.search(line)
    if found is None or int(found[3]) < 0:
        return None
    name, arguments = found[1], found[2]
    strings = [unhex(text) for text in _STRING.findall(arguments)]
    if name == "write" and strings and strings[0].split(b" ")[0] in SAID:
        return Call("say", data=strings[0])
    if name.startswith(("open", "unlink", "rename", "mkdir")):
        named = [text.decode("utf-8", "replace") for text in strings]
        is_change = not name.startswith("open") or "O_CREAT" in arguments
        kind = name.removesuffix("2").removesuffix("at")
        return Call(kind, *named[:1], target=named[-1]) if is_change and named[0].startswith(folder) else None
    places = [unhex(text).decode("utf-8", "replace") for text in _DESCRIPTOR.findall(arguments)]
    if name == "copy_file_range":
        places.reverse()
    if not places or not places[0].startswith(folder):
        return None
    last = arguments.rpartition(", ")[2]
    if name in {"sendfile", "copy_file_range"}:  # all of a file in one call, and then nothing
        return Call("write", places[0], Path(places[1]).read_bytes()) if int(found[3]) else None
    if name in {"write", "pwrite64"}:
        return Call("write", places[0], strings[0], int(last, 0) if name == "pwrite64" else None)
    return Call("ftruncate", places[0], offset=int(last, 0)) if name == "ftruncate" else Call("sync", places[0])


SAID = (b"answer", b"undone", b"notes", b"backup", b"closed")


@dataclass
class Promised:
    """What was said to be durable.

    Attributes:
        notes: how many there may be: as many as were said last, or will be said next.
        sound_backups: digests of those that were found to be so.
    """

    notes: tuple[int, ...]
    entries: set[str] = field(default_factory=set)
    undone: set[str] = field(default_factory=set)
    backups: set[str] = field(default_factory=set)
    sound_backups: set[bytes] = field(default_factory=set)

    def hear(self, said: str) -> None:
        what, _, about = said.strip().partition(" ")
        match what:
            case "answer":
                self.entries.add(about)
            case "undone":
                self.undone.add(about)
            case "notes":
                self.notes = self.notes[1:]
            case "backup":
                self.backups.add(Path(about).name)


def cut_everywhere(
    folder: Path, *, answers: int, synchronous: str = "", every: int = 1, first: int = 0
) -> tuple[int, int, int]:
    """Cut the power before each system call; return how many states there were, and in how many something that was
    said was lost or the collection was torn."""
    path = folder / "disk" / "collection.flashdeck"
    student.make_collection(path, 12)
    student.write_slides(path.parent)
    names = {str(file): DiskFile(file.read_bytes()) for file in path.parent.iterdir()}
    disk = Disk(names, dict(names))
    calls = trace(path, answers, synchronous)
    counts = [int(call.data.split()[1]) for call in calls if call.data.startswith(b"notes")]
    promised = Promised((12, *counts))
    states = losses = tears = 0
    for number, call in enumerate([*calls, Call("end")]):
        if number % every == first:
            for model in MODELS:
                found = disk.after(model, random.Random(number))
                lost, torn = look(folder / "after", {Path(name): data for name, data in found.items()}, path, promised)
                states, losses, tears = states + 1, losses + lost, tears + torn
        if call.name == "say":
            promised.hear(call.data.decode())
        else:
            disk.happen(call)
    assert len(promised.entries) >= answers
    assert promised.undone
    assert promised.backups
    return states, losses, tears


def look(folder: Path, found: dict[Path, bytes], path: Path, promised: Promised) -> tuple[bool, bool]:
    """Start the machine again; return whether something promised is lost, and whether anything is torn."""
    shutil.rmtree(folder, ignore_errors=True)
    for file, data in found.items():
        target = folder / file.relative_to(path.parent)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    collection = folder / path.name
    try:
        with closing(sqlite3.connect(collection)) as connection:
            sound = connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            log = dict(connection.execute("SELECT uid, undoes FROM review_log"))
            (notes,) = connection.execute("SELECT count(*) FROM notes").fetchone()
            kept = [digest for (digest,) in connection.execute("SELECT sha256 FROM sources")]
    except sqlite3.DatabaseError:
        return True, True
    lost = not (promised.entries <= log.keys() and promised.undone <= set(log.values()))
    lost |= not promised.backups <= {file.name for file in backups_folder_of(collection).glob("*")}
    torn = (
        not sound
        or notes not in promised.notes[:2]
        or not all_are_sound(backups_folder_of(collection), promised.sound_backups)
    )
    torn |= not all((folder / "collection-sources" / f"{digest}.pdf").is_file() for digest in kept)
    if not torn and len(log) % 8 == 0:
        with Collection(collection) as opened:
            torn = faults_of(opened) != ()
    return lost, torn


def all_are_sound(backups: Path, known: set[bytes]) -> bool:
    """Whether every file that has the name of a backup is a whole one; `known` are the digests of those that are."""
    try:
        for backup in backups.glob("*.flashdeck"):
            digest = sha256(backup.read_bytes()).digest()
            if digest not in known:
                verify(backup)
                known.add(digest)
    except CollectionDamagedError:
        return False
    return True


@pytest.mark.crash
@pytest.mark.parametrize("part", range(2))
def test_at_every_call_of_a_day_nothing_is_lost(tmp_path, part):
    states, losses, tears = cut_everywhere(tmp_path, answers=60, every=2, first=part)
    assert states >= 3 * 600
    assert (losses, tears) == (0, 0)


def test_at_some_calls_of_a_day_nothing_is_lost(tmp_path):
    states, losses, tears = cut_everywhere(tmp_path, answers=16, every=41)
    assert states >= 60
    assert (losses, tears) == (0, 0)


def test_without_full_synchronisation_answers_are_lost(tmp_path):
    _, losses, _ = cut_everywhere(tmp_path, answers=16, synchronous="NORMAL", every=41)
    assert losses > 0


@pytest.mark.crash
def test_without_any_synchronisation_the_collection_is_torn(tmp_path):
    _, _, tears = cut_everywhere(tmp_path, answers=16, synchronous="OFF", every=11)
    assert tears > 0
