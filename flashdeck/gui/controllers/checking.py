"""A check of the collection on request, and its repair."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from flashdeck.gui.controllers.care_run import CareRun
from flashdeck.gui.controllers.controller import Controller, shown_instant
from flashdeck.gui.theme import Theme
from flashdeck.gui.views.check_dialog import CheckDialog
from flashdeck.gui.views.main_window import MainWindow
from flashdeck.gui.wording import told
from flashdeck.gui.workspace import Workspace
from flashdeck.services import collection_file
from flashdeck.services.care_process import CheckProcess, Checkup, Mended, MendProcess


class CheckController(Controller):
    """Checks a copy of the collection, and puts a mended one in its place if the user wants that; once."""

    def __init__(self, window: MainWindow, workspace: Workspace, theme: Theme) -> None:
        super().__init__(window, workspace)
        self._dialog = CheckDialog(theme, window)
        self._dialog.mend_asked.connect(self._begin_mending)
        self._dialog.finished.connect(self._end)
        theme.adopt(self._dialog)
        self._check = self._run(self._show_checkup)
        self._mend = self._run(self._show_mended)

    def _run(self, show: Callable[[Any], None]) -> CareRun:
        run = CareRun(self._workspace, self)
        run.progressed.connect(self._dialog.show_progress)
        run.done.connect(show)
        run.failed.connect(self._dialog.show_result)
        run.stopped.connect(self._dialog.reject)
        return run

    def check(self) -> None:
        """Check the collection and show what is found."""
        self._dialog.show_running(
            self.tr("Checking the collection…"),
            self.tr(
                "The file, every row of it, and every schedule by its answers. A large collection takes a minute or "
                "two. Nothing is changed."
            ),
        )
        self._dialog.open()
        self._check.begin(CheckProcess)

    def _end(self) -> None:
        self._check.stop()
        self._mend.stop()
        self.deleteLater()

    def _begin_mending(self) -> None:
        self._dialog.show_running(
            self.tr("Mending the collection…"),
            self.tr("A copy is mended, and takes the place of the collection once it is sound."),
        )
        self._mend.begin(MendProcess)

    def _show_checkup(self, found: Checkup) -> None:
        if found.faults:
            self._show_faults(found)
        elif found.pictures:
            self._dialog.show_result(
                self.tr("The collection is sound but for %Ln picture(s).", "", len(found.pictures)),
                self.tr(
                    "Delete those that are not as they were and import the package again, or merge a collection that "
                    "has them."
                ),
                [told(fault) for fault in found.pictures],
            )
        else:
            self._dialog.show_result(self.tr("The collection is sound."), self._figures(found))

    def _show_faults(self, found: Checkup) -> None:
        can_mend = not self._workspace.collection.is_view_only
        about = self.tr(
            "Mending keeps the collection as it is now among the backups. Your answers are believed over every "
            "schedule, and what changed by itself is taken from a backup that has it."
        )
        if not can_mend:
            about = self.tr("It cannot be written, and so cannot be mended.")
        self._dialog.show_result(
            self.tr("The collection has %Ln fault(s).", "", len(found.faults)),
            about,
            [told(fault) for fault in found.faults],
            way_out=self.tr("Leave it") if can_mend else "",
            can_mend=can_mend,
        )

    def _figures(self, found: Checkup) -> str:
        collection = self._workspace.collection
        last = collection_file.last_backup_at(collection, self._workspace.clock.now())
        if last is None:
            said = self.tr("%1 and %2, without a backup yet.")
        else:
            said = self.tr("%1 and %2, with the last verified backup of %3.")
            said = said.replace("%3", shown_instant(last))
        said = said.replace("%1", self.tr("%Ln card(s)", "", found.cards))
        return said.replace("%2", self.tr("%Ln answer(s)", "", found.answers))

    def _show_mended(self, mended: Mended) -> None:
        self._dialog.show_result(self._outcome(mended), self._kept(self._mend.kept), self._items(mended))

    def _outcome(self, mended: Mended) -> str:
        if mended.faults:
            return self.tr("The collection has faults still.")
        if mended.rescued is None:
            return self.tr("The collection is mended.")
        notes, answers = mended.rescued
        said = self.tr("The collection was put together anew, with %1 and %2.")
        said = said.replace("%1", self.tr("%Ln note(s)", "", notes))
        return said.replace("%2", self.tr("%Ln answer(s)", "", answers))

    def _items(self, mended: Mended) -> list[str]:
        items = [told(item) for item in mended.done]
        if mended.rescued is not None and mended.taken_at is None:
            items.append(self.tr("There was no good backup; it is made of what could be read."))
        elif mended.taken_at is not None:
            began = self.tr("It was begun with the backup of %1, and has what could be read beyond that.")
            items.append(began.replace("%1", shown_instant(mended.taken_at)))
        look = self.tr("Look at this: %1")
        items += (look.replace("%1", told(item)) for item in (*mended.doubtful, *mended.faults))
        return items

    def _kept(self, kept: Path | None) -> str:
        return self.tr("As it was before, it is kept as %1").replace("%1", str(kept)) if kept is not None else ""
