"""All settings, the keys and the way back to a backup."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDateEdit,
    QLabel,
    QListWidget,
    QPushButton,
    QScrollArea,
    QTimeEdit,
)
from pytestqt.qtbot import QtBot

from flashdeck.domain.choices import Algorithm
from flashdeck.gui.setting_values import BackupRow, SettingsView
from flashdeck.gui.shortcuts import Shortcuts
from flashdeck.gui.theme import Appearance, Theme
from flashdeck.gui.views.backups_dialog import BackupsDialog
from flashdeck.gui.views.keys_dialog import KeysDialog
from flashdeck.gui.views.settings import SettingsPage

SETTINGS = SettingsView(
    new_per_day=15,
    reviews_per_day=150,
    rollover_hour=3,
    answer_buttons=2,
    appearance="dark",
    text_percent=120,
    drill_distance=5,
    leech_lapses=6,
    types_answer=True,
    algorithm=Algorithm.FSRS6,
    retention_percent=85,
    maximum_interval_days=180,
    smooths_load=True,
    easy_weekdays=(5, 6),
    reduces_motion=True,
    reminder_minute=7 * 60 + 45,
    exam_on=date(2026, 6, 12),
    collection_path="/tmp/cards",
)


class TestSettings:
    @pytest.fixture
    def page(self, theme: Theme, qtbot: QtBot) -> SettingsPage:
        page = SettingsPage(theme)
        qtbot.addWidget(page)
        page.resize(1000, 700)
        page.show_settings(SETTINGS)
        page.show()
        return page

    def _button(self, page: SettingsPage, name: str) -> QPushButton:
        return next(made for made in page.findChildren(QPushButton) if made.accessibleName() == name)

    def test_every_setting_is_shown_as_it_is(self, page: SettingsPage) -> None:
        assert page.settings() == SETTINGS
        off = replace(
            SETTINGS, reminder_minute=None, types_answer=False, easy_weekdays=(), algorithm=Algorithm.SM2, exam_on=None
        )
        page.show_settings(off)
        assert page.settings() == off

    def test_the_scheduler_decides_whether_recall_can_be_wished_for(self, page: SettingsPage, qtbot: QtBot) -> None:
        assert page._retention.isEnabled()
        with qtbot.waitSignal(page.changed) as told:
            qtbot.mouseClick(self._button(page, "Scheduler: SM-2"), Qt.MouseButton.LeftButton)
        assert told.args[0].algorithm is Algorithm.SM2
        assert not page._retention.isEnabled()

    def test_the_reminder_has_a_time_only_when_it_is_wanted(self, page: SettingsPage, qtbot: QtBot) -> None:
        box = next(made for made in page.findChildren(QCheckBox) if "Remind" in made.text())
        with qtbot.waitSignal(page.changed) as told:
            qtbot.keyClick(box, Qt.Key.Key_Space)
        assert told.args[0].reminder_minute is None
        assert not page.findChild(QTimeEdit).isEnabled()

    def test_an_exam_is_set_from_the_day_offered_and_taken_back(self, page: SettingsPage, qtbot: QtBot) -> None:
        page.offer_exam_day(date(2026, 6, 1))
        page.show_settings(replace(SETTINGS, exam_on=None))
        box = next(made for made in page.findChildren(QCheckBox) if "exam" in made.text())
        assert not page._exam.isEnabled()
        with qtbot.waitSignal(page.changed) as told:
            qtbot.keyClick(box, Qt.Key.Key_Space)
        assert told.args[0].exam_on == date(2026, 6, 1)
        page._exam.setSelectedSection(QDateEdit.Section.DaySection)
        with qtbot.waitSignal(page.changed) as told:
            qtbot.keyClick(page._exam, Qt.Key.Key_Up)
        assert told.args[0].exam_on == date(2026, 6, 2)
        with qtbot.waitSignal(page.changed) as told:
            qtbot.keyClick(box, Qt.Key.Key_Space)
        assert told.args[0].exam_on is None

    def test_the_year_of_the_exam_has_four_digits(self, page: SettingsPage) -> None:
        assert "2026" in page._exam.text()

    def test_easy_days_are_picked_one_by_one(self, page: SettingsPage, qtbot: QtBot) -> None:
        with qtbot.waitSignal(page.changed) as told:
            qtbot.mouseClick(self._button(page, "Easy days: Monday"), Qt.MouseButton.LeftButton)
        assert told.args[0].easy_weekdays == (0, 5, 6)

    def test_the_wheel_over_a_number_scrolls_the_page_instead_of_changing_it(self, page: SettingsPage) -> None:
        middle = page._reviews.rect().center()
        event = QWheelEvent(
            middle, page._reviews.mapToGlobal(middle), middle, middle * 0 + middle, Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        page.setFocus()
        QApplication.sendEvent(page._reviews, event)
        assert page._reviews.value() == 150

    def test_keys_and_backups_can_be_asked_for(self, page: SettingsPage, qtbot: QtBot) -> None:
        with qtbot.waitSignal(page.keys_asked):
            self._button(page, "All keys, to be changed").click()
        with qtbot.waitSignal(page.restore_asked):
            self._button(page, "Go back to a backup").click()
        page.show_backups("Backed up 4 minutes ago")
        assert any(made.text() == "Backed up 4 minutes ago" for made in page.findChildren(QLabel))


class TestKeys:
    @pytest.fixture
    def shortcuts(self) -> Shortcuts:
        return Shortcuts()

    @pytest.fixture
    def dialog(self, theme: Theme, shortcuts: Shortcuts, qtbot: QtBot) -> KeysDialog:
        made = KeysDialog(theme, shortcuts)
        qtbot.addWidget(made)
        made.show()
        return made

    def test_a_key_is_changed_by_pressing_it(self, dialog: KeysDialog, shortcuts: Shortcuts, qtbot: QtBot) -> None:
        made = dialog._buttons["source"]
        qtbot.keyClick(made, Qt.Key.Key_Return)
        assert made.text() == "Press a key…"
        with qtbot.waitSignal(dialog.changed):
            qtbot.keyClick(made, Qt.Key.Key_Q)
        assert shortcuts.key("source") == "Q"
        assert made.accessibleName() == "Show the slide it came from: Q"

    def test_every_key_is_in_sight_whatever_its_name(self, dialog: KeysDialog) -> None:
        scroll = dialog.findChild(QScrollArea)
        assert isinstance(scroll, QScrollArea)
        assert scroll.horizontalScrollBar().maximum() == 0

    def test_a_key_that_is_taken_is_told_and_taken_over_only_on_request(
        self, dialog: KeysDialog, shortcuts: Shortcuts, qtbot: QtBot
    ) -> None:
        made = dialog._buttons["source"]
        made.click()
        with qtbot.assertNotEmitted(dialog.changed):
            qtbot.keyClick(made, Qt.Key.Key_E)
        assert "“Edit the card”" in dialog.notice.text()
        assert (shortcuts.key("source"), shortcuts.key("edit")) == ("S", "E")
        with qtbot.waitSignal(dialog.changed):
            dialog.notice._action.click()
        assert (shortcuts.key("source"), shortcuts.key("edit")) == ("E", "")

    def test_a_key_can_be_taken_away_and_all_be_reset(
        self, dialog: KeysDialog, shortcuts: Shortcuts, qtbot: QtBot
    ) -> None:
        made = dialog._buttons["mark"]
        made.click()
        qtbot.keyClick(made, Qt.Key.Key_Backspace)
        assert (shortcuts.key("mark"), made.text()) == ("", "none")
        with qtbot.waitSignal(dialog.changed):
            next(each for each in dialog.findChildren(QPushButton) if each.text() == "Reset all keys").click()
        assert shortcuts.chosen() == {}

    def test_escape_keeps_the_key_and_the_dialog(self, dialog: KeysDialog, shortcuts: Shortcuts, qtbot: QtBot) -> None:
        made = dialog._buttons["mark"]
        made.click()
        qtbot.keyClick(made, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        assert made.text() == "*"

    def test_keys_that_mean_the_same_everywhere_are_not_given_away(
        self, dialog: KeysDialog, shortcuts: Shortcuts, qtbot: QtBot
    ) -> None:
        made = dialog._buttons["mark"]
        made.click()
        qtbot.keyClick(made, Qt.Key.Key_Return)
        assert shortcuts.chosen() == {}
        assert "is kept for “The main button" in dialog.notice.text()

    @pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
    def test_tab_ends_the_waiting_in_words(
        self, dialog: KeysDialog, shortcuts: Shortcuts, qtbot: QtBot, key: Qt.Key
    ) -> None:
        made = dialog._buttons["mark"]
        made.click()
        qtbot.keyClick(made, key)
        assert (made.isChecked(), shortcuts.chosen()) == (False, {})
        assert "is kept for “To the next field" in dialog.notice.text()

    def test_who_looks_elsewhere_gives_no_key(self, dialog: KeysDialog, qtbot: QtBot) -> None:
        made = dialog._buttons["mark"]
        made.setFocus()
        made.click()
        dialog._buttons["bury"].setFocus()
        assert not made.isChecked()

    def test_keys_that_cannot_be_changed_are_listed_too(self, dialog: KeysDialog) -> None:
        texts = {made.text() for made in dialog.findChildren(QLabel)}
        assert {"0 – 5", "Enter", "Ctrl+Enter", "Esc", "Tab"} <= texts


class TestBackups:
    def test_two_steps_lead_back(self, theme: Theme, qtbot: QtBot) -> None:
        rows = [BackupRow(path=Path(f"/b/{number}.flashdeck"), made=f"day {number}", size="1 MB") for number in (2, 1)]
        dialog = BackupsDialog(theme, rows)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.findChild(QListWidget).setCurrentRow(1)
        with qtbot.waitSignal(dialog.restore_asked) as asked:
            qtbot.keyClick(dialog._restore, Qt.Key.Key_Return)
        assert asked.args == [Path("/b/1.flashdeck")]

    def test_without_a_backup_it_says_when_there_will_be_one(self, theme: Theme, qtbot: QtBot) -> None:
        dialog = BackupsDialog(theme, [])
        qtbot.addWidget(dialog)
        dialog.show()
        assert not dialog._restore.isEnabled()
        assert any("There is no backup yet." in made.text() for made in dialog.findChildren(QLabel))


def test_reduced_motion_stops_the_cursor_and_every_effect(theme: Theme, qapp: QApplication) -> None:
    theme.apply(Appearance.LIGHT, 100, reduces_motion=True)
    assert qapp.styleHints().cursorFlashTime() == 0
    assert not QApplication.isEffectEnabled(Qt.UIEffect.UI_FadeTooltip)
    theme.apply(Appearance.LIGHT, 100)
    assert qapp.styleHints().cursorFlashTime() > 0
