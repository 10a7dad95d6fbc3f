"""F1: the keys of the screen one is on."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QDialog, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

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
        columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, groups)
        columns.setContentsMargins(0, 0, SPACE_L, 0)
        columns.setSpacing(SPACE_2XL)
        if here:
            columns.addLayout(_group(screen, here), 1)
        columns.addLayout(_group(self.tr("Everywhere"), everywhere), 1)
        place = scrolled(groups, self.windowTitle())
        layout.addWidget(place, 1)
        close = button(self.tr("Close"), self.accept, key="Esc")
        close.setDefault(True)
        layout.addLayout(row(0, close))
        self._fit(groups, columns, place)

    def _fit(self, groups: QWidget, columns: QBoxLayout, place: QScrollArea) -> None:
        """Show all where the screen has room for it; else one group below the other, scrolled with the arrow keys."""
        groups.ensurePolished()
        room = self.screen().availableGeometry().size() - QSize(2 * SPACE_2XL, 4 * SPACE_2XL)
        wanted = groups.sizeHint()
        if wanted.width() > room.width():
            columns.setDirection(QBoxLayout.Direction.TopToBottom)
            for words in groups.findChildren(QLabel):
                words.setWordWrap(words.property("role") != "key")
            columns.activate()
            wanted = QSize(room.width(), columns.heightForWidth(room.width()))
        place.setMinimumSize(wanted.boundedTo(room))
        if wanted.height() > room.height():
            columns.setContentsMargins(SPACE_S, SPACE_S, SPACE_S, SPACE_S)
            place.setProperty("role", "ringed")
            place.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            place.setFocus()


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
        grid.addWidget(key, number, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(hint.meaning), number, 1)
    return grid
