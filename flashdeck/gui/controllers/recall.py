"""How well each topic is remembered now: worked out while nobody waits, and shown beside decks and topics."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QTimer

from flashdeck.gui.controllers import deck_tree
from flashdeck.gui.controllers.controller import Controller
from flashdeck.gui.views.main_window import MainWindow
from flashdeck.gui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flashdeck.gui.views.cram import CramPage
    from flashdeck.gui.views.today import TodayPage
    from flashdeck.services.recall import Recall, TopicRecall

_AT_ONCE_MS: Final = 5
"""How long the window does nothing else: what the user does meanwhile waits no longer than that and one bit more."""


class RecallController(Controller):
    """Works as long as its page is to be seen and has not been told yet, in pieces between what the user does."""

    def __init__(self, window: MainWindow, page: "TodayPage | CramPage", workspace: Workspace) -> None:
        super().__init__(window, workspace)
        self._page = page
        self._teller: Recall | None = None
        self._work: Iterator[tuple[TopicRecall, ...] | None] | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    def tell(self) -> None:
        """Work out and show what is remembered now, from the beginning; what is known already is not asked again."""
        if self._teller is not self._workspace.recall:
            self._page.show_recalls(None)  # what is shown is of another collection
        self._teller = self._workspace.recall
        self._work = self._teller.topics_on(self._workspace.today.day())
        self._timer.start()

    def stop(self) -> None:
        """Work no longer."""
        self._timer.stop()
        self._work = None

    def _go_on(self) -> None:
        if not self._page.isVisible() or self.attempt(self._do_a_piece) is not True:
            self.stop()

    def _do_a_piece(self) -> bool:
        """Work for some milliseconds; return whether there is more to do."""
        spent = QElapsedTimer()
        spent.start()
        for topics in self._work or ():
            if topics is not None:
                self._page.show_recalls(deck_tree.recalls(topics))
            if spent.elapsed() >= _AT_ONCE_MS:
                return True
        return False
