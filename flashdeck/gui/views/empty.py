"""What stands where there is nothing to list: one sentence and what to do about it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from flashdeck.gui.tokens import SPACE_M
from flashdeck.gui.views.controls import Button, button, label, row


def empty_state(text: str, way_on: Button) -> QWidget:
    """Return a sentence with a button below it, a third from the top."""
    result = QWidget()
    layout = QVBoxLayout(result)
    layout.setContentsMargins(0, 0, 0, 0)  # the smallest window has no room to spare
    layout.setSpacing(SPACE_M)
    layout.addStretch(1)
    layout.addLayout(row(0, label(text, "muted"), 0))
    layout.addLayout(row(0, way_on, 0))
    layout.addStretch(2)
    return result


def no_cards(on_import: Callable[[], object]) -> QWidget:
    """Return what a page of cards shows while there are none."""
    bring = button(
        QCoreApplication.translate("empty", "Import…"),
        on_import,
        role="primary",
        icon="import",
        hint=QCoreApplication.translate("empty", "Import slides and decks"),
    )
    return empty_state(
        QCoreApplication.translate("empty", "There are no cards yet. They come from your slides."), bring
    )
