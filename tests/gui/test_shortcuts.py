"""Keys: one for each command, changeable, and never two commands on one key."""

from itertools import product

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from flashdeck.gui.shortcuts import Place, Shortcuts, commands, key_of

_NONE = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


def pressed(key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier = _NONE) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)


@pytest.fixture
def shortcuts(qapp) -> Shortcuts:
    return Shortcuts()


@pytest.mark.parametrize(
    ("event", "key"),
    [
        (pressed(Qt.Key.Key_S, "s"), "S"),
        (pressed(Qt.Key.Key_S, "S", _SHIFT), "S"),
        (pressed(Qt.Key.Key_At, "@", _SHIFT), "@"),
        (pressed(Qt.Key.Key_At, "@", Qt.KeyboardModifier.GroupSwitchModifier), "@"),
        (pressed(Qt.Key.Key_3, "3", _KEYPAD), "3"),
        (pressed(Qt.Key.Key_Space, " "), "Space"),
        (pressed(Qt.Key.Key_Enter, "\r", _KEYPAD), "Enter"),
        (pressed(Qt.Key.Key_Z, "\x1a", _CTRL), "Ctrl+Z"),
        (pressed(Qt.Key.Key_Delete, "\x7f"), "Del"),
        (pressed(Qt.Key.Key_F1), "F1"),
        (pressed(Qt.Key.Key_Backtab, "", _SHIFT), "Shift+Tab"),
        (pressed(Qt.Key.Key_Shift, "", _SHIFT), ""),
        (pressed(Qt.Key.Key_Odiaeresis, "ö"), "Ö"),
    ],
)
def test_a_key_has_one_name_on_every_keyboard(event, key):
    assert key_of(event) == key


def test_no_two_commands_share_a_key_from_the_start(shortcuts):
    assert [command for command in commands() if shortcuts.in_the_way(command.name, command.key)] == []


def test_every_default_is_a_key_that_can_be_pressed(qapp):
    assert [command.name for command in commands() if QKeySequence(command.key).isEmpty()] == []


def test_a_changed_key_serves_and_the_old_one_does_not(shortcuts):
    shortcuts.adopt({"source": "Q", "forgotten-command": "X"})
    assert shortcuts.command_for(pressed(Qt.Key.Key_Q, "q"), Place.REVIEW) == "source"
    assert shortcuts.command_for(pressed(Qt.Key.Key_S, "s"), Place.REVIEW) is None
    assert shortcuts.chosen() == {"source": "Q"}
    shortcuts.adopt({"source": "S"})
    assert shortcuts.chosen() == {}


def test_a_command_can_go_without_a_key(shortcuts):
    shortcuts.adopt({"mark": ""})
    assert shortcuts.command_for(pressed(Qt.Key.Key_Asterisk, "*"), Place.REVIEW) is None
    assert shortcuts.in_the_way("suspend", "") is None


def test_a_key_that_the_user_gave_away_is_no_first_key_any_longer(shortcuts):
    shortcuts.adopt({"backup": "Ctrl+T", "source": "R"})
    assert (shortcuts.key("backup"), shortcuts.key("ahead")) == ("Ctrl+T", "")
    assert shortcuts.key("cards-resume") == "R", "another screen"
    shortcuts.adopt({})
    assert shortcuts.key("ahead") == "Ctrl+T"


def test_the_same_key_can_serve_two_screens_but_not_the_menu_too(shortcuts):
    assert shortcuts.in_the_way("cards-bury", "E") is None
    assert shortcuts.in_the_way("edit", "S").name == "source"
    assert shortcuts.in_the_way("edit", "Ctrl+Z").name == "undo"
    assert shortcuts.in_the_way("undo", "Ctrl+F").name == "find"


@pytest.mark.parametrize(
    ("name", "key", "kept"),
    [
        ("mark", "Up", True),
        ("cards-mark", "Shift+Down", True),
        ("mark", "PgUp", True),
        ("undo", "Ctrl+C", True),
        ("mark", "Ctrl+A", True),
        ("help", "Alt+F", True),
        ("edit", "Ctrl+Return", True),
        ("edit", "Shift+Enter", True),
        ("edit", "Shift+Tab", True),
        ("edit", "Esc", True),
        ("mark", "0", True),
        ("mark", "5", True),
        ("answer-1", "5", False),
        ("cards-mark", "5", False),
        ("undo", "5", True),
        ("source", "Space", False),
        ("cards-bury", "Space", True),
        ("mark", "Ctrl+Alt+F", False),
        ("mark", "Ctrl+5", False),
        ("mark", "+", False),
        ("mark", "", False),
    ],
)
def test_a_key_that_always_means_the_same_is_in_the_way_where_it_counts(shortcuts, name, key, kept):
    assert (shortcuts.fixed_in_the_way(name, key) is not None) is kept


def test_no_key_from_the_start_is_one_that_is_fixed(shortcuts):
    assert [command.name for command in commands() if shortcuts.fixed_in_the_way(command.name, command.key)] == []


def test_changes_are_told(shortcuts, qtbot):
    with qtbot.waitSignal(shortcuts.changed):
        shortcuts.adopt({"edit": "W"})


@pytest.mark.parametrize(("command", "place"), list(product(commands(), [Place.REVIEW, Place.LIBRARY])))
def test_a_key_serves_its_own_screen_alone(qapp, command, place):
    key = QKeySequence(command.key)[0]
    text = command.key if len(command.key) == 1 else ""
    event = pressed(key.key(), text, key.keyboardModifiers())
    found = Shortcuts().command_for(event, place)
    assert (found == command.name) is (command.place is place)
