"""Lengths and colours have their names in one file, so that all of them scale and change together."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import flashdeck.gui

GUI = Path(flashdeck.gui.__file__).parent
SOURCES = sorted(path for path in GUI.rglob("*.py") if path.name != "tokens.py")
_NAMES_OF_LENGTHS = re.compile(
    r"""set(?:Contents)?Margins?|set\w*(?:Spacing|Width|Height|Indentation|SectionSize|IconSize|PixelSize|Margin)
    |set(?:Fixed|Minimum|Maximum)Size|resize|resizeSection|resize_within|addSpacing|px
    |Q(?:Size|Point|Rect|Margins)F?|adjusted|drawRoundedRect|addRoundedRect""",
    re.VERBOSE,
)
_BEGIN_WITH_A_COLUMN = {"resizeSection", "setColumnWidth", "setColumnMinimumWidth"}
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}\b")
_LENGTH_OF_STYLE = re.compile(r"(?<![\w.}])(?:[2-9]|[1-9]\d+)px")
"""A hairline of one pixel has no other size."""


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _numbers(node: ast.expr, known: frozenset[str]) -> Iterator[str]:
    """Yield what in an argument is a length of its own: neither nothing, nor a share or multiple of another."""
    match node:
        case ast.Constant(value=int() | float() as value) if not isinstance(value, bool) and value != 0:
            yield str(value)
        case ast.Name(id=name) if name in known:
            yield name
        case ast.UnaryOp(operand=operand):
            yield from _numbers(operand, known)
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub(), right=right):
            yield from _numbers(left, known)
            yield from _numbers(right, known)
        case ast.IfExp(body=body, orelse=other):
            yield from _numbers(body, known)
            yield from _numbers(other, known)
        case ast.Tuple(elts=parts) | ast.List(elts=parts):
            for part in parts:
                yield from _numbers(part, known)
        case ast.Call(func=ast.Name(id="min" | "max" | "round"), args=arguments):
            for each in arguments:
                yield from _numbers(each, known)


def lengths_of_its_own(source: str) -> list[str]:
    """Return the lengths that a module names itself where it says how large things are."""
    tree = ast.parse(source)
    constants = frozenset(
        target.id
        for statement in tree.body
        if isinstance(statement, ast.Assign | ast.AnnAssign)
        for target in (statement.targets if isinstance(statement, ast.Assign) else [statement.target])
        if isinstance(target, ast.Name)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, int | float)
    )
    return [
        f"{call.lineno}: {_name(call)}({number})"
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and _NAMES_OF_LENGTHS.fullmatch(_name(call))
        for argument in (*call.args[_name(call) in _BEGIN_WITH_A_COLUMN :], *(each.value for each in call.keywords))
        for number in _numbers(argument, constants)
    ]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(GUI).as_posix())
def test_nothing_else_names_a_length_or_a_colour(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert lengths_of_its_own(source) == []
    assert _COLOUR.findall(source.replace("#000", "")) == []  # of icons, to be replaced by a tint
    assert _LENGTH_OF_STYLE.findall(source) == []


@pytest.mark.parametrize(
    "line",
    [
        "box.setFixedWidth(104)",
        "box.setFixedWidth(sizes.px(104))",
        "box.setFixedWidth(sizes.px(176 if wide else NUMBER_FIELD))",
        "layout.setContentsMargins(0, 0, 0, 12)",
        "_GAP: Final = 7\nlayout.setSpacing(_GAP)",
        "_GAP = 7\nself.resize(min(room, SPACE_S + _GAP), 1)",
        "QRectF(0, -2, w, h)",
    ],
)
def test_a_length_in_its_own_words_is_seen(line: str) -> None:
    assert lengths_of_its_own(line)


def test_nothing_and_what_follows_from_other_lengths_is_let_pass() -> None:
    assert not lengths_of_its_own("layout.setContentsMargins(0, SPACE_S, 2 * SPACE_S, SPACE_S // 2)\nbox.setValue(7)")
