"""The collection checked, mended, merged and replaced behind the window."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from flashdeck.domain.choices import Algorithm
from flashdeck.domain.quality import Quality
from flashdeck.gui.program import Program
from flashdeck.gui.views.backups_dialog import BackupsDialog
from flashdeck.gui.views.check_dialog import CheckDialog
from flashdeck.gui.views.main_window import PageName
from flashdeck.gui.views.wait_dialog import WaitDialog
from flashdeck.services import collection_file, library
from flashdeck.services.check import faults_of
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.storage.collection import Collection
from tests.conftest import basic
from tests.gui.test_backups import WAIT_MS, impatient, made_backups, open_dialog


def said(dialog) -> str:
    """All that a dialog says."""
    labels = [each.text() for each in dialog.findChildren(QLabel) if each.isVisible()]
    return "\n".join([*labels, dialog._items.toPlainText() if dialog._items.isVisible() else ""])


def ask_by_key(program: Program) -> CheckDialog:
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_M, keys)
    return open_dialog(CheckDialog)


def answer_one(workspace) -> None:
    session = StudySession(
        workspace.collection, workspace.clock, workspace.today, workspace.today.review_queue(), StudyMode.REVIEW
    )
    session.answer(Quality.GOOD)


def break_note(workspace) -> None:
    """Change a note as no part of the program does."""
    workspace.collection._connection.execute("UPDATE notes SET front = 'questiom a?' WHERE uid = 'a'")


@pytest.fixture
def program(start, store, workspace):
    """A window on two cards, of which one was answered."""
    store(basic("a"), basic("b"))
    answer_one(workspace)
    return start()


@pytest.fixture
def other(program, workspace, tmp_path) -> Path:
    """The collection of another machine with one card more."""
    path = tmp_path / "laptop" / "collection.flashdeck"
    path.parent.mkdir()
    workspace.collection.vacuum_into(path)
    with Collection(path) as theirs, theirs.atomic():
        theirs.notes.add(basic("c"), now=workspace.clock.now())
    return path


class TestCheck:
    @pytest.mark.qt_log_ignore("does not support", extend=True)  # said by the offscreen platform about every menu
    @pytest.mark.parametrize("by", ["key", "menu", "settings"])
    def test_a_sound_collection_is_told_with_its_figures(self, program, wait_for_care, by):
        if by == "key":
            ask_by_key(program)
        elif by == "menu":
            program.window.action("check").trigger()
        else:
            program._settings_page._commands["check"].click()
        shown = open_dialog(CheckDialog)
        assert shown._bar.isVisible()
        wait_for_care(program)
        assert said(shown).startswith("The collection is sound.\n2 cards and 1 answer, without a backup yet.")
        assert not shown._bar.isVisible()
        QTest.keyClick(shown.focusWidget(), Qt.Key.Key_Return)
        assert open_dialog(CheckDialog) is None

    def test_it_names_the_last_verified_backup(self, program, back_up, wait_for_care):
        back_up(program)
        shown = ask_by_key(program)
        wait_for_care(program)
        assert "with the last verified backup of 5/4/2026" in said(shown)
        shown.reject()

    def test_what_broke_is_mended_by_keyboard_alone_and_stays_in_a_copy(
        self, program, workspace, back_up, wait_for_care, collection_path
    ):
        back_up(program)
        break_note(workspace)
        shown = ask_by_key(program)
        wait_for_care(program)
        assert "The collection has 1 fault." in said(shown)
        assert "•  note 'questiom a?' is not as it was written" in said(shown)
        QTest.keyClick(shown.focusWidget(), Qt.Key.Key_Return)
        assert shown._bar.isVisible()
        wait_for_care(program)
        assert "The collection is mended." in said(shown)
        assert "•  took note 'questiom a?' from a backup" in said(shown)
        (kept,) = collection_path.with_name("collection-backups").glob("before-repair-*")
        assert str(kept) in said(shown).replace("\u200b", "")
        QTest.keyClick(shown.focusWidget(), Qt.Key.Key_Escape)
        assert faults_of(workspace.collection) == ()
        assert workspace.collection.reviews.answers() == 1
        assert workspace.holds_unsaved()
        program.window.action("check").trigger()
        shown = open_dialog(CheckDialog)
        wait_for_care(program)
        assert "The collection is sound" in said(shown)
        shown.reject()

    def test_what_no_backup_has_is_to_be_looked_at(self, program, workspace, wait_for_care):
        break_note(workspace)
        shown = ask_by_key(program)
        wait_for_care(program)
        shown._mend.click()
        wait_for_care(program)
        assert "•  Look at this: note 'questiom a?' is not as it was written, and no backup has it" in said(shown)
        shown.reject()

    def test_left_alone_nothing_changes(self, program, workspace, wait_for_care):
        break_note(workspace)
        shown = ask_by_key(program)
        wait_for_care(program)
        QTest.keyClick(shown.focusWidget(), Qt.Key.Key_Escape)
        assert faults_of(workspace.collection) != ()
        assert list(workspace.collection.path.parent.glob("*.partial*")) == []

    def test_a_damaged_file_is_put_together_anew(self, program, workspace, back_up, wait_for_care):
        back_up(program)
        workspace.collection._connection.execute("PRAGMA writable_schema = ON")
        workspace.collection._connection.execute("DELETE FROM sqlite_schema WHERE name = 'cards_by_topic'")
        shown = ask_by_key(program)
        wait_for_care(program)
        shown._mend.click()
        wait_for_care(program)
        assert "The collection was put together anew, with 2 notes and 1 answer." in said(shown)
        assert "It was begun with the backup of 5/4/2026" in said(shown)
        shown.reject()
        assert faults_of(workspace.collection) == ()

    def test_pictures_are_named_and_nothing_is_offered(self, program, store, wait_for_care):
        store(basic("p", front=f"![]({'0' * 32}.png)"))
        shown = ask_by_key(program)
        wait_for_care(program)
        assert "The collection is sound but for 1 picture." in said(shown)
        assert not shown._mend.isVisible()
        shown.reject()

    def test_given_up_it_ends_at_once_and_leaves_nothing(self, program, workspace, collection_path):
        shown = ask_by_key(program)
        QTest.keyClick(shown.focusWidget(), Qt.Key.Key_Escape)
        assert not workspace.is_in_care
        assert list(collection_path.parent.glob("*.partial*")) == []

    def test_a_child_that_is_killed_is_said(self, program, workspace, wait_for_care):
        shown = ask_by_key(program)
        workspace._work._child._child.kill()
        wait_for_care(program)
        assert "stopped by the system" in said(shown)
        shown.reject()

    def test_what_cannot_be_begun_is_said(self, program, workspace, monkeypatch):
        monkeypatch.setattr("sys.executable", "/nowhere/python")
        shown = ask_by_key(program)
        assert "could not be begun: No such file or directory" in said(shown)
        shown.reject()
        assert not workspace.collection._connection._is_held

    def test_no_backup_comes_in_between_by_itself(self, program, workspace, clock, wait_for_care):
        shown = ask_by_key(program)
        program._backups.look()
        assert program._backups._run._process is None
        wait_for_care(program)
        assert "The collection is sound" in said(shown)
        shown.reject()

    def test_closing_meanwhile_is_safe(self, program, workspace, qtbot, collection_path):
        impatient(program)
        ask_by_key(program)
        assert not program.window.close()  # there is something to back up
        qtbot.waitUntil(lambda: not program.window.isVisible(), timeout=WAIT_MS)
        program.close()
        assert len(made_backups(collection_path)) == 1
        assert list(collection_path.parent.glob("*.partial*")) == []
        with Collection(collection_path) as collection:
            assert faults_of(collection) == ()

    def test_a_collection_that_cannot_be_written_is_checked_and_not_mended(self, program, workspace, wait_for_care):
        break_note(workspace)
        workspace.collection.settle()
        workspace.collection.close()
        workspace._collection = Collection(workspace.collection.path, view_only=True)
        shown = ask_by_key(program)
        wait_for_care(program)
        assert "It cannot be written, and so cannot be mended." in said(shown)
        assert not shown._mend.isVisible()
        shown.reject()


class TestMerge:
    def test_what_is_done_meanwhile_is_not_lost(self, program, workspace, other, wait_for_backup, wait_for_care):
        program._merging.take_in(other)
        wait_for_backup(program)
        answer_one(workspace)
        wait_for_care(program)
        assert (workspace.collection.cards.count(), workspace.collection.reviews.answers()) == (3, 2)
        assert faults_of(workspace.collection) == ()
        assert workspace.holds_unsaved()

    def test_given_up_it_is_not_done(self, program, workspace, other, wait_for_backup, collection_path):
        program._merging.take_in(other)
        wait_for_backup(program)
        shown = open_dialog(WaitDialog)
        assert shown._title.text() == "Merging…"
        QTest.keyClick(shown, Qt.Key.Key_Escape)
        assert not workspace.is_in_care
        assert workspace.collection.cards.count() == 2
        assert list(collection_path.parent.glob("*.partial*")) == []

    def test_what_cannot_be_merged_is_said(self, program, workspace, other, wait_for_care):
        with closing(sqlite3.connect(other)) as broken:
            broken.execute("PRAGMA foreign_keys = OFF")
            broken.execute("UPDATE decks SET name = 'other'")
            broken.commit()
        program._merging.take_in(other)
        wait_for_care(program)
        assert "is as it was written, so nothing was merged" in program.window._notice.text()
        assert open_dialog(WaitDialog) is None
        assert workspace.collection.cards.count() == 2


class TestReschedule:
    @pytest.fixture
    def choosing(self, program, store, workspace) -> QWidget:
        """The settings over many cards, and the button of the other scheduler with the focus."""
        store(*(basic(f"n{number}") for number in range(2_000)))
        program.go_to(PageName.SETTINGS)
        other = next(made for made in program._settings_page.findChildren(QPushButton) if made.text() == "FSRS-6")
        other.setFocus()
        return other

    def test_the_window_works_on_and_the_page_stays_as_it_is(self, program, workspace, choosing, qtbot, wait_for_care):
        before = workspace.collection.cards.find(1).state
        choosing.click()
        shown = open_dialog(WaitDialog)
        assert shown._title.text() == "Scheduling every card anew…"
        assert workspace.collection.cards.find(1).state == before
        wait_for_care(program)
        assert workspace.settings.algorithm is Algorithm.FSRS6
        assert workspace.collection.cards.find(1).state != before
        assert faults_of(workspace.collection) == ()
        assert program.window.current is PageName.SETTINGS
        assert program.window.focusWidget() is choosing
        assert choosing.isChecked()
        assert open_dialog(WaitDialog) is None

    def test_given_up_the_old_settings_are_shown_again(self, program, workspace, choosing, collection_path):
        choosing.click()
        QTest.keyClick(open_dialog(WaitDialog), Qt.Key.Key_Escape)
        assert not workspace.is_in_care
        assert workspace.settings.algorithm is Algorithm.SM2
        assert not choosing.isChecked()
        assert list(collection_path.parent.glob("*.partial*")) == []


class TestRestore:
    @pytest.fixture
    def choosing(self, program, workspace, back_up) -> BackupsDialog:
        """The dialog with one backup, after which a card was suspended."""
        back_up(program)
        library.set_suspended(workspace.collection, workspace.clock, [1], suspended=True)
        program._backups.choose()
        return open_dialog(BackupsDialog)

    def test_it_can_be_given_up(self, program, workspace, choosing, collection_path):
        choosing._restore.click()
        assert choosing._bar.isVisible()
        assert not choosing._restore.isEnabled()
        QTest.keyClick(choosing.focusWidget(), Qt.Key.Key_Escape)
        assert open_dialog(BackupsDialog) is None
        assert not workspace.is_in_care
        assert workspace.collection.cards.find(1).is_suspended
        assert list(collection_path.parent.glob("*.partial*")) == []

    def test_the_window_paints_on_meanwhile(self, program, choosing, wait_for_care):
        painted: list[None] = []
        timer = QTimer(interval=0)
        timer.timeout.connect(lambda: painted.append(None))
        timer.start()
        choosing._restore.click()
        wait_for_care(program)
        assert len(painted) > 10
        assert QApplication.overrideCursor() is None

    def test_a_backup_that_is_gone_is_said_and_another_can_be_chosen(self, program, choosing, wait_for_care):
        (backup,) = made_backups(program._workspace.collection.path)
        away = backup.rename(backup.with_suffix(".away"))
        choosing._restore.click()
        wait_for_care(program)
        assert "There is no backup" in choosing._problem.text()
        away.rename(backup)
        choosing._restore.click()
        wait_for_care(program)
        assert "The backup is restored." in program.window._notice.text()

    def test_what_comes_in_the_place_of_the_collection_is_shown_once_and_its_recall_told(
        self, program, choosing, wait_for_care, qtbot
    ):
        program._today.make_ready()
        tree = program._today_page._model

        def told() -> str:
            return tree.index(0, tree.columnCount() - 1).data()

        qtbot.waitUntil(lambda: told() == "–")  # of the suspended card
        shown: list[None] = []
        tree.modelReset.connect(lambda: shown.append(None))
        choosing._restore.click()
        wait_for_care(program)
        assert len(shown) == 1
        qtbot.waitUntil(lambda: told().endswith("%"))

    def test_closing_meanwhile_leaves_the_collection(self, program, choosing, qtbot, collection_path):
        choosing._restore.click()
        assert not program.window.close()
        qtbot.waitUntil(lambda: not program.window.isVisible(), timeout=WAIT_MS)
        program.close()
        with Collection(collection_path) as collection:
            assert collection.cards.find(1).is_suspended
        assert collection_file.dated_backups(collection_path)
