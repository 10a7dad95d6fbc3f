"""Another collection of the same person, from a second machine, taken into this one."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from flashdeck.errors import FlashdeckError
from flashdeck.gui.controllers.backup_run import Waiting
from flashdeck.gui.controllers.backups import BackupController
from flashdeck.gui.controllers.controller import Controller, waiting
from flashdeck.gui.views.main_window import MainWindow
from flashdeck.gui.wording import told
from flashdeck.gui.workspace import Workspace
from flashdeck.services.merge import CONFLICT_TAG, Merge


class MergeController(Controller):
    """Lets the user choose the other collection and tells what came of it; `search_asked` leads to the conflicts."""

    search_asked = Signal(str)

    def __init__(self, window: MainWindow, workspace: Workspace, backups: BackupController) -> None:
        super().__init__(window, workspace)
        self._backups = backups

    def choose(self) -> None:
        """Let the user choose the collection to take in."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Merge with another collection"),
            str(self._workspace.collection.path.parent),
            self.tr("Collections") + " (*.flashdeck)",
        )
        if name:
            self.take_in(Path(name))

    def take_in(self, other: Path) -> None:
        """Take another collection in, behind a backup; it stays as it is."""
        try:
            self._workspace.refuse_unfit(other)
        except FlashdeckError as error:
            self._window.show_notice(told(error))
            return
        waits = Waiting(then=lambda: self._merge(other), title=self.tr("Backing up before merging…"))
        self._backups.first(waits)

    def _merge(self, other: Path) -> None:
        with waiting():
            merged = self.attempt(lambda: self._workspace.merge(other))
        if merged is None:
            return
        if merged.conflicts:
            self._window.show_notice(
                self._told(merged),
                action=self.tr("Show them"),
                run=lambda: self.search_asked.emit(f"tag:{CONFLICT_TAG}"),
            )
        else:
            self._window.show_notice(self._told(merged))

    def _told(self, merged: Merge) -> str:
        changes = merged.changes
        counted = (
            (changes.answers_added, self.tr("%Ln answer(s) added", "", changes.answers_added)),
            (changes.notes_added, self.tr("%Ln note(s) added", "", changes.notes_added)),
            (changes.notes_changed, self.tr("%Ln note(s) changed", "", changes.notes_changed)),
            (changes.notes_deleted, self.tr("%Ln note(s) deleted", "", changes.notes_deleted)),
        )
        came = ", ".join(text for count, text in counted if count) or self.tr("there was nothing new")
        sentences = [self.tr("Merged: %1.").replace("%1", came)]
        if merged.conflicts:
            conflicts = len(merged.conflicts)
            sentences.append(
                self.tr("%Ln note(s) were written anew on both sides; both texts are kept.", "", conflicts)
            )
        return " ".join(sentences)
