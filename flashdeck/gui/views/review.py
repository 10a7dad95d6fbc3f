"""The review page: nothing but the card."""

import html
from functools import lru_cache, partial
from itertools import pairwise
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from flashdeck.domain.quality import Quality
from flashdeck.gui import icons
from flashdeck.gui.card_view import CardView, column_width
from flashdeck.gui.plain_text import shown_text
from flashdeck.gui.shortcuts import Place, Shortcuts, answer_number, key_of
from flashdeck.gui.study_values import LeechView, ProgressView, StudyCardView
from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from flashdeck.gui.view_values import KeyHint
from flashdeck.gui.views.action_row import ActionRow
from flashdeck.gui.views.answer_bar import AnswerBar
from flashdeck.gui.views.controls import Button, ElidedLabel, button, describe, label, row
from flashdeck.gui.views.leech_pane import LeechPane
from flashdeck.gui.views.page import Page
from flashdeck.gui.views.source_panel import SourcePanel
from flashdeck.gui.views.veil import Veil
from flashdeck.gui.wording import told
from flashdeck.rendering.markup import to_html
from flashdeck.rendering.names import context_path
from flashdeck.rendering.typed import MAX_CHARS, Verdict, compare, comparison_html

_ALWAYS_REVEAL: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_CARD, _LEECH = 0, 1
_MARKED: Final = "marked"
_html: Final = lru_cache(maxsize=8)(partial(to_html, say=told))
"""Of the cards that were shown last, and of the one that was prepared."""


class ReviewPage(Page):
    """Shows a card, reveals its answer, and says what the user answered.

    Signals carry no card: they are about the card shown last. `typing_changed` tells whether answers are typed.
    """

    has_splitters = True
    revealed = Signal()
    rated = Signal(Quality)
    undo_asked = Signal()
    edit_asked = Signal()
    mark_asked = Signal()
    bury_asked = Signal()
    suspend_asked = Signal()
    link_asked = Signal(str)
    typing_changed = Signal(bool)

    def __init__(self, theme: Theme, shortcuts: Shortcuts | None = None, parent: QWidget | None = None) -> None:
        super().__init__("review", parent)
        self.setAccessibleName(self.tr("Review"))
        self._theme = theme
        self._shortcuts = shortcuts or Shortcuts(self)
        self._card: StudyCardView | None = None
        self._answer_shown = False
        self._context = ElidedLabel("muted")
        self._left = label("", "muted")
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Progress of the session"))
        self._view = CardView(theme)
        self._view.link_activated.connect(self.link_asked)
        self._veil = Veil(self._view, theme)
        self._last_uid = ""
        self.source = SourcePanel(theme)
        self.source.hide()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setObjectName("review-source")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(SPACE_S)
        self._splitter.addWidget(self._view)
        self._splitter.addWidget(self.source)
        self._splitter.setSizes([600, 400])
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 2)
        self._bar = AnswerBar(theme)
        self._bar.reveal_asked.connect(self.reveal)
        self._bar.answered.connect(self._rate)
        self.leech = LeechPane(theme, self._shortcuts)
        self._actions = self._made_actions()
        self._action_row = ActionRow(tuple(self._actions.values()))
        self._build()
        theme.changed.connect(self._fit_bar)
        theme.changed.connect(self._action_row.fit)
        self._fit_bar()
        self._shortcuts.changed.connect(self._show_keys)
        self._show_keys()

    def _fit_bar(self) -> None:
        self._bar.setMaximumWidth(column_width(self._theme))

    def _made_actions(self) -> dict[str, Button]:
        rows = (
            ("source", self.tr("Source"), self.toggle_source, "source"),
            ("type", self.tr("Type"), self.toggle_typing, "type"),
            ("edit", self.tr("Edit"), self.edit_asked.emit, "edit"),
            ("mark", self.tr("Mark"), self.mark_asked.emit, "flag"),
            ("bury", self.tr("Bury"), self.bury_asked.emit, "bury"),
            ("suspend", self.tr("Suspend"), self.suspend_asked.emit, "suspend"),
            ("undo", self.tr("Undo"), self.undo_asked.emit, "undo"),
        )
        made = {name: button(text, act, role="quiet", icon=icon) for name, text, act, icon in rows}
        for each in made.values():
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for name in ("source", "type", "mark"):
            made[name].setCheckable(True)
        return made

    def _build(self) -> None:
        top = row(self._context, SPACE_L, self._left)
        top.setStretch(0, 1)
        grades = QHBoxLayout()
        grades.addStretch(1)
        grades.addWidget(self._bar, 100)
        grades.addStretch(1)
        card = QWidget()
        body = QVBoxLayout(card)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(SPACE_S)
        body.addWidget(self._splitter, 1)
        body.addLayout(grades)
        body.addWidget(self._action_row)
        self._stack = QStackedWidget()
        self._stack.addWidget(card)
        self._stack.addWidget(self.leech)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XL, SPACE_L, SPACE_XL, SPACE_M)
        layout.setSpacing(SPACE_S)
        layout.addLayout(top)
        layout.addWidget(self._progress)
        layout.addWidget(self.notice)
        layout.addWidget(self._stack, 1)

    def _show_keys(self) -> None:
        for name, made in self._actions.items():
            describe(made, self._shortcuts.hint(name), self._shortcuts.shown(name))
        self._name_reveal_key()

    def _name_reveal_key(self) -> None:
        """Write the key that shows the answer on its button: in the line to type in, a space is a space."""
        self._bar.name_reveal_key(self.tr("Enter") if self._bar.is_typing else self._shortcuts.shown("reveal"))

    def use_media(self, folder: Path) -> None:
        """Take the pictures of cards from this folder."""
        self._view.use_media(folder)

    def key_hints(self) -> tuple[KeyHint, ...]:
        hints = [
            KeyHint(key=self._shortcuts.shown(command.name), meaning=command.text)
            for command in self._shortcuts.of(Place.REVIEW)
            if command.key and self._bar.may_serve(command.name)
        ]
        return (
            *hints,
            KeyHint(key=self.tr("Enter"), meaning=self.tr("As %1").replace("%1", self._shortcuts.shown("reveal"))),
            *((KeyHint(key="0 – 5", meaning=self.tr("The grade")),) if self._bar.offers_six else ()),
            KeyHint(key="↑ ↓ ← →", meaning=self.tr("Scroll a long or wide card")),
            KeyHint(key="Esc", meaning=self.tr("Back to Today")),
        )

    def focus_first(self) -> None:
        if self._stack.currentIndex() == _LEECH:
            self.leech.setFocus()
        elif self._bar.is_typing and not self._answer_shown:
            self._bar.focus_line()
        else:
            self._view.setFocus()

    @property
    def answer_shown(self) -> bool:
        """Whether the answer is visible."""
        return self._answer_shown

    def show_question(self, card: StudyCardView, progress: ProgressView) -> None:
        """Show a card without its answer."""
        self._card = card
        self._answer_shown = False
        self._stack.setCurrentIndex(_CARD)
        self._context.set_text(context_path(card.context))
        self._show_progress(progress)
        self._bar.offer(card.choices)
        self._order_tabs()
        self._actions["source"].setEnabled(card.source is not None)
        self.source.show_slide(card.source)
        if card.source is None:
            self.source.hide()
        elif not self.source.isHidden():  # left open, it would give the next answer away
            key = self._shortcuts.named("source")
            self.source.cover(self.tr("The slide comes with the answer. %1 shows it now.").replace("%1", key))
        self._actions["source"].setChecked(not self.source.isHidden())
        self._wear_mark(marked=card.is_marked)
        self._view.show_card(_html(card.question), _html(card.answer), likely_remark=self._likely_remark(card))
        self._view.setAccessibleName(self.tr("Question"))
        if self._last_uid not in {"", card.uid}:
            self._veil.lift()
        self._last_uid = card.uid
        self.focus_first()
        self.announce(shown_text(card.question))

    def show_mark(self, progress: ProgressView, *, marked: bool) -> None:
        """Show whether the card is marked; all else stays as it is, what was typed and scrolled to, too."""
        self._show_progress(progress)
        self._wear_mark(marked=marked)

    def prepare(self, question: str, answer: str) -> None:
        """Lay out a card that is likely to be shown next; both sides are Markdown."""
        self._view.prepare(_html(question), _html(answer))

    def reveal(self) -> None:
        """Show the answer of the card, once, with what was typed laid over it."""
        if self._card is None or self._answer_shown or self._stack.currentIndex() == _LEECH:
            return
        self._answer_shown = True
        card, typed = self._card, self._bar.typed
        verdict, remark = self._compared(typed, shown_text(card.answer)) if typed else ("", "")
        self._view.reveal(remark)
        self.source.uncover()
        self._view.setAccessibleName(self.tr("Question and answer"))
        self._bar.show_grades()
        self.focus_first()
        self.announce(" ".join(part for part in (verdict, shown_text(card.answer)) if part))
        self.revealed.emit()

    def show_leech(self, leech: LeechView) -> None:
        """Stop at a card that is forgotten again and again; the next question ends the stop."""
        self._card = None
        self._answer_shown = False
        self.leech.show_leech(leech)
        self._stack.setCurrentIndex(_LEECH)
        self.announce(self.leech.spoken())

    def answers(self) -> tuple[KeyHint, ...]:
        return self._bar.hints

    def can_serve(self, name: str) -> bool:
        if self._stack.currentIndex() == _LEECH:
            return name in LeechPane.COMMANDS
        if name == "reveal":
            return not self._answer_shown
        if (number := answer_number(name)) is not None:
            return self._answer_shown and number <= len(self._bar.buttons)
        return self._actions[name].isEnabled()

    def serve(self, name: str) -> None:
        if self._stack.currentIndex() == _LEECH:
            self.leech.serve(name)
        elif name == "reveal":
            self.reveal()
        elif not self.can_serve(name):
            return
        elif (number := answer_number(name)) is not None:
            self._bar.buttons[number - 1].click()
        else:
            self._actions[name].click()

    def toggle_source(self) -> None:
        """Show or hide the slide beside the card."""
        if self._card is not None and self._card.source is not None:
            self.source.setVisible(self.source.isHidden() or self.source.is_covered)
            self.source.uncover()
            self.source.ask_for_page()
        self._actions["source"].setChecked(not self.source.isHidden())

    def set_typing(self, *, wanted: bool) -> None:
        """Let answers be typed, or not."""
        self._bar.set_typing(wanted=wanted)
        self._name_reveal_key()
        self._actions["type"].setChecked(wanted)

    def toggle_typing(self) -> None:
        """Change between typing answers and only thinking them."""
        self.set_typing(wanted=not self._bar.is_typing)
        self.focus_first()
        self.typing_changed.emit(self._bar.is_typing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() or not self._on_key(event):
            super().keyPressEvent(event)

    def _on_key(self, event: QKeyEvent) -> bool:
        command = self._shortcuts.command_for(event, Place.REVIEW)
        if event.key() == Qt.Key.Key_Escape:
            self._on_escape()
        elif event.key() in _ALWAYS_REVEAL or command == "reveal":
            self._on_reveal_key()
        elif (choice := self._bar.choice_for_key(key_of(event))) is not None:
            if self._answer_shown:
                self._rate(choice.quality)
        elif command in self._actions:
            self._actions[command].click()
        else:
            return False
        return True

    def _on_escape(self) -> None:
        if self.focusWidget() is not None and self._bar.isAncestorOf(self.focusWidget()):
            self._view.setFocus()  # out of the line, where letters are letters
        else:
            self.back.emit()

    def _order_tabs(self) -> None:
        """Lead Tab from the card over the answers to the actions."""
        chain = [self._view, *self._bar.tab_order, *self._actions.values()]
        for before, after in pairwise(chain):
            self.setTabOrder(before, after)

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

    def _compared(self, typed: str, answer: str) -> tuple[str, str]:
        """Return the verdict on what was typed, and it with the comparison as HTML."""
        comparison = compare(typed, answer)
        verdict = {
            Verdict.SAME: self.tr("You typed it right."),
            Verdict.NEARLY: self.tr("You were close:"),
            Verdict.OTHER: self.tr("You typed something else:"),
            Verdict.EMPTY: "",
        }[comparison.verdict]
        pieces = "" if comparison.verdict is Verdict.SAME else " " + comparison_html(comparison)
        return verdict, f"<p>{html.escape(verdict)}{pieces}</p>" if verdict else ""

    def _likely_remark(self, card: StudyCardView) -> str:
        """Return a comparison as high as that with an answer typed nearly right, nothing when none is typed."""
        if not self._bar.is_typing:
            return ""
        likely = f"{self.tr('You typed something else:')} {shown_text(card.answer)[:MAX_CHARS]}"
        return f"<p>{html.escape(likely)}</p>"

    def _wear_mark(self, *, marked: bool) -> None:
        made = self._actions["mark"]
        was_marked = made.property(_MARKED)
        made.setChecked(marked)  # the click has changed it already
        if was_marked == marked:
            return
        made.setProperty(_MARKED, marked)
        self._action_row.set_word(made, self.tr("Marked") if marked else self.tr("Mark"))
        icons.assign(made, "flag-filled" if marked else "flag", "muted")
        self._theme.adopt(made)

    def _show_progress(self, progress: ProgressView) -> None:
        self._progress.setUpdatesEnabled(False)  # a bar paints itself, and all below it, at once: twice for one card
        self._progress.setRange(0, max(1, progress.total))
        self._progress.setValue(progress.done)
        self._progress.setUpdatesEnabled(True)
        position = self.tr("%1 of %2").replace("%1", str(min(progress.done + 1, progress.total)))
        minutes = self.tr("%1 min").replace("%1", str(progress.minutes_left))
        self._left.setText(f"{position.replace('%2', str(progress.total))}  ·  {minutes}")
        self._actions["undo"].setEnabled(progress.can_undo)
