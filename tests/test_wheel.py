"""What the wheel and the source archive carry."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def tree(folder, suffixes):
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.suffix in suffixes and "__pycache__" not in path.parts
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", folder], cwd=ROOT, check=True, capture_output=True
    )
    return folder


def test_the_wheel_carries_code_assets_and_decks(built):
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        entry_points = next(name for name in names if name.endswith("entry_points.txt"))
        assert b"flashdeck = flashdeck.__main__:main" in archive.read(entry_points)
    assert tree("flashdeck", {".py"}) <= names
    carried = tree("assets", {".svg", ".png", ".css", ".qss"}) | tree("decks", {".md"})
    assert "decks/welcome.md" in carried
    assert {f"flashdeck/{name}" for name in carried} <= names
    assert not {name for name in names if not name.startswith(("flashdeck/", "flashdeck-"))}


def test_the_source_archive_can_build_and_test_itself(built):
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as file:
        names = {name.partition("/")[2] for name in file.getnames()}
    assert tree("flashdeck", {".py"}) | tree("tests", {".py"}) <= names
    assert {"pyproject.toml", "build_spec.spec", "README.md", "LICENSE", "decks/welcome.md"} <= names
