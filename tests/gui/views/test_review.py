"""The review page, driven as a student drives it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFont, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from flashdeck.domain.quality import Quality
from flashdeck.gui.card_view import CardView
from flashdeck.gui.study_values import AnswerChoice, ProgressView, StudyCardView
from flashdeck.gui.theme import Appearance, Theme
from flashdeck.gui.views.answer_bar import AnswerButton, interval_text, next_time
from flashdeck.gui.views.plain_lines import PlainLines
from flashdeck.gui.views.review import ReviewPage
from flashdeck.gui.views.veil import Veil


@pytest.fixture
def page(theme: Theme, qtbot: QtBot, study_card: StudyCardView, progress: ProgressView) -> ReviewPage:
    made = ReviewPage(theme)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show_question(study_card, progress)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.focus_first()
    return made


def _card(page: ReviewPage) -> CardView:
    return page.findChild(CardView)


def _answers(page: ReviewPage) -> list[AnswerButton]:
    return [made for made in page.findChildren(AnswerButton) if made.isVisible()]


def _shown_labels(page: ReviewPage) -> list[str]:
    return [made.text() for made in page.findChildren(QLabel) if made.isVisible()]


def _button(page: ReviewPage, name: str) -> QPushButton:
    return next(made for made in page.findChildren(QPushButton) if made.text() == name)


def test_the_answer_is_hidden_until_it_is_asked_for(page: ReviewPage, qtbot: QtBot) -> None:
    assert "fixed" in _card(page).toPlainText()
    assert "bowline" not in _card(page).toPlainText()
    with qtbot.waitSignal(page.revealed):
        qtbot.keyClick(_card(page), Qt.Key.Key_Space)
    assert "bowline" in _card(page).toPlainText()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_one_key_shows_the_answer_and_then_says_good(page: ReviewPage, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(_card(page), key)
    with qtbot.waitSignal(page.rated) as caught:
        qtbot.keyClick(_card(page), key)
    assert caught.args == [Quality.GOOD]


@pytest.mark.parametrize(
    ("key", "quality"),
    [("1", Quality.AGAIN), ("2", Quality.HARD), ("3", Quality.GOOD), ("4", Quality.EASY)],
)
def test_digits_answer_once_the_answer_is_shown(page: ReviewPage, qtbot: QtBot, key: str, quality: Quality) -> None:
    with qtbot.assertNotEmitted(page.rated):
        qtbot.keyClicks(_card(page), key)
    page.reveal()
    with qtbot.waitSignal(page.rated) as caught:
        qtbot.keyClicks(_card(page), key)
    assert caught.args == [quality]


def test_six_grades_have_the_digits_of_the_scale(
    page: ReviewPage, qtbot: QtBot, study_card: StudyCardView, progress: ProgressView
) -> None:
    choices = tuple(AnswerChoice(key=str(int(quality)), quality=quality, interval_days=1) for quality in Quality)
    page.show_question(replace(study_card, choices=choices), progress)
    page.reveal()
    assert [made.accessibleName().split(",")[0] for made in _answers(page)] == [
        "Blank",
        "Wrong",
        "Nearly",
        "Hard",
        "Good",
        "Easy",
    ]
    with qtbot.waitSignal(page.rated) as caught:
        qtbot.keyClicks(_card(page), "0")
    assert caught.args == [Quality.BLACKOUT]


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_words_of_six_grades_are_whole_in_the_smallest_window(
    theme: Theme, page: ReviewPage, study_card: StudyCardView, progress: ProgressView, percent: int
) -> None:
    theme.apply(Appearance.LIGHT, percent)
    page.resize(840, 560)
    choices = tuple(AnswerChoice(key=str(int(quality)), quality=quality, interval_days=1) for quality in Quality)
    page.show_question(replace(study_card, choices=choices), progress)
    page.reveal()
    words = [made for button in _answers(page) for made in button.findChildren(QLabel) if made.isVisible()]
    assert {made.text() for made in words} >= {"Blank", "Easy"}
    assert [made.text() for made in words if not made.wordWrap() and made.width() < made.sizeHint().width()] == []


def test_a_card_is_answered_only_once(page: ReviewPage, qtbot: QtBot) -> None:
    answers: list[Quality] = []
    page.rated.connect(answers.append)
    page.reveal()
    qtbot.keyClicks(_card(page), "1")
    qtbot.keyClicks(_card(page), "4")
    qtbot.keyClick(_card(page), Qt.Key.Key_Space)
    assert answers == [Quality.AGAIN]


def test_a_held_key_neither_reveals_nor_answers(page: ReviewPage, qtbot: QtBot) -> None:
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", autorep=True)
    QApplication.sendEvent(page, held)
    assert not page.answer_shown


def _veil(page: ReviewPage) -> Veil:
    return page.findChild(Veil)


def test_the_next_card_clears_up_in_its_place(
    page: ReviewPage, qtbot: QtBot, study_card: StudyCardView, progress: ProgressView
) -> None:
    assert not _veil(page).isVisible()
    place = _card(page).geometry()
    page.show_question(replace(study_card, uid="n2-0"), progress)
    assert _veil(page).isVisible()
    assert _veil(page).geometry() == _card(page).viewport().geometry()
    assert _card(page).geometry() == place
    qtbot.waitUntil(lambda: not _veil(page).isVisible())


def test_an_answer_and_the_same_card_again_come_without_a_fade(
    page: ReviewPage, study_card: StudyCardView, progress: ProgressView
) -> None:
    page.reveal()
    assert not _veil(page).isVisible()
    page.show_question(study_card, progress)
    assert not _veil(page).isVisible()


def test_a_key_pressed_during_the_fade_counts(
    page: ReviewPage, qtbot: QtBot, study_card: StudyCardView, progress: ProgressView
) -> None:
    page.show_question(replace(study_card, uid="n2-0"), progress)
    qtbot.keyClick(_card(page), Qt.Key.Key_Space)
    assert page.answer_shown


def test_with_reduced_motion_nothing_fades(
    page: ReviewPage, theme: Theme, study_card: StudyCardView, progress: ProgressView
) -> None:
    page.show_question(replace(study_card, uid="n2-0"), progress)
    theme.apply(Appearance.LIGHT, 100, reduces_motion=True)
    page.show_question(replace(study_card, uid="n3-0"), progress)
    assert not _veil(page).isVisible()


@pytest.mark.parametrize(("percent", "count"), [(80, 4), (100, 4), (200, 2), (200, 4), (200, 6)])
def test_what_an_answer_brings_is_read_in_full_and_nothing_moves_for_it(
    page: ReviewPage, theme: Theme, qtbot: QtBot, study_card: StudyCardView, progress: ProgressView, percent: int,
    count: int,
) -> None:  # fmt: skip
    theme.apply(Appearance.LIGHT, percent)
    page.resize(840, 520)
    qualities = {2: (1, 4), 4: (1, 3, 4, 5), 6: range(6)}[count]
    heights = set()
    for days, drilled in ((60, True), (1, True), (3, False)):
        choices = tuple(
            AnswerChoice(key=str(quality), quality=Quality(quality), interval_days=days, drilled=drilled)
            for quality in qualities
        )
        page.show_question(replace(study_card, choices=choices), progress)
        for _ in range(3):  # the first time there are other buttons than before, in a window of another size
            QApplication.processEvents()
        heights.add(page._bar.height())
        page.reveal()
        QApplication.processEvents()
        heights.add(page._bar.height())
        assert len(_answers(page)) == count
        for made in _answers(page):
            below = made._below
            longest = max(below.fontMetrics().horizontalAdvance(word) for word in below.text().split(" "))
            assert below.heightForWidth(below.width()) <= below.height()
            assert longest <= below.width()
    assert len(heights) == 1


def test_the_mouse_does_the_same(page: ReviewPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(_answers(page)[0], Qt.MouseButton.LeftButton)
    assert page.answer_shown
    with qtbot.waitSignal(page.rated) as caught:
        qtbot.mouseClick(_answers(page)[1], Qt.MouseButton.LeftButton)
    assert caught.args == [Quality.HARD]


def test_the_buttons_stand_where_the_show_button_stood(page: ReviewPage) -> None:
    def span() -> tuple[int, int, int, int]:
        shown = _answers(page)
        first, last = shown[0], shown[-1]
        start = first.mapTo(page, QPoint(0, 0))
        end = last.mapTo(page, QPoint(last.width(), last.height()))
        return start.x(), start.y(), end.x(), end.y()

    before = span()
    page.reveal()
    page.layout().activate()
    assert span() == before


def test_a_long_card_scrolls_and_the_buttons_do_not(
    page: ReviewPage, qtbot: QtBot, study_card: StudyCardView, progress: ProgressView
) -> None:
    page.show_question(replace(study_card, answer="A paragraph.\n\n" * 80), progress)
    page.reveal()
    before = [made.mapTo(page, QPoint(0, 0)) for made in _answers(page)]
    qtbot.keyClick(_card(page), Qt.Key.Key_PageDown)
    assert _card(page).verticalScrollBar().value() > 0
    assert [made.mapTo(page, QPoint(0, 0)) for made in _answers(page)] == before


@pytest.mark.parametrize(
    ("key", "signal"), [("e", "edit_asked"), ("*", "mark_asked"), ("-", "bury_asked"), ("@", "suspend_asked")]
)
def test_letters_ask_for_actions(page: ReviewPage, qtbot: QtBot, key: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(page, signal)):
        qtbot.keyClicks(_card(page), key)


def test_escape_goes_back(page: ReviewPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.back):
        qtbot.keyClick(_card(page), Qt.Key.Key_Escape)


def test_undo_is_offered_only_when_there_is_something_to_undo(
    page: ReviewPage, qtbot: QtBot, study_card: StudyCardView
) -> None:
    with qtbot.waitSignal(page.undo_asked):
        qtbot.mouseClick(_button(page, "Undo"), Qt.MouseButton.LeftButton)
    page.show_question(study_card, ProgressView(done=0, total=21, minutes_left=7))
    assert not _button(page, "Undo").isEnabled()


def test_the_slide_is_shown_beside_with_its_passage_marked(page: ReviewPage, qtbot: QtBot) -> None:
    text = page.findChild(PlainLines)
    assert not text.isVisible()
    qtbot.keyClicks(_card(page), "s")
    assert text.isVisible()
    assert text.toPlainText() == "Knots\n- Bowline: a fixed loop"
    marked = [text.document().findBlockByNumber(number).blockFormat().background().style() for number in (0, 1)]
    assert marked[0] == Qt.BrushStyle.NoBrush
    assert marked[1] == Qt.BrushStyle.SolidPattern
    qtbot.keyClicks(_card(page), "s")
    assert not text.isVisible()


def test_a_slide_left_open_waits_for_the_next_answer(
    page: ReviewPage, qtbot: QtBot, study_card: StudyCardView, progress: ProgressView
) -> None:
    text = page.findChild(PlainLines)
    qtbot.keyClicks(_card(page), "s")
    for way in (Qt.Key.Key_Space, Qt.Key.Key_S):
        page.show_question(study_card, progress)
        assert not text.isVisible()
        assert _button(page, "Source").isChecked()
        assert "The slide comes with the answer. S shows it now." in _shown_labels(page)
        qtbot.keyClick(_card(page), way)
        assert text.isVisible()
        assert not any("comes with the answer" in shown for shown in _shown_labels(page))
    qtbot.keyClicks(_card(page), "s")
    assert not text.isVisible()
    assert not _button(page, "Source").isChecked()


def test_only_the_passage_is_bold_whatever_was_marked_before(
    page: ReviewPage, qtbot: QtBot, study_card: StudyCardView, progress: ProgressView
) -> None:
    source = study_card.source
    assert source is not None
    other = replace(source, lines=tuple(reversed(source.lines)))
    page.show_question(replace(study_card, source=other), progress)
    page.show_question(study_card, progress)
    qtbot.keyClicks(_card(page), "s")
    document = page.findChild(PlainLines).document()
    weights = []
    for number in (0, 1):
        cursor = QTextCursor(document.findBlockByNumber(number))
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        weights.append(cursor.charFormat().fontWeight())
    assert weights == [QFont.Weight.Normal, QFont.Weight.DemiBold]


def test_a_card_without_a_slide_has_no_source(
    page: ReviewPage, qtbot: QtBot, study_card: StudyCardView, progress: ProgressView
) -> None:
    qtbot.keyClicks(_card(page), "s")
    page.show_question(replace(study_card, source=None), progress)
    assert not page.findChild(PlainLines).isVisible()
    assert not _button(page, "Source").isEnabled()
    qtbot.keyClicks(_card(page), "s")
    assert not page.findChild(PlainLines).isVisible()


def test_progress_and_time_left_are_told(page: ReviewPage) -> None:
    texts = [made.text() for made in page.findChildren(QLabel)]
    assert "4 of 21  ·  6 min" in texts
    assert "Sailing  ›  Knots" in texts


def test_tab_leads_from_the_card_over_the_answers_to_the_actions(page: ReviewPage, qtbot: QtBot) -> None:
    page.reveal()
    names = []
    for _ in range(5):
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
        names.append(page.window().focusWidget().accessibleName().split(",")[0])
    assert names == ["Again", "Hard", "Good", "Easy", "Source"]


def test_a_focused_answer_is_pressed_by_space_and_by_return(page: ReviewPage, qtbot: QtBot) -> None:
    page.reveal()
    hard = _answers(page)[1]
    hard.setFocus()
    with qtbot.waitSignal(page.rated) as caught:
        qtbot.keyClick(hard, Qt.Key.Key_Return)
    assert caught.args == [Quality.HARD]


def test_question_and_answer_are_announced(theme: Theme, page: ReviewPage, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def listen(event: QAccessibleEvent) -> None:
        said.append(event.message())  # type: ignore[attr-defined]

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    page.show_question(
        StudyCardView(uid="x", context="", question="**Q**", answer="`A`", choices=()),
        ProgressView(done=0, total=1, minutes_left=1),
    )
    page.reveal()
    assert said == ["Q", "A"]


def test_the_page_follows_the_text_size(theme: Theme, page: ReviewPage) -> None:
    page.reveal()
    before = _answers(page)[0].height()
    theme.apply(Appearance.DARK, 180)
    page.layout().activate()
    assert page.answer_shown
    assert _answers(page)[0].height() > before
    assert "bowline" in _card(page).toPlainText()


@pytest.mark.parametrize(
    ("days", "text"),
    [(1, "1 d"), (60, "60 d"), (61, "2 mo"), (75, "2.5 mo"), (364, "12 mo"), (365, "1 y"), (900, "2.5 y")],
)
def test_intervals_are_short(days: int, text: str) -> None:
    assert interval_text(days) == text


def test_buttons_tell_when_the_card_comes_back() -> None:
    assert (
        next_time(AnswerChoice(key="1", quality=Quality.AGAIN, interval_days=1, drilled=True)) == "today, then 1\u00a0d"
    )
    assert next_time(AnswerChoice(key="3", quality=Quality.GOOD, interval_days=None)) == "done"
    assert (
        next_time(AnswerChoice(key="1", quality=Quality.AGAIN, interval_days=None, drilled=True))
        == "again in this round"
    )


def test_hostile_context_is_shown_as_it_is(page: ReviewPage, study_card: StudyCardView, progress: ProgressView) -> None:
    page.show_question(replace(study_card, context="<b>bold</b>\u202e"), progress)
    shown = [made for made in page.findChildren(QLabel) if "<b>" in made.text()]
    assert [made.textFormat() for made in shown] == [Qt.TextFormat.PlainText]
    assert "\u202e" not in shown[0].text()


def test_no_child_is_wider_than_the_smallest_window(theme: Theme, page: ReviewPage) -> None:
    page.resize(840, 560)
    page.reveal()
    for child in page.findChildren(QWidget):
        if child.isVisible() and child.parent() is page:
            assert child.geometry().right() <= page.width()
