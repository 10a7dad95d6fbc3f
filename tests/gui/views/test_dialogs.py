"""Import, export, editing, links and help, driven by keyboard and mouse."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from flashdeck.domain.note import NoteKind
from flashdeck.gui.card_values import NoteDraftView
from flashdeck.gui.card_view import CardView
from flashdeck.gui.shortcuts import Shortcuts
from flashdeck.gui.theme import Appearance, Theme
from flashdeck.gui.transfer_values import ExportRequest, ImportedFile
from flashdeck.gui.views.about_dialog import AboutDialog
from flashdeck.gui.views.keys_dialog import KeysDialog
from flashdeck.gui.views.link_dialog import LinkDialog
from flashdeck.gui.views.message_dialog import MessageDialog
from flashdeck.gui.views.note_editor import NoteDialog
from flashdeck.gui.views.transfer_dialogs import ExportDialog, ImportDialog
from tests.gui.views.screens import left_edge


def _open(dialog: QDialog, qtbot: QtBot) -> None:
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)


def _texts(dialog: QDialog) -> list[str]:
    return [made.text() for made in dialog.findChildren(QLabel) if made.isVisibleTo(dialog)]


def _button(dialog: QDialog, text: str) -> QPushButton:
    return next(made for made in dialog.findChildren(QPushButton) if made.text() == text)


@pytest.fixture
def importing(theme: Theme, qtbot: QtBot) -> ImportDialog:
    dialog = ImportDialog(theme)
    _open(dialog, qtbot)
    dialog.show_progress("knots\u202e.txt", 0.25)
    return dialog


def test_an_import_shows_how_far_it_is(importing: ImportDialog) -> None:
    bar = importing.findChild(QProgressBar)
    assert bar.value() / bar.maximum() == 0.25
    assert "knots‹U+202E›.txt" in [made.accessibleName() for made in importing.findChildren(QLabel)]


@pytest.mark.parametrize("by", ["mouse", "escape"])
def test_an_import_can_be_stopped(importing: ImportDialog, qtbot: QtBot, by: str) -> None:
    with qtbot.waitSignal(importing.cancel_asked):
        if by == "mouse":
            qtbot.mouseClick(_button(importing, "Cancel"), Qt.MouseButton.LeftButton)
        else:
            qtbot.keyClick(importing, Qt.Key.Key_Escape)
    assert "Stopping…" in _texts(importing)
    assert not _button(importing, "Cancel").isEnabled()


def test_the_result_is_counted(importing: ImportDialog, qtbot: QtBot) -> None:
    importing.show_result([ImportedFile(name="knots.txt", new=12, unchanged=3, rejected=5, deck="Sailing")])
    texts = _texts(importing)
    assert "12 new cards" in texts
    for words in ("already there, unchanged", "candidates not good enough"):
        assert words in texts
    assert "moved to another slide" not in texts
    assert not importing.findChild(QProgressBar).isVisible()
    with qtbot.waitSignal(importing.show_cards_asked):
        qtbot.mouseClick(_button(importing, "Show the cards"), Qt.MouseButton.LeftButton)
    assert not importing.isVisible()


def test_what_came_from_anki_is_counted_and_what_did_not_is_said(importing: ImportDialog) -> None:
    left_out = (("cut", 1), ("sound", 3))
    importing.show_result(
        [ImportedFile(name="a.apkg", new=0, unchanged=9, answers=1200, left_out=left_out, is_from_anki=True)]
    )
    texts = _texts(importing)
    assert "1,200 answers from Anki" in texts
    assert "answers given in Anki" in texts
    assert "left out: sounds" in texts
    assert "left out: pictures, missing or of another kind" not in texts
    assert not _button(importing, "Show the cards").isVisible()


@pytest.mark.parametrize("is_from_anki", [False, True])
def test_what_an_import_will_do_is_told_apart_from_what_it_did(importing: ImportDialog, is_from_anki: bool) -> None:
    imported = ImportedFile(
        name="a.txt", new=1, unchanged=2, edited=3, conflicts=4, removed=5, is_from_anki=is_from_anki
    )
    where = "rewritten in Anki" if is_from_anki else "changed in the slides"
    importing.show_difference(imported, undo="Ctrl+Z")
    before = _texts(importing)
    assert {"new, will be added", f"{where}, will be updated"} <= set(before)
    assert {"both texts will be kept", "will be suspended, not deleted"} <= {text.split(", ", 1)[-1] for text in before}
    assert any(text.startswith("Nothing is changed yet.") for text in before)
    _button(importing, "Apply").click()
    importing.show_result([imported])
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    after = _texts(importing)
    assert {"new", f"{where}, updated"} <= set(after)
    assert not any("will" in text or "yet" in text for text in after)


def test_after_the_result_escape_closes(importing: ImportDialog, qtbot: QtBot) -> None:
    importing.show_result([ImportedFile(name="knots.txt", new=0, unchanged=3)])
    assert not _button(importing, "Show the cards").isVisible()
    with qtbot.assertNotEmitted(importing.cancel_asked):
        qtbot.keyClick(importing, Qt.Key.Key_Escape)
    assert not importing.isVisible()


def test_a_failure_is_told_in_words(importing: ImportDialog) -> None:
    importing.show_failure("<b>knots.pdf</b> holds no text.")
    shown = next(made for made in importing.findChildren(QLabel) if "holds no text" in made.text())
    assert shown.textFormat() == Qt.TextFormat.PlainText
    assert "Nothing was imported" in _texts(importing)


@pytest.fixture
def exporting(theme: Theme, qtbot: QtBot, tmp_path: Path) -> ExportDialog:
    dialog = ExportDialog(theme, [("deck:1", "Sailing::Knots")], tmp_path)
    _open(dialog, qtbot)
    return dialog


def test_an_export_asks_for_what_was_chosen(exporting: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    exporting.findChild(QComboBox).setCurrentIndex(1)
    assert exporting.findChild(QComboBox).currentText() == "Sailing › Knots"
    exporting.findChild(QCheckBox).setChecked(True)
    with qtbot.waitSignal(exporting.export_asked) as caught:
        qtbot.mouseClick(_button(exporting, "Export"), Qt.MouseButton.LeftButton)
    path = str(tmp_path / "flashdeck.apkg")
    assert caught.args == [ExportRequest(path=path, format="apkg", deck_key="deck:1", with_progress=True)]
    assert exporting.isVisible()


def test_the_fields_and_the_check_box_of_an_export_begin_in_one_line(exporting: ExportDialog) -> None:
    _button(exporting, "Export").setFocus()
    fields = [exporting.findChild(kind) for kind in (QComboBox, QLineEdit, QCheckBox)]
    assert len({left_edge(exporting, field) for field in fields}) == 1


def test_the_format_changes_the_file_and_what_it_can_hold(exporting: ExportDialog, qtbot: QtBot) -> None:
    exporting.findChild(QCheckBox).setChecked(True)
    qtbot.mouseClick(_button(exporting, "CSV"), Qt.MouseButton.LeftButton)
    assert exporting.findChild(QLineEdit).text().endswith("flashdeck.csv")
    assert not exporting.findChild(QCheckBox).isEnabled()
    with qtbot.waitSignal(exporting.export_asked) as caught:
        qtbot.mouseClick(_button(exporting, "Export"), Qt.MouseButton.LeftButton)
    assert not caught.args[0].with_progress


def test_a_failed_export_is_explained_beside_the_file(exporting: ExportDialog) -> None:
    exporting.show_failure("The folder is not writable. Choose another place.")
    assert "The folder is not writable. Choose another place." in _texts(exporting)
    exporting.findChild(QLineEdit).setText("/tmp/other.apkg")
    assert "The folder is not writable. Choose another place." not in _texts(exporting)
    exporting.findChild(QLineEdit).setText("  ")
    assert not _button(exporting, "Export").isEnabled()


def test_the_next_attempt_takes_the_failure_back(exporting: ExportDialog) -> None:
    exporting.show_failure("The folder is not writable.")
    exporting.show_writing(3)
    assert "The folder is not writable." not in _texts(exporting)
    assert not exporting.findChild(QCheckBox).isEnabled()


def test_editing_during_a_review(theme: Theme, qtbot: QtBot, draft: NoteDraftView) -> None:
    dialog = NoteDialog(theme, draft)
    _open(dialog, qtbot)
    front, back = dialog.findChildren(QPlainTextEdit)
    back.setPlainText("Another back")
    with qtbot.waitSignal(dialog.editor.saved) as caught:
        qtbot.keyClick(back, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (caught.args[0].back, caught.args[0].front) == ("Another back", front.toPlainText())
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_escape_leaves_the_card_as_it_was(theme: Theme, qtbot: QtBot, draft: NoteDraftView) -> None:
    dialog = NoteDialog(theme, draft)
    _open(dialog, qtbot)
    with qtbot.assertNotEmitted(dialog.editor.saved):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_escape_asks_before_what_was_written_is_lost(theme: Theme, qtbot: QtBot, draft: NoteDraftView) -> None:
    dialog = NoteDialog(theme, draft)
    _open(dialog, qtbot)
    back = dialog.findChildren(QPlainTextEdit)[1]
    back.setPlainText("Another back")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    question = dialog.findChild(MessageDialog)
    qtbot.keyClick(question.focusWidget(), Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert back.toPlainText() == "Another back"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    again = dialog.findChildren(MessageDialog)[-1]
    qtbot.mouseClick(_button(again, "Leave"), Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_the_editor_says_why_the_card_may_be_forgotten_and_has_one_main_action(
    theme: Theme, qtbot: QtBot, draft: NoteDraftView
) -> None:
    dialog = NoteDialog(theme, draft, reasons=("The answer is very long.", "It asks two things."))
    _open(dialog, qtbot)
    assert "The answer is very long. It asks two things." in _texts(dialog)
    primary = [made for made in dialog.findChildren(QPushButton) if made.property("role") == "primary"]
    assert [made.text() for made in primary] == ["Save"]
    assert _button(dialog, "Cancel").isVisible()


@pytest.mark.parametrize(
    ("imported", "title"),
    [
        ({"new": 1, "unchanged": 4}, "1 new card"),
        ({"new": 0, "unchanged": 4, "answers": 2}, "2 answers from Anki"),
        ({"new": 0, "unchanged": 4, "edited": 1, "removed": 2}, "3 cards brought up to date"),
        ({"new": 0, "unchanged": 4}, "Nothing new: the cards are there already"),
    ],
)
def test_the_title_of_an_import_says_what_it_came_to(theme: Theme, qtbot: QtBot, imported: dict, title: str) -> None:
    dialog = ImportDialog(theme)
    dialog.show_result([ImportedFile(name="a.txt", **imported)])
    _open(dialog, qtbot)
    assert _texts(dialog)[0] == title


def test_a_failure_after_a_result_has_room(theme: Theme, qtbot: QtBot) -> None:
    dialog = ImportDialog(theme)
    _open(dialog, qtbot)
    dialog.show_progress("harbours.pdf", 0.5)
    qtbot.wait(0)
    dialog.show_result([ImportedFile(name="harbour_signals.pdf", new=5, unchanged=0, deck="harbour_signals")])
    dialog.show_failure("harbours.pdf is damaged or only a part of a PDF; export or download it again.")
    QApplication.sendPostedEvents()
    cut = [
        made.text()
        for made in dialog.findChildren(QLabel)
        if made.isVisible()
        and made.height() < (made.heightForWidth(made.width()) if made.wordWrap() else made.sizeHint().height())
    ]
    assert cut == []


def test_an_endless_address_makes_the_question_no_wider(theme: Theme, qtbot: QtBot) -> None:
    dialog = LinkDialog(theme, "https://example.org/" + "a" * 5_000)
    _open(dialog, qtbot)
    assert dialog.width() < 2 * dialog.minimumWidth()
    assert dialog.height() < 700


def test_a_gap_is_shown_as_a_blank(theme: Theme, qtbot: QtBot) -> None:
    draft = NoteDraftView(uid="n", kind=NoteKind.CLOZE, front="A bowline makes a {{c1::fixed}} loop", back="")
    dialog = NoteDialog(theme, draft)
    _open(dialog, qtbot)
    text = dialog.findChild(CardView).toPlainText()
    assert "A bowline makes a [...] loop" in text
    assert "fixed" in text
    dialog.findChild(QPlainTextEdit).setPlainText("No gap left")
    with qtbot.assertNotEmitted(dialog.editor.saved):
        dialog.editor.save()
    assert any("no gap" in shown for shown in _texts(dialog))


def test_reverting_brings_the_note_back(theme: Theme, qtbot: QtBot, draft: NoteDraftView) -> None:
    dialog = NoteDialog(theme, draft)
    _open(dialog, qtbot)
    dialog.findChild(QPlainTextEdit).setPlainText("changed")
    assert dialog.editor.is_dirty()
    qtbot.mouseClick(_button(dialog, "Revert"), Qt.MouseButton.LeftButton)
    assert not dialog.editor.is_dirty()


def test_a_link_is_asked_about_by_its_true_host(theme: Theme, qtbot: QtBot) -> None:
    dialog = LinkDialog(theme, "https://аpple.com/path")  # the first letter is Cyrillic
    _open(dialog, qtbot)
    assert any("xn--" in text for text in _texts(dialog))
    assert dialog.focusWidget() is _button(dialog, "Stay here")


def test_about_names_version_and_collection(theme: Theme, qtbot: QtBot) -> None:
    dialog = AboutDialog(theme, "1.2.3", "/data/cards")
    _open(dialog, qtbot)
    assert "flashdeck 1.2.3" in _texts(dialog)
    assert "/data/cards" in _texts(dialog)


@pytest.mark.parametrize(
    "make", [lambda theme: AboutDialog(theme, "1", "/x"), lambda theme: LinkDialog(theme, "https://a.b")]
)
def test_escape_closes(theme: Theme, qtbot: QtBot, make: Callable[[Theme], QDialog]) -> None:
    dialog = make(theme)
    _open(dialog, qtbot)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


_DRAFT = NoteDraftView(uid="n", kind=NoteKind.BASIC, front="What is a bowline?", back="A fixed loop")


@pytest.mark.parametrize(
    "made",
    [lambda theme: NoteDialog(theme, _DRAFT), lambda theme: KeysDialog(theme, Shortcuts())],
    ids=["note", "keys"],
)
def test_a_dialog_in_large_text_is_no_larger_than_the_screen(
    theme: Theme, qtbot: QtBot, made: Callable[[Theme], QDialog]
) -> None:
    theme.apply(Appearance.LIGHT, 200)
    dialog = made(theme)
    _open(dialog, qtbot)
    room = dialog.screen().availableGeometry()
    assert dialog.width() < room.width()
    assert dialog.height() < room.height()
