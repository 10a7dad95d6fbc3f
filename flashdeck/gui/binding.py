"""Brings PySide6 in without what a program never asks of it: a first window would wait for it, at every start.

With its first module PySide6 compiles, from source, the code that spells out the signatures of Qt's calls, for error
messages and `help()`. Here that code is read when something first asks for it, as only a wrong call does.
"""

import builtins
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from importlib.abc import Loader  # at the start it would bring in more than is saved here

_READ_LATE: Final = frozenset(
    f"shibokensupport.signature.{name}"
    for name in ("errorhandler", "layout", "mapping", "parser", "lib.enum_sig", "lib.pyi_generator", "lib.tool")
)
_CALLED_UNASKED: Final = "update_mapping"
"""What PySide6 takes from the names that `mapping` has, without asking for it, whenever it explains a wrong call."""


def bring_in() -> None:
    """Import PySide6; modules that it no longer has, or uses at once, only cost what they would cost anyway."""
    sys.meta_path = _Finders([_LateFinder(), *sys.meta_path])
    import PySide6.QtCore  # noqa: F401, PLC0415 - what stands around it is there for its sake

    sys.meta_path = [finder for finder in sys.meta_path if not isinstance(finder, _LateFinder)]
    # PySide6 looks through the source of each module imported after it for a wish to have Qt's names in snake_case.
    # Nothing here has that wish.
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


class _Finders(list[Any]):
    """Finders of modules of which the first stays the first: PySide6 puts its own before all others."""

    def insert(self, index: Any, finder: object) -> None:  # noqa: ANN401 - as `list` has it
        super().insert(max(index, 1), finder)


class _LateFinder:
    """Finds the modules that are read late, by the other finders."""

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        if name not in _READ_LATE:
            return None
        for finder in sys.meta_path:
            spec = None if finder is self else finder.find_spec(name, path, target)
            if spec is not None and spec.loader is not None:
                return ModuleSpec(name, _LateLoader(name, spec.loader))  # type: ignore[arg-type]
        return None


class _LateLoader:
    """Runs a module when one of its names is first wanted.

    `importlib.util.LazyLoader` would run it as soon as PySide6 gives it its second name.
    """

    def __init__(self, name: str, loader: "Loader") -> None:
        self._name = name
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        def wanted(name: str) -> Any:  # noqa: ANN401 - any of the module's names
            if name.startswith("__"):  # whoever goes through all modules asks each for its file and the like
                raise AttributeError(f"module {self._name!r} has no attribute {name!r}")
            del module.__dict__["__getattr__"], module.__dict__[_CALLED_UNASKED]
            module.__spec__ = ModuleSpec(self._name, self._loader)  # by now it bears the second name
            self._loader.exec_module(module)
            return getattr(module, name)

        def called() -> None:
            wanted(_CALLED_UNASKED)()

        module.__dict__["__getattr__"] = wanted
        module.__dict__[_CALLED_UNASKED] = called
