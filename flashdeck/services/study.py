"""One sitting: what is asked, what an answer does, what an undo takes back. Every answer is durable when it returns."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from secrets import token_hex
from typing import Final

from flashdeck.domain.card import Card
from flashdeck.domain.card_state import ScheduledState
from flashdeck.domain.ids import CardId, NoteId
from flashdeck.domain.note import NoteContent, SlideSource
from flashdeck.domain.quality import Quality
from flashdeck.domain.review_log import EntryKind, ReviewLogEntry
from flashdeck.scheduling import scheduler
from flashdeck.scheduling.session import SessionQueue
from flashdeck.services import leeches, library
from flashdeck.services.clock import Clock
from flashdeck.services.question import NextShowing, Question, sides
from flashdeck.services.steps import KINDS_OF_STEPS, LEAVING_OUT, Step
from flashdeck.services.summary import Answered, SessionSummary, carried_over, summarise
from flashdeck.services.today import Today
from flashdeck.services.undo import Undone, last_undoable, undo_last
from flashdeck.storage.collection import Collection
from flashdeck.storage.operations import Operation


class StudyMode(StrEnum):
    """What an answer counts for."""

    REVIEW = "review"
    CRAM = "cram"


_next_state = lru_cache(maxsize=4 * len(Quality))(scheduler.next_state)
"""What an answer does is worked out for the buttons; the answer itself asks the same again."""
_SETTLED_AFTER: Final = 20
"""Answers whose writing is settled together: what the log beside the file takes up then is written over, and to write
over costs a disk a fifth less than to let a file grow."""


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
        self._steps: list[Step] = []
        self._pending: tuple[CardId, str] | None = None
        self._asked: Question | None = None
        self._changes_when_asked = 0
        self._ahead: Question | None = None
        self._changes_when_ahead = 0
        self._day_when_ahead: date | None = None
        self._unsettled = 0
        self._leech_lapses: int | None = None
        self._pace = today.pace()
        self._drill_distance = today.settings().drill_distance
        self.mode = mode

    @property
    def leech_lapses(self) -> int | None:
        """How often the card answered last was forgotten, when that answer made it a leech (again), else None.

        Time to say why (`lint_cards.lint_note` on its note) and to offer other words.
        """
        return self._leech_lapses

    @property
    def done(self) -> int:
        """How many cards are finished in this sitting."""
        return self._queue.done

    @property
    def remaining(self) -> int:
        """How many cards are still to be finished."""
        return self._queue.remaining

    def minutes_left(self) -> int:
        """Return about how long what remains will take."""
        waiting, drills = self._queue.waiting, len(self._queue.drills)
        if self.mode is StudyMode.CRAM:
            return self._pace.minutes(cram=self.remaining)
        answered = {step.answer.entry.card_uid for step in self._steps if step.answer is not None}
        again = sum(card.uid in answered for card in waiting)
        new = sum(card.is_new and card.uid not in answered for card in waiting)
        return self._pace.minutes(new=new, due=len(waiting) - new - again, drill=drills + again)

    def question(self) -> Question | None:
        """Return the card to ask now as it stands in the collection, None at the end."""
        while (queued := self._queue.current) is not None:
            asked = self._as_it_stands(queued.id)
            if asked is not None and not self._is_left_out(asked.card):
                self._asked = asked
                self._changes_when_asked = self._collection.changes
                return asked
            self._queue = self._queue.drop()  # deleted or left out meanwhile
        return None

    def coming(self) -> tuple[str, str] | None:
        """Return question and answer, as Markdown, of the card to ask after this one if this one is known.

        What its answers would bring is worked out, too, and what they will change is read, so that nobody waits for it;
        the answer to this card gets its uid; and from time to time what was written settles.
        """
        if self._unsettled >= _SETTLED_AFTER:
            self._unsettled = 0
            self._collection.settle()
        if self._queue.current is not None:
            self._uid_of_answer(self._queue.current.id)
        queued = self._queue.finish().current if self._queue.current is not None else None
        self._ahead = self._read(queued.id) if queued is not None else None
        self._changes_when_ahead = self._collection.changes
        if self._ahead is None:
            return None
        self._foresee(self._ahead.card)
        return self._ahead.front, self._ahead.back

    def _foresee(self, card: Card) -> None:
        self._day_when_ahead = today = self._today.day()
        if self._kind(card, today) is EntryKind.REVIEW:
            due_days = {self._next_state(card, quality, today).due_on for quality in Quality}
            self._collection.cards.read_ahead(card, due_days)

    def _as_it_stands(self, card_id: CardId) -> Question | None:
        """Return the question of a card, read when it was looked at before unless something has changed since."""
        ahead = self._still_ahead()
        self._ahead = None
        if ahead is None or ahead.card.id != card_id:
            return self._read(card_id)
        if ahead.card.has_drill and self._day_when_ahead != self._today.day():  # a drill is one for a day only
            return self._read(card_id)
        return ahead

    def _still_ahead(self) -> Question | None:
        """Return the question that was looked at ahead, None when there is none or something has changed since."""
        return self._ahead if self._changes_when_ahead == self._collection.changes else None

    def _is_left_out(self, card: Card) -> bool:
        if self.mode is StudyMode.CRAM or card.buried_until is None:
            return card.is_suspended
        return card.is_suspended or card.buried_until > self._today.day()

    def take_up(self, entries: Iterable[ReviewLogEntry], operations: Iterable[Operation] = ()) -> None:
        """Bring a sitting that was cut short to where its answers and undos, and what it did to cards, had led it.

        Args:
            entries: the answers and undos since it began, oldest first.
            operations: what was done since and stands, oldest first; what a sitting does not do is left out.
        """
        left_out: set[CardId] = set()
        coming = deque(operation for operation in operations if operation.kind in KINDS_OF_STEPS)
        for entry in entries:
            while coming and coming[0].place < self._collection.reviews.place_of(entry):
                self._take_up_operation(coming.popleft(), left_out)
            if entry.undoes is not None:
                self._step_back(entry.undoes, entry.card_uid)
            elif (card := self._collection.cards.find_uid(entry.card_uid)) is not None:
                self._drop(left_out - {card.id})
                if self._queue.current is None or self._queue.current.id != card.id:
                    self._ask_now(card)
                content = self._collection.notes.get(card.note_id).content
                self._step_on(entry, card.note_id, content.topic, sides(content, card.ordinal)[0])
        for operation in coming:
            self._take_up_operation(operation, left_out)

    def _take_up_operation(self, operation: Operation, left_out: set[CardId]) -> None:
        self._drop(left_out)
        self._steps.append(Step(queue_before=self._queue, operation=operation.seq))
        if operation.kind in LEAVING_OUT:
            left_out |= self._collection.operations.cards_of(operation)
            self._drop(left_out)

    def _drop(self, left_out: set[CardId]) -> None:
        while self._queue.current is not None and self._queue.current.id in left_out:
            self._queue = self._queue.drop()

    def _answered(self) -> Question:
        """Return the question that was asked, with its card as it stands now."""
        asked, queued = self._asked, self._queue.current
        if asked is not None and queued is not None and asked.card.id == queued.id:
            if self._collection.changes == self._changes_when_asked:
                return asked
            card = self._collection.cards.find(queued.id)
            if card is not None and not self._is_left_out(card):
                return replace(asked, card=card)
        question = self.question()
        assert question is not None, "there is nothing to answer"
        return question

    def _read(self, card_id: CardId) -> Question | None:
        found = self._collection.notes.asked_by(card_id)
        return None if found is None else self._question(*found)

    def _question(self, card: Card, content: NoteContent, source: SlideSource | None) -> Question:
        front, back = sides(content, card.ordinal)
        return Question(
            card=card,
            note_id=card.note_id,
            deck_name=card.deck_name,
            context=content.context,
            topic=content.topic,
            front=front,
            back=back,
            is_new=card.is_new,
            is_drill=card.has_drill and self._kind(card, self._today.day()) is EntryKind.DRILL,
            is_marked=library.MARKED_TAG in content.tags,
            source=source,
            preview=lambda quality: self._preview(card, quality),
        )

    def _kind(self, card: Card, today: date) -> EntryKind:
        if self.mode is StudyMode.CRAM:
            return EntryKind.CRAM
        owes = isinstance(card.state, ScheduledState) and card.state.owes_drill(today)
        return EntryKind.DRILL if owes else EntryKind.REVIEW

    def _next_state(self, card: Card, quality: Quality, today: date) -> ScheduledState:
        options = self._today.scheduler_options()  # of now: they may be changed while a sitting is open
        return _next_state(card.state, quality, today=today, card_uid=card.uid, options=options)

    def _preview(self, card: Card, quality: Quality) -> NextShowing:
        today = self._today.day()
        kind = self._kind(card, today)
        if kind is EntryKind.CRAM:
            return NextShowing(interval_days=None, again_today=not quality.remembered)
        after = self._next_state(card, quality, today)
        return NextShowing(
            interval_days=(after.due_on - today).days if kind is EntryKind.REVIEW else None,
            again_today=not quality.ends_drill,
        )

    def answer(self, quality: Quality, *, took_ms: int | None = None) -> ReviewLogEntry:
        """Write the answer to the current card and go on; it is on the disk when this returns.

        Raises:
            CollectionError: it could not be written; the same card is still asked.
        """
        question = self._answered()
        card, today = question.card, self._today.day()
        kind = self._kind(card, today)
        now = self._clock.now()
        self._leech_lapses = None
        entry = ReviewLogEntry(
            uid=self._uid_of_answer(card.id),
            card_uid=card.uid,
            kind=kind,
            quality=quality,
            answered_at=now,
            study_day=today,
            took_ms=took_ms,
        )
        is_ahead = self._still_ahead() is not None
        with self._collection.atomic():
            if not self._collection.reviews.append(entry):
                # an earlier try reported a fault but had reached the disk; what it wrote stands
                entry = self._collection.reviews.get(entry.uid)
            elif kind is not EntryKind.CRAM:
                after = self._next_state(card, quality, today)
                self._collection.cards.replace_state(card, after)
                self._leech_lapses = leeches.tag_if_stopped(self._collection, card, after, now=now)
        self._pending = None
        self._unsettled += 1
        if is_ahead:  # an answer changes no other card, and of a note only the tag of leeches, which is not asked
            self._changes_when_ahead = self._collection.changes
        self._step_on(entry, question.note_id, question.topic, question.front)
        return entry

    def _uid_of_answer(self, card_id: CardId) -> str:
        """Return the uid of the coming answer to a card, the same until that is written."""
        if self._pending is None or self._pending[0] != card_id:
            self._pending = (card_id, _new_uid(self._clock.now()))
        return self._pending[1]

    def _step_on(self, entry: ReviewLogEntry, note_id: NoteId, topic: str, front: str) -> None:
        answered = Answered(entry=entry, note_id=note_id, topic=topic, front=front)
        self._steps.append(Step(queue_before=self._queue, answer=answered))
        self._queue = self._after(entry)

    def _after(self, entry: ReviewLogEntry) -> SessionQueue[Card]:
        assert entry.quality is not None
        if entry.kind is EntryKind.CRAM:
            return self._queue.finish() if entry.quality.remembered else self._queue.repeat_soon()
        return self._queue.finish() if entry.quality.ends_drill else self._queue.drill(self._drill_distance)

    def can_undo(self) -> bool:
        """Whether `undo` would take something back."""
        last = last_undoable(self._collection)
        return last is not None and (last.answer is not None or (bool(self._steps) and self._steps[-1].is_of(last)))

    def undo(self) -> Undone | None:
        """Take back the last answer, here or in an earlier sitting, or what was done to a card here, and ask it again.

        What was done elsewhere since (an import, an edit) is not taken back from within a sitting: returns None.
        """
        if not self.can_undo():
            return None
        undone = undo_last(self._collection, self._clock, self._today)
        assert undone is not None
        self._pending = None
        if undone.answer is not None:
            self._step_back(undone.answer.uid, undone.answer.card_uid)
        else:
            self._queue = self._steps.pop().queue_before
        return undone

    def _step_back(self, answer_uid: str, card_uid: str) -> None:
        """Ask the card of an answer that was taken back, in its old place when the answer was the last step."""
        last = self._steps[-1].answer if self._steps else None
        if last is not None and last.entry.uid == answer_uid:
            self._queue = self._steps.pop().queue_before
        elif (card := self._collection.cards.find_uid(card_uid)) is not None:
            self._ask_now(card)

    def _ask_now(self, card: Card) -> None:
        self._queue = self._queue.ask_now(card, lambda other: other.id == card.id)

    def bury(self) -> None:
        """Keep the current card out of the queues until tomorrow."""
        until = self._today.day() + timedelta(days=1)
        self._leave_out(lambda card: library.bury(self._collection, self._clock, [card], until=until))

    def suspend(self) -> None:
        """Keep the current card out of the queues until the user brings it back."""
        self._leave_out(lambda card: library.set_suspended(self._collection, self._clock, [card], suspended=True))

    def _leave_out(self, leave_out: Callable[[CardId], None]) -> None:
        question = self.question()
        if question is not None:
            leave_out(question.card.id)
            self._remember_operation()
            self._queue = self._queue.drop()

    def toggle_mark(self) -> None:
        """Mark the current card's note, or take its mark away."""
        question = self.question()
        if question is not None:
            library.toggle_mark(self._collection, self._clock, question.note_id)
            self._remember_operation()

    def edit(self, note_id: NoteId, content: NoteContent) -> None:
        """Store what the user wrote into the note of a card asked in this sitting.

        Raises:
            NoteContentError: it makes no card; nothing is stored.
        """
        library.edit_note(self._collection, self._clock, note_id, content)
        self._steps = [self._reworded(step, note_id) for step in self._steps]
        self._remember_operation()

    def _reworded(self, step: Step, note_id: NoteId) -> Step:
        """Return a step whose answer, if it is to this note, shows the question as it is now."""
        if step.answer is None or step.answer.note_id != note_id:
            return step
        card = self._collection.cards.find_uid(step.answer.entry.card_uid)
        if card is None:
            return step
        front, _ = sides(self._collection.notes.get(note_id).content, card.ordinal)
        return replace(step, answer=replace(step.answer, front=front))

    def suspend_answered(self, card_id: CardId) -> None:
        """Keep a card that was answered in this sitting out of the queues until the user brings it back."""
        library.set_suspended(self._collection, self._clock, [card_id], suspended=True)
        self._remember_operation()

    def _remember_operation(self) -> None:
        operation = self._collection.operations.last_standing()
        assert operation is not None
        self._steps.append(Step(queue_before=self._queue, operation=operation.seq))

    def summary(self) -> SessionSummary:
        """Return what this sitting came to so far."""
        answers = [step.answer for step in self._steps if step.answer is not None]
        today, settings = self._today.day(), self._today.settings()
        load = carried_over(
            dict(self._collection.cards.due_by_day(today, 7)),
            today,
            beyond=self._today.beyond_limits(),
            reviews_per_day=settings.reviews_per_day,
            new_per_day=settings.new_per_day,
        )
        return summarise(answers, load)


def _new_uid(now: datetime) -> str:
    """Return a uid for an answer: by time, so that those of a day lie together in the log's index, then by chance."""
    return f"{round(now.timestamp() * 1000):012x}{token_hex(10)}"
