"""The answer buttons: one place for "Show answer" and for the grades, so that nothing moves between the two."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from flashdeck.domain.quality import Quality
from flashdeck.gui.shortcuts import answer_number
from flashdeck.gui.study_values import AnswerChoice
from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import FOCUS_RING, SPACE_S, SPACE_XS
from flashdeck.gui.view_values import KeyHint
from flashdeck.gui.views.controls import Button, describe, label, row
from flashdeck.gui.views.page_line import PageLine

_TONES: Final = {
    Quality.BLACKOUT: "again",
    Quality.AGAIN: "again",
    Quality.WRONG_BUT_EASY: "again",
    Quality.HARD: "hard",
    Quality.GOOD: "good",
    Quality.EASY: "easy",
}
_LONGEST_DAYS: Final = 60
"""More days are written as months, which are no longer."""
_MOST_BUTTONS: Final = 4
"""More are the scale of six."""
_UNBROKEN: Final = "\u00a0"
"""A space at which no line ends."""
DEFAULT_QUALITY: Final = Quality.GOOD
"""The answer that Space and Enter give."""


def quality_name(quality: Quality, *, of_six: bool) -> str:
    """Return the word on the button of a quality; six grades need finer words than four."""
    match quality:
        case Quality.BLACKOUT:
            return QCoreApplication.translate("AnswerBar", "Blank")
        case Quality.AGAIN if of_six:
            return QCoreApplication.translate("AnswerBar", "Wrong")
        case Quality.AGAIN:
            return QCoreApplication.translate("AnswerBar", "Again")
        case Quality.WRONG_BUT_EASY:
            return QCoreApplication.translate("AnswerBar", "Nearly")
        case Quality.HARD:
            return QCoreApplication.translate("AnswerBar", "Hard")
        case Quality.GOOD:
            return QCoreApplication.translate("AnswerBar", "Good")
        case Quality.EASY:
            return QCoreApplication.translate("AnswerBar", "Easy")


def interval_text(days: int) -> str:
    """Return an interval as it stands on a button: days to 60, then months, then years."""
    if days <= 60:
        return QCoreApplication.translate("AnswerBar", "%1 d").replace("%1", str(days))
    if days < 365:
        months = f"{days / 30.4:.1f}".removesuffix(".0")
        return QCoreApplication.translate("AnswerBar", "%1 mo").replace("%1", months)
    years = f"{days / 365.25:.1f}".removesuffix(".0")
    return QCoreApplication.translate("AnswerBar", "%1 y").replace("%1", years)


def next_time(choice: AnswerChoice) -> str:
    """Return when the card comes back after this answer, in words for the button."""
    if choice.interval_days is None:
        if choice.drilled:
            return QCoreApplication.translate("AnswerBar", "again in this round")
        return QCoreApplication.translate("AnswerBar", "done")
    if choice.drilled:
        today = QCoreApplication.translate("AnswerBar", "today, then %1")
        return today.replace("%1", interval_text(choice.interval_days).replace(" ", _UNBROKEN))
    return interval_text(choice.interval_days)


class AnswerButton(Button):
    """A large button: its key and its word, and below what follows from it."""

    def __init__(self, *, word: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word = word
        self._key = label("", "small")
        self._word_label = label(word, f"answer-{tone}")
        self._below = label("", "small", wrap=True)
        self._below.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._below.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._lines = 1
        self._has_key = True
        self._shown = ("", "")
        self.setProperty("role", "answer")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XS, SPACE_S, SPACE_XS, SPACE_S)
        layout.setSpacing(0)
        layout.addStretch(1)
        layout.addLayout(row(0, self._key, self._word_label, 0))
        layout.addWidget(self._below)
        layout.addStretch(1)
        for child in self.findChildren(QLabel):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_words(self, key: str, below: str) -> None:
        """Show the key before the word and, below it, what follows; without that the key stands below."""
        if (key, below) == self._shown:
            return
        self._shown = key, below
        self._key.setText(key if below else "")
        self._key.setVisible(self._has_key and bool(below))
        self._below.setText(below or key)
        self.setAccessibleName(f"{self._word}, {below}" if below else self._word)
        describe(self, f"{self._word}: {below}" if below else self._word, key)

    def has_room_for_key(self, width: int) -> bool:
        """Whether a button so wide holds its word with a digit before it."""
        digit = self._key.fontMetrics().horizontalAdvance("0")
        return digit + SPACE_S + self._word_label.sizeHint().width() <= width - 2 * FOCUS_RING

    def leave_out_key(self, *, wanted: bool) -> None:
        """Leave the key before the word to the tooltip."""
        self._has_key = not wanted
        self._key.setVisible(self._has_key and bool(self._key.text()))

    def lines_for(self, text: str, width: int) -> int:
        """Return how many lines a text needs below the word of a button so wide."""
        self._below.ensurePolished()
        metrics = self._below.fontMetrics()
        room = width - 2 * (SPACE_XS + FOCUS_RING)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        height = metrics.boundingRect(QRect(0, 0, room, 0), int(flags), text).height()
        return max(1, round(height / metrics.lineSpacing()))

    def keep_lines(self, lines: int) -> None:
        """Keep room for so many lines below the word."""
        self._lines = lines
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        below = self._lines * self._below.fontMetrics().lineSpacing()
        words = self._word_label.sizeHint().height() + below + 2 * (SPACE_S + FOCUS_RING)
        return QSize(hint.width(), max(hint.height(), words))

    def hasHeightForWidth(self) -> bool:
        return False  # all buttons are as high as the longest text needs


class AnswerBar(QStackedWidget):
    """Either "Show answer", with a line to type it in when that is wanted, or the grades."""

    reveal_asked = Signal()
    answered = Signal(Quality)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[AnswerChoice, ...] = ()
        self._buttons: list[AnswerButton] = []
        self._typed = PageLine()
        self._typed.setAccessibleName(self.tr("Your answer"))
        self._typed.setPlaceholderText(self.tr("Type the answer"))
        self._typed.setProperty("role", "typed")
        self._typed.returnPressed.connect(self.reveal_asked)
        self._typed.hide()
        self._show = AnswerButton(word=self.tr("Show answer"), tone="text")
        self._show.clicked.connect(self.reveal_asked)
        self.name_reveal_key(self.tr("Space"))
        reveal_place = QWidget()
        reveal = QHBoxLayout(reveal_place)
        reveal.setContentsMargins(0, 0, 0, 0)
        reveal.setSpacing(SPACE_S)
        reveal.addWidget(self._typed, 3)
        reveal.addWidget(self._show, 2)
        grades = QWidget()
        self._grades_layout = QHBoxLayout(grades)
        self._grades_layout.setContentsMargins(0, 0, 0, 0)
        self._grades_layout.setSpacing(SPACE_S)
        self.addWidget(reveal_place)
        self.addWidget(grades)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Keep as many lines below the words as the longest time needs, so that no card changes their height.

        Where large text would cut a word for the key before it, no button has one.
        """
        count = max(1, len(self._buttons))
        width = (self.width() - (count - 1) * SPACE_S) // count
        longest = next_time(AnswerChoice(key="", quality=Quality.AGAIN, interval_days=_LONGEST_DAYS, drilled=True))
        lines = self._show.lines_for(longest, width) if self._buttons else 1
        has_room = all(made.has_room_for_key(width) for made in self._buttons)
        for made in self._buttons:
            made.leave_out_key(wanted=not has_room)
        for made in (self._show, *self._buttons):
            made.keep_lines(lines)
        self.setFixedHeight(max(self._show.sizeHint().height(), self._typed.sizeHint().height()))

    def name_reveal_key(self, key: str) -> None:
        """Write the key that shows the answer on its button."""
        self._show.show_words(key, "")

    def offer(self, choices: tuple[AnswerChoice, ...]) -> None:
        """Go back to "Show answer", with these grades behind it."""
        if [choice.quality for choice in choices] != [choice.quality for choice in self._choices]:
            self._rebuild(choices)
        self._choices = choices
        for made, choice in zip(self._buttons, choices, strict=True):
            made.show_words(choice.key, next_time(choice))
        self._typed.setText("")  # unlike `clear` it leaves nothing to undo: Undo is about the card answered before
        self.setCurrentIndex(0)

    def show_grades(self) -> None:
        """Show the grades."""
        self.setCurrentIndex(1)

    def set_typing(self, *, wanted: bool) -> None:
        """Show or hide the line to type the answer in."""
        self._typed.setVisible(wanted)

    @property
    def is_typing(self) -> bool:
        """Whether there is a line to type the answer in."""
        return not self._typed.isHidden()

    def focus_line(self) -> None:
        """Give the focus to the line."""
        self._typed.setFocus()

    @property
    def typed(self) -> str:
        """What was typed; empty when nothing was, or is not wanted."""
        return self._typed.text().strip() if self.is_typing else ""

    @property
    def buttons(self) -> tuple[AnswerButton, ...]:
        """The grades in their order."""
        return tuple(self._buttons)

    @property
    def tab_order(self) -> tuple[QWidget, ...]:
        """What Tab goes through, in this order."""
        return (self._typed, self._show, *self._buttons)

    @property
    def hints(self) -> tuple[KeyHint, ...]:
        """The grades offered, in words, with their keys."""
        return tuple(
            KeyHint(key=choice.key, meaning=quality_name(choice.quality, of_six=self.offers_six))
            for choice in self._choices
        )

    @property
    def offers_six(self) -> bool:
        """Whether the grades are the scale of six, each with its own digit."""
        return len(self._choices) > _MOST_BUTTONS

    def may_serve(self, command: str) -> bool:
        """Whether the key of a command counts with the grades offered: one that answers needs its button."""
        number = answer_number(command)
        return number is None or (number <= len(self._choices) and not self.offers_six)

    def choice_for_key(self, key: str) -> AnswerChoice | None:
        """Return the answer that a key gives."""
        return next((choice for choice in self._choices if choice.key == key), None)

    def default_choice(self) -> AnswerChoice | None:
        """Return the answer that Space and Enter give."""
        return next((choice for choice in self._choices if choice.quality is DEFAULT_QUALITY), None)

    def _rebuild(self, choices: tuple[AnswerChoice, ...]) -> None:
        for old in self._buttons:
            self._grades_layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        of_six = len(choices) > _MOST_BUTTONS
        self._buttons = [
            AnswerButton(word=quality_name(choice.quality, of_six=of_six), tone=_TONES[choice.quality])
            for choice in choices
        ]
        for made, choice in zip(self._buttons, choices, strict=True):
            made.clicked.connect(lambda _checked=False, quality=choice.quality: self.answered.emit(quality))
            self._grades_layout.addWidget(made, 1)
            made.show()
        self._fit()
