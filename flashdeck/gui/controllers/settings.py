"""The settings page, and the look and keys that follow from it."""

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from flashdeck.domain.choices import Appearance, Grading
from flashdeck.gui.controllers.controller import Controller, waiting
from flashdeck.gui.setting_values import SettingsView
from flashdeck.gui.shortcuts import Shortcuts
from flashdeck.gui.theme import Theme
from flashdeck.gui.views.main_window import MainWindow
from flashdeck.gui.workspace import Workspace

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
        with waiting():  # another scheduler replays every answer
            self.attempt(lambda: self._workspace.save_settings(after))
        look = (after.appearance, after.text_percent, after.reduces_motion)
        if (before.appearance, before.text_percent, before.reduces_motion) != look:
            self._theme.apply_settings(after)
        self._workspace.changed.emit()

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
