"""flashdeck with a large collection, as its window uses it."""

import random
import re
import sys
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from flashdeck.domain.quality import Quality
from flashdeck.services import search
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.services.today import Today
from flashdeck.storage.collection import Collection
from tests.benchmarks.large_collection import TODAY


class StandingClock:
    """Noon of the day on which the collection is opened; pytest's own clock would weigh on the memory measured."""

    def now(self) -> datetime:
        return datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)

    def zone(self) -> tzinfo:
        return UTC


class Ours:
    """flashdeck, as its window uses it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.clock = StandingClock()
        self.chance = random.Random(2)

    def open(self) -> None:
        self.collection = Collection(self.path)
        self.today = Today(self.collection, self.clock)
        queue = self.today.review_queue()
        self.session = StudySession(self.collection, self.clock, self.today, queue, StudyMode.REVIEW)
        assert self.session.question() is not None

    def read(self) -> None:
        """Do what the window does while the learner reads: look at the card that will come."""
        self.session.coming()

    def answer(self) -> None:
        self.session.answer(self.chance.choice((Quality.GOOD, Quality.EASY)), took_ms=5000)
        assert self.session.question() is not None

    def counts(self) -> None:
        self.collection.cards.topic_counts(TODAY)

    def find(self, words: str) -> int:
        return self.collection.browser.count(search.parse(words), TODAY)

    def close(self) -> None:
        self.collection.close()


def peak_kibibytes(path: Path) -> int:
    """Open, look at the day, answer some cards; return the most memory this process has held."""
    ours = Ours(path)
    ours.open()
    ours.today.overview()
    for _ in range(20):
        ours.answer()
    ours.close()
    # not what getrusage says, which counts the process that started this one
    return int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1])


if __name__ == "__main__":
    sys.stdout.write(f"{peak_kibibytes(Path(sys.argv[1]))}\n")
