"""Puts the program together: services, pages, window and controllers."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from flashdeck import __version__
from flashdeck.errors import CollectionBusyError, CollectionDamagedError, FlashdeckError
from flashdeck.gui import faults, icons, language
from flashdeck.gui.program import Program
from flashdeck.gui.theme import Theme
from flashdeck.gui.workspace import Workspace
from flashdeck.services.clock import SystemClock

_PAINTED_AFTER_MS: Final = 100
"""When the window has been painted for sure, and nobody has pressed a key yet."""


def start(collection_path: Path, *, smoke: bool = False, on_shown: Callable[[], None] | None = None) -> int:
    """Run the desktop program and return its exit status.

    Args:
        collection_path: the collection to open, made when it is missing.
        smoke: paint the window once and leave; shows that everything a first look needs is there. Nobody answers
            then, so a collection that cannot be opened is said on the terminal.
        on_shown: called once the window is there.
    """
    application = application_for(sys.argv[:1])
    faults.install(application)
    theme = Theme(application)
    try:
        workspace = Workspace(collection_path, SystemClock())
    except FlashdeckError as error:
        status = _tell_terminal(error) if smoke else _tell_user(error, collection_path, theme)
        if status is not None:
            return status
        workspace = Workspace(collection_path, SystemClock())
    program = Program(theme, workspace, collection_path.with_name("window.ini"))
    application.aboutToQuit.connect(program.close)
    program.show()
    if on_shown is not None:
        on_shown()
    if workspace.collection.is_view_only:
        program.window.show_notice(
            QApplication.translate("app", "This collection cannot be written; it is shown to be looked at only.")
        )
    if smoke:
        QTimer.singleShot(0, lambda: (program.window.grab(), application.quit()))
    else:
        QTimer.singleShot(_PAINTED_AFTER_MS, lambda: _make_ready(workspace, program))
    return application.exec()


def _make_ready(workspace: Workspace, program: Program) -> None:
    """Do what no first look at the window should wait for."""
    if program.is_closed:
        return
    import signal  # noqa: PLC0415

    from flashdeck.gui import instance  # noqa: PLC0415

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal; Qt's loop would never see Python's handler
    QApplication.setWindowIcon(icons.application_icon())  # stands outside of the window, in the list of windows

    instance.listen(workspace, program.window)
    program.make_ready()


def _tell_terminal(error: FlashdeckError) -> int:
    """Say on the terminal why the collection cannot be opened; return the exit status."""
    sys.stderr.write(f"flashdeck: {error}\n")
    return 1


def _tell_user(error: FlashdeckError, collection_path: Path, theme: Theme) -> int | None:
    """Say why the collection cannot be opened; return the exit status, None when it can be now."""
    if isinstance(error, CollectionBusyError) and _raise_first(collection_path):
        return 0
    from flashdeck.gui import damage  # noqa: PLC0415 - hardly ever needed

    theme.apply_without_settings()
    rescuer = damage.Rescuer()
    if isinstance(error, CollectionDamagedError):
        return None if rescuer.offer(collection_path, SystemClock(), error) else 1
    rescuer.refusal(error).exec()
    return 1


def _raise_first(collection_path: Path) -> bool:
    from flashdeck.gui import instance  # noqa: PLC0415

    return instance.raise_first(collection_path)


def application_for(arguments: list[str]) -> QApplication:
    """Return the application with its name and language."""
    # named here, because Qt's function for it makes PySide6 build all that belongs to styles
    application = QApplication([*arguments, "-style", "fusion"])
    application.setApplicationName("flashdeck")
    application.setApplicationDisplayName("flashdeck")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("flashdeck")
    language.install(application)
    return application
