"""The daily reminder: once, at its time, and only when cards wait."""

from datetime import UTC, datetime, timedelta

import pytest

from flashdeck.domain.quality import Quality
from flashdeck.domain.scope import EVERYTHING
from flashdeck.gui.controllers.reminder import ReminderController
from flashdeck.gui.views.main_window import MainWindow, PageName
from flashdeck.gui.views.today import TodayPage
from flashdeck.gui.workspace import Workspace
from flashdeck.services.study import StudyMode, StudySession
from tests.conftest import basic


@pytest.fixture
def workspace(collection_path, clock):
    clock.instant = datetime(2026, 5, 4, 17, 0, tzinfo=UTC)
    made = Workspace(collection_path, clock)
    made.save_settings(made.settings._replace(reminder_minute=18 * 60))
    with made.collection.atomic():
        made.collection.notes.add(basic("a"), now=clock.now())
    yield made
    made.collection.close()


@pytest.fixture
def window(theme, qtbot, tmp_path):
    made = MainWindow(theme, {PageName.TODAY: TodayPage(theme)}, tmp_path / "window.ini")
    qtbot.addWidget(made)
    return made


@pytest.fixture
def reminder(window, workspace):
    return ReminderController(window, workspace)


@pytest.fixture
def said(reminder) -> list[str]:
    words: list[str] = []
    reminder.reminded.connect(words.append)
    return words


def test_comes_at_its_time_once_a_day(reminder, said, clock):
    reminder.look()
    assert said == []
    clock.instant += timedelta(hours=1)
    reminder.look()
    reminder.look()
    assert said == ["1 card waits, about 1 minute"]
    clock.instant += timedelta(days=1)
    reminder.look()
    assert len(said) == 2


def test_does_not_come_again_with_the_next_start(reminder, said, workspace, theme, qtbot, tmp_path, clock):
    clock.instant += timedelta(hours=1)
    reminder.look()
    window = MainWindow(theme, {PageName.TODAY: TodayPage(theme)}, tmp_path / "window.ini")
    qtbot.addWidget(window)
    again = ReminderController(window, workspace)
    again.reminded.connect(said.append)
    again.look()
    assert len(said) == 1
    clock.instant += timedelta(days=1)
    again.look()
    assert len(said) == 2


def test_cramming_does_not_keep_it_from_coming(reminder, said, workspace, clock):
    today = workspace.today
    crammed = StudySession(workspace.collection, clock, today, today.cram_queue(EVERYTHING), StudyMode.CRAM)
    crammed.answer(Quality.GOOD)
    clock.instant += timedelta(hours=2)
    reminder.look()
    assert len(said) == 1


def test_a_time_that_was_missed_is_made_up_for(reminder, said, clock):
    clock.instant += timedelta(hours=5)
    reminder.look()
    assert len(said) == 1


def test_says_nothing_when_nothing_waits_or_it_is_off(reminder, said, workspace, clock):
    workspace.save_settings(workspace.settings._replace(reminder_minute=None))
    clock.instant += timedelta(hours=2)
    reminder.look()
    workspace.save_settings(workspace.settings._replace(reminder_minute=18 * 60, new_per_day=0))
    reminder.look()
    assert said == []


def test_says_nothing_on_a_day_with_an_answer(reminder, said, workspace, clock):
    with workspace.collection.atomic():
        workspace.collection.notes.add(basic("b"), now=clock.now())
    today = workspace.today
    StudySession(workspace.collection, clock, today, today.review_queue(), StudyMode.REVIEW).answer(Quality.GOOD)
    clock.instant += timedelta(hours=2)
    reminder.look()
    assert said == []


def test_without_a_notification_area_the_window_says_it(reminder, window, clock):
    clock.instant += timedelta(hours=2)
    reminder.look()
    assert "1 card waits" in window._notice.text()
