"""The layers of the package, as pyproject.toml states them."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

LOAD_WITHOUT_QT = """
import importlib, pkgutil, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6"}:
            raise ImportError(f"{name} is blocked")

sys.meta_path.insert(0, NoQt())
import flashdeck
names = [
    module.name
    for module in pkgutil.walk_packages(flashdeck.__path__, "flashdeck.", onerror=lambda name: None)
    if not module.name.startswith("flashdeck.gui")
]
for name in names:
    importlib.import_module(name)
print(*names, sep="\\n")
"""


def test_the_import_contracts_are_kept():
    # its cache has been seen to miss files that were new
    program = "import sys; from importlinter.cli import lint_imports_command as run; sys.exit(run(['--no-cache']))"
    result = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_all_but_the_window_loads_without_qt():
    result = subprocess.run(
        [sys.executable, "-W", "error", "-c", LOAD_WITHOUT_QT], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    assert {"flashdeck.cli", "flashdeck.services", "flashdeck.storage.collection"} <= set(result.stdout.split())


@pytest.mark.parametrize("heavy", ["genanki", "sqlite_utils", "markdown", "PySide6"])
def test_the_program_starts_without_what_only_some_commands_need(heavy):
    program = f"import sys, flashdeck.cli.commands; sys.exit('{heavy}' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0


@pytest.mark.parametrize("module", sorted((ROOT / "flashdeck").rglob("*.py")), ids=lambda path: path.name)
def test_a_file_is_short_enough_to_be_read(module):
    assert len(module.read_text("utf-8").splitlines()) <= 400


@pytest.mark.parametrize("module", sorted((ROOT / "flashdeck").rglob("*.py")), ids=lambda path: path.name)
def test_no_expression_repeats_a_group_possessively(module):
    """Python before 3.11.5, which Debian 12 has, eats one character too many there; `(?>(?:...)*)` says the same."""
    assert re.findall(r"(?<!\\)\)(?:[*+?]|\{\d*,?\d*\})\+", module.read_text("utf-8")) == []


def dangerous_names(module):
    """Return what the module uses of the ways to run a program or code that a text could name."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=str(name), names=names):
                yield name
                yield from (alias.name for alias in names)
            case ast.Call(func=ast.Name(id=name)):
                yield f"{name}()"
            case ast.Attribute(value=ast.Name(id="os"), attr=name):
                yield f"os.{name}"


def test_no_text_of_a_deck_can_reach_a_program():
    forbidden = {
        "subprocess",
        "pickle",
        "marshal",
        "shelve",
        "yaml",
        "QProcess",
        "eval()",
        "exec()",
        "os.system",
        "os.popen",
    }
    users = {
        path.name: found
        for path in (ROOT / "flashdeck").rglob("*.py")
        if (found := forbidden & set(dangerous_names(path)))
    }
    # our own child process, which reads slides under limits; its arguments are fixed
    assert users == {"child_process.py": {"subprocess"}}
