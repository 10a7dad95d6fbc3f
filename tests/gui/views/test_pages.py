"""Today, library, cram, settings, summary and welcome, driven by keyboard and mouse."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSlider,
    QSpinBox,
    QSplitter,
    QTableView,
    QToolButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from flashdeck.domain.choices import CramOrder
from flashdeck.gui.card_values import CardRow, NoteDraftView
from flashdeck.gui.card_view import CardView
from flashdeck.gui.setting_values import SettingsView
from flashdeck.gui.study_values import CramRequest, DayLoad, SlowCard, SummaryView
from flashdeck.gui.theme import Appearance, Theme
from flashdeck.gui.tokens import NAME_COLUMN
from flashdeck.gui.view_values import DayCount, TodayView, TreeNode
from flashdeck.gui.views.cram import CramPage
from flashdeck.gui.views.heat_strip import HeatStrip
from flashdeck.gui.views.library import LibraryPage
from flashdeck.gui.views.page import Page
from flashdeck.gui.views.settings import SettingsPage
from flashdeck.gui.views.summary import SummaryPage
from flashdeck.gui.views.today import TodayPage
from flashdeck.gui.views.welcome import WelcomePage
from tests.gui.views.screens import left_edge

_AnyPage = TypeVar("_AnyPage", bound=Page)


def _shown(page: _AnyPage, qtbot: QtBot) -> _AnyPage:
    qtbot.addWidget(page)
    page.resize(1000, 680)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    return page


def _texts(page: QWidget) -> list[str]:
    return [made.text() for made in page.findChildren(QLabel) if made.isVisibleTo(page)]


def _button(page: QWidget, name: str) -> QPushButton:
    return next(made for made in page.findChildren(QPushButton) if made.accessibleName() == name)


def _search(page: LibraryPage) -> QLineEdit:
    return next(made for made in page.findChildren(QLineEdit) if made.accessibleName() == "Search cards")


class TestToday:
    @pytest.fixture
    def page(self, theme: Theme, qtbot: QtBot, today_view: TodayView) -> TodayPage:
        page = _shown(TodayPage(theme), qtbot)
        page.show_today(today_view)
        page.focus_first()
        return page

    def test_what_is_owed_is_told_at_a_glance(self, page: TodayPage) -> None:
        texts = _texts(page)
        assert "Good evening." in texts
        assert "21 cards, about 7 minutes" in texts
        assert any("12 due" in text and "6 new" in text and "3 to drill" in text for text in texts)
        assert "5 days in a row  ·  2 answered today" in texts

    @pytest.mark.parametrize(
        ("days", "text"), [(23, "Exam in 23 days"), (1, "Exam tomorrow"), (0, "Exam today"), (None, "")]
    )
    def test_the_days_to_the_exam_are_told_when_there_is_one(
        self, page: TodayPage, today_view: TodayView, days: int | None, text: str
    ) -> None:
        page.show_today(today_view._replace(days_to_exam=days))
        assert [shown for shown in _texts(page) if "xam" in shown] == ([text] if text else [])

    def test_return_starts(self, page: TodayPage, qtbot: QtBot) -> None:
        with qtbot.waitSignal(page.start_asked):
            qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)

    def test_return_in_the_list_starts_that_topic(self, page: TodayPage, qtbot: QtBot) -> None:
        tree = page.findChild(QTreeView)
        tree.setFocus()
        tree.setCurrentIndex(tree.model().index(0, 0))
        qtbot.keyClick(tree, Qt.Key.Key_Down)
        with qtbot.assertNotEmitted(page.start_asked), qtbot.waitSignal(page.deck_asked) as caught:
            qtbot.keyClick(tree, Qt.Key.Key_Return)
        assert caught.args == ["topic:knots"]

    def test_a_day_that_is_done_offers_no_start(self, page: TodayPage, today_view: TodayView) -> None:
        page.show_today(today_view._replace(due=0, new=0, drill=0, minutes=0))
        assert "Done for today" in _texts(page)
        assert not _button(page, "Start").isVisible()
        assert _button(page, "Pick topics to drill").isVisible()

    def test_a_day_that_is_done_says_when_it_goes_on_and_what_can_be_done_meanwhile(
        self, page: TodayPage, qtbot: QtBot, today_view: TodayView
    ) -> None:
        page.show_today(today_view._replace(due=0, new=0, drill=0, minutes=0, new_waiting=30, days_to_next=1))
        assert "The next cards come tomorrow." in _texts(page)
        page.focus_first()
        with qtbot.assertNotEmitted(page.more_new_asked):  # the Enter that ended the sitting, once too often
            qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
        with qtbot.waitSignal(page.more_new_asked):
            qtbot.mouseClick(_button(page, "New cards beyond today's limit"), Qt.MouseButton.LeftButton)
        with qtbot.waitSignal(page.ahead_asked):
            qtbot.mouseClick(_button(page, "What falls due in the next three days"), Qt.MouseButton.LeftButton)
        page.show_today(today_view._replace(due=0, new=0, drill=0, minutes=0, days_to_next=4))
        assert "The next cards come in 4 days." in _texts(page)
        page.show_today(today_view._replace(due=0, new=0, drill=0, minutes=0, days_to_next=None))
        assert any("suspended" in text for text in _texts(page))

    def test_no_ring_is_around_anything_on_a_day_that_is_done_and_tab_leads_to_what_can_be_done(
        self, page: TodayPage, qtbot: QtBot, today_view: TodayView
    ) -> None:
        page.show_today(today_view._replace(due=0, new=0, drill=0, minutes=0, new_waiting=30, days_to_next=1))
        page.focus_first()
        assert page.hasFocus()
        qtbot.keyClick(page, Qt.Key.Key_Tab)
        assert page.focusWidget() is _button(page, "New cards beyond today's limit")

    def test_the_keys_show_which_line_of_the_list_they_act_on(self, page: TodayPage) -> None:
        tree = page.findChild(QTreeView)
        assert not tree.selectionModel().hasSelection()
        tree.setFocus(Qt.FocusReason.TabFocusReason)
        assert tree.selectionModel().isRowSelected(0)
        page.focus_first()
        assert not tree.selectionModel().hasSelection()

    def test_a_day_of_new_cards_alone_offers_no_review_without_them(
        self, page: TodayPage, today_view: TodayView
    ) -> None:
        page.show_today(today_view._replace(due=3, new=5, drill=0))
        assert _button(page, "Review without new cards").isVisible()
        page.show_today(today_view._replace(due=0, new=5, drill=0))
        assert not _button(page, "Review without new cards").isVisible()

    def test_a_limit_that_keeps_due_cards_out_is_told_and_can_be_passed(
        self, page: TodayPage, qtbot: QtBot, today_view: TodayView
    ) -> None:
        page.show_today(today_view._replace(due_waiting=3))
        assert any("3 due beyond today's limit" in text for text in _texts(page))
        assert not _button(page, "Due cards beyond today's limit").isVisible()
        page.show_today(today_view._replace(due=0, new=0, drill=0, minutes=0, due_waiting=2, days_to_next=1))
        assert "2 more cards due beyond today's limit.  The next cards come tomorrow." in _texts(page)
        page.focus_first()
        with qtbot.assertNotEmitted(page.rest_asked):
            qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
        with qtbot.waitSignal(page.rest_asked):
            qtbot.mouseClick(_button(page, "Due cards beyond today's limit"), Qt.MouseButton.LeftButton)

    def test_names_keep_their_room_beside_the_columns(self, page: TodayPage, theme: Theme) -> None:
        header = page.findChild(QTreeView).header()
        page.show_recalls({"deck:1": 0.84})
        page.resize(960, 700)
        wide = header.sectionSize(4)
        page.resize(500, 700)
        assert 0 < header.sectionSize(4) < wide  # the number alone
        assert header.sectionSize(0) >= theme.sizes.px(NAME_COLUMN)
        page.resize(780, 500)
        theme.apply(Appearance.LIGHT, 200)
        assert header.isSectionHidden(3)
        assert header.sectionSize(0) > theme.sizes.px(NAME_COLUMN) / 2
        theme.apply(Appearance.LIGHT, 100)
        assert not header.isSectionHidden(3)

    def test_a_bar_tells_the_recall_beside_its_percentage(self, page: TodayPage, theme: Theme) -> None:
        tree = page.findChild(QTreeView)

        def accent_in_line(row: int) -> int:
            cell = tree.visualRect(tree.model().index(row, 4))
            image = tree.viewport().grab(cell).toImage()
            middle = image.height() // 2
            colours = [image.pixelColor(x, middle).name().upper() for x in range(image.width())]
            return colours.count(theme.colours.accent)

        assert accent_in_line(0) == accent_in_line(1) == 0
        page.show_recalls({"deck:1": 0.5})
        half = accent_in_line(0)
        page.show_recalls({"deck:1": 1.0})
        assert half > 10
        assert abs(accent_in_line(0) - 2 * half) <= 3
        assert accent_in_line(1) == 0

    def test_the_last_weeks_are_shown_where_there_is_room(self, page: TodayPage, today_view: TodayView) -> None:
        days = tuple(DayCount(day=date(2026, 2, 9) + timedelta(days=n), number=n % 5) for n in range(80))
        page.show_today(today_view._replace(activity=days))
        assert page.findChild(HeatStrip).isVisible()
        page.resize(440, 500)
        assert not page.findChild(HeatStrip).isVisible()

    def test_no_cards_say_what_to_do(self, page: TodayPage, qtbot: QtBot, today_view: TodayView) -> None:
        page.show_today(today_view._replace(due=0, new=0, drill=0, decks=(), has_cards=False))
        visible = [made for made in page.findChildren(QPushButton) if made.isVisible()]
        assert [made.accessibleName() for made in visible] == ["Import slides and decks"]
        page.focus_first()
        with qtbot.waitSignal(page.import_asked):
            qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)

    @pytest.mark.parametrize(
        ("hour", "greeting"),
        [(4, "Good evening."), (5, "Good morning."), (12, "Good afternoon."), (18, "Good evening.")],
    )
    def test_the_greeting_knows_the_hour(
        self, page: TodayPage, today_view: TodayView, hour: int, greeting: str
    ) -> None:
        page.show_today(today_view._replace(local_hour=hour))
        assert greeting in _texts(page)

    def test_one_card_is_singular(self, page: TodayPage, today_view: TodayView) -> None:
        page.show_today(today_view._replace(due=1, new=0, drill=0, minutes=1))
        assert "1 card, about 1 minute" in _texts(page)


class TestLibrary:
    @pytest.fixture
    def page(
        self,
        theme: Theme,
        qtbot: QtBot,
        decks: tuple[TreeNode, ...],
        card_rows: tuple[CardRow, ...],
        draft: NoteDraftView,
    ) -> LibraryPage:
        page = _shown(LibraryPage(theme), qtbot)
        page.show_tree(decks)
        page.show_rows(len(card_rows), card_rows)
        page.show_note(draft)
        return page

    def test_a_search_without_a_result_hides_the_editor_and_moves_nothing(
        self, page: LibraryPage, card_rows: tuple[CardRow, ...]
    ) -> None:
        (rows,) = [made for made in page.findChildren(QSplitter) if made.objectName() == "library-rows"]
        before = rows.sizes()
        page.show_rows(0, ())
        assert page._editor.isHidden()
        page.show_rows(len(card_rows), card_rows)
        assert not page._editor.isHidden()
        assert rows.sizes() == before

    def test_eleven_questions_are_in_sight_above_the_editor(
        self, theme: Theme, qtbot: QtBot, card_rows: tuple[CardRow, ...], draft: NoteDraftView
    ) -> None:
        page = LibraryPage(theme)
        page.show_rows(len(card_rows), card_rows)
        page.show_note(draft)
        qtbot.addWidget(page)
        page.resize(1096, 771)  # of a window of 1280 x 800
        page.show()
        table = page.findChild(QTableView)
        assert page._editor.isVisible()
        assert table.viewport().height() >= 11 * table.rowHeight(0)

    def test_typing_searches_once_it_pauses(self, page: LibraryPage, qtbot: QtBot) -> None:
        page.focus_first()
        with qtbot.waitSignal(page.search_changed) as caught:
            qtbot.keyClicks(page.focusWidget(), "tag:x -y ")
        assert caught.args == ["tag:x -y"]

    def test_return_searches_at_once_and_leads_to_the_cards(self, page: LibraryPage, qtbot: QtBot) -> None:
        page.focus_first()
        with qtbot.waitSignal(page.search_changed):
            qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
        assert page.focusWidget() is page.findChild(QTableView)

    def test_choosing_a_card_asks_for_its_note(self, page: LibraryPage, qtbot: QtBot) -> None:
        table = page.findChild(QTableView)
        table.setFocus()
        with qtbot.waitSignal(page.card_chosen) as caught:
            qtbot.keyClick(table, Qt.Key.Key_Down)
        assert caught.args == ["n1-0"]

    def test_actions_are_for_all_chosen_cards(self, page: LibraryPage, qtbot: QtBot) -> None:
        table = page.findChild(QTableView)
        table.setFocus()
        qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        with qtbot.waitSignal(page.action_asked) as caught:
            qtbot.mouseClick(_button(page, "Suspend"), Qt.MouseButton.LeftButton)
        assert caught.args == ["suspend", ["n0-0", "n1-0", "n2-0"]]
        table.setFocus()
        for key, action in ((Qt.Key.Key_Delete, "delete"), (Qt.Key.Key_At, "suspend"), (Qt.Key.Key_Minus, "bury")):
            with qtbot.waitSignal(page.action_asked) as caught:
                qtbot.keyClick(table, key)
            assert caught.args[0] == action

    def test_return_edits_and_ctrl_return_saves(self, page: LibraryPage, qtbot: QtBot) -> None:
        table = page.findChild(QTableView)
        table.setFocus()
        qtbot.keyClick(table, Qt.Key.Key_Return)
        front = page.focusWidget()
        assert isinstance(front, QPlainTextEdit)
        qtbot.keyClicks(front, "New: ")
        with qtbot.waitSignal(page.note_saved) as caught:
            qtbot.keyClick(front, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert caught.args[0].front == "New: Front?"
        assert caught.args[0].tags == ("a", "b")
        assert not _button(page, "Save").isEnabled()

    def test_escape_leads_from_the_editor_to_the_list_and_then_back(self, page: LibraryPage, qtbot: QtBot) -> None:
        page.focus_first()
        with qtbot.assertNotEmitted(page.back):
            qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
        with qtbot.waitSignal(page.back):
            qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)

    def test_the_smallest_window_leaves_the_list_its_room(self, page: LibraryPage, qtbot: QtBot) -> None:
        page.resize(780, 526)  # what is left beside the rail and below the menus
        QApplication.processEvents()
        table = page.findChild(QTableView)
        assert table.viewport().height() >= 10 * table.rowHeight(0)
        table.setFocus()
        with qtbot.waitSignal(page.edit_asked):
            qtbot.keyClick(table, Qt.Key.Key_Return)

    def test_a_search_without_a_hit_offers_a_way_out(self, page: LibraryPage, qtbot: QtBot) -> None:
        page.show_rows(0, ())
        assert "No card matches." in _texts(page)
        assert not _button(page, "Delete").isEnabled()
        with qtbot.waitSignal(page.search_changed) as caught:
            qtbot.mouseClick(_button(page, "Clear the search"), Qt.MouseButton.LeftButton)
        assert caught.args == [""]

    def test_escape_leads_out_of_a_search_without_a_hit_and_then_back(self, page: LibraryPage, qtbot: QtBot) -> None:
        page.focus_first()
        qtbot.keyClicks(_search(page), "zebra")
        page.show_rows(0, ())
        with qtbot.assertNotEmitted(page.back), qtbot.waitSignal(page.search_changed):
            qtbot.keyClick(_search(page), Qt.Key.Key_Escape)
        assert _search(page).text() == ""
        with qtbot.waitSignal(page.back):
            qtbot.keyClick(_search(page), Qt.Key.Key_Escape)

    def test_a_wrong_search_is_explained_beside_the_line(self, page: LibraryPage) -> None:
        page.show_problem("is:later is no state. Try is:due, is:new or is:suspended.")
        assert any(text.startswith("is:later") for text in _texts(page))
        assert _search(page).property("invalid")
        page.show_problem("")
        assert not _search(page).property("invalid")

    def test_all_cards_are_chosen_in_the_tree_until_a_deck_is(self, page: LibraryPage, qtbot: QtBot) -> None:
        tree = page.findChild(QTreeView)
        assert [tree.currentIndex().siblingAtColumn(column).data() for column in (0, 1)] == ["All cards", "12"]
        tree.setFocus()
        for key, chosen in ((Qt.Key.Key_Down, "deck:1"), (Qt.Key.Key_Down, "topic:knots"), (Qt.Key.Key_Home, "")):
            with qtbot.waitSignal(page.node_chosen) as caught:
                qtbot.keyClick(tree, key)
            assert caught.args == [chosen]

    def test_a_refreshed_tree_keeps_the_choice_and_asks_nothing(
        self, page: LibraryPage, qtbot: QtBot, decks: tuple[TreeNode, ...]
    ) -> None:
        tree = page.findChild(QTreeView)
        qtbot.keyClick(tree, Qt.Key.Key_Down)
        with qtbot.assertNotEmitted(page.node_chosen):
            page.show_tree(decks)
        assert tree.currentIndex().data() == "Sailing"
        with qtbot.assertNotEmitted(page.node_chosen):
            page.choose_all()
        assert tree.currentIndex().data() == "All cards"

    def test_the_cross_of_the_search_grows_with_the_text_and_empties_the_line(
        self, page: LibraryPage, theme: Theme, qtbot: QtBot
    ) -> None:
        line = _search(page)
        cross = next(made for made in line.findChildren(QToolButton) if made.toolTip() == "Clear the search")
        assert not cross.isVisible()
        line.setText("tide")
        edges = []
        for percent in (100, 200):
            theme.apply(Appearance.LIGHT, percent)
            QApplication.processEvents()
            edges.append(cross.iconSize().width())
            assert cross.isVisible()
            assert line.rect().contains(cross.geometry())
        assert edges[1] == 2 * edges[0]
        qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
        assert (line.text(), cross.isVisible()) == ("", False)

    def test_sorting_is_asked_for(self, page: LibraryPage, qtbot: QtBot) -> None:
        header = page.findChild(QTableView).horizontalHeader()
        with qtbot.waitSignal(page.sort_wanted) as caught:
            header.setSortIndicator(3, Qt.SortOrder.DescendingOrder)
        assert caught.args == ["due", False]

    def test_the_preview_follows_what_is_typed(self, page: LibraryPage, qtbot: QtBot) -> None:
        front = page.findChild(QPlainTextEdit)
        front.setPlainText("A **bold** claim")
        preview = page.findChild(CardView)
        qtbot.waitUntil(lambda: "A bold claim" in preview.toPlainText())
        fields = {made.accessibleName(): made for made in page.findChildren(QLineEdit)}
        fields["Context"].setText("Sailing > Knots")
        qtbot.waitUntil(lambda: "Sailing › Knots" in preview.toPlainText())

    def test_a_card_that_cannot_be_is_not_saved(self, page: LibraryPage, qtbot: QtBot) -> None:
        front = page.findChild(QPlainTextEdit)
        front.setPlainText("   ")
        with qtbot.assertNotEmitted(page.note_saved):
            qtbot.keyClick(front, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert any(text.startswith("The front is empty") for text in _texts(page))

    def test_a_narrow_table_keeps_room_for_the_question(self, page: LibraryPage) -> None:
        page.resize(1300, 680)
        table = page.findChild(QTableView)
        assert not table.isColumnHidden(2)
        page.resize(700, 560)
        assert table.isColumnHidden(2)
        assert table.columnWidth(0) >= 120


class TestCram:
    @pytest.fixture
    def page(self, theme: Theme, qtbot: QtBot, decks: tuple[TreeNode, ...]) -> CramPage:
        page = _shown(CramPage(theme), qtbot)
        page.show_sections(decks)
        page.focus_first()
        return page

    def test_nothing_picked_cannot_start(self, page: CramPage, qtbot: QtBot) -> None:
        assert not _button(page, "Start").isEnabled()
        assert "Pick at least one topic" in _texts(page)
        with qtbot.assertNotEmitted(page.start_asked):
            qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def test_space_picks_and_ctrl_return_starts(self, page: CramPage, qtbot: QtBot) -> None:
        tree = page.findChild(QTreeView)
        qtbot.keyClick(tree, Qt.Key.Key_Space)
        assert "12 cards picked" in _texts(page)
        with qtbot.waitSignal(page.start_asked) as caught:
            qtbot.keyClick(tree, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert caught.args == [
            CramRequest(keys=("topic:knots", "topic:weather"), order=CramOrder.WEAKEST_FIRST, minutes=20)
        ]

    def test_the_recall_of_each_node_is_told_and_leaves_the_names_room(self, page: CramPage, qtbot: QtBot) -> None:
        tree = page.findChild(QTreeView)
        recall = tree.model().index(0, 2)
        page.resize(900, 600)
        wide = tree.header().sectionSize(2)
        assert recall.data() == "…"
        page.show_recalls({"deck:1": 0.84})
        assert recall.data() == "84 %"
        page.resize(380, 600)
        assert tree.header().sectionSize(2) < wide
        assert tree.header().sectionSize(0) > tree.header().sectionSize(1)

    def test_start_is_in_sight_in_the_smallest_window_with_large_text(self, page: CramPage, theme: Theme) -> None:
        theme.apply(Appearance.LIGHT, 150)
        page.resize(760, 515)
        QApplication.processEvents()
        assert not page.findChild(QScrollArea).verticalScrollBar().isVisible()
        assert page.rect().contains(_button(page, "Start").mapTo(page, _button(page, "Start").rect().bottomRight()))
        assert page.findChild(QTreeView).height() >= 3 * theme.sizes.target

    def test_without_cards_nothing_scrolls_in_the_smallest_window(self, page: CramPage, theme: Theme) -> None:
        page.show_sections(())
        theme.apply(Appearance.LIGHT, 150)
        page.resize(770, 515)
        QApplication.processEvents()
        assert page.findChild(QScrollArea).verticalScrollBar().maximum() == 0
        page.focus_first()
        assert page.focusWidget() is _button(page, "Import slides and decks")

    def test_order_and_time_are_chosen_with_the_mouse(self, page: CramPage, qtbot: QtBot) -> None:
        for name in ("Pick all topics", "Order: Shuffled", "Time: Until done"):
            qtbot.mouseClick(_button(page, name), Qt.MouseButton.LeftButton)
        with qtbot.waitSignal(page.start_asked) as caught:
            qtbot.mouseClick(_button(page, "Start"), Qt.MouseButton.LeftButton)
        assert caught.args[0].order is CramOrder.SHUFFLED
        assert caught.args[0].minutes is None
        assert caught.args[0].keys == ("topic:knots", "topic:weather", "deck:2")
        qtbot.mouseClick(_button(page, "Pick no topic"), Qt.MouseButton.LeftButton)
        assert not _button(page, "Start").isEnabled()


def test_large_text_in_the_smallest_window_scrolls_the_ways_in(theme: Theme, qtbot: QtBot) -> None:
    theme.apply(Appearance.LIGHT, 200)
    page = _shown(WelcomePage(theme), qtbot)
    page.resize(720, 500)
    QApplication.processEvents()
    words = page.findChildren(QLabel)
    assert all(made.heightForWidth(made.width()) <= made.height() for made in words if made.wordWrap())
    places = [way.geometry() for way in page._ways]
    assert all(above.bottom() < below.top() for above, below in pairwise(places))
    page._ways[-2].setFocus()
    qtbot.keyClick(page._ways[-2], Qt.Key.Key_Tab)
    assert page.focusWidget() is page._ways[-1]
    assert not page._ways[-1].visibleRegion().isEmpty()


class TestSettings:
    _SETTINGS = SettingsView(
        new_per_day=15,
        reviews_per_day=150,
        rollover_hour=3,
        answer_buttons=2,
        appearance="dark",
        text_percent=120,
        collection_path="/tmp/cards",
    )

    @pytest.fixture
    def page(self, theme: Theme, qtbot: QtBot) -> SettingsPage:
        page = _shown(SettingsPage(theme), qtbot)
        page.show_settings(self._SETTINGS)
        return page

    @pytest.mark.parametrize("percent", [80, 100, 200])
    def test_fields_and_check_boxes_begin_in_one_line(self, page: SettingsPage, theme: Theme, percent: int) -> None:
        theme.apply(Appearance.LIGHT, percent)
        page._scale.setFocus()
        QApplication.processEvents()
        body = page.findChild(QScrollArea).widget()
        fields = [each for each in page.findChildren(QWidget) if isinstance(each, QAbstractSpinBox | QCheckBox)]
        assert len({left_edge(body, field) for field in fields}) == 1

    def test_numbers_are_grouped_and_all_fields_alike_inside(self, page: SettingsPage) -> None:
        boxes = page.findChildren(QAbstractSpinBox)
        assert len({box.lineEdit().textMargins().left() for box in boxes}) == 1
        assert "36,500 days" in {box.text() for box in boxes}

    def test_nothing_is_kept_free_for_a_backup_that_there_was_not(self, page: SettingsPage) -> None:
        def height() -> int:
            QApplication.processEvents()
            return page.findChild(QScrollArea).widget().sizeHint().height()

        page.show_backups("")
        without = height()
        page.show_backups("Backed up 4 minutes ago")
        assert height() > without

    def test_what_is_shown_is_what_was_given(self, page: SettingsPage) -> None:
        assert page.settings() == self._SETTINGS

    def test_showing_settings_is_no_change(self, page: SettingsPage, qtbot: QtBot) -> None:
        with qtbot.assertNotEmitted(page.changed):
            page.show_settings(replace(self._SETTINGS, new_per_day=99, text_percent=200, appearance="light"))

    def test_each_change_takes_effect_at_once(self, page: SettingsPage, qtbot: QtBot) -> None:
        with qtbot.waitSignal(page.changed) as caught:
            qtbot.keyClick(page.findChild(QSpinBox), Qt.Key.Key_Up)
        assert caught.args[0] == replace(self._SETTINGS, new_per_day=16)
        with qtbot.waitSignal(page.changed) as caught:
            qtbot.keyClick(page.findChild(QSlider), Qt.Key.Key_Right)
        assert caught.args[0].text_percent == 130
        assert "130 %" in _texts(page)
        with qtbot.waitSignal(page.changed) as caught:
            qtbot.mouseClick(_button(page, "Appearance: Light"), Qt.MouseButton.LeftButton)
        assert caught.args[0].appearance == "light"
        with qtbot.waitSignal(page.changed) as caught:
            qtbot.mouseClick(_button(page, "Answer buttons: 6 (0 – 5)"), Qt.MouseButton.LeftButton)
        assert caught.args[0].answer_buttons == 6

    def test_the_collection_has_its_actions(self, page: SettingsPage, qtbot: QtBot) -> None:
        with qtbot.waitSignal(page.backup_asked):
            qtbot.mouseClick(_button(page, "Back up now"), Qt.MouseButton.LeftButton)
        with qtbot.waitSignal(page.open_asked):
            qtbot.mouseClick(_button(page, "Open another…"), Qt.MouseButton.LeftButton)


class TestSummary:
    @pytest.fixture
    def page(self, theme: Theme, qtbot: QtBot, summary: SummaryView) -> SummaryPage:
        page = _shown(SummaryPage(theme), qtbot)
        page.show_summary(summary)
        page.focus_first()
        return page

    def test_how_it_went_is_told(self, page: SummaryPage) -> None:
        texts = _texts(page)
        assert "85 % remembered, 20\N{NO-BREAK SPACE}cards" in texts
        assert "6 minutes  ·  9 due tomorrow" in texts
        assert "17 of 20" in texts
        assert "Which knot joins two ropes?" in texts
        assert "missed 2 times" in texts

    @pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
    def test_one_key_is_enough_to_leave(self, page: SummaryPage, qtbot: QtBot, key: Qt.Key) -> None:
        with qtbot.waitSignal(page.done_asked):
            qtbot.keyClick(page.focusWidget(), key)

    def test_a_missed_card_can_be_looked_at_and_edited(self, page: SummaryPage, qtbot: QtBot) -> None:
        with qtbot.waitSignal(page.card_asked) as caught:
            qtbot.mouseClick(_button(page, "Show: Which knot joins two ropes?"), Qt.MouseButton.LeftButton)
        assert caught.args == ["n4-0"]
        with qtbot.waitSignal(page.edit_asked) as caught:
            qtbot.mouseClick(_button(page, "Edit: Which knot joins two ropes?"), Qt.MouseButton.LeftButton)
        assert caught.args == ["n4-0"]

    def test_a_summary_that_was_replaced_is_not_styled_any_longer(
        self, page: SummaryPage, summary: SummaryView, theme: Theme, qapp: QApplication
    ) -> None:
        page.show_summary(summary)
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        theme.apply(Appearance.DARK, 150)  # raised once, about a widget that was deleted

    def test_slow_cards_and_the_load_of_the_week_are_told(
        self, page: SummaryPage, summary: SummaryView, qtbot: QtBot
    ) -> None:
        monday = date(2026, 5, 4)
        load = tuple(
            DayLoad(day=monday + timedelta(days=number), due=number, new=20 * (number < 2)) for number in range(7)
        )
        slow = SlowCard(uid="n7-0", question="Which **flag**?", topic="Flags", seconds=41)
        page.show_summary(replace(summary, slowest=(slow,), load=load))
        texts = _texts(page)
        assert "These took long" in texts
        assert "41 s" in texts
        assert [text for text in ("Tomorrow", "Tuesday", "Sunday") if text in texts] == [
            "Tomorrow",
            "Tuesday",
            "Sunday",
        ]
        assert [text for text in ("0 due, 20 new", "1 due, 20 new", "6 due") if text in texts] == [
            "0 due, 20 new",
            "1 due, 20 new",
            "6 due",
        ]
        assert "6 minutes  ·  0 due tomorrow  ·  20 new tomorrow" in texts
        assert page.findChildren(QProgressBar)[2].accessibleName() == "Tuesday: 1 due, 20 new"
        with qtbot.waitSignal(page.edit_asked) as caught:
            qtbot.mouseClick(_button(page, "Edit: Which flag?"), Qt.MouseButton.LeftButton)
        assert caught.args == ["n7-0"]

    def test_a_second_session_replaces_the_first(self, page: SummaryPage, summary: SummaryView) -> None:
        page.show_summary(replace(summary, answered=0, remembered=0, topics=(), missed=(), is_cram=True))
        texts = _texts(page)
        assert "Nothing answered" in texts
        assert "Round finished" in texts
        assert "17 of 20" not in texts
        assert not _button(page, "Changes no due date").isVisible()


class TestWelcome:
    @pytest.mark.parametrize(
        ("name", "signal"),
        [
            ("Try the welcome deck", "welcome_deck_asked"),
            ("Import…", "import_asked"),
            ("Import from Anki…", "package_asked"),
            ("Open an existing collection…", "open_asked"),
        ],
    )
    def test_each_way_in_works_by_key_and_mouse(self, theme: Theme, qtbot: QtBot, name: str, signal: str) -> None:
        page = _shown(WelcomePage(theme), qtbot)
        way = _button(page, name)
        with qtbot.waitSignal(getattr(page, signal)):
            qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
        way.setFocus()
        with qtbot.waitSignal(getattr(page, signal)):
            qtbot.keyClick(way, Qt.Key.Key_Return)

    def test_the_first_way_has_the_focus(self, theme: Theme, qtbot: QtBot) -> None:
        page = _shown(WelcomePage(theme), qtbot)
        page.focus_first()
        assert page.focusWidget().accessibleName() == "Try the welcome deck"
