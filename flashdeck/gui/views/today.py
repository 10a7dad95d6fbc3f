"""The first page: what is owed today, and one button."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from flashdeck.gui.models.count_tree import CountTreeModel
from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import (
    COUNT_COLUMN,
    NAME_COLUMN,
    PERCENT_COLUMN,
    RECALL_COLUMN,
    SPACE_2XL,
    SPACE_S,
    SPACE_XL,
    SPACE_XS,
)
from flashdeck.gui.view_values import KeyHint, TodayView
from flashdeck.gui.views.controls import button, label
from flashdeck.gui.views.deck_tree import DeckTree
from flashdeck.gui.views.flow import FlowLayout
from flashdeck.gui.views.heat_strip import HeatStrip
from flashdeck.gui.views.page import Page, column, keep_rows

_COUNTS: Final = (1, 2, 3)
_DRILL: Final = 3
_RECALL: Final = 4
"""Columns of the tree."""


class TodayPage(Page):
    """Shows due, new and drill counts. `start_asked` is for everything owed, `deck_asked` for one node's key."""

    start_asked = Signal()
    review_only_asked = Signal()
    rest_asked = Signal()
    more_new_asked = Signal()
    ahead_asked = Signal()
    cram_asked = Signal()
    import_asked = Signal()
    deck_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("today", parent)
        self.setAccessibleName(self.tr("Today"))
        self._theme = theme
        self._greeting = label("", "greeting")
        self._headline = label("", "number", wrap=True)
        self._counts = label("", "", wrap=True)
        self._streak = label("", "small")
        self._exam = label("", "strong", wrap=True)
        self._start = button(
            self.tr("Start") + "   ↵",
            self.start_asked.emit,
            role="primary",
            key=self.tr("Enter"),
            hint=self.tr("Start"),
        )
        self._review_only = button(
            self.tr("Review only"), self.review_only_asked.emit, hint=self.tr("Review without new cards")
        )
        self._cram = button(self.tr("Cram…"), self.cram_asked.emit, icon="cram", hint=self.tr("Pick topics to drill"))
        self._rest = button(
            self.tr("Review the rest"),
            self.rest_asked.emit,
            icon="play",
            hint=self.tr("Due cards beyond today's limit"),
        )
        self._more_new = button(
            self.tr("Learn 10 more"),
            self.more_new_asked.emit,
            icon="play",
            hint=self.tr("New cards beyond today's limit"),
        )
        self._ahead = button(
            self.tr("Review ahead"), self.ahead_asked.emit, hint=self.tr("What falls due in the next three days")
        )
        self._import = button(
            self.tr("Import…"),
            self.import_asked.emit,
            role="primary",
            icon="import",
            hint=self.tr("Import slides and decks"),
        )
        self._strip = HeatStrip(theme)
        self._weeks = QWidget()
        weeks = QVBoxLayout(self._weeks)
        weeks.setContentsMargins(0, 0, 0, 0)
        weeks.setSpacing(SPACE_XS)
        weeks.addWidget(self._strip)
        weeks.addWidget(label(self.tr("last 12 weeks"), "small"))
        self._model = CountTreeModel(
            (self.tr("Deck / topic"), self.tr("Due"), self.tr("New"), self.tr("Drill")), recall=self.tr("Recall now")
        )
        self._has_bars = False
        self._tree = DeckTree(theme)
        self._prepare_tree()
        self._lower = QStackedWidget()
        self._lower.addWidget(self._tree)
        self._lower.addWidget(self._empty())
        layout = column(self, theme, spacing=SPACE_S)
        layout.addWidget(self.notice)
        layout.addLayout(self._head())
        layout.addSpacing(SPACE_S)
        layout.addLayout(self._buttons())
        layout.addSpacing(SPACE_S)
        layout.addWidget(self._exam)
        layout.addSpacing(SPACE_S)
        layout.addWidget(self._lower, 1)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(SPACE_S)
        for widget in (self._greeting, self._headline, self._counts, self._streak):
            words.addWidget(widget)
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(SPACE_XL)
        head.addLayout(words, 1)
        head.addWidget(self._weeks, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _buttons(self) -> FlowLayout:
        return FlowLayout(
            self._start, self._import, self._rest, self._more_new, self._ahead, self._review_only, self._cram
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_strip()
        self._fit_columns()

    def _fit_strip(self) -> None:
        """Leave the strip out where it has nothing to tell yet, and where the words would have to break for it."""
        room = self.width() - 2 * SPACE_2XL - SPACE_XL - self._weeks.sizeHint().width()
        has_days = self._strip.is_telling
        self._weeks.setVisible(
            has_days and self._headline.fontMetrics().horizontalAdvance(self._headline.text()) <= room
        )

    def key_hints(self) -> tuple[KeyHint, ...]:
        return (
            KeyHint(key=self.tr("Enter"), meaning=self.tr("Start everything owed today")),
            KeyHint(key=self.tr("Enter in the list"), meaning=self.tr("Start with that deck or topic")),
            KeyHint(key="← →", meaning=self.tr("Close and open a deck in the list")),
        )

    def focus_first(self) -> None:
        # what goes beyond the day must be reached for: the Enter that ends a sitting may be pressed once too often
        ways = (self._start, self._import)
        next((way for way in ways if way.isVisibleTo(self)), self).setFocus()

    def show_today(self, today: TodayView) -> None:
        """Show the overview."""
        owed = today.due + today.new + today.drill
        self._greeting.setText(self._greet(today.local_hour))
        self._headline.setText(self._headline_of(today, owed))
        self._counts.setText(self._counts_of(today))
        self._counts.setVisible(bool(self._counts.text()))
        self._streak.setText(self._streak_of(today))
        self._streak.setVisible(bool(self._streak.text()))
        self._exam.setText(self._exam_of(today.days_to_exam))
        self._exam.setVisible(bool(self._exam.text()))
        for made, shown in (
            (self._start, today.has_cards and owed > 0),
            (self._review_only, today.has_cards and today.new > 0 and owed > today.new),
            (self._rest, today.has_cards and owed == 0 and today.due_waiting > 0),
            (self._more_new, today.has_cards and owed == 0 and today.new_waiting > 0),
            (self._ahead, today.has_cards and owed == 0 and today.days_to_next is not None),
            (self._cram, today.has_cards),
            (self._import, not today.has_cards),
        ):
            made.setVisible(shown)
        self._strip.show_days(today.activity if today.has_cards else ())
        self._fit_strip()
        self._model.show_nodes(today.decks)
        self._tree.expandToDepth(0)
        self._lower.setCurrentIndex(0 if today.has_cards else 1)

    def show_recalls(self, recalls: Mapping[str, float] | None) -> None:
        """Show how likely the cards of each node are remembered now, by the node's key; None while it is unknown."""
        if not self._has_bars:
            from flashdeck.gui.views.recall_bar import RecallBar  # noqa: PLC0415 - no first look waits for it

            self._tree.setItemDelegateForColumn(_RECALL, RecallBar(self._theme, self))
            self._has_bars = True
        self._model.show_recalls(recalls)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_return = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        # a list passes Return on although it has acted on it
        if is_return and not self._start.isHidden() and self.focusWidget() is not self._tree:
            self.start_asked.emit()
        else:
            super().keyPressEvent(event)

    def _prepare_tree(self) -> None:
        self._tree.setModel(self._model)
        self._tree.setProperty("role", "plain")
        self._tree.setAccessibleName(self.tr("Decks and topics"))
        self._tree.setFrameShape(self._tree.Shape.NoFrame)
        self._tree.activated.connect(self._on_activated)
        keep_rows(self._tree, self._theme, 5)
        header = self._tree.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for section in (*_COUNTS, _RECALL):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Fixed)
        self._theme.changed.connect(self._fit_columns)
        self._theme.changed.connect(self._fit_strip)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Leave the names room: without it there are no bars, then no drills, which stand above the list as well."""
        header, sizes = self._tree.header(), self._theme.sizes
        for section in _COUNTS:
            header.resizeSection(section, sizes.px(COUNT_COLUMN))
        room = self._tree.width() - len(_COUNTS) * sizes.px(COUNT_COLUMN) - sizes.px(NAME_COLUMN)
        with_bar, number = sizes.px(RECALL_COLUMN), sizes.px(PERCENT_COLUMN)
        header.resizeSection(_RECALL, with_bar if room >= with_bar else number)
        header.setSectionHidden(_DRILL, room < number)

    def _on_activated(self, index: QModelIndex) -> None:
        self.deck_asked.emit(self._model.key(index))

    def _empty(self) -> QWidget:
        result = QWidget()
        layout = QVBoxLayout(result)
        layout.setContentsMargins(0, SPACE_2XL, 0, 0)
        text = self.tr(
            "Import slides (PDF, PowerPoint, Markdown, text) or Anki packages, or drop them on this window, and their "
            "cards appear here."
        )
        layout.addWidget(label(text, "muted", wrap=True))
        layout.addStretch(1)
        return result

    def _greet(self, hour: int) -> str:
        if 5 <= hour < 12:
            return self.tr("Good morning.")
        if 12 <= hour < 18:
            return self.tr("Good afternoon.")
        return self.tr("Good evening.")

    def _headline_of(self, today: TodayView, owed: int) -> str:
        if not today.has_cards:
            return self.tr("No cards yet")
        if owed == 0:
            return self.tr("Done for today")
        cards = self.tr("%Ln card(s)", "", owed)
        minutes = self.tr("about %n minute(s)", "", max(1, today.minutes))
        return self.tr("%1, %2").replace("%1", cards).replace("%2", minutes)

    def _counts_of(self, today: TodayView) -> str:
        if today.has_cards and not today.due + today.new + today.drill:
            return "  ".join(filter(None, (self._rest_of(today.due_waiting), self._next_of(today.days_to_next))))
        parts = [
            (today.due, self.tr("due")),
            (today.new, self.tr("new")),
            (today.drill, self.tr("to drill")),
            (today.due_waiting, self.tr("due beyond today's limit")),
        ]
        return "     ".join(f"{count:,} {word}" for count, word in parts if count)

    def _rest_of(self, cards: int) -> str:
        return self.tr("%Ln more card(s) due beyond today's limit.", "", cards) if cards else ""

    def _next_of(self, days: int | None) -> str:
        if days is None:
            return self.tr(
                "No card comes by itself: every one is suspended, or the settings introduce no new ones. The library "
                "brings suspended cards back."
            )
        if days == 1:
            return self.tr("The next cards come tomorrow.")
        return self.tr("The next cards come in %Ln day(s).", "", days)

    def _exam_of(self, days: int | None) -> str:
        match days:
            case None:
                return ""
            case 0:
                return self.tr("Exam today")
            case 1:
                return self.tr("Exam tomorrow")
            case _:
                return self.tr("Exam in %Ln day(s)", "", days)

    def _streak_of(self, today: TodayView) -> str:
        parts = []
        if today.streak_days > 1:
            parts.append(self.tr("%n day(s) in a row", "", today.streak_days))
        if today.answered_today:
            parts.append(self.tr("%Ln answered today", "", today.answered_today))
        return "  ·  ".join(parts)
