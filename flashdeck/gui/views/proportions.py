"""How wide the user made the parts of a page and the columns of its tables, kept from one start to the next."""

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtWidgets import QHeaderView, QSplitter

from flashdeck.gui.views.page import Page


def restore(page: Page, settings: QSettings) -> None:
    """Give a page the proportions that were saved; what is not there or damaged changes nothing."""
    for key, movable in _movable(page):
        state = settings.value(key)
        if isinstance(state, QByteArray):
            movable.restoreState(state)


def save(page: Page, settings: QSettings) -> None:
    """Save the proportions of a page that is no longer used: its tables are sorted by no column afterwards."""
    for key, movable in _movable(page):
        if isinstance(movable, QHeaderView):
            movable.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)  # the rows begin in their own order
        settings.setValue(key, movable.saveState())


def _movable(page: Page) -> list[tuple[str, QSplitter | QHeaderView]]:
    """Return the splitters and the named headers of a page, each under the key of what is kept of it."""
    if not page.has_splitters:
        # to look through a page makes PySide6 build a type for everything Qt has put into it: not for the first one
        return []
    headers = [header for header in page.findChildren(QHeaderView) if header.objectName()]
    return [
        *((f"splitter/{splitter.objectName()}", splitter) for splitter in page.findChildren(QSplitter)),
        *((f"columns/{header.objectName()}", header) for header in headers),
    ]
