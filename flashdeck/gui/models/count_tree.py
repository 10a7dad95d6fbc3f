"""Decks, sections and topics with their counts, as a tree."""

from collections.abc import Iterator, Mapping
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication

from flashdeck.gui.view_values import TreeNode
from flashdeck.rendering.names import visible

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = -1
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_DISPLAY: Final = Qt.ItemDataRole.DisplayRole
_ALIGNMENT: Final = Qt.ItemDataRole.TextAlignmentRole
_FOREGROUND: Final = Qt.ItemDataRole.ForegroundRole
_SPOKEN: Final = Qt.ItemDataRole.AccessibleTextRole
_CHECK: Final = Qt.ItemDataRole.CheckStateRole
_ROLES: Final = frozenset({_DISPLAY, _ALIGNMENT, _FOREGROUND, _SPOKEN})
"""What a view is told; it asks for twice as much for every cell, and finding a role by way of `Qt` takes its time."""


class CountTreeModel(QAbstractItemModel):
    """A tree of `TreeNode`s; column 0 is the name, the others are the counts.

    With `recall`, a last column of that name tells how likely the cards of each node are remembered.
    """

    def __init__(self, headers: tuple[str, ...], *, recall: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = (*headers, recall) if recall else headers
        self._recall_column = len(headers) if recall else -1
        self._recalls: Mapping[str, float] | None = None
        self._nodes: list[TreeNode] = []
        self._parents: list[int] = []
        self._rows: list[int] = []
        self._children: list[list[int]] = []
        self._roots: list[int] = []

    def show_nodes(self, roots: tuple[TreeNode, ...]) -> None:
        """Replace the tree."""
        self.beginResetModel()
        self._take(roots)
        self.endResetModel()

    def show_recalls(self, recalls: Mapping[str, float] | None) -> None:
        """Show probabilities of recall, 0 to 1, by key, None while they are unknown; a node without one has none."""
        self._recalls = recalls
        for number in range(len(self._nodes)):
            index = self._index_of_number(number, self._recall_column)
            self.dataChanged.emit(index, index)

    def recall(self, index: _Index) -> float | None:
        """Return the probability that an index shows, None where there is none to show."""
        if self._recalls is None or not index.isValid() or index.column() != self._recall_column:
            return None
        return self._recalls.get(self.key(index))

    def key(self, index: _Index) -> str:
        """Return the key of the node at an index; empty for no node."""
        return self._nodes[index.internalId()].key if index.isValid() else ""

    def index_of(self, key: str) -> QModelIndex:
        """Return the index of a node by its key; invalid when there is none."""
        for number, node in enumerate(self._nodes):
            if node.key == key:
                return self._index_of_number(number)
        return QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default, an immutable value)
        return len(self._below(parent))

    def columnCount(self, _parent: _Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return len(self._headers)

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        siblings = self._below(parent)
        if not (0 <= row < len(siblings) and 0 <= column < len(self._headers)):
            return QModelIndex()
        return self.createIndex(row, column, siblings[row])

    def parent(self, index: _Index) -> QModelIndex:  # type: ignore[override]  # the stub overloads QObject.parent
        if not index.isValid():
            return QModelIndex()
        number = self._parents[index.internalId()]
        return QModelIndex() if number == _NO_PARENT else self._index_of_number(number)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._headers):
            return None
        if role == _DISPLAY:
            return self._headers[section]
        return _alignment(section) if role == _ALIGNMENT else None

    def data(self, index: _Index, role: int = _DISPLAY) -> object:
        if role not in _ROLES or not index.isValid():
            return None
        node, column = self._nodes[index.internalId()], index.column()
        if role == _DISPLAY:
            return self._text(node, column)
        if role == _ALIGNMENT:
            return _alignment(column)
        if role == _SPOKEN:
            return self._spoken(node, column)
        return QGuiApplication.palette().placeholderText() if column and not self._tells(node, column) else None

    def _take(self, roots: tuple[TreeNode, ...]) -> None:
        self._nodes, self._parents, self._rows, self._children = [], [], [], []
        self._roots = [self._insert(node, _NO_PARENT, row) for row, node in enumerate(roots)]

    def _insert(self, node: TreeNode, parent: int, row: int) -> int:
        number = len(self._nodes)
        self._nodes.append(node)
        self._parents.append(parent)
        self._rows.append(row)
        self._children.append([])
        self._children[number] = [self._insert(child, number, at) for at, child in enumerate(node.children)]
        return number

    def _below(self, parent: _Index) -> list[int]:
        """Return the numbers of the nodes below an index, of the roots for no index."""
        if not parent.isValid():
            return self._roots
        return self._children[parent.internalId()] if parent.column() == 0 else []

    def _index_of_number(self, number: int, column: int = 0) -> QModelIndex:
        return self.createIndex(self._rows[number], column, number)

    def _tells(self, node: TreeNode, column: int) -> bool:
        """Whether there is a number to tell in a column behind the name."""
        if column == self._recall_column:
            return self._recalls is not None and node.key in self._recalls
        return node.counts[column - 1] > 0

    def _text(self, node: TreeNode, column: int) -> str:
        if column == 0:
            return visible(node.name)
        if column == self._recall_column and self._recalls is None:
            return "…"
        if not self._tells(node, column):
            return "–"
        return f"{node.counts[column - 1]:,}" if column != self._recall_column else self._percent(node)

    def _percent(self, node: TreeNode) -> str:
        assert self._recalls is not None
        return f"{round(100 * self._recalls[node.key])} %"

    def _spoken(self, node: TreeNode, column: int) -> str:
        if column == 0:
            return visible(node.name)
        if column == self._recall_column:
            known = self._percent(node) if self._tells(node, column) else self.tr("unknown")
            return f"{self._headers[column]}: {known}"
        return f"{node.counts[column - 1]} {self._headers[column]}"


class CheckTreeModel(CountTreeModel):
    """A tree with a box before each name; a parent's box follows its children and sets them.

    A model of its own: a view asks for the flags of every cell, and Qt knows them sooner where Python is not asked.
    """

    checks_changed = Signal()

    def __init__(self, headers: tuple[str, ...], *, recall: str = "", parent: QObject | None = None) -> None:
        super().__init__(headers, recall=recall, parent=parent)
        self._checked: set[int] = set()

    def checked_keys(self) -> tuple[str, ...]:
        """Return the keys of the ticked leaves, in the order of the tree."""
        return tuple(self._nodes[number].key for number in sorted(self._checked))

    def checked_count(self, column: int = 1) -> int:
        """Return the sum of a column over the ticked leaves."""
        return sum(self._nodes[number].counts[column - 1] for number in self._checked)

    def check_all(self, *, checked: bool) -> None:
        """Tick or clear every box."""
        self._checked = set(self._leaves()) if checked else set()
        self._boxes_changed()

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() and index.column() == 0 else flags

    def data(self, index: _Index, role: int = _DISPLAY) -> object:
        if role != _CHECK:
            return super().data(index, role)
        return self._state(index.internalId()) if index.isValid() and index.column() == 0 else None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != _CHECK or not index.isValid():
            return False
        leaves = set(self._leaves_below(index.internalId()))
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._checked |= leaves
        else:
            self._checked -= leaves
        self._boxes_changed()
        return True

    def _take(self, roots: tuple[TreeNode, ...]) -> None:
        ticked = set(self.checked_keys())
        super()._take(roots)
        # boxes stay ticked where the same keys are still there
        self._checked = {number for number in self._leaves() if self._nodes[number].key in ticked}

    def _leaves(self) -> Iterator[int]:
        return (number for number, children in enumerate(self._children) if not children)

    def _leaves_below(self, number: int) -> Iterator[int]:
        if not self._children[number]:
            yield number
        for child in self._children[number]:
            yield from self._leaves_below(child)

    def _state(self, number: int) -> Qt.CheckState:
        leaves = set(self._leaves_below(number))
        ticked = leaves & self._checked
        if not ticked:
            return Qt.CheckState.Unchecked
        return Qt.CheckState.Checked if ticked == leaves else Qt.CheckState.PartiallyChecked

    def _boxes_changed(self) -> None:
        for number in range(len(self._nodes)):
            index = self._index_of_number(number)
            self.dataChanged.emit(index, index, [_CHECK])
        self.checks_changed.emit()


def _alignment(column: int) -> Qt.AlignmentFlag:
    return _RIGHT if column else _LEFT
