"""After a session: how it went by topic, what to look at again, what comes tomorrow."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import SPACE_2XL, SPACE_L, SPACE_S, SPACE_XL
from flashdeck.gui.view_values import KeyHint, MissedCard, SummaryView, TopicAccuracy
from flashdeck.gui.views.controls import ElidedLabel, button, label, row
from flashdeck.gui.views.page import Page, measured
from flashdeck.rendering import to_plain, visible


class SummaryPage(Page):
    """Shown once after a session; `card_asked` is for looking at a missed card in the library."""

    done_asked = Signal()
    again_asked = Signal()
    card_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("summary", parent)
        self.setAccessibleName(self.tr("Summary"))
        self._theme = theme
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._done = button(
            self.tr("Done") + "   ↵", self.done_asked.emit, role="primary", key=self.tr("Enter"), hint=self.tr("Done")
        )
        self._again = button(
            self.tr("Cram the missed cards"), self.again_asked.emit, icon="cram", hint=self.tr("Changes no due date")
        )
        buttons = row(self._done, self._again, 0)
        buttons.setContentsMargins(SPACE_2XL, 0, SPACE_2XL, SPACE_XL)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE_XL, 0, 0)
        layout.addWidget(self.notice)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(buttons)

    def key_hints(self) -> tuple[KeyHint, ...]:
        return (KeyHint(key=self.tr("Enter, Esc"), meaning=self.tr("Back to Today")),)

    def focus_first(self) -> None:
        self._done.setFocus()

    def show_summary(self, summary: SummaryView) -> None:
        """Show what the session was."""
        self._again.setVisible(bool(summary.missed))
        body = measured(self._theme)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(SPACE_2XL, 0, SPACE_2XL, SPACE_L)
        layout.setSpacing(SPACE_S)
        layout.addWidget(
            label(self.tr("Round finished") if summary.is_cram else self.tr("Session finished"), "greeting")
        )
        layout.addWidget(label(self._headline(summary), "number", wrap=True))
        layout.addWidget(label(self._tomorrow(summary), "muted", wrap=True))
        if summary.topics:
            layout.addSpacing(SPACE_L)
            layout.addWidget(label(self.tr("By topic"), "strong"))
            layout.addLayout(self._topic_grid(summary.topics))
        if summary.missed:
            layout.addSpacing(SPACE_L)
            layout.addWidget(label(self.tr("Look at these again"), "strong"))
            for missed in summary.missed:
                layout.addWidget(self._missed_row(missed))
        layout.addStretch(1)
        self._scroll.setWidget(body)
        self._theme.adopt(body)
        self.announce(self._headline(summary))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            self.done_asked.emit()
        else:
            super().keyPressEvent(event)

    def _headline(self, summary: SummaryView) -> str:
        if summary.answered == 0:
            return self.tr("Nothing answered")
        share = round(100 * summary.remembered / summary.answered)
        text = self.tr("%1 % remembered").replace("%1", str(share))
        answers = self.tr("1 answer") if summary.answered == 1 else self.tr("%1\N{NO-BREAK SPACE}answers")
        return f"{text},  {answers.replace('%1', f'{summary.answered:,}')}"

    def _tomorrow(self, summary: SummaryView) -> str:
        parts = [self.tr("%1 min").replace("%1", str(max(1, summary.minutes)))]
        if not summary.is_cram:
            parts.append(self.tr("%1 due tomorrow").replace("%1", f"{summary.due_tomorrow:,}"))
        else:
            parts.append(self.tr("no due date was changed"))
        return "  ·  ".join(parts)

    def _topic_grid(self, topics: tuple[TopicAccuracy, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_L)
        grid.setVerticalSpacing(SPACE_S)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for number, topic in enumerate(topics):
            name = ElidedLabel()
            name.set_text(visible(topic.topic) or self.tr("No topic"))
            bar = QProgressBar()
            bar.setTextVisible(False)
            bar.setRange(0, max(1, topic.answered))
            bar.setValue(topic.remembered)
            words = self.tr("%1 of %2").replace("%1", str(topic.remembered)).replace("%2", str(topic.answered))
            bar.setAccessibleName(f"{visible(topic.topic)}: {words}")
            count = label(words, "muted")
            count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(name, number, 0)
            grid.addWidget(bar, number, 1, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(count, number, 2)
        return grid

    def _missed_row(self, missed: MissedCard) -> QWidget:
        question = ElidedLabel()
        question.set_text(" ".join(to_plain(missed.question).split()))
        times = self.tr("missed once") if missed.misses == 1 else self.tr("missed %1 times")
        show = button(
            self.tr("Show"),
            partial(self.card_asked.emit, missed.uid),
            role="link",
            hint=self.tr("Show in the library"),
        )
        result = QWidget()
        line = row(question, label(times.replace("%1", str(missed.misses)), "small"), show)
        line.setStretch(0, 1)
        result.setLayout(line)
        return result
