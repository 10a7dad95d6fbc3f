"""What the program offers when the collection it should open is damaged."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QMessageBox

from flashdeck.errors import CollectionDamagedError, FlashdeckError
from flashdeck.services import rescue
from flashdeck.services.clock import Clock


def offer_rescue(path: Path, clock: Clock, error: CollectionDamagedError) -> bool:
    """Offer to put the collection together again; return whether that was done, so that it can be opened."""
    backup = rescue.offer(path)
    translate = QApplication.translate
    box = QMessageBox()
    box.setWindowTitle("flashdeck")
    if path.exists():
        box.setText(translate("damage", "The collection cannot be opened: its file is damaged."))
        box.setInformativeText(f"{error}\n\n{_found(backup)} {translate('damage', 'The damaged file is kept.')}")
    else:
        box.setText(translate("damage", "The collection cannot be opened: its file is gone."))
        box.setInformativeText(str(error))
    accept = box.addButton(translate("damage", "Put it together"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(translate("damage", "Quit"), QMessageBox.ButtonRole.RejectRole)
    box.exec()
    if box.clickedButton() is not accept:
        return False
    try:
        rescued = rescue.rescue(path, clock)
    except FlashdeckError as fault:
        _say(str(fault))
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
    ).replace("%1", f"{backup.taken_at.astimezone():%Y-%m-%d %H:%M}")


def _say(text: str) -> None:
    box = QMessageBox()
    box.setWindowTitle("flashdeck")
    box.setText(text)
    box.exec()
