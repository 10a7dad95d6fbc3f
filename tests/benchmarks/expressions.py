"""Every regular expression of the program against texts made to keep it busy.

The expressions are found by walking the modules, not by a list: those that modules hold in their values, those that a
cached function without parameters makes, and those written where they are used (`re.sub("...", ...)`). Each is pumped
with what its own parts match, in the way the program calls it (`match` looks at one place, `search` at all).
"""

import ast
import importlib
import inspect
import pkgutil
import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import _lru_cache_wrapper
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any, Final

import flashdeck
from tests.benchmarks.figures import Figure

MOST_GROWTH: Final = 2.6
_SIZES: Final = (2048, 4096, 8192, 16384, 32768, 65536)
_WORTH_TIMING_S: Final = 0.006
"""A text of the first size that takes less is no trouble: one step for each pair of its characters takes longer."""
_ENOUGH_S: Final = 0.2
_HANGS_S: Final = 2
_REPEATS: Final = frozenset({codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT})
_METHODS: Final = frozenset({"match", "fullmatch", "search", "findall", "finditer", "split", "sub", "subn"})
_PREFERRED: Final = ("a1 .", "A-, ", "1.:(", " \t\n(", "é)[]", "_/'’", ",;<>")
_GENERAL: Final = ("a", "A", "1", " ", "a ", "A a ", "1. ", "a-", "a.", "a, ", "(", "[", "<", "{", "`", "*", "\n", "–")
_ENDS: Final = ("", "\0")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A regular expression with the places where it stands and the methods that the program calls on it."""

    pattern: re.Pattern[Any]
    places: tuple[str, ...]
    methods: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slow:
    """A text on which an expression takes more than its share; `growth` is that of one doubling."""

    expression: Expression
    method: str
    pump: str
    size: int
    seconds: float
    growth: float


def measure() -> Iterator[Figure]:
    """Time all expressions; one figure for the worst growth, and one for each expression that fails."""
    found = expressions()
    slow = [one for expression in found for one in slow_texts(expression)]
    worst = max((one.growth for one in slow), default=0.0)
    name = f"growth per doubling over {MOST_GROWTH}, worst of {len(found)} regular expressions"
    yield Figure(name=name, value=worst, target=MOST_GROWTH, unit="x")
    for one in slow:
        places = ", ".join(one.expression.places)
        name = f"  {places} .{one.method} on {one.pump!r} to {one.size}: {one.seconds:.2f} s"
        yield Figure(name=name, value=one.growth, target=MOST_GROWTH, unit="x")


def expressions() -> list[Expression]:
    """Return every regular expression of the program, by its pattern and flags."""
    modules = [
        importlib.import_module(found.name)
        for found in pkgutil.walk_packages(flashdeck.__path__, "flashdeck.")
        if not found.name.endswith("__main__")
    ]
    calls = {module.__name__: _calls(module) for module in modules}
    places: dict[re.Pattern[Any], list[str]] = {}
    methods: dict[re.Pattern[Any], set[str]] = {}
    for module in modules:
        for name, value in vars(module).items():
            for pattern in _patterns_in(value):
                places.setdefault(pattern, []).append(f"{module.__name__.removeprefix('flashdeck.')}.{name}")
                users = [module.__name__] if name.startswith("_") else list(calls)
                used = set().union(*(calls[user].get(name, set()) for user in users))
                methods.setdefault(pattern, set()).update(used)
        for pattern, method, line in _written_in_place(module):
            places.setdefault(pattern, []).append(f"{module.__name__.removeprefix('flashdeck.')}:{line}")
            methods.setdefault(pattern, set()).add(method)
    return [
        Expression(pattern=pattern, places=tuple(dict.fromkeys(places[pattern])), methods=frozenset(used or {"search"}))
        for pattern, used in methods.items()
    ]


def slow_texts(expression: Expression) -> Iterator[Slow]:
    """Yield a text on which the expression grows more than it may, for each method."""
    for method in sorted({"search" if name not in {"match", "fullmatch"} else name for name in expression.methods}):
        texts = (
            (head, pump, end)
            for head, pump in _pumps(expression.pattern.pattern, expression.pattern.flags)
            for end in _ENDS
        )
        found = next(filter(None, (_grown(expression, method, text) for text in texts)), None)
        if found is not None:
            yield found


def _grown(expression: Expression, method: str, text: tuple[str, str, str]) -> Slow | None:
    """Return how the time grows from half the last size to the last, if it does more than it may."""
    if _seconds(expression, method, _pumped(text, _SIZES[0])) < _WORTH_TIMING_S:
        return None
    for size in _SIZES:
        shorter = min(_seconds(expression, method, _pumped(text, size // 2)) for _ in range(3))
        longer = min(_seconds(expression, method, _pumped(text, size)) for _ in range(2))
        growth = longer / max(shorter, 1e-6) if shorter < _HANGS_S else float("inf")
        if growth <= MOST_GROWTH:
            return None
        if longer > _ENOUGH_S:
            break
    return Slow(expression=expression, method=method, pump="|".join(text), size=size, seconds=longer, growth=growth)


def _pumped(text: tuple[str, str, str], size: int) -> str:
    head, pump, end = text
    return head + pump * (size // len(pump)) + end


def _seconds(expression: Expression, method: str, text: str) -> float:
    pattern = expression.pattern
    subject: Any = text.encode("utf-8") if isinstance(pattern.pattern, bytes) else text
    start = time.process_time()
    try:
        with _limited():
            if method == "search":
                for _ in pattern.finditer(subject):
                    pass
            else:
                getattr(pattern, method)(subject)
    except TimeoutError:
        return float(_HANGS_S)
    return time.process_time() - start


@contextmanager
def _limited() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, _HANGS_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _patterns_in(value: object, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, _lru_cache_wrapper) and not inspect.signature(value).parameters:
        yield from _patterns_in(value(), depth + 1)
    elif isinstance(value, dict) and depth < 4:
        for inner in (*value.keys(), *value.values()):
            yield from _patterns_in(inner, depth + 1)
    elif isinstance(value, tuple | list | frozenset | set) and depth < 4:
        for inner in value:
            yield from _patterns_in(inner, depth + 1)


def _calls(module: ModuleType) -> dict[str, set[str]]:
    """Return for each name what methods of patterns are called on it, a part of it, or what a loop over it yields."""
    tree = ast.parse(inspect.getsource(module))
    calls: dict[str, set[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in _METHODS and (name := _name_of(node.value)):
            calls.setdefault(name, set()).add(node.attr)
    for node in ast.walk(tree):
        if isinstance(node, ast.For | ast.comprehension) and (name := _name_of(node.iter)):
            targets = {part.id for part in ast.walk(node.target) if isinstance(part, ast.Name)}
            looped = set().union(*(calls.get(target, set()) for target in targets))
            calls.setdefault(name, set()).update(looped)
    return calls


def _name_of(node: ast.expr) -> str:
    """Return the name of a value, or of what it is taken from: `a`, `b.a`, `a[0]` and `a()[1:]` go by `a`."""
    if isinstance(node, ast.Subscript):
        return _name_of(node.value)
    if isinstance(node, ast.Call):
        return _name_of(node.func)
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _written_in_place(module: ModuleType) -> Iterator[tuple[re.Pattern[Any], str, int]]:
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _METHODS):
            continue
        if not (isinstance(node.func.value, ast.Name) and node.func.value.id == "re" and node.args):
            continue
        source = _text_of(node.args[0], module)
        has_flags = any(isinstance(part, ast.Attribute) and part.attr == "IGNORECASE" for part in ast.walk(node))
        yield re.compile(source, re.IGNORECASE if has_flags else 0), node.func.attr, node.lineno


def _text_of(node: ast.expr, module: ModuleType) -> str:
    """Return the text of a literal; what a function fills in is taken for a digit."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(_text_of(part, module) for part in node.values)
    if isinstance(node, ast.BinOp):
        return _text_of(node.left, module) + _text_of(node.right, module)
    inner = node.value if isinstance(node, ast.FormattedValue) else node
    return str(vars(module).get(inner.id, "1")) if isinstance(inner, ast.Name) else "1"


def _pumps(source: str | bytes, flags: int) -> list[tuple[str, str]]:
    """Return heads with what is repeated after them: what each part of the expression matches."""
    text = source if isinstance(source, str) else source.decode("latin-1")
    tree = parser.parse(text, flags & ~re.UNICODE if isinstance(source, bytes) else flags)
    found: dict[tuple[str, str], None] = dict.fromkeys(("", general) for general in _GENERAL)
    for preferred in _PREFERRED:
        for head, body in _repeats(list(tree), preferred):
            for pump in (body, head + body, body + " ", body * 2 + head):
                if 0 < len(pump) <= 32:
                    found[head, pump] = None
                    found["", pump] = None
        pieces = [_sample([piece], preferred) for piece in tree]
        for end in range(1, len(pieces) + 1):
            for start in (0, end - 1):
                pump = "".join(pieces[start:end])
                if 0 < len(pump) <= 40:
                    found["", pump] = None
    return list(found)


def _repeats(pieces: list[Any], preferred: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before each repeated part, and what it repeats."""
    head = ""
    for code, argument in pieces:
        if code in _REPEATS and argument[1] > 8:
            yield head, _sample(list(argument[2]), preferred)
        for inside in _inside(code, argument):
            for inner_head, inner in _repeats(inside, preferred):
                yield head + inner_head, inner
        head += _sample([(code, argument)], preferred)


def _inside(code: Any, argument: Any) -> list[list[Any]]:
    """Return the parts within a part: one, or several to choose from."""
    if code in _REPEATS:
        return [list(argument[2])]
    if code is codes.SUBPATTERN:
        return [list(argument[3])]
    if code is codes.BRANCH:
        return [list(branch) for branch in argument[1]]
    if code in {codes.ASSERT, codes.ASSERT_NOT}:
        return [list(argument[1])]
    return [list(argument)] if code is codes.ATOMIC_GROUP else []


def _sample(pieces: list[Any], preferred: str) -> str:
    """Return a short text that the pieces match, as far as that is to be had without trying."""
    return "".join(_sample_of(code, argument, preferred) for code, argument in pieces)


def _sample_of(code: Any, argument: Any, preferred: str) -> str:
    if code is codes.LITERAL:
        return chr(argument)
    if code is codes.NOT_LITERAL:
        return next(letter for letter in preferred + "ab" if ord(letter) != argument)
    if code is codes.ANY:
        return preferred[0]
    if code is codes.IN:
        return next(
            (letter for letter in preferred + "a1A .-,:;()[]<>{}\"'*_`/\n#|=–é%$" if _is_in(argument, letter)), "a"
        )
    if code in {codes.ASSERT, codes.ASSERT_NOT}:
        return ""
    times = max(argument[0], min(1, argument[1])) if code in _REPEATS else 1
    return "".join(_sample(inside, preferred) for inside in _inside(code, argument)[:1]) * times


def _is_in(members: Any, letter: str) -> bool:
    """Whether a set of characters, as the parser gives it, holds the letter."""
    negated = members[0][0] is codes.NEGATE
    return negated != any(_matches(code, argument, letter) for code, argument in members)


def _matches(code: Any, argument: Any, letter: str) -> bool:
    if code is codes.LITERAL:
        return ord(letter) == argument
    if code is codes.RANGE:
        return bool(argument[0] <= ord(letter) <= argument[1])
    if code is codes.CATEGORY:
        escape = {
            codes.CATEGORY_DIGIT: r"\d",
            codes.CATEGORY_NOT_DIGIT: r"\D",
            codes.CATEGORY_SPACE: r"\s",
            codes.CATEGORY_NOT_SPACE: r"\S",
            codes.CATEGORY_WORD: r"\w",
            codes.CATEGORY_NOT_WORD: r"\W",
        }[argument]
        return re.match(escape, letter) is not None
    return False
