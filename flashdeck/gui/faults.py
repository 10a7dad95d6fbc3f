"""Our own mistakes: shown with a report that can be copied, while the window stays up and the data untouched."""

import sys
import threading
import traceback
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from flashdeck import __version__

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from flashdeck.gui.views.message_dialog import MessageDialog


class _Reports(QObject):
    """Brings reports from other threads into the window's."""

    made = Signal(str)


def install(application: QApplication) -> None:
    """Show every exception that nobody expected, whatever thread it is from, and keep what Qt says of mistakes."""
    reports = _Reports(application)
    reports.made.connect(_tell)

    def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if issubclass(kind, KeyboardInterrupt):
            application.quit()
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        reports.made.emit(f"flashdeck {__version__}, Python {sys.version.split()[0]}\n\n{text}")

    def report_thread(arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            report(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    sys.excepthook = report
    threading.excepthook = report_thread
    qInstallMessageHandler(_log)


def _log(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Write what Qt has to say to stderr, where the details of a report are, too; its chatter is left out."""
    if kind not in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}:
        sys.stderr.write(f"Qt: {message}\n")


def _tell(report: str) -> None:
    notice(report, QApplication.activeWindow()).exec()


def notice(report: str, parent: "QWidget | None" = None) -> "MessageDialog":
    """Return what tells the user of a mistake of ours."""
    from flashdeck.gui.views.message_dialog import MessageDialog  # noqa: PLC0415 - hardly ever needed

    return MessageDialog(
        QApplication.translate("faults", "Something in flashdeck went wrong."),
        QApplication.translate(
            "faults",
            "Every answer so far is saved, and you can go on. If it happens again, start flashdeck anew. The details "
            "help to mend the mistake.",
        ),
        way_out=QApplication.translate("faults", "Go on"),
        details=report,
        parent=parent,
    )
