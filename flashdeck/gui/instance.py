"""One window a collection: whoever starts the program a second time gets the first window."""

from hashlib import sha256
from pathlib import Path
from typing import Final

from PySide6.QtCore import QElapsedTimer, Qt, QThread
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QMainWindow

from flashdeck.gui.workspace import Workspace

_OPENS_WITHIN_MS: Final = 10_000
"""How long a first window may take, on a slow machine, from taking the collection until it answers."""
_ANSWERS_WITHIN_MS: Final = 1_500
_TRY_EVERY_MS: Final = 50


def listen(workspace: Workspace, window: QMainWindow) -> None:
    """Let later starts on the collection that is open, whichever that is by then, raise the window; ends with it."""
    server = QLocalServer(window)
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)

    def raise_window() -> None:
        while server.hasPendingConnections():
            connection = server.nextPendingConnection()
            connection.disconnectFromServer()
            connection.deleteLater()
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    def answer_for_the_open_one() -> None:
        name = _name(workspace.collection.path)
        if server.serverName() == name:
            return
        server.close()
        if not server.listen(name):
            # left behind by a program that was killed; the collection's lock says that nobody lives there
            QLocalServer.removeServer(name)
            server.listen(name)

    server.newConnection.connect(raise_window)
    workspace.opened.connect(answer_for_the_open_one)
    answer_for_the_open_one()


def raise_first(collection_path: Path) -> bool:
    """Raise the window that has the collection open; False when no window answers."""
    waited = QElapsedTimer()
    waited.start()
    while waited.elapsed() < _OPENS_WITHIN_MS:
        socket = QLocalSocket()
        socket.connectToServer(_name(collection_path))
        if socket.waitForConnected(_ANSWERS_WITHIN_MS):
            socket.disconnectFromServer()
            return True
        QThread.msleep(_TRY_EVERY_MS)  # the first window may be about to open
    return False


def _name(collection_path: Path) -> str:
    digest = sha256(str(collection_path.resolve()).encode()).hexdigest()[:16]
    return f"flashdeck-{digest}"
