"""The card table loads its rows in blocks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from flashdeck.gui.card_values import CardRow
from flashdeck.gui.models.card_table import CardTableModel

_TOTAL = 600
_BLOCK = 100


def _row(number: int) -> CardRow:
    return CardRow(
        uid=f"card-{number}",
        question=f"question\n{number}",
        topic="knots",
        deck="Sailing::Ropes",
        due="today",
        ease="2.50",
        state="scheduled",
    )


def _rows(offset: int, count: int = _BLOCK) -> tuple[CardRow, ...]:
    return tuple(_row(number) for number in range(offset, min(offset + count, _TOTAL)))


@pytest.fixture
def model(qapp: object) -> CardTableModel:
    made = CardTableModel()
    made.rows_wanted.connect(lambda offset: made.append(offset, _rows(offset)))
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.show_rows(_TOTAL, _rows(0))
    return made


def test_more_rows_come_when_one_scrolls(model: CardTableModel, qtbot: QtBot) -> None:
    loaded = model.rowCount()
    assert loaded < _TOTAL
    table = QTableView()
    qtbot.addWidget(table)
    table.setModel(model)
    table.resize(600, 300)
    table.show()
    table.scrollToBottom()
    qtbot.waitUntil(lambda: model.rowCount() > loaded)
    assert model.uid(loaded) == f"card-{loaded}"


def test_rows_of_an_older_search_are_dropped(qapp: object) -> None:
    model = CardTableModel()
    model.show_rows(400, _rows(0))
    model.fetchMore(model.index(-1, -1))
    model.show_rows(90, _rows(0, 50))
    model.append(_BLOCK, _rows(_BLOCK))
    assert model.rowCount() == 50


def test_a_block_is_asked_for_once(qapp: object, qtbot: QtBot) -> None:
    asked: list[int] = []
    model = CardTableModel()
    model.rows_wanted.connect(asked.append)
    model.show_rows(400, _rows(0))
    root = model.index(-1, -1)
    model.fetchMore(root)
    model.fetchMore(root)
    qtbot.waitUntil(lambda: asked == [_BLOCK])
    assert not model.canFetchMore(root)


def test_cells_are_one_line_of_plain_text(model: CardTableModel) -> None:
    assert [model.index(3, column).data() for column in range(model.columnCount())] == [
        "question 3",
        "knots",
        "Sailing › Ropes",
        "today",
        "2.50",
        "scheduled",
    ]
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Question"


def test_sorting_is_asked_for_outside(model: CardTableModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.sort_wanted) as caught:
        model.sort(3, Qt.SortOrder.DescendingOrder)
    assert caught.args == ["due", False]
