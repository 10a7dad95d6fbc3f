"""The settings page, and the look that follows from it."""

from dataclasses import replace
from typing import Final

from flashdeck.domain.choices import Appearance, Grading
from flashdeck.gui.controllers.controller import Controller
from flashdeck.gui.theme import Theme
from flashdeck.gui.view_values import SettingsView
from flashdeck.gui.views.main_window import MainWindow
from flashdeck.gui.views.settings import SettingsPage
from flashdeck.gui.workspace import Workspace

_BUTTONS: Final = {Grading.TWO_BUTTONS: 2, Grading.FOUR_BUTTONS: 4, Grading.SIX_GRADES: 6}


class SettingsController(Controller):
    """Stores each change as it is made."""

    def __init__(self, window: MainWindow, page: SettingsPage, workspace: Workspace, theme: Theme) -> None:
        super().__init__(window, workspace)
        self._page = page
        self._theme = theme
        page.changed.connect(self._store)
        workspace.opened.connect(self.apply_look)

    def show(self) -> None:
        """Show the settings in force."""
        settings = self._workspace.settings
        self._page.show_settings(
            SettingsView(
                new_per_day=settings.new_per_day,
                reviews_per_day=settings.reviews_per_day,
                rollover_hour=settings.rollover_hour,
                answer_buttons=_BUTTONS[settings.grading],
                appearance=settings.appearance.value,
                text_percent=settings.text_percent,
                collection_path=str(self._workspace.collection.path),
            )
        )

    def apply_look(self) -> None:
        """Wear the scheme and text size of the settings."""
        settings = self._workspace.settings
        self._theme.apply(settings.appearance, settings.text_percent)

    def _store(self, shown: SettingsView) -> None:
        before = self._workspace.settings
        after = replace(
            before,
            new_per_day=shown.new_per_day,
            reviews_per_day=shown.reviews_per_day,
            rollover_hour=shown.rollover_hour,
            grading=next(grading for grading, count in _BUTTONS.items() if count == shown.answer_buttons),
            appearance=Appearance(shown.appearance),
            text_percent=shown.text_percent,
        )
        self.attempt(lambda: self._workspace.save_settings(after))
        if (before.appearance, before.text_percent) != (after.appearance, after.text_percent):
            self.apply_look()
        self._workspace.changed.emit()
