"""Backups while the window is in use, what waits for them, and what is said when there is none."""

import errno
import os
import shutil
import sqlite3
import threading
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QThreadPool, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from flashdeck.domain.quality import Quality
from flashdeck.domain.scope import EVERYTHING
from flashdeck.gui.controllers.backup_run import FAILED
from flashdeck.gui.program import Program
from flashdeck.gui.views.backups_dialog import BackupsDialog
from flashdeck.gui.views.main_window import PageName
from flashdeck.gui.views.message_dialog import MessageDialog
from flashdeck.gui.views.transfer_dialogs import ImportDialog
from flashdeck.gui.views.wait_dialog import WaitDialog
from flashdeck.gui.workspace import Workspace
from flashdeck.services import collection_file, library
from flashdeck.services.check import faults_of
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.storage import backups
from flashdeck.storage.backups_folder import STAMP, backups_folder_of
from flashdeck.storage.collection import Collection
from flashdeck.storage.verification import verify
from tests.conftest import basic
from tests.faulty_disk import as_nobody, failing_disk, open_to_all
from tests.gui.test_program import COURSE

WAIT_MS = 60_000


def made_backups(path: Path) -> list[Path]:
    return [backup for backup, _ in backups.dated(backups_folder_of(path))]


def open_dialog(kind):
    return next((each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()), None)


def impatient(program: Program) -> None:
    """Show the dialog at once, as for a large collection."""
    program._backups._run._patience.setInterval(0)


def press_button(dialog, text: str) -> None:
    next(made for made in dialog.findChildren(QPushButton) if made.text() == text).click()


@pytest.fixture
def kept(start, store, workspace, clock, back_up):
    """A window on a collection with a backup and, half an hour later, something that is not in it."""
    store(basic("a"), basic("b"))
    program = start()
    back_up(program)
    clock.instant += timedelta(minutes=31)
    library.set_suspended(workspace.collection, clock, [2], suspended=True)
    return program


class Bell(QObject):
    """Rung on other threads, heard in the window's."""

    rung = Signal()


class Student(QObject):
    """Answers a card whenever the bell rings."""

    def __init__(self, workspace: Workspace, clock) -> None:
        super().__init__()
        self._workspace = workspace
        self._clock = clock
        self.acknowledged: list[str] = []
        self.threads: set[int] = set()

    def answer(self) -> None:
        self.threads.add(threading.get_ident())
        self._clock.instant += timedelta(seconds=1)
        workspace = self._workspace
        queue = workspace.today.cram_queue(EVERYTHING)
        session = StudySession(workspace.collection, self._clock, workspace.today, queue, StudyMode.CRAM)
        self.acknowledged.append(session.answer(Quality.GOOD).uid)


def test_a_thousand_signals_of_other_threads_while_backups_are_made_lose_no_answer(
    start, store, workspace, clock, qtbot
):
    store(basic("a"), basic("b"))
    program = start()
    run = program._backups._run
    student, bell = Student(workspace, clock), Bell()
    bell.rung.connect(student.answer)
    begun: list[int] = []
    made: dict[Path, int] = {}

    def begin() -> None:
        clock.instant += timedelta(seconds=1)
        begun.append(len(student.acknowledged))
        run.begin()

    def go_on() -> None:
        made[run.last] = begun[-1]
        begin()

    run.made.connect(go_on)
    begin()
    for _ in range(4):
        QThreadPool.globalInstance().start(lambda: [bell.rung.emit() for _ in range(250)])
    qtbot.waitUntil(lambda: len(student.acknowledged) == 1000 and len(made) > 1, timeout=300_000)
    run.stop()
    QThreadPool.globalInstance().waitForDone()
    assert student.threads == {threading.get_ident()}
    log = [entry.uid for entries in workspace.collection.reviews.by_card().values() for entry in entries]
    assert sorted(log) == sorted(student.acknowledged)
    assert faults_of(workspace.collection) == ()
    for path, answered in made.items():
        verify(path)
        with Collection(path) as backup:
            assert backup.reviews.answers() == answered
    assert list(backups_folder_of(workspace.collection.path).glob("*.partial")) == []


class TestByItself:
    def test_a_backup_is_made_behind_what_is_done_and_holds_what_was_there_when_it_began(
        self, kept, workspace, clock, collection_path, wait_for_backup
    ):
        kept._backups._timer.timeout.emit()
        library.set_suspended(workspace.collection, clock, [2], suspended=False)
        assert len(made_backups(collection_path)) == 1  # it is still being made
        wait_for_backup(kept)
        newest, _ = made_backups(collection_path)
        with Collection(newest) as backup:
            assert backup.cards.find(2).is_suspended
        assert workspace.collection.has_changed
        assert kept._backups.age == "Backed up just now"
        kept._backups._timer.timeout.emit()
        assert kept._backups._run._process is None  # not before half an hour has passed

    def test_the_end_of_a_sitting_is_a_time_for_it(self, kept, collection_path, wait_for_backup):
        kept._study.finished.emit()
        wait_for_backup(kept)
        assert len(made_backups(collection_path)) == 2

    def test_another_collection_or_a_backup_in_its_place_stops_it(
        self, kept, workspace, tmp_path, collection_path, wait_for_care, qtbot
    ):
        other = tmp_path / "other.flashdeck"
        Collection(other).close()
        kept._backups.look()
        (backup,) = made_backups(collection_path)
        kept._backups.choose()
        kept._backups._restore(open_dialog(BackupsDialog), backup)
        wait_for_care(kept)
        kept._backups.look()
        workspace.switch_to(other)
        assert list(backups_folder_of(collection_path).glob("*.partial")) == []
        qtbot.waitUntil(lambda: kept._backups._run._process is None)

    def test_a_child_that_is_killed_is_said(self, kept, wait_for_backup, collection_path):
        kept._backups.look()
        kept._backups._run._process._child._child.kill()
        wait_for_backup(kept)
        assert "was stopped by the system" in kept.window._notice.text()
        assert len(list(backups_folder_of(collection_path).iterdir())) == 1

    def test_pictures_that_nothing_shows_any_more_go_with_it(self, kept, wait_for_backup, collection_path, clock):
        folder = collection_file.media_folder_of(collection_path)
        folder.mkdir()
        left = folder / f"{'0' * 32}.png"
        left.touch()
        long_ago = (clock.now() - timedelta(days=8)).timestamp()
        os.utime(left, (long_ago, long_ago))
        kept._backups.look()
        wait_for_backup(kept)
        assert not left.exists()


class TestFirst:
    """What waits for a backup."""

    @pytest.fixture
    def agreeing(self, monkeypatch):
        """Let the question whether cards are to be deleted be answered with yes."""
        monkeypatch.setattr(MessageDialog, "exec", lambda _dialog: 1)

    def delete(self, program: Program) -> None:
        program.go_to(PageName.LIBRARY)
        program._library_page.action_asked.emit("delete", ["a-0"])

    def test_a_deletion_waits_and_shows_how_far_it_is(
        self, kept, agreeing, workspace, collection_path, wait_for_backup, qtbot
    ):
        impatient(kept)
        self.delete(kept)
        qtbot.waitUntil(lambda: open_dialog(WaitDialog) is not None)
        assert open_dialog(WaitDialog)._title.text() == "Backing up before deleting…"
        assert workspace.collection.cards.count() == 2
        self.delete(kept)  # asked for once more, it is done once
        wait_for_backup(kept)
        assert open_dialog(WaitDialog) is None
        assert workspace.collection.cards.count() == 1
        newest, _ = made_backups(collection_path)
        with Collection(newest) as backup:
            assert backup.cards.count() == 2

    def test_given_up_it_is_not_done(self, kept, agreeing, workspace, qtbot, collection_path):
        impatient(kept)
        self.delete(kept)
        qtbot.waitUntil(lambda: open_dialog(WaitDialog) is not None)
        QTest.keyClick(open_dialog(WaitDialog), Qt.Key.Key_Escape)
        assert open_dialog(WaitDialog) is None
        assert kept._backups._run._process is None
        assert workspace.collection.cards.count() == 2
        assert list(backups_folder_of(collection_path).glob("*.partial")) == []

    def test_without_a_backup_it_is_not_done(self, kept, agreeing, workspace, collection_path):
        shutil.rmtree(backups_folder_of(collection_path))
        backups_folder_of(collection_path).touch()
        self.delete(kept)
        assert "could not be written" in kept.window._notice.text()
        assert workspace.collection.cards.count() == 2

    def test_what_is_done_meanwhile_is_in_the_backup_too(
        self, kept, agreeing, workspace, clock, collection_path, wait_for_backup
    ):
        self.delete(kept)
        clock.instant += timedelta(seconds=5)
        library.set_suspended(workspace.collection, clock, [1], suspended=True)
        wait_for_backup(kept)
        assert workspace.collection.cards.count() == 1
        newest, *_ = made_backups(collection_path)
        with Collection(newest) as backup:
            assert backup.cards.find(1).is_suspended

    def test_an_import_shows_it_in_its_own_dialog_and_can_be_given_up(self, kept, workspace, qtbot, collection_path):
        kept._import.begin([COURSE])
        shown = open_dialog(ImportDialog)
        qtbot.waitUntil(lambda: shown._title.text() == "Backing up before the import…", timeout=WAIT_MS)
        QTest.keyClick(shown, Qt.Key.Key_Escape)
        assert kept._backups._run._waiting is None
        assert workspace.collection.cards.count() == 2
        kept._import.begin([COURSE])
        shown = open_dialog(ImportDialog)
        qtbot.waitUntil(lambda: not shown._running, timeout=WAIT_MS)
        shown.accept()
        assert workspace.collection.cards.count() > 40
        assert open_dialog(WaitDialog) is None

    def test_an_import_without_a_backup_stores_nothing_and_says_why(self, kept, workspace, qtbot, collection_path):
        shutil.rmtree(backups_folder_of(collection_path))
        backups_folder_of(collection_path).touch()
        kept._import.begin([COURSE])
        shown = open_dialog(ImportDialog)
        qtbot.waitUntil(lambda: not shown._running, timeout=WAIT_MS)
        assert shown._title.text() == "Nothing was imported"
        assert workspace.collection.cards.count() == 2
        shown.accept()


class TestClosing:
    def test_waits_for_the_backup_and_says_so(self, kept, workspace, qtbot, collection_path):
        impatient(kept)
        assert not kept.window.close()
        qtbot.waitUntil(lambda: open_dialog(WaitDialog) is not None)
        assert open_dialog(WaitDialog)._title.text() == "Backing up before closing…"
        assert kept.window.isVisible()
        assert not kept.window.close()  # asked once more, it goes on waiting
        qtbot.waitUntil(lambda: not kept.window.isVisible(), timeout=WAIT_MS)
        assert not workspace.collection.has_changed
        kept.close()
        assert len(made_backups(collection_path)) == 2

    def test_with_nothing_to_back_up_closes_at_once(self, start, store, back_up):
        store(basic("a"))
        program = start()
        back_up(program)
        assert program.window.close()

    def test_can_be_given_up(self, kept, qtbot, collection_path):
        impatient(kept)
        kept.window.close()
        qtbot.waitUntil(lambda: open_dialog(WaitDialog) is not None)
        press_button(open_dialog(WaitDialog), "Keep open")
        assert kept.window.isVisible()
        assert len(list(backups_folder_of(collection_path).iterdir())) == 1

    def test_need_not_wait(self, kept, qtbot, collection_path):
        impatient(kept)
        kept.window.close()
        qtbot.waitUntil(lambda: open_dialog(WaitDialog) is not None)
        press_button(open_dialog(WaitDialog), "Close without it")
        assert not kept.window.isVisible()
        kept.close()
        assert len(list(backups_folder_of(collection_path).iterdir())) == 1

    def test_without_a_backup_asks_whether_to_close(self, kept, qtbot, collection_path):
        shutil.rmtree(backups_folder_of(collection_path))
        backups_folder_of(collection_path).touch()
        kept.window.close()
        shown = open_dialog(WaitDialog)
        assert "could not be written" in shown._problem.text()
        assert kept.window.isVisible()
        assert kept.window.remembered(FAILED)
        press_button(shown, "Close without it")
        assert not kept.window.isVisible()


class Fault:
    """Ways in which a backup fails; each returns what is said of it."""

    def __init__(self, program: Program, workspace: Workspace, monkeypatch, tmp_path: Path) -> None:
        self.program = program
        self.path = workspace.collection.path
        self.folder = backups_folder_of(self.path)
        self._monkeypatch = monkeypatch
        self._tmp_path = tmp_path

    def _fail(self, calls: str, error: int) -> None:
        for name, value in (
            ("LD_PRELOAD", str(failing_disk(self._tmp_path))),
            ("FAIL_CALLS", calls),
            ("FAIL_ERROR", str(error)),
            ("FAIL_UNDER", f"{self.folder}/"),
        ):
            self._monkeypatch.setenv(name, value)
        self.program._backups.look()

    def full_disk(self) -> str:
        self._fail("write", errno.ENOSPC)
        return "could not be written: No space left on device"

    def failing_write(self) -> str:
        self._fail("write", errno.EIO)
        return "could not be written: Input/output error"

    def failing_fsync(self) -> str:
        self._fail("fsync", errno.EIO)
        return "could not be written: Input/output error"

    def closed_folder(self) -> str:
        self.folder.chmod(0o555)
        with as_nobody():
            self.program._backups.look()
        return "could not be written: Permission denied"

    def name_taken(self) -> str:
        stamp = self.program._workspace.clock.now().strftime(STAMP)
        (self.folder / f"{stamp}.flashdeck" / "in the way").mkdir(parents=True)
        self.program._backups.look()
        return "could not be written: Is a directory"

    def folder_gone(self) -> str:
        self.program._backups.look()
        self.folder.rename(self._tmp_path / "elsewhere")
        return "could not be written: No such file or directory"


class TestFaults:
    @pytest.fixture
    def collection_path(self):
        with open_to_all() as folder:
            yield folder / "collection.flashdeck"

    @pytest.mark.parametrize(
        "fault",
        [
            Fault.full_disk,
            Fault.failing_write,
            Fault.failing_fsync,
            Fault.closed_folder,
            Fault.name_taken,
            Fault.folder_gone,
        ],
    )
    def test_a_backup_that_fails_is_said_and_leaves_all_as_it_was(
        self, kept, workspace, monkeypatch, tmp_path, wait_for_backup, fault, collection_path
    ):
        (old,) = made_backups(collection_path)
        before = old.read_bytes()
        said = fault(Fault(kept, workspace, monkeypatch, tmp_path))
        wait_for_backup(kept)
        assert said in kept.window._notice.text()
        assert kept.window._notice.isVisible()
        assert kept.window.remembered(FAILED)
        folder = next(each for each in (old.parent, tmp_path / "elsewhere") if each.exists())
        folder.chmod(0o755)
        assert (folder / old.name).read_bytes() == before
        assert [path for path in folder.iterdir() if path.is_file() and path.name != old.name] == []
        assert workspace.collection.has_changed  # and so the next one will be tried
        assert not workspace.collection._connection._is_held

    def test_a_fault_of_the_collection_is_said_and_no_older_backup_goes(
        self, kept, workspace, wait_for_backup, collection_path, clock
    ):
        workspace.collection.close()
        with closing(sqlite3.connect(collection_path)) as connection:
            connection.execute("UPDATE notes SET back = 'rotten' WHERE uid = 'a'")
            connection.commit()
        workspace._collection = Collection(collection_path)
        clock.instant += timedelta(days=900)
        library.set_suspended(workspace.collection, clock, [2], suspended=False)
        kept._backups.look()
        wait_for_backup(kept)
        assert "is written, but the collection has faults" in kept.window._notice.text()
        assert "note 'question a?' is not as it was written" in kept.window._notice.text()
        assert len(made_backups(collection_path)) == 2

    def test_a_failure_is_said_again_at_the_next_start_until_there_is_a_backup(
        self, kept, workspace, start, wait_for_backup, collection_path
    ):
        folder = backups_folder_of(collection_path)
        folder.rename(folder.with_name("aside"))
        folder.touch()
        kept._backups.look()
        assert "could not be written" in kept.window._notice.text()
        again = start()
        again.make_ready()
        assert "could not be written" in again.window._notice.text()
        folder.unlink()
        again.make_ready()
        wait_for_backup(again)
        assert len(made_backups(collection_path)) == 1
        assert not again.window.remembered(FAILED)
