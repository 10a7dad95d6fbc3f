"""A sitting in the window: questions, answers, undo, and the summary at the end."""

import random
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QElapsedTimer, Signal

from flashdeck.domain.choices import Grading
from flashdeck.domain.quality import BUTTON_QUALITIES, Quality
from flashdeck.domain.scope import EVERYTHING, Scope
from flashdeck.gui.controllers import deck_tree
from flashdeck.gui.controllers.controller import Controller
from flashdeck.gui.controllers.notes import draft_view, edited_content, source_slide
from flashdeck.gui.theme import Theme
from flashdeck.gui.view_values import (
    AnswerChoice,
    CramRequest,
    MissedCard,
    NoteDraftView,
    ProgressView,
    StudyCardView,
    SummaryView,
    TopicAccuracy,
)
from flashdeck.gui.views.main_window import MainWindow, PageName
from flashdeck.gui.views.note_editor import NoteDialog
from flashdeck.gui.views.review import ReviewPage
from flashdeck.gui.views.summary import SummaryPage
from flashdeck.gui.workspace import Workspace
from flashdeck.scheduling.session import SessionQueue
from flashdeck.services import library
from flashdeck.services.study import Question, StudyMode, StudySession
from flashdeck.services.undo import Undone, undo_last

_LONGEST_ANSWER_MS: Final = 120_000  # longer, the user was away
_GRADES: Final = {
    Grading.FOUR_BUTTONS: {str(key): quality for key, quality in enumerate(BUTTON_QUALITIES, start=1)},
    Grading.TWO_BUTTONS: {"1": Quality.AGAIN, "2": Quality.GOOD},
    Grading.SIX_GRADES: {str(int(quality)): quality for quality in Quality},
}


class StudyController(Controller):
    """Leads through a sitting. `finished` tells that the user is back from it."""

    finished = Signal()

    def __init__(
        self, window: MainWindow, review: ReviewPage, summary: SummaryPage, workspace: Workspace, theme: Theme
    ) -> None:
        super().__init__(window, workspace)
        self._review = review
        self._summary = summary
        self._theme = theme
        self._session: StudySession | None = None
        self._question: Question | None = None
        self._timer = QElapsedTimer()
        self._spent_ms = 0
        review.rated.connect(self._answer)
        review.undo_asked.connect(self.undo)
        review.edit_asked.connect(self._edit)
        review.bury_asked.connect(lambda: self._leave_out(StudySession.bury))
        review.suspend_asked.connect(lambda: self._leave_out(StudySession.suspend))
        review.back.connect(self._end)
        summary.done_asked.connect(self._close)
        summary.back.connect(self._close)
        summary.again_asked.connect(self._cram_missed)

    def start_review(self, scope: Scope = EVERYTHING, *, new_limit: int | None = None) -> None:
        """Ask what waits today."""
        queue = self.attempt(lambda: self._workspace.today.review_queue(scope, new_limit=new_limit))
        if queue is not None:
            workspace = self._workspace
            self._begin(StudySession(workspace.collection, workspace.clock, workspace.today, queue, StudyMode.REVIEW))

    def start_cram(self, request: CramRequest) -> None:
        """Drill what the user picked."""
        workspace, today = self._workspace, self._workspace.today
        limit = None if request.minutes is None else max(1, int(request.minutes * 60_000 // today.pace().cram_ms))
        queue = self.attempt(
            lambda: today.cram_queue(
                deck_tree.scope_of_keys(request.keys),
                order=request.order,
                shuffle=random.Random().shuffle,  # noqa: S311 - an order of cards, no secret
                limit=limit,
            )
        )
        if queue is not None:
            self._begin(StudySession(workspace.collection, workspace.clock, today, queue, StudyMode.CRAM))

    def _begin(self, session: StudySession) -> None:
        self._session = session
        self._spent_ms = 0
        if session.question() is None:
            self._session = None
            self._window.show_notice(self.tr("Nothing of this waits now."))
            return
        self._window.show_page(PageName.REVIEW)
        self._ask()

    def _ask(self) -> None:
        """Show the card to ask now, or the summary when there is none."""
        assert self._session is not None
        self._question = self.attempt(self._session.question)
        if self._question is None:
            self._end()
            return
        self._review.show_question(self._card_view(self._question), self._progress())
        self._timer.start()

    def _card_view(self, question: Question) -> StudyCardView:
        slide = self._workspace.collection.notes.slide_of(question.note_id)
        grades = _GRADES[self._workspace.settings.grading]
        return StudyCardView(
            uid=question.card.uid,
            context=question.context,
            question=question.front,
            answer=question.back,
            choices=tuple(
                AnswerChoice(
                    key=key,
                    quality=quality,
                    interval_days=question.previews[quality].interval_days,
                    drilled=question.previews[quality].again_today,
                )
                for key, quality in grades.items()
            ),
            source=source_slide(question.source, slide),
            is_new=question.is_new,
        )

    def _progress(self) -> ProgressView:
        assert self._session is not None
        return ProgressView(
            done=self._session.done,
            total=self._session.done + self._session.remaining,
            minutes_left=self._session.minutes_left(),
            can_undo=self._session.can_undo(),
        )

    def _answer(self, quality: Quality) -> None:
        session = self._session
        assert session is not None
        took_ms = min(self._timer.elapsed(), _LONGEST_ANSWER_MS)
        if self.attempt(lambda: session.answer(quality, took_ms=took_ms)) is None:
            # not on the disk: the same card is asked again, its answer in view
            assert self._question is not None
            self._review.show_question(self._card_view(self._question), self._progress())
            self._review.reveal()
            return
        self._spent_ms += took_ms
        self._ask()

    def undo(self) -> None:
        """Take back what was done last: an answer's card is asked again, within the sitting."""
        session = self._session
        if session is None:
            self._undo_outside()
            return
        if self.attempt(session.undo) is not None:
            if self._window.current is not PageName.REVIEW:
                self._window.show_page(PageName.REVIEW)
            self._ask()

    def _undo_outside(self) -> None:
        workspace = self._workspace
        undone = self.attempt(lambda: undo_last(workspace.collection, workspace.clock, workspace.today))
        if undone is None:
            self._window.show_notice(self.tr("There is nothing to take back."))
            return
        workspace.changed.emit()
        self._window.show_notice(self._undone_text(undone))

    def _undone_text(self, undone: Undone) -> str:
        if undone.operation is None:
            return self.tr("The last answer was taken back; its card is asked again.")
        texts = {
            "import": self.tr("The import of %1 was taken back."),
            "edit": self.tr("The edit of “%1” was taken back."),
            "delete": self.tr("Deleted cards are back."),
            "suspend": self.tr("Suspended cards are back."),
            "resume": self.tr("The cards are left out again."),
            "bury": self.tr("Buried cards are back."),
        }
        return texts[undone.operation.kind].replace("%1", undone.operation.label)

    def _leave_out(self, leave_out: Callable[[StudySession], None]) -> None:
        session = self._session
        if session is not None:
            self.attempt(lambda: leave_out(session))
            self._ask()

    def _edit(self) -> None:
        if self._question is None:
            return
        note_id = self._question.note_id
        note = self.attempt(lambda: self._workspace.collection.notes.get(note_id))
        if note is None:
            return
        was_revealed = self._review.answer_shown
        dialog = NoteDialog(
            self._theme, draft_view(note, self._workspace.collection.notes.slide_of(note.id)), self._window
        )

        def save(draft: NoteDraftView) -> None:
            workspace = self._workspace
            self.attempt(
                lambda: library.edit_note(workspace.collection, workspace.clock, note_id, edited_content(draft))
            )
            self._ask()
            if was_revealed:
                self._review.reveal()

        dialog.editor.saved.connect(save)
        dialog.open()

    def _end(self) -> None:
        """Show what the sitting came to; a sitting without an answer just ends."""
        session = self._session
        if session is None:
            return
        result = self.attempt(session.summary)
        if result is None or not result.answered:
            self._close()
            return
        self._summary.show_summary(
            SummaryView(
                answered=result.answered,
                remembered=result.correct,
                minutes=round(self._spent_ms / 60_000),
                topics=tuple(
                    TopicAccuracy(topic=topic.topic, answered=topic.answered, remembered=topic.correct)
                    for topic in result.topics
                ),
                missed=tuple(
                    MissedCard(uid=card.card_uid, question=card.front, topic=card.topic, misses=card.misses)
                    for card in result.missed
                ),
                due_tomorrow=result.due_tomorrow,
                is_cram=session.mode is StudyMode.CRAM,
            )
        )
        self._window.show_page(PageName.SUMMARY)

    def _cram_missed(self) -> None:
        """Drill the cards that were missed, outside the schedule."""
        session = self._session
        if session is None:
            return
        workspace = self._workspace
        missed = [workspace.collection.cards.find_uid(card.card_uid) for card in session.summary().missed]
        queue = SessionQueue(waiting=tuple(card for card in missed if card is not None))
        self._begin(StudySession(workspace.collection, workspace.clock, workspace.today, queue, StudyMode.CRAM))

    def _close(self) -> None:
        self._session = None
        self._question = None
        self._workspace.changed.emit()
        self.finished.emit()
        self.attempt(self._workspace.back_up_if_stale)
