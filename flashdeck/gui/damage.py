"""What the program offers when the collection it should open is damaged or gone."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QMessageBox

from flashdeck.errors import CollectionDamagedError, FlashdeckError
from flashdeck.gui.controllers.controller import shown_instant
from flashdeck.gui.wording import told
from flashdeck.services import rescue
from flashdeck.services.clock import Clock


def offer_rescue(path: Path, clock: Clock, error: CollectionDamagedError) -> bool:
    """Offer to bring the collection back; return whether that was done, so that it can be opened."""
    backup = rescue.offer(path)
    is_gone = not path.exists() or path.stat().st_size == 0
    if not is_gone and not backup.is_promising:
        _say(told(error))
        return False
    translate = QApplication.translate
    box = QMessageBox()
    box.setWindowTitle("flashdeck")
    if is_gone:
        box.setText(translate("damage", "The collection cannot be opened: its file is gone."))
        box.setInformativeText(f"{path}\n\n{_found_of_gone(backup)}")
        label = translate("damage", "Bring it back")
    else:
        box.setText(translate("damage", "The collection cannot be opened: its file is damaged."))
        box.setInformativeText(f"{path}\n\n{_found(backup)} {translate('damage', 'The damaged file is kept.')}")
        label = translate("damage", "Put it together")
    accept = box.addButton(label, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(translate("damage", "Quit"), QMessageBox.ButtonRole.RejectRole)
    box.exec()
    if box.clickedButton() is not accept:
        return False
    try:
        rescued = rescue.rescue(path, clock)
    except FlashdeckError as fault:
        _say(told(fault))
        return False
    now = translate("damage", "The collection now has %1 notes and %2 answers.")
    now = now.replace("%1", str(rescued.notes)).replace("%2", str(rescued.answers))
    kept = "" if rescued.aside is None else translate("damage", "The damaged file is %1.")
    _say(f"{now} {kept.replace('%1', str(rescued.aside))}".strip())
    return True


def _found(backup: rescue.Offer) -> str:
    if backup.taken_at is None:
        return QApplication.translate(
            "damage", "There is no good backup, but what can still be read of the file can be saved."
        )
    return QApplication.translate(
        "damage", "It can be put together from the backup of %1 and all that can still be read of the file."
    ).replace("%1", shown_instant(backup.taken_at))


def _found_of_gone(backup: rescue.Offer) -> str:
    if backup.taken_at is None:
        return QApplication.translate("damage", "None of its backups is good any more.")
    return QApplication.translate(
        "damage",
        "If you moved it, quit and move it back. Otherwise it can be brought back as it was in the backup of %1.",
    ).replace("%1", shown_instant(backup.taken_at))


def _say(text: str) -> None:
    box = QMessageBox()
    box.setWindowTitle("flashdeck")
    box.setText(text)
    box.exec()
