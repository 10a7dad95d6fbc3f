"""Every screen and dialog by keyboard alone: Tab reaches all, Return presses what is meant, Esc leads out."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from flashdeck.gui.theme import Theme
from flashdeck.gui.views.page import Page
from tests.gui.views.screens import SCREENS

_CONTROLS = (
    *(QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit),
)
_MOST_STOPS = 150


def _shown(name: str, theme: Theme, qtbot: QtBot) -> QWidget:
    """Show a screen as the user meets it, with the focus where work starts."""
    screen = SCREENS[name](theme)
    screen.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(screen)
    if isinstance(screen, Page):
        screen.resize(1000, 700)
    screen.show()
    screen.activateWindow()
    with qtbot.waitActive(screen):
        pass
    if isinstance(screen, Page):
        screen.focus_first()
    return screen


def _is_inside(widget: QWidget) -> bool:
    """Whether a widget is a part of a control, which has the focus as a whole."""
    parent = widget.parent()
    return isinstance(parent, _CONTROLS) or "QComboBox" in type(parent).__name__ or widget.inherits("QComboBoxListView")


def _controls(screen: QWidget) -> list[QWidget]:
    """Return what can be used now; of buttons of which one is down, that one: arrow keys lead to the others."""
    return [
        made
        for made in screen.findChildren(QWidget)
        if isinstance(made, _CONTROLS)
        and not isinstance(made, QScrollBar)
        and made.isVisible()
        and made.isEnabled()
        and not _is_inside(made)
        and not (isinstance(made, QAbstractButton) and _is_one_of_many(made) and not made.isChecked())
    ]


def _is_one_of_many(made: QAbstractButton) -> bool:
    group = made.group()
    return group is not None and group.exclusive()


def _stops(screen: QWidget, key: Qt.Key, qtbot: QtBot) -> list[QWidget]:
    """Press a key until the focus comes round, and return where it was."""
    found: list[QWidget] = []
    while len(found) < _MOST_STOPS:
        focus = screen.focusWidget()
        assert focus is not None
        if focus in found:
            return found
        found.append(focus)
        qtbot.keyClick(focus, key)
    raise AssertionError("the focus never comes round")


def _tabbed(stops: list[QWidget]) -> list[int]:
    """Leave out what has the focus at first only."""
    return [id(made) for made in stops if made.focusPolicy() & Qt.FocusPolicy.TabFocus]


@pytest.mark.parametrize("name", SCREENS)
def test_tab_comes_to_every_control_and_round_in_both_directions(name: str, theme: Theme, qtbot: QtBot) -> None:
    screen = _shown(name, theme, qtbot)
    wanted = {made.accessibleName() for made in _controls(screen)}
    forth = _stops(screen, Qt.Key.Key_Tab, qtbot)
    assert wanted <= {made.accessibleName() for made in forth}
    back = _stops(screen, Qt.Key.Key_Backtab, qtbot)
    assert set(_tabbed(back)) == set(_tabbed(forth))


_RETURN = {
    "import": "Done",
    "from anki": "Done",
    "difference": "Apply",
    "reading": "Cancel",
    "export": "Export",
    "backups": "Restore",
    "no backups": "Close",
    "backing up": "⟦Out⟧",
    "link": "Stay here",
    "about": "Close",
    "help": "Close",
    "damaged": "Put it together",
    "gone": "Bring it back",
    "rescued": "Open it",
    "refused": "Quit",
    "crash": "Go on",
    "deleting": "⟦Out⟧",
}
"""What Return presses in a dialog that was just opened."""


@pytest.mark.parametrize(("name", "text"), _RETURN.items(), ids=_RETURN)
def test_return_presses_the_button_that_is_meant(name: str, text: str, theme: Theme, qtbot: QtBot) -> None:
    dialog = _shown(name, theme, qtbot)
    pressed: list[str] = []
    for made in dialog.findChildren(QPushButton):
        made.blockSignals(True)  # none shall do anything but tell
    (wanted,) = [made for made in dialog.findChildren(QPushButton) if made.text() == text and made.isVisible()]
    wanted.blockSignals(False)
    wanted.clicked.disconnect()
    wanted.clicked.connect(lambda: pressed.append(text))
    focus = dialog.focusWidget()
    assert focus is not None
    if name == "backups":
        dialog.restore_asked.connect(lambda _path: pressed.append(text))  # the list itself restores
    qtbot.keyClick(focus, Qt.Key.Key_Return)
    assert pressed == [text]


@pytest.mark.parametrize("name", [name for name in SCREENS if name not in {"reading", "difference"}])
def test_escape_leads_out_of_every_dialog(name: str, theme: Theme, qtbot: QtBot) -> None:
    """While something is imported it stops that first, which other tests ask for."""
    screen = _shown(name, theme, qtbot)
    if not isinstance(screen, QDialog):
        return
    for stop in _stops(screen, Qt.Key.Key_Tab, qtbot):
        stop.setFocus()
        qtbot.keyClick(stop, Qt.Key.Key_Escape)
        assert not screen.isVisible(), f"from {stop.accessibleName()}"
        screen.show()


def test_no_two_letters_with_alt_are_the_same(theme: Theme, qtbot: QtBot) -> None:
    for name in SCREENS:
        screen = SCREENS[name](theme)
        qtbot.addWidget(screen)
        letters = Counter(
            QKeySequence.mnemonic(made.text()).toString()
            for made in screen.findChildren(QAbstractButton)
            if "<" not in made.text()
        )
        del letters[""]
        assert not [letter for letter, number in letters.items() if number > 1], name


@pytest.mark.parametrize("name", ["Answer buttons", "Appearance"])
def test_arrow_keys_lead_to_the_other_choices_and_space_chooses(name: str, theme: Theme, qtbot: QtBot) -> None:
    screen = _shown("settings", theme, qtbot)
    buttons = [made for made in screen.findChildren(QPushButton) if made.accessibleName().startswith(f"{name}: ")]
    for key, step in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, -1)):
        (down,) = [made for made in buttons if made.isChecked()]
        down.setFocus()
        qtbot.keyClick(down, key)
        wanted = buttons[(buttons.index(down) + step) % len(buttons)]
        assert screen.focusWidget() is wanted
        qtbot.keyClick(wanted, Qt.Key.Key_Space)
        assert [made for made in buttons if made.isChecked()] == [wanted]
        assert [made for made in buttons if made.focusPolicy() & Qt.FocusPolicy.TabFocus] == [wanted]
