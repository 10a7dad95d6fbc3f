"""What waits today, and the row of cards to begin with."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta, tzinfo
from typing import Final, NamedTuple

from flashdeck.domain.card import Card
from flashdeck.domain.choices import CramOrder
from flashdeck.domain.exam import days_to_exam
from flashdeck.domain.scope import EVERYTHING, Scope
from flashdeck.domain.study_day import study_day
from flashdeck.scheduling import queue
from flashdeck.scheduling.options import DEFAULT_OPTIONS, SchedulerOptions
from flashdeck.scheduling.session import SessionQueue
from flashdeck.services import settings as settings_service
from flashdeck.services.clock import Clock
from flashdeck.services.pace import Pace, pace_of
from flashdeck.services.settings import Settings
from flashdeck.storage.cards import TopicCounts
from flashdeck.storage.collection import Collection

_CLOCK_DRIFT: Final = timedelta(hours=1)
"""A clock may stand so far before an answer and still be right: other machines have other clocks."""
_MOST_COUNTED: Final = 1_000
"""Due cards beyond the limit that are told from their siblings."""


class AnswersAhead(NamedTuple):
    """Answers that were given while the clock stood later than now: how many, and the latest instant of them."""

    number: int
    latest: datetime


class Beyond(NamedTuple):
    """Cards that wait beyond what the limits of today leave.

    Attributes:
        due: of each family of siblings one; of very many every one, because which are siblings takes long to read.
        new: every one.
    """

    due: int
    new: int


class Overview(NamedTuple):
    """What waits today, within the daily limits.

    Attributes:
        minutes: how long it will take at the user's own median pace, with the drills that will follow.
        streak_days: study days in a row with an answer, up to today or, when nothing was answered yet, yesterday.
        topics: every topic of every deck with what of it waits today.
        next_due_on: the first day after today on which a card is asked, be it one that the limits, a sibling or the
            user keep out today; None when there is none.
        due_waiting: due cards beyond the limits, see `Beyond`.
        new_waiting: likewise new ones.
        total: every card of the collection.
        days_to_exam: study days until the exam, 0 on its day; None when there is none or it is over.
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
    due_waiting: int
    new_waiting: int
    total: int
    days_to_exam: int | None


class Today:
    """The present study day of a collection."""

    def __init__(self, collection: Collection, clock: Clock) -> None:
        self._collection = collection
        self._clock = clock
        self._settings: Settings | None = None
        self._settings_version = (0, 0)
        self._options = DEFAULT_OPTIONS

    def settings(self) -> Settings:
        """Return the user's settings."""
        version = self._collection.settings.version
        if self._settings is None or self._settings_version != version:
            self._settings, self._settings_version = settings_service.load(self._collection), version
            self._options = self._settings.scheduler_options()
        return self._settings

    def scheduler_options(self) -> SchedulerOptions:
        """Return those of the user's settings that schedules depend on."""
        self.settings()
        return self._options

    def day(self) -> date:
        """Return the study day of now."""
        return study_day(
            self._clock.now(),
            self._clock.zone(),
            self.settings().rollover_hour,
            last_day=self._collection.reviews.last_day(),
        )

    def answers_ahead(self) -> AnswersAhead | None:
        """Return the standing answers before which the clock stands, so that it was or is wrong; None without any."""
        number, latest = self._collection.reviews.answered_after(self._clock.now() + _CLOCK_DRIFT)
        return None if latest is None else AnswersAhead(number=number, latest=latest)

    def zone(self) -> tzinfo:
        """Return the time zone in which the user's days begin."""
        return self._clock.zone()

    def review_queue(
        self,
        scope: Scope = EVERYTHING,
        *,
        limit: int | None = None,
        due_limit: int | None = None,
        new_limit: int | None = None,
    ) -> SessionQueue[Card]:
        """Return the row of today's cards.

        Args:
            scope: which cards.
            limit: at most so many cards, drills included.
            due_limit: due cards to ask now, in place of what the daily limit leaves.
            new_limit: new cards to introduce now, in place of what the daily limit leaves.
        """
        today, settings = self.day(), self.settings()
        drills = self._collection.cards.drills(today, scope)
        if new_limit is None:
            new_limit = max(0, settings.new_per_day - self._collection.reviews.introduced_on(today))
        # a sibling that was asked or is drilled today keeps the others out
        taken = {card.sibling_key for card in drills} | self._collection.cards.sibling_keys_answered_on(today)
        cards = self._collection.cards

        def due_cards(wanted: int) -> tuple[Card, ...]:
            return _first_of_families(lambda batch: cards.due(today, scope, limit=batch), taken, wanted)

        due = self._due_within_limit(due_cards, today) if due_limit is None else due_cards(due_limit)
        taken |= {card.sibling_key for card in due}
        new = _first_of_families(lambda batch: cards.new(today, scope, limit=batch), taken, new_limit)
        row = queue.spread(due, new)
        if limit is not None:
            row, drills = row[:limit], drills[: max(0, limit - len(row))]
        return SessionQueue(row=row, drills=drills)

    def _due_within_limit(self, first: Callable[[int], tuple[Card, ...]], today: date) -> tuple[Card, ...]:
        """Return the due cards that the daily limit leaves; a card that was reviewed ahead of time took no place."""
        reviewed = self._collection.reviews.reviewed_on(today)
        left = self.settings().reviews_per_day - len(reviewed)
        due = first(left)
        if len(due) < left:
            return due
        from flashdeck.scheduling.replay import was_due_on  # noqa: PLC0415 - only where a limit is reached; brings FSRS

        reviews, options = self._collection.reviews, self.scheduler_options()
        ahead = sum(not was_due_on(today, reviews.of_card(uid), options) for uid in reviewed)
        return first(left + ahead) if ahead else due

    def ahead_queue(self, scope: Scope = EVERYTHING, *, days: int, limit: int | None = None) -> SessionQueue[Card]:
        """Return cards that fall due in the days after today, to be reviewed before their time.

        Args:
            scope: which cards.
            days: how many days ahead, from 1.
            limit: at most so many cards.
        """
        today = self.day()
        taken = self._collection.cards.sibling_keys_answered_on(today)
        cards = queue.without_siblings(self._collection.cards.due_within(today, days, scope), taken)
        return SessionQueue(row=cards[:limit])

    def cram_queue(
        self,
        scope: Scope,
        *,
        order: CramOrder = CramOrder.WEAKEST_FIRST,
        shuffle: Callable[[list[Card]], None] | None = None,
        limit: int | None = None,
    ) -> SessionQueue[Card]:
        """Return the cards of the scope; siblings are not kept apart.

        Args:
            scope: which cards.
            order: which come first; new cards count as the least weak.
            shuffle: puts a list into a random order, in place; needed for `CramOrder.SHUFFLED`.
            limit: at most so many cards.
        """
        cards = list(self._collection.cards.weakest_first(self.day(), scope))
        if order is CramOrder.AS_IN_SLIDES:
            cards.sort(key=lambda card: (card.position, card.ordinal))
        elif order is CramOrder.SHUFFLED:
            assert shuffle is not None
            shuffle(cards)
        return SessionQueue(row=tuple(cards[:limit]))

    def pace(self) -> Pace:
        """Return how long the user takes for a card."""
        return pace_of(self._collection)

    def is_begun(self) -> bool:
        """Whether a scheduled card was answered today; what is only crammed or drilled does not count."""
        reviews, today = self._collection.reviews, self.day()
        return bool(reviews.reviewed_on(today) or reviews.introduced_on(today))

    def overview(self) -> Overview:
        """Return what waits today."""
        today = self.day()
        row = self.review_queue()
        due, new = _due_and_new(row)
        topics = self._collection.cards.topic_counts(today)
        due_left, new_left = _left(topics, row)
        settings = self.settings()
        goes_on_tomorrow = (due_left and settings.reviews_per_day) or (new_left and settings.new_per_day)
        tomorrow = today + timedelta(days=1)
        next_on = tomorrow if goes_on_tomorrow else self._collection.cards.next_asked_after(today)
        return Overview(
            day=today,
            due=due,
            new=new,
            drill=len(row.drills),
            minutes=self.pace().minutes(due=due, new=new, drill=len(row.drills)),
            streak_days=_streak(self._collection, today),
            answered_today=self._collection.reviews.answers_on(today),
            topics=_within_limits(topics, row),
            next_due_on=next_on,
            due_waiting=self._due_beyond(row, today, due_left),
            new_waiting=new_left,
            total=sum(counts.total for counts in topics),
            days_to_exam=days_to_exam(settings.exam_on, today),
        )

    def beyond_limits(self) -> Beyond:
        """Return what waits beyond the limits of today, as the overview tells it."""
        today, row = self.day(), self.review_queue()
        due_left, new_left = _left(self._collection.cards.topic_counts(today), row)
        return Beyond(due=self._due_beyond(row, today, due_left), new=new_left)

    def _due_beyond(self, row: SessionQueue[Card], today: date, left: int) -> int:
        """Return how many due cards only the limit keeps out of the row of today, of `left` that are not in it."""
        if not 0 < left <= _MOST_COUNTED:
            return left
        cards = self._collection.cards
        asked = {card.sibling_key for card in (*row.waiting, *row.drills) if not card.is_new}
        return len(cards.sibling_keys_due(today) - asked - cards.sibling_keys_answered_on(today))


def _due_and_new(row: SessionQueue[Card]) -> tuple[int, int]:
    new = sum(1 for card in row.waiting if card.is_new)
    return len(row.waiting) - new, new


def _left(topics: Sequence[TopicCounts], row: SessionQueue[Card]) -> tuple[int, int]:
    """Return how many due and how many new cards the row of today leaves out."""
    due, new = _due_and_new(row)
    return sum(counts.due for counts in topics) - due, sum(counts.new for counts in topics) - new


def _first_of_families(read: Callable[[int], tuple[Card, ...]], taken: set[str], wanted: int) -> tuple[Card, ...]:
    """Return the first cards without siblings, reading no more of a large collection than it takes."""
    if wanted <= 0:
        return ()
    batch = 2 * wanted
    while True:
        cards = read(batch)
        kept = queue.without_siblings(cards, taken)[:wanted]
        if len(kept) == wanted or len(cards) < batch:
            return kept
        batch *= 4


def _within_limits(topics: Iterable[TopicCounts], row: SessionQueue[Card]) -> tuple[TopicCounts, ...]:
    """Return the counts with only those cards that the row of today holds."""
    due: Counter[tuple[str, str]] = Counter()
    new: Counter[tuple[str, str]] = Counter()
    for card in row.waiting:
        (new if card.is_new else due)[card.deck_name, card.topic] += 1
    drill = Counter((card.deck_name, card.topic) for card in row.drills)
    return tuple(
        counts._replace(due=due[key], new=new[key], drill=drill[key])
        for counts in topics
        for key in [(counts.deck_name, counts.topic)]
    )


def _streak(collection: Collection, today: date) -> int:
    days_in_a_row = collection.reviews.days_in_a_row
    return days_in_a_row(today) or days_in_a_row(today - timedelta(days=1))
