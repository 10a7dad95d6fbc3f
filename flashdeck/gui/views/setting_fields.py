"""The fields that settings are made of, and the rows they stand in."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QDateEdit,
    QGridLayout,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import (
    CHECK_OUT,
    SETTING_NAME,
    SPACE_2XS,
    SPACE_L,
    SPACE_S,
    SPACE_XL,
    SPACE_XS,
    WIDEST_SETTING_NAME,
)
from flashdeck.gui.views.controls import Button, describe, label
from flashdeck.gui.views.flow import FlowLayout
from flashdeck.gui.views.page_line import share_keys

Row = tuple[str, QWidget, str]
"""Name, field and hint."""
_WEEK: Final = range(7)


class SpinBox(QSpinBox):
    """A number; the wheel scrolls the page, unless the box has the focus."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def spin_box(name: str, low: int, high: int, *, suffix: str = "", at_low: str = "") -> SpinBox:
    """Return a box for a number; `at_low` is shown in the place of the lowest one."""
    result = SpinBox()
    _prepare(result, name)
    result.setRange(low, high)
    result.setSuffix(suffix)
    result.setGroupSeparatorShown(True)
    result.setSpecialValueText(at_low)
    return result


def time_box(name: str) -> QTimeEdit:
    """Return a box for a time of day."""
    result = QTimeEdit()
    _prepare(result, name)
    result.setDisplayFormat("HH:mm")
    return result


def date_box(name: str) -> QDateEdit:
    """Return a box for a day, written as the locale does, with all four digits of the year."""
    result = QDateEdit()
    _prepare(result, name)
    written = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    result.setDisplayFormat(written if "yyyy" in written else written.replace("yy", "yyyy"))
    return result


def _prepare(box: QAbstractSpinBox, name: str) -> None:
    box.setAccessibleName(name)
    box.setKeyboardTracking(False)
    box.lineEdit().setTextMargins(SPACE_S, 0, 0, 0)
    share_keys(box, box.lineEdit().isUndoAvailable)
    describe(box, name, "↑ ↓")


def check_box(text: str) -> QCheckBox:
    """Return a box to tick."""
    result = QCheckBox(text)
    result.setAccessibleName(text)
    result.setToolTip(text)
    return result


class WeekdayBoxes(QWidget):
    """Seven buttons of which any may be down; days are 0 (Monday) to 6."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._buttons = [self._made(name, day) for day in _WEEK]
        self.setLayout(FlowLayout(*self._buttons, spacing=SPACE_XS))

    def _made(self, name: str, day: int) -> Button:
        result = Button(QLocale().dayName(day + 1, QLocale.FormatType.ShortFormat))
        full = QLocale().dayName(day + 1)
        result.setCheckable(True)
        result.setProperty("role", "segment")
        result.setAccessibleName(f"{name}: {full}")
        result.setToolTip(full)
        result.clicked.connect(lambda _checked: self.changed.emit())
        return result

    @property
    def days(self) -> tuple[int, ...]:
        """The days that are down."""
        return tuple(day for day in _WEEK if self._buttons[day].isChecked())

    def choose(self, days: Sequence[int]) -> None:
        """Put these days down without telling anyone."""
        for day in _WEEK:
            self._buttons[day].setChecked(day in days)


def group(title: str, rows: Sequence[Row], theme: Theme) -> QWidget:
    """Return rows under a heading."""
    result = QWidget()
    layout = QVBoxLayout(result)
    layout.setContentsMargins(0, SPACE_L, 0, 0)
    layout.setSpacing(SPACE_S)
    layout.addWidget(label(title, "strong"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE_XL - CHECK_OUT)
    grid.setVerticalSpacing(SPACE_S)
    grid.setColumnStretch(1, 1)
    names = []
    for number, (name, field, hint) in enumerate(rows):
        buddy = label(name, wrap=True)
        buddy.setBuddy(field)
        names.append(buddy)
        grid.addWidget(buddy, number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_with_hint(field, hint), number, 1)
    layout.addLayout(grid)

    def fit() -> None:
        for each in names:
            each.setMinimumHeight(theme.sizes.target)
            each.setFixedWidth(min(theme.sizes.px(SETTING_NAME), WIDEST_SETTING_NAME))

    theme.changed.connect(fit)
    fit()
    return result


def _with_hint(field: QWidget, hint: str) -> QWidget:
    result = QWidget()
    layout = QVBoxLayout(result)
    is_check = isinstance(field, QCheckBox)
    layout.setContentsMargins(0 if is_check else CHECK_OUT, 0, 0, SPACE_S)
    layout.setSpacing(SPACE_2XS)
    if isinstance(field, QAbstractSpinBox | QCheckBox):
        layout.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft)
    else:
        layout.addWidget(field)
    if hint:
        words = label(hint, "small", wrap=True)
        words.setContentsMargins(CHECK_OUT if is_check else 0, 0, 0, 0)
        layout.addWidget(words)
    return result
