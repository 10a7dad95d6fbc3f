"""The other pages, the menus, and the dialogs that they open."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from flashdeck.gui.program import Program
from flashdeck.gui.views.main_window import PageName
from tests.pictures.studio import Studio, press, take_menu

_MENUS = ("File", "Go", "Study", "Cards", "Help")


def library(studio: Studio) -> None:
    """The cards, searched, chosen, edited and deleted."""
    with studio.program(studio.copy()) as program:
        program.go_to(PageName.LIBRARY)
        page = program._library_page
        studio.take("library")
        page.search("is:due tide")
        studio.take("library-search")
        page.search("is:late")
        studio.take("library-problem")
        page.search("zeppelin")
        studio.take("library-nothing")
        page.search("")
        page._table.setFocus()
        press(Qt.Key.Key_Home)
        page._table.selectRow(2)
        take_menu(studio, program, "Cards", "menu-cards-chosen")
        page._table.selectAll()
        studio.take_during("delete", lambda: page.serve("cards-delete"))
        page._table.selectRow(2)
        _empty_the_front(page._editor)
        studio.take("library-editor-problem")
        page._editor._revert.click()
        program._library._edit_in_dialog(page.chosen_uids()[0])
        studio.take("editor")
        _empty_the_front(QApplication.activeModalWidget().editor)
        studio.take("editor-problem")
        press(Qt.Key.Key_Escape)
        studio.take("editor-leave")
        QApplication.activeModalWidget().accept()


def _empty_the_front(editor: object) -> None:
    editor._front.setPlainText("")
    editor.save()


def empty(studio: Studio) -> None:
    """Everything where there is no card yet."""
    with studio.program(studio.empty()) as program:
        studio.take("welcome")
        for name in (PageName.LIBRARY, PageName.CRAM):
            program.go_to(name)
            studio.take(f"{name.value}-empty")
        program._serve("review")
        studio.take("nothing-waits")
        program._serve("undo")
        studio.take("nothing-to-undo")
        program._backups.choose()
        studio.take("backups-none")
        QApplication.activeModalWidget().close()


def settings(studio: Studio) -> None:
    """The settings from top to bottom, and the keys."""
    with studio.program(studio.copy()) as program:
        program.go_to(PageName.SETTINGS)
        bar = program._settings_page.findChild(QScrollArea).verticalScrollBar()
        for number, name in enumerate(("settings", "settings-2", "settings-3")):
            bar.setValue(number * bar.pageStep())
            studio.take(name)
        program._settings_page.keys_asked.emit()
        studio.take("keys")
        QApplication.activeModalWidget()._ask_for("source", "E")
        studio.take("keys-taken")
        QApplication.activeModalWidget().close()


def helps(studio: Studio) -> None:
    """F1 on each page."""
    with studio.program(studio.copy()) as program:
        for name in (PageName.TODAY, PageName.LIBRARY, PageName.CRAM, PageName.SETTINGS):
            program.go_to(name)
            _help(studio, program, name.value)
        program.go_to(PageName.TODAY)
        press(Qt.Key.Key_Return)
        _help(studio, program, "review")
        press(Qt.Key.Key_Space, Qt.Key.Key_3, Qt.Key.Key_Escape)
        _help(studio, program, "summary")
        program._serve("about")
        studio.take("about")
        QApplication.activeModalWidget().close()


def _help(studio: Studio, program: Program, name: str) -> None:
    program.window.show_help()
    studio.take(f"help-{name}")
    QApplication.activeModalWidget().close()


def menus(studio: Studio) -> None:
    """Every menu, open."""
    with studio.program(studio.copy()) as program:
        for title in _MENUS:
            take_menu(studio, program, title, f"menu-{title.lower()}")
        program.window._drop_hint.raise_()
        program.window._drop_hint.show()
        studio.take("drop")
