"""The answer buttons: one place for "Show answer" and for the grades, so that nothing moves between the two."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from flashdeck.domain.quality import Quality
from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import SPACE_S, SPACE_XS
from flashdeck.gui.view_values import AnswerChoice
from flashdeck.gui.views.controls import Button, describe, label, row

_TONES: Final = {
    Quality.BLACKOUT: "again",
    Quality.AGAIN: "again",
    Quality.WRONG_BUT_EASY: "again",
    Quality.HARD: "hard",
    Quality.GOOD: "good",
    Quality.EASY: "easy",
}
DEFAULT_QUALITY: Final = Quality.GOOD
"""The answer that Space and Enter give."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("AnswerBar", text)


def quality_name(quality: Quality, *, of_six: bool) -> str:
    """Return the word on the button of a quality; six grades need finer words than four."""
    if of_six:
        return {
            Quality.BLACKOUT: _tr("Blackout"),
            Quality.AGAIN: _tr("Wrong"),
            Quality.WRONG_BUT_EASY: _tr("Nearly"),
            Quality.HARD: _tr("Hard"),
            Quality.GOOD: _tr("Good"),
            Quality.EASY: _tr("Easy"),
        }[quality]
    return {
        Quality.AGAIN: _tr("Again"),
        Quality.HARD: _tr("Hard"),
        Quality.GOOD: _tr("Good"),
        Quality.EASY: _tr("Easy"),
    }[quality]


def interval_text(days: int) -> str:
    """Return an interval as it stands on a button: days to 60, then months, then years."""
    if days <= 60:
        return _tr("%n d").replace("%n", str(days))
    if days < 365:
        return _tr("%n mo").replace("%n", f"{days / 30.4:.1f}".removesuffix(".0"))
    return _tr("%n y").replace("%n", f"{days / 365.25:.1f}".removesuffix(".0"))


def next_time(choice: AnswerChoice) -> str:
    """Return when the card comes back after this answer, in words for the button."""
    if choice.interval_days is None:
        return _tr("again in this round") if choice.drilled else _tr("done")
    if choice.drilled:
        return _tr("today, then %1").replace("%1", interval_text(choice.interval_days))
    return interval_text(choice.interval_days)


class AnswerButton(Button):
    """A large button: its key and its word, and below what follows from it."""

    def __init__(
        self, theme: Theme, *, key: str, word: str, below: str, tone: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "answer")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"{word}, {below}" if below else word)
        describe(self, f"{word}: {below}" if below else word, key)
        strong = label(word)
        colour = getattr(theme.colours, tone)
        strong.setStyleSheet(f"color: {colour}; font-size: {theme.sizes.strong}px; font-weight: 600;")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XS, SPACE_S, SPACE_XS, SPACE_S)
        layout.setSpacing(0)
        layout.addStretch(1)
        layout.addLayout(row(0, label(key, "small"), strong, 0) if below else row(0, strong, 0))
        layout.addLayout(row(0, label(below or key, "small"), 0))
        layout.addStretch(1)
        for child in self.findChildren(QLabel):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class AnswerBar(QStackedWidget):
    """Either "Show answer", or the grades."""

    reveal_asked = Signal()
    answered = Signal(Quality)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._choices: tuple[AnswerChoice, ...] = ()
        self._reveal_place = QWidget()
        self._reveal_layout = QHBoxLayout(self._reveal_place)
        self._reveal_layout.setContentsMargins(0, 0, 0, 0)
        self._grades = QWidget()
        self._grades_layout = QHBoxLayout(self._grades)
        self._grades_layout.setContentsMargins(0, 0, 0, 0)
        self._grades_layout.setSpacing(SPACE_S)
        self._buttons: list[AnswerButton] = []
        self.addWidget(self._reveal_place)
        self.addWidget(self._grades)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._rebuild)

    def offer(self, choices: tuple[AnswerChoice, ...]) -> None:
        """Go back to "Show answer", with these grades behind it."""
        self._choices = choices
        self._rebuild()
        self.setCurrentIndex(0)

    def show_grades(self) -> None:
        """Show the grades."""
        self.setCurrentIndex(1)

    @property
    def buttons(self) -> tuple[AnswerButton, ...]:
        """The grades in their order."""
        return tuple(self._buttons)

    def choice_for_key(self, text: str) -> AnswerChoice | None:
        """Return the answer that a typed character gives."""
        return next((choice for choice in self._choices if choice.key == text), None)

    def default_choice(self) -> AnswerChoice | None:
        """Return the answer that Space and Enter give."""
        return next((choice for choice in self._choices if choice.quality is DEFAULT_QUALITY), None)

    def _rebuild(self) -> None:
        for layout in (self._grades_layout, self._reveal_layout):
            while (item := layout.takeAt(0)) is not None:
                old = item.widget()
                if old is not None:
                    old.hide()
                    old.deleteLater()
        show = AnswerButton(self._theme, key=self.tr("Space"), word=self.tr("Show answer"), below="", tone="text")
        show.clicked.connect(self.reveal_asked)
        self._reveal_layout.addWidget(show)
        show.show()
        of_six = len(self._choices) > 4
        self._buttons = [self._made(choice, of_six=of_six) for choice in self._choices]
        for made in self._buttons:
            self._grades_layout.addWidget(made, 1)
            made.show()

    def _made(self, choice: AnswerChoice, *, of_six: bool) -> AnswerButton:
        word = quality_name(choice.quality, of_six=of_six)
        tone = _TONES[choice.quality]
        made = AnswerButton(self._theme, key=choice.key, word=word, below=next_time(choice), tone=tone)
        made.clicked.connect(lambda _checked=False, quality=choice.quality: self.answered.emit(quality))
        return made
