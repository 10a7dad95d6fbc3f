"""A sitting in the window: questions, answers, undo, and the summary at the end."""

import random
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from flashdeck.domain.card import Card
from flashdeck.domain.choices import Grading
from flashdeck.domain.ids import NoteId
from flashdeck.domain.quality import BUTTON_QUALITIES, Quality
from flashdeck.domain.scope import EVERYTHING, Scope
from flashdeck.gui.answer_clock import AnswerClock
from flashdeck.gui.card_values import NoteDraftView
from flashdeck.gui.controllers import deck_tree
from flashdeck.gui.controllers.controller import Controller
from flashdeck.gui.controllers.notes import draft_view, edited_content, source_slide
from flashdeck.gui.controllers.page_pictures import PagePictures
from flashdeck.gui.controllers.summary import summary_view
from flashdeck.gui.controllers.undo import UndoController
from flashdeck.gui.shortcuts import Shortcuts
from flashdeck.gui.study_values import AnswerChoice, CramRequest, LeechView, ProgressView, StudyCardView
from flashdeck.gui.theme import Theme
from flashdeck.gui.views.leech_pane import LeechPane
from flashdeck.gui.views.link_dialog import LinkDialog
from flashdeck.gui.views.main_window import MainWindow, PageName
from flashdeck.gui.views.note_editor import NoteDialog
from flashdeck.gui.views.review import ReviewPage
from flashdeck.gui.views.summary import SummaryPage
from flashdeck.gui.wording import told
from flashdeck.gui.workspace import Workspace
from flashdeck.scheduling.session import SessionQueue
from flashdeck.services import collection_file, sitting
from flashdeck.services.question import Question
from flashdeck.services.source_view import source_of
from flashdeck.services.steps import MARKING
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.services.undo import last_undoable

_MOST_REASONS: Final = 3
_MORE_NEW: Final = 10
_DAYS_AHEAD: Final = 3
_LONGEST_ANSWER_MS: Final = 120_000  # longer, the user was away
_READING_MS: Final = 200
"""A card has been painted and is being read; time to prepare the next one."""
_GRADES: Final = {
    Grading.FOUR_BUTTONS: BUTTON_QUALITIES,
    Grading.TWO_BUTTONS: (Quality.AGAIN, Quality.GOOD),
    Grading.SIX_GRADES: tuple(Quality),
}


class StudyController(Controller):
    """Leads through a sitting. `finished` tells that the user is back from it."""

    finished = Signal()

    def __init__(
        self,
        window: MainWindow,
        review: ReviewPage,
        summary: SummaryPage,
        workspace: Workspace,
        *,
        theme: Theme,
        shortcuts: Shortcuts,
    ) -> None:
        super().__init__(window, workspace)
        self._shortcuts = shortcuts
        self._pictures = PagePictures(review.source)
        self._review = review
        self._summary = summary
        self._theme = theme
        self._session: StudySession | None = None
        self._question: Question | None = None
        self._undo = UndoController(window, workspace)
        self._clock = AnswerClock(window)
        self._ahead = QTimer(self, singleShot=True, interval=_READING_MS)
        self._ahead.timeout.connect(self._prepare_next)
        review.rated.connect(self._answer)
        review.undo_asked.connect(self.undo)
        review.edit_asked.connect(lambda: self._edit(then=self._ask_again))
        review.mark_asked.connect(self._mark)
        review.typing_changed.connect(self._keep_typing)
        review.link_asked.connect(self._open_link)
        review.bury_asked.connect(lambda: self._leave_out(StudySession.bury))
        review.suspend_asked.connect(lambda: self._leave_out(StudySession.suspend))
        review.back.connect(self._end)
        review.leech.edit_asked.connect(lambda: self._edit(then=self._ask, reasons=review.leech.reasons))
        review.leech.suspend_asked.connect(self._suspend_leech)
        review.leech.go_on_asked.connect(self._ask)
        summary.done_asked.connect(self._close)
        summary.back.connect(self._close)
        summary.again_asked.connect(self._cram_missed)

    def start_review(
        self, scope: Scope = EVERYTHING, *, due_limit: int | None = None, new_limit: int | None = None
    ) -> None:
        """Ask what waits today."""
        queue = self.attempt(
            lambda: self._workspace.today.review_queue(scope, due_limit=due_limit, new_limit=new_limit)
        )
        if queue is not None:
            self._begin(queue, StudyMode.REVIEW)

    def start_new(self) -> None:
        """Introduce some more new cards than the limit of the day."""
        self.start_review(new_limit=_MORE_NEW)

    def start_rest(self) -> None:
        """Ask what is due beyond the limit of the day."""
        beyond = self.attempt(self._workspace.today.beyond_limits)
        if beyond is not None:
            self.start_review(due_limit=beyond.due, new_limit=0)

    def start_ahead(self) -> None:
        """Ask what falls due in the next days."""
        queue = self.attempt(lambda: self._workspace.today.ahead_queue(days=_DAYS_AHEAD))
        if queue is not None:
            self._begin(queue, StudyMode.REVIEW)

    def start_cram(self, request: CramRequest) -> None:
        """Drill what the user picked."""
        today = self._workspace.today
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
            self._begin(queue, StudyMode.CRAM)

    def resume(self) -> bool:
        """Go on with the sitting that was cut short; return whether there was one."""
        workspace = self._workspace
        session = self.attempt(lambda: sitting.resume(workspace.collection, workspace.clock, workspace.today))
        if session is None:
            return False
        self._enter(session)
        self._window.show_notice(self.tr("This is where you were. Every answer before is saved."))
        return True

    def forget(self) -> None:
        """Let go of a sitting without touching the collection, which may be another by now."""
        self._session = None
        self._question = None

    def leave(self) -> None:
        """End the sitting, if there is one, for a page that the user asked for: every answer of it is saved."""
        if self._session is not None:
            self.forget()
            self.attempt(lambda: sitting.end(self._workspace.collection))

    def back_to_summary(self) -> bool:
        """Show what the sitting came to, once more; return whether there is one."""
        self._show_summary()
        return self._session is not None

    def stop(self) -> None:
        """Draw no pages any longer, and look at no card."""
        self._ahead.stop()
        self._pictures.stop()

    def _begin(self, queue: SessionQueue[Card], mode: StudyMode) -> None:
        workspace = self._workspace
        session = self.attempt(
            lambda: sitting.begin(workspace.collection, workspace.clock, workspace.today, queue, mode)
        )
        if session is None:
            return
        if session.question() is None:
            self._window.show_notice(self.tr("Nothing of this waits now."))
            return
        self._enter(session)

    def _enter(self, session: StudySession) -> None:
        self._session = session
        self._review.use_media(collection_file.media_folder_of(self._workspace.collection.path))
        self._review.set_typing(wanted=self._workspace.settings.types_answer)
        self._window.show_page(PageName.REVIEW)
        self._ask()

    def _ask(self) -> None:
        """Show the card to ask now, or the summary when there is none."""
        assert self._session is not None
        self._question = self.attempt(self._session.question)
        if self._question is None:
            self._end()
            return
        self._window.offer_commands()
        self._review.show_question(self._card_view(self._question), self._progress())
        self._clock.start()
        self._ahead.start()

    def _prepare_next(self) -> None:
        session = self._session
        coming = self.attempt(session.coming) if session is not None else None
        if coming is not None:
            self._review.prepare(*coming)

    def _card_view(self, question: Question) -> StudyCardView:
        return StudyCardView(
            uid=question.card.uid,
            context=question.context,
            question=question.front,
            answer=question.back,
            choices=tuple(
                AnswerChoice(key=key, quality=quality, interval_days=preview.interval_days, drilled=preview.again_today)
                for key, quality in self._grades()
                for preview in [question.preview(quality)]
            ),
            source=source_slide(source_of(self._workspace.collection, question.note_id)),
            is_new=question.is_new,
            is_marked=question.is_marked,
        )

    def _grades(self) -> tuple[tuple[str, Quality], ...]:
        """Return the answers to offer, each with its key; a grade of the scale of six has its own digit."""
        grading = self._workspace.settings.grading
        if grading is Grading.SIX_GRADES:
            return tuple((str(int(quality)), quality) for quality in Quality)
        keys = (self._shortcuts.shown(f"answer-{number}") for number in range(1, 5))
        return tuple(zip(keys, _GRADES[grading], strict=False))

    def _progress(self) -> ProgressView:
        assert self._session is not None
        return ProgressView(
            done=self._session.done,
            total=self._session.done + self._session.remaining,
            minutes_left=self._session.minutes_left(),
            can_undo=last_undoable(self._workspace.collection) is not None,  # or it says why not
        )

    def _answer(self, quality: Quality) -> None:
        session = self._session
        assert session is not None
        took_ms = min(self._clock.elapsed_ms(), _LONGEST_ANSWER_MS)
        if self.attempt(lambda: session.answer(quality, took_ms=took_ms)) is None:
            # not on the disk: the same card is asked again, its answer in view
            assert self._question is not None
            self._review.show_question(self._card_view(self._question), self._progress())
            self._review.reveal()
            return
        self._window.hide_notice()
        if session.leech_lapses is not None:
            self._stop_at_leech(session.leech_lapses)
        else:
            self._ask()

    def _stop_at_leech(self, lapses: int) -> None:
        """Show the card just answered, why it may be forgotten, and what can be done about it now."""
        from flashdeck.services.lint_cards import lint_note  # noqa: PLC0415 - the whole linter, for a rare occasion

        question, workspace = self._question, self._workspace
        assert question is not None
        linted = self.attempt(lambda: lint_note(workspace.collection, workspace.today, question.note_id)) or ()
        reasons = (_sentence(told(finding.why)) for card in linted for finding in card.findings)
        self._window.offer_commands(LeechPane.COMMANDS)
        self._review.show_leech(
            LeechView(question=question.front, lapses=lapses, reasons=tuple(dict.fromkeys(reasons))[:_MOST_REASONS])
        )

    def _suspend_leech(self) -> None:
        session, question = self._session, self._question
        if session is not None and question is not None:
            self.attempt(lambda: session.suspend_answered(question.card.id))
            self._ask()

    def undo(self) -> None:
        """Take back what was done last; on the pages of a sitting an answer's card is asked again."""
        session, page = self._session, self._window.current
        if session is None or page not in {PageName.REVIEW, PageName.SUMMARY}:
            self._undo_outside()
            return
        can_undo = self.attempt(session.can_undo)
        if can_undo and (undone := self.attempt(session.undo)) is not None:
            if page is not PageName.REVIEW:
                self._window.show_page(PageName.REVIEW)
            if undone.operation is not None and undone.operation.kind in MARKING:
                self._show_mark()
            else:
                self._ask()
        elif can_undo is False and page is PageName.REVIEW:
            self._undo.say_why_not()
        elif can_undo is False:
            self._undo_outside()

    def _undo_outside(self) -> None:
        undone = self._undo.take_back()
        if undone is not None and undone.answer is not None:
            self.forget()  # it may be one of the sitting, whose summary is another then

    def _leave_out(self, leave_out: Callable[[StudySession], None]) -> None:
        if (session := self._session) is not None:
            self.attempt(lambda: leave_out(session))
            self._ask()

    def _mark(self) -> None:
        if (session := self._session) is not None:
            self.attempt(session.toggle_mark)
            self._show_mark()

    def _show_mark(self) -> None:
        """Show whether the card is marked, and leave it as it is otherwise: scrolled, answered, typed at."""
        session, shown = self._session, self._question
        question = None if session is None else self.attempt(session.question)
        if shown is None or question is None or question.card.id != shown.card.id:
            self._ask()
            return
        self._question = question
        self._review.show_mark(self._progress(), marked=question.is_marked)

    def _keep_typing(self, wanted: bool) -> None:
        workspace = self._workspace
        self.attempt(lambda: workspace.save_settings(workspace.settings._replace(types_answer=wanted)))

    def _open_link(self, address: str) -> None:
        dialog = LinkDialog(self._theme, address, self._window)
        dialog.accepted.connect(lambda: QDesktopServices.openUrl(QUrl(address)))
        self._theme.adopt(dialog)
        dialog.open()

    def _edit(self, *, then: Callable[[], None], reasons: tuple[str, ...] = ()) -> None:
        """Let the current card's note be edited, and go on as told once it is saved."""
        if self._question is not None:
            self._edit_note(self._question.note_id, then, reasons)

    def edit_card(self, card_uid: str) -> None:
        """Let the note of a card asked in this sitting be edited."""
        card = self.attempt(lambda: self._workspace.collection.cards.find_uid(card_uid))
        if card is not None:
            self._edit_note(card.note_id, self._show_summary)

    def _edit_note(self, note_id: NoteId, then: Callable[[], None], reasons: tuple[str, ...] = ()) -> None:
        session = self._session
        draft = self.attempt(lambda: draft_view(self._workspace.collection, note_id))
        if draft is None or session is None:
            return
        dialog = NoteDialog(self._theme, draft, self._window, reasons=reasons)

        def save(draft: NoteDraftView) -> None:
            self.attempt(lambda: session.edit(note_id, edited_content(draft)))
            then()

        dialog.editor.saved.connect(save)
        dialog.open()

    def _ask_again(self) -> None:
        """Show the same card as it is now, its answer if it was to be seen."""
        was_revealed = self._review.answer_shown
        spent_ms = self._clock.elapsed_ms()
        self._ask()
        self._clock.start(spent_ms)
        if was_revealed:
            self._review.reveal()

    def _end(self) -> None:
        """Show what the sitting came to; a sitting without an answer just ends."""
        if self._session is None:
            return
        result = self.attempt(self._session.summary)
        self.attempt(lambda: sitting.end(self._workspace.collection))
        if result is None or not result.answered:
            self._close()
        else:
            self._show_summary()

    def _show_summary(self) -> None:
        session = self._session
        result = None if session is None else self.attempt(session.summary)
        if session is None or result is None:
            return
        self._summary.show_summary(summary_view(result, mode=session.mode))
        self._window.show_page(PageName.SUMMARY)

    def _cram_missed(self) -> None:
        """Drill the cards that were missed, outside the schedule."""
        session = self._session
        if session is None:
            return
        workspace = self._workspace
        missed = [workspace.collection.cards.find_uid(card.card_uid) for card in session.summary().missed]
        self._begin(SessionQueue(row=tuple(card for card in missed if card is not None)), StudyMode.CRAM)

    def _close(self) -> None:
        self.forget()
        self._workspace.changed.emit()
        self.finished.emit()


def _sentence(clause: str) -> str:
    return clause[:1].upper() + clause[1:] + "."
