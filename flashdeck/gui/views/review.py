"""The review page: nothing but the card."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSplitter, QVBoxLayout, QWidget

from flashdeck.domain.quality import Quality
from flashdeck.gui.card_view import CardView, column_width
from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from flashdeck.gui.view_values import KeyHint, ProgressView, StudyCardView
from flashdeck.gui.views.answer_bar import AnswerBar
from flashdeck.gui.views.controls import Button, ElidedLabel, button, label, row
from flashdeck.gui.views.page import Page
from flashdeck.gui.views.source_panel import SourcePanel
from flashdeck.rendering import to_html, to_plain, visible

_REVEAL_KEYS: Final = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ReviewPage(Page):
    """Shows a card, reveals its answer, and says what the user answered.

    Signals carry no card: they are about the card shown last.
    """

    revealed = Signal()
    rated = Signal(Quality)
    undo_asked = Signal()
    edit_asked = Signal()
    bury_asked = Signal()
    suspend_asked = Signal()
    link_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("review", parent)
        self.setAccessibleName(self.tr("Review"))
        self._theme = theme
        self._card: StudyCardView | None = None
        self._answer_shown = False
        self._context = ElidedLabel("muted")
        self._left = label("", "muted")
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Progress of the session"))
        self._view = CardView(theme)
        self._view.link_activated.connect(self.link_asked)
        self._source = SourcePanel(theme)
        self._source.hide()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(SPACE_S)
        self._splitter.addWidget(self._view)
        self._splitter.addWidget(self._source)
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 2)
        self._bar = AnswerBar(theme)
        self._bar.reveal_asked.connect(self.reveal)
        self._bar.answered.connect(self._rate)
        self._build()
        theme.changed.connect(self._fit_bar)
        self._fit_bar()

    def _fit_bar(self) -> None:
        self._bar.setMaximumWidth(column_width(self._theme))

    def _build(self) -> None:
        top = row(self._context, SPACE_L, self._left)
        top.setStretch(0, 1)
        self._actions = {
            "source": button(self.tr("Source"), self.toggle_source, role="quiet", icon="source", key="S"),
            "edit": button(self.tr("Edit"), self.edit_asked.emit, role="quiet", icon="edit", key="E"),
            "bury": button(
                self.tr("Bury"), self.bury_asked.emit, role="quiet", icon="bury", key="-", hint=self.tr("Not today")
            ),
            "suspend": button(
                self.tr("Suspend"),
                self.suspend_asked.emit,
                role="quiet",
                icon="suspend",
                key="@",
                hint=self.tr("Leave out until resumed"),
            ),
            "undo": button(self.tr("Undo"), self.undo_asked.emit, role="quiet", icon="undo", key="Ctrl+Z"),
        }
        for made in self._actions.values():
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        grades = QHBoxLayout()
        grades.addStretch(1)
        grades.addWidget(self._bar, 100)
        grades.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XL, SPACE_L, SPACE_XL, SPACE_M)
        layout.setSpacing(SPACE_S)
        layout.addLayout(top)
        layout.addWidget(self._progress)
        layout.addWidget(self.notice)
        layout.addWidget(self._splitter, 1)
        layout.addLayout(grades)
        layout.addLayout(row(0, *self._actions.values(), 0))

    def key_hints(self) -> tuple[KeyHint, ...]:
        return (
            KeyHint(key=self.tr("Space, Enter"), meaning=self.tr("Show the answer, then answer Good")),
            KeyHint(key="1 – 4", meaning=self.tr("Again, Hard, Good, Easy (with six grades: 0 – 5)")),
            KeyHint(key="Ctrl+Z", meaning=self.tr("Take the last answer back")),
            KeyHint(key="E", meaning=self.tr("Edit the card")),
            KeyHint(key="S", meaning=self.tr("Show the slide it came from")),
            KeyHint(key="-", meaning=self.tr("Bury: not today")),
            KeyHint(key="@", meaning=self.tr("Suspend: leave out until resumed")),
            KeyHint(key="↑ ↓", meaning=self.tr("Scroll a long card")),
            KeyHint(key="Esc", meaning=self.tr("Back to Today")),
        )

    def focus_first(self) -> None:
        self._view.setFocus()

    @property
    def answer_shown(self) -> bool:
        """Whether the answer is visible."""
        return self._answer_shown

    def show_question(self, card: StudyCardView, progress: ProgressView) -> None:
        """Show a card without its answer."""
        self._card = card
        self._answer_shown = False
        self._context.set_text(visible(card.context).replace(" > ", "  ›  "))
        self._show_progress(progress)
        self._bar.offer(card.choices)
        self._order_tabs()
        self._source.show_slide(card.source)
        self._actions["source"].setEnabled(card.source is not None)
        if card.source is None:
            self._source.hide()
        self._view.show_card(to_html(card.question), to_html(card.answer), answer_shown=False)
        self._view.setAccessibleName(self.tr("Question"))
        self.focus_first()
        self.announce(to_plain(card.question))

    def reveal(self) -> None:
        """Show the answer of the card, once."""
        if self._card is None or self._answer_shown:
            return
        self._answer_shown = True
        self._view.show_card(to_html(self._card.question), to_html(self._card.answer), answer_shown=True)
        self._view.setAccessibleName(self.tr("Question and answer"))
        self._bar.show_grades()
        self.focus_first()
        self.announce(to_plain(self._card.answer))
        self.revealed.emit()

    def toggle_source(self) -> None:
        """Show or hide the slide beside the card."""
        if self._card is not None and self._card.source is not None:
            self._source.setVisible(not self._source.isVisible())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() or not self._on_key(event):
            super().keyPressEvent(event)

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        elif event.key() in _REVEAL_KEYS:
            self._on_reveal_key()
        elif (choice := self._bar.choice_for_key(event.text())) is not None:
            if self._answer_shown:
                self._rate(choice.quality)
        elif event.text().lower() in self._letters():
            self._letters()[event.text().lower()].click()
        else:
            return False
        return True

    def _order_tabs(self) -> None:
        """Lead Tab from the card over the answers to the actions, although the answers are made anew for each card."""
        chain = [self._view, *self._bar.buttons, *self._actions.values()]
        for before, after in pairwise(chain):
            self.setTabOrder(before, after)

    def _letters(self) -> dict[str, Button]:
        actions = self._actions
        return {"s": actions["source"], "e": actions["edit"], "-": actions["bury"], "@": actions["suspend"]}

    def _on_reveal_key(self) -> None:
        if not self._answer_shown:
            self.reveal()
        elif (choice := self._bar.default_choice()) is not None:
            self._rate(choice.quality)

    def _rate(self, quality: Quality) -> None:
        # One answer a card: a second key press before the next card is shown must not rate it again.
        if self._card is not None and self._answer_shown:
            self._card = None
            self.rated.emit(quality)

    def _show_progress(self, progress: ProgressView) -> None:
        self._progress.setRange(0, max(1, progress.total))
        self._progress.setValue(progress.done)
        position = self.tr("%1 of %2").replace("%1", str(min(progress.done + 1, progress.total)))
        minutes = self.tr("%1 min").replace("%1", str(progress.minutes_left))
        self._left.setText(f"{position.replace('%2', str(progress.total))}  ·  {minutes}")
        self._actions["undo"].setEnabled(progress.can_undo)
