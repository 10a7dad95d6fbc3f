"""One window a collection: whoever starts the program a second time gets the first window."""

from hashlib import sha256
from pathlib import Path
from typing import Final

from PySide6.QtCore import QElapsedTimer, QThread
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QMainWindow

_WAIT_MS: Final = 1500
_TRY_EVERY_MS: Final = 50


def listen(collection_path: Path, window: QMainWindow) -> QLocalServer:
    """Let later starts raise the window; it ends with the window."""
    server = QLocalServer(window)
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)

    def raise_window() -> None:
        while server.hasPendingConnections():
            connection = server.nextPendingConnection()
            connection.disconnectFromServer()
            connection.deleteLater()
        window.show()
        window.raise_()
        window.activateWindow()

    server.newConnection.connect(raise_window)
    name = _name(collection_path)
    if not server.listen(name):
        # left behind by a program that was killed; the collection's lock says that nobody lives there
        QLocalServer.removeServer(name)
        server.listen(name)
    return server


def raise_first(collection_path: Path) -> bool:
    """Raise the window that has the collection open; False when no window answers."""
    waited = QElapsedTimer()
    waited.start()
    while waited.elapsed() < _WAIT_MS:
        socket = QLocalSocket()
        socket.connectToServer(_name(collection_path))
        if socket.waitForConnected(_WAIT_MS):
            socket.disconnectFromServer()
            return True
        QThread.msleep(_TRY_EVERY_MS)  # the first window may be about to open
    return False


def _name(collection_path: Path) -> str:
    digest = sha256(str(collection_path.resolve()).encode()).hexdigest()[:16]
    return f"flashdeck-{digest}"
