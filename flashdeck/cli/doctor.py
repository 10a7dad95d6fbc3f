"""`flashdeck doctor`: what this machine lacks to open a window, and the command that mends it.

Qt brings its own libraries but not those of the Linux desktop. When one is absent, Qt only aborts with "could not load
the Qt platform plugin"; so this asks the dynamic loader for each of them, without importing Qt.
"""

import ctypes
import importlib.metadata
import importlib.util
import os
import platform
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

import click

from flashdeck import __version__
from flashdeck.cli.opened import collection_option

# library: packages of Debian and Ubuntu, Fedora, Arch, openSUSE
_LIBRARIES: Final = {
    "libEGL.so.1": ("libegl1", "libglvnd-egl", "libglvnd", "libglvnd"),
    "libGL.so.1": ("libgl1", "libglvnd-glx", "libglvnd", "libglvnd"),
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb", "libx11", "libX11-xcb1"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs", "dbus", "libdbus-1-3"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig", "fontconfig", "libfontconfig1"),
    "libfreetype.so.6": ("libfreetype6", "freetype", "freetype2", "libfreetype6"),
    "libgthread-2.0.so.0": ("libglib2.0-0", "glib2", "glib2", "libgthread-2_0-0"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor", "libxcb-cursor0"),
    "libxcb-glx.so.0": ("libxcb-glx0", "libxcb", "libxcb", "libxcb-glx0"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm", "xcb-util-wm", "libxcb-icccm4"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image", "xcb-util-image", "libxcb-image0"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms", "libxcb-keysyms1"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb", "libxcb", "libxcb-randr0"),
    "libxcb-render-util.so.0": (
        "libxcb-render-util0",
        "xcb-util-renderutil",
        "xcb-util-renderutil",
        "libxcb-render-util0",
    ),
    "libxcb-render.so.0": ("libxcb-render0", "libxcb", "libxcb", "libxcb-render0"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb", "libxcb", "libxcb-shape0"),
    "libxcb-shm.so.0": ("libxcb-shm0", "libxcb", "libxcb", "libxcb-shm0"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb", "libxcb", "libxcb-sync1"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb", "libxcb", "libxcb-xfixes0"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb", "libxcb", "libxcb-xkb1"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11", "libxkbcommon-x11-0"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon", "libxkbcommon", "libxkbcommon0"),
}
_MANAGERS: Final = (
    ("apt-get", "apt-get install --no-install-recommends"),
    ("dnf", "dnf install"),
    ("pacman", "pacman -S --needed"),
    ("zypper", "zypper install"),
)
_PLUGIN: Final = Path("Qt", "plugins", "platforms", "libqxcb.so")

Loads = Callable[[str], bool]
"""Whether the dynamic loader finds and loads a library."""


@click.command()
@collection_option
def doctor(collection_path: Path) -> None:
    """Say what this machine lacks to open a window, and the command that mends it."""
    for line in _versions(collection_path):
        click.echo(line)
    faults = linux_faults(_loads, _qt_folder()) if sys.platform.startswith("linux") else []
    if not faults:
        click.echo("Window:      nothing is missing.")
        return
    for fault in faults:
        click.echo(fault)
    raise SystemExit(1)


def linux_faults(loads: Loads, qt_folder: Path | None) -> list[str]:
    """Return what to tell the user; empty when a window can open."""
    if qt_folder is None:
        return ["Window:      PySide6 is not installed; run: pip install PySide6-Essentials"]
    missing = [name for name in _LIBRARIES if not loads(name)]
    if missing:
        return [f"Window:      missing {', '.join(missing)}", f"Mend it with: {_mending_command(missing)}"]
    plugin = qt_folder / _PLUGIN
    if plugin.exists() and not loads(str(plugin)):
        return [f"Window:      {plugin} cannot be loaded; find what is missing with: ldd {plugin}"]
    return []


def _versions(collection_path: Path) -> Iterable[str]:
    yield f"flashdeck:   {__version__}"
    yield f"Python:      {platform.python_version()} on {platform.system()} {platform.machine()}"
    yield f"SQLite:      {sqlite3.sqlite_version}"
    yield f"PySide6:     {_pyside_version()}"
    state = "" if collection_path.exists() else " (not made yet)"
    yield f"Collection:  {collection_path}{state}"
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        yield "Display:     none here (DISPLAY is not set); a window needs a desktop session or 'ssh -X'"


def _pyside_version() -> str:
    try:
        return importlib.metadata.version("PySide6-Essentials")
    except importlib.metadata.PackageNotFoundError:
        return "not installed"


def _qt_folder() -> Path | None:
    specification = importlib.util.find_spec("PySide6")
    if specification is None or not specification.submodule_search_locations:
        return None
    return Path(next(iter(specification.submodule_search_locations)))


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _mending_command(missing: Iterable[str]) -> str:
    for column, (program, command) in enumerate(_MANAGERS):
        if shutil.which(program):
            packages = sorted({_LIBRARIES[name][column] for name in missing})
            return f"{'' if os.geteuid() == 0 else 'sudo '}{command} {' '.join(packages)}"
    return "install the packages of your system that contain these libraries"
