"""The tree of decks and topics."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from flashdeck.gui.models.count_tree import CountTreeModel
from flashdeck.gui.theme import Appearance, Theme
from flashdeck.gui.view_values import TreeNode
from flashdeck.gui.views.deck_tree import DeckTree

_TOPIC = TreeNode(key="knots", name="Knots", counts=(3,))
_DECKS = (
    TreeNode(key="sailing", name="Sailing", counts=(3,), children=(_TOPIC,)),
    TreeNode(key="weather", name="Weather", counts=(0,)),
)


@pytest.fixture
def tree(theme: Theme, qtbot: QtBot) -> DeckTree:
    made = DeckTree(theme)
    qtbot.addWidget(made)
    model = CountTreeModel(("Deck", "New"), parent=made)
    model.show_nodes(_DECKS)
    made.setModel(model)
    made.show()
    qtbot.waitExposed(made)
    return made


def _arrow_place(tree: DeckTree, row: int) -> QRect:
    line = tree.visualRect(tree.model().index(row, 0))
    return QRect(line.left() - tree.indentation(), line.top(), tree.indentation(), line.height())


def _arrow(tree: DeckTree, row: int) -> QImage:
    return tree.viewport().grab(_arrow_place(tree, row)).toImage()


def _colours(drawn: QImage) -> set[str]:
    return {drawn.pixelColor(x, y).name() for x in range(drawn.width()) for y in range(drawn.height())}


def _last_column(drawn: QImage) -> int:
    """Return the last column in which something stands on the ground."""
    ground = drawn.pixelColor(0, 0)
    return max(x for x in range(drawn.width()) for y in range(drawn.height()) if drawn.pixelColor(x, y) != ground)


def test_an_arrow_tells_what_can_be_opened_and_a_click_on_it_opens_it(tree: DeckTree, qtbot: QtBot) -> None:
    closed = _arrow(tree, 0)
    assert len(_colours(closed)) > 1
    assert len(_colours(_arrow(tree, 1))) == 1
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=_arrow_place(tree, 0).center())
    assert tree.isExpanded(tree.model().index(0, 0))
    tree.viewport().update()
    qtbot.mouseMove(tree.viewport(), QPoint(200, 200))
    assert _arrow(tree, 0) != closed


def test_arrows_and_steps_grow_with_the_text(tree: DeckTree, theme: Theme) -> None:
    def width() -> int:
        drawn = _arrow(tree, 0)
        ground = drawn.pixelColor(0, 0)
        columns = [x for x in range(drawn.width()) for y in range(drawn.height()) if drawn.pixelColor(x, y) != ground]
        return max(columns) - min(columns)

    small, step = width(), tree.indentation()
    theme.apply(Appearance.LIGHT, 200)
    assert tree.indentation() == 2 * step
    assert width() > 1.5 * small


@pytest.mark.parametrize("percent", [80, 100, 200])
def test_what_heads_a_column_ends_where_its_numbers_end(tree: DeckTree, theme: Theme, percent: int) -> None:
    theme.apply(Appearance.LIGHT, percent)
    tree.model().show_nodes((TreeNode(key="k", name="n", counts=(4,)),))
    header = tree.header()
    head = QRect(header.sectionViewportPosition(1), 0, header.sectionSize(1), header.height())
    drawn = [
        header.viewport().grab(head.adjusted(0, 0, 0, -2)).toImage(),  # without its line
        tree.viewport().grab(tree.visualRect(tree.model().index(0, 1))).toImage(),
    ]
    right = [_last_column(image) - image.width() for image in drawn]
    assert abs(right[0] - right[1]) <= 1  # letters end a pixel before or behind their width


def test_the_chosen_line_is_one_even_ground(tree: DeckTree, theme: Theme) -> None:
    tree.setCurrentIndex(tree.model().index(1, 0))
    assert _colours(_arrow(tree, 1)) == {theme.colours.accent_soft.lower()}
