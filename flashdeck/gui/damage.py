"""What the program offers when the collection it should open is damaged or gone."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from flashdeck.errors import CollectionDamagedError, FlashdeckError
from flashdeck.gui.controllers.controller import shown_instant
from flashdeck.gui.views.message_dialog import MessageDialog
from flashdeck.gui.wording import told
from flashdeck.services import rescue
from flashdeck.services.clock import Clock

_MOST_DOUBTFUL: Final = 3


class Rescuer(QObject):
    """Talks with the user, before there is a window or in front of one that has another collection open."""

    def __init__(self, window: QWidget | None = None) -> None:
        super().__init__(window)
        self._window = window

    def offer(self, path: Path, clock: Clock, error: CollectionDamagedError) -> bool:
        """Offer to bring the collection back; return whether that was done, so that it can be opened."""
        backup = rescue.offer(path)
        is_gone = not path.exists() or path.stat().st_size == 0
        if not is_gone and not backup.is_promising:
            self.refusal(error).exec()
            return False
        if not self.question(path, backup, is_gone=is_gone).exec():
            return False
        try:
            rescued = rescue.rescue(path, clock)
        except FlashdeckError as fault:
            self.refusal(fault).exec()
            return False
        self.result(rescued).exec()
        return True

    def refusal(self, error: FlashdeckError) -> MessageDialog:
        """Return what says why the collection cannot be opened."""
        return self._dialog(self.tr("The collection cannot be opened."), told(error))

    def question(self, path: Path, backup: rescue.Offer, *, is_gone: bool) -> MessageDialog:
        """Return what asks whether the collection shall be brought back."""
        if is_gone:
            text = self.tr("The collection cannot be opened: its file is gone.")
            more = f"{self._found_of_gone(backup)}\n\n{path}"
            way_on = self.tr("Bring it back")
        else:
            text = self.tr("The collection cannot be opened: its file is damaged.")
            more = f"{self._found(backup)} {self.tr('The damaged file is kept.')}\n\n{path}"
            way_on = self.tr("Put it together")
        return self._dialog(text, more, way_on=way_on)

    def result(self, rescued: rescue.Rescue) -> MessageDialog:
        """Return what says what the rescue came to, and what may want a look still."""
        text = self.tr("The collection is brought back.")
        kept = ""
        if rescued.aside is not None:
            text = self.tr("The collection is put together.")
            kept = self.tr("The damaged file is kept as %1").replace("%1", str(rescued.aside))
        now = self.tr("It now has %1 and %2.")
        now = now.replace("%1", self.tr("%Ln note(s)", "", rescued.notes))
        now = now.replace("%2", self.tr("%Ln answer(s)", "", rescued.answers))
        doubtful = self._listed([told(said) for said in (*rescued.doubtful, *rescued.faults)])
        more = "\n\n".join(filter(None, (now, doubtful, kept)))
        return MessageDialog(text, more, way_out=self.tr("Open it"), parent=self._window)

    def _dialog(self, text: str, more: str, *, way_on: str = "") -> MessageDialog:
        """Return a dialog whose way out is to do nothing."""
        way_out = self.tr("Leave it") if self._window else self.tr("Quit")
        return MessageDialog(text, more, way_on=way_on, way_out=way_out, parent=self._window)

    def _listed(self, doubtful: Sequence[str]) -> str:
        """Return what may be wrong still, line by line and not without end."""
        if not doubtful:
            return ""
        lines = [self.tr("Look at these, they may not be as you wrote them:")]
        lines += [f"•  {said}" for said in doubtful[:_MOST_DOUBTFUL]]
        if len(doubtful) > _MOST_DOUBTFUL:
            lines.append(self.tr("and %Ln more", "", len(doubtful) - _MOST_DOUBTFUL))
        return "\n".join(lines)

    def _found(self, backup: rescue.Offer) -> str:
        if backup.taken_at is None:
            return self.tr("There is no good backup, but what can still be read of the file can be saved.")
        found = self.tr("It can be put together from the backup of %1 and all that can still be read of the file.")
        return found.replace("%1", shown_instant(backup.taken_at))

    def _found_of_gone(self, backup: rescue.Offer) -> str:
        if backup.taken_at is None:
            return self.tr("None of its backups is good any more.")
        found = self.tr(
            "If you moved it, quit and move it back. Otherwise it can be brought back as it was in the backup of %1."
        )
        return found.replace("%1", shown_instant(backup.taken_at))
