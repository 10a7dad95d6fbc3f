"""What was done last is taken back, and the user told what it was."""

from flashdeck.gui.controllers.controller import Controller
from flashdeck.services.undo import Undone, last_undoable, undo_last


class UndoController(Controller):
    """Takes back the newest thing of the collection, and says so."""

    def take_back(self) -> Undone | None:
        """Take back what was done last and return it; say so when there is nothing."""
        workspace = self._workspace
        undone = self.attempt(lambda: undo_last(workspace.collection, workspace.clock, workspace.today))
        if undone is None:
            self._say_there_is_nothing()
            return None
        workspace.changed.emit()
        self._window.show_notice(self._undone_text(undone))
        return undone

    def say_why_not(self) -> None:
        """Say why nothing is taken back within a session."""
        if last_undoable(self._workspace.collection) is None:
            self._say_there_is_nothing()
        else:
            said = self.tr("What was done last was not done in this session. Leave the session to take it back.")
            self._window.show_notice(said)

    def _say_there_is_nothing(self) -> None:
        self._window.show_notice(self.tr("There is nothing to take back."))

    def _undone_text(self, undone: Undone) -> str:
        if undone.operation is None:
            return self.tr("The last answer was taken back; its card is asked again.")
        texts = {
            "import": self.tr("The import of %1 was taken back."),
            "edit": self.tr("The edit of “%1” was taken back."),
            "merge": self.tr("The merge with %1 was taken back."),
            "delete": self.tr("Deleted cards are back."),
            "suspend": self.tr("Suspended cards are back."),
            "resume": self.tr("The cards are left out again."),
            "bury": self.tr("Buried cards are back."),
            "mark": self.tr("The mark of “%1” was taken away."),
            "unmark": self.tr("“%1” is marked again."),
        }
        return texts[undone.operation.kind].replace("%1", undone.operation.label)
