"""What waits today, and the row of cards to begin with."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from flashdeck.domain.card import Card
from flashdeck.domain.scope import EVERYTHING, Scope
from flashdeck.domain.study_day import study_day
from flashdeck.scheduling import queue
from flashdeck.scheduling.session import SessionQueue
from flashdeck.services import settings as settings_service
from flashdeck.services.clock import Clock
from flashdeck.services.settings import Settings
from flashdeck.storage.cards import TopicCounts
from flashdeck.storage.collection import Collection

_ASSUMED_ANSWER_MS = 12_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What waits today, within the daily limits.

    Attributes:
        minutes: how long it will take at the user's own median pace.
        streak_days: study days in a row with an answer, up to today or, when nothing was answered yet, yesterday.
        topics: the counts before the daily limits.
        next_due_on: when the next card falls due after today; None when none will.
        total: every card of the collection.
    """

    day: date
    due: int
    new: int
    drill: int
    minutes: int
    streak_days: int
    answered_today: int
    topics: tuple[TopicCounts, ...]
    next_due_on: date | None
    total: int


class Today:
    """The present study day of a collection."""

    def __init__(self, collection: Collection, clock: Clock) -> None:
        self._collection = collection
        self._clock = clock

    def settings(self) -> Settings:
        """Return the user's settings."""
        return settings_service.load(self._collection)

    def day(self) -> date:
        """Return the study day of now."""
        return study_day(
            self._clock.now(),
            self._clock.zone(),
            self.settings().rollover_hour,
            last_day=self._collection.reviews.last_day(),
        )

    def review_queue(
        self, scope: Scope = EVERYTHING, *, limit: int | None = None, new_limit: int | None = None
    ) -> SessionQueue[Card]:
        """Return the row of today's cards.

        Args:
            scope: which cards.
            limit: at most so many cards, drills included.
            new_limit: new cards to introduce now, in place of what the daily limit leaves.
        """
        today, settings = self.day(), self.settings()
        drills = self._collection.cards.drills(today, scope)
        reviews_left = max(0, settings.reviews_per_day - self._collection.reviews.reviewed_on(today))
        if new_limit is None:
            new_limit = max(0, settings.new_per_day - self._collection.reviews.introduced_on(today))
        # a sibling that was asked or is drilled today keeps the others out
        taken = {card.sibling_key for card in drills} | self._collection.cards.sibling_keys_answered_on(today)
        due = queue.without_siblings(self._collection.cards.due(today, scope), taken)[:reviews_left]
        taken |= {card.sibling_key for card in due}
        new = queue.without_siblings(self._collection.cards.new(today, scope), taken)[:new_limit]
        row = queue.spread(due, new)
        if limit is not None:
            row, drills = row[:limit], drills[: max(0, limit - len(row))]
        return SessionQueue(waiting=row, drills=drills)

    def cram_queue(self, scope: Scope, *, limit: int | None = None) -> SessionQueue[Card]:
        """Return every card of the scope, weakest first, new ones last; siblings are not kept apart."""
        return SessionQueue(waiting=self._collection.cards.weakest_first(self.day(), scope)[:limit])

    def overview(self) -> Overview:
        """Return what waits today."""
        today = self.day()
        row = self.review_queue()
        new = sum(1 for card in row.waiting if card.is_new)
        answer_ms = self._collection.reviews.median_took_ms() or _ASSUMED_ANSWER_MS
        days = self._collection.reviews.days_with_answers()
        topics = self._collection.cards.topic_counts(today)
        return Overview(
            day=today,
            due=len(row.waiting) - new,
            new=new,
            drill=len(row.drills),
            minutes=-(-row.remaining * answer_ms // 60_000),
            streak_days=_streak(days, today),
            answered_today=self._collection.reviews.answers_on(today),
            topics=topics,
            next_due_on=self._collection.cards.next_due_after(today),
            total=sum(counts.total for counts in topics),
        )


def _streak(newest_first: Iterable[date], today: date) -> int:
    streak = 0
    expected = today
    for day in newest_first:
        if streak == 0 and day == today - timedelta(days=1):
            expected = day
        if day != expected:
            break
        streak += 1
        expected -= timedelta(days=1)
    return streak
