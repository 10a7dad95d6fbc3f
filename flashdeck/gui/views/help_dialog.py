"""F1: the keys of the screen one is on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from flashdeck.gui.tokens import SPACE_L, SPACE_S, SPACE_XL
from flashdeck.gui.view_values import KeyHint
from flashdeck.gui.views.controls import button, label, row, rule


class HelpDialog(QDialog):
    """Two groups of keys: those of the screen and those that work everywhere. Any of Esc, F1 and Return closes it."""

    def __init__(
        self, screen: str, here: tuple[KeyHint, ...], everywhere: tuple[KeyHint, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        layout.setSpacing(SPACE_L)
        if here:
            layout.addWidget(label(screen, "strong"))
            layout.addLayout(_grid(here))
            layout.addWidget(rule())
        layout.addWidget(label(self.tr("Everywhere"), "strong"))
        layout.addLayout(_grid(everywhere))
        close = button(self.tr("Close"), self.accept, key="Esc")
        close.setDefault(True)
        layout.addLayout(row(0, close))
        self.setMinimumWidth(420)


def _grid(hints: tuple[KeyHint, ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE_XL)
    grid.setVerticalSpacing(SPACE_S)
    grid.setColumnStretch(1, 1)
    for number, hint in enumerate(hints):
        key = label(hint.key, "key")
        key.setAccessibleName(f"{hint.key}: {hint.meaning}")
        grid.addWidget(key, number, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(label(hint.meaning), number, 1)
    return grid
