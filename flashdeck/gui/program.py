"""The window with its pages, and who serves what it asks for."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from flashdeck import __version__
from flashdeck.gui.controllers import deck_tree
from flashdeck.gui.controllers.backups import BackupController
from flashdeck.gui.controllers.controller import Controller
from flashdeck.gui.controllers.cram import CramController
from flashdeck.gui.controllers.library import LibraryController
from flashdeck.gui.controllers.reminder import ReminderController
from flashdeck.gui.controllers.settings import SettingsController, apply_look
from flashdeck.gui.controllers.study import StudyController
from flashdeck.gui.controllers.today import TodayController
from flashdeck.gui.controllers.transfer import ExportController, ImportController
from flashdeck.gui.shortcuts import Shortcuts
from flashdeck.gui.theme import Theme
from flashdeck.gui.views.about_dialog import AboutDialog
from flashdeck.gui.views.cram import CramPage
from flashdeck.gui.views.library import LibraryPage
from flashdeck.gui.views.main_window import MainWindow, PageName
from flashdeck.gui.views.review import ReviewPage
from flashdeck.gui.views.settings import SettingsPage
from flashdeck.gui.views.summary import SummaryPage
from flashdeck.gui.views.today import TodayPage
from flashdeck.gui.views.welcome import WelcomePage
from flashdeck.gui.workspace import Workspace
from flashdeck.services.import_cards import import_welcome_deck


class Program(QObject):
    """Holds the window and its controllers."""

    def __init__(self, theme: Theme, workspace: Workspace, window_state_path: Path) -> None:
        super().__init__()
        self._workspace = workspace
        self._theme = theme
        apply_look(theme, workspace.settings)  # before there is a widget to restyle
        self._shortcuts = Shortcuts(self)
        self._shortcuts.adopt(workspace.settings.shortcuts)
        self._today_page = TodayPage(theme)
        self._library_page = LibraryPage(theme, self._shortcuts)
        self._cram_page = CramPage(theme)
        self._settings_page = SettingsPage(theme)
        self._review_page = ReviewPage(theme, self._shortcuts)
        self._summary_page = SummaryPage(theme)
        self._welcome_page = WelcomePage(theme)
        pages = {
            PageName.TODAY: self._today_page,
            PageName.LIBRARY: self._library_page,
            PageName.CRAM: self._cram_page,
            PageName.SETTINGS: self._settings_page,
            PageName.REVIEW: self._review_page,
            PageName.SUMMARY: self._summary_page,
            PageName.WELCOME: self._welcome_page,
        }
        self.window = MainWindow(theme, pages, window_state_path, self._shortcuts)
        self._care = Controller(self.window, workspace)
        self._today = TodayController(self.window, self._today_page, workspace)
        self._study = StudyController(
            self.window, self._review_page, self._summary_page, workspace, theme=theme, shortcuts=self._shortcuts
        )
        self._library = LibraryController(self.window, self._library_page, workspace, theme)
        self._cram = CramController(self.window, self._cram_page, workspace)
        self._settings = SettingsController(
            self.window, self._settings_page, workspace, theme=theme, shortcuts=self._shortcuts
        )
        self._import = ImportController(self.window, workspace, theme)
        self._export = ExportController(self.window, workspace, theme)
        self._backups = BackupController(self.window, self._settings_page, workspace, theme)
        self._reminder = ReminderController(self.window, workspace)
        self._connect_pages()
        self._connect_window()

    def show(self) -> None:
        """Show the window with the page to begin with."""
        if not self._study.resume():
            self.go_to(PageName.TODAY)
        self.window.show()
        self._backups.start()
        self._reminder.start()

    def close(self) -> None:
        """Stop what runs and close the collection behind a backup."""
        self._backups.stop()
        self._reminder.stop()
        self._today.stop()
        self._study.stop()
        self._import.close()
        self._export.close()
        self._care.attempt(self._workspace.close)

    def go_to(self, name: PageName) -> None:
        """Show a page, up to date; an empty collection is met with the ways in."""
        if name is PageName.TODAY and not self._workspace.collection.cards.count():
            name = PageName.WELCOME
        shows = {
            PageName.TODAY: self._today.refresh,
            PageName.LIBRARY: self._library.show,
            PageName.CRAM: self._cram.show,
            PageName.SETTINGS: self._settings.show,
        }
        if name in shows:
            self._care.attempt(shows[name])
        self.window.show_page(name)

    def _go_home(self) -> None:
        self.go_to(PageName.TODAY)

    def _connect_pages(self) -> None:
        today, welcome = self._today_page, self._welcome_page
        today.start_asked.connect(self._study.start_review)
        today.review_only_asked.connect(lambda: self._study.start_review(new_limit=0))
        today.deck_asked.connect(lambda key: self._study.start_review(deck_tree.scope_of(key)))
        today.cram_asked.connect(lambda: self.go_to(PageName.CRAM))
        today.more_new_asked.connect(self._study.start_new)
        today.ahead_asked.connect(self._study.start_ahead)
        today.import_asked.connect(self._import.choose)
        welcome.welcome_deck_asked.connect(self._take_welcome_deck)
        welcome.import_asked.connect(self._import.choose)
        welcome.open_asked.connect(self._choose_collection)
        self._cram_page.start_asked.connect(self._study.start_cram)
        self._library_page.import_asked.connect(self._import.choose)
        self._settings_page.open_asked.connect(self._choose_collection)
        self._summary_page.card_asked.connect(self._show_card)
        self._summary_page.edit_asked.connect(self._study.edit_card)
        for page in (self._library_page, self._cram_page, self._settings_page, self._welcome_page):
            page.back.connect(self._go_home)
        self._study.finished.connect(self._go_home)
        self._import.show_cards_asked.connect(self._show_deck)

    def _connect_window(self) -> None:
        window = self.window
        window.page_asked.connect(lambda name: self.go_to(PageName(name)))
        window.files_dropped.connect(lambda names: self._import.begin([Path(name) for name in names]))
        window.menu_chosen.connect(self._serve)
        self._workspace.changed.connect(self._leave_welcome)
        self._workspace.opened.connect(self._go_home)

    def _serve(self, name: str) -> None:
        """Do what a line of the menu says; those that the window serves itself are not here."""
        served = {
            "import": self._import.choose,
            "export": self._export.ask,
            "open": self._choose_collection,
            "backup": self._backups.back_up,
            "review": self._study.start_review,
            "undo": self._study.undo,
            "reveal": self._review_page.reveal,
            "source": self._review_page.toggle_source,
            "type": self._review_page.toggle_typing,
            "edit": self._review_page.edit_asked.emit,
            "mark": self._review_page.mark_asked.emit,
            "bury": self._review_page.bury_asked.emit,
            "suspend": self._review_page.suspend_asked.emit,
            "about": self._show_about,
        }
        if name in served:
            served[name]()

    def _leave_welcome(self) -> None:
        if self.window.current is PageName.WELCOME and self._workspace.collection.cards.count():
            self._go_home()

    def _take_welcome_deck(self) -> None:
        workspace = self._workspace
        self._care.attempt(lambda: import_welcome_deck(workspace.collection, workspace.clock))
        workspace.changed.emit()

    def _choose_collection(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self.window,
            self.tr("Open collection"),
            str(self._workspace.collection.path.parent),
            self.tr("Collections") + " (*.flashdeck)",
        )
        if name:
            self._care.attempt(lambda: self._workspace.switch_to(Path(name)))

    def _show_card(self, card_uid: str) -> None:
        note = self._care.attempt(lambda: self._library.query_for(card_uid))
        if note is not None:
            self.go_to(PageName.LIBRARY)
            self._library.find(note)

    def _show_deck(self, deck_name: str) -> None:
        self.go_to(PageName.LIBRARY)
        self._library.find(f'deck:"{deck_name}"')

    def _show_about(self) -> None:
        dialog = AboutDialog(self._theme, __version__, str(self._workspace.collection.path), self.window)
        self._theme.adopt(dialog)
        dialog.open()
