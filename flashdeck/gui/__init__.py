"""The desktop program; the only importer of Qt."""

import builtins

import PySide6.QtCore  # noqa: F401 - comes with the import that is put off again here

# PySide6 looks through the source of each module imported after it for a wish to have Qt's names in snake_case. Nothing
# here has that wish, and a first window would wait for the reading.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
