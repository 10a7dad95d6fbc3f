"""The Today page: what waits, and how to begin."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer

from flashdeck.gui.controllers import deck_tree
from flashdeck.gui.controllers.controller import Controller
from flashdeck.gui.view_values import DayCount, TodayView
from flashdeck.gui.views.main_window import MainWindow
from flashdeck.gui.views.today import TodayPage
from flashdeck.gui.workspace import Workspace
from flashdeck.services.activity import last_weeks
from flashdeck.storage.cards import TopicCounts

if TYPE_CHECKING:
    from datetime import date

    from flashdeck.gui.controllers.recall import RecallController

_LOOK_AT_CLOCK_EVERY_MS: Final = 30_000
_WEEKS: Final = 12


class TodayController(Controller):
    """Shows the overview and keeps it right when a new day begins."""

    def __init__(self, window: MainWindow, page: TodayPage, workspace: Workspace) -> None:
        super().__init__(window, workspace)
        self._page = page
        self._shown_day: date | None = None
        self._recall: RecallController | None = None
        self._timer = QTimer(self, interval=_LOOK_AT_CLOCK_EVERY_MS)
        self._timer.timeout.connect(self._follow_clock)
        self._timer.start()
        workspace.changed.connect(self.refresh)

    def stop(self) -> None:
        """Look at the clock no more, and work nothing out."""
        self._timer.stop()
        if self._recall is not None:
            self._recall.stop()

    def make_ready(self) -> None:
        """Work out what no first look at the page should wait for, now and whenever it is shown."""
        from flashdeck.gui.controllers.recall import RecallController  # noqa: PLC0415 - not for a first look

        self._recall = RecallController(self._window, self._page, self._workspace)
        self._recall.tell()

    def refresh(self) -> None:
        """Show what waits now."""
        self.attempt(self._refresh)
        if self._recall is not None:
            self._recall.tell()

    def _refresh(self) -> None:
        workspace = self._workspace
        overview = workspace.today.overview()
        self._shown_day = overview.day
        self._page.show_today(
            TodayView(
                local_hour=workspace.clock.now().astimezone(workspace.clock.zone()).hour,
                due=overview.due,
                new=overview.new,
                drill=overview.drill,
                minutes=overview.minutes,
                streak_days=overview.streak_days,
                answered_today=overview.answered_today,
                decks=deck_tree.tree(overview.topics, _waiting),
                has_cards=overview.total > 0,
                due_waiting=overview.due_waiting,
                new_waiting=overview.new_waiting,
                days_to_exam=overview.days_to_exam,
                activity=tuple(
                    DayCount(day=each.day, number=each.answers)
                    for each in last_weeks(workspace.collection, workspace.today, _WEEKS)
                ),
                days_to_next=None if overview.next_due_on is None else (overview.next_due_on - overview.day).days,
            )
        )

    def _follow_clock(self) -> None:
        if self._shown_day not in {None, self._workspace.today.day()}:
            self.refresh()


def _waiting(counts: TopicCounts) -> tuple[int, ...]:
    return counts.due, counts.new, counts.drill
