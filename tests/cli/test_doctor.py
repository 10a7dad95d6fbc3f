import os
import stat
import sys

import pytest
from click.testing import CliRunner

from flashdeck.cli import doctor as doctor_module
from flashdeck.cli.doctor import doctor, linux_faults

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux lacks libraries")


@pytest.fixture
def only_manager(tmp_path, monkeypatch):
    def install(name):
        program = tmp_path / name
        program.touch()
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", str(tmp_path))

    return install


@pytest.mark.parametrize(
    ("manager", "command"),
    [
        ("apt-get", "apt-get install --no-install-recommends libxcb-cursor0 libxcb-shape0 libxcb-shm0"),
        ("dnf", "dnf install libxcb xcb-util-cursor"),
        ("pacman", "pacman -S --needed libxcb xcb-util-cursor"),
        ("zypper", "zypper install libxcb-cursor0 libxcb-shape0 libxcb-shm0"),
    ],
)
@linux
def test_one_command_mends_what_is_missing(tmp_path, only_manager, manager, command):
    only_manager(manager)
    absent = {"libxcb-cursor.so.0", "libxcb-shm.so.0", "libxcb-shape.so.0"}

    told, mended = linux_faults(lambda name: name not in absent, tmp_path)

    assert told == "Window:      missing libxcb-cursor.so.0, libxcb-shape.so.0, libxcb-shm.so.0"
    assert mended == f"Mend it with: {'' if os.geteuid() == 0 else 'sudo '}{command}"


@linux
def test_an_unknown_system_is_told_the_libraries(tmp_path, only_manager):
    only_manager("other")
    assert "install the packages of your system" in linux_faults(lambda name: False, tmp_path)[1]


def test_a_plugin_that_does_not_load_is_named(tmp_path):
    plugin = tmp_path / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    plugin.parent.mkdir(parents=True)
    plugin.touch()
    (fault,) = linux_faults(lambda name: name != str(plugin), tmp_path)
    assert f"ldd {plugin}" in fault


def test_without_qt_it_says_how_to_get_it():
    assert "pip install PySide6-Essentials" in linux_faults(lambda name: True, None)[0]


def run(tmp_path):
    return CliRunner().invoke(doctor, ["--collection", str(tmp_path / "c.flashdeck")])


def test_versions_and_the_collection_are_told(tmp_path, monkeypatch):
    monkeypatch.setattr(doctor_module, "_loads", lambda name: True)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    result = run(tmp_path)

    assert result.exit_code == 0
    for start in ("flashdeck:", "Python:", "SQLite:", "PySide6:", "Collection:", "Window:      nothing is missing."):
        assert f"\n{start}" in f"\n{result.output}"
    assert f"{tmp_path / 'c.flashdeck'} (not made yet)" in result.output
    assert "not installed" not in result.output
    if sys.platform.startswith("linux"):
        assert "Display:     none here" in result.output


@linux
def test_the_status_is_1_when_something_is_missing(tmp_path, monkeypatch):
    monkeypatch.setattr(doctor_module, "_loads", lambda name: name != "libEGL.so.1")
    result = run(tmp_path)
    assert result.exit_code == 1
    assert "missing libEGL.so.1" in result.output


@linux
def test_the_loader_is_really_asked(tmp_path, monkeypatch):
    monkeypatch.setitem(doctor_module._LIBRARIES, "libno-such-thing.so.9", ("libno-such-thing9",) * 4)
    assert "libno-such-thing.so.9" in run(tmp_path).output


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_other_systems_need_nothing(tmp_path, monkeypatch, system):
    monkeypatch.setattr(doctor_module.sys, "platform", system)
    monkeypatch.setattr(doctor_module, "_loads", lambda name: False)
    result = run(tmp_path)
    assert result.exit_code == 0
    assert "nothing is missing" in result.output
