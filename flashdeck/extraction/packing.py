"""Long sequences of values held as compressed bytes, so that only those at hand take the room of objects.

The slides of a text take twenty times its bytes as objects, and less than it packed. A course stays as it is.
"""

import json
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from itertools import chain, islice, repeat
from operator import attrgetter
from typing import Any, Final, NamedTuple, TypeVar, overload

from flashdeck.extraction.model import Line

_Value = TypeVar("_Value")
_BLOCK: Final = 128
"""Pages or slides that are packed and unpacked together."""
_LINES: Final = 2048
_SHORT: Final = 16
"""Blocks that are held as they are: three courses."""
_OPEN: Final = 2
"""Blocks that stay unpacked, for those who look at the neighbours of a value."""


def pack(values: Iterable[_Value]) -> Sequence[_Value]:
    """Return pages, slides or what was found on each as a sequence in which every look makes the values afresh.

    Args:
        values: made of dataclasses, named and other tuples, dicts, frozen sets, enums, texts and numbers.
    """
    return _pack(iter(values), _BLOCK)


def pack_lines(lines: Iterable[Line]) -> Sequence[Line]:
    """Return the lines of a text as such a sequence."""
    return _pack(iter(lines), _LINES)


def _pack(values: Iterator[_Value], size: int) -> Sequence[_Value]:
    short = tuple(islice(values, _SHORT * size + 1))
    if len(short) <= _SHORT * size:
        return short
    rest = chain(short, values)
    del short
    packed: Packed[_Value] = Packed(size)
    packed.extend(rest)
    return packed


class Packed(Sequence[_Value]):
    """Packed values; looking at them in order, or near each other, unpacks each block once."""

    def __init__(self, size: int = _BLOCK) -> None:
        """Begin without a value.

        Args:
            size: how many values are packed and unpacked together.
        """
        self._size = size
        self._blocks: list[bytes] = []
        self._last: tuple[_Value, ...] = ()
        """What does not fill a block."""
        self._open: dict[int, tuple[_Value, ...]] = {}

    def extend(self, values: Iterable[_Value]) -> None:
        """Add values; they are taken a block at a time."""
        rest = chain(self._last, values)
        while len(block := tuple(islice(rest, self._size))) == self._size:
            text = json.dumps(_flat(block), ensure_ascii=False, separators=(",", ":"), check_circular=False)
            self._blocks.append(zlib.compress(text.encode("utf-8", "surrogatepass"), level=1))
        self._last = block

    def __len__(self) -> int:
        return len(self._blocks) * self._size + len(self._last)

    def __iter__(self) -> Iterator[_Value]:
        for index in range(len(self._blocks)):
            yield from self._unpacked(index)
        yield from self._last

    @overload
    def __getitem__(self, index: int) -> _Value: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[_Value, ...]: ...
    def __getitem__(self, index: int | slice) -> _Value | tuple[_Value, ...]:
        if isinstance(index, slice):
            return tuple([self._at(each) for each in range(*index.indices(len(self)))])
        return self._at(range(len(self))[index])

    def _at(self, index: int) -> _Value:
        block, place = divmod(index, self._size)
        if block == len(self._blocks):
            return self._last[place]
        if block not in self._open:
            while len(self._open) >= _OPEN:
                del self._open[next(iter(self._open))]
            self._open[block] = self._unpacked(block)
        return self._open[block][place]

    def _unpacked(self, index: int) -> tuple[_Value, ...]:
        text = zlib.decompress(self._blocks[index]).decode("utf-8", "surrogatepass")
        return _made(json.loads(text))


_PLAIN: Final = frozenset({str, int, float, bool, type(None)})
_PLAINS, _TUPLES, _MIXED = range(3)
_Column = tuple[Any, ...]


class _Form(NamedTuple):
    """How values of one class become columns of what they are made of, and columns such values.

    Attributes:
        number: stands before the columns.
    """

    number: int
    columns: Callable[[_Column], Iterable[_Column]]
    make: Callable[[Sequence[_Column]], _Column]


_forms: Final[dict[type, _Form]] = {}
_by_number: Final[dict[int, _Form]] = {}


def _flat(values: _Column) -> list[Any]:
    """Return values as lists that JSON can hold: those of one class together, a list for each of their fields."""
    kinds = set(map(type, values))
    if kinds <= _PLAIN:
        return [_PLAINS, *values]
    if len(kinds) > 1:
        return _flat_mixed(values)
    kind = kinds.pop()
    if kind is tuple:
        return [_TUPLES, list(map(len, values)), _flat(tuple(chain.from_iterable(values)))]
    form = _forms.get(kind) or _new_form(kind)
    return [form.number, *map(_flat, form.columns(values))]


def _flat_mixed(values: _Column) -> list[Any]:
    kinds = [type(None) if kind in _PLAIN else kind for kind in map(type, values)]
    numbers = {kind: number for number, kind in enumerate(dict.fromkeys(kinds))}
    places = [numbers[kind] for kind in kinds]
    alike: list[list[Any]] = [[] for _ in numbers]
    for place, value in zip(places, values, strict=True):
        alike[place].append(value)
    return [_MIXED, places, *(_flat(tuple(some)) for some in alike)]


def _made(flat: list[Any]) -> _Column:
    """Return the values of which `_flat` made lists."""
    number = flat[0]
    if number == _PLAINS:
        return tuple(flat[1:])
    if number == _TUPLES:
        parts = iter(_made(flat[2]))
        return tuple([tuple(islice(parts, length)) for length in flat[1]])
    if number == _MIXED:
        kinds = [iter(_made(alike)) for alike in flat[2:]]
        return tuple([next(kinds[place]) for place in flat[1]])
    return _by_number[number].make([*map(_made, flat[1:])])


def _new_form(kind: type) -> _Form:
    number = len(_forms) + _MIXED + 1
    if is_dataclass(kind):
        form = _form_of_fields(kind, number)
    elif issubclass(kind, Enum):
        form = _Form(
            number, lambda values: [tuple(one.value for one in values)], lambda made: tuple(map(kind, made[0]))
        )
    elif kind is dict:
        form = _Form(
            number, lambda values: [tuple(tuple(one.items()) for one in values)], lambda made: tuple(map(dict, made[0]))
        )
    elif hasattr(kind, "_make"):  # a named tuple
        make = kind._make
        form = _Form(
            number, lambda values: zip(*values, strict=True), lambda made: tuple(map(make, zip(*made, strict=True)))
        )
    else:  # a frozen set
        form = _Form(number, lambda values: [tuple(map(tuple, values))], lambda made: tuple(map(kind, made[0])))
    _forms[kind] = _by_number[number] = form
    return form


def _form_of_fields(kind: type, number: int) -> _Form:
    """Return the form of a dataclass with slots; its fields are filled in as its own `__init__` does, past the lock."""
    getters = [attrgetter(each.name) for each in fields(kind)]
    setters = [getattr(kind, each.name).__set__ for each in fields(kind)]

    def columns(values: _Column) -> Iterable[_Column]:
        return (tuple(map(get, values)) for get in getters)

    def make(columns: Sequence[_Column]) -> _Column:
        made: _Column = tuple(map(object.__new__, repeat(kind, len(columns[0]))))
        for fill, column in zip(setters, columns, strict=True):
            deque(map(fill, made, column), maxlen=0)
        return made

    return _Form(number, columns, make)
