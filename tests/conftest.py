"""What many tests need: a clock that stands where it is put, and a real collection in a file."""

import gzip
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from flashdeck.domain.note import NewNote, NoteContent, NoteKind
from flashdeck.services.today import Today
from flashdeck.storage.collection import Collection

# a slow machine is no fault of the code, speed has its place in tests/benchmarks; mutmut runs a class's tests again
settings.register_profile(
    "flashdeck", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.differing_executors]
)
settings.load_profile("flashdeck")


@dataclass
class StandingClock:
    """A clock that moves only when it is told to."""

    instant: datetime = datetime(2026, 5, 4, 18, 0, tzinfo=UTC)
    local_zone: tzinfo = UTC

    def now(self) -> datetime:
        return self.instant

    def zone(self) -> tzinfo:
        return self.local_zone

    def sleep_until_tomorrow(self) -> None:
        self.instant += timedelta(days=1)


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def collection_path(tmp_path: Path) -> Path:
    return tmp_path / "collection.flashdeck"


@pytest.fixture
def old_collection(collection_path) -> Path:
    """A collection as version 1 left it."""
    return unpacked(1, collection_path)


def unpacked(version: int, target: Path) -> Path:
    """Put a collection as a version left it at a path."""
    packed = Path(__file__).parent / "data" / "collections" / f"version-{version}.flashdeck.gz"
    with gzip.open(packed) as file, target.open("wb") as written:
        shutil.copyfileobj(file, written)
    return target


@pytest.fixture
def collection(collection_path):
    with Collection(collection_path) as opened:
        yield opened


@pytest.fixture
def today(collection, clock) -> Today:
    return Today(collection, clock)


@pytest.fixture
def today_of(clock):
    """The study day of a collection that the test opened itself."""
    return lambda opened: Today(opened, clock)


@pytest.fixture
def shared_slides() -> Path:
    """The folder of real slide texts beside the checkout; tests that need it skip where it is absent."""
    folder = Path(__file__).resolve().parents[2] / "shared" / "slides"
    if not folder.is_dir():
        pytest.skip("the real slide texts are not here")
    return folder


def basic(uid: str, *, deck: str = "Cloud::Storage", topic: str = "Buckets", **fields) -> NewNote:
    """A note with a question of its own."""
    content = {"kind": NoteKind.BASIC, "front": f"question {uid}?", "back": f"answer {uid}", "topic": topic}
    outer = {key: fields.pop(key) for key in ("source_key", "sibling_key", "source") if key in fields}
    return NewNote(uid=uid, deck_name=deck, content=NoteContent(**{**content, **fields}), **outer)


@pytest.fixture
def add(collection, clock):
    """Store notes and return their ids."""

    def store(*notes: NewNote):
        with collection.atomic():
            return [collection.notes.add(note, now=clock.now()) for note in notes]

    return store
