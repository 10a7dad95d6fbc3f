"""Builds the bundled program and runs it as on a machine without Python: `pytest -m bundle`, some minutes."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pptx import Presentation

from tests.readers.pdf_files import pdf_bytes, text

pytestmark = [
    pytest.mark.bundle,
    pytest.mark.skipif(os.name == "nt", reason="the paths below are those of Linux and macOS"),
]

ROOT = Path(__file__).resolve().parents[1]
COURSE = ROOT / "tests" / "data" / "coastal_skipper.txt"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    pytest.importorskip("PyInstaller", reason="pip install '.[bundle]' brings PyInstaller")
    base = tmp_path_factory.mktemp("bundle")
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
            *("--distpath", base / "dist", "--workpath", base / "build", ROOT / "build_spec.spec"),
        ],
        cwd=base,
        check=True,
    )
    return base / "dist" / "flashdeck"


@pytest.fixture
def run(folder, tmp_path):
    def start(*arguments, **environment):
        return subprocess.run(
            [folder / "flashdeck", *arguments],
            env={"HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8", **environment},
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return start


def test_it_tells_its_version(run):
    result = run("--version")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("flashdeck, version ")


def test_it_extracts_cards_as_json(run):
    result = run("extract", COURSE, "--json")
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)["cards"]


def test_it_brings_the_libraries_for_pdf_and_powerpoint(run, tmp_path):
    facts = ("Bowline: a knot that makes a fixed loop", "Clove hitch: a knot that holds on a post")
    lines = "".join(text(f"- {fact}", 60, 120 + 40 * row) for row, fact in enumerate(facts))
    (tmp_path / "knots.pdf").write_bytes(
        pdf_bytes([text("A Course in Knots", 60, 150, 40), text("Knots", 60, 30, 36) + lines])
    )
    show = Presentation()
    slide = show.slides.add_slide(show.slide_layouts[1])
    slide.shapes.title.text = "Knots"
    slide.placeholders[1].text = "\n".join(facts)
    show.save(tmp_path / "knots.pptx")
    for name in ("knots.pdf", "knots.pptx"):
        result = run("extract", tmp_path / name, "--json")
        assert result.returncode == 0, result.stderr
        assert json.loads(result.stdout)["cards"]


def test_it_reads_slides_in_a_child_process_of_its_own(run):
    result = run("import", COURSE, "--dry-run")
    assert result.returncode == 0, result.stderr
    assert "would go to deck" in result.stdout


def test_it_carries_the_welcome_deck_exports_it_and_takes_it_back_from_anki(run, folder, tmp_path):
    (welcome,) = folder.rglob("welcome.md")
    imported = run("import", welcome)
    exported = run("export", "out.apkg")
    assert imported.returncode == 0, imported.stderr
    assert exported.returncode == 0, exported.stderr
    assert (tmp_path / "out.apkg").stat().st_size > 5_000
    from_anki = run("import", "out.apkg", "--collection", "other.flashdeck")
    assert from_anki.returncode == 0, from_anki.stderr
    assert json.loads(run("stats", "--json", "--collection", "other.flashdeck").stdout)["notes"] == 10


def test_the_window_opens(run):
    result = run("gui", "--smoke")
    assert result.returncode == 0, result.stderr


@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="needs Xvfb")
def test_the_window_opens_on_x11(folder, tmp_path):
    result = subprocess.run(
        ["xvfb-run", "-a", folder / "flashdeck", "gui", "--smoke"],
        env={"HOME": str(tmp_path), "PATH": os.environ["PATH"], "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert result.returncode == 0, result.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux lacks libraries")
def test_it_knows_what_a_window_needs(run):
    result = run("doctor")
    assert result.returncode == 0, result.stdout
    assert "PySide6:     6." in result.stdout


def test_nothing_of_the_environment_reaches_its_python(run, tmp_path):
    (tmp_path / "click.py").write_text("raise SystemExit('hijacked')", encoding="utf-8")
    assert run("--version", PYTHONPATH=str(tmp_path), PYTHONSTARTUP=str(tmp_path / "click.py")).returncode == 0


def test_it_is_small_and_whole(folder):
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    assert sum(path.stat().st_size for path in files) < 170_000_000
    assert [path for path in folder.rglob("*") if path.is_symlink() and not path.exists()] == []
    names = {path.name for path in files}
    assert not {name for name in names if "WebEngine" in name or "Qml" in name or name.startswith("libgtk")}
