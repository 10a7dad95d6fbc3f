"""Asks before an address from a card is opened in the browser."""

from typing import Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import DIALOG, SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from flashdeck.gui.views.controls import breakable, button, label, row

_LONGEST: Final = 1_000
"""Characters of an address that are shown: the host, which counts, comes first."""


class LinkDialog(QDialog):
    """Shows the host as the network sees it (punycode), so that look-alike letters cannot deceive."""

    def __init__(self, theme: Theme, address: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Open a link"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme.sizes.px(DIALOG))
        url = QUrl(address)
        encoding = QUrl.ComponentFormattingOption.EncodeUnicode | QUrl.ComponentFormattingOption.FullyEncoded
        question = self.tr("Open %1 in the browser?").replace("%1", url.host(encoding))
        whole = label(breakable(bytes(url.toEncoded().data()).decode("ascii")[:_LONGEST]), "muted", wrap=True)
        no = button(self.tr("Stay here"), self.reject, key="Esc")
        yes = button(self.tr("Open"), self.accept, role="primary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        layout.setSpacing(SPACE_M)
        layout.addWidget(label(question, "strong", wrap=True))
        layout.addWidget(whole)
        layout.addStretch(1)
        layout.addSpacing(SPACE_S)
        layout.addLayout(row(0, no, yes))
        no.setFocus()
