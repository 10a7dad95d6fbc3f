"""Another collection of the same person, from a second machine, taken into this one."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from flashdeck.errors import FlashdeckError
from flashdeck.gui.controllers.backup_run import Waiting
from flashdeck.gui.controllers.backups import BackupController
from flashdeck.gui.controllers.care_run import CareRun
from flashdeck.gui.controllers.controller import Controller
from flashdeck.gui.theme import Theme
from flashdeck.gui.views.main_window import MainWindow
from flashdeck.gui.views.wait_dialog import WaitDialog
from flashdeck.gui.wording import told
from flashdeck.gui.workspace import Workspace
from flashdeck.services.care_process import Merged, MergeProcess
from flashdeck.services.merge import CONFLICT_TAG


class MergeController(Controller):
    """Lets the user choose the other collection and tells what came of it; `search_asked` leads to the conflicts."""

    search_asked = Signal(str)

    def __init__(self, window: MainWindow, workspace: Workspace, theme: Theme, backups: BackupController) -> None:
        super().__init__(window, workspace)
        self._theme = theme
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
        dialog = WaitDialog(
            self._theme,
            self.tr("Merging…"),
            about=self.tr("A copy of the collection takes the other one in. A large collection takes minutes."),
            give_up=self.tr("Cancel"),
            parent=self._window,
        )
        run = CareRun(self._workspace, dialog)
        run.done.connect(self._tell)
        run.failed.connect(self._window.show_notice)
        run.show_in(dialog)
        self._theme.adopt(dialog)
        dialog.open()
        run.begin(partial(MergeProcess, other=other))

    def _tell(self, merged: Merged) -> None:
        if merged.conflicts:
            self._window.show_notice(
                self._told(merged),
                action=self.tr("Show them"),
                run=lambda: self.search_asked.emit(f"tag:{CONFLICT_TAG}"),
            )
        else:
            self._window.show_notice(self._told(merged))

    def _told(self, changes: Merged) -> str:
        counted = (
            (changes.answers_added, self.tr("%Ln answer(s) added", "", changes.answers_added)),
            (changes.notes_added, self.tr("%Ln note(s) added", "", changes.notes_added)),
            (changes.notes_changed, self.tr("%Ln note(s) changed", "", changes.notes_changed)),
            (changes.notes_deleted, self.tr("%Ln note(s) deleted", "", changes.notes_deleted)),
        )
        came = ", ".join(text for count, text in counted if count) or self.tr("there was nothing new")
        sentences = [self.tr("Merged: %1.").replace("%1", came)]
        if changes.conflicts:
            sentences.append(
                self.tr("%Ln note(s) were written anew on both sides; both texts are kept.", "", changes.conflicts)
            )
        return " ".join(sentences)
