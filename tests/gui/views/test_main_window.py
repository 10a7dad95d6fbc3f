"""The window: pages, rail, menus, dropped files, and where it stood last time."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHeaderView, QScrollArea, QTableView
from pytestqt.qtbot import QtBot

from flashdeck.gui.card_values import CardColumn
from flashdeck.gui.models.card_table import COLUMNS
from flashdeck.gui.study_values import ProgressView, StudyCardView
from flashdeck.gui.theme import Appearance, Theme
from flashdeck.gui.view_values import TodayView
from flashdeck.gui.views.cram import CramPage
from flashdeck.gui.views.help_dialog import HelpDialog
from flashdeck.gui.views.library import LibraryPage
from flashdeck.gui.views.main_window import MainWindow, PageName
from flashdeck.gui.views.rail import Rail
from flashdeck.gui.views.review import ReviewPage
from flashdeck.gui.views.settings import SettingsPage
from flashdeck.gui.views.summary import SummaryPage
from flashdeck.gui.views.today import TodayPage
from flashdeck.gui.views.welcome import WelcomePage

_Make = Callable[[], MainWindow]


@pytest.fixture
def make(theme: Theme, qtbot: QtBot, tmp_path: Path, today_view: TodayView) -> _Make:
    def made() -> MainWindow:
        pages = {
            PageName.TODAY: TodayPage(theme),
            PageName.LIBRARY: LibraryPage(theme),
            PageName.CRAM: CramPage(theme),
            PageName.SETTINGS: SettingsPage(theme),
            PageName.REVIEW: ReviewPage(theme),
            PageName.SUMMARY: SummaryPage(theme),
            PageName.WELCOME: WelcomePage(theme),
        }
        pages[PageName.TODAY].show_today(today_view)
        window = MainWindow(theme, pages, tmp_path / "window.ini")
        qtbot.addWidget(window)
        window.show_page(PageName.TODAY)
        window.show()
        qtbot.waitExposed(window)
        return window

    return made


@pytest.fixture
def window(make: _Make) -> MainWindow:
    window = make()
    window.fill_menus()
    return window


def _rail(window: MainWindow) -> Rail:
    return window.findChild(Rail)


def test_the_rail_leads_to_the_pages(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.page_asked) as caught:
        qtbot.mouseClick(_rail(window).button("library"), Qt.MouseButton.LeftButton)
    assert caught.args == ["library"]
    window.show_page(PageName.LIBRARY)
    assert window.current is PageName.LIBRARY
    assert _rail(window).button("library").isChecked()


@pytest.mark.parametrize("name", [PageName.WELCOME, PageName.SUMMARY])
def test_a_page_without_an_entry_in_the_rail_counts_as_today(window: MainWindow, name: PageName) -> None:
    window.show_page(PageName.SETTINGS)
    window.show_page(name)
    assert _rail(window).button("today").isChecked()
    assert not _rail(window).button("settings").isChecked()


def test_arrow_keys_move_along_the_rail(window: MainWindow, qtbot: QtBot) -> None:
    today = _rail(window).button("today")
    today.setFocus()
    qtbot.keyClick(today, Qt.Key.Key_Down)
    assert window.focusWidget() is _rail(window).button("library")


@pytest.mark.parametrize(
    ("action", "key"),
    [
        ("import", "Ctrl+I"),
        ("export", "Ctrl+E"),
        ("backup", "Ctrl+B"),
        ("restore", "Ctrl+Shift+B"),
        ("open", "Ctrl+O"),
        ("review", "Ctrl+R"),
        ("undo", "Ctrl+Z"),
    ],
)
def test_menu_lines_have_their_keys(window: MainWindow, qtbot: QtBot, action: str, key: str) -> None:
    assert window.action(action).shortcut() == QKeySequence(key)
    with qtbot.waitSignal(window.menu_chosen) as caught:
        window.action(action).trigger()
    assert caught.args == [action]


def test_every_menu_line_names_a_key_or_is_about(window: MainWindow) -> None:
    for menu in window.menuBar().actions():
        for action in menu.menu().actions():
            if action.isVisible() and not action.isSeparator() and action is not window.action("about"):
                assert action.shortcut().toString() or "\t" in action.text(), action.text()


@pytest.mark.qt_log_ignore("does not support", extend=True)  # said by the offscreen platform about every menu
def test_a_menu_that_is_opened_before_its_lines_were_needed_has_them(make: _Make, qtbot: QtBot) -> None:
    window = make()
    bar = window.menuBar()
    title = bar.actions()[0]
    assert title.menu().isEmpty()
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.actionGeometry(title).center())
    assert title.menu().isVisible()
    assert not title.menu().actionGeometry(window.action("import")).isEmpty()
    assert not window.action("import").icon().isNull()
    title.menu().close()


def test_a_key_that_is_pressed_before_the_menus_have_their_lines_is_served(make: _Make, qtbot: QtBot) -> None:
    window = make()
    window.activateWindow()
    with qtbot.waitActive(window):
        pass
    control = Qt.KeyboardModifier.ControlModifier
    with qtbot.waitSignal(window.menu_chosen) as caught:  # without the press of Ctrl before, which has come too early
        QApplication.sendEvent(window.focusWidget(), QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_I, control))
    assert caught.args == ["import"]
    with qtbot.waitSignal(window.menu_chosen) as caught:  # now that its line has it
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_E, control)
    assert caught.args == ["export"]


def test_keys_lead_to_the_pages(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.page_asked) as caught:
        qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert caught.args == ["cram"]


def test_a_review_has_the_window_for_itself(
    window: MainWindow, study_card: StudyCardView, progress: ProgressView
) -> None:
    window.show_page(PageName.REVIEW)
    assert not _rail(window).isVisible()
    assert window.action("reveal").isEnabled()
    window.show_page(PageName.TODAY)
    assert _rail(window).isVisible()
    assert not window.action("reveal").isEnabled()


def test_a_review_that_is_begun_from_the_rail_has_no_ring_around_its_card(
    window: MainWindow, qtbot: QtBot, study_card: StudyCardView, progress: ProgressView
) -> None:
    window.activateWindow()
    with qtbot.waitActive(window):
        pass
    _rail(window)._buttons["today"].setFocus()
    window._pages[PageName.REVIEW].show_question(study_card, progress)
    window.show_page(PageName.REVIEW)
    card = window.focusWidget()
    assert card is window._pages[PageName.REVIEW]._view
    assert not card.property("ringed")


def test_the_line_at_the_foot_of_the_rail_is_short_in_a_narrow_window_and_told_whole(window: MainWindow) -> None:
    status = _rail(window)._status
    assert not status.isVisible()
    window.show_status("Backed up 4 minutes ago", "4 min")
    for width, shown in ((1200, "Backed up 4 minutes ago"), (700, "4 min")):
        window.resize(width, 700)
        assert status.isVisible()
        assert status.text() == shown
        assert status.accessibleName() == status.toolTip() == "Backed up 4 minutes ago"
    hint = status.fontMetrics().horizontalAdvance("99 min")
    assert hint <= status.width()
    window.show_status("", "")
    assert not status.isVisible()


def test_the_rail_shows_icons_only_in_a_narrow_window(window: MainWindow) -> None:
    window.resize(1100, 700)
    wide = _rail(window).width()
    assert _rail(window).button("today").text().strip() == "Today"
    window.resize(900, 600)
    assert _rail(window).width() < wide / 2
    assert _rail(window).button("today").text() == ""
    assert _rail(window).button("today").accessibleName() == "Today"
    assert "Today" in _rail(window).button("today").toolTip()


def test_the_window_is_never_too_small(window: MainWindow) -> None:
    window.resize(300, 200)
    assert (window.width(), window.height()) >= (840, 560)


@pytest.mark.parametrize(("percent", "height"), [(80, 560), (100, 560), (160, 680)])
def test_pages_fit_the_smallest_window(theme: Theme, window: MainWindow, percent: int, height: int) -> None:
    theme.apply(Appearance.LIGHT, percent)
    for name in PageName:
        window.show_page(name)
        assert window.minimumSizeHint().width() <= 840, name
        assert window.minimumSizeHint().height() <= height, name


def test_a_notice_offers_a_way_out(window: MainWindow, qtbot: QtBot) -> None:
    done: list[str] = []
    window.show_notice("3 cards deleted.", action="Undo", run=lambda: done.append("undone"))
    assert window._notice.isVisible()
    qtbot.mouseClick(window._notice._action, Qt.MouseButton.LeftButton)
    assert done == ["undone"]
    assert not window._notice.isVisible()


@pytest.mark.parametrize("name", [PageName.LIBRARY, PageName.CRAM, PageName.SETTINGS, PageName.WELCOME])
def test_escape_goes_one_step_back(window: MainWindow, qtbot: QtBot, name: PageName) -> None:
    window.show_page(name)
    page = window._pages[name]
    with qtbot.waitSignal(page.back):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)


def test_f1_shows_the_keys_of_the_screen(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page(PageName.LIBRARY)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(HelpDialog)
    assert dialog.isVisible()
    texts = [child.text() for child in dialog.findChildren(type(_rail(window)._status))]
    assert "Ctrl+F" in texts
    assert "Ctrl+I" in texts
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_help_in_large_text_fits_the_screen_and_is_scrolled_with_the_keyboard(
    window: MainWindow, theme: Theme, qtbot: QtBot
) -> None:
    theme.apply(Appearance.LIGHT, 200)
    window.show_page(PageName.LIBRARY)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(HelpDialog)
    room = dialog.screen().availableGeometry()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    place = dialog.findChild(QScrollArea)
    assert place.widget().width() <= place.viewport().width()
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_PageDown)
    assert place.verticalScrollBar().value() > 0
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert not dialog.isVisible()


def _drop(window: MainWindow, *urls: str) -> None:
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    where, how = (
        (QPointF(50, 50), Qt.DropAction.CopyAction),
        (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier),
    )
    enter = QDragEnterEvent(where[0].toPoint(), where[1], data, *how)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(*where, data, *how))


# PySide6 6.12 wants a point of another type here than versions before it take
@pytest.mark.filterwarnings("ignore:.*QDragEnterEvent:DeprecationWarning")
def test_dropped_files_are_handed_on(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.files_dropped) as caught:
        _drop(window, "file:///home/me/a.txt", "https://example.org/b.txt", "file:///home/me/c.md")
    assert caught.args == [["/home/me/a.txt", "/home/me/c.md"]]
    with qtbot.assertNotEmitted(window.files_dropped):
        _drop(window, "https://example.org/b.txt")


def test_the_window_comes_back_as_it_was(make: _Make, qtbot: QtBot, tmp_path: Path) -> None:
    first = make()
    first.resize(900, 677)
    with qtbot.waitSignal(first.closing):
        first.close()
    assert (tmp_path / "window.ini").is_file()
    second = make()
    # the offscreen screen is narrower than the smallest window, so only the height can come back
    assert second.height() == 677


def test_the_columns_of_the_library_come_back_as_they_were(make: _Make, theme: Theme) -> None:
    def columns(window: MainWindow) -> QHeaderView:
        return window._pages[PageName.LIBRARY].findChild(QTableView).horizontalHeader()

    due, state = COLUMNS.index(CardColumn.DUE), COLUMNS.index(CardColumn.STATE)
    first = make()
    columns(first).resizeSection(due, 133)
    columns(first).moveSection(columns(first).visualIndex(state), 0)
    columns(first).setSortIndicator(due, Qt.SortOrder.AscendingOrder)
    theme.apply(Appearance.DARK, 100)
    first.close()
    again = columns(make())
    assert (again.sectionSize(due), again.visualIndex(state), again.sortIndicatorSection()) == (133, 0, -1)
    theme.apply(Appearance.LIGHT, 200)
    assert again.sectionSize(due) == 266


def test_a_broken_settings_file_does_no_harm(make: _Make, tmp_path: Path) -> None:
    broken = b"[window]\ngeometry=@ByteArray(\x00\xff nonsense)\n\xfe\n[splitter]\neditor=7\n"
    (tmp_path / "window.ini").write_bytes(broken + b"[columns]\nlibrary=@ByteArray(x)\n")
    assert make().isVisible()


def test_a_change_of_scheme_reaches_the_window(theme: Theme, window: MainWindow, qtbot: QtBot) -> None:
    light = window.grab().toImage().pixelColor(400, 400)
    theme.apply(Appearance.DARK, 100)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    assert window.grab().toImage().pixelColor(400, 400).lightness() < light.lightness() / 2


def test_a_notice_is_said_to_screen_readers(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    window.show_notice("The disk is full.")
    assert said == ["The disk is full."]
