"""Every screen, walked widget by widget: names for screen readers, plain text, keys, and hostile names."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollArea,
    QScrollBar,
    QTextBrowser,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from flashdeck.gui.card_view import CardView
from flashdeck.gui.theme import Appearance, Theme
from flashdeck.gui.views.about_dialog import AboutDialog
from flashdeck.gui.views.help_dialog import HelpDialog
from flashdeck.gui.views.plain_lines import PlainLines
from tests.gui.views.screens import SCREENS

_CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QProgressBar,
)


@pytest.fixture(params=SCREENS.values(), ids=SCREENS)
def screen(request: pytest.FixtureRequest, theme: Theme, qtbot: QtBot) -> QWidget:
    made = request.param(theme)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


def _ours(screen: QWidget) -> Iterator[QWidget]:
    """Widgets that we made; scroll bars, headers and the insides of composite controls are Qt's."""
    for widget in screen.findChildren(QWidget):
        inside = isinstance(widget.parent(), _CONTROLS) or widget.objectName().startswith("qt_")
        inside = inside or "QComboBox" in type(widget.parent()).__name__ or widget.inherits("QComboBoxListView")
        if not inside and not isinstance(widget, QScrollBar):
            yield widget


def test_every_control_has_a_name(screen: QWidget) -> None:
    nameless = [widget for widget in _ours(screen) if isinstance(widget, _CONTROLS) and not widget.accessibleName()]
    assert nameless == []


def test_every_label_takes_its_text_literally(screen: QWidget) -> None:
    rich = [made for made in screen.findChildren(QLabel) if made.textFormat() != Qt.TextFormat.PlainText]
    assert rich == []


def test_only_the_card_widget_shows_rich_text(screen: QWidget) -> None:
    browsers = [made for made in screen.findChildren(QTextEdit) if not isinstance(made, CardView | PlainLines)]
    assert browsers == []
    assert all(isinstance(made, CardView) for made in screen.findChildren(QTextBrowser))


def test_hidden_characters_are_nowhere_raw_in_labels(screen: QWidget) -> None:
    sentences = ("error",)
    for made in screen.findChildren(QLabel):
        if made.property("role") not in sentences and not isinstance(screen, HelpDialog | AboutDialog):
            assert "\u202e" not in made.text()


def test_tooltips_are_no_rich_text(screen: QWidget) -> None:
    assert [made.toolTip() for made in _ours(screen) if "<" in made.toolTip()] == []


def test_everything_that_can_be_pressed_can_be_reached_by_tab(screen: QWidget) -> None:
    unreachable = [
        made
        for made in _ours(screen)
        if isinstance(made, QAbstractButton | QLineEdit | QAbstractItemView | QPlainTextEdit)
        and made.isVisible()
        and not made.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (isinstance(made, QAbstractButton) and made.group() is not None)  # arrow keys lead on from the one down
    ]
    assert unreachable == []


def test_buttons_are_large_enough_to_hit(screen: QWidget) -> None:
    small = [
        (made.accessibleName(), made.height())
        for made in _ours(screen)
        if isinstance(made, QAbstractButton) and made.isVisible() and made.height() < 32
    ]
    assert small == []


def test_every_button_has_a_tooltip(screen: QWidget) -> None:
    bare = [made for made in _ours(screen) if isinstance(made, QAbstractButton) and not made.toolTip()]
    assert bare == []


def test_making_a_screen_shows_no_window_of_its_own(theme: Theme, qapp: QApplication) -> None:
    """A part that is shown before it has its place would be a window for a moment, and take the focus."""
    for make in SCREENS.values():
        made = make(theme)
        others = [shown for shown in qapp.topLevelWidgets() if shown.isVisible()]
        assert others == [], make
        made.deleteLater()


@pytest.mark.parametrize("percent", [80, 100, 200])
@pytest.mark.parametrize("name", SCREENS)
def test_no_text_of_a_dialog_is_cut_off(name: str, percent: int, theme: Theme, qtbot: QtBot) -> None:
    theme.apply(Appearance.LIGHT, percent)
    screen = SCREENS[name](theme)
    qtbot.addWidget(screen)
    if not isinstance(screen, QDialog):
        return
    screen.show()
    qtbot.waitExposed(screen)
    cut = [
        made.text()
        for made in screen.findChildren(QLabel)
        if made.isVisible() and made.wordWrap() and made.height() < made.heightForWidth(made.width())
    ]
    assert cut == []


@pytest.mark.parametrize("name", SCREENS)
def test_at_most_one_action_is_the_main_one(name: str, theme: Theme, qtbot: QtBot) -> None:
    screen = SCREENS[name](theme)
    qtbot.addWidget(screen)
    screen.show()
    main = [
        made.text()
        for made in screen.findChildren(QAbstractButton)
        if made.property("role") == "primary" and made.isVisible()
    ]
    assert len(main) <= 1, main


def _tab_stops(screen: QWidget) -> list[QWidget]:
    """What Tab stops at, in its order, from the first of the screen on."""
    stops, widget = [], screen.nextInFocusChain()
    while widget is not screen and len(stops) < 500:
        can_stop = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled() and widget.isVisible()
        if can_stop and screen.isAncestorOf(widget) and widget not in stops:
            stops.append(widget)
        widget = widget.nextInFocusChain()
    return stops


_COLUMNS = (
    *("today", "today done", "summary", "cram", "settings", "welcome", "import", "difference", "export", "backups"),
    *("keys", "leech", "link", "about", "damaged", "rescued", "crash", "deleting"),
)
"""Screens of one column, in which the eye and Tab go down together."""


@pytest.mark.parametrize("name", _COLUMNS)
def test_tab_goes_down_the_screen(name: str, theme: Theme, qtbot: QtBot) -> None:
    screen = SCREENS[name](theme)
    qtbot.addWidget(screen)
    screen.resize(1000, 700)
    screen.show()
    qtbot.waitExposed(screen)
    stops = [stop for stop in _tab_stops(screen) if not isinstance(stop, QScrollArea)]
    assert stops
    for before, after in pairwise(stops):
        if _scroll_of(before) is _scroll_of(after):  # what is scrolled out of sight stands nowhere
            above, below = (stop.mapTo(screen, QPoint(0, stop.height() // 2)).y() for stop in (before, after))
            assert below >= above - 24, f"{after.accessibleName()} stands above {before.accessibleName()}"


def _scroll_of(widget: QWidget | None) -> QScrollArea | None:
    while widget is not None and not isinstance(widget, QScrollArea):
        widget = widget.parentWidget()
    return widget


def test_what_scrolls_has_a_name_where_it_takes_the_focus(screen: QWidget) -> None:
    nameless = [
        made
        for made in _ours(screen)
        if isinstance(made, QAbstractScrollArea)
        and made.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not made.accessibleName()
    ]
    assert nameless == []
