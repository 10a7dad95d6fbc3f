"""Cards in and out: imports, exports, backups and merges."""

import zipfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from flashdeck.gui.controllers.care_run import CareRun
from flashdeck.gui.program import Program
from flashdeck.gui.transfer_values import ImportedFile
from flashdeck.gui.views.check_dialog import CheckDialog
from flashdeck.gui.views.main_window import PageName
from flashdeck.gui.views.transfer_dialogs import ExportDialog, ImportDialog
from flashdeck.services import library
from flashdeck.storage.collection import Collection
from tests.pictures import course
from tests.pictures.studio import Studio, press, wait_until


def imports(studio: Studio) -> None:
    """Slides for the first time, again, in a new version, and what cannot be read."""
    with studio.program(studio.empty()) as program:
        studio.take_during("import-choose", program._import.choose)
        folder = program._workspace.collection.path.parent
        program._import.begin([course.COURSE])
        dialog = program._import._dialog
        dialog.show_progress(course.COURSE.name, 0.4)
        _take_still(studio, program, "import-progress")
        wait_until(lambda: not dialog._running)
        studio.take("import-result")
        dialog.accept()
        program._import.begin([course.COURSE])
        dialog = program._import._dialog
        wait_until(lambda: not dialog._running)
        studio.take("import-again")
        dialog.accept()
        changed = folder / course.COURSE.name
        text = course.COURSE.read_text(encoding="utf-8").replace(
            "\u2022 Snubber: an elastic", "\u2022 Snubber: a stretching"
        )
        changed.write_text(text.replace("\u2022 Anchor buoy", "\u2022 Trip line buoy"), encoding="utf-8")
        program._import.begin([changed])
        dialog = program._import._dialog
        wait_until(dialog._apply.isVisible)
        studio.take("import-difference")
        press(Qt.Key.Key_Return)
        wait_until(lambda: not dialog._running)
        studio.take("import-difference-result")
        dialog.accept()
        torn = folder / "harbours.pdf"
        torn.write_bytes(b"%PDF-1.7 torn")
        bad = folder / "phone.apkg"
        with zipfile.ZipFile(bad, "w") as package:
            package.writestr("collection.anki2", b"no database")
        for name, files in (
            ("import-failure", [torn]),
            ("import-failure-anki", [bad]),
            ("import-partly", [course.slides(folder), torn]),
        ):
            program._import.begin(files)
            dialog = program._import._dialog
            wait_until(lambda shown=dialog: not shown._running)
            studio.take(name)
            dialog.accept()


def _take_still(studio: Studio, program: object, name: str) -> None:
    """Take a picture while the program's clock for imports stands."""
    timer = program._import._timer
    was_running = timer.isActive()
    timer.stop()
    studio.take(name)
    if was_running:
        timer.start()


def from_anki(studio: Studio) -> None:
    """What an Anki package brought, with all that can be left out."""
    theme = studio.theme()
    dialog = ImportDialog(theme)
    left_out = (("sound", 3), ("picture", 1), ("occlusion", 2), ("empty", 1), ("cut", 1))
    package = ImportedFile(
        name="phone.apkg",
        new=12,
        unchanged=140,
        edited=2,
        conflicts=1,
        answers=36,
        left_out=left_out,
        deck="Coastal Skipper::Tides",
        is_from_anki=True,
    )
    dialog.show_result([package])
    studio.take_dialog("import-anki", dialog)
    dialog = ImportDialog(theme)
    dialog.show_difference(replace(package, left_out=()), undo="Ctrl+Z")
    studio.take_dialog("import-anki-difference", dialog)


def exports(studio: Studio) -> None:
    """Where the cards shall go, and what came of it."""
    with studio.program(studio.copy()) as program:
        program._export.ask()
        studio.take("export")
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        dialog._path.setText("/nowhere/flashdeck.apkg")
        dialog._export.click()
        wait_until(lambda: not dialog._problem.isHidden())
        studio.take("export-failure")
        dialog.show_writing(62)
        studio.take("export-writing")
        dialog.show_failure("")
        dialog._path.setText(str(program._workspace.collection.path.with_name("skipper.csv")))
        dialog._export.click()
        wait_until(lambda: not dialog.isVisible())
        studio.take("export-done")


def backups(studio: Studio) -> None:
    """A backup made, chosen and gone back to."""
    with studio.program(studio.copy()) as program:
        program._backups.back_up()
        wait_until(program.window._notice.isVisible)
        studio.take("backed-up")
        program._workspace.clock.instant += timedelta(hours=5)
        program._backups.back_up()
        program._backups.choose()
        studio.take("backups")
        dialog = QApplication.activeModalWidget()
        press(Qt.Key.Key_Return)
        _take_at_work(studio, program, dialog, "restoring")
        wait_until(lambda: not program._workspace.is_in_care)
        studio.take("restored")
        studio.clock.instant -= timedelta(hours=5)


def checks(studio: Studio) -> None:
    """The collection checked: sound, with faults, mended, and with a picture that is missing."""
    with studio.program(studio.copy()) as program:
        collection = program._workspace.collection
        program._backups.back_up()
        wait_until(program.window._notice.isVisible)
        dialog = _checked(studio, program, "checking")
        studio.take("checked")
        dialog.reject()
        for sql in (
            "UPDATE notes SET front = 'What does a green can buoy mark?' WHERE id = 3",
            "UPDATE cards SET ease_factor = 1.9, checksum = checksum WHERE id = (SELECT min(id) FROM cards)",
            "UPDATE decks SET name = 'Coastal skippa' WHERE id = (SELECT min(id) FROM decks)",
        ):
            collection._connection.execute(sql)
        dialog = _checked(studio, program)
        studio.take("checked-faults")
        press(Qt.Key.Key_Return)
        _take_at_work(studio, program, dialog, "mending")
        wait_until(lambda: not program._workspace.is_in_care)
        studio.take("mended")
        dialog.reject()


def _checked(studio: Studio, program: Program, name: str = "") -> CheckDialog:
    """Return the dialog once the check is at its end."""
    program.window.action("check").trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CheckDialog)
    if name:
        _take_at_work(studio, program, dialog, name)
    wait_until(lambda: not program._workspace.is_in_care)
    return dialog


def _take_at_work(studio: Studio, program: Program, dialog: QDialog, name: str) -> None:
    """Take a picture of a dialog whose work stands still meanwhile."""
    timers = [run._timer for run in program.window.findChildren(CareRun) if run.is_running]
    for timer in timers:
        timer.stop()
    dialog.show_progress(0.4)
    studio.take(name)
    for timer in timers:
        timer.start()


def _merge(studio: Studio, program: Program, theirs: Path) -> None:
    program._merging.take_in(theirs)
    wait_until(lambda: program._workspace.is_in_care)
    _take_at_work(studio, program, QApplication.activeModalWidget(), "merging")
    wait_until(lambda: not program._workspace.is_in_care)


def merges(studio: Studio) -> None:
    """Another collection taken in, with notes written anew on both sides."""
    ours, theirs = studio.copy(), studio.copy()
    for path, text in ((ours, " (from the almanac)"), (theirs, " (from the pilot book)")):
        with Collection(path) as collection:
            for card in collection.cards.all()[:2]:
                content = collection.notes.get(card.note_id).content
                library.edit_note(collection, studio.clock, card.note_id, replace(content, back=content.back + text))
    with studio.program(ours) as program:
        _merge(studio, program, theirs)
        studio.take("merged")
        program.window._notice._action.click()
        studio.take("merged-conflicts")
        program._serve("undo")
        studio.take("merge-undone")
        other = Path(theirs).with_name("thesis.flashdeck")
        other.write_text("no collection")
        program._merging.take_in(other)
        studio.take("merge-foreign")
        program.go_to(PageName.TODAY)
