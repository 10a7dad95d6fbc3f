"""The collection at the size of years of study, beside Anki's own library with the same cards.

Both take turns in one process, so that a busy machine is as busy for both. What waits for the disk is measured by the
clock, the rest by the processor's time.
"""

import json
import math
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Final

from flashdeck.services import schedules
from flashdeck.services import settings as settings_service
from flashdeck.storage.browse import CardFilter
from flashdeck.storage.collection import Collection
from tests.benchmarks import anki_student, large_collection
from tests.benchmarks.anki_student import Anki
from tests.benchmarks.figures import Figure
from tests.benchmarks.flashdeck_student import Ours, StandingClock
from tests.benchmarks.large_collection import REVIEWS_PER_DAY, TODAY

WORDS: Final = ("halyard", "rig", "tiller anchor", "rule 77")
ROUNDS: Final = 9
Clock = Callable[[], float]


def measure(cards: int, answers: int, kept_in: Path | None = None) -> Iterator[Figure]:
    """Make both collections and measure them.

    Args:
        cards: how many; ten times as many answers.
        answers: how many are measured on each side.
        kept_in: a folder in which the collections are looked for, and left for the next time.
    """
    with tempfile.TemporaryDirectory(prefix="flashdeck-benchmark-") as temporary:
        folder = kept_in or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        ours, theirs = folder / f"ours-{cards}.flashdeck", folder / f"anki-{cards}.anki2"
        if not ours.exists():
            large_collection.build(ours, cards=cards)
        with Collection(ours) as collection:
            wanted = settings_service.load(collection)._replace(reviews_per_day=REVIEWS_PER_DAY)
            schedules.change_settings(collection, StandingClock(), wanted)
        if not theirs.exists():
            anki_student.build(theirs, cards)
        run = Path(temporary) / "run"
        run.mkdir()
        copies = [Path(shutil.copy(path, run)) for path in (ours, theirs)]
        yield from _opening(Ours(copies[0]), Anki(copies[1]))
        yield from _using(Ours(copies[0]), Anki(copies[1]), answers)
        yield _memory(copies[0])
        yield from _backing_up(copies[0])  # answers all that waits


def _opening(ours: Ours, anki: Anki) -> Iterator[Figure]:
    here, there = [], []
    for _ in range(ROUNDS):
        here.append(_taken(ours.open, time.process_time))
        ours.close()
        there.append(_taken(anki.open, time.process_time))
        anki.close()
    yield _milliseconds("open and first queue, processor", median(here), target=300)
    yield _milliseconds("  Anki's", median(there))


def _using(ours: Ours, anki: Anki, answers: int) -> Iterator[Figure]:
    ours.open()
    anki.open()
    for name, clock, target in (("clock", time.perf_counter, 16), ("processor", time.process_time, None)):
        here, there = _turns(ours.answer, anki.answer, answers // 2, clock, before_ours=ours.read)
        for share in (0.5, 0.95):
            yield _times(f"answer to next question, p{share * 100:g}, {name}", here, there, share)
        yield _milliseconds(f"answer to next question, p99, {name}", _percentile(here, 0.99), target=target)
        yield _milliseconds("  Anki's", _percentile(there, 0.99))
    here, there = _turns(ours.counts, anki.counts, ROUNDS, time.process_time)
    yield _milliseconds("due counts by deck and topic, processor", median(here), target=30)
    yield _milliseconds("  Anki's by deck", median(there))
    for words in WORDS:
        here, there = _turns(
            lambda words=words: ours.find(words), lambda words=words: anki.find(words), ROUNDS, time.process_time
        )
        yield _times(f"search {words!r}: {ours.find(words)} cards, processor", here, there, 0.5)
    page = [_taken(lambda: ours.collection.browser.page(CardFilter(), TODAY), time.process_time) for _ in range(ROUNDS)]
    yield _milliseconds("first page of the card table, processor", median(page), target=100)
    overview = [_taken(ours.today.overview, time.process_time) for _ in range(ROUNDS)]
    yield _milliseconds("all that the Today page shows, processor", median(overview))
    ours.close()
    anki.close()


def _backing_up(path: Path) -> Iterator[Figure]:
    """Answer cards in a window while its backup is made, and for as long without, by the clock."""
    command = [sys.executable, "-m", "tests.benchmarks.backed_up_student", path]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    name = "longest stop of the window"
    yield Figure(name=f"{name} while a backup is made", value=told["with"]["stop_ms"], target=100, unit="ms")
    yield Figure(name=f"{name} for as long without one", value=told["without"]["stop_ms"], unit="ms")
    yield Figure(name="of the beginning of the backup, processor", value=told["begin_ms"], target=100, unit="ms")
    yield Figure(name="longest answer while a backup is made", value=told["with"]["answer_ms"], unit="ms")
    yield Figure(name="longest answer for as long without one", value=told["without"]["answer_ms"], unit="ms")
    yield Figure(name="from the beginning of the backup to its end", value=told["took_s"], unit="s")


def _memory(path: Path) -> Figure:
    command = [sys.executable, "-m", "tests.benchmarks.flashdeck_student", path]
    kibibytes = int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return Figure(name="memory of opening, looking, answering", value=kibibytes / 1024, unit="MB", target=150)


def _turns(
    ours: Callable[[], object],
    theirs: Callable[[], object],
    rounds: int,
    clock: Clock,
    *,
    before_ours: Callable[[], object] | None = None,
) -> tuple[list[float], list[float]]:
    """Measure both in turn; what is done before ours, while nobody waits, is not measured."""
    here, there = [], []
    for _ in range(rounds):
        if before_ours is not None:
            before_ours()
        here.append(_taken(ours, clock))
        there.append(_taken(theirs, clock))
    return here, there


def _taken(action: Callable[[], object], clock: Clock) -> float:
    start = clock()
    action()
    return clock() - start


def _percentile(times: Sequence[float], share: float) -> float:
    return sorted(times)[math.ceil(share * len(times)) - 1]


def _times(name: str, ours: Sequence[float], theirs: Sequence[float], share: float) -> Figure:
    here, there = _percentile(ours, share), _percentile(theirs, share)
    return Figure(name=f"{name}, {here * 1e3:.2f} ms, times Anki's", value=here / there, unit="x", target=1)


def _milliseconds(name: str, seconds: float, target: float | None = None) -> Figure:
    return Figure(name=name, value=seconds * 1e3, unit="ms", target=target)
