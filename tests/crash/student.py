"""A student in a process of their own, who says what is durable and can be killed at any moment."""

import functools
import hashlib
import json
import os
import random
import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from flashdeck.domain.quality import Quality
from flashdeck.domain.scope import ScopePart
from flashdeck.extraction.report import PartsReader, parts_of, report_of
from flashdeck.interop.anki_package.reading import read_package
from flashdeck.services import collection_file, library
from flashdeck.services.backup_process import BackupProcess
from flashdeck.services.care_process import MendProcess, MergeProcess, ReplacingProcess, RestoreProcess
from flashdeck.services.export_cards import export_notes
from flashdeck.services.extract_file import extract_file
from flashdeck.services.extraction_process import ExtractedFile
from flashdeck.services.import_package import apply_package, plan_package
from flashdeck.services.import_slides import apply_import, plan_import
from flashdeck.services.merge import merge
from flashdeck.services.package_process import ReadPackage
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.services.today import Today
from flashdeck.services.undo import undo_last
from flashdeck.storage.browse import CardFilter
from flashdeck.storage.collection import Collection
from tests.conftest import StandingClock, basic

IMPORTED_AT_ONCE = 5
_PNG = b"\x89PNG\r\n\x1a\n"
Say = Callable[[str], object]


@dataclass
class Life:
    """What a student has at hand while the program is open."""

    collection: Collection
    clock: StandingClock
    say: Say
    chance: random.Random

    @property
    def path(self) -> Path:
        return self.collection.path


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
            session.coming()  # what the window does while the card is read; settles what was written, too
            say(f"answer {session.answer(Quality(number % 3 + 3)).uid}")


def spend_day(path: Path, say: Say, answers: int) -> None:
    """Import slides and a later version of them, answer, take back, edit, back up and close."""
    clock = clock_of(path)
    life = Life(Collection(path), clock, say, random.Random(answers))
    _answer(life)  # before folders are made beside the collection, whose own folder is synced for the log
    for version in range(2):
        import_slides(life.collection, clock, version)
        say(f"notes {life.collection.notes.count()}")
        for _ in range(answers // 8):
            _answer(life)
        _undo(life)
        life.collection.settle()  # as the window does while nobody waits
        clock.instant += timedelta(days=1)
    _edit(life)
    _back_up(life)
    while life.collection.reviews.answers() < answers:
        clock.instant += timedelta(days=1)
        _answer(life)
    life.collection.close()
    say("closed")


def live(path: Path, say: Say, seed: int, doings: tuple[str, ...]) -> None:
    """Do what one does with a collection, over and over; say when each thing begins, and what of it is durable."""
    chance = random.Random(seed)
    clock = clock_of(path)
    life = Life(Collection(path), clock, say, chance)
    while True:
        clock.instant += timedelta(hours=7)
        doing = chance.choice(doings)
        say(f"begin {doing}")
        DOINGS[doing](life)
        say(f"end {doing}")


def _answer(life: Life) -> None:
    today = Today(life.collection, life.clock)
    session = StudySession(life.collection, life.clock, today, today.review_queue(new_limit=8), StudyMode.REVIEW)
    for _ in range(4):
        if session.question() is not None:
            life.say(f"answer {session.answer(life.chance.choice(list(Quality))).uid}")


def _undo(life: Life) -> None:
    last = life.collection.reviews.last_standing()
    life.say(f"undoing {'' if last is None else last.uid}")  # what is being taken back may be gone from here on
    undone = undo_last(life.collection, life.clock, Today(life.collection, life.clock))
    if undone is not None and undone.answer is not None:
        life.say(f"undone {undone.answer.uid}")


def _import(life: Life) -> None:
    name = f"import{life.chance.getrandbits(48):x}"
    with life.collection.operations.recorded("import", name, now=life.clock.now()):
        for number in range(IMPORTED_AT_ONCE):
            life.collection.notes.add(basic(f"{name}.{number}"), now=life.clock.now())
    life.say(f"imported {name}")


def _edit(life: Life) -> None:
    note = life.collection.notes.get(life.collection.notes.id_of("n0"))
    text = f"text {life.chance.getrandbits(32)}"
    library.edit_note(life.collection, life.clock, note.id, replace(note.content, back=text))


def _back_up(life: Life) -> None:
    life.say(f"backup {collection_file.backup_now(life.collection, life.clock)}")


def _back_up_behind(life: Life) -> None:
    """Let a child process make a backup while cards are answered."""
    process = BackupProcess(life.collection, life.clock)
    while (made := process.poll(wait_s=0.02)) is None:
        _answer(life)
    life.say(f"backup {made.path}")


def _import_pictures(life: Life) -> None:
    """Import an Anki package with a picture a note."""
    name = f"import{life.chance.getrandbits(48):x}"
    with tempfile.TemporaryDirectory() as folder:
        package = _package(Path(folder), name, life.clock)
        pictures = tempfile.TemporaryDirectory(dir=folder)
        read = ReadPackage(package, read_package(package, Path(pictures.name)), pictures)
        apply_package(life.collection, life.clock, plan_package(life.collection, life.clock, read, deck_name=None))
    life.say(f"imported {name}")


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


def _import_slides(life: Life) -> None:
    """Import one of the versions of the slides, be it the first of them or a later or earlier one."""
    version = life.chance.randrange(len(VERSIONS))
    life.say(f"changing slides {version}")
    import_slides(life.collection, life.clock, version)
    life.say(f"slides {version}")


def import_slides(collection: Collection, clock: StandingClock, version: int) -> None:
    """Import a version of the slides that `write_slides` has put beside the collection."""
    file = collection.path.parent / f"slides-{version}.pdf"
    parts = PartsReader()
    for part in json.loads(file.with_suffix(".json").read_text()):
        parts.take(part)
    found = parts.report(name="slides.pdf", file_format="pdf")
    sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
    apply_import(collection, clock, plan_import(collection, ExtractedFile(sha256=sha256, found=found, path=file)))


def _merge(life: Life) -> None:
    with _other(life) as (name, other):
        merge(life.collection, life.clock, other)
    life.say(f"merged {name}")


@contextmanager
def _other(life: Life) -> Iterator[tuple[str, Path]]:
    """Yield a collection that was this one until a moment ago, and in which cards were added and answered since."""
    name = f"other{life.chance.getrandbits(48):x}"
    with tempfile.TemporaryDirectory() as folder:
        other = Path(folder) / "c.flashdeck"
        life.collection.vacuum_into(other)
        with Collection(other) as theirs:
            with theirs.operations.recorded("import", name, now=life.clock.now()):
                for number in range(IMPORTED_AT_ONCE):
                    theirs.notes.add(basic(f"{name}.{number}", topic=name), now=life.clock.now())
            today = Today(theirs, life.clock)
            queue = today.review_queue((ScopePart(deck=None, topic=name),), new_limit=IMPORTED_AT_ONCE)
            session = StudySession(theirs, life.clock, today, queue, StudyMode.REVIEW)
            for _ in range(IMPORTED_AT_ONCE):
                session.answer(Quality.GOOD)
        yield name, other


def _merge_behind(life: Life) -> None:
    """Let a child process merge a copy, as the window does."""
    _back_up(life)
    with _other(life) as (name, other):
        _take_up(life, MergeProcess(life.collection, life.clock, other))
    life.say(f"merged {name}")


def _mend_behind(life: Life) -> None:
    """Let a child process mend a copy."""
    _take_up(life, MendProcess(life.collection, life.clock))


def _take_up(life: Life, process: ReplacingProcess) -> None:
    process.wait(lambda _: None)
    life.collection.close()
    process.take_place()
    life.collection = Collection(life.path)


def _export(life: Life) -> None:
    target = life.path.with_name(life.chance.choice(EXPORTS))
    export_notes(life.collection, Today(life.collection, life.clock), target, CardFilter())
    life.say(f"exported {target.name}")


def _restore(life: Life) -> None:
    """Go back to a backup."""
    backup = _chosen_backup(life)
    life.collection.close()
    life.say(f"restoring {backup}")
    collection_file.restore(backup, life.path, life.clock)
    life.say("restored")
    life.collection = Collection(life.path)


def _restore_behind(life: Life) -> None:
    """Go back to a backup that a child process verifies, as the window does."""
    backup = _chosen_backup(life)
    life.say(f"restoring {backup}")
    _take_up(life, RestoreProcess(life.collection, life.clock, backup))
    life.say("restored")


def _chosen_backup(life: Life) -> Path:
    _back_up(life)
    found = collection_file.dated_backups(life.path)
    return life.chance.choice([each.path for each in found if not each.occasion])


def pictures_of(front: str) -> list[str]:
    """The pictures that a question names."""
    return re.findall(r"!\[\]\(([^)]+)\)", front)


DOINGS: dict[str, Callable[[Life], None]] = {
    "answer": _answer,
    "undo": _undo,
    "import": _import,
    "edit": _edit,
    "slides": _import_slides,
    "pictures": _import_pictures,
    "merge": _merge,
    "merge behind": _merge_behind,
    "mend behind": _mend_behind,
    "export": _export,
    "backup": _back_up,
    "backup behind": _back_up_behind,
    "restore": _restore,
    "restore behind": _restore_behind,
}
EXPORTS = ("cards.json", "cards.apkg")
_SLIDES = Path(__file__).resolve().parents[1] / "data" / "coastal_skipper.txt"
_SLACK = "• Slack water: the short time when the stream does not run"
VERSIONS: tuple[tuple[tuple[str, str], ...], ...] = (
    (),
    ((_SLACK, ""), (" Distress\n", " Calling for Help\n")),
    ((_SLACK, _SLACK.replace("short time", "brief moment") + "\n\n• Set: the direction towards which a stream runs"),),
)
"""What each version of the slides says otherwise than the first: cards go and come back, move, and are rewritten."""


def write_slides(folder: Path) -> None:
    """Put every version of the slides into a folder, with what is found in it."""
    for number, found in enumerate(_found_in_versions()):
        (folder / f"slides-{number}.pdf").write_bytes(b"%PDF-1.4 version " + str(number).encode() * 20_000)
        (folder / f"slides-{number}.json").write_text(found)


@functools.cache
def _found_in_versions() -> tuple[str, ...]:
    text = _SLIDES.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "slides.txt"
        found = []
        for changes in VERSIONS:
            written.write_text(functools.reduce(lambda said, change: said.replace(*change), changes, text), "utf-8")
            found.append(json.dumps(list(parts_of(report_of(extract_file(written))))))
    return tuple(found)


def say_on_stdout(text: str) -> None:
    """Say something in one system call."""
    os.write(1, f"{text}\n".encode())
