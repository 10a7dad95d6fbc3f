"""Today, Review and what comes after it."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from flashdeck.domain.card_state import ScheduledState
from flashdeck.domain.choices import Grading
from flashdeck.gui.program import Program
from flashdeck.gui.views.main_window import PageName
from flashdeck.services import library
from tests.pictures import course
from tests.pictures.studio import Studio, press, take_menu, wait_until


def day(studio: Studio) -> None:
    """A review from Today to its summary."""
    with studio.program(studio.copy()) as program:
        studio.take("today")
        press(Qt.Key.Key_Return)
        studio.take("question")
        press(Qt.Key.Key_Space)
        studio.take("review")
        press("s")
        studio.take("source")
        press("s", Qt.Key.Key_3, "t", "the wind has to do with it")
        studio.take("typing")
        press(Qt.Key.Key_Return)
        studio.take("typed")
        press(Qt.Key.Key_3, Qt.Key.Key_Escape, "t")
        press("*")
        studio.take("marked")
        press("e")
        studio.take("editor-review")
        press(Qt.Key.Key_Escape)
        take_menu(studio, program, "Study", "menu-study-question")
        for key in "3133431343":
            press(Qt.Key.Key_Space, key)
        press(Qt.Key.Key_Escape)
        studio.take("summary")


def today(studio: Studio) -> None:
    """What Today says beside the usual."""
    exam = studio.clock.instant.date() + timedelta(days=23)
    with studio.program(studio.copy(), exam_on=exam):
        studio.take("today-exam")
    with studio.program(studio.copy(), reviews_per_day=3, new_per_day=1) as program:
        studio.take("today-limit")
        _answer_all(program)
        studio.take("today-limit-done")
    with studio.program(studio.copy()) as program:
        _answer_all(program, keep_summary=True)
        studio.take("summary-all")
        press(Qt.Key.Key_Escape)
        studio.take("today-done")
    with studio.program(studio.copy()) as program:
        workspace = program._workspace
        cards = [card.id for card in workspace.collection.cards.all()]
        library.set_suspended(workspace.collection, workspace.clock, cards, suspended=True)
        program.go_to(PageName.TODAY)
        studio.take("today-suspended")
        notes = list({card.note_id for card in workspace.collection.cards.all()})
        library.delete_notes(workspace.collection, workspace.clock, notes)
        workspace.changed.emit()
        studio.take("today-empty")
    with studio.program(studio.copy()) as program:
        program._workspace.clock.instant -= timedelta(days=3)
        program._warn_of_the_clock()
        studio.take("today-clock")
        studio.clock.instant += timedelta(days=3)


def answers(studio: Studio) -> None:
    """Other answers than four buttons, and a sitting that goes on where it was cut short."""
    for name, grading in (("review-six", Grading.SIX_GRADES), ("review-two", Grading.TWO_BUTTONS)):
        with studio.program(studio.copy(), grading=grading):
            press(Qt.Key.Key_Return, Qt.Key.Key_Space)
            studio.take(name)
    path = studio.copy()
    with studio.program(path):
        press(Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_3)
    with studio.program(path):
        studio.take("question-resumed")
        press(Qt.Key.Key_Escape)


def leech(studio: Studio) -> None:
    """A card that is forgotten again and again stops the review."""
    with studio.program(studio.copy(), leech_lapses=2) as program:
        before = studio.clock.instant
        while not _forget_again(program):
            studio.clock.instant += timedelta(days=4)
            program.go_to(PageName.TODAY)
        studio.take("leech")
        press(Qt.Key.Key_Return)
        studio.take("editor-leech")
        press(Qt.Key.Key_Escape, Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    studio.clock.instant = before


def _forget_again(program: Program) -> bool:
    """Review the day, forgetting what was forgotten before; return whether the review has stopped at a leech."""
    workspace = program._workspace
    press(Qt.Key.Key_Return)
    while program.window.current is PageName.REVIEW and not program._review_page.leech.isVisible():
        question = program._study._question
        card = workspace.collection.cards.find_uid(question.card.uid)
        is_old = isinstance(card.state, ScheduledState) and card.state.repetitions > 0 and not question.is_drill
        forgotten = is_old and (card.state.lapses > 0 or card.id % 2)
        if forgotten:
            content = workspace.collection.notes.get(card.note_id).content
            if "almanac" not in content.back:
                back = content.back + "; see the tide table, the chart and the almanac, and the log of the last trip"
                library.edit_note(workspace.collection, workspace.clock, card.note_id, replace(content, back=back))
        press(Qt.Key.Key_Space, Qt.Key.Key_1 if forgotten else Qt.Key.Key_3)
    if program.window.current is PageName.SUMMARY:
        press(Qt.Key.Key_Escape)
    return program.window.current is PageName.REVIEW


def page_of_slides(studio: Studio) -> None:
    """The page of a PDF beside its card, and a page that is gone."""
    path = studio.empty()
    with studio.program(path) as program:
        slides = course.slides(path.parent)
        program._import.begin([slides])
        dialog = program._import._dialog
        wait_until(lambda: not dialog._running)
        dialog.accept()
        program.go_to(PageName.TODAY)
        press(Qt.Key.Key_Return, "s")
        wait_until(lambda: program._review_page.source._page._image is not None)
        studio.take("page-question")
        press(Qt.Key.Key_Space)
        studio.take("page")
        press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)


def cram(studio: Studio) -> None:
    """Topics picked, and drilled."""
    with studio.program(studio.copy()) as program:
        program.go_to(PageName.CRAM)
        studio.take("cram")
        press(Qt.Key.Key_Space)
        studio.take("cram-picked")
        program._cram_page._start.click()
        if program.window.current is PageName.REVIEW:
            press(Qt.Key.Key_Space)
            studio.take("cram-answer")
            for key in "1331":
                press(Qt.Key.Key_Space, key)
            press(Qt.Key.Key_Escape)
            studio.take("cram-summary")


def link(studio: Studio) -> None:
    """The question before an address from a card is opened."""
    with studio.program(studio.copy()) as program:
        press(Qt.Key.Key_Return)
        program._study._open_link("https://tides.example.org/ports/harbour-of-refuge?day=2026-05-04&height=metres")
        studio.take("link")
        QApplication.activeModalWidget().close()
        program._study._open_link("https://xn--80ak6aa92e.example.org/" + "a" * 300)
        studio.take("link-long")
        QApplication.activeModalWidget().close()
        press(Qt.Key.Key_Escape)


def _answer_all(program: Program, *, keep_summary: bool = False) -> None:
    """Answer what waits, up to the summary or back on Today."""
    press(Qt.Key.Key_Return)
    while program.window.current is PageName.REVIEW:
        press(Qt.Key.Key_Space, Qt.Key.Key_3)
    if not keep_summary:
        press(Qt.Key.Key_Escape)
