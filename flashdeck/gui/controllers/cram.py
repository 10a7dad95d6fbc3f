"""The cram page: what can be picked."""

from flashdeck.gui.controllers import deck_tree
from flashdeck.gui.controllers.controller import Controller
from flashdeck.gui.controllers.recall import RecallController
from flashdeck.gui.views.cram import CramPage
from flashdeck.gui.views.main_window import MainWindow
from flashdeck.gui.workspace import Workspace


class CramController(Controller):
    """Shows sections and topics; what is ticked stays ticked while they stay the same."""

    def __init__(self, window: MainWindow, page: CramPage, workspace: Workspace) -> None:
        super().__init__(window, workspace)
        self._page = page
        self._shown: object = None
        self._recall = RecallController(window, page, workspace)
        workspace.changed.connect(self._recall.tell)

    def stop(self) -> None:
        """Work nothing out."""
        self._recall.stop()

    def show(self) -> None:
        """Bring the page up to date."""
        counts = self.attempt(lambda: self._workspace.collection.cards.topic_counts(self._workspace.today.day()))
        nodes = deck_tree.tree(counts or (), lambda topic: (topic.total,))
        if nodes != self._shown:
            self._shown = nodes
            self._page.show_sections(nodes)
        self._recall.tell()
