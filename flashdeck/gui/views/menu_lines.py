"""The lines of the menus. No first look at the window needs them."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

MOST_ANSWERS: Final = 6
"""As many lines for answers the menu has; those that are not offered are hidden."""


class Line(NamedTuple):
    """A line of a menu, named as its command; its key is the command's.

    Attributes:
        page: name of the page that serves it; empty where it is served on all of them.
        begins: whether it begins a sitting.
    """

    name: str
    text: str
    icon: str = ""
    page: str = ""
    begins: bool = False


Lines = tuple[Line | None, ...]
"""Those of one menu, None between groups."""


def by_menu(ways: Iterable[Line]) -> tuple[Lines, ...]:
    """Return the lines of the menus File, Go, Study, Cards and Help, given those of the second."""
    undo = Line(name="undo", text=QCoreApplication.translate("MainWindow", "Undo"), icon="undo")
    study = (*_starts(), None, undo, None, *_answers(), None, *_to_the_card())
    return _files(), tuple(ways), study, _to_chosen_cards(), _help()


def _files() -> Lines:
    return (
        Line(name="import", text=QCoreApplication.translate("MainWindow", "Import…"), icon="import"),
        Line(name="export", text=QCoreApplication.translate("MainWindow", "Export…"), icon="export"),
        None,
        Line(name="open", text=QCoreApplication.translate("MainWindow", "Open collection…"), icon="folder"),
        Line(name="merge", text=QCoreApplication.translate("MainWindow", "Merge with another collection…")),
        Line(name="backup", text=QCoreApplication.translate("MainWindow", "Back up now")),
        Line(name="restore", text=QCoreApplication.translate("MainWindow", "Restore a backup…")),
        Line(name="check", text=QCoreApplication.translate("MainWindow", "Check and mend…")),
        None,
        Line(name="quit", text=QCoreApplication.translate("MainWindow", "Quit")),
    )


def _starts() -> Lines:
    return (
        Line(
            name="review",
            text=QCoreApplication.translate("MainWindow", "Start today's cards"),
            icon="play",
            begins=True,
        ),
        Line(name="review-only", text=QCoreApplication.translate("MainWindow", "Start without new cards"), begins=True),
        Line(name="rest", text=QCoreApplication.translate("MainWindow", "Review the rest"), begins=True),
        Line(name="more-new", text=QCoreApplication.translate("MainWindow", "Learn 10 more"), begins=True),
        Line(name="ahead", text=QCoreApplication.translate("MainWindow", "Review ahead"), begins=True),
    )


def _answers() -> Lines:
    answers = (Line(name=f"answer-{number}", text="", page="review") for number in range(1, MOST_ANSWERS + 1))
    return (Line(name="reveal", text=QCoreApplication.translate("MainWindow", "Show answer"), page="review"), *answers)


def _to_the_card() -> Lines:
    return (
        Line(name="type", text=QCoreApplication.translate("MainWindow", "Type the answer"), icon="type", page="review"),
        Line(name="source", text=QCoreApplication.translate("MainWindow", "Show slide"), icon="source", page="review"),
        Line(name="edit", text=QCoreApplication.translate("MainWindow", "Edit card"), icon="edit", page="review"),
        Line(name="mark", text=QCoreApplication.translate("MainWindow", "Mark"), icon="flag", page="review"),
        Line(name="bury", text=QCoreApplication.translate("MainWindow", "Bury: not today"), icon="bury", page="review"),
        Line(name="suspend", text=QCoreApplication.translate("MainWindow", "Suspend"), icon="suspend", page="review"),
    )


def _to_chosen_cards() -> Lines:
    return (
        Line(name="find", text=QCoreApplication.translate("MainWindow", "Search"), page="library"),
        Line(name="cards-mark", text=QCoreApplication.translate("MainWindow", "Mark"), icon="flag", page="library"),
        Line(
            name="cards-suspend",
            text=QCoreApplication.translate("MainWindow", "Suspend"),
            icon="suspend",
            page="library",
        ),
        Line(name="cards-resume", text=QCoreApplication.translate("MainWindow", "Resume"), icon="play", page="library"),
        Line(name="cards-bury", text=QCoreApplication.translate("MainWindow", "Bury"), icon="bury", page="library"),
        Line(
            name="cards-delete", text=QCoreApplication.translate("MainWindow", "Delete"), icon="delete", page="library"
        ),
    )


def _help() -> Lines:
    return (
        Line(name="help", text=QCoreApplication.translate("MainWindow", "Keys of this screen"), icon="help"),
        Line(name="keys", text=QCoreApplication.translate("MainWindow", "Change keys…")),
        Line(name="about", text=QCoreApplication.translate("MainWindow", "About flashdeck")),
    )
