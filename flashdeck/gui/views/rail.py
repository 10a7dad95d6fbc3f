"""The rail at the left: where one is, and where one can go."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from flashdeck.gui import icons
from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import FOCUS_RING, RAIL_MARK, RAIL_PADDING, SPACE_L, SPACE_M, SPACE_S, SPACE_XS
from flashdeck.gui.views.controls import Button, describe, label
from flashdeck.gui.views.segments import lead_tab_to_checked


class RailEntry(NamedTuple):
    """A page one can go to; `at_foot` keeps it at the lower end."""

    name: str
    text: str
    icon: str
    at_foot: bool = False


class RailButton(Button):
    """An entry of the rail; the chosen one carries a bar besides its ground."""

    def __init__(self, entry: RailEntry, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.entry = entry
        self.setCheckable(True)
        self.setProperty("role", "rail")
        self.setAccessibleName(entry.text)
        describe(self, entry.text)
        icons.assign(self, entry.icon, "muted")
        self.set_compact(compact=False)

    def set_compact(self, *, compact: bool) -> None:
        """Show the icon only, or the icon and the word."""
        self.setText("" if compact else f" {self.entry.text}")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.isChecked():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.colours.accent))
            mark = QRectF(0, SPACE_S, RAIL_MARK, self.height() - 2 * SPACE_S)
            painter.drawRoundedRect(mark, RAIL_MARK / 2, RAIL_MARK / 2)
            painter.end()


class Rail(QWidget):
    """The pages, and a line at the foot when there is something to say."""

    chosen = Signal(str)

    def __init__(self, entries: tuple[RailEntry, ...], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._compact = False
        self.setProperty("role", "rail-ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons = {entry.name: RailButton(entry, theme) for entry in entries}
        self._status = label("", "small", wrap=True)
        self._said = ("", "")
        entered = QVBoxLayout()
        entered.setContentsMargins(SPACE_S, SPACE_L, SPACE_S, 0)
        entered.setSpacing(SPACE_XS)
        for made in self._buttons.values():
            if made.entry.at_foot:
                entered.addStretch(1)
            entered.addWidget(made)
            self._group.addButton(made)
            made.clicked.connect(lambda _checked, name=made.entry.name: self.chosen.emit(name))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, SPACE_M)
        layout.setSpacing(SPACE_XS)
        layout.addLayout(entered, 1)
        layout.addWidget(self._status)  # over the whole width, which where only icons are is just enough
        self._status.hide()
        theme.changed.connect(self._fit)
        self._fit()

    def choose(self, name: str) -> None:
        """Mark a page as the one being shown."""
        self._buttons[name].setChecked(True)
        lead_tab_to_checked(self._group)

    def show_key(self, name: str, key: str) -> None:
        """Name the key of a page in its tooltip."""
        describe(self._buttons[name], self._buttons[name].entry.text, key)

    def button(self, name: str) -> RailButton:
        """Return the button of a page."""
        return self._buttons[name]

    def say(self, text: str, short: str) -> None:
        """Show a line at the foot, the short one where only icons are; an empty one hides it."""
        self._said = (text, short)
        self._status.setAccessibleName(text)
        self._status.setToolTip(text)
        self._show_status()

    def _show_status(self) -> None:
        text, short = self._said
        self._status.setText(short if self._compact else text)
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self._status.setAlignment(centre if self._compact else left)
        self._status.setContentsMargins(0 if self._compact else SPACE_L, 0, 0 if self._compact else SPACE_S, 0)
        self._status.setVisible(bool(text))

    def set_compact(self, *, compact: bool) -> None:
        """Show icons only, or icons and words."""
        if compact != self._compact:
            self._compact = compact
            self._fit()

    def _fit(self) -> None:
        sizes = self._theme.sizes
        around = 2 * (sizes.px(RAIL_PADDING) + FOCUS_RING + SPACE_S)
        self.setFixedWidth(sizes.icon + around if self._compact else sizes.rail)
        for made in self._buttons.values():
            made.set_compact(compact=self._compact)
        self._show_status()
