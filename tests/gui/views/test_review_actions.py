"""Typing the answer, marking, keys of the user's own, the stop at a leech, and the page of the slides."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from flashdeck.domain.pages import PagePicture
from flashdeck.domain.quality import Quality
from flashdeck.gui.card_view import CardView
from flashdeck.gui.shortcuts import Shortcuts
from flashdeck.gui.study_values import LeechView, PageRef, ProgressView, SourceLine, StudyCardView
from flashdeck.gui.theme import Theme
from flashdeck.gui.views.plain_lines import PlainLines
from flashdeck.gui.views.review import ReviewPage
from flashdeck.gui.views.source_panel import PageView


@pytest.fixture
def shortcuts() -> Shortcuts:
    return Shortcuts()


@pytest.fixture
def page(
    theme: Theme, shortcuts: Shortcuts, qtbot: QtBot, study_card: StudyCardView, progress: ProgressView
) -> ReviewPage:
    made = ReviewPage(theme, shortcuts)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show_question(study_card, progress)
    made.show()
    made.activateWindow()
    with qtbot.waitActive(made):
        pass
    made.focus_first()
    return made


def _card(page: ReviewPage) -> CardView:
    return page.findChild(CardView)


def _line(page: ReviewPage) -> QLineEdit:
    return page.findChild(QLineEdit)


class TestTyping:
    def test_t_gives_a_line_and_return_compares(self, page: ReviewPage, qtbot: QtBot) -> None:
        with qtbot.waitSignal(page.typing_changed) as told:
            qtbot.keyClicks(_card(page), "t")
        assert told.args == [True]
        assert _line(page).hasFocus()
        qtbot.keyClicks(_line(page), "the bowlin 3")
        assert not page.answer_shown
        qtbot.keyClick(_line(page), Qt.Key.Key_Return)
        assert page.answer_shown
        shown = _card(page).toPlainText()
        assert "You were close:" in shown or "You typed something else:" in shown
        assert "bowlin 3" in shown

    def test_the_right_answer_is_told_in_words(self, page: ReviewPage, qtbot: QtBot) -> None:
        page.set_typing(wanted=True)
        page.focus_first()
        qtbot.keyClicks(_line(page), "The Bowline")
        qtbot.keyClick(_line(page), Qt.Key.Key_Return)
        assert "You typed it right." in _card(page).toPlainText()
        with qtbot.waitSignal(page.rated) as caught:
            qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
        assert caught.args == [Quality.GOOD]

    def test_the_next_card_has_an_empty_line_with_the_focus(
        self, page: ReviewPage, qtbot: QtBot, study_card: StudyCardView, progress: ProgressView
    ) -> None:
        page.set_typing(wanted=True)
        page.focus_first()
        qtbot.keyClicks(_line(page), "abc")
        page.show_question(study_card, progress)
        assert _line(page).text() == ""
        assert _line(page).hasFocus()

    def test_the_button_names_the_key_that_shows_the_answer(self, page: ReviewPage) -> None:
        shown = page._bar._show
        assert shown.accessibleDescription() == "Space"
        page.toggle_typing()
        assert shown.accessibleDescription() == "Enter", "in the line a space is a space"
        page.toggle_typing()
        assert shown.accessibleDescription() == "Space"

    def test_nothing_typed_compares_nothing(self, page: ReviewPage, qtbot: QtBot) -> None:
        page.set_typing(wanted=True)
        page.focus_first()
        qtbot.keyClick(_line(page), Qt.Key.Key_Return)
        assert page.answer_shown
        assert "You" not in _card(page).toPlainText()

    def test_escape_leaves_the_line_before_it_leaves_the_page(self, page: ReviewPage, qtbot: QtBot) -> None:
        page.set_typing(wanted=True)
        page.focus_first()
        with qtbot.assertNotEmitted(page.back):
            qtbot.keyClick(_line(page), Qt.Key.Key_Escape)
        assert _card(page).hasFocus()
        with qtbot.waitSignal(page.typing_changed) as told:
            qtbot.keyClicks(_card(page), "t")
        assert told.args == [False]
        with qtbot.waitSignal(page.back):
            qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)

    def test_what_was_typed_is_shown_literally(self, page: ReviewPage, qtbot: QtBot) -> None:
        page.set_typing(wanted=True)
        _line(page).setText("<img src='/etc/hostname'> <b>x</b>")
        page.reveal()
        assert "img src etc hostname b x b" in _card(page).toPlainText()

    @pytest.mark.parametrize("length", range(1, 12))
    def test_nothing_moves_for_the_comparison(
        self, page: ReviewPage, study_card: StudyCardView, progress: ProgressView, length: int
    ) -> None:
        page.set_typing(wanted=True)
        answer = "this is a rather long answer that goes on for several lines of the card " * length
        page.show_question(replace(study_card, answer=answer), progress)
        before = _card(page).cursorRect(_card(page).document().find("Which knot"))
        _line(page).setText(answer[:-30])
        page.reveal()
        assert "You " in _card(page).toPlainText()
        assert _card(page).cursorRect(_card(page).document().find("Which knot")) == before

    def test_nothing_moves_when_the_line_comes(self, page: ReviewPage) -> None:
        before = _card(page).geometry()
        page.set_typing(wanted=True)
        page.layout().activate()
        assert _card(page).geometry() == before


class TestMark:
    def test_the_key_asks_and_the_button_tells(
        self, page: ReviewPage, qtbot: QtBot, study_card: StudyCardView, progress: ProgressView
    ) -> None:
        with qtbot.waitSignal(page.mark_asked):
            qtbot.keyClicks(_card(page), "*")
        page.show_question(replace(study_card, is_marked=True), progress)
        made = next(made for made in page.findChildren(QPushButton) if made.text() == "Marked")
        assert made.isChecked()


class TestKeys:
    def test_a_changed_key_serves_and_is_named(self, page: ReviewPage, shortcuts: Shortcuts, qtbot: QtBot) -> None:
        shortcuts.adopt({"edit": "W", "reveal": "X"})
        with qtbot.waitSignal(page.edit_asked):
            qtbot.keyClicks(_card(page), "w")
        with qtbot.assertNotEmitted(page.edit_asked):
            qtbot.keyClicks(_card(page), "e")
        edit = next(made for made in page.findChildren(QPushButton) if made.text() == "Edit")
        assert "(W)" in edit.toolTip()
        assert any(hint.key == "W" for hint in page.key_hints())
        qtbot.keyClicks(_card(page), "x")
        assert page.answer_shown

    def test_return_serves_whatever_the_key_is(self, page: ReviewPage, shortcuts: Shortcuts, qtbot: QtBot) -> None:
        shortcuts.adopt({"reveal": ""})
        qtbot.keyClick(_card(page), Qt.Key.Key_Return)
        assert page.answer_shown


class TestLeech:
    def test_stops_and_offers_ways_on(self, page: ReviewPage, qtbot: QtBot) -> None:
        page.show_leech(LeechView(question="Which *knot*?", lapses=8, reasons=("It asks two things.",)))
        texts = [made.text() for made in page.leech.findChildren(type(page.leech._title)) if made.isVisible()]
        assert "Which knot?" in texts
        assert any("It asks two things." in text for text in texts)
        with qtbot.waitSignal(page.leech.edit_asked):
            qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
        with qtbot.waitSignal(page.leech.suspend_asked):
            qtbot.keyClicks(page.focusWidget(), "@")
        with qtbot.waitSignal(page.leech.go_on_asked), qtbot.assertNotEmitted(page.back):
            qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)

    def test_the_users_own_keys_serve_here_too(self, page: ReviewPage, shortcuts: Shortcuts, qtbot: QtBot) -> None:
        shortcuts.adopt({"suspend": "X", "edit": "W"})
        page.show_leech(LeechView(question="Which knot?", lapses=8))
        with qtbot.waitSignal(page.leech.suspend_asked):
            qtbot.keyClicks(page.focusWidget(), "x")
        with qtbot.waitSignal(page.leech.edit_asked):
            qtbot.keyClicks(page.focusWidget(), "w")
        assert "(X)" in page.leech._suspend.toolTip()

    def test_no_answer_counts_during_the_stop(self, page: ReviewPage, qtbot: QtBot) -> None:
        page.reveal()
        page.show_leech(LeechView(question="Which knot?", lapses=8))
        with qtbot.assertNotEmitted(page.rated):
            qtbot.keyClicks(page.focusWidget(), "3")

    @pytest.mark.parametrize("command", ["reveal", "type", "source", "mark", "bury"])
    def test_no_command_reaches_the_card_that_was_answered_or_the_next(
        self, page: ReviewPage, shortcuts: Shortcuts, qtbot: QtBot, command: str
    ) -> None:
        page.reveal()
        page.show_leech(LeechView(question="Which knot?", lapses=8))
        assert not page.answer_shown
        was_typing = page._bar.is_typing
        with (
            qtbot.assertNotEmitted(page.mark_asked),
            qtbot.assertNotEmitted(page.bury_asked),
            qtbot.assertNotEmitted(page.revealed),
        ):
            qtbot.keyClicks(page.leech, " " if command == "reveal" else shortcuts.key(command))
            page.serve(command)
        assert page.leech.isVisible()
        assert page._bar.is_typing is was_typing

    def test_the_menu_serves_the_leech(self, page: ReviewPage, qtbot: QtBot) -> None:
        page.show_leech(LeechView(question="Which knot?", lapses=8))
        with qtbot.waitSignal(page.leech.edit_asked), qtbot.assertNotEmitted(page.edit_asked):
            page.serve("edit")
        with qtbot.waitSignal(page.leech.suspend_asked), qtbot.assertNotEmitted(page.suspend_asked):
            page.serve("suspend")

    def test_the_next_question_ends_the_stop(
        self, page: ReviewPage, study_card: StudyCardView, progress: ProgressView
    ) -> None:
        page.show_leech(LeechView(question="Which knot?", lapses=8))
        page.show_question(study_card, progress)
        assert _card(page).isVisible()


class TestBombs:
    """What would take a layout seconds is cut before it gets there."""

    def test_an_endless_line_of_a_slide_is_cut(
        self, page: ReviewPage, study_card: StudyCardView, progress: ProgressView
    ) -> None:
        lines = (SourceLine(text="x" * 1_000_000), *(SourceLine(text="y") for _ in range(5000)))
        lines = (*lines, SourceLine(text="the passage", marked=True))
        page.show_question(replace(study_card, source=replace(study_card.source, lines=lines)), progress)
        page.toggle_source()
        shown = page.findChild(PlainLines)
        assert len(shown.toPlainText()) < 25_000
        assert shown.document().blockCount() <= 500

    def test_an_endless_leech_is_short(self, page: ReviewPage) -> None:
        page.show_leech(LeechView(question="word " * 10_000, lapses=8, reasons=("reason " * 1000,)))
        assert all(len(made.text()) < 1200 for made in page.leech.findChildren(type(page.leech._title)))

    def test_an_endless_typed_answer_is_compared_in_part(self, page: ReviewPage) -> None:
        page.set_typing(wanted=True)
        _line(page).setText("a b " * 8000)
        page.reveal()
        assert len(_card(page).toPlainText()) < 5000


class TestPicture:
    @pytest.fixture
    def ref(self) -> PageRef:
        return PageRef(path=Path("knots.pdf"), number=7, passage=("Bowline",))

    @pytest.fixture
    def picture(self) -> PagePicture:
        pixels = bytes([200, 10, 10]) * 40 * 20
        return PagePicture(width=40, height=20, stride=120, pixels=pixels, boxes=((0.1, 0.5, 0.9, 0.7),))

    @pytest.fixture
    def with_page(
        self, page: ReviewPage, study_card: StudyCardView, progress: ProgressView, ref: PageRef
    ) -> ReviewPage:
        page.show_question(replace(study_card, source=replace(study_card.source, page=ref)), progress)
        return page

    def test_is_asked_for_only_once_it_is_to_be_seen(self, with_page: ReviewPage, qtbot: QtBot, ref: PageRef) -> None:
        with qtbot.waitSignal(with_page.source.page_wanted) as asked:
            qtbot.keyClicks(_card(with_page), "s")
        assert asked.args[0] == ref
        assert with_page.findChild(PlainLines).isVisible()  # until the picture is there

    def test_is_shown_with_the_passage_marked(
        self, with_page: ReviewPage, qtbot: QtBot, ref: PageRef, picture: PagePicture
    ) -> None:
        qtbot.keyClicks(_card(with_page), "s")
        with_page.source.show_page(ref, picture)
        view = with_page.findChild(PageView)
        assert view.isVisible()
        assert "passage is marked" in view.accessibleName()
        qtbot.waitUntil(lambda: view.height() > 10)
        shot = view.grab().toImage()
        height = shot.height()
        plain = shot.pixelColor(shot.width() // 2, round(height * 0.2))
        marked = shot.pixelColor(shot.width() // 2, round(height * 0.6))
        assert plain.red() == 200
        assert marked.blue() > plain.blue() + 20

    def test_stays_where_it_was_scrolled_to_when_the_answer_is_shown(
        self, with_page: ReviewPage, qtbot: QtBot, ref: PageRef
    ) -> None:
        tall = PagePicture(
            width=40, height=400, stride=120, pixels=bytes([200, 10, 10]) * 40 * 400, boxes=((0.1, 0.8, 0.9, 0.85),)
        )
        qtbot.keyClicks(_card(with_page), "s")
        with_page.source.show_page(ref, tall)
        bar = with_page.source._scroll.verticalScrollBar()
        qtbot.waitUntil(lambda: bar.maximum() > 100)
        bar.setValue(3)
        with_page.reveal()
        assert bar.value() == 3

    def test_a_late_picture_of_another_slide_is_not_shown(
        self, with_page: ReviewPage, qtbot: QtBot, ref: PageRef, picture: PagePicture
    ) -> None:
        qtbot.keyClicks(_card(with_page), "s")
        with_page.source.show_page(replace(ref, number=9), picture)
        assert not with_page.findChild(PageView).isVisible()

    def test_the_text_can_be_had_instead(
        self, with_page: ReviewPage, qtbot: QtBot, ref: PageRef, picture: PagePicture
    ) -> None:
        qtbot.keyClicks(_card(with_page), "s")
        with_page.source.show_page(ref, picture)
        qtbot.mouseClick(
            next(made for made in with_page.source.findChildren(QPushButton) if made.text() == "Text"),
            Qt.MouseButton.LeftButton,
        )
        assert with_page.findChild(PlainLines).isVisible()

    def test_why_there_is_none_is_said(self, with_page: ReviewPage, qtbot: QtBot, ref: PageRef) -> None:
        qtbot.keyClicks(_card(with_page), "s")
        with_page.source.show_problem(ref, "Page 7 cannot be drawn.")
        assert with_page.source._problem.isVisible()
        assert with_page.findChild(PlainLines).isVisible()
