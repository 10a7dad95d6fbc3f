"""After a session: how it went by topic, what to look at again, what comes tomorrow and in the week."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from flashdeck.gui.plain_text import shown_text
from flashdeck.gui.study_values import DayLoad, SummaryView, TopicAccuracy
from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import SPACE_2XL, SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from flashdeck.gui.view_values import KeyHint
from flashdeck.gui.views.controls import Button, ElidedLabel, button, label, row, rule
from flashdeck.gui.views.page import Measured, Page
from flashdeck.rendering.names import visible


class SummaryPage(Page):
    """Shown once after a session. `card_asked` is for looking at a card in the library, `edit_asked` for editing it."""

    done_asked = Signal()
    again_asked = Signal()
    card_asked = Signal(str)
    edit_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("summary", parent)
        self.setAccessibleName(self.tr("Summary"))
        self._theme = theme
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(self.tr("Summary"))
        self._scroll.viewport().setAutoFillBackground(False)
        self._done = button(
            self.tr("Done") + "   ↵", self.done_asked.emit, role="primary", key=self.tr("Enter"), hint=self.tr("Done")
        )
        self._again = button(
            self.tr("Cram the missed cards"), self.again_asked.emit, icon="cram", hint=self.tr("Changes no due date")
        )
        buttons = row(self._done, self._again, 0)
        buttons.setContentsMargins(SPACE_2XL, SPACE_M, SPACE_2XL, SPACE_XL)
        foot = rule()  # where more is to be scrolled to, lines would seem to end at the buttons
        foot.hide()
        self._scroll.verticalScrollBar().rangeChanged.connect(lambda _least, most: foot.setVisible(most > 0))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE_XL, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.notice)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(foot)
        layout.addLayout(buttons)

    def key_hints(self) -> tuple[KeyHint, ...]:
        return (
            KeyHint(key=self.tr("Enter, Esc"), meaning=self.tr("Back to Today")),
            KeyHint(key="Tab", meaning=self.tr("Go to the cards, to edit or show them")),
        )

    def focus_first(self) -> None:
        self._done.setFocus()

    def show_summary(self, summary: SummaryView) -> None:
        """Show what the session was."""
        self._again.setVisible(bool(summary.missed))
        body = Measured(self._theme)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(SPACE_2XL, 0, SPACE_2XL, SPACE_L)
        layout.setSpacing(SPACE_S)
        layout.addWidget(
            label(self.tr("Round finished") if summary.is_cram else self.tr("Session finished"), "greeting")
        )
        layout.addWidget(label(self._headline(summary), "number", wrap=True))
        layout.addWidget(label(self._below(summary), "muted", wrap=True))
        if summary.topics:
            layout.addSpacing(SPACE_L)
            layout.addWidget(label(self.tr("By topic"), "strong"))
            layout.addLayout(self._topic_grid(summary.topics))
        if summary.missed:
            layout.addSpacing(SPACE_L)
            layout.addWidget(label(self.tr("Look at these again"), "strong"))
            for missed in summary.missed:
                times = self.tr("missed %n time(s)", "", missed.misses)
                layout.addLayout(self._card_row(missed.uid, missed.question, times))
        if summary.slowest:
            layout.addSpacing(SPACE_L)
            layout.addWidget(label(self.tr("These took long"), "strong"))
            for slow in summary.slowest:
                layout.addLayout(self._card_row(slow.uid, slow.question, self.tr("%n s", "", slow.seconds)))
        if not summary.is_cram:
            layout.addSpacing(SPACE_L)
            layout.addWidget(label(self.tr("What comes"), "strong"))
            layout.addLayout(self._load_grid(summary.load))
        layout.addStretch(1)
        self._scroll.setWidget(body)
        self._theme.adopt(body)
        for before, after in pairwise((self._scroll, *body.findChildren(Button), self._done, self._again)):
            self.setTabOrder(before, after)
        self.announce(self._headline(summary))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            self.done_asked.emit()
        else:
            super().keyPressEvent(event)

    def _headline(self, summary: SummaryView) -> str:
        if summary.answered == 0:
            return self.tr("Nothing answered")
        remembered = self.tr("%1 % remembered").replace("%1", str(round(100 * summary.remembered / summary.answered)))
        cards = self.tr("%Ln card(s)", "", summary.answered).replace(" ", "\N{NO-BREAK SPACE}")
        return f"{remembered}, {cards}"

    def _below(self, summary: SummaryView) -> str:
        parts = [self.tr("%n minute(s)", "", max(1, summary.minutes))]
        if summary.is_cram:
            parts.append(self.tr("no due date was changed"))
        else:
            tomorrow = summary.load[0]
            parts.append(self.tr("%Ln due tomorrow", "", tomorrow.due))
            if tomorrow.new:
                parts.append(self.tr("%Ln new tomorrow", "", tomorrow.new))
        return "  ·  ".join(parts)

    def _topic_grid(self, topics: tuple[TopicAccuracy, ...]) -> QGridLayout:
        grid = self._grid()
        for number, topic in enumerate(topics):
            name = visible(topic.topic) or self.tr("No topic")
            words = self.tr("%1 of %2").replace("%1", str(topic.remembered)).replace("%2", str(topic.answered))
            self._add_bar(grid, number, name, (topic.remembered, topic.answered), words)
        return grid

    def _load_grid(self, load: tuple[DayLoad, ...]) -> QGridLayout:
        grid = self._grid()
        most = max(day.due + day.new for day in load)
        for number, day in enumerate(load):
            weekday = QLocale().dayName(QDate(day.day.year, day.day.month, day.day.day).dayOfWeek())
            name = self.tr("Tomorrow") if number == 0 else weekday
            self._add_bar(grid, number, name, (day.due + day.new, most), self._load_words(day.due, day.new))
        return grid

    def _load_words(self, due: int, new: int) -> str:
        words = self.tr("%Ln due", "", due)
        return self.tr("%1, %2").replace("%1", words).replace("%2", self.tr("%Ln new", "", new)) if new else words

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_L)
        grid.setVerticalSpacing(SPACE_S)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        # room for any count, so that the bars of both grids stand below each other
        grid.setColumnMinimumWidth(2, self.fontMetrics().horizontalAdvance(self._load_words(888, 88)))
        return grid

    def _add_bar(self, grid: QGridLayout, line: int, name: str, share: tuple[int, int], words: str) -> None:
        shown = ElidedLabel()
        shown.set_text(name)
        bar = QProgressBar()
        bar.setTextVisible(False)
        bar.setRange(0, max(1, share[1]))
        bar.setValue(share[0])
        bar.setAccessibleName(f"{visible(name)}: {words}")
        count = label(words, "muted")
        count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(shown, line, 0)
        grid.addWidget(bar, line, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(count, line, 2)

    def _card_row(self, uid: str, question: str, remark: str) -> QHBoxLayout:
        """Return a card with what there is to say of it and the two ways to it."""
        text = " ".join(shown_text(question).split())
        shown = ElidedLabel(mode=Qt.TextElideMode.ElideRight)
        shown.set_text(text)
        edit = button(self.tr("Edit"), partial(self.edit_asked.emit, uid), role="link", hint=self.tr("Edit this card"))
        show = button(
            self.tr("Show"), partial(self.card_asked.emit, uid), role="link", hint=self.tr("Show in the library")
        )
        for made in (edit, show):
            made.setAccessibleName(f"{made.text()}: {visible(text)}")
        line = row(shown, label(remark, "small"), edit, show)
        line.setStretch(0, 1)
        return line
