"""A dialog that is left by Esc gives the focus back to where it was, on every page of the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QTableView, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from flashdeck.gui.card_view import CardView
from flashdeck.gui.program import Program
from flashdeck.gui.views.main_window import PageName
from tests.conftest import basic

_DIALOGS = ("help", "keys", "about", "export", "restore")
_PLACES = {
    PageName.TODAY: QTreeView,
    PageName.LIBRARY: QTableView,
    PageName.CRAM: QTreeView,
    PageName.SETTINGS: QAbstractSpinBox,
}


def _open_and_leave(program: Program, dialog: str, qtbot: QtBot) -> None:
    program.window.action(dialog).trigger()
    shown = QApplication.activeModalWidget()
    assert shown is not None, dialog
    _activate(shown, qtbot)
    QTest.keyClick(shown.focusWidget(), Qt.Key.Key_Escape)
    assert not shown.isVisible(), dialog
    _activate(program.window, qtbot)


def _activate(window: QWidget, qtbot: QtBot) -> None:
    """Do what every desktop does in front of and behind a dialog."""
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)


@pytest.mark.parametrize(("page", "kind"), _PLACES.items(), ids=_PLACES)
def test_the_focus_is_where_it_was_on_a_page(start, store, qtbot, page, kind):
    store(basic("a"), basic("b"))
    program = start()
    program.go_to(page)
    (place, *_) = [made for made in program.window._stack.currentWidget().findChildren(kind) if made.isVisible()]
    place.setFocus()
    for dialog in _DIALOGS:
        _open_and_leave(program, dialog, qtbot)
        assert program.window.focusWidget() is place, dialog


def test_the_focus_is_on_the_card_again_and_its_answer_still_shown(start, store, qtbot):
    store(basic("a"), basic("b"))
    program = start()
    QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_Return)
    card = program.window.focusWidget()
    assert isinstance(card, CardView)
    QTest.keyClick(card, Qt.Key.Key_Space)
    for dialog in _DIALOGS:
        _open_and_leave(program, dialog, qtbot)
        assert (program.window.focusWidget(), program._review_page.answer_shown) == (card, True), dialog
    QTest.keyClick(card, Qt.Key.Key_E)
    editor = QApplication.activeModalWidget()
    _activate(editor, qtbot)
    QTest.keyClick(editor.focusWidget(), Qt.Key.Key_Escape)
    _activate(program.window, qtbot)
    assert isinstance(program.window.focusWidget(), CardView)


def test_no_two_menus_have_the_same_letter_and_no_two_lines_the_same_key(start, store):
    store(basic("a"))
    program = start()
    titles = [each.text() for each in program.window.menuBar().actions()]
    letters = [title[title.index("&") + 1].upper() for title in titles]
    assert len(set(letters)) == len(titles)
    lines = [line for each in program.window.menuBar().actions() for line in each.menu().actions()]
    keys = [line.shortcut().toString() for line in lines if not line.shortcut().isEmpty()]
    assert len(set(keys)) == len(keys)
