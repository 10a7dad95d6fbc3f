"""The changes that mutmut wrote into the copy: every changed function stands there beside what it was."""

import ast
import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SEPARATOR = "__mutmut_"
UNCHANGED = "orig"


@dataclass(frozen=True)
class Change:
    """One place of a function that is not what the author wrote."""

    function: str
    number: str
    before: str
    after: str

    @property
    def name(self) -> str:
        return f"{self.function}{SEPARATOR}{self.number}"

    @property
    def module(self) -> str:
        return self.function.rpartition(".")[0]

    def is_of_letter_case(self) -> bool:
        """Tell whether only small letters became capitals or the other way round, which SQL does not see."""
        return self.before.casefold() == self.after.casefold()

    def is_of_a_sentence(self) -> bool:
        """Tell whether the words of a message were changed, which the tests do not repeat."""
        calls = (node for node in ast.walk(ast.parse(self.after)) if isinstance(node, ast.Call) and node.args)
        return any("XX" in ast.unparse(call.args[0]) for call in calls if ast.unparse(call.func) == "Message")

    def difference(self) -> str:
        lines = difflib.unified_diff(self.before.splitlines(), self.after.splitlines(), self.name, n=2, lineterm="")
        return "\n".join(line for line in lines if not line.startswith("+++"))


def changes_in(folder: Path) -> Iterator[Change]:
    """Yield the changes of all modules below a folder, in a fixed order."""
    for file in sorted(folder.rglob("*.py")):
        module = ".".join(file.relative_to(folder.parent).with_suffix("").parts)
        functions = _functions_of(file)
        for name, after in functions.items():
            function, _, number = name.rpartition(SEPARATOR)
            if number != UNCHANGED:
                before = functions[f"{function}{SEPARATOR}{UNCHANGED}"]
                yield Change(f"{module}.{function}", number, before, after)


def _functions_of(file: Path) -> dict[str, str]:
    """Return the text of each function that mutmut wrote, under one name for all, so that they compare."""
    text = file.read_text("utf-8")
    if SEPARATOR not in text:
        return {}
    lines = text.splitlines()
    found = {}
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef) and SEPARATOR in node.name:
            body = [line[node.col_offset :] for line in lines[node.lineno - 1 : node.end_lineno]]
            function = node.name.rpartition(SEPARATOR)[0]
            found[node.name] = "\n".join(body).replace(node.name, function)
    return found
