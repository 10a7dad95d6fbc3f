"""The settings; each takes effect at once, there is nothing to confirm."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSlider, QSpinBox, QVBoxLayout, QWidget

from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import SCALE_RANGE, SPACE_2XL, SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from flashdeck.gui.view_values import KeyHint, SettingsView
from flashdeck.gui.views.controls import ElidedLabel, button, describe, label, row
from flashdeck.gui.views.page import Page, measured
from flashdeck.gui.views.segments import Segments

_MOST_CARDS: Final = 9999
_SCALE_STEP: Final = 10


class SettingsPage(Page):
    """`changed` carries the whole `SettingsView` after each change by the user."""

    changed = Signal(object)
    backup_asked = Signal()
    open_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("settings", parent)
        self.setAccessibleName(self.tr("Settings"))
        self._theme = theme
        self._new = _spin_box(self.tr("New cards a day"), _MOST_CARDS)
        self._reviews = _spin_box(self.tr("Reviews a day"), _MOST_CARDS)
        self._rollover = _spin_box(self.tr("A new day starts at"), 23)
        self._rollover.setSuffix(":00")
        buttons = ((2, self.tr("2")), (4, self.tr("4")), (6, self.tr("6 (0 – 5)")))
        self._buttons = Segments(self.tr("Answer buttons"), buttons, 4)
        schemes = (("system", self.tr("System")), ("light", self.tr("Light")), ("dark", self.tr("Dark")))
        self._appearance = Segments(self.tr("Appearance"), schemes, "system")
        self._scale = QSlider(Qt.Orientation.Horizontal)
        self._scale.setRange(SCALE_RANGE[0] // _SCALE_STEP, SCALE_RANGE[1] // _SCALE_STEP)
        self._scale.setPageStep(2)
        self._scale.setAccessibleName(self.tr("Text size"))
        describe(self._scale, self.tr("Text size"), "← →")
        self._percent = label("100 %", "muted")
        self._path = ElidedLabel("muted")
        self._fit()
        theme.changed.connect(self._fit)
        self._build()
        for box in (self._new, self._reviews, self._rollover):
            box.valueChanged.connect(self._emit)
        for choice in (self._buttons, self._appearance):
            choice.changed.connect(self._emit)
        self._scale.valueChanged.connect(self._on_scale)

    def key_hints(self) -> tuple[KeyHint, ...]:
        return (
            KeyHint(key="Tab", meaning=self.tr("Next setting")),
            KeyHint(key="↑ ↓ ← →", meaning=self.tr("Change it")),
        )

    def focus_first(self) -> None:
        self._new.setFocus()

    def show_settings(self, settings: SettingsView) -> None:
        """Show the settings in force."""
        boxes = (
            (self._new, settings.new_per_day),
            (self._reviews, settings.reviews_per_day),
            (self._rollover, settings.rollover_hour),
            (self._scale, round(settings.text_percent / _SCALE_STEP)),
        )
        for box, value in boxes:
            box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(False)
        self._percent.setText(f"{settings.text_percent} %")
        self._buttons.choose(settings.answer_buttons)
        self._appearance.choose(settings.appearance)
        self._path.set_text(settings.collection_path)

    def settings(self) -> SettingsView:
        """Return the settings as shown."""
        return SettingsView(
            new_per_day=self._new.value(),
            reviews_per_day=self._reviews.value(),
            rollover_hour=self._rollover.value(),
            answer_buttons=self._buttons.value,
            appearance=self._appearance.value,
            text_percent=self._scale.value() * _SCALE_STEP,
            collection_path=self._path.full_text(),
        )

    def _build(self) -> None:
        body = measured(self._theme)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(SPACE_2XL, 0, SPACE_2XL, SPACE_XL)
        layout.setSpacing(SPACE_M)
        layout.addWidget(label(self.tr("Settings"), "title"))
        layout.addWidget(self._group(self.tr("Study"), self._study_rows()))
        layout.addWidget(self._group(self.tr("Look"), self._look_rows()))
        layout.addWidget(self._group(self.tr("Collection"), self._collection_rows()))
        layout.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, SPACE_XL, 0, 0)
        outer.addWidget(self.notice)
        outer.addWidget(scroll, 1)

    def _fit(self) -> None:
        for box in (self._new, self._reviews, self._rollover):
            box.setFixedWidth(self._theme.sizes.px(104))
        self._path.setMinimumHeight(self._theme.sizes.target)

    def _study_rows(self) -> tuple[tuple[str, QWidget, str], ...]:
        return (
            (self.tr("New cards a day"), self._new, self.tr("0 introduces none.")),
            (self.tr("Reviews a day"), self._reviews, self.tr("At most; the rest waits for tomorrow.")),
            (
                self.tr("A new day starts at"),
                self._rollover,
                self.tr("What you answer before this hour counts for the day before."),
            ),
            (
                self.tr("Answer buttons"),
                self._buttons.widget,
                self.tr("2: Again, Good.  4: Again, Hard, Good, Easy.  6: SM-2's grades 0 to 5."),
            ),
        )

    def _look_rows(self) -> tuple[tuple[str, QWidget, str], ...]:
        scale = QWidget()
        line = row(self._scale, self._percent, spacing=SPACE_M)
        line.setStretch(0, 1)
        scale.setLayout(line)
        return (
            (self.tr("Appearance"), self._appearance.widget, self.tr("System follows your desktop.")),
            (self.tr("Text size"), scale, ""),
        )

    def _collection_rows(self) -> tuple[tuple[str, QWidget, str], ...]:
        actions = QWidget()
        actions.setLayout(
            row(
                button(self.tr("Back up now"), self.backup_asked.emit, key="Ctrl+B"),
                button(self.tr("Open another…"), self.open_asked.emit, key="Ctrl+O"),
                0,
            )
        )
        return ((self.tr("File"), self._path, ""), ("", actions, ""))

    def _group(self, title: str, rows: tuple[tuple[str, QWidget, str], ...]) -> QWidget:
        group = QWidget()
        layout = QVBoxLayout(group)
        layout.setContentsMargins(0, SPACE_L, 0, 0)
        layout.setSpacing(SPACE_S)
        layout.addWidget(label(title, "strong"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_XL)
        grid.setVerticalSpacing(SPACE_S)
        grid.setColumnStretch(1, 1)
        for number, (name, field, hint) in enumerate(rows):
            grid.addWidget(self._name_of(name, field), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_with_hint(field, hint), number, 1)
        layout.addLayout(grid)
        return group

    def _name_of(self, name: str, field: QWidget) -> QWidget:
        result = label(name)
        result.setBuddy(field)
        result.setMinimumSize(self._theme.sizes.px(140), self._theme.sizes.target)
        return result

    def _on_scale(self, step: int) -> None:
        self._percent.setText(f"{step * _SCALE_STEP} %")
        self._emit()

    def _emit(self) -> None:
        self.changed.emit(self.settings())


def _with_hint(field: QWidget, hint: str) -> QWidget:
    result = QWidget()
    layout = QVBoxLayout(result)
    layout.setContentsMargins(0, 0, 0, SPACE_S)
    layout.setSpacing(2)
    if isinstance(field, QSpinBox):
        layout.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft)
    else:
        layout.addWidget(field)
    if hint:
        layout.addWidget(label(hint, "small", wrap=True))
    return result


def _spin_box(name: str, maximum: int) -> QSpinBox:
    result = QSpinBox()
    result.setRange(0, maximum)
    result.setAccessibleName(name)
    result.setKeyboardTracking(False)
    result.lineEdit().setTextMargins(SPACE_S, 0, 0, 0)
    describe(result, name, "↑ ↓")
    return result
