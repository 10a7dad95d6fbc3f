"""The window with its pages, and who serves what it asks for. Pages are made when they are first shown."""

# ruff: noqa: PLW0108 - naming a method of what is made on demand would make it at once

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from flashdeck import __version__
from flashdeck.errors import CollectionDamagedError
from flashdeck.gui.controllers import deck_tree
from flashdeck.gui.controllers.backup_run import Waiting
from flashdeck.gui.controllers.backups import BackupController
from flashdeck.gui.controllers.controller import Controller, shown_instant
from flashdeck.gui.controllers.today import TodayController
from flashdeck.gui.shortcuts import Shortcuts
from flashdeck.gui.theme import Theme
from flashdeck.gui.views.main_window import MainWindow, PageName
from flashdeck.gui.views.page import Page
from flashdeck.gui.views.today import TodayPage
from flashdeck.gui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from flashdeck.gui.controllers.cram import CramController
    from flashdeck.gui.controllers.library import LibraryController
    from flashdeck.gui.controllers.merging import MergeController
    from flashdeck.gui.controllers.reminder import ReminderController
    from flashdeck.gui.controllers.settings import SettingsController
    from flashdeck.gui.controllers.study import StudyController
    from flashdeck.gui.controllers.transfer import ExportController, ImportController
    from flashdeck.gui.views.cram import CramPage
    from flashdeck.gui.views.library import LibraryPage
    from flashdeck.gui.views.review import ReviewPage
    from flashdeck.gui.views.settings import SettingsPage
    from flashdeck.gui.views.summary import SummaryPage
    from flashdeck.gui.views.welcome import WelcomePage


class Program(QObject):
    """Holds the window and its controllers; what is not needed for the first page is made and imported on demand."""

    def __init__(self, theme: Theme, workspace: Workspace, window_state_path: Path) -> None:
        super().__init__()
        self._workspace = workspace
        self._theme = theme
        self._shortcuts = Shortcuts(self)
        self._shortcuts.adopt(workspace.settings.shortcuts)
        self._today_page = TodayPage(theme)
        self.window = MainWindow(theme, {PageName.TODAY: self._today_page}, window_state_path, self._shortcuts)
        self._care = Controller(self.window, workspace)
        self._today = TodayController(self.window, self._today_page, workspace)
        self._backups = BackupController(self.window, workspace, theme)
        self.is_closed = False
        self._is_leaving = False
        self._connect_today()
        self._connect_window()
        # only now: under a style sheet every widget is styled anew whenever it or one around it gets its place
        theme.apply_settings(workspace.settings)

    def show(self) -> None:
        """Show the window with the page to begin with."""
        if not (self._workspace.has_sitting() and self._study.resume()):
            self.go_to(PageName.TODAY)
        self.window.show()
        self._backups.start()

    def make_ready(self) -> None:
        """Do what can wait until the window was painted; nothing when it was closed before that."""
        if self.is_closed:
            return
        self.window.fill_menus()
        self._reminder.start()
        self._workspace.collection.be_ready_to_write()
        self._warn_of_keys()
        self._warn_of_the_clock()
        self._backups.catch_up()
        self._today.make_ready()

    def _warn_of_keys(self) -> None:
        """Say which stored keys are in each other's way, and lead to where they are changed."""
        if conflicts := self._shortcuts.conflicts():
            self.window.show_notice(
                " ".join(conflicts), action=self.tr("Change keys…"), run=lambda: self._settings.change_keys()
            )

    def _warn_of_the_clock(self) -> None:
        ahead = self._workspace.today.answers_ahead()
        if ahead is not None:
            warning = self.tr(
                "The clock of this computer shows an earlier time than %Ln answer(s) you gave, the last at %1. If the "
                "clock is wrong, set it; if it is right, %2 takes them back one by one.",
                "",
                ahead.number,
            )
            warning = warning.replace("%1", shown_instant(ahead.latest)).replace("%2", self._shortcuts.named("undo"))
            self.window.show_notice(warning)

    def close(self) -> None:
        """Stop what runs and close the collection behind a backup."""
        self.is_closed = True
        self._backups.stop()
        self._today.stop()
        for name in ("_reminder", "_study", "_cram", "_import", "_export"):
            if self._is_made(name):
                self.__dict__[name].stop()
        self._care.attempt(lambda: self._workspace.close(with_backup=not self._is_leaving))

    def _may_close(self) -> bool:
        """Whether the window may be closed now; while there is something to back up it is closed behind that."""
        if self._is_leaving or not self._care.attempt(self._workspace.holds_unsaved):
            return True
        self._backups.before_closing(self._leave)
        return False

    def _leave(self) -> None:
        self._is_leaving = True
        self.window.close()

    def go_to(self, name: PageName) -> None:
        """Show a page, up to date; a sitting is over with that. An empty collection is met with the ways in."""
        if self._is_made("_study"):
            self._study.leave()
        self._show_page(name)

    def _is_made(self, name: str) -> bool:
        return name in self.__dict__

    def _show_page(self, name: PageName) -> None:
        match name:
            case PageName.TODAY if not self._workspace.collection.cards.count():
                name = PageName.WELCOME
                self._welcome_page  # noqa: B018 - made now
            case PageName.TODAY:
                self._care.attempt(self._today.refresh)
            case PageName.LIBRARY:
                self._care.attempt(self._library.show)
            case PageName.CRAM:
                self._care.attempt(self._cram.show)
            case PageName.SETTINGS:
                self._care.attempt(self._settings.show)
        self.window.show_page(name)

    def _go_home(self) -> None:
        self.go_to(PageName.TODAY)

    def _go_back_from_library(self) -> None:
        """Go back to the summary that has led there, to Today from elsewhere."""
        if not (self._is_made("_study") and self._study.back_to_summary()):
            self._go_home()

    def _added(self, name: PageName, page: Page) -> None:
        self.window.add_page(name, page)
        page.back.connect(self._go_home)

    @cached_property
    def _library_page(self) -> "LibraryPage":
        from flashdeck.gui.views.library import LibraryPage  # noqa: PLC0415

        page = LibraryPage(self._theme, self._shortcuts)
        page.import_asked.connect(lambda: self._import.choose())
        page.back.connect(self._go_back_from_library)
        self.window.add_page(PageName.LIBRARY, page)
        return page

    @cached_property
    def _library(self) -> "LibraryController":
        from flashdeck.gui.controllers.library import LibraryController  # noqa: PLC0415

        return LibraryController(self.window, self._library_page, self._workspace, self._theme, self._backups)

    @cached_property
    def _cram_page(self) -> "CramPage":
        from flashdeck.gui.views.cram import CramPage  # noqa: PLC0415

        page = CramPage(self._theme)
        page.start_asked.connect(lambda request: self._study.start_cram(request))
        page.import_asked.connect(lambda: self._import.choose())
        self._added(PageName.CRAM, page)
        return page

    @cached_property
    def _cram(self) -> "CramController":
        from flashdeck.gui.controllers.cram import CramController  # noqa: PLC0415

        return CramController(self.window, self._cram_page, self._workspace)

    @cached_property
    def _settings_page(self) -> "SettingsPage":
        from flashdeck.gui.views.settings import SettingsPage  # noqa: PLC0415

        page = SettingsPage(self._theme, self._shortcuts)
        page.open_asked.connect(self._choose_collection)
        page.merge_asked.connect(lambda: self._merging.choose())
        page.backup_asked.connect(self._backups.back_up)
        page.restore_asked.connect(self._backups.choose)
        page.check_asked.connect(self._check)
        self._backups.age_told.connect(page.show_backups)
        page.show_backups(self._backups.age)
        self._added(PageName.SETTINGS, page)
        return page

    @cached_property
    def _settings(self) -> "SettingsController":
        from flashdeck.gui.controllers.settings import SettingsController  # noqa: PLC0415

        return SettingsController(
            self.window, self._settings_page, self._workspace, theme=self._theme, shortcuts=self._shortcuts
        )

    @cached_property
    def _review_page(self) -> "ReviewPage":
        from flashdeck.gui.views.review import ReviewPage  # noqa: PLC0415

        page = ReviewPage(self._theme, self._shortcuts)
        self.window.add_page(PageName.REVIEW, page)
        return page

    @cached_property
    def _summary_page(self) -> "SummaryPage":
        from flashdeck.gui.views.summary import SummaryPage  # noqa: PLC0415

        page = SummaryPage(self._theme)
        page.card_asked.connect(self._show_card)
        self.window.add_page(PageName.SUMMARY, page)
        return page

    @cached_property
    def _study(self) -> "StudyController":
        from flashdeck.gui.controllers.study import StudyController  # noqa: PLC0415

        study = StudyController(
            self.window,
            self._review_page,
            self._summary_page,
            self._workspace,
            theme=self._theme,
            shortcuts=self._shortcuts,
        )
        self._summary_page.edit_asked.connect(study.edit_card)
        study.finished.connect(self._go_home)
        study.finished.connect(self._backups.look)
        return study

    @cached_property
    def _reminder(self) -> "ReminderController":
        from flashdeck.gui.controllers.reminder import ReminderController  # noqa: PLC0415

        return ReminderController(self.window, self._workspace)

    @cached_property
    def _welcome_page(self) -> "WelcomePage":
        from flashdeck.gui.views.welcome import WelcomePage  # noqa: PLC0415

        page = WelcomePage(self._theme, self._shortcuts)
        page.welcome_deck_asked.connect(self._take_welcome_deck)
        page.import_asked.connect(lambda: self._import.choose())
        page.package_asked.connect(lambda: self._import.choose_package())
        page.open_asked.connect(self._choose_collection)
        self._added(PageName.WELCOME, page)
        return page

    @cached_property
    def _import(self) -> "ImportController":
        from flashdeck.gui.controllers.transfer import ImportController  # noqa: PLC0415

        made = ImportController(self.window, self._workspace, self._theme, self._backups)
        made.show_cards_asked.connect(self._show_deck)
        return made

    @cached_property
    def _export(self) -> "ExportController":
        from flashdeck.gui.controllers.transfer import ExportController  # noqa: PLC0415

        return ExportController(self.window, self._workspace, self._theme)

    @cached_property
    def _merging(self) -> "MergeController":
        from flashdeck.gui.controllers.merging import MergeController  # noqa: PLC0415

        made = MergeController(self.window, self._workspace, self._theme, self._backups)
        made.search_asked.connect(self._show_found)
        return made

    def _connect_today(self) -> None:
        today = self._today_page
        today.start_asked.connect(lambda: self._study.start_review())
        today.review_only_asked.connect(lambda: self._study.start_review(new_limit=0))
        today.deck_asked.connect(lambda key: self._study.start_review(deck_tree.scope_of(key)))
        today.cram_asked.connect(lambda: self.go_to(PageName.CRAM))
        today.rest_asked.connect(lambda: self._study.start_rest())
        today.more_new_asked.connect(lambda: self._study.start_new())
        today.ahead_asked.connect(lambda: self._study.start_ahead())
        today.import_asked.connect(lambda: self._import.choose())

    def _connect_window(self) -> None:
        window = self.window
        window.may_close = self._may_close
        window.page_asked.connect(lambda name: self.go_to(PageName(name)))
        window.files_dropped.connect(lambda names: self._import.begin([Path(name) for name in names]))
        window.menu_chosen.connect(self._serve)
        self._workspace.changed.connect(self._leave_welcome)
        self._workspace.opened.connect(self._on_opened)

    def _on_opened(self) -> None:
        """Wear what the settings of another collection say, and begin anew."""
        settings = self._workspace.settings
        self._theme.follow_settings(settings)
        self._shortcuts.adopt(settings.shortcuts)
        if self._is_made("_study"):
            self._study.forget()
        self._go_home()

    def _serve(self, name: str) -> None:
        """Do what a line of the menu says; those that the window or its pages serve themselves are not here."""
        served: dict[str, Callable[[], object]] = {
            "import": lambda: self._import.choose(),
            "export": lambda: self._export.ask(),
            "open": self._choose_collection,
            "merge": lambda: self._merging.choose(),
            "backup": self._backups.back_up,
            "restore": self._backups.choose,
            "check": self._check,
            "review": lambda: self._study.start_review(),
            "review-only": lambda: self._study.start_review(new_limit=0),
            "rest": lambda: self._study.start_rest(),
            "more-new": lambda: self._study.start_new(),
            "ahead": lambda: self._study.start_ahead(),
            "undo": lambda: self._study.undo(),
            "keys": lambda: self._settings.change_keys(),
            "about": self._show_about,
        }
        if name in served:
            served[name]()

    def _leave_welcome(self) -> None:
        if self.window.current is PageName.WELCOME and self._workspace.collection.cards.count():
            self._go_home()

    def _take_welcome_deck(self) -> None:
        from flashdeck.services.import_cards import import_welcome_deck  # noqa: PLC0415

        workspace = self._workspace
        self._care.attempt(lambda: import_welcome_deck(workspace.collection, workspace.clock))
        workspace.changed.emit()

    def _check(self) -> None:
        from flashdeck.gui.controllers.checking import CheckController  # noqa: PLC0415

        CheckController(self.window, self._workspace, self._theme).check()

    def _choose_collection(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

        name, _ = QFileDialog.getOpenFileName(
            self.window,
            self.tr("Open collection"),
            str(self._workspace.collection.path.parent),
            self.tr("Collections") + " (*.flashdeck)",
        )
        if name:
            self._backups.first(
                Waiting(
                    then=lambda: self._care.attempt(lambda: self._open(Path(name))),
                    title=self.tr("Backing up before opening the other collection…"),
                )
            )

    def _open(self, path: Path) -> None:
        """Open another collection, once it is put together where it is damaged and the user wants that."""
        try:
            self._workspace.switch_to(path)
        except CollectionDamagedError as error:
            from flashdeck.gui.damage import Rescuer  # noqa: PLC0415 - hardly ever needed

            if Rescuer(self.window).offer(path, self._workspace.clock, error):
                self._workspace.switch_to(path)

    def _show_card(self, card_uid: str) -> None:
        note = self._care.attempt(lambda: self._library.query_for(card_uid))
        if note is not None:
            self._show_page(PageName.LIBRARY)  # the summary waits behind it
            self._library.find(note)

    def _show_deck(self, deck_name: str) -> None:
        self._show_found(f'deck:"{deck_name}"' if deck_name else "")

    def _show_found(self, query: str) -> None:
        self.go_to(PageName.LIBRARY)
        self._library.find(query)

    def _show_about(self) -> None:
        from flashdeck.gui.views.about_dialog import AboutDialog  # noqa: PLC0415

        dialog = AboutDialog(self._theme, __version__, str(self._workspace.collection.path), self.window)
        self._theme.adopt(dialog)
        dialog.open()
