"""Decks and topics as a tree with boxes."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from flashdeck.gui.models.count_tree import CheckTreeModel, CountTreeModel
from flashdeck.gui.view_values import TreeNode

_CHECK = Qt.ItemDataRole.CheckStateRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def _node(key: str, count: int, *children: TreeNode) -> TreeNode:
    return TreeNode(key=key, name=f"name {key}", counts=(count, 0), children=children)


_TREE = (
    _node("rocks", 9, _node("basalt", 4), _node("marble", 5, _node("white", 2), _node("green", 3))),
    _node("shells", 7),
)


@pytest.fixture
def model(qapp: object) -> CheckTreeModel:
    made = CheckTreeModel(("Name", "Due", "New"))
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.show_nodes(_TREE)
    return made


def test_rows_follow_the_nodes(model: CheckTreeModel) -> None:
    rocks = model.index(0, 0)
    marble = model.index(1, 0, rocks)
    assert (model.rowCount(), model.rowCount(rocks), model.rowCount(marble), model.columnCount()) == (2, 2, 2, 3)
    assert model.parent(marble) == rocks
    assert model.key(model.index(1, 0, marble)) == "green"
    assert model.index_of("green") == model.index(1, 0, marble)
    assert not model.index_of("absent").isValid()
    assert model.key(QModelIndex()) == ""


def test_a_count_of_nothing_is_a_dash(model: CheckTreeModel) -> None:
    assert model.index(0, 1).data() == "9"
    assert model.index(0, 2).data() == "–"
    assert model.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole) == "0 New"
    assert model.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight


def test_recall_is_a_percentage_a_dash_without_answers_and_open_until_it_is_known(qapp: object) -> None:
    model = CountTreeModel(("Name", "Due", "New"), recall="Recall now")
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show_nodes(_TREE)
    rocks, shells = model.index(0, 3), model.index(1, 3)
    basalt = model.index(0, 3, model.index(0, 0))
    assert model.headerData(3, Qt.Orientation.Horizontal) == "Recall now"
    assert (rocks.data(), rocks.data(_SPOKEN)) == ("…", "Recall now: unknown")
    model.show_recalls({"rocks": 0.844, "basalt": 0.0})
    assert (rocks.data(), rocks.data(_SPOKEN)) == ("84 %", "Recall now: 84 %")
    assert (shells.data(), shells.data(_SPOKEN)) == ("–", "Recall now: unknown")
    assert (basalt.data(), model.recall(basalt)) == ("0 %", 0.0)
    assert (model.recall(shells), model.recall(model.index(0, 1))) == (None, None)
    model.show_recalls(None)
    assert rocks.data() == "…"


def test_a_parents_box_sets_and_follows_its_children(model: CheckTreeModel) -> None:
    marble = model.index_of("marble")
    assert model.setData(marble, Qt.CheckState.Checked, _CHECK)
    assert model.checked_keys() == ("white", "green")
    assert marble.data(_CHECK) == Qt.CheckState.Checked
    assert model.index_of("rocks").data(_CHECK) == Qt.CheckState.PartiallyChecked
    assert model.checked_count() == 5
    model.setData(model.index_of("green"), Qt.CheckState.Unchecked, _CHECK)
    assert marble.data(_CHECK) == Qt.CheckState.PartiallyChecked
    model.check_all(checked=True)
    assert model.index_of("rocks").data(_CHECK) == Qt.CheckState.Checked
    model.check_all(checked=False)
    assert model.checked_keys() == ()


def test_boxes_stay_ticked_through_a_refresh(model: CheckTreeModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.checks_changed):
        model.setData(model.index_of("basalt"), Qt.CheckState.Checked, _CHECK)
    model.show_nodes((_node("shells", 1), _node("basalt", 6)))
    assert model.checked_keys() == ("basalt",)
    model.show_nodes((_node("shells", 1),))
    assert model.checked_keys() == ()


def test_without_boxes_there_is_nothing_to_tick(qapp: object) -> None:
    model = CountTreeModel(("Name", "Due", "New"))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show_nodes(_TREE)
    assert model.index(0, 0).data(_CHECK) is None
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsUserCheckable
    assert not model.setData(model.index(0, 0), Qt.CheckState.Checked, _CHECK)


def test_names_that_deceive_are_shown_as_they_are(qapp: object) -> None:
    model = CountTreeModel(("Name", "Due", "New"))
    model.show_nodes((TreeNode(key="x", name="abc\u202edef", counts=(0, 0)),))
    assert model.index(0, 0).data() == "abc‹U+202E›def"
