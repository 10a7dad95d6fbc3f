"""One choice out of a few, all of them in sight."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QWidget

from flashdeck.gui.tokens import SPACE_XS
from flashdeck.gui.views.controls import Button
from flashdeck.gui.views.flow import FlowLayout

_Value = TypeVar("_Value")


class _Changes(QObject):
    """Carries the signal: a generic class cannot be a QObject."""

    changed = Signal()


class _Segment(Button):
    """A button as wide as its bold words, which it wears when it is down."""

    def sizeHint(self) -> QSize:
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        more = QFontMetrics(bold).horizontalAdvance(self.text()) - self.fontMetrics().horizontalAdvance(self.text())
        return super().sizeHint() + QSize(max(0, more) + SPACE_XS, 0)


class Segments(Generic[_Value]):
    """Buttons in a row of which one is down; the arrow keys move between them."""

    def __init__(self, name: str, options: Sequence[tuple[_Value, str]], chosen: _Value) -> None:
        self._values = [value for value, _ in options]
        self._signals = _Changes()
        self.changed = self._signals.changed
        self.widget = QWidget()
        self.widget.setAccessibleName(name)
        self._group = QButtonGroup(self.widget)
        buttons = []
        for number, (_, text) in enumerate(options):
            made = _Segment(text)
            made.setCheckable(True)
            made.setProperty("role", "segment")
            made.setAccessibleName(f"{name}: {text}")
            made.setToolTip(f"{name}: {text}")
            self._group.addButton(made, number)
            buttons.append(made)
        self.widget.setLayout(FlowLayout(*buttons, spacing=SPACE_XS))
        self.choose(chosen)
        self._group.idClicked.connect(self._on_click)

    @property
    def value(self) -> _Value:
        """The choice made."""
        return self._values[self._group.checkedId()]

    def choose(self, value: _Value) -> None:
        """Make a choice without telling anyone."""
        self._group.button(self._values.index(value)).setChecked(True)
        lead_tab_to_checked(self._group)

    def _on_click(self, _number: int) -> None:
        lead_tab_to_checked(self._group)
        self.changed.emit()


def lead_tab_to_checked(group: QButtonGroup) -> None:
    """Let Tab come to the button that is down; Qt would come to the first, and then to no other."""
    for made in group.buttons():
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if made.isChecked() else Qt.FocusPolicy.ClickFocus)
