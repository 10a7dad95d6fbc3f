"""One sitting: what is asked, what an answer does, what an undo takes back. Every answer is durable when it returns."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from uuid import uuid4

from flashdeck.domain import cloze
from flashdeck.domain.card import Card
from flashdeck.domain.card_state import NewState, ScheduledState
from flashdeck.domain.note import Note, NoteId, NoteKind, SlideSource
from flashdeck.domain.quality import Quality
from flashdeck.domain.review_log import EntryKind, ReviewLogEntry
from flashdeck.scheduling import sm2
from flashdeck.scheduling.replay import replay
from flashdeck.scheduling.session import SessionQueue
from flashdeck.services.clock import Clock
from flashdeck.services.today import Today
from flashdeck.storage.collection import Collection


class StudyMode(StrEnum):
    """What an answer counts for."""

    REVIEW = "review"
    CRAM = "cram"


@dataclass(frozen=True, slots=True, kw_only=True)
class NextShowing:
    """What an answer would bring.

    Attributes:
        interval_days: days until the card is due again; None where the answer moves no schedule.
        again_today: whether the card comes back in this sitting.
    """

    interval_days: int | None
    again_today: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The card that is asked now. Texts are Markdown.

    Attributes:
        is_drill: it scored below 4 earlier today; the answer moves no schedule.
        previews: what each quality from 0 to 5 would bring.
    """

    card: Card
    note_id: NoteId
    deck_name: str
    context: str
    topic: str
    front: str
    back: str
    is_new: bool
    is_drill: bool
    previews: dict[Quality, NextShowing]
    source: SlideSource | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicResult:
    """How a topic went in a sitting: first answers only, drills do not count."""

    topic: str
    answered: int
    correct: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionSummary:
    """What a sitting came to.

    Attributes:
        answered: cards that were answered, each counted once.
        correct: those whose first answer was 3 or more.
        missed: cards to look at again, the most often missed first.
        due_tomorrow: cards that fall due on the next study day.
        due_next_week: cards that fall due on the next seven study days.
    """

    answered: int
    correct: int
    topics: tuple[TopicResult, ...]
    missed: tuple["MissedCard", ...]
    due_tomorrow: int
    due_next_week: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedCard:
    """A card that was answered below 3; its front is Markdown."""

    card_uid: str
    note_id: NoteId
    front: str
    topic: str
    misses: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answered:
    """One answer of this sitting, with the queue as it was before."""

    entry: ReviewLogEntry
    note_id: NoteId
    topic: str
    front: str
    queue_before: SessionQueue[Card]


class StudySession:
    """A sitting with a row of cards.

    Answers are written one transaction each. If writing one fails, the error is raised and the same card is still
    asked: the answer keeps its uid, so that giving it again cannot count twice.
    """

    def __init__(
        self, collection: Collection, clock: Clock, today: Today, cards: SessionQueue[Card], mode: StudyMode
    ) -> None:
        self._collection = collection
        self._clock = clock
        self._today = today
        self._queue = cards
        self._answers: list[_Answered] = []
        self._pending_uid: str | None = None
        self.mode = mode

    @property
    def done(self) -> int:
        """How many cards are finished in this sitting."""
        return self._queue.done

    @property
    def remaining(self) -> int:
        """How many cards are still to be finished."""
        return self._queue.remaining

    def question(self) -> Question | None:
        """Return the card to ask now as it stands in the collection, None at the end."""
        while (queued := self._queue.current) is not None:
            card = self._collection.cards.find(queued.id)
            if card is not None and not card.is_suspended:
                return self._question(card)
            self._queue = self._queue.drop()  # deleted or suspended meanwhile
        return None

    def _question(self, card: Card) -> Question:
        note = self._collection.notes.get(card.note_id)
        front, back = sides(note, card.ordinal)
        return Question(
            card=card,
            note_id=note.id,
            deck_name=note.deck_name,
            context=note.content.context,
            topic=note.content.topic,
            front=front,
            back=back,
            is_new=isinstance(card.state, NewState),
            is_drill=self._kind(card) is EntryKind.DRILL,
            previews={quality: self._preview(card, quality) for quality in Quality},
            source=note.source,
        )

    def _kind(self, card: Card) -> EntryKind:
        if self.mode is StudyMode.CRAM:
            return EntryKind.CRAM
        owes = isinstance(card.state, ScheduledState) and card.state.owes_drill(self._today.day())
        return EntryKind.DRILL if owes else EntryKind.REVIEW

    def _preview(self, card: Card, quality: Quality) -> NextShowing:
        kind = self._kind(card)
        if kind is EntryKind.CRAM:
            return NextShowing(interval_days=None, again_today=not quality.remembered)
        after = sm2.next_state(card.state, quality, today=self._today.day())
        return NextShowing(
            interval_days=after.interval_days if kind is EntryKind.REVIEW else None,
            again_today=not quality.ends_drill,
        )

    def answer(self, quality: Quality, *, took_ms: int | None = None) -> ReviewLogEntry:
        """Write the answer to the current card and go on; it is on the disk when this returns.

        Raises:
            CollectionError: it could not be written; the same card is still asked.
        """
        question = self.question()
        assert question is not None, "there is nothing to answer"
        card, kind, today = question.card, self._kind(question.card), self._today.day()
        self._pending_uid = self._pending_uid or uuid4().hex
        entry = ReviewLogEntry(
            uid=self._pending_uid,
            card_uid=card.uid,
            kind=kind,
            quality=quality,
            answered_at=self._clock.now(),
            study_day=today,
            took_ms=took_ms,
        )
        with self._collection.atomic():
            if not self._collection.reviews.append(entry):
                # an earlier try reported a fault but had reached the disk; what it wrote stands
                entry = self._collection.reviews.get(entry.uid)
            elif kind is not EntryKind.CRAM:
                self._collection.cards.replace_state(card.id, sm2.next_state(card.state, quality, today=today))
        self._pending_uid = None
        self._answers.append(
            _Answered(
                entry=entry,
                note_id=question.note_id,
                topic=question.topic,
                front=question.front,
                queue_before=self._queue,
            )
        )
        self._queue = self._after(entry)
        return entry

    def _after(self, entry: ReviewLogEntry) -> SessionQueue[Card]:
        assert entry.quality is not None
        if entry.kind is EntryKind.CRAM:
            return self._queue.finish() if entry.quality.remembered else self._queue.repeat_soon()
        return self._queue.finish() if entry.quality.ends_drill else self._queue.drill()

    def undo(self) -> bool:
        """Take back the newest answer of the collection and ask its card again; False when there is none.

        It may be an answer of an earlier sitting.
        """
        entry = undo_last_answer(self._collection, self._clock, self._today)
        if entry is None:
            return False
        self._pending_uid = None
        if self._answers and self._answers[-1].entry.uid == entry.uid:
            self._queue = self._answers.pop().queue_before
        else:
            card = self._collection.cards.find_uid(entry.card_uid)
            if card is not None:
                self._queue = self._queue.ask_now(card, lambda other: other.id == card.id)
        return True

    def bury(self) -> None:
        """Keep the current card out of the queues until tomorrow."""
        question = self.question()
        if question is not None:
            with self._collection.atomic():
                self._collection.cards.bury(question.card.id, until=self._today.day() + timedelta(days=1))
            self._queue = self._queue.drop()

    def suspend(self) -> None:
        """Keep the current card out of the queues until the user brings it back."""
        question = self.question()
        if question is not None:
            with self._collection.atomic():
                self._collection.cards.set_suspended([question.card.id], suspended=True)
            self._queue = self._queue.drop()

    def summary(self) -> SessionSummary:
        """Return what this sitting came to so far."""
        first: dict[str, _Answered] = {}
        misses: Counter[str] = Counter()
        for answered in self._answers:
            first.setdefault(answered.entry.card_uid, answered)
            misses[answered.entry.card_uid] += not _remembered(answered)
        answered_by_topic = Counter(answered.topic for answered in first.values())
        correct_by_topic = Counter(answered.topic for answered in first.values() if _remembered(answered))
        load = dict(self._collection.cards.due_by_day(self._today.day(), 7))
        return SessionSummary(
            answered=len(first),
            correct=sum(correct_by_topic.values()),
            topics=tuple(
                TopicResult(topic=topic, answered=count, correct=correct_by_topic[topic])
                for topic, count in answered_by_topic.items()
            ),
            missed=tuple(
                MissedCard(
                    card_uid=uid,
                    note_id=first[uid].note_id,
                    front=first[uid].front,
                    topic=first[uid].topic,
                    misses=count,
                )
                for uid, count in misses.most_common()
                if count
            ),
            due_tomorrow=load.get(self._today.day() + timedelta(days=1), 0),
            due_next_week=sum(load.values()),
        )


def undo_last_answer(collection: Collection, clock: Clock, today: Today) -> ReviewLogEntry | None:
    """Take back the newest answer that stands; return it, None when there is none.

    The answer stays in the log, followed by the entry that takes it back; the card's state is replayed.
    """
    entry = collection.reviews.last_standing()
    if entry is None:
        return None
    undo = ReviewLogEntry(
        uid=uuid4().hex,
        card_uid=entry.card_uid,
        kind=EntryKind.UNDO,
        answered_at=clock.now(),
        study_day=today.day(),
        undoes=entry.uid,
    )
    with collection.atomic():
        collection.reviews.append(undo)
        card = collection.cards.find_uid(entry.card_uid)
        if card is not None:
            collection.cards.replace_state(card.id, replay(collection.reviews.of_card(entry.card_uid)))
    return entry


def sides(note: Note, ordinal: int) -> tuple[str, str]:
    """Return question and answer of a card as Markdown."""
    content = note.content
    if content.kind is NoteKind.BASIC:
        return content.front, content.back
    hidden = cloze.answer(content.front, ordinal + 1)
    return cloze.question(content.front, ordinal + 1), f"{hidden}\n\n{content.back}" if content.back else hidden


def _remembered(answered: _Answered) -> bool:
    return answered.entry.quality is not None and answered.entry.quality.remembered
