"""F1: the keys of the screen one is on."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from flashdeck.gui.tokens import SPACE_2XL, SPACE_L, SPACE_S, SPACE_XL
from flashdeck.gui.view_values import KeyHint
from flashdeck.gui.views.controls import button, label, row
from flashdeck.gui.views.page import scrolled


class HelpDialog(QDialog):
    """The keys of the screen beside those that work everywhere. Any of Esc, F1 and Return closes it."""

    def __init__(
        self, screen: str, here: tuple[KeyHint, ...], everywhere: tuple[KeyHint, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        layout.setSpacing(SPACE_L)
        groups = QWidget()
        columns = QHBoxLayout(groups)
        columns.setContentsMargins(0, 0, SPACE_L, 0)
        columns.setSpacing(SPACE_2XL)
        if here:
            columns.addLayout(_group(screen, here), 1)
        columns.addLayout(_group(self.tr("Everywhere"), everywhere), 1)
        layout.addWidget(_fitting(groups, self.windowTitle(), self.screen().availableGeometry().size()), 1)
        close = button(self.tr("Close"), self.accept, key="Esc")
        close.setDefault(True)
        layout.addLayout(row(0, close))


def _fitting(groups: QWidget, name: str, room: QSize) -> QWidget:
    """Return a place that shows all of the groups where the screen has room for them, and scrolls where it has not."""
    place = scrolled(groups, name)
    groups.ensurePolished()
    wanted = groups.sizeHint()
    place.setMinimumWidth(min(wanted.width(), room.width() - 2 * SPACE_2XL))
    place.setMinimumHeight(min(wanted.height(), room.height() - 3 * SPACE_2XL))
    return place


def _group(title: str, hints: tuple[KeyHint, ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE_XL)
    grid.setVerticalSpacing(SPACE_S)
    grid.setColumnStretch(1, 1)
    grid.setRowStretch(len(hints) + 1, 1)
    grid.addWidget(label(title, "strong"), 0, 0, 1, 2)
    for number, hint in enumerate(hints, 1):
        key = label(hint.key, "key")
        key.setAccessibleName(f"{hint.key}: {hint.meaning}")
        grid.addWidget(key, number, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(label(hint.meaning), number, 1)
    return grid
