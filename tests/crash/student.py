"""A student in a process of their own, who says what is durable and can be killed at any moment."""

import os
import random
import re
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from flashdeck.domain.quality import Quality
from flashdeck.interop.anki_package.reading import read_package
from flashdeck.services import collection_file, library
from flashdeck.services.export_cards import export_notes
from flashdeck.services.import_package import apply_package, plan_package
from flashdeck.services.package_process import ReadPackage
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.services.today import Today
from flashdeck.services.undo import undo_last
from flashdeck.storage.browse import CardFilter
from flashdeck.storage.collection import Collection
from tests.conftest import StandingClock, basic

IMPORTED_AT_ONCE = 5
ALL = "aaaauieb"
BACKUPS = "abbb"
PICTURES = "aupp"
_PNG = b"\x89PNG\r\n\x1a\n"
Say = Callable[[str], object]


def make_collection(path: Path, notes: int) -> None:
    """Make a collection with some notes."""
    clock = StandingClock()
    with Collection(path) as collection, collection.atomic():
        for number in range(notes):
            collection.notes.add(basic(f"n{number}"), now=clock.now())


def clock_of(path: Path) -> StandingClock:
    """A clock that stands some days behind the last answer, so that there is always something due."""
    with Collection(path) as collection:
        last = collection.reviews.last_day()
    clock = StandingClock()
    if last is not None:
        clock.instant = datetime(last.year, last.month, last.day, 12, tzinfo=UTC) + timedelta(days=3)
    return clock


def review(path: Path, say: Say, count: int) -> None:
    """Answer cards and say the uid of each answer once it is durable."""
    clock = clock_of(path)
    with Collection(path) as collection:
        today = Today(collection, clock)
        session = StudySession(collection, clock, today, today.review_queue(new_limit=count), StudyMode.REVIEW)
        for number in range(count):
            if session.question() is None:
                break
            say(f"answer {session.answer(Quality(number % 3 + 3)).uid}")


def live(path: Path, say: Say, seed: int, doings: str = ALL) -> None:
    """Do what one does with a collection, over and over, and say each thing once it is durable."""
    chance = random.Random(seed)
    clock = clock_of(path)
    with Collection(path) as collection:
        while True:
            clock.instant += timedelta(hours=7)
            _DOINGS[chance.choice(doings)](collection, clock, say, chance)


def _answer(collection: Collection, clock: StandingClock, say: Say, chance: random.Random) -> None:
    today = Today(collection, clock)
    session = StudySession(collection, clock, today, today.review_queue(new_limit=8), StudyMode.REVIEW)
    for _ in range(4):
        if session.question() is not None:
            say(f"answer {session.answer(chance.choice(list(Quality))).uid}")


def _undo(collection: Collection, clock: StandingClock, say: Say, chance: random.Random) -> None:
    last = collection.reviews.last_standing()
    say(f"undoing {'' if last is None else last.uid}")  # what is being taken back may be gone from here on
    undone = undo_last(collection, clock, Today(collection, clock))
    if undone is not None and undone.answer is not None:
        say(f"undone {undone.answer.uid}")


def _import(collection: Collection, clock: StandingClock, say: Say, chance: random.Random) -> None:
    name = f"import{chance.getrandbits(48):x}"
    with collection.operations.recorded("import", name, now=clock.now()):
        for number in range(IMPORTED_AT_ONCE):
            collection.notes.add(basic(f"{name}.{number}"), now=clock.now())
    say(f"imported {name}")


def _edit(collection: Collection, clock: StandingClock, say: Say, chance: random.Random) -> None:
    note = collection.notes.get(collection.notes.id_of("n0"))
    library.edit_note(collection, clock, note.id, replace(note.content, back=f"text {chance.getrandbits(32)}"))
    say("edited")


def _back_up(collection: Collection, clock: StandingClock, say: Say, chance: random.Random) -> None:
    say(f"backup {collection_file.backup_now(collection, clock)}")


def _import_pictures(collection: Collection, clock: StandingClock, say: Say, chance: random.Random) -> None:
    """Import an Anki package with a picture a note."""
    name = f"import{chance.getrandbits(48):x}"
    with tempfile.TemporaryDirectory() as folder:
        package = _package(Path(folder), name, clock)
        pictures = tempfile.TemporaryDirectory(dir=folder)
        read = ReadPackage(package, read_package(package, Path(pictures.name)), pictures)
        apply_package(collection, clock, plan_package(collection, clock, read, deck_name=None))
    say(f"imported {name}")


def _package(folder: Path, name: str, clock: StandingClock) -> Path:
    with Collection(folder / "theirs.flashdeck") as theirs:
        media = collection_file.media_folder_of(theirs.path)
        media.mkdir()
        with theirs.atomic():
            for number in range(IMPORTED_AT_ONCE):
                file_name = f"{name}-{number}.png"
                (media / file_name).write_bytes(_PNG + file_name.encode() * 3000)
                theirs.notes.add(basic(f"{name}.{number}", front=f"![]({file_name})"), now=clock.now())
        export_notes(theirs, Today(theirs, clock), folder / "cards.apkg", CardFilter())
    return folder / "cards.apkg"


def pictures_of(front: str) -> list[str]:
    """The pictures that a question names."""
    return re.findall(r"!\[\]\(([^)]+)\)", front)


_DOINGS = {"a": _answer, "u": _undo, "i": _import, "e": _edit, "b": _back_up, "p": _import_pictures}


def say_on_stdout(text: str) -> None:
    """Say something in one system call."""
    os.write(1, f"{text}\n".encode())
