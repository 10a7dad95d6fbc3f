"""The collection at the size of years of study, beside Anki's own library with the same cards, in one run.

    python -m tests.benchmarks.collection [--cards N] [--answers N] [--keep FOLDER]

Prints a line a measure: what it is, ours, Anki's, the ratio and the target.
"""

import argparse
import math
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from anki.collection import AddNoteRequest
from anki.collection import Collection as AnkiCollection

from flashdeck.domain.card_state import ScheduledState
from flashdeck.domain.quality import Quality
from flashdeck.scheduling.replay import replay
from flashdeck.services import schedules, search
from flashdeck.services import settings as settings_service
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.services.today import Today
from flashdeck.storage.browse import CardFilter
from flashdeck.storage.collection import Collection
from tests.benchmarks import large_collection
from tests.benchmarks.large_collection import TODAY, answers, place, question
from tests.conftest import StandingClock

WORDS = ("halyard", "rig", "tiller anchor", "rule 77")
ROUNDS = 7


def build_anki(path: Path, cards: int) -> None:
    """Make the same cards in Anki, with the same due days and as many answers."""
    chance = random.Random(1)
    collection = AnkiCollection(str(path))
    basic = collection.models.by_name("Basic")
    decks = {place(number)[0]: 0 for number in range(cards)}
    for name in decks:
        decks[name] = collection.decks.add_normal_deck_with_name(name).id
    schedules_by_number, log = [], []
    today = collection.sched.today
    for start in range(0, cards, 5000):
        requests = []
        for number in range(start, min(cards, start + 5000)):
            entries = answers(number, chance)
            front, back = question(number, chance)
            note = collection.new_note(basic)
            note.fields[:] = [front, back]
            note.tags = [f"tag{number % 40}", place(number)[1].replace(" ", "_")]
            requests.append(AddNoteRequest(note=note, deck_id=decks[place(number)[0]]))
            state = replay(entries)
            if isinstance(state, ScheduledState):
                due = today + (state.due_on - TODAY).days
                schedule = (due, state.interval_days, round(state.ease_factor * 1000), len(entries), state.lapses)
                schedules_by_number.append((number, schedule))
            log += [(entry, number) for entry in entries]
        collection.add_notes(requests)
    ids = collection.db.list("SELECT id FROM cards ORDER BY id")
    collection.db.executemany(
        "UPDATE cards SET type = 2, queue = 2, due = ?, ivl = ?, factor = ?, reps = ?, lapses = ? WHERE id = ?",
        [(*schedule, ids[number]) for number, schedule in schedules_by_number],
    )
    collection.db.executemany(
        "INSERT INTO revlog VALUES (?, ?, -1, 3, 10, 5, 2500, ?, 1)",
        [(1_600_000_000_000 + index * 1000, ids[number], entry.took_ms) for index, (entry, number) in enumerate(log)],
    )
    configuration = collection.decks.config_dict_for_deck_id(1)
    configuration["new"]["perDay"] = 20
    configuration["rev"]["perDay"] = 9999
    collection.decks.update_config(configuration)
    collection.close()


class Ours:
    """flashdeck, as its window uses it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.clock = StandingClock(datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC))
        self.chance = random.Random(2)

    def open(self) -> None:
        self.collection = Collection(self.path)
        self.today = Today(self.collection, self.clock)
        queue = self.today.review_queue()
        self.session = StudySession(self.collection, self.clock, self.today, queue, StudyMode.REVIEW)
        assert self.session.question() is not None

    def answer(self) -> None:
        self.session.answer(self.chance.choice((Quality.GOOD, Quality.EASY)), took_ms=5000)
        assert self.session.question() is not None

    def counts(self) -> None:
        self.collection.cards.topic_counts(TODAY)

    def find(self, words: str) -> int:
        return self.collection.browser.count(search.parse(words), TODAY)

    def close(self) -> None:
        self.collection.close()


class Anki:
    """Anki's library, as its window uses it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.chance = random.Random(2)

    def open(self) -> None:
        self.collection = AnkiCollection(str(self.path))
        self.collection.decks.select(self.collection.decks.id_for_name("Course"))
        self._next()

    def _next(self) -> None:
        (self.queued,) = self.collection.sched.get_queued_cards(fetch_limit=1).cards
        self.collection.get_card(self.queued.card.id).start_timer()
        self.collection.get_note(self.queued.card.note_id)

    def answer(self) -> None:
        card = self.collection.get_card(self.queued.card.id)
        card.start_timer()
        rating = self.chance.choice((2, 3))
        answer = self.collection.sched.build_answer(card=card, states=self.queued.states, rating=rating)
        self.collection.sched.answer_card(answer)
        self._next()

    def counts(self) -> None:
        self.collection.sched.deck_due_tree()

    def find(self, words: str) -> int:
        return len(self.collection.find_cards(" ".join(f"w:{word}*" for word in words.split())))

    def close(self) -> None:
        self.collection.close()


def seconds(action: Callable[[], object]) -> float:
    """Return how long something takes on the wall's clock, which the disk's time is part of."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def percentile(times: Iterable[float], share: float) -> float:
    """Return the time within which a share of the times lies."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)]


def report(name: str, ours: float, anki: float | None, target: str, unit: str = "ms") -> None:
    """Print a line."""
    theirs = "" if anki is None else f"{anki:>10.2f} {unit}  ratio {ours / anki:>5.2f}"
    sys.stdout.write(f"{name:<42}{ours:>10.2f} {unit}{theirs:<30}  target {target}\n")


def measure(ours: Ours, anki: Anki, rounds: int) -> None:
    """Print every measure; both programs take turns, so that the machine is the same for both."""
    opening: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for side, times in zip((ours, anki), opening, strict=True):
            times.append(seconds(side.open))
            side.close()
    report("open and first queue", median(opening[0]) * 1e3, median(opening[1]) * 1e3, "<= 300 ms")
    for side in (ours, anki):
        side.open()
    answering: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for side, times in zip((ours, anki), answering, strict=True):
            times.append(seconds(side.answer))
    for name, share, target in (("p50", 0.5, "<= Anki's"), ("p95", 0.95, "<= Anki's"), ("p99", 0.99, "< 16 ms")):
        here, there = (percentile(times, share) * 1e3 for times in answering)
        report(f"answer to next question, {name}", here, there, target)
    counting: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for side, times in zip((ours, anki), counting, strict=True):
            times.append(seconds(side.counts))
    report("due counts by deck (and topic)", median(counting[0]) * 1e3, median(counting[1]) * 1e3, "<= 30 ms")
    for words in WORDS:
        finding: tuple[list[float], list[float]] = ([], [])
        for _ in range(ROUNDS):
            for side, times in zip((ours, anki), finding, strict=True):
                times.append(seconds(lambda side=side, words=words: side.find(words)))
        name = f"search {words!r}, {ours.find(words)} cards"
        report(name, median(finding[0]) * 1e3, median(finding[1]) * 1e3, "<= Anki's")
    page = [seconds(lambda: ours.collection.browser.page(CardFilter(), TODAY)) for _ in range(ROUNDS)]
    report("first page of the card table", median(page) * 1e3, None, "< 100 ms")
    overview = [seconds(ours.today.overview) for _ in range(ROUNDS)]
    report("what the Today page shows", median(overview) * 1e3, None, "")
    for side in (ours, anki):
        side.close()


def memory(path: Path) -> None:
    """Be the process whose memory is measured: open, look at the day, answer some cards."""
    ours = Ours(path)
    ours.open()
    ours.today.overview()
    for _ in range(20):
        ours.answer()
    ours.close()
    sys.stdout.write(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}\n")


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description="The collection at scale, beside Anki's library.")
    parser.add_argument("--cards", type=int, default=large_collection.CARDS)
    parser.add_argument("--answers", type=int, default=300, help="answers measured on each side")
    parser.add_argument("--keep", type=Path, help="folder in which both collections are made, or kept from before")
    parser.add_argument("--memory-of", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.memory_of:
        memory(chosen.memory_of)
        return
    folder = chosen.keep or Path(tempfile.mkdtemp(prefix="flashdeck-benchmark-"))
    folder.mkdir(exist_ok=True)
    ours, anki = folder / "ours.flashdeck", folder / "anki.anki2"
    if not anki.exists():
        logged = large_collection.build(ours, cards=chosen.cards)
        build_anki(anki, chosen.cards)
        sys.stdout.write(f"{chosen.cards} cards, {logged} answers\n")
        with Collection(ours) as collection:
            wanted = replace(settings_service.load(collection), reviews_per_day=9999)
            schedules.change_settings(collection, StandingClock(), wanted)
    with tempfile.TemporaryDirectory(prefix="flashdeck-benchmark-run-") as run:
        copies = [Path(shutil.copy(path, run)) for path in (ours, anki)]
        measure(Ours(copies[0]), Anki(copies[1]), chosen.answers)
        command = [sys.executable, "-m", "tests.benchmarks.collection", "--memory-of", copies[0]]
        kibibytes = int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        report("memory of opening, looking, answering", kibibytes / 1024, None, "< 150 MB", "MB")
    if not chosen.keep:
        with suppress(OSError):
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
