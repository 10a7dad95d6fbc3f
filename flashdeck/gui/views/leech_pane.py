"""A stop at a card that is forgotten again and again: why, and what to do about it now."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from flashdeck.gui.plain_text import shown_text
from flashdeck.gui.shortcuts import Place, Shortcuts
from flashdeck.gui.study_values import LeechView
from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from flashdeck.gui.views.controls import breakable, button, describe, label, row
from flashdeck.gui.views.flow import FlowLayout
from flashdeck.gui.views.page import scrolled
from flashdeck.rendering.names import visible

_LONGEST: Final = 300


class LeechPane(QWidget):
    """Shows one card and three ways on; Enter rewrites it, Esc goes on as before.

    Of the commands of a review those in `COMMANDS` serve, for this card; the others wait until a card is asked.

    Attributes:
        reasons: what may be wrong with the card, as sentences.
    """

    COMMANDS: Final = frozenset({"edit", "suspend"})

    edit_asked = Signal()
    suspend_asked = Signal()
    go_on_asked = Signal()

    def __init__(self, theme: Theme, shortcuts: Shortcuts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shortcuts = shortcuts
        self.reasons: tuple[str, ...] = ()
        self._title = label("", "title", wrap=True)
        self._question = label("", "strong", wrap=True)
        self._why = label("", "", wrap=True)
        self._edit = button(
            self.tr("Rewrite it now"), self.edit_asked.emit, role="primary", icon="edit", key=self.tr("Enter")
        )
        self._suspend = button(self.tr("Suspend it"), self.suspend_asked.emit, icon="suspend")
        self._go_on = button(self.tr("Go on"), self.go_on_asked.emit, key="Esc")
        pane = QFrame()
        pane.setProperty("role", "pane")
        inner = QVBoxLayout(pane)
        inner.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        inner.setSpacing(SPACE_M)
        for widget in (self._title, self._question, self._why):
            inner.addWidget(widget)
        inner.addSpacing(SPACE_S)
        inner.addLayout(FlowLayout(self._edit, self._suspend, self._go_on))
        line = row(0, pane, 0)
        line.setStretch(1, 100)
        placed = QWidget()
        layout = QVBoxLayout(placed)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addStretch(1)
        layout.addLayout(line)
        layout.addStretch(2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(placed, self.tr("A card that is forgotten again and again")))

        def fit() -> None:
            pane.setMaximumWidth(theme.sizes.measure)

        theme.changed.connect(fit)
        fit()
        shortcuts.changed.connect(self._show_keys)
        self._show_keys()

    def _show_keys(self) -> None:
        describe(self._suspend, self.tr("Leave it out until you bring it back"), self._shortcuts.shown("suspend"))

    def show_leech(self, leech: LeechView) -> None:
        """Show the card and what may be wrong with it."""
        self._title.setText(self.tr("Forgotten %n time(s)", "", leech.lapses))
        self._question.setText(_short(shown_text(leech.question)))
        advice = self.tr(
            "A card like this costs more time than it gives. Mostly it asks two things at once, or looks like another "
            "card. Split it, add what tells it apart, or let it go."
        )
        self.reasons = leech.reasons
        reasons = "\n".join(_short(reason) for reason in leech.reasons)
        self._why.setText(f"{reasons}\n\n{advice}" if reasons else advice)
        self._edit.setFocus()

    def spoken(self) -> str:
        """Return what a screen reader should say."""
        return f"{self._title.text()}. {self._question.text()}"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = self._shortcuts.command_for(event, Place.REVIEW)
        if event.key() == Qt.Key.Key_Escape:
            self.go_on_asked.emit()
        elif command is not None:
            self.serve(command)
        else:
            super().keyPressEvent(event)

    def serve(self, command: str) -> None:
        """Do to the card what a command says if it can be done here."""
        match command:
            case "suspend":
                self.suspend_asked.emit()
            case "edit":
                self.edit_asked.emit()


def _short(text: str) -> str:
    folded = visible(" ".join(text.split()))
    return breakable(folded if len(folded) <= _LONGEST else folded[: _LONGEST - 1] + "…")
