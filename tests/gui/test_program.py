"""The whole program, driven by keyboard and mouse on a real collection."""

import os
import shutil
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTableView, QTreeView

from flashdeck.domain.choices import Algorithm, Appearance, Grading
from flashdeck.domain.note import NoteKind
from flashdeck.domain.quality import Quality
from flashdeck.domain.review_log import EntryKind
from flashdeck.gui.card_values import NoteDraftView
from flashdeck.gui.program import Program
from flashdeck.gui.views.backups_dialog import BackupsDialog
from flashdeck.gui.views.keys_dialog import KeysDialog
from flashdeck.gui.views.link_dialog import LinkDialog
from flashdeck.gui.views.main_window import PageName
from flashdeck.gui.views.message_dialog import MessageDialog
from flashdeck.gui.views.note_editor import NoteDialog, NoteEditor
from flashdeck.gui.views.transfer_dialogs import ExportDialog, ImportDialog
from flashdeck.rendering.limits import MAX_FIELD_CHARS, MAX_LINES, MAX_RUN_CHARS
from flashdeck.services import collection_file, library
from flashdeck.services.check import faults_of
from flashdeck.services.export_cards import export_notes
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.services.today import Today
from flashdeck.storage import backups_folder
from flashdeck.storage.browse import CardFilter
from flashdeck.storage.collection import Collection
from tests.conftest import StandingClock, basic

COURSE = Path(__file__).resolve().parents[1] / "data" / "coastal_skipper.txt"


def press(program: Program, *keys) -> None:
    for key in keys:
        QTest.keyClick(program.window.focusWidget(), key)


def undo(program: Program) -> None:
    QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def choose_from_menu(program: Program, name: str) -> None:
    """Click the menu that has a line, then the line."""
    bar = program.window.menuBar()
    title = next(each for each in bar.actions() if program.window.action(name) in each.menu().actions())
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.actionGeometry(title).center())
    menu = title.menu()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(program.window.action(name)).center())


def answers(workspace) -> list[tuple[str, int]]:
    entries = (entry for log in workspace.collection.reviews.by_card().values() for entry in log)
    return [(entry.card_uid, int(entry.quality)) for entry in entries if entry.quality is not None]


def dialog(kind):
    (found,) = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]
    return found


class TestRecallNow:
    def shown(self, program: Program) -> dict[str, str]:
        """Return what the tree says of each deck and topic."""
        model = program._today_page._tree.model()
        tops = [model.index(row, 0) for row in range(model.rowCount())]
        below = [model.index(row, 0, top) for top in tops for row in range(model.rowCount(top))]
        return {index.data(): index.siblingAtColumn(4).data() for index in (*tops, *below)}

    def told(self, program: Program, qtbot) -> dict[str, str]:
        qtbot.waitUntil(lambda: not program._today._recall._timer.isActive())
        return self.shown(program)

    def test_is_told_behind_the_first_look_and_follows_answers_and_days(self, start, store, workspace, qtbot, clock):
        store(basic("a", deck="Knots", topic="Hitches"), basic("b", deck="Lights", topic="Buoys"))
        program = start()
        assert set(self.shown(program).values()) == {"…"}
        program.make_ready()
        assert self.told(program, qtbot) == {"Knots": "–", "Hitches": "–", "Lights": "–", "Buoys": "–"}
        press(program, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_3, Qt.Key.Key_Escape, Qt.Key.Key_Return)
        assert program.window.current is PageName.TODAY
        assert self.told(program, qtbot) == {"Knots": "100 %", "Hitches": "100 %", "Lights": "–", "Buoys": "–"}
        clock.instant += timedelta(days=9)
        program._today.refresh()
        recall = self.told(program, qtbot)["Hitches"]
        assert 60 < int(recall.removesuffix(" %")) < 95
        undo(program)
        assert self.told(program, qtbot)["Hitches"] == "–"

    def test_rests_while_another_page_is_looked_at_and_at_the_end(self, start, store, workspace, qtbot):
        store(*(basic(f"{number:02}") for number in range(30)))
        program = start()
        program.make_ready()
        program.go_to(PageName.SETTINGS)
        workspace.changed.emit()
        assert set(self.told(program, qtbot).values()) == {"…"}
        program.go_to(PageName.TODAY)
        assert set(self.told(program, qtbot).values()) == {"–"}
        workspace.changed.emit()
        program._today.stop()
        assert not program._today._recall._timer.isActive()

    def test_is_told_where_topics_are_picked_to_be_crammed(self, start, store, workspace, qtbot):
        store(basic("a", deck="Knots", topic="Hitches"), basic("b", deck="Lights", topic="Buoys"))
        program = start()
        press(program, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_3, Qt.Key.Key_Escape, Qt.Key.Key_Return)
        program.go_to(PageName.CRAM)
        model = program._cram_page.findChild(QTreeView).model()
        qtbot.waitUntil(lambda: [model.index(row, 2).data() for row in range(2)] == ["100 %", "–"])
        undo(program)
        qtbot.waitUntil(lambda: [model.index(row, 2).data() for row in range(2)] == ["–", "–"])


class TestFirstStart:
    def test_offers_the_ways_in_and_the_welcome_deck_leads_to_a_review(self, start, workspace):
        program = start()
        assert program.window.current is PageName.WELCOME
        press(program, Qt.Key.Key_Return)
        assert program.window.current is PageName.TODAY
        assert workspace.collection.cards.count() == 10
        press(program, Qt.Key.Key_Return)
        assert program.window.current is PageName.REVIEW
        assert "Space" in program.window.focusWidget().toPlainText() or program.window.focusWidget().toPlainText()


class TestMenus:
    def lines(self, program, title: str) -> dict[str, bool]:
        """Open a menu and return its visible lines, with their keys, and whether they can be chosen."""
        (menu,) = [each.menu() for each in program.window.menuBar().actions() if each.text() == title]
        menu.aboutToShow.emit()
        return {line.text(): line.isEnabled() for line in menu.actions() if line.text() and line.isVisible()}

    def test_the_answers_are_those_offered_and_serve(self, start, store, workspace):
        store(basic("a"), basic("b"))
        program = start()
        assert not {"Again", "Good"} & {line.partition("\t")[0] for line in self.lines(program, "&Study")}
        press(program, Qt.Key.Key_Return)
        assert self.lines(program, "&Study").items() >= {("Show answer\tSpace", True), ("Good\t3", False)}
        program.window.action("reveal").trigger()
        assert self.lines(program, "&Study").items() >= {("Show answer\tSpace", False), ("Good\t3", True)}
        program.window.action("answer-3").trigger()
        assert answers(workspace) == [("a-0", 4)]

    @pytest.mark.parametrize(
        ("grading", "first", "last"),
        [(Grading.SIX_GRADES, "Blank\t0", "Easy\t5"), (Grading.TWO_BUTTONS, "Again\t1", "Good\t2")],
    )
    def test_six_grades_and_two_buttons_have_their_lines(self, start, store, workspace, grading, first, last):
        store(basic("a"))
        workspace.save_settings(workspace.settings._replace(grading=grading))
        program = start()
        press(program, Qt.Key.Key_Return, Qt.Key.Key_Space)
        shown = self.lines(program, "&Study")
        assert (shown[first], shown[last]) == (True, True)
        program.window.action("answer-1").trigger()
        assert answers(workspace) == [("a-0", 0 if grading is Grading.SIX_GRADES else 1)]

    def test_what_today_offers_is_there(self, start, store, workspace):
        store(*(basic(f"n{number:02}") for number in range(12)))
        workspace.save_settings(workspace.settings._replace(new_per_day=1))
        program = start()
        program.window.action("review-only").trigger()
        assert (program.window.current, program.window._notice.text()) == (PageName.TODAY, "Nothing of this waits now.")
        program.window.action("more-new").trigger()
        assert program.window.current is PageName.REVIEW
        assert "of 10" in program._review_page._left.text()
        starts = [
            program.window.action(name).isEnabled() for name in ("review", "review-only", "rest", "more-new", "ahead")
        ]
        assert not any(starts), "a sitting is under way"

    def test_the_chosen_cards_of_the_library(self, start, store, workspace):
        store(basic("a"), basic("b"))
        program = start()
        assert not any(self.lines(program, "&Cards").values())
        program.window.action("go-library").trigger()
        assert all(self.lines(program, "&Cards").values())
        program.window.action("cards-suspend").trigger()
        assert workspace.collection.cards.find_uid("a-0").is_suspended
        program.window.action("cards-resume").trigger()
        assert not workspace.collection.cards.find_uid("a-0").is_suspended
        program._library_page._table.setFocus()
        program.window.action("find").trigger()
        assert program._library_page._search.hasFocus()
        program._library_page.search("nothing like it")
        assert self.lines(program, "&Cards").items() >= {("Search\tCtrl+F", True), ("Mark\t*", False)}

    def test_the_keys_can_be_changed_from_there(self, start, store):
        store(basic("a"))
        program = start()
        program.window.action("keys").trigger()
        dialog(KeysDialog).close()


class TestReview:
    def test_twenty_cards_by_keyboard_alone(self, start, store, workspace):
        store(*(basic(f"n{number:02}", topic=f"Topic {number % 3}") for number in range(25)))
        program = start()
        press(program, Qt.Key.Key_Return)
        for _ in range(20):
            assert program.window.current is PageName.REVIEW
            press(program, Qt.Key.Key_Space, Qt.Key.Key_3)
        assert program.window.current is PageName.SUMMARY
        assert answers(workspace) == [(f"n{number:02}-0", 4) for number in range(20)]
        press(program, Qt.Key.Key_Return)
        assert program.window.current is PageName.TODAY
        assert faults_of(workspace.collection) == ()

    def test_each_key_gives_its_quality(self, start, store, workspace):
        store(*(basic(f"n{number}") for number in range(4)))
        program = start()
        press(program, Qt.Key.Key_Return)
        for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4):
            press(program, Qt.Key.Key_Space, key)
        assert [quality for _, quality in answers(workspace)] == [1, 3, 4, 5]
        # the first two are drilled now, without leaving the review
        assert program.window.current is PageName.REVIEW
        press(program, Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_Space)
        assert program.window.current is PageName.SUMMARY
        kinds = [entry.kind for entry in workspace.collection.reviews.of_card("n0-0")]
        assert kinds == [EntryKind.REVIEW, EntryKind.DRILL]

    def test_a_grade_before_the_answer_is_shown_does_nothing(self, start, store, workspace):
        store(basic("n"))
        program = start()
        press(program, Qt.Key.Key_Return, Qt.Key.Key_3)
        assert answers(workspace) == []

    def test_undo_takes_the_answer_back_and_asks_again(self, start, store, workspace):
        store(basic("a"), basic("b"))
        program = start()
        press(program, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_1)
        program.window.action("undo").trigger()
        assert workspace.collection.reviews.answers() == 0
        assert program._study._question.card.uid == "a-0"
        press(program, Qt.Key.Key_Space, Qt.Key.Key_3)
        assert workspace.collection.reviews.answers() == 1

    def test_undo_outside_a_review_reaches_the_last_session(self, start, store, workspace):
        store(basic("a"))
        program = start()
        press(program, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_3, Qt.Key.Key_Return)
        assert program.window.current is PageName.TODAY
        program.window.action("undo").trigger()
        assert workspace.collection.reviews.answers() == 0
        program.window.action("undo").trigger()  # nothing left; says so
        assert workspace.today.overview().new == 1

    def test_the_undo_key_serves_from_the_line_for_the_answer_unless_that_has_something_to_undo(
        self, start, store, workspace
    ):
        store(basic("a"), basic("b"))
        workspace.save_settings(workspace.settings._replace(types_answer=True))
        program = start()
        press(program, Qt.Key.Key_Return)
        QTest.keyClicks(program.window.focusWidget(), "x")
        press(program, Qt.Key.Key_Return, Qt.Key.Key_3)
        line = program.window.focusWidget()
        QTest.keyClicks(line, "y")
        undo(program)
        assert line.text() == ""
        assert workspace.collection.reviews.answers() == 1
        undo(program)
        assert workspace.collection.reviews.answers() == 0
        assert program._study._question.card.uid == "a-0"

    @pytest.mark.parametrize("field", ["setting", "search", "front", "card", "answer"])
    def test_the_key_of_the_export_serves_from_every_field(self, start, store, workspace, field):
        """Some desktops have it for the end of a line as well: the test finds that with their platform only."""
        store(basic("a"))
        workspace.save_settings(workspace.settings._replace(types_answer=field == "answer"))
        program = start()
        match field:
            case "setting":
                program.go_to(PageName.SETTINGS)
            case "search" | "front":
                program.go_to(PageName.LIBRARY)
            case _:
                press(program, Qt.Key.Key_Return)
        if field == "front":
            program._library_page._editor.focus_front()
        QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        assert dialog(ExportDialog).isVisible()
        dialog(ExportDialog).reject()

    def test_the_undo_key_serves_from_every_field_of_the_settings_that_has_nothing_to_undo(
        self, start, store, workspace
    ):
        store(basic("a"))
        program = start()
        press(program, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_3)
        program.window.action("go-settings").trigger()
        page = program._settings_page
        page._reminds.click()
        page._has_exam.click()
        page._algorithm.choose(Algorithm.FSRS6)
        page._enable()
        for field in (*page._boxes, page._reminder, page._exam):
            field.setFocus()
            assert program.window.focusWidget() is field
            undo(program)
            assert workspace.collection.reviews.answers() == 0, field.accessibleName()
            StudySession(
                workspace.collection, workspace.clock, workspace.today, workspace.today.review_queue(), StudyMode.REVIEW
            ).answer(Quality.GOOD)

    def test_the_undo_key_in_a_number_takes_typing_back_first(self, start, store, workspace):
        store(basic("a"))
        program = start()
        press(program, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_3)
        program.window.action("go-settings").trigger()
        box = program._settings_page._new
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, "7")
        undo(program)
        assert (box.lineEdit().text(), workspace.collection.reviews.answers()) == ("20", 1)
        undo(program)
        assert workspace.collection.reviews.answers() == 0
        assert workspace.settings.new_per_day == 20

    def test_the_undo_key_in_the_librarys_editor_takes_typing_back_wherever_it_was_then_the_last_step(
        self, start, store, workspace
    ):
        store(basic("a"))
        program = start()
        press(program, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_3)
        program.window.action("go-library").trigger()
        editor = program._library_page._editor
        editor._front.setFocus()
        QTest.keyClicks(editor._front, "x")
        editor._tags.setFocus()
        undo(program)
        assert editor._front.toPlainText() == "question a?"
        assert workspace.collection.reviews.answers() == 1
        for field in editor._fields:
            field.setFocus()
            undo(program)
            assert workspace.collection.reviews.answers() == 0
            StudySession(
                workspace.collection, workspace.clock, workspace.today, workspace.today.review_queue(), StudyMode.REVIEW
            ).answer(Quality.GOOD)

    @pytest.mark.parametrize("page", ["today", "library", "cram", "settings"])
    def test_another_page_ends_the_sitting_and_undo_takes_back_what_is_done_there(self, start, store, workspace, page):
        store(basic("a"), basic("b"))
        program = start()
        press(program, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_3)
        program.window.action(f"go-{page}").trigger()
        assert not workspace.has_sitting()
        library.delete_notes(workspace.collection, workspace.clock, [2])
        program.window.action("undo").trigger()
        assert workspace.collection.cards.find_uid("b-0") is not None
        assert program.window.current == page
        assert program.window._notice.text() == "Deleted cards are back."
        program.window.action("undo").trigger()
        assert workspace.collection.reviews.answers() == 0
        assert "answer was taken back" in program.window._notice.text()

    def test_a_sitting_left_for_another_page_is_not_taken_up_at_the_next_start(self, start, store, workspace):
        store(basic("a"), basic("b"))
        program = start()
        press(program, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_3)
        QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
        assert program.window.current is PageName.TODAY
        assert workspace.today.overview().new == 1
        assert start().window.current is PageName.TODAY

    def test_a_card_shown_from_the_summary_leads_back_to_it(self, start, store, workspace):
        store(basic("a"), basic("b"))
        program = start()
        press(program, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_1, Qt.Key.Key_Escape)
        program._summary_page.card_asked.emit("a-0")
        assert program.window.current is PageName.LIBRARY
        library.set_suspended(workspace.collection, workspace.clock, [1], suspended=True)
        program.window.action("undo").trigger()
        assert not workspace.collection.cards.find_uid("a-0").is_suspended
        assert program.window.current is PageName.LIBRARY
        program._library_page.back.emit()
        assert program.window.current is PageName.SUMMARY
        program._summary_page.card_asked.emit("a-0")
        program.window.action("undo").trigger()
        assert workspace.collection.reviews.answers() == 0
        program._library_page.back.emit()  # there is nothing to sum up any longer
        assert program.window.current is PageName.TODAY

    def test_undo_says_why_it_takes_nothing_back(self, start, store, workspace):
        store(*(basic(name) for name in "abc"))
        program = start()
        press(program, Qt.Key.Key_Return)
        undo(program)
        assert program.window._notice.text() == "There is nothing to take back."
        assert not program._review_page._actions["undo"].isEnabled()
        press(program, Qt.Key.Key_Space, Qt.Key.Key_3)
        QTest.keyClicks(program.window.focusWidget(), "*")
        press(program, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Return)
        assert program.window.current is PageName.REVIEW
        program._review_page._actions["undo"].click()
        assert "Leave the session to take it back" in program.window._notice.text()
        assert workspace.collection.reviews.answers() == 1
        press(program, Qt.Key.Key_Escape)
        undo(program)
        assert program.window._notice.text() == "The mark of “question b?” was taken away."

    def test_undo_on_the_summary_takes_back_what_was_done_outside_of_the_session(self, start, store, workspace):
        store(basic("a"))
        program = start()
        press(program, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_3)
        library.set_suspended(workspace.collection, workspace.clock, [1], suspended=True)
        undo(program)
        assert program.window.current is PageName.SUMMARY
        assert not workspace.collection.cards.find_uid("a-0").is_suspended
        undo(program)
        assert program.window.current is PageName.REVIEW
        assert workspace.collection.reviews.answers() == 0

    def test_bury_and_suspend_leave_the_card_out(self, start, store, workspace):
        store(basic("a"), basic("b"), basic("c"))
        program = start()
        press(program, Qt.Key.Key_Return)
        QTest.keyClicks(program.window.focusWidget(), "-")
        QTest.keyClicks(program.window.focusWidget(), "@")
        assert program._study._question.card.uid == "c-0"
        assert workspace.collection.cards.find_uid("b-0").is_suspended
        assert workspace.collection.cards.find_uid("a-0").buried_until is not None

    def test_escape_leaves_with_a_summary_and_start_goes_on(self, start, store, workspace):
        store(basic("a"), basic("b"))
        program = start()
        press(program, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_3, Qt.Key.Key_Escape)
        assert program.window.current is PageName.SUMMARY
        press(program, Qt.Key.Key_Escape)
        assert program.window.current is PageName.TODAY
        press(program, Qt.Key.Key_Return)
        assert program._study._question.card.uid == "b-0"

    def test_escape_without_an_answer_just_goes_back(self, start, store):
        store(basic("a"))
        program = start()
        press(program, Qt.Key.Key_Return, Qt.Key.Key_Escape)
        assert program.window.current is PageName.TODAY

    def test_an_edit_changes_the_card_and_keeps_its_place(self, start, store, workspace):
        store(basic("a"))
        program = start()
        press(program, Qt.Key.Key_Return, Qt.Key.Key_Space)
        QTest.keyClicks(program.window.focusWidget(), "e")
        editor = dialog(NoteDialog).editor
        editor.findChildren(type(editor._front))[0].setPlainText("What is new?")
        editor.save()
        assert workspace.collection.notes.get(1).content.front == "What is new?"
        assert program._review_page.answer_shown

    def test_an_answer_that_cannot_be_stored_is_said_and_can_be_given_again(self, start, store, workspace):
        store(basic("a"), basic("b"))
        program = start()
        press(program, Qt.Key.Key_Return, Qt.Key.Key_Space)
        workspace.collection._connection.execute("PRAGMA query_only = ON")
        press(program, Qt.Key.Key_3)
        assert program._study._question.card.uid == "a-0"
        assert "cannot be written" in program.window._notice.text()
        workspace.collection._connection.execute("PRAGMA query_only = OFF")
        press(program, Qt.Key.Key_3)
        assert answers(workspace) == [("a-0", 4)]
        assert program._study._question.card.uid == "b-0"

    def test_a_mark_an_edit_and_undo_within_the_review(self, start, store, workspace):
        store(basic("a"))
        program = start()
        press(program, Qt.Key.Key_Return)
        QTest.keyClicks(program.window.focusWidget(), "*")
        assert workspace.collection.notes.get(1).content.tags == ("marked",)
        program.window.action("undo").trigger()
        assert workspace.collection.notes.get(1).content.tags == ()
        assert program.window.current is PageName.REVIEW

    def test_enter_pressed_over_and_over_at_the_end_learns_nothing_beyond_the_limit(self, start, store, workspace):
        store(*(basic(f"{number:02}") for number in range(30)))
        workspace.save_settings(workspace.settings._replace(new_per_day=1))
        program = start()
        press(program, *[Qt.Key.Key_Return] * 3)
        assert program.window.current is PageName.SUMMARY
        press(program, *[Qt.Key.Key_Return] * 4)
        assert program.window.current is PageName.TODAY
        assert len(answers(workspace)) == 1
        assert program._today_page._more_new.isVisible()

    def test_stored_keys_that_are_in_each_others_way_are_told_where_they_can_be_changed(self, start, store, workspace):
        store(basic("a"))
        wrong = {"edit": "G", "source": "G", "bury": "Tab", "mark": "M"}
        workspace.save_settings(workspace.settings._replace(shortcuts=wrong))
        program = start()
        program.make_ready()
        said = program.window._notice.text()
        assert "have the same key, G." in said
        assert "Tab is kept for" in said
        program.go_to(PageName.SETTINGS)
        assert program._settings_page._key_conflicts.isVisible()
        assert program._settings_page._key_conflicts.text() == said
        QTest.mouseClick(program.window._notice._action, Qt.MouseButton.LeftButton)
        keys = dialog(KeysDialog)
        assert keys.notice.text() == said
        keys._reset()
        assert not program._settings_page._key_conflicts.isVisible()
        assert workspace.settings.shortcuts == {}
        keys.close()

    def test_keys_that_are_in_nobodys_way_are_not_talked_about(self, start, store, workspace):
        store(basic("a"))
        workspace.save_settings(workspace.settings._replace(shortcuts={"edit": "S", "mark": "", "bury": ""}))
        program = start()
        program.make_ready()
        assert not program.window._notice.isVisible()

    def test_a_mark_and_its_undo_leave_a_scrolled_answer_where_it_was_read(self, start, store, workspace):
        store(basic("a", back="\n\n".join(f"line {number} of the answer" for number in range(80))))
        program = start()
        press(program, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
        bar = program._review_page._view.verticalScrollBar()
        place = bar.value()
        assert 0 < place < bar.maximum()
        QTest.keyClicks(program.window.focusWidget(), "*")
        assert workspace.collection.notes.get(1).content.tags == ("marked",)
        assert (bar.value(), program._review_page.answer_shown) == (place, True)
        assert program._review_page._actions["mark"].text() == "Marked"
        undo(program)
        assert workspace.collection.notes.get(1).content.tags == ()
        assert (bar.value(), program._review_page.answer_shown) == (place, True)
        assert program._review_page._actions["mark"].text() == "Mark"
        press(program, Qt.Key.Key_3)
        assert answers(workspace) == [("a-0", 4)]

    def test_marking_a_card_twice_and_editing_it_loses_no_time_of_its_answer(self, start, store, workspace, qtbot):
        store(basic("a"))
        program = start()
        press(program, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: program._study._clock.elapsed_ms() > 30)
        QTest.keyClicks(program.window.focusWidget(), "**e")
        dialog(NoteDialog).editor._front.setPlainText("What is new?")
        dialog(NoteDialog).editor.save()
        press(program, Qt.Key.Key_Space, Qt.Key.Key_3)
        assert workspace.collection.reviews.last_standing().took_ms > 30

    def test_the_key_that_starts_a_session_starts_no_second_one_within_it(self, start, store, workspace):
        store(basic("a"), basic("b"))
        program = start()
        press(program, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_1)
        QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
        assert program._study._session.summary().answered == 1
        press(program, Qt.Key.Key_Space, Qt.Key.Key_3, Qt.Key.Key_Escape)
        assert program._study._session.summary().answered == 2
        QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
        assert program.window.current is PageName.REVIEW

    def test_typing_stays_on_over_sittings(self, start, store, workspace):
        store(basic("a"), basic("b"))
        program = start()
        press(program, Qt.Key.Key_Return)
        QTest.keyClicks(program.window.focusWidget(), "t")
        QTest.keyClicks(program.window.focusWidget(), "answer a")
        press(program, Qt.Key.Key_Return)
        assert "You typed it right." in program._review_page._view.toPlainText()
        press(program, Qt.Key.Key_3, Qt.Key.Key_Escape, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Return)
        assert program.window.current is PageName.REVIEW
        assert program._review_page._bar.is_typing

    def test_a_program_that_died_comes_back_to_the_same_card(self, start, store, theme, workspace, tmp_path, qtbot):
        store(*(basic(name) for name in "abcd"))
        program = start()
        press(program, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_1, Qt.Key.Key_Space, Qt.Key.Key_3)
        left = program._review_page._left.text()
        again = start()  # nothing was closed before
        assert again.window.current is PageName.REVIEW
        assert again._study._question.card.uid == "c-0"
        assert again._review_page._left.text() == left
        assert "where you were" in again.window._notice.text()
        press(again, *[Qt.Key.Key_Space] * 6)
        assert again.window.current is PageName.SUMMARY
        assert start().window.current is PageName.TODAY

    def test_a_program_that_died_takes_back_what_it_did_and_knows_the_time_it_took(self, start, store, workspace):
        store(*(basic(name) for name in "abcd"))
        program = start()
        press(program, Qt.Key.Key_Return, Qt.Key.Key_Space)
        program._study._clock.start(119_000)
        press(program, Qt.Key.Key_3)
        QTest.keyClicks(program.window.focusWidget(), "-")
        again = start()
        assert again._study._question.card.uid == "c-0"
        undo(again)
        assert again._study._question.card.uid == "b-0"
        assert workspace.collection.cards.find_uid("b-0").buried_until is None
        press(again, Qt.Key.Key_Escape)
        assert again._summary_page._scroll.findChildren(QLabel)[2].text().startswith("2 minutes")

    @pytest.fixture
    def at_leech(self, start, store, workspace, clock):
        """Forget a card so often that the review stops at it."""
        workspace.save_settings(workspace.settings._replace(leech_lapses=2))
        store(basic("a"), basic("b"))
        program = None
        for _ in range(20):
            program = program or start()
            press(program, Qt.Key.Key_Return)
            while program.window.current is PageName.REVIEW and not program._review_page.leech.isVisible():
                is_a = program._study._question.card.uid == "a-0"
                known = workspace.collection.cards.find_uid("a-0").state
                forget = is_a and not program._study._question.is_drill and getattr(known, "repetitions", 0) > 0
                press(program, Qt.Key.Key_Space, Qt.Key.Key_1 if forget else Qt.Key.Key_3)
            if program._review_page.leech.isVisible():
                return program
            press(program, Qt.Key.Key_Return)
            clock.instant += timedelta(days=8)
            program.go_to(PageName.TODAY)
        raise AssertionError("no leech")

    def test_a_leech_is_stopped_at_and_can_be_rewritten(self, at_leech, workspace):
        assert "Forgotten 2" in at_leech._review_page.leech._title.text()
        press(at_leech, Qt.Key.Key_Return)
        editor = dialog(NoteDialog).editor
        editor._front.setPlainText("Which is the first letter?")
        editor.save()
        assert workspace.collection.notes.get(1).content.front == "Which is the first letter?"
        assert not at_leech._review_page.leech.isVisible()

    def test_a_leech_can_be_suspended(self, at_leech, workspace):
        QTest.keyClicks(at_leech.window.focusWidget(), "@")
        assert workspace.collection.cards.find_uid("a-0").is_suspended
        assert not at_leech._review_page.leech.isVisible()

    def test_at_a_leech_one_can_just_go_on(self, at_leech, workspace):
        press(at_leech, Qt.Key.Key_Escape)
        assert not at_leech._review_page.leech.isVisible()
        assert not workspace.collection.cards.find_uid("a-0").is_suspended

    def test_at_a_leech_no_command_reaches_the_card_after_it(self, at_leech, workspace):
        untouched = workspace.collection.cards.all()
        for key in "-*st ":
            QTest.keyClicks(at_leech._review_page.leech, key)
        for name in ("reveal", "source", "type", "mark", "bury"):
            assert not at_leech.window.action(name).isEnabled()
        assert at_leech._review_page.leech.isVisible()
        assert workspace.collection.cards.all() == untouched
        at_leech.window.action("edit").trigger()
        assert dialog(NoteDialog).editor._front.toPlainText() == "question a?"
        dialog(NoteDialog).reject()
        at_leech.window.action("suspend").trigger()
        suspended = [card.uid for card in workspace.collection.cards.all() if card.is_suspended]
        assert suspended == ["a-0"]

    def test_the_card_after_a_leech_shows_no_answer_and_takes_every_command(self, at_leech, store):
        at_leech.window.action("undo").trigger()  # the same card is asked again
        assert not at_leech._review_page.answer_shown
        assert at_leech.window.action("bury").isEnabled()

    def test_missed_cards_can_be_crammed_from_the_summary(self, start, store, workspace):
        store(basic("a"), basic("b"))
        program = start()
        press(
            program,
            Qt.Key.Key_Return,
            Qt.Key.Key_Space,
            Qt.Key.Key_1,
            Qt.Key.Key_Space,
            Qt.Key.Key_3,
            Qt.Key.Key_Escape,
        )
        before = workspace.collection.cards.all()
        program._summary_page.again_asked.emit()
        assert program.window.current is PageName.REVIEW
        press(program, Qt.Key.Key_Space, Qt.Key.Key_3)
        assert program.window.current is PageName.SUMMARY
        assert workspace.collection.cards.all() == before

    @pytest.mark.parametrize(("grading", "keys"), [("two", "12"), ("four", "1234"), ("six", "012345")])
    def test_the_setting_decides_which_answers_there_are(self, start, store, workspace, grading, keys):
        workspace.collection.settings.put("grading", grading, now=workspace.clock.now())
        store(basic("a"))
        program = start()
        press(program, Qt.Key.Key_Return, Qt.Key.Key_Space)
        assert "".join(choice.key for choice in program._review_page._bar._choices) == keys


def test_a_clock_that_was_set_back_is_told_at_the_start(start, store, workspace, clock):
    store(basic("a"))
    program = start()
    press(program, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_3)
    program.make_ready()
    assert not program.window._notice.isVisible()
    clock.instant -= timedelta(days=3)
    program.make_ready()
    said = program.window._notice.text()
    assert "an earlier time than 1 answer you gave, the last at 5/4/2026" in said
    assert "Ctrl+Z takes them back" in said


def test_a_new_day_refreshes_the_page(start, store, workspace, clock):
    store(basic("a"))
    program = start()
    press(program, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_3, Qt.Key.Key_Return)
    assert program._today._page._start.isHidden()
    clock.instant += timedelta(days=1)
    program._today._follow_clock()
    assert not program._today._page._start.isHidden()


def test_a_new_day_in_a_sitting_keeps_the_card_and_counts_its_answer_for_that_day(start, store, workspace, clock):
    store(basic("a", front="Where?"), basic("b"))
    program = start()
    evening = workspace.today.day()
    press(program, Qt.Key.Key_Return, Qt.Key.Key_Space)
    clock.instant += timedelta(days=1)
    program._today._follow_clock()
    assert program.window.current is PageName.REVIEW
    assert "Where?" in program._review_page._view.toPlainText()
    press(program, Qt.Key.Key_3, Qt.Key.Key_Space, Qt.Key.Key_1)
    days = {entry.study_day for log in workspace.collection.reviews.by_card().values() for entry in log}
    assert days == {evening + timedelta(days=1)}
    press(program, Qt.Key.Key_Escape)
    program.go_to(PageName.TODAY)
    assert program._today._shown_day == evening + timedelta(days=1)
    assert faults_of(workspace.collection) == ()


def test_due_cards_beyond_the_limit_can_be_reviewed_now(start, store, workspace, clock):
    store(*(basic(name) for name in "abc"))
    with workspace.collection.atomic():
        workspace.collection.settings.put("reviews_per_day", 1, now=clock.now())
    program = start()
    press(program, Qt.Key.Key_Return, *(Qt.Key.Key_Space, Qt.Key.Key_3) * 3, Qt.Key.Key_Return)
    clock.instant += timedelta(days=1)
    program.go_to(PageName.TODAY)
    press(program, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_3, Qt.Key.Key_Return)
    program._today_page._rest.click()
    press(program, *(Qt.Key.Key_Space, Qt.Key.Key_3) * 2)
    assert program.window.current is PageName.SUMMARY
    assert len(answers(workspace)) == 6


def test_a_picture_of_the_media_folder_is_shown_and_scaled(start, store, workspace, collection_path):
    folder = collection_file.media_folder_of(collection_path)
    folder.mkdir()
    picture = QImage(3000, 1500, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    picture.save(str(folder / "chart.png"))
    store(basic("a", front="What does this show? ![](chart.png) ![](../chart.png)", back="a chart"))
    program = start()
    press(program, Qt.Key.Key_Return)
    image = program._review_page._view.grab().toImage()
    red = [x for x in range(image.width()) if image.pixelColor(x, image.height() // 2).red() > 200
           and image.pixelColor(x, image.height() // 2).green() < 50]  # fmt: skip
    assert 200 < len(red) < image.width()


def test_a_link_of_a_card_is_opened_only_when_the_user_says_so(start, store, monkeypatch):
    store(basic("a", back="[more](https://example.org/knots)"))
    program = start()
    press(program, Qt.Key.Key_Return, Qt.Key.Key_Space)
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    for answer in (LinkDialog.reject, LinkDialog.accept):
        program._review_page._view.link_activated.emit("https://example.org/knots")
        answer(dialog(LinkDialog))
    assert opened == [QUrl("https://example.org/knots")]


def test_a_day_that_begins_during_a_review_loses_no_card(start, store, workspace, clock):
    store(*(basic(name) for name in "abc"))
    program = start()
    press(program, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_3, Qt.Key.Key_Space)
    clock.instant += timedelta(days=1)
    program._today._follow_clock()
    assert program.window.current is PageName.REVIEW
    assert program._study._question.card.uid == "b-0"
    assert program._review_page.answer_shown
    press(program, Qt.Key.Key_3, Qt.Key.Key_Space, Qt.Key.Key_3)
    assert program.window.current is PageName.SUMMARY
    days = [log[0].study_day for log in workspace.collection.reviews.by_card().values()]
    assert (days[1] - days[0]).days == (days[2] - days[0]).days == 1
    assert faults_of(workspace.collection) == ()


class TestLibrary:
    @pytest.fixture
    def library(self, start, store):
        store(
            *(basic(f"n{number:03}", front=f"Which knot is number {number}?", topic="Knots") for number in range(300)),
            basic("flag", front="Which flag means yes?", topic="Flags", deck="Sea::Signals"),
        )
        program = start()
        program.window.action("go-library").trigger()
        return program

    def table(self, program) -> QTableView:
        return program._library_page.findChild(QTableView)

    def test_search_finds_and_says_what_it_does_not_know(self, library, qtbot):
        line = library._library_page._search
        assert line.hasFocus()
        QTest.keyClicks(line, "topic:flags yes")
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert self.table(library).model().rowCount() == 1
        line.setText("is:sleepy")
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert "is:sleepy" in library._library_page._problem.text()

    def test_the_undo_key_serves_from_the_search_line(self, library, workspace):
        self.table(library).setFocus()
        self.table(library).selectAll()
        QTest.keyClicks(self.table(library), "@")
        assert [card.is_suspended for card in workspace.collection.cards.all()].count(True) > 1
        library._library_page._search.setFocus()
        undo(library)
        assert not any(card.is_suspended for card in workspace.collection.cards.all())

    def test_rows_beyond_the_first_page_come_when_scrolled_to(self, library, qtbot):
        model = self.table(library).model()
        assert model.rowCount() == 200
        self.table(library).scrollToBottom()
        if model.canFetchMore(QModelIndex()):  # the view may have asked already
            model.fetchMore(QModelIndex())
        qtbot.waitUntil(lambda: model.rowCount() == 301)

    def test_choosing_a_deck_narrows_the_table(self, library):
        tree = library._library_page.findChild(QTreeView)
        model = tree.model()
        sea = next(row for row in range(model.rowCount()) if model.index(row, 0).data() == "Sea")
        tree.setCurrentIndex(model.index(sea, 0))
        assert self.table(library).model().rowCount() == 1

    def test_editing_the_chosen_card_stores_it(self, library, workspace):
        editor = library._library_page.findChild(NoteEditor)
        editor._back.setPlainText("a bowline")
        editor.save()
        assert workspace.collection.notes.get(1).content.back == "a bowline"

    def test_what_no_field_could_lay_out_is_shown_cut_and_kept(self, library, workspace):
        run, words, lines = "x" * 100_000, "word " * 20_000, "word\n\n" * 20_000
        endless = replace(basic("a"), content=replace(basic("a").content, front=run, back=lines, context=words))
        with workspace.collection.atomic():
            note_id = workspace.collection.notes.add(endless, now=workspace.clock.now())
        library._library_page.card_chosen.emit("a-0")
        editor = library._library_page.findChild(NoteEditor)
        assert len(editor._front.toPlainText()) <= MAX_RUN_CHARS + 1
        assert editor._back.blockCount() <= MAX_LINES
        assert len(editor._context.text()) <= MAX_FIELD_CHARS
        assert "Front, Back, Context" in editor._cut.text()
        assert not editor.is_dirty()
        library._library_page.edit_asked.emit("a-0")
        in_dialog = dialog(NoteDialog).editor
        assert len(in_dialog._front.toPlainText()) <= MAX_RUN_CHARS + 1
        assert in_dialog._front.isReadOnly()
        in_dialog._topic.setText("Endless")
        in_dialog.save()
        stored = workspace.collection.notes.get(note_id).content
        assert (stored.front, stored.back, stored.context, stored.topic) == (run, lines, words, "Endless")

    def test_after_a_cut_note_the_next_can_be_changed(self, library):
        page = library._library_page
        editor = page.findChild(NoteEditor)
        page.show_note(NoteDraftView(uid="a", kind=NoteKind.BASIC, front="x" * 50_000, back="short"))
        assert editor._front.isReadOnly()
        assert not editor._back.isReadOnly()
        page.show_note(NoteDraftView(uid="b", kind=NoteKind.BASIC, front="short", back="short"))
        assert not editor._front.isReadOnly()
        assert editor._cut.isHidden()

    def test_chosen_cards_are_marked_and_marks_taken_back(self, library, workspace):
        table = self.table(library)
        table.setFocus()
        table.selectRow(0)
        QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyClicks(table, "*")
        assert [workspace.collection.notes.get(number).content.tags for number in (1, 2)] == [("marked",)] * 2
        library.window.action("undo").trigger()
        assert workspace.collection.notes.get(1).content.tags == ()

    def test_the_chosen_cards_stay_chosen_and_in_view_when_something_changes(self, library, workspace, qtbot):
        table = self.table(library)
        model = table.model()
        table.scrollToBottom()
        qtbot.waitUntil(lambda: model.rowCount() == 301)
        table.setFocus()
        table.selectRow(250)
        QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        top = table.rowAt(0)
        QTest.keyClick(table, "@", Qt.KeyboardModifier.ShiftModifier)  # as it is typed on many keyboards
        assert library._library_page.chosen_uids() == ["n250-0", "n251-0"]
        QTest.keyClick(table, Qt.Key.Key_Shift)  # or Qt would take it for held down
        assert model.rowCount() == 301
        assert table.rowAt(0) == top > 0
        table.selectRow(251)
        editor = library._library_page.findChild(NoteEditor)
        editor._back.setPlainText("a bowline")
        editor.save()
        assert library._library_page.chosen_uids() == ["n251-0"]
        assert editor._back.toPlainText() == "a bowline"
        library._library_page.search("is:suspended")
        assert library._library_page.chosen_uids() == ["n250-0"], "a new search begins at its top"
        library._library_page.action_asked.emit("resume", ["n250-0"])
        assert library._library_page.chosen_uids() == ["n251-0"], "what took the place of what is gone"

    def test_where_the_window_is_low_a_card_is_edited_in_one_of_its_own(self, library, workspace, theme):
        library.window.resize(840, 560)
        theme.apply(Appearance.LIGHT, 200)
        table = self.table(library)
        table.setFocus()
        table.selectRow(0)
        QTest.keyClick(table, Qt.Key.Key_Return)
        editor = dialog(NoteDialog).editor
        editor._back.setPlainText("a bowline")
        editor.save()
        assert workspace.collection.notes.get(1).content.back == "a bowline"

    def test_sorting_asks_the_collection(self, library):
        table = self.table(library)
        table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
        assert table.model().index(0, 1).data() == "Flags"

    def test_suspend_resume_and_delete_several(self, library, workspace, monkeypatch, wait_for_backup):
        table = self.table(library)
        table.setFocus()
        table.selectRow(0)
        QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyClicks(table, "@")
        assert sum(card.is_suspended for card in workspace.collection.cards.all()) == 2
        table.selectRow(0)
        library._library_page.action_asked.emit("resume", ["n000-0"])
        assert sum(card.is_suspended for card in workspace.collection.cards.all()) == 1

        said = []
        monkeypatch.setattr(MessageDialog, "exec", lambda box: said.append(box._more.text()))
        for keys in ({"undo": "Ctrl+U"}, {"undo": ""}):
            library._shortcuts.adopt(keys)
            library._library_page.action_asked.emit("delete", ["n000-0", "n001-0"])
        assert ["Ctrl+U brings them back." in said[0], "Undo brings them back." in said[1]] == [True, True]

        keys = iter((Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Return))

        def answer(box, presses):
            box.show()
            for _ in range(presses):
                QTest.keyClick(box.focusWidget(), next(keys))
            return box.result()

        monkeypatch.setattr(MessageDialog, "exec", lambda box: answer(box, 1))
        library._library_page.action_asked.emit("delete", ["n000-0", "n001-0"])
        assert workspace.collection.cards.count() == 301, "Enter by itself keeps them"
        monkeypatch.setattr(MessageDialog, "exec", lambda box: answer(box, 2))
        library._library_page.action_asked.emit("delete", ["n000-0", "n001-0"])
        wait_for_backup(library)
        assert workspace.collection.cards.count() == 299


class TestCram:
    def test_picked_topics_are_drilled_and_no_schedule_moves(self, start, store, workspace):
        store(basic("a", topic="Knots"), basic("b", topic="Flags"), basic("c", topic="Flags"))
        program = start()
        before = workspace.collection.cards.all()
        program.window.action("go-cram").trigger()
        tree = program._cram_page.findChild(QTreeView)
        assert tree.hasFocus()
        model = tree.model()
        deck = model.index(0, 0)
        storage = model.index(0, 0, deck)
        flags = next(
            model.index(row, 0, storage)
            for row in range(model.rowCount(storage))
            if model.index(row, 0, storage).data() == "Flags"
        )
        model.setData(flags, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
        QTest.keyClick(tree, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert program.window.current is PageName.REVIEW
        press(program, Qt.Key.Key_Space, Qt.Key.Key_1, Qt.Key.Key_Space, Qt.Key.Key_3, Qt.Key.Key_Space, Qt.Key.Key_3)
        assert program.window.current is PageName.SUMMARY
        assert {uid for uid, _ in answers(workspace)} == {"b-0", "c-0"}
        assert workspace.collection.cards.all() == before


@pytest.fixture
def package(tmp_path, clock) -> Path:
    """An Anki package with two cards, one of which was answered."""
    with Collection(tmp_path / "other.flashdeck") as other:
        with other.atomic():
            for uid in ("a", "b"):
                other.notes.add(basic(uid), now=clock.now())
        today = Today(other, clock)
        StudySession(other, clock, today, today.review_queue(), StudyMode.REVIEW).answer(Quality.GOOD)
        path = tmp_path / "phone.apkg"
        export_notes(other, today, path, CardFilter(), with_progress=True)
    return path


def rewrite_in_anki(package: Path, old: str, new: str) -> None:
    with zipfile.ZipFile(package) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(members["collection.anki2"])
        database.execute("UPDATE notes SET flds = replace(flds, ?, ?)", [old, new])
        database.commit()
        members["collection.anki2"] = database.serialize()
    with zipfile.ZipFile(package, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)


class TestImport:
    def drop(self, program, *paths: Path):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        event = QDropEvent(
            QPointF(QPoint(50, 50)),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        program.window.dropEvent(event)

    def test_a_dropped_file_becomes_cards_and_again_adds_nothing(self, start, workspace, qtbot):
        program = start()
        self.drop(program, COURSE)
        first = dialog(ImportDialog)
        qtbot.waitUntil(lambda: not first._running, timeout=60_000)
        count = workspace.collection.cards.count()
        assert count > 40
        QTest.keyClick(first, Qt.Key.Key_Return)
        assert program.window.current is PageName.TODAY
        self.drop(program, COURSE)
        second = dialog(ImportDialog)
        qtbot.waitUntil(lambda: not second._running, timeout=60_000)
        assert workspace.collection.cards.count() == count
        second.accept()

    def test_cancel_stores_nothing(self, start, workspace, qtbot):
        program = start()
        self.drop(program, COURSE)
        running = dialog(ImportDialog)
        QTest.keyClick(running, Qt.Key.Key_Escape)
        assert not running.isVisible()
        assert workspace.collection.cards.count() == 0
        self.drop(program, COURSE)  # and the next import works
        second = dialog(ImportDialog)
        qtbot.waitUntil(lambda: not second._running, timeout=60_000)
        assert workspace.collection.cards.count() > 40
        second.accept()

    def test_a_new_version_is_shown_before_it_is_applied(self, start, workspace, qtbot, tmp_path):
        program = start()
        self.drop(program, COURSE)
        first = dialog(ImportDialog)
        qtbot.waitUntil(lambda: not first._running, timeout=60_000)
        first.accept()
        before = workspace.collection.cards.all()
        changed = tmp_path / COURSE.name
        text = COURSE.read_text(encoding="utf-8").replace("• Snubber: an elastic line", "• Snubber: a stretching line")
        changed.write_text(text, encoding="utf-8")
        self.drop(program, changed)
        refused = dialog(ImportDialog)
        qtbot.waitUntil(refused._apply.isVisible, timeout=60_000)
        QTest.keyClick(refused, Qt.Key.Key_Escape)
        assert workspace.collection.cards.all() == before
        assert workspace.collection.browser.count(CardFilter(words=("stretching",)), workspace.today.day()) == 0
        self.drop(program, changed)
        applied = dialog(ImportDialog)
        qtbot.waitUntil(applied._apply.isVisible, timeout=60_000)
        QTest.keyClick(applied._apply, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not applied._running, timeout=60_000)
        assert workspace.collection.browser.count(CardFilter(words=("stretching",)), workspace.today.day()) == 1
        applied.accept()
        program.window.action("undo").trigger()
        assert workspace.collection.cards.all() == before
        assert "import of coastal_skipper.txt" in program.window._notice.text()

    def test_an_anki_package_brings_cards_and_answers_and_one_undo_takes_them_back(
        self, start, workspace, qtbot, package
    ):
        program = start()
        self.drop(program, package)
        shown = dialog(ImportDialog)
        qtbot.waitUntil(lambda: not shown._running, timeout=60_000)
        assert workspace.collection.cards.count() == 2
        assert len(answers(workspace)) == 1
        shown._show_cards.click()
        assert program.window.current is PageName.LIBRARY
        assert program._library_page.findChild(QTableView).model().rowCount() == 2
        program.window.action("undo").trigger()
        assert workspace.collection.cards.count() == 0
        assert workspace.collection.reviews.answers() == 0

    def test_cards_rewritten_in_anki_are_shown_before_they_are_taken(self, start, store, workspace, qtbot, package):
        store(basic("a"))
        rewrite_in_anki(package, "answer a", "a better answer")
        program = start()
        self.drop(program, package)
        refused = dialog(ImportDialog)
        qtbot.waitUntil(refused._apply.isVisible, timeout=60_000)
        assert "Anki" in refused._title.text()
        QTest.keyClick(refused, Qt.Key.Key_Escape)
        assert workspace.collection.cards.count() == 1
        self.drop(program, package)
        applied = dialog(ImportDialog)
        qtbot.waitUntil(applied._apply.isVisible, timeout=60_000)
        QTest.keyClick(applied._apply, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not applied._running, timeout=60_000)
        note = workspace.collection.notes.get(workspace.collection.notes.id_of("a"))
        assert note.content.back == "a better answer"
        applied.accept()

    def test_the_welcome_page_asks_for_a_package(self, start, workspace, qtbot, package, monkeypatch):
        chosen = []
        monkeypatch.setattr(
            "flashdeck.gui.controllers.transfer.QFileDialog.getOpenFileNames",
            lambda *arguments: chosen.append(arguments[-1]) or ([str(package)], ""),
        )
        program = start()
        press(program, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Return)
        shown = dialog(ImportDialog)
        qtbot.waitUntil(lambda: not shown._running, timeout=60_000)
        assert chosen[0].startswith("Anki packages (*.apkg *.colpkg)")
        shown.accept()
        assert program.window.current is PageName.TODAY
        assert workspace.collection.cards.count() == 2

    def test_files_are_looked_for_where_the_last_one_was(self, start, qtbot, package, monkeypatch):
        folders = []
        monkeypatch.setattr(
            "flashdeck.gui.controllers.transfer.QFileDialog.getOpenFileNames",
            lambda _parent, _title, folder, _kinds: folders.append(Path(folder)) or ([str(package)], ""),
        )
        program = start()
        for _ in range(2):
            program.window.action("import").trigger()
            shown = dialog(ImportDialog)
            qtbot.waitUntil(lambda shown=shown: not shown._running, timeout=60_000)
            shown.accept()
        assert folders[0].is_dir(), "a folder that is not there would be taken for the name of a file"
        assert folders[1] == package.parent

    def test_a_damaged_package_is_said_in_the_dialog(self, start, workspace, qtbot, tmp_path):
        bad = tmp_path / "bad.apkg"
        bad.write_bytes(b"PK")
        program = start()
        self.drop(program, bad)
        shown = dialog(ImportDialog)
        qtbot.waitUntil(lambda: not shown._running, timeout=60_000)
        assert "bad.apkg is damaged" in " ".join(label.text() for label in shown.findChildren(type(shown._title)))
        assert workspace.collection.cards.count() == 0
        shown.accept()

    def test_a_bad_file_is_said_in_the_dialog(self, start, workspace, qtbot, tmp_path):
        bad = tmp_path / "empty.txt"
        bad.touch()
        program = start()
        self.drop(program, bad)
        shown = dialog(ImportDialog)
        qtbot.waitUntil(lambda: not shown._running, timeout=60_000)
        assert "empty.txt" in " ".join(label.text() for label in shown.findChildren(type(shown._title)))
        assert workspace.collection.cards.count() == 0
        shown.accept()

    def test_show_the_cards_opens_the_library_there(self, start, workspace, qtbot):
        program = start()
        self.drop(program, COURSE)
        shown = dialog(ImportDialog)
        qtbot.waitUntil(lambda: not shown._running, timeout=60_000)
        shown._show_cards.click()
        assert program.window.current is PageName.LIBRARY
        assert program._library_page.findChild(QTableView).model().rowCount() > 40


class TestExport:
    def test_writes_the_file_and_says_so(self, start, store, tmp_path, qtbot):
        store(basic("a"), basic("b"))
        program = start()
        program.window.action("export").trigger()
        shown = dialog(ExportDialog)
        shown._path.setText(str(tmp_path / "out.apkg"))
        shown._export.click()
        qtbot.waitUntil(lambda: not shown.isVisible(), timeout=30_000)
        assert (tmp_path / "out.apkg").stat().st_size > 500
        assert "2 notes" in program.window._notice.text()

    def test_a_fault_stays_beside_the_file_name(self, start, store, tmp_path, qtbot):
        store(basic("a"))
        program = start()
        program.window.action("export").trigger()
        shown = dialog(ExportDialog)
        shown._path.setText(str(tmp_path / "missing" / "out.apkg"))
        shown._export.click()
        qtbot.waitUntil(shown._problem.isVisible, timeout=30_000)
        assert shown.isVisible()
        assert shown._export.isEnabled()
        assert "does not exist" in shown._problem.text()
        shown.reject()


class TestSettings:
    def test_a_change_is_stored_at_once(self, start, store, workspace):
        store(*(basic(f"n{number}") for number in range(30)))
        program = start()
        program.window.action("go-settings").trigger()
        program._settings_page._new.setValue(7)
        assert workspace.settings.new_per_day == 7
        program.window.action("go-today").trigger()
        assert workspace.today.overview().new == 7

    def test_an_exam_is_counted_down_to_on_today(self, start, store, workspace):
        store(basic("a"))
        program = start()
        program.window.action("go-settings").trigger()
        program._settings_page._has_exam.setChecked(True)
        assert workspace.settings.exam_on == workspace.today.day() + timedelta(weeks=4)
        program.window.action("go-today").trigger()
        assert program._today_page._exam.text() == "Exam in 28 days"

    @pytest.mark.parametrize(
        ("grading", "listed"),
        [
            (Grading.FOUR_BUTTONS, {"1", "2", "J", "4"}),
            (Grading.TWO_BUTTONS, {"1", "2"}),
            (Grading.SIX_GRADES, {"0 – 5"}),
        ],
    )
    def test_the_help_of_a_review_lists_the_keys_that_answer_there(self, start, store, workspace, grading, listed):
        store(basic("a"))
        workspace.save_settings(workspace.settings._replace(grading=grading, shortcuts={"answer-3": "J"}))
        program = start()
        press(program, Qt.Key.Key_Return)
        shown = {hint.key for hint in program._review_page.key_hints()}
        assert shown & {"0 – 5", "1", "2", "3", "J", "4"} == listed

    def test_tooltips_name_the_key_in_force(self, start, store, workspace):
        program = start()
        program._shortcuts.adopt({"import": "Ctrl+K", "open": ""})
        tips = [made.toolTip() for made in program._welcome_page._ways]
        assert ("Import…  (Ctrl+K)" in tips, "Open an existing collection…" in tips) == (True, True)
        store(basic("a"))
        program.window.action("go-settings").trigger()
        program._shortcuts.adopt({"backup": "Ctrl+K", "merge": ""})
        tips = {made.toolTip() for made in program._settings_page.findChildren(QPushButton)}
        assert {"Back up now  (Ctrl+K)", "Merge with another…", "Open another…  (Ctrl+O)"} <= tips

    def test_the_look_follows(self, start, store, workspace, theme):
        store(basic("a"))
        program = start()
        program.window.action("go-settings").trigger()
        light = theme.colours
        program._settings_page._appearance.choose("dark")
        program._settings_page._appearance.changed.emit()
        assert theme.colours != light
        assert workspace.settings.appearance == "dark"

    def test_a_backup_can_be_made_and_is_told(self, start, back_up, store, collection_path):
        store(basic("a"))
        program = start()
        back_up(program)
        assert "Backed up to" in program.window._notice.text()

    def test_the_age_of_the_last_backup_stands_on_the_screen(self, start, back_up, store, clock):
        program = start()
        assert program._backups.age == ""  # there is nothing to lose yet
        store(basic("a"))
        program._backups.start()
        assert program._backups.age == "No backup yet"
        back_up(program)
        for passed, said in (
            (timedelta(), "just now"),
            (timedelta(minutes=5), "5 minutes ago"),
            (timedelta(hours=3), "3 hours ago"),
            (timedelta(days=4), "4 days ago"),
        ):
            clock.instant += passed
            program._backups.start()
            assert program._backups.age.endswith(said)
            assert program.window._rail._status.text() == program._backups.age
            clock.instant -= passed
        clock.instant -= timedelta(days=9)  # dated by a clock that was ahead, it says nothing
        program._backups.start()
        assert program._backups.age == "No backup yet"

    def test_a_backup_that_fails_is_said_at_once_and_again_at_the_next_start(
        self, start, wait_for_backup, store, workspace, collection_path, clock
    ):
        store(basic("a"))
        folder = collection_path.with_name("collection-backups")
        folder.write_text("a file in the way")
        program = start()
        library.set_suspended(workspace.collection, clock, [1], suspended=True)
        program._backups._timer.timeout.emit()
        assert "could not be written" in program.window._notice.text()
        workspace.collection.close()  # as a kill does
        workspace._collection = Collection(collection_path)
        workspace._today = Today(workspace.collection, clock)
        again = start()
        assert not again.window._notice.isVisible()
        again.make_ready()
        assert "could not be written" in again.window._notice.text()
        assert again._backups.age == "No backup yet"
        folder.unlink()
        again.make_ready()
        wait_for_backup(again)
        assert again._backups.age == "Backed up just now"
        assert len(list(folder.iterdir())) == 1
        again.make_ready()
        assert len(list(folder.iterdir())) == 1

    def test_a_changed_key_is_kept_and_serves_in_the_next_window(self, start, store, workspace):
        store(basic("a"))
        program = start()
        program.go_to(PageName.SETTINGS)
        program._settings_page.keys_asked.emit()
        keys = dialog(KeysDialog)
        keys._buttons["source"].click()
        QTest.keyClick(keys._buttons["source"], Qt.Key.Key_Q)
        keys.accept()
        assert workspace.settings.shortcuts == {"source": "Q"}
        again = start()
        assert again._shortcuts.key("source") == "Q"

    @pytest.mark.qt_log_ignore("does not support", extend=True)  # said by the offscreen platform about every menu
    @pytest.mark.parametrize("by", ["key", "menu", "settings"])
    def test_two_steps_lead_from_the_first_page_back_to_a_backup(
        self, start, back_up, store, workspace, collection_path, wait_for_care, by
    ):
        store(basic("a"))
        program = start()
        back_up(program)
        store(basic("b"))
        assert program.window.current is PageName.TODAY
        if by == "key":
            keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
            QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_B, keys)
        elif by == "menu":
            choose_from_menu(program, "restore")
        else:
            program.go_to(PageName.SETTINGS)
            program._settings_page.restore_asked.emit()
        shown = dialog(BackupsDialog)
        if by == "key":
            QTest.keyClick(shown.focusWidget(), Qt.Key.Key_Return)
        else:
            QTest.mouseClick(shown._restore, Qt.MouseButton.LeftButton)
        wait_for_care(program)
        assert not any(isinstance(each, BackupsDialog) and each.isVisible() for each in QApplication.topLevelWidgets())
        assert workspace.collection.cards.count() == 1
        assert "restored" in program.window._notice.text()
        assert program.window.current is PageName.TODAY
        replaced = collection_path.parent.glob("*-replaced-*")
        with Collection(*replaced) as before:
            assert before.cards.count() == 2

    def test_copies_kept_before_something_are_backups_too_and_named_as_what_they_are(
        self, start, back_up, store, workspace, clock, wait_for_care
    ):
        store(basic("a"))
        clock.instant += timedelta(hours=1)
        merge = collection_file.keep_copy(workspace.collection, clock, backups_folder.BEFORE_MERGE)
        clock.instant += timedelta(hours=1)
        repair = collection_file.keep_copy(workspace.collection, clock, backups_folder.BEFORE_REPAIR)
        version = shutil.copyfile(merge, merge.with_name("before-version-8.flashdeck"))
        os.utime(version, (0, workspace.clock.now().timestamp() - 4 * 3600))
        clock.instant += timedelta(hours=1)
        store(basic("b"))
        program = start()
        back_up(program)
        program.window.action("restore").trigger()
        shown = dialog(BackupsDialog)
        rows = [shown._list.item(row) for row in range(shown._list.count())]
        assert [row.data(Qt.ItemDataRole.UserRole) for row in rows[1:]] == [str(repair), str(merge), str(version)]
        assert [row.text().split("   ·   ")[2:] for row in rows] == [
            [], ["before a repair"], ["before a merge"], ["before the change to a new version"],
        ]  # fmt: skip
        shown._list.setCurrentRow(2)
        shown._restore.click()
        wait_for_care(program)
        assert workspace.collection.cards.count() == 1

    def test_a_sitting_ends_with_its_collection(self, start, back_up, store, workspace, wait_for_care):
        store(basic("a"), basic("b"))
        program = start()
        back_up(program)
        press(program, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_3)
        program._backups.choose()
        dialog(BackupsDialog)._restore.click()
        wait_for_care(program)
        assert program.window.current is PageName.TODAY
        assert workspace.collection.reviews.answers() == 0
        program.window.action("undo").trigger()
        assert "nothing to take back" in program.window._notice.text()
        press(program, Qt.Key.Key_Return)
        assert program._study._question.card.uid == "a-0"

    def test_a_damaged_backup_is_said_and_nothing_is_lost(
        self, start, back_up, store, workspace, collection_path, wait_for_care
    ):
        store(basic("a"))
        program = start()
        back_up(program)
        (path,) = collection_path.with_name("collection-backups").glob("*.flashdeck")
        data = path.read_bytes()
        path.write_bytes(data[:100] + bytes(len(data) - 100))
        program._settings_page.restore_asked.emit()
        shown = dialog(BackupsDialog)
        shown._restore.click()
        wait_for_care(program)
        assert "not a sound backup" in shown._problem.text()
        assert shown._list.hasFocus()
        assert workspace.collection.cards.count() == 1
        shown.reject()


def test_closing_backs_up_what_was_changed(qtbot, theme, workspace, store, tmp_path, collection_path):
    store(basic("a"))
    program = Program(theme, workspace, tmp_path / "window.ini")
    program.show()
    program.close()
    shiboken6.delete(program.window)
    folder = collection_path.with_name("collection-backups")
    assert len(list(folder.glob("*.flashdeck"))) == 1


def test_a_window_that_is_closed_at_once_is_not_made_ready(qtbot, theme, workspace, store, tmp_path):
    store(basic("a"))
    program = Program(theme, workspace, tmp_path / "window.ini")
    program.show()
    program.close()
    program.make_ready()
    assert program.is_closed
    shiboken6.delete(program.window)


def test_the_buttons_promise_what_the_answer_does(start, store, workspace):
    store(basic("a"))
    program = start()
    press(program, Qt.Key.Key_Return, Qt.Key.Key_Space)
    promised = {choice.quality: choice.interval_days for choice in program._review_page._bar._choices}
    press(program, Qt.Key.Key_4)
    assert workspace.collection.cards.find_uid("a-0").state.interval_days == promised[Quality.EASY]


class TestOpen:
    @pytest.fixture
    def damaged(self, tmp_path, clock) -> Path:
        """Another collection, the schema of which is gone."""
        path = tmp_path / "laptop" / "collection.flashdeck"
        path.parent.mkdir()
        with Collection(path) as theirs, theirs.atomic():
            theirs.notes.add(basic("a"), now=clock.now())
        data = bytearray(path.read_bytes())
        data[100:4096] = bytes(3996)
        path.write_bytes(data)
        return path

    @pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
    def test_a_damaged_collection_is_put_together_if_the_user_wants_it(
        self, start, store, workspace, damaged, collection_path, monkeypatch, wait_for_backup, key
    ):
        def answer(box):
            said.append(box.words())
            box.show()
            QTest.keyClick(box.focusWidget(), key)
            return box.result()

        said = []
        store(basic("b"), basic("c"))
        program = start()
        monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getOpenFileName", lambda *_: (str(damaged), ""))
        monkeypatch.setattr(MessageDialog, "exec", answer)
        program.window.action("open").trigger()
        wait_for_backup(program)
        wanted = key is Qt.Key.Key_Return
        assert workspace.collection.path == (damaged if wanted else collection_path)
        assert workspace.collection.cards.count() == (1 if wanted else 2)
        assert "its file is damaged" in said[0]
        assert len(said) == (2 if wanted else 1)
        assert not any("flashdeck check" in each for each in said)


class TestEmpty:
    def test_library_and_cram_offer_an_import(self, start, monkeypatch):
        asked = []
        monkeypatch.setattr(
            "flashdeck.gui.controllers.transfer.QFileDialog.getOpenFileNames",
            lambda *_: asked.append(1) or ([], ""),
        )
        program = start()
        program.go_to(PageName.CRAM)
        press(program, Qt.Key.Key_Return)
        assert len(asked) == 1
        program.go_to(PageName.LIBRARY)
        assert program._library_page._editor.isHidden()
        bring = program._library_page._body.currentWidget().findChild(QPushButton)
        assert bring.text() == "Import…"
        bring.click()
        assert len(asked) == 2


class TestMerge:
    @pytest.fixture
    def other(self, store, workspace, tmp_path) -> Path:
        """The collection of another machine, which went its own way since."""
        (note_id, _) = store(basic("a"), basic("b"))
        workspace.collection.settle()
        path = tmp_path / "laptop" / "collection.flashdeck"
        path.parent.mkdir()
        workspace.collection.vacuum_into(path)
        with Collection(path) as theirs:
            content = theirs.notes.get(note_id).content
            later = StandingClock(workspace.clock.now() + timedelta(hours=1))
            library.edit_note(theirs, later, note_id, replace(content, back="theirs"))
            today = Today(theirs, later)
            StudySession(theirs, later, today, today.review_queue(), StudyMode.REVIEW).answer(Quality.GOOD)
        return path

    def test_brings_answers_and_shows_texts_written_on_both_sides(
        self, start, workspace, other, monkeypatch, wait_for_care
    ):
        program = start()
        note_id = workspace.collection.notes.id_of("a")
        content = workspace.collection.notes.get(note_id).content
        library.edit_note(workspace.collection, workspace.clock, note_id, replace(content, back="ours"))
        monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getOpenFileName", lambda *_: (str(other), ""))
        program.window.action("merge").trigger()
        wait_for_care(program)
        said = program.window._notice.text()
        assert said.startswith("Merged: 1 answer added, 1 note added, 1 note changed.")
        assert "1 note was written anew on both sides" in said
        program.window._notice._action.click()
        assert program.window.current is PageName.LIBRARY
        cards = program._library_page._table.model()
        assert cards.rowCount() == 2
        program.window.action("undo").trigger()
        assert "collection.flashdeck was taken back" in program.window._notice.text()
        assert workspace.collection.reviews.answers() == 0
        assert workspace.collection.notes.get(note_id).content.back == "ours"

    def test_without_conflicts_it_only_says_what_came(self, start, workspace, other, wait_for_care):
        program = start()
        program._merging.take_in(other)
        wait_for_care(program)
        assert program.window._notice.text() == "Merged: 1 answer added, 1 note changed."
        program._merging.take_in(other)
        wait_for_care(program)
        assert program.window._notice.text() == "Merged: there was nothing new."

    def test_choosing_nothing_does_nothing_and_what_is_no_collection_is_said(
        self, start, workspace, other, monkeypatch, tmp_path
    ):
        program = start()
        program.go_to(PageName.SETTINGS)
        monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getOpenFileName", lambda *_: ("", ""))
        program._settings_page.merge_asked.emit()
        assert not program.window._notice.isVisible()
        (tmp_path / "thesis.flashdeck").write_text("no collection")
        program._merging.take_in(tmp_path / "thesis.flashdeck")
        assert f"{tmp_path / 'thesis.flashdeck'} is not a flashdeck collection" in program.window._notice.text()
        assert workspace.collection.cards.count() == 2
