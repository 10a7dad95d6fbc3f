"""Lines that are shown literally and hang under their own words."""

from itertools import pairwise

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from flashdeck.gui.theme import Appearance, Theme
from flashdeck.gui.views.plain_lines import PlainLines

_LONG = "a float that marks where the anchor lies and from which it is broken out when it is foul"


@pytest.fixture
def shown(theme: Theme, qtbot: QtBot) -> PlainLines:
    made = PlainLines(theme, "Lines")
    qtbot.addWidget(made)
    made.resize(300, 300)
    made.show()
    qtbot.waitExposed(made)
    return made


def _left_edges(shown: PlainLines, number: int, bullet: int) -> list[int]:
    """Return where the words begin of each line on the screen that one line of the text takes, behind its bullet."""
    block = shown.document().findBlockByNumber(number)
    layout = block.layout()
    starts = [layout.lineAt(line).textStart() for line in range(layout.lineCount())]
    edges = []
    for start in (bullet, *starts[1:]):
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + start)
        edges.append(shown.cursorRect(cursor).left())
    return edges


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("bullet", ["", "• ", "- ", "12. ", "a) ", "   – ", "•  "])
def test_a_line_goes_on_below_its_words(shown: PlainLines, theme: Theme, bullet: str, percent: int) -> None:
    theme.apply(Appearance.LIGHT, percent)
    shown.show_lines(["Anchoring", bullet + _LONG])
    edges = _left_edges(shown, 1, len(bullet))
    assert len(edges) > 1
    assert all(abs(one - other) <= 1 for one, other in pairwise(edges))
    assert shown.toPlainText() == f"Anchoring\n{bullet}{_LONG}"


def test_markup_is_no_markup(shown: PlainLines) -> None:
    shown.show_lines(["<b>bold</b> &amp; <img src='x.png'>"])
    assert shown.toPlainText() == "<b>bold</b> &amp; <img src='x.png'>"
    assert shown.document().findBlockByNumber(0).length() == len("<b>bold</b> &amp; <img src='x.png'>") + 1


def test_the_first_marked_line_is_in_sight(shown: PlainLines) -> None:
    shown.show_lines([f"line {number}" for number in range(200)], marked=[150, 151])
    cursor = QTextCursor(shown.document().findBlockByNumber(150))
    assert shown.viewport().rect().contains(shown.cursorRect(cursor))


def test_the_ground_of_marked_lines_follows_the_look(shown: PlainLines, theme: Theme) -> None:
    shown.show_lines(["one", "two"], marked=[1])
    theme.apply(Appearance.DARK, 100)
    ground = shown.document().findBlockByNumber(1).blockFormat().background().color()
    assert ground.name() == theme.colours.accent_soft.lower()
