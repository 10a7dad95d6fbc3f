"""What this program is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from flashdeck.gui import icons
from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import DIALOG, SPACE_L, SPACE_S, SPACE_XL
from flashdeck.gui.views.controls import button, label, row

_MARK_EDGE = 64


class AboutDialog(QDialog):
    """Name, version, and where the cards are kept."""

    def __init__(self, theme: Theme, version: str, collection_path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About flashdeck"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme.sizes.px(DIALOG))
        mark = label()
        mark.setPixmap(icons.application_icon().pixmap(_MARK_EDGE, _MARK_EDGE))
        mark.setAccessibleName("flashdeck")
        words = QVBoxLayout()
        words.setSpacing(SPACE_S)
        words.addWidget(label(f"flashdeck {version}", "title"))
        words.addWidget(label(self.tr("Slides in, good cards out, asked again when they are due."), "", wrap=True))
        words.addWidget(label(self.tr("Nothing leaves this computer."), "muted", wrap=True))
        words.addSpacing(SPACE_S)
        words.addWidget(label(self.tr("Your cards are in"), "small"))
        words.addWidget(label(collection_path, "small", wrap=True))
        top = row(mark, SPACE_L)
        top.addLayout(words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        layout.setSpacing(SPACE_L)
        layout.addLayout(top)
        layout.addLayout(row(0, button(self.tr("Close"), self.accept, key="Esc")))
