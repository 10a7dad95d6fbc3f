"""PySide6 comes in without its words on signatures, and has them when they are wanted."""

import subprocess
import sys

PLAIN = "import PySide6.QtCore"
LEAN = "import flashdeck.gui"

WRONG_CALLS = """
from PySide6.QtCore import QObject, QSize
from PySide6.support.signature import get_signature

for call in (lambda: QSize("wide"), lambda: QSize(1, 2, 3), lambda: QObject(nothing=1)):
    try:
        call()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(get_signature(QSize.scaled))
print(QSize.scaled.__doc__)
"""

WHAT_IS_READ = """
import sys

def is_read():
    return "create_signature" in vars(sys.modules["shibokensupport.signature.layout"])

print(is_read())
for module in list(sys.modules.values()):
    getattr(module, "__file__", None)
print(is_read())
from PySide6.support.signature import get_signature
print(bool(get_signature(sys.modules["PySide6.QtCore"].QSize.scaled)), is_read())
"""

FINDERS = """
import sys
before = list(sys.meta_path)
import flashdeck.gui
print(type(sys.meta_path) is list, sys.meta_path == before)
"""


def said(*source: str) -> str:
    """Return what a fresh interpreter prints."""
    result = subprocess.run([sys.executable, "-c", "\n".join(source)], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_a_wrong_call_is_explained_as_ever():
    explained = said(LEAN, WRONG_CALLS)
    assert explained == said(PLAIN, WRONG_CALLS)
    assert "QSize.__init__(w: int, h: int" in explained


def test_signatures_are_read_when_they_are_wanted_and_not_by_a_look_through_all_modules():
    assert said(LEAN, WHAT_IS_READ).split() == ["False", "False", "True", "True"]


def test_modules_are_found_afterwards_as_they_were_before():
    assert said(FINDERS).split() == ["True", "True"]
