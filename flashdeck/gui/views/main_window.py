"""The window: the rail, the pages, and a menu bar that holds everything with its key."""

from collections.abc import Callable, Collection
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QByteArray, QSettings, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from flashdeck.gui import icons
from flashdeck.gui.shortcuts import Place, Shortcuts, commands
from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import COMPACT_BELOW, FIRST_SIZE, MINIMUM_SIZE, SPACE_M, SPACE_S
from flashdeck.gui.view_values import KeyHint
from flashdeck.gui.views import proportions
from flashdeck.gui.views.controls import Notice, label
from flashdeck.gui.views.page import Page
from flashdeck.gui.views.rail import Rail, RailEntry


class PageName(StrEnum):
    """The pages of the window."""

    TODAY = "today"
    LIBRARY = "library"
    CRAM = "cram"
    SETTINGS = "settings"
    REVIEW = "review"
    SUMMARY = "summary"
    WELCOME = "welcome"


_RAIL_OF: Final = {
    PageName.WELCOME: PageName.TODAY,
    PageName.REVIEW: PageName.TODAY,
    PageName.SUMMARY: PageName.TODAY,
}
"""The entry of the rail that stands for a page which has none: where its way back leads."""
_MOST_ANSWERS: Final = 6
"""As many lines for answers the menu has; those that are not offered are hidden."""


class _Item(NamedTuple):
    """A line of a menu, named as its command; its key is the command's."""

    name: str
    text: str
    icon: str = ""


class MainWindow(QMainWindow):
    """Holds the pages; knows none of them but by name.

    `menu_chosen` carries the name of a menu line that neither the window nor one of its pages serves: "import",
    "export", "open", "backup", "review", "undo" and so on.

    Attributes:
        shortcuts: the keys in force.
        may_close: asked when the window is to be closed; who says no closes it later.
    """

    page_asked = Signal(str)
    menu_chosen = Signal(str)
    files_dropped = Signal(list)
    closing = Signal()

    def __init__(
        self, theme: Theme, pages: dict[PageName, Page], settings_path: Path, shortcuts: Shortcuts | None = None
    ) -> None:
        super().__init__()
        self._theme = theme
        self.may_close: Callable[[], bool] = lambda: True
        self.shortcuts = shortcuts or Shortcuts(self)
        self._pages = dict(pages)
        self._settings = QSettings(str(settings_path), QSettings.Format.IniFormat)
        self._actions: dict[str, QAction] = {}
        self._page_of_line = {item.name: PageName.REVIEW for item in (*self._answer_items(), *self._study_items())}
        self._page_of_line |= {item.name: PageName.LIBRARY for item in self._card_items()}
        self.setWindowTitle("flashdeck")
        self.setMinimumSize(*MINIMUM_SIZE)
        self.setAcceptDrops(True)
        self._rail = Rail(self._entries(), theme)
        self._rail.chosen.connect(self.page_asked)
        self._stack = QStackedWidget()
        self._notice = Notice()
        self._drop_hint = label(self.tr("Drop slides or decks to import them"), "drop", parent=self)
        self._drop_hint.setAlignment(self._drop_hint.alignment().AlignCenter)
        self._drop_hint.hide()
        self._build()
        self._build_menus()
        self.shortcuts.changed.connect(self._show_keys)
        self._show_keys()
        self._restore()
        for page in pages.values():
            self._place(page)
        theme.changed.connect(self._compact_if_narrow)
        theme.adopt(self)

    def add_page(self, name: PageName, page: Page) -> None:
        """Take a page that is made only now."""
        self._pages[name] = page
        self._place(page)
        self._theme.adopt(page)

    def _place(self, page: Page) -> None:
        self._stack.addWidget(page)
        proportions.restore(page, self._settings)

    @property
    def current(self) -> PageName:
        """The page being shown."""
        return next(name for name, page in self._pages.items() if page is self._stack.currentWidget())

    def show_page(self, name: PageName) -> None:
        """Show a page; during a review there is nothing else."""
        self._stack.setCurrentWidget(self._pages[name])
        self._rail.setVisible(name is not PageName.REVIEW)
        self._rail.choose(_RAIL_OF.get(name, name))
        for item in self._start_items():  # a second sitting would forget the first
            self._actions[item.name].setEnabled(name is not PageName.REVIEW)
        self.offer_commands(None if name is PageName.REVIEW else ())
        for line in self._lines_of(PageName.LIBRARY):
            self._actions[line].setEnabled(name is PageName.LIBRARY)
        self._notice.hide()
        self._pages[name].focus_first()

    def offer_commands(self, names: Collection[str] | None = None) -> None:
        """Let only these menu lines be chosen of those about the card that is asked; None is all of them."""
        for line in self._lines_of(PageName.REVIEW):
            self._actions[line].setEnabled(names is None or line in names)

    def _lines_of(self, page: PageName) -> list[str]:
        """Return the menu lines that a page serves."""
        return [line for line, served_by in self._page_of_line.items() if served_by is page]

    def remember(self, name: str, text: str) -> None:
        """Keep a text for the next start, beside the place of the window."""
        self._settings.setValue(name, text)
        self._settings.sync()

    def remembered(self, name: str) -> str:
        """Return the text last kept under a name; empty when there is none."""
        text = self._settings.value(name)
        return text if isinstance(text, str) else ""

    def action(self, name: str) -> QAction:
        """Return a menu line by its name."""
        return self._actions[name]

    def show_status(self, text: str, short: str) -> None:
        """Show a quiet line at the foot of the rail, the short one where there is no room; an empty one hides it."""
        self._rail.say(text, short)

    def show_notice(self, text: str, *, action: str = "", run: Callable[[], object] | None = None) -> None:
        """Show a sentence above the page, with a way out when there is one."""
        self._notice.say(text, action=action, run=run)
        self._theme.adopt(self._notice)

    def hide_notice(self) -> None:
        """Take back the sentence above the page."""
        self._notice.hide()

    def show_help(self) -> None:
        """Show the keys of this screen."""
        from flashdeck.gui.views.help_dialog import HelpDialog  # noqa: PLC0415 - rarely needed

        page = self._pages[self.current]
        dialog = HelpDialog(page.accessibleName(), page.key_hints(), self._everywhere(), self)
        self._theme.adopt(dialog)
        dialog.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._compact_if_narrow()
        self._drop_hint.setGeometry(self.rect().adjusted(SPACE_M, SPACE_M, -SPACE_M, -SPACE_M))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Cancel) and self.current is not PageName.TODAY:
            self._pages[self.current].back.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._drop_hint.raise_()
            self._drop_hint.show()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop_hint.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop_hint.hide()
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self._settings.setValue("window/geometry", self.saveGeometry())
        for page in self._pages.values():
            proportions.save(page, self._settings)
        self._settings.sync()
        self.closing.emit()
        super().closeEvent(event)

    def _build(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        notice_place = QVBoxLayout()
        notice_place.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, 0)
        notice_place.addWidget(self._notice)
        right.addLayout(notice_place)
        right.addWidget(self._stack, 1)
        centre = QWidget()
        layout = QHBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._rail)
        layout.addLayout(right, 1)
        self.setCentralWidget(centre)

    def _restore(self) -> None:
        self.resize(*FIRST_SIZE)
        geometry = self._settings.value("window/geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)

    def _compact_if_narrow(self) -> None:
        # large text needs the room sooner, or the rail's words would keep the window from growing narrower
        self._rail.set_compact(compact=self.width() < COMPACT_BELOW * max(1.0, self._theme.sizes.factor))

    def _entries(self) -> tuple[RailEntry, ...]:
        return (
            RailEntry(name=PageName.TODAY, text=self.tr("Today"), icon="today"),
            RailEntry(name=PageName.LIBRARY, text=self.tr("Library"), icon="library"),
            RailEntry(name=PageName.CRAM, text=self.tr("Cram"), icon="cram"),
            RailEntry(name=PageName.SETTINGS, text=self.tr("Settings"), icon="settings", at_foot=True),
        )

    def _build_menus(self) -> None:
        self._add_menu(self.tr("&File"), self._file_items())
        go = self._add_menu(self.tr("&Go"), ())
        for entry in self._entries():
            self._add(go, _Item(name=f"go-{entry.name}", text=entry.text, icon=entry.icon))
            self._actions[f"go-{entry.name}"].triggered.connect(
                lambda _checked, name=entry.name: self.page_asked.emit(name)
            )
        undo = _Item(name="undo", text=self.tr("Undo"), icon="undo")
        answers_and_rest = (*self._answer_items(), None, *self._study_items())
        study = self._add_menu(self.tr("&Study"), (*self._start_items(), None, undo, None, *answers_and_rest))
        cards = self._add_menu(self.tr("&Cards"), self._card_items())
        self._show_answers(())
        study.aboutToShow.connect(lambda: self._show_answers(self._pages[self.current].answers()))
        for menu in (study, cards):
            menu.aboutToShow.connect(self._enable_lines)
        self._add_menu(
            self.tr("&Help"),
            (
                _Item(name="help", text=self.tr("Keys of this screen"), icon="help"),
                _Item(name="keys", text=self.tr("Change keys…")),
                _Item(name="about", text=self.tr("About flashdeck")),
            ),
        )
        self._actions["help"].triggered.connect(self.show_help)
        self._actions["quit"].triggered.connect(self.close)

    def _serve(self, name: str) -> None:
        page = self._page_of_line.get(name)
        if page is None:
            self.menu_chosen.emit(name)
        else:
            self._pages[page].serve(name)

    def _show_answers(self, offered: tuple[KeyHint, ...]) -> None:
        """Write the answers into the menu that are offered, by their words: which those are, the settings decide."""
        for number in range(_MOST_ANSWERS):
            action = self._actions[f"answer-{number + 1}"]
            action.setVisible(number < len(offered))
            if number < len(offered):
                action.setText(f"{offered[number].meaning}\t{offered[number].key}")

    def _enable_lines(self) -> None:
        """Let those lines be chosen that would do something now."""
        for line, page in self._page_of_line.items():
            self._actions[line].setEnabled(page is self.current and self._pages[page].can_serve(line))

    def _add_menu(self, title: str, items: tuple[_Item | None, ...]) -> QMenu:
        menu = self.menuBar().addMenu(title)
        menu.aboutToShow.connect(lambda: self._theme.adopt_menu(menu))
        for item in items:
            if item is None:
                menu.addSeparator()
            else:
                self._add(menu, item)
        return menu

    def _add(self, menu: QMenu, item: _Item) -> None:
        action = QAction(item.text, self)
        if item.icon:
            icons.assign(action, item.icon, "muted")
        action.triggered.connect(lambda _checked, name=item.name: self._serve(name))
        menu.addAction(action)
        self._actions[item.name] = action

    def _show_keys(self) -> None:
        """Give the actions their keys; those of a review are only written there, as the page itself listens."""
        shortcuts = self.shortcuts
        for command in commands():
            action = self._actions.get(command.name)
            if action is None:
                continue
            if command.place is Place.EVERYWHERE:
                action.setShortcut(QKeySequence(shortcuts.key(command.name), QKeySequence.SequenceFormat.PortableText))
            else:
                action.setText(f"{action.text().partition(chr(9))[0]}\t{shortcuts.shown(command.name)}")
        for entry in self._entries():
            self._rail.show_key(entry.name, shortcuts.shown(f"go-{entry.name}"))

    def _file_items(self) -> tuple[_Item | None, ...]:
        return (
            _Item(name="import", text=self.tr("Import…"), icon="import"),
            _Item(name="export", text=self.tr("Export…"), icon="export"),
            None,
            _Item(name="open", text=self.tr("Open collection…"), icon="folder"),
            _Item(name="merge", text=self.tr("Merge with another collection…")),
            _Item(name="backup", text=self.tr("Back up now")),
            _Item(name="restore", text=self.tr("Restore a backup…")),
            _Item(name="check", text=self.tr("Check and mend…")),
            None,
            _Item(name="quit", text=self.tr("Quit")),
        )

    def _start_items(self) -> tuple[_Item, ...]:
        return (
            _Item(name="review", text=self.tr("Start today's cards"), icon="play"),
            _Item(name="review-only", text=self.tr("Start without new cards")),
            _Item(name="rest", text=self.tr("Review the rest")),
            _Item(name="more-new", text=self.tr("Learn 10 more")),
            _Item(name="ahead", text=self.tr("Review ahead")),
        )

    def _answer_items(self) -> tuple[_Item, ...]:
        answers = (_Item(name=f"answer-{number}", text="") for number in range(1, _MOST_ANSWERS + 1))
        return (_Item(name="reveal", text=self.tr("Show answer")), *answers)

    def _card_items(self) -> tuple[_Item, ...]:
        return (
            _Item(name="find", text=self.tr("Search")),
            _Item(name="cards-mark", text=self.tr("Mark"), icon="flag"),
            _Item(name="cards-suspend", text=self.tr("Suspend"), icon="suspend"),
            _Item(name="cards-resume", text=self.tr("Resume"), icon="play"),
            _Item(name="cards-bury", text=self.tr("Bury"), icon="bury"),
            _Item(name="cards-delete", text=self.tr("Delete"), icon="delete"),
        )

    def _study_items(self) -> tuple[_Item, ...]:
        return (
            _Item(name="type", text=self.tr("Type the answer"), icon="type"),
            _Item(name="source", text=self.tr("Show slide"), icon="source"),
            _Item(name="edit", text=self.tr("Edit card"), icon="edit"),
            _Item(name="mark", text=self.tr("Mark"), icon="flag"),
            _Item(name="bury", text=self.tr("Bury: not today"), icon="bury"),
            _Item(name="suspend", text=self.tr("Suspend"), icon="suspend"),
        )

    def _everywhere(self) -> tuple[KeyHint, ...]:
        shortcuts = self.shortcuts
        hints = [
            KeyHint(key=shortcuts.shown(command.name), meaning=command.text)
            for command in commands()
            if command.place is Place.EVERYWHERE and shortcuts.key(command.name)
        ]
        return (*hints, KeyHint(key="Esc", meaning=self.tr("One step back")))
