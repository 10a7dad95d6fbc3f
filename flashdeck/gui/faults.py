"""Our own mistakes: shown with a report that can be copied, while the window stays up and the data untouched."""

import sys
import traceback
from types import TracebackType

from PySide6.QtWidgets import QApplication, QMessageBox

from flashdeck import __version__


def install(application: QApplication) -> None:
    """Show every exception that nobody expected."""

    def show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if issubclass(kind, KeyboardInterrupt):
            application.quit()
            return
        report = "".join(traceback.format_exception(kind, error, trace))
        _tell(f"flashdeck {__version__}, Python {sys.version.split()[0]}\n\n{report}")

    sys.excepthook = show


def _tell(report: str) -> None:
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
