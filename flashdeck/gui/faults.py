"""Our own mistakes: shown with a report that can be copied, while the window stays up and the data untouched."""

import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from flashdeck import __version__


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
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - hardly ever needed

    box = QMessageBox(QApplication.activeWindow())
    box.setWindowTitle("flashdeck")
    box.setText(QApplication.translate("faults", "Something in flashdeck went wrong."))
    box.setInformativeText(
        QApplication.translate("faults", "Every answer so far is saved. The details help to mend the mistake.")
    )
    box.setDetailedText(report)
    copy = box.addButton(QApplication.translate("faults", "Copy details"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Close)
    box.exec()
    if box.clickedButton() is copy:
        QApplication.clipboard().setText(report)
