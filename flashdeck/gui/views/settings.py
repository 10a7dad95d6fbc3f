"""The settings; each takes effect at once, there is nothing to confirm."""

from datetime import date
from typing import Final

from PySide6.QtCore import QDate, Qt, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QSlider, QVBoxLayout, QWidget

from flashdeck.domain.choices import Algorithm
from flashdeck.gui.setting_values import SettingsView
from flashdeck.gui.shortcuts import Shortcuts
from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import (
    DATE_FIELD,
    NUMBER_FIELD,
    SCALE_RANGE,
    SPACE_2XL,
    SPACE_M,
    SPACE_XL,
    SPACE_XS,
    WORDY_FIELD,
)
from flashdeck.gui.view_values import KeyHint
from flashdeck.gui.views.controls import ElidedLabel, button, describe, label, row
from flashdeck.gui.views.flow import FlowLayout
from flashdeck.gui.views.page import Measured, Page, scrolled
from flashdeck.gui.views.segments import Segments
from flashdeck.gui.views.setting_fields import (
    Row,
    SpinBox,
    WeekdayBoxes,
    check_box,
    date_box,
    group,
    spin_box,
    time_box,
)

_MOST_CARDS: Final = 9999
_LONGEST_DAYS: Final = 36_500
_SCALE_STEP: Final = 10
_DEFAULT_REMINDER: Final = 18 * 60
_SOME_DAY: Final = date(2030, 1, 1)


class SettingsPage(Page):
    """`changed` carries the whole `SettingsView` after each change by the user."""

    changed = Signal(object)
    backup_asked = Signal()
    restore_asked = Signal()
    check_asked = Signal()
    open_asked = Signal()
    merge_asked = Signal()
    keys_asked = Signal()

    def __init__(self, theme: Theme, shortcuts: Shortcuts | None = None, parent: QWidget | None = None) -> None:
        super().__init__("settings", parent)
        self._shortcuts = shortcuts or Shortcuts(self)
        self.setAccessibleName(self.tr("Settings"))
        self._theme = theme
        self._offered_exam_day = _SOME_DAY
        self._make_study_fields()
        self._make_schedule_fields()
        self._make_look_fields()
        self._reminds = check_box(self.tr("Remind me"))
        self._reminder = time_box(self.tr("Time of the reminder"))
        self._has_exam = check_box(self.tr("There is an exam"))
        self._exam = date_box(self.tr("Day of the exam"))
        self._path = ElidedLabel("muted")
        self._backed_up = label("", "muted", wrap=True)
        self._commands = {
            "open": button(self.tr("Open another…"), self.open_asked.emit),
            "merge": button(self.tr("Merge with another…"), self.merge_asked.emit),
            "backup": button(self.tr("Back up now"), self.backup_asked.emit),
            "restore": button(self.tr("Restore…"), self.restore_asked.emit, hint=self.tr("Go back to a backup")),
            "check": button(
                self.tr("Check…"), self.check_asked.emit, hint=self.tr("Check the collection, and mend it")
            ),
        }
        self._build()
        self._shortcuts.changed.connect(self._show_keys)
        self._show_keys()
        self._fit()
        theme.changed.connect(self._fit)
        self._listen()

    def _show_keys(self) -> None:
        conflicts = self._shortcuts.conflicts()
        self._key_conflicts.setText(" ".join(conflicts))
        self._key_conflicts.setVisible(bool(conflicts))
        for name, made in self._commands.items():
            describe(made, made.accessibleName(), self._shortcuts.shown(name))

    def key_hints(self) -> tuple[KeyHint, ...]:
        return (
            KeyHint(key="Tab", meaning=self.tr("Next setting")),
            KeyHint(key="↑ ↓ ← →", meaning=self.tr("Change it")),
            KeyHint(key="Esc", meaning=self.tr("Back to Today")),
        )

    def focus_first(self) -> None:
        self._new.setFocus()

    def offer_exam_day(self, day: date) -> None:
        """Take the day with which an exam that there is not yet begins to be set."""
        self._offered_exam_day = day

    def show_settings(self, settings: SettingsView) -> None:
        """Show the settings in force."""
        fields = (*self._boxes, *self._checks, self._scale, self._reminder, self._exam)
        for field in fields:
            field.blockSignals(True)
        for box, value in zip(self._boxes, self._box_values(settings), strict=True):
            box.setValue(value)
        for check, is_on in zip(self._checks, self._check_values(settings), strict=True):
            check.setChecked(is_on)
        self._scale.setValue(round(settings.text_percent / _SCALE_STEP))
        minute = _DEFAULT_REMINDER if settings.reminder_minute is None else settings.reminder_minute
        self._reminder.setTime(QTime(minute // 60, minute % 60))
        day = settings.exam_on or self._offered_exam_day
        self._exam.setDate(QDate(day.year, day.month, day.day))
        for field in fields:
            field.blockSignals(False)
        self._percent.setText(f"{settings.text_percent} %")
        self._buttons.choose(settings.answer_buttons)
        self._appearance.choose(settings.appearance)
        self._algorithm.choose(settings.algorithm)
        self._easy.choose(settings.easy_weekdays)
        self._path.set_text(settings.collection_path)
        self._enable()

    def show_backups(self, text: str) -> None:
        """Say when the collection was last backed up."""
        self._backed_up.setText(text)
        self._backed_up.setVisible(bool(text))

    def settings(self) -> SettingsView:
        """Return the settings as shown."""
        time = self._reminder.time()
        return SettingsView(
            new_per_day=self._new.value(),
            reviews_per_day=self._reviews.value(),
            rollover_hour=self._rollover.value(),
            drill_distance=self._drill.value(),
            leech_lapses=self._leech.value(),
            retention_percent=self._retention.value(),
            maximum_interval_days=self._longest.value(),
            answer_buttons=self._buttons.value,
            types_answer=self._types.isChecked(),
            algorithm=self._algorithm.value,
            smooths_load=self._smooth.isChecked(),
            easy_weekdays=self._easy.days,
            appearance=self._appearance.value,
            text_percent=self._scale.value() * _SCALE_STEP,
            reduces_motion=self._still.isChecked(),
            reminder_minute=time.hour() * 60 + time.minute() if self._reminds.isChecked() else None,
            exam_on=_day(self._exam.date()) if self._has_exam.isChecked() else None,
            collection_path=self._path.full_text(),
        )

    @property
    def _boxes(self) -> tuple[SpinBox, ...]:
        return (
            self._new, self._reviews, self._rollover, self._drill, self._leech, self._retention, self._longest
        )  # fmt: skip

    def _box_values(self, settings: SettingsView) -> tuple[int, ...]:
        return (
            settings.new_per_day, settings.reviews_per_day, settings.rollover_hour, settings.drill_distance,
            settings.leech_lapses, settings.retention_percent, settings.maximum_interval_days,
        )  # fmt: skip

    @property
    def _checks(self) -> tuple[QCheckBox, ...]:
        return (self._types, self._smooth, self._still, self._reminds, self._has_exam)

    def _check_values(self, settings: SettingsView) -> tuple[bool, ...]:
        return (
            settings.types_answer, settings.smooths_load, settings.reduces_motion,
            settings.reminder_minute is not None, settings.exam_on is not None,
        )  # fmt: skip

    def _make_study_fields(self) -> None:
        self._new = spin_box(self.tr("New cards a day"), 0, _MOST_CARDS)
        self._reviews = spin_box(self.tr("Reviews a day"), 0, _MOST_CARDS)
        self._rollover = spin_box(self.tr("A new day starts at"), 0, 23, suffix=":00")
        self._buttons = Segments(
            self.tr("Answer buttons"), ((2, self.tr("2")), (4, self.tr("4")), (6, self.tr("6 (0 – 5)"))), 4
        )
        self._types = check_box(self.tr("Type the answers"))
        self._drill = spin_box(
            self.tr("Missed cards come again"), 0, 99, suffix=self.tr(" cards later"), at_low=self.tr("at the end")
        )
        self._leech = spin_box(self.tr("Stop at a card"), 2, 99, suffix=self.tr(" times forgotten"))

    def _make_schedule_fields(self) -> None:
        self._algorithm = Segments(
            self.tr("Scheduler"), ((Algorithm.SM2, "SM-2"), (Algorithm.FSRS6, "FSRS-6")), Algorithm.SM2
        )
        self._retention = spin_box(self.tr("Wanted recall"), 70, 97, suffix=" %")
        self._longest = spin_box(self.tr("Longest interval"), 1, _LONGEST_DAYS, suffix=self.tr(" days"))
        self._smooth = check_box(self.tr("Spread the load"))
        self._easy = WeekdayBoxes(self.tr("Easy days"))

    def _make_look_fields(self) -> None:
        schemes = (("system", self.tr("System")), ("light", self.tr("Light")), ("dark", self.tr("Dark")))
        self._appearance = Segments(self.tr("Appearance"), schemes, "system")
        self._scale = QSlider(Qt.Orientation.Horizontal)
        self._scale.setRange(SCALE_RANGE[0] // _SCALE_STEP, SCALE_RANGE[1] // _SCALE_STEP)
        self._scale.setPageStep(2)
        self._scale.setAccessibleName(self.tr("Text size"))
        describe(self._scale, self.tr("Text size"), "← →")
        self._percent = label("100 %", "muted")
        self._still = check_box(self.tr("Reduced motion"))
        self._change_keys = button(
            self.tr("Change keys…"), self.keys_asked.emit, hint=self.tr("All keys, to be changed")
        )
        self._key_conflicts = label("", "error", wrap=True)

    def _listen(self) -> None:
        for box in self._boxes:
            box.valueChanged.connect(self._emit)
        for check in self._checks:
            check.toggled.connect(self._emit)
        for choice in (self._buttons, self._appearance, self._algorithm):
            choice.changed.connect(self._emit)
        self._easy.changed.connect(self._emit)
        self._reminder.timeChanged.connect(self._emit)
        self._exam.dateChanged.connect(self._emit)
        self._scale.valueChanged.connect(self._on_scale)

    def _build(self) -> None:
        body = Measured(self._theme)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(SPACE_2XL, 0, SPACE_2XL, SPACE_XL)
        layout.setSpacing(SPACE_M)
        layout.addWidget(label(self.tr("Settings"), "title"))
        for title, rows in (
            (self.tr("Study"), self._study_rows()),
            (self.tr("Exam"), self._exam_rows()),
            (self.tr("Schedule"), self._schedule_rows()),
            (self.tr("Look"), self._look_rows()),
            (self.tr("Reminder"), self._reminder_rows()),
            (self.tr("Collection"), self._collection_rows()),
        ):
            layout.addWidget(group(title, rows, self._theme))
        layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, SPACE_XL, 0, 0)
        outer.addWidget(self.notice)
        outer.addWidget(scrolled(body), 1)

    def _fit(self) -> None:
        for box in self._boxes:
            box.setFixedWidth(self._theme.sizes.px(WORDY_FIELD if box.suffix().startswith(" ") else NUMBER_FIELD))
        self._reminder.setFixedWidth(self._theme.sizes.px(NUMBER_FIELD))
        self._exam.setFixedWidth(self._theme.sizes.px(DATE_FIELD))
        self._path.setMinimumHeight(self._theme.sizes.target)

    def _study_rows(self) -> tuple[Row, ...]:
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
            (self.tr("Answers"), self._types, self.tr("What you type is laid over the right answer.")),
            (self.tr("Missed cards come again"), self._drill, self.tr("On the same day, until you know them.")),
            (self.tr("Stop at a card"), self._leech, self.tr("It is time to rewrite it then.")),
        )

    def _schedule_rows(self) -> tuple[Row, ...]:
        return (
            (
                self.tr("Scheduler"),
                self._algorithm.widget,
                self.tr("Each follows from your answers; changing back and forth loses nothing."),
            ),
            (self.tr("Wanted recall"), self._retention, self.tr("FSRS-6 asks a card when its recall falls to this.")),
            (self.tr("Longest interval"), self._longest, ""),
            (self.tr("Load"), self._smooth, self.tr("Long intervals move to quieter days.")),
            (self.tr("Easy days"), self._easy, self.tr("As few cards as possible fall due on these.")),
        )

    def _look_rows(self) -> tuple[Row, ...]:
        scale = QWidget()
        line = row(self._scale, self._percent, spacing=SPACE_M)
        line.setStretch(0, 1)
        scale.setLayout(line)
        return (
            (self.tr("Appearance"), self._appearance.widget, self.tr("System follows your desktop.")),
            (self.tr("Text size"), scale, ""),
            (self.tr("Motion"), self._still, self.tr("Nothing fades or blinks.")),
            (
                self.tr("Keys"),
                _stacked(_flow(self._change_keys), self._key_conflicts),
                "",
            ),
        )

    def _exam_rows(self) -> tuple[Row, ...]:
        return (
            (self.tr("Countdown"), self._has_exam, self.tr("Today then says how many days are left.")),
            (self.tr("On"), self._exam, ""),
        )

    def _reminder_rows(self) -> tuple[Row, ...]:
        return (
            (
                self.tr("Once a day"),
                self._reminds,
                self.tr("When cards wait: in the notification area, while flashdeck is open."),
            ),
            (self.tr("At"), self._reminder, ""),
        )

    def _collection_rows(self) -> tuple[Row, ...]:
        return (
            (self.tr("File"), self._path, ""),
            (
                self.tr("Backups"),
                _stacked(_flow(*(self._commands[name] for name in ("backup", "restore", "check"))), self._backed_up),
                self.tr("Made by itself every half hour, each one checked; kept for days, weeks and months."),
            ),
            (
                "",
                _flow(self._commands["open"], self._commands["merge"]),
                self.tr("Merging takes in answers and cards from another machine of yours; that file stays as it is."),
            ),
        )

    def _on_scale(self, step: int) -> None:
        self._percent.setText(f"{step * _SCALE_STEP} %")
        self._emit()

    def _enable(self) -> None:
        self._retention.setEnabled(self._algorithm.value is Algorithm.FSRS6)
        self._reminder.setEnabled(self._reminds.isChecked())
        self._exam.setEnabled(self._has_exam.isChecked())

    def _emit(self) -> None:
        self._enable()
        self.changed.emit(self.settings())


def _stacked(buttons: QWidget, words: QWidget) -> QWidget:
    result = QWidget()
    layout = QVBoxLayout(result)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(SPACE_XS)
    layout.addWidget(buttons)
    layout.addWidget(words)
    return result


def _day(shown: QDate) -> date:
    return date(shown.year(), shown.month(), shown.day())


def _flow(*widgets: QWidget) -> QWidget:
    result = QWidget()
    result.setLayout(FlowLayout(*widgets))
    return result
