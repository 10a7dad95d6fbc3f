"""Every command with its key: the defaults, what the user changed, and which two would be in each other's way."""

import re
from collections.abc import Mapping
from enum import StrEnum
from itertools import combinations
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

_COMMANDING: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_PORTABLE: Final = QKeySequence.SequenceFormat.PortableText
_NATIVE: Final = QKeySequence.SequenceFormat.NativeText
_MODIFIER_KEYS: Final = frozenset(
    {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_unknown}
)


class Place(StrEnum):
    """Where a key counts."""

    EVERYWHERE = "everywhere"
    REVIEW = "review"
    LIBRARY = "library"


class Command(NamedTuple):
    """Something a key does.

    Attributes:
        name: by which settings, menus and pages know it.
        key: its key unless the user chose another, as Qt writes keys portably ("Ctrl+E"); a character for itself ("@").
    """

    name: str
    text: str
    key: str
    place: Place


def commands() -> tuple[Command, ...]:
    """Return every command, in the order in which they are listed."""
    rows = (
        ("go-today", QCoreApplication.translate("Commands", "Today"), "Ctrl+1", Place.EVERYWHERE),
        ("go-library", QCoreApplication.translate("Commands", "Library"), "Ctrl+2", Place.EVERYWHERE),
        ("go-cram", QCoreApplication.translate("Commands", "Cram"), "Ctrl+3", Place.EVERYWHERE),
        ("go-settings", QCoreApplication.translate("Commands", "Settings"), "Ctrl+,", Place.EVERYWHERE),
        ("review", QCoreApplication.translate("Commands", "Start today's cards"), "Ctrl+R", Place.EVERYWHERE),
        (
            "review-only",
            QCoreApplication.translate("Commands", "Start without new cards"),
            "Ctrl+Shift+R",
            Place.EVERYWHERE,
        ),
        ("rest", QCoreApplication.translate("Commands", "Review the rest"), "Ctrl+Shift+T", Place.EVERYWHERE),
        ("more-new", QCoreApplication.translate("Commands", "Learn 10 more"), "Ctrl+L", Place.EVERYWHERE),
        ("ahead", QCoreApplication.translate("Commands", "Review ahead"), "Ctrl+T", Place.EVERYWHERE),
        ("undo", QCoreApplication.translate("Commands", "Undo"), "Ctrl+Z", Place.EVERYWHERE),
        ("import", QCoreApplication.translate("Commands", "Import slides and decks"), "Ctrl+I", Place.EVERYWHERE),
        ("export", QCoreApplication.translate("Commands", "Export"), "Ctrl+E", Place.EVERYWHERE),
        ("open", QCoreApplication.translate("Commands", "Open collection"), "Ctrl+O", Place.EVERYWHERE),
        ("merge", QCoreApplication.translate("Commands", "Merge with another collection"), "Ctrl+M", Place.EVERYWHERE),
        ("backup", QCoreApplication.translate("Commands", "Back up now"), "Ctrl+B", Place.EVERYWHERE),
        ("restore", QCoreApplication.translate("Commands", "Go back to a backup"), "Ctrl+Shift+B", Place.EVERYWHERE),
        ("check", QCoreApplication.translate("Commands", "Check and mend"), "Ctrl+Shift+M", Place.EVERYWHERE),
        ("quit", QCoreApplication.translate("Commands", "Quit"), "Ctrl+Q", Place.EVERYWHERE),
        ("help", QCoreApplication.translate("Commands", "Keys of this screen"), "F1", Place.EVERYWHERE),
        ("keys", QCoreApplication.translate("Commands", "Change keys"), "Shift+F1", Place.EVERYWHERE),
        ("reveal", QCoreApplication.translate("Commands", "Show the answer, then answer Good"), "Space", Place.REVIEW),
        ("answer-1", QCoreApplication.translate("Commands", "First answer button"), "1", Place.REVIEW),
        ("answer-2", QCoreApplication.translate("Commands", "Second answer button"), "2", Place.REVIEW),
        ("answer-3", QCoreApplication.translate("Commands", "Third answer button"), "3", Place.REVIEW),
        ("answer-4", QCoreApplication.translate("Commands", "Fourth answer button"), "4", Place.REVIEW),
        ("source", QCoreApplication.translate("Commands", "Show the slide it came from"), "S", Place.REVIEW),
        ("type", QCoreApplication.translate("Commands", "Type the answer"), "T", Place.REVIEW),
        ("edit", QCoreApplication.translate("Commands", "Edit the card"), "E", Place.REVIEW),
        ("mark", QCoreApplication.translate("Commands", "Mark the card"), "*", Place.REVIEW),
        ("bury", QCoreApplication.translate("Commands", "Bury: not today"), "-", Place.REVIEW),
        ("suspend", QCoreApplication.translate("Commands", "Suspend: leave out until resumed"), "@", Place.REVIEW),
        ("find", QCoreApplication.translate("Commands", "Search"), "Ctrl+F", Place.LIBRARY),
        ("cards-mark", QCoreApplication.translate("Commands", "Mark the chosen cards"), "*", Place.LIBRARY),
        ("cards-resume", QCoreApplication.translate("Commands", "Resume the chosen cards"), "R", Place.LIBRARY),
        ("cards-bury", QCoreApplication.translate("Commands", "Bury the chosen cards"), "-", Place.LIBRARY),
        ("cards-suspend", QCoreApplication.translate("Commands", "Suspend the chosen cards"), "@", Place.LIBRARY),
        ("cards-delete", QCoreApplication.translate("Commands", "Delete the chosen cards"), "Del", Place.LIBRARY),
    )
    return tuple(Command(name=name, text=text, key=key, place=place) for name, text, key, place in rows)


class FixedKey(NamedTuple):
    """A key that always means the same and cannot be given to a command.

    Attributes:
        shown: how the key, or the keys, are written in a list.
        pattern: regular expression of such keys as Qt writes them portably.
    """

    shown: str
    text: str
    pattern: str
    place: Place


_ANY_MODIFIERS: Final = r"(?:.*\+)?"
_ANSWERS: Final = "answer-"
"""How the commands begin that answer by the number of the button, and so may have a digit."""


def answer_number(command: str) -> int | None:
    """Return which of the answers offered a command gives, from 1 on; None when it gives none."""
    number = command.removeprefix(_ANSWERS)
    return int(number) if command.startswith(_ANSWERS) and number.isdigit() else None


def fixed_keys() -> tuple[FixedKey, ...]:
    """Return every key that cannot be changed, in the order in which they are listed; of two that fit, the first."""
    rows = (
        ("Esc", QCoreApplication.translate("FixedKeys", "One step back"), _ANY_MODIFIERS + "Esc", Place.EVERYWHERE),
        (
            QCoreApplication.translate("FixedKeys", "Ctrl+Enter"),
            QCoreApplication.translate("FixedKeys", "Save the edited card; start to cram"),
            r"Ctrl\+(?:Return|Enter)",
            Place.EVERYWHERE,
        ),
        (
            QCoreApplication.translate("FixedKeys", "Enter"),
            QCoreApplication.translate("FixedKeys", "The main button, or the one that has the focus"),
            _ANY_MODIFIERS + "(?:Return|Enter)",
            Place.EVERYWHERE,
        ),
        (
            "Tab",
            QCoreApplication.translate("FixedKeys", "To the next field; with Shift, back"),
            _ANY_MODIFIERS + "Tab",
            Place.EVERYWHERE,
        ),
        (
            "↑ ↓ ← →",
            QCoreApplication.translate("FixedKeys", "Move and scroll, with Home, End and the page keys"),
            _ANY_MODIFIERS + "(?:Up|Down|Left|Right|Home|End|PgUp|PgDown)",
            Place.EVERYWHERE,
        ),
        (
            "Ctrl+C, X, V, A",
            QCoreApplication.translate("FixedKeys", "Copy, cut and paste text, choose all of it"),
            r"Ctrl\+[CXVA]",
            Place.EVERYWHERE,
        ),
        (
            QCoreApplication.translate("FixedKeys", "Alt + letter"),
            QCoreApplication.translate("FixedKeys", "Open a menu"),
            r"Alt\+.",
            Place.EVERYWHERE,
        ),
        (
            "0 – 5",
            QCoreApplication.translate(
                "FixedKeys", "The grade where six are offered, instead of the first to fourth button"
            ),
            "[0-5]",
            Place.REVIEW,
        ),
        (
            QCoreApplication.translate("FixedKeys", "Space"),
            QCoreApplication.translate("FixedKeys", "Choose the card in the list"),
            _ANY_MODIFIERS + "Space",
            Place.LIBRARY,
        ),
    )
    return tuple(FixedKey(shown=shown, text=text, pattern=pattern, place=place) for shown, text, pattern, place in rows)


def key_of(event: QKeyEvent) -> str:
    """Return the key of an event as commands name it; empty while only Shift, Ctrl and the like are down.

    A character stands for itself, whatever it takes to type it on this keyboard.
    """
    if Qt.Key(event.key()) in _MODIFIER_KEYS:
        return ""
    text = event.text()
    if text.strip() and text.isprintable() and not event.modifiers() & _COMMANDING:
        return text.upper()
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key.Key_Tab if event.key() == Qt.Key.Key_Backtab else Qt.Key(event.key())  # comes with Shift
    return QKeySequence(QKeyCombination(modifiers, key)).toString(_PORTABLE)


class Shortcuts(QObject):
    """The keys in force; `changed` is emitted after each change."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._commands = {command.name: command for command in commands()}
        self._chosen: dict[str, str] = {}

    def adopt(self, chosen: Mapping[str, str]) -> None:
        """Put the user's keys in force; names of commands that are not there are left out."""
        self._chosen = {
            name: key for name, key in chosen.items() if name in self._commands and key != self._commands[name].key
        }
        self.changed.emit()

    def chosen(self) -> dict[str, str]:
        """Return the keys that the user changed."""
        return dict(self._chosen)

    def key(self, name: str) -> str:
        """Return the key of a command as it is stored; empty when it has none, or the user gave it to another."""
        if name in self._chosen:
            return self._chosen[name]
        key, place = self._commands[name].key, self._commands[name].place
        is_given_away = any(
            chosen == key and _meet(self._commands[other].place, place) for other, chosen in self._chosen.items()
        )
        return "" if is_given_away else key

    def shown(self, name: str) -> str:
        """Return the key of a command as this desktop writes it."""
        return shown_key(self.key(name))

    def named(self, name: str) -> str:
        """Return what to name in a sentence: the key in force, or the command as the menu has it where it has none."""
        return self.shown(name) or self.hint(name)

    def hint(self, name: str) -> str:
        """Return what a command does."""
        return self._commands[name].text

    def of(self, place: Place) -> tuple[Command, ...]:
        """Return the commands of a place with the keys in force."""
        return tuple(each._replace(key=self.key(each.name)) for each in self._commands.values() if each.place is place)

    def command_for(self, event: QKeyEvent, place: Place) -> str | None:
        """Return the command of a key in a place; those that work everywhere belong to the menu."""
        key = key_of(event)
        if not key:
            return None
        return next(
            (name for name, each in self._commands.items() if each.place is place and self.key(name) == key), None
        )

    def in_the_way(self, name: str, key: str) -> Command | None:
        """Return the command that has a key already where a command needs it."""
        if not key:
            return None
        place = self._commands[name].place
        for other in self._commands.values():
            if other.name != name and _meet(other.place, place) and self.key(other.name) == key:
                return other
        return None

    def conflicts(self) -> tuple[str, ...]:
        """Return, as sentences, which of the user's keys cannot do what they were chosen for.

        Nothing that is chosen in the window gets so far; a file from elsewhere, or of another version, may.
        """
        said = []
        for (name, key), (other, other_key) in combinations(self._chosen.items(), 2):
            if key and key == other_key and _meet(self._commands[name].place, self._commands[other].place):
                text = QCoreApplication.translate("Shortcuts", "“%1” and “%2” have the same key, %3.")
                said.append(text.replace("%1", self.hint(name)).replace("%2", self.hint(other)))
                said[-1] = said[-1].replace("%3", shown_key(key))
        for name, key in self._chosen.items():
            fixed = self.fixed_in_the_way(name, key)
            if fixed is not None:
                text = QCoreApplication.translate("Shortcuts", "%1 is kept for “%2”, “%3” cannot have it.")
                said.append(text.replace("%1", shown_key(key)).replace("%2", fixed.text).replace("%3", self.hint(name)))
        return tuple(said)

    def fixed_in_the_way(self, name: str, key: str) -> FixedKey | None:
        """Return what a key always means where a command needs it, so that the command cannot have it."""
        place = self._commands[name].place
        for fixed in fixed_keys():
            is_digit_of_answer = fixed.place is Place.REVIEW and answer_number(name) is not None
            if _meet(fixed.place, place) and not is_digit_of_answer and re.fullmatch(fixed.pattern, key):
                return fixed
        return None


def _meet(place: Place, other: Place) -> bool:
    """Whether a key can be pressed that counts in both places."""
    return place is other or Place.EVERYWHERE in {place, other}


def shown_key(key: str) -> str:
    """Return a key as this desktop writes it."""
    return key if len(key) == 1 else QKeySequence(key, _PORTABLE).toString(_NATIVE)
