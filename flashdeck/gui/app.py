"""Puts the program together: services, pages, window and controllers."""

import signal
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from flashdeck import __version__
from flashdeck.errors import CollectionBusyError, FlashdeckError
from flashdeck.gui import faults, icons, instance, language
from flashdeck.gui.program import Program
from flashdeck.gui.theme import Theme
from flashdeck.gui.workspace import Workspace
from flashdeck.services.clock import SystemClock


def start(collection_path: Path, *, smoke: bool = False) -> int:
    """Run the desktop program and return its exit status.

    Args:
        collection_path: the collection to open, made when it is missing.
        smoke: paint the window once and leave; shows that everything the program needs is there.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal; Qt's loop would never see Python's handler
    application = application_for(sys.argv[:1])
    faults.install(application)
    theme = Theme(application)
    try:
        workspace = Workspace(collection_path, SystemClock())
    except CollectionBusyError as error:
        if instance.raise_first(collection_path):
            return 0
        return _refuse(error)
    except FlashdeckError as error:
        return _refuse(error)
    program = Program(theme, workspace, collection_path.with_name("window.ini"))
    application.aboutToQuit.connect(program.close)
    listener = instance.listen(collection_path, program.window)
    program.show()
    if smoke:
        QTimer.singleShot(0, lambda: (program.window.grab(), application.quit()))
    status = application.exec()
    listener.close()
    return status


def application_for(arguments: list[str]) -> QApplication:
    """Return the application with its name and icon."""
    application = QApplication(arguments)
    application.setApplicationName("flashdeck")
    application.setApplicationDisplayName("flashdeck")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("flashdeck")
    application.setWindowIcon(icons.application_icon())
    language.install(application)
    return application


def _refuse(error: FlashdeckError) -> int:
    """Say why the collection cannot be opened."""
    box = QMessageBox()
    box.setWindowTitle("flashdeck")
    box.setText(QApplication.translate("app", "The collection cannot be opened."))
    box.setInformativeText(str(error))
    box.exec()
    return 1
