"""Every screen, walked widget by widget: names for screen readers, plain text, keys, and hostile names."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QTextBrowser,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from flashdeck.domain.note import NoteKind
from flashdeck.gui.card_view import CardView
from flashdeck.gui.theme import Theme
from flashdeck.gui.view_values import (
    CardRow,
    ImportedFile,
    KeyHint,
    MissedCard,
    NoteDraftView,
    ProgressView,
    SettingsView,
    SourceLine,
    SourceSlide,
    StudyCardView,
    SummaryView,
    TodayView,
    TopicAccuracy,
    TreeNode,
)
from flashdeck.gui.views.about_dialog import AboutDialog
from flashdeck.gui.views.cram import CramPage
from flashdeck.gui.views.help_dialog import HelpDialog
from flashdeck.gui.views.library import LibraryPage
from flashdeck.gui.views.link_dialog import LinkDialog
from flashdeck.gui.views.note_editor import NoteDialog
from flashdeck.gui.views.review import ReviewPage
from flashdeck.gui.views.settings import SettingsPage
from flashdeck.gui.views.summary import SummaryPage
from flashdeck.gui.views.today import TodayPage
from flashdeck.gui.views.transfer_dialogs import ExportDialog, ImportDialog
from flashdeck.gui.views.welcome import WelcomePage

_EVIL = '<b>x</b><img src="/etc/hostname">&amp;\u202etxt'
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


def _tree() -> tuple[TreeNode, ...]:
    return (
        TreeNode(key="k", name=_EVIL, counts=(1, 2, 3), children=(TreeNode(key="l", name=_EVIL, counts=(1, 2, 3)),)),
    )


def _slide() -> SourceSlide:
    return SourceSlide(file_name=_EVIL, slide_number=1, title=_EVIL, lines=(SourceLine(text=_EVIL, marked=True),))


def _today(theme: Theme) -> QWidget:
    page = TodayPage(theme)
    page.show_today(
        TodayView(local_hour=9, due=1, new=2, drill=3, minutes=4, streak_days=5, answered_today=6, decks=_tree())
    )
    return page


def _review(theme: Theme) -> QWidget:
    page = ReviewPage(theme)
    card = StudyCardView(uid="u", context=_EVIL, question=_EVIL, answer=_EVIL, choices=(), source=_slide())
    page.show_question(card, ProgressView(done=0, total=1, minutes_left=1))
    page.reveal()
    page.toggle_source()
    return page


def _summary(theme: Theme) -> QWidget:
    page = SummaryPage(theme)
    page.show_summary(
        SummaryView(
            answered=2,
            remembered=1,
            minutes=1,
            topics=(TopicAccuracy(topic=_EVIL, answered=2, remembered=1),),
            missed=(MissedCard(uid="u", question=_EVIL, topic=_EVIL, misses=1),),
            due_tomorrow=3,
        )
    )
    return page


def _draft() -> NoteDraftView:
    return NoteDraftView(uid="u", kind=NoteKind.BASIC, front=_EVIL, back=_EVIL, context=_EVIL, topic=_EVIL)


def _library(theme: Theme) -> QWidget:
    page = LibraryPage(theme)
    page.show_tree(_tree())
    row = CardRow(uid="u", question=_EVIL, topic=_EVIL, deck=_EVIL, due="today", ease="2.5", state="new")
    page.show_rows(2, (row, replace(row, uid="v")))
    page.show_note(_draft())
    page.show_problem(_EVIL)
    return page


def _cram(theme: Theme) -> QWidget:
    page = CramPage(theme)
    page.show_sections(_tree())
    return page


def _settings(theme: Theme) -> QWidget:
    page = SettingsPage(theme)
    page.show_settings(
        SettingsView(
            new_per_day=1,
            reviews_per_day=2,
            rollover_hour=3,
            answer_buttons=4,
            appearance="system",
            text_percent=100,
            collection_path=_EVIL,
        )
    )
    return page


def _importing(theme: Theme) -> QWidget:
    dialog = ImportDialog(theme)
    dialog.show_progress(_EVIL, 0.5)
    dialog.show_result([ImportedFile(name=_EVIL, new=1, unchanged=2, deck=_EVIL)])
    dialog.show_failure(_EVIL)
    return dialog


def _exporting(theme: Theme) -> QWidget:
    dialog = ExportDialog(theme, [("k", _EVIL)], Path("/tmp"))
    dialog.show_failure(_EVIL)
    return dialog


_SCREENS: dict[str, Callable[[Theme], QWidget]] = {
    "today": _today,
    "review": _review,
    "summary": _summary,
    "library": _library,
    "cram": _cram,
    "settings": _settings,
    "welcome": WelcomePage,
    "import": _importing,
    "export": _exporting,
    "editor": lambda theme: NoteDialog(theme, _draft()),
    "link": lambda theme: LinkDialog(theme, "https://example.org/" + _EVIL),
    "about": lambda theme: AboutDialog(theme, "1", _EVIL),
    "help": lambda _theme: HelpDialog("x", (KeyHint(key="a", meaning=_EVIL),), ()),
}


@pytest.fixture(params=_SCREENS.values(), ids=_SCREENS)
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
    assert screen.findChildren(QMessageBox) == []


def test_only_the_card_widget_shows_rich_text(screen: QWidget) -> None:
    browsers = [made for made in screen.findChildren(QTextEdit) if not isinstance(made, CardView)]
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
    for make in _SCREENS.values():
        made = make(theme)
        others = [shown for shown in qapp.topLevelWidgets() if shown.isVisible()]
        assert others == [], make
        made.deleteLater()
