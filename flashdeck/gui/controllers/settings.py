"""The settings page, and the look and keys that follow from it."""

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from flashdeck.domain.choices import Appearance, Grading
from flashdeck.gui.controllers.controller import Controller
from flashdeck.gui.setting_values import SettingsView
from flashdeck.gui.shortcuts import Shortcuts
from flashdeck.gui.theme import Theme
from flashdeck.gui.views.main_window import MainWindow, PageName
from flashdeck.gui.workspace import Workspace
from flashdeck.services.settings import Settings

if TYPE_CHECKING:
    from flashdeck.gui.views.settings import SettingsPage

_USUAL_TIME_TO_EXAM: Final = timedelta(weeks=4)
_BUTTONS: Final = {Grading.TWO_BUTTONS: 2, Grading.FOUR_BUTTONS: 4, Grading.SIX_GRADES: 6}


class SettingsController(Controller):
    """Stores each change as it is made."""

    def __init__(
        self, window: MainWindow, page: "SettingsPage", workspace: Workspace, *, theme: Theme, shortcuts: Shortcuts
    ) -> None:
        super().__init__(window, workspace)
        self._page = page
        self._theme = theme
        self._shortcuts = shortcuts
        page.changed.connect(self._store)
        page.keys_asked.connect(self.change_keys)

    def show(self) -> None:
        """Show the settings in force."""
        settings = self._workspace.settings
        self._page.offer_exam_day(self._workspace.today.day() + _USUAL_TIME_TO_EXAM)
        self._page.show_settings(
            SettingsView(
                new_per_day=settings.new_per_day,
                reviews_per_day=settings.reviews_per_day,
                rollover_hour=settings.rollover_hour,
                answer_buttons=_BUTTONS[settings.grading],
                appearance=settings.appearance.value,
                text_percent=settings.text_percent,
                drill_distance=settings.drill_distance,
                leech_lapses=settings.leech_lapses,
                types_answer=settings.types_answer,
                algorithm=settings.algorithm,
                retention_percent=settings.desired_retention_percent,
                maximum_interval_days=settings.maximum_interval_days,
                smooths_load=settings.smooths_load,
                easy_weekdays=settings.easy_weekdays,
                reduces_motion=settings.reduces_motion,
                reminder_minute=settings.reminder_minute,
                exam_on=settings.exam_on,
                collection_path=str(self._workspace.collection.path),
            )
        )

    def _store(self, shown: SettingsView) -> None:
        before = self._workspace.settings
        after = before._replace(
            new_per_day=shown.new_per_day,
            reviews_per_day=shown.reviews_per_day,
            rollover_hour=shown.rollover_hour,
            grading=next(grading for grading, count in _BUTTONS.items() if count == shown.answer_buttons),
            appearance=Appearance(shown.appearance),
            text_percent=shown.text_percent,
            drill_distance=shown.drill_distance,
            leech_lapses=shown.leech_lapses,
            types_answer=shown.types_answer,
            algorithm=shown.algorithm,
            desired_retention_percent=shown.retention_percent,
            maximum_interval_days=shown.maximum_interval_days,
            smooths_load=shown.smooths_load,
            easy_weekdays=shown.easy_weekdays,
            reduces_motion=shown.reduces_motion,
            reminder_minute=shown.reminder_minute,
            exam_on=shown.exam_on,
        )
        if self.attempt(lambda: self._workspace.saves_slowly(after)):
            self._reschedule(after)
            return
        self.attempt(lambda: self._workspace.save_settings(after))
        look = (after.appearance, after.text_percent, after.reduces_motion)
        if (before.appearance, before.text_percent, before.reduces_motion) != look:
            self._theme.apply_settings(after)
        self._workspace.changed.emit()

    def _reschedule(self, settings: Settings) -> None:
        """Have schedules follow from other settings, with the page and its focus as they are at the end."""
        from flashdeck.gui.controllers.care_run import CareRun  # noqa: PLC0415 - rarely needed, as are these
        from flashdeck.gui.views.wait_dialog import WaitDialog  # noqa: PLC0415
        from flashdeck.services.care_process import RescheduleProcess  # noqa: PLC0415

        dialog = WaitDialog(
            self._theme,
            self.tr("Scheduling every card anew…"),
            about=self.tr("Each schedule follows from your answers, which stay as they are."),
            give_up=self.tr("Cancel"),
            parent=self._window,
        )
        focus = self._window.focusWidget()
        run = CareRun(self._workspace, dialog)
        run.done.connect(lambda _moved: self._come_back(focus))
        run.failed.connect(self._window.show_notice)
        dialog.rejected.connect(self.show)
        run.show_in(dialog)
        self._theme.adopt(dialog)
        dialog.open()
        run.begin(partial(RescheduleProcess, settings=settings))

    def _come_back(self, focus: QWidget) -> None:
        """Show the settings again, from which the opening of what was rescheduled has led away."""
        self.show()
        self._window.show_page(PageName.SETTINGS)
        focus.setFocus()

    def change_keys(self) -> None:
        """Show every key, to be changed."""
        from flashdeck.gui.views.keys_dialog import KeysDialog  # noqa: PLC0415 - rarely needed

        dialog = KeysDialog(self._theme, self._shortcuts, self._window)
        dialog.changed.connect(self._store_keys)
        self._theme.adopt(dialog)
        dialog.open()

    def _store_keys(self) -> None:
        settings = self._workspace.settings._replace(shortcuts=self._shortcuts.chosen())
        self.attempt(lambda: self._workspace.save_settings(settings))
