"""What the user sees when something went wrong."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from flashdeck.errors import CollectionError, FlashdeckError
from flashdeck.gui import faults
from flashdeck.gui.damage import Rescuer
from flashdeck.services import collection_file, rescue
from flashdeck.storage.collection import Collection
from tests.pictures.studio import Studio

_REPORT = """flashdeck 1.0.0, Python 3.12.1

Traceback (most recent call last):
  File "flashdeck/gui/controllers/study.py", line 204, in _ask
    self._review.show_question(self._card_view(self._question), self._progress())
ValueError: the tide table has no line for the 30th of February
"""


def refusals(studio: Studio) -> None:
    """What keeps the collection from being opened."""
    path = studio.copy()
    foreign = path.with_name("thesis.flashdeck")
    foreign.write_text("years of work " * 50)
    newer = studio.copy()
    with Collection(newer) as collection:
        collection.settle()
    data = bytearray(newer.read_bytes())
    data[60:64] = (900).to_bytes(4, "big")
    newer.write_bytes(data)
    with Collection(path):
        studio.take_dialog("refused-busy", _refusal(lambda: Collection(path)))
    studio.take_dialog("refused-foreign", _refusal(lambda: Collection(foreign)))
    studio.take_dialog("refused-newer", _refusal(lambda: Collection(newer)))


def _refusal(opened: Callable[[], object]) -> object:
    try:
        opened()
    except FlashdeckError as error:
        return Rescuer().refusal(error)
    raise AssertionError("it was opened")


def damage(studio: Studio) -> None:
    """A damaged collection, one that is gone, and what the rescue of one came to."""
    path = studio.copy()
    with Collection(path) as collection:
        collection_file.backup_now(collection, studio.clock)
    data = bytearray(path.read_bytes())
    data[100:4096] = bytes(3996)
    path.write_bytes(data)
    offer = rescue.offer(path)
    studio.take_dialog("damaged", Rescuer().question(path, offer, is_gone=False))
    studio.take_dialog("gone", Rescuer().question(path, offer, is_gone=True))
    rescued = rescue.rescue(path, studio.clock)
    studio.take_dialog("rescued", Rescuer().result(rescued))
    try:
        collection_file.restore(path.with_name("missing"), path, studio.clock)
    except CollectionError as error:
        studio.take_dialog("refused-restore", Rescuer().refusal(error))


def crash(studio: Studio) -> None:
    """A mistake of ours."""
    with studio.program(studio.copy()) as program:
        dialog = faults.notice(_REPORT, program.window)
        studio.take_dialog("crash", dialog)
        dialog = faults.notice(_REPORT, program.window)
        next(made for made in dialog.findChildren(QPushButton) if made.isCheckable()).click()
        studio.take_dialog("crash-details", dialog)
