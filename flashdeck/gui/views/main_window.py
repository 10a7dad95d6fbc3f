"""The window: the rail, the pages, and a menu bar that holds everything with its key."""

from collections.abc import Callable, Collection
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QSettings, Signal
from PySide6.QtGui import (
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

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from flashdeck.gui.views.menu_lines import Line


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
        self._page_of_line: dict[str, PageName] = {}
        self._starts: list[QAction] = []
        self._offered: Collection[str] | None = ()
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
        self._menus = self._made_menus()
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
        self._pages[name].focus_first()  # first, or what is hidden below hands its focus on as Tab would, with a ring
        self._rail.setVisible(name is not PageName.REVIEW)
        self._rail.choose(_RAIL_OF.get(name, name))
        self.offer_commands(None if name is PageName.REVIEW else ())
        self._notice.hide()

    def offer_commands(self, names: Collection[str] | None = None) -> None:
        """Let only these menu lines be chosen of those about the card that is asked; None is all of them."""
        self._offered = names
        self._enable_by_page()

    def remember(self, name: str, text: str) -> None:
        """Keep a text for the next start, beside the place of the window."""
        self._settings.setValue(name, text)
        self._settings.sync()

    def remembered(self, name: str) -> str:
        """Return the text last kept under a name; empty when there is none."""
        text = self._settings.value(name)
        return text if isinstance(text, str) else ""

    def action(self, name: str) -> "QAction":
        """Return a menu line by its name."""
        self.fill_menus()
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
        elif self._actions or not self._trigger(event):
            super().keyPressEvent(event)

    def _trigger(self, event: QKeyEvent) -> bool:
        """Do what a key stands for that was pressed before the menus had their lines; return whether it does."""
        self.fill_menus()
        pressed = QKeySequence(event.keyCombination())
        meant = next((made for made in self._actions.values() if made.shortcut() == pressed), None)
        if meant is not None:
            meant.trigger()
        return meant is not None

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

    def _made_menus(self) -> list[QMenu]:
        titles = (self.tr("&File"), self.tr("&Go"), self.tr("&Study"), self.tr("&Cards"), self.tr("&Help"))
        menus = [self.menuBar().addMenu(title) for title in titles]
        for menu in menus:
            menu.aboutToShow.connect(lambda menu=menu: self._prepare(menu))
        return menus

    def fill_menus(self) -> None:
        """Make the lines of the menus with their keys, unless they are there; the first look at the window needs none.

        Until then their keys come to `keyPressEvent`.
        """
        if self._actions:
            return
        from flashdeck.gui.views.menu_lines import Line, by_menu  # noqa: PLC0415 - no first look waits for it

        ways = [Line(name=f"go-{entry.name}", text=entry.text, icon=entry.icon) for entry in self._entries()]
        for menu, lines in zip(self._menus, by_menu(ways), strict=True):
            for line in lines:
                if line is None:
                    menu.addSeparator()
                else:
                    self._add(menu, line)
        for entry in self._entries():
            self._actions[f"go-{entry.name}"].triggered.connect(
                lambda _checked, name=entry.name: self.page_asked.emit(name)
            )
        self._actions["help"].triggered.connect(self.show_help)
        self._actions["quit"].triggered.connect(self.close)
        self._show_keys()
        self._show_answers(())
        self._enable_by_page()

    def _prepare(self, menu: QMenu) -> None:
        """Bring a menu that is about to be shown up to date."""
        self.fill_menus()
        self._show_answers(self._pages[self.current].answers())
        self._enable_lines()
        self._theme.adopt_menu(menu)

    def _enable_by_page(self) -> None:
        """Let those lines be chosen that the page in front serves."""
        for start in self._starts:  # a second sitting would forget the first
            start.setEnabled(self.current is not PageName.REVIEW)
        for line, page in self._page_of_line.items():
            is_offered = page is PageName.LIBRARY or self._offered is None or line in self._offered
            self._actions[line].setEnabled(page is self.current and is_offered)

    def _serve(self, name: str) -> None:
        page = self._page_of_line.get(name)
        if page is None:
            self.menu_chosen.emit(name)
        else:
            self._pages[page].serve(name)

    def _show_answers(self, offered: tuple[KeyHint, ...]) -> None:
        """Write the answers into the menu that are offered, by their words: which those are, the settings decide."""
        actions = [action for name, action in self._actions.items() if name.startswith("answer-")]
        for number, action in enumerate(actions):
            action.setVisible(number < len(offered))
            if number < len(offered):
                action.setText(f"{offered[number].meaning}\t{offered[number].key}")

    def _enable_lines(self) -> None:
        """Let those lines be chosen that would do something now."""
        for line, page in self._page_of_line.items():
            self._actions[line].setEnabled(page is self.current and self._pages[page].can_serve(line))

    def _add(self, menu: QMenu, line: "Line") -> None:
        from PySide6.QtGui import QAction  # noqa: PLC0415 - see `fill_menus`

        action = QAction(line.text, self)
        if line.icon:
            icons.assign(action, line.icon, "muted")
        action.triggered.connect(lambda _checked, name=line.name: self._serve(name))
        menu.addAction(action)
        self._actions[line.name] = action
        if line.page:
            self._page_of_line[line.name] = PageName(line.page)
        if line.begins:
            self._starts.append(action)

    def _show_keys(self) -> None:
        """Give the actions their keys; those of a review are only written there, as the page itself listens."""
        shortcuts = self.shortcuts
        for entry in self._entries():
            self._rail.show_key(entry.name, shortcuts.shown(f"go-{entry.name}"))
        if not self._actions:
            return
        for command in commands():
            action = self._actions.get(command.name)
            if action is None:
                continue
            if command.place is Place.EVERYWHERE:
                action.setShortcut(QKeySequence(shortcuts.key(command.name), QKeySequence.SequenceFormat.PortableText))
            else:
                action.setText(f"{action.text().partition(chr(9))[0]}\t{shortcuts.shown(command.name)}")

    def _everywhere(self) -> tuple[KeyHint, ...]:
        shortcuts = self.shortcuts
        hints = [
            KeyHint(key=shortcuts.shown(command.name), meaning=command.text)
            for command in commands()
            if command.place is Place.EVERYWHERE and shortcuts.key(command.name)
        ]
        return (*hints, KeyHint(key="Esc", meaning=self.tr("One step back")))
