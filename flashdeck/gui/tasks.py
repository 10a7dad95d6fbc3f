"""Work that takes a second or more, off the window's thread.

A task touches neither the collection (its connection belongs to the window's thread) nor a widget: it is given values
and returns one.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from flashdeck.errors import FlashdeckError
from flashdeck.gui.wording import told


class Task(QObject):
    """One piece of work. `done` carries what it returned, `failed` the sentence of a fault of the world.

    A mistake of ours is raised again in the window's thread, where it is told like any other.
    """

    done = Signal(object)
    failed = Signal(str)
    _ended = Signal(object, object)

    def __init__(self, work: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin, on a thread of the pool."""
        QThreadPool.globalInstance().start(QRunnable.create(self._run))

    def _run(self) -> None:
        try:
            self._ended.emit(self._work(), None)
        except BaseException as error:  # noqa: BLE001 - handed to the window's thread, which raises it again
            self._ended.emit(None, error)

    def _tell(self, result: object, error: BaseException | None) -> None:
        self.deleteLater()
        if error is None:
            self.done.emit(result)
        elif isinstance(error, FlashdeckError):
            self.failed.emit(told(error))
        else:
            raise error


def wait_for_all() -> None:
    """Return once no task runs any longer."""
    QThreadPool.globalInstance().waitForDone()
