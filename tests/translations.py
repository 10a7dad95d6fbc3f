"""Writes and compiles translations: `python -m tests.translations CODE...`, without codes those there are.

English holds only what has a form for one and a form for several; any other language holds every text.
"""

import argparse
import ast
import json
import re
import subprocess
import tempfile
from pathlib import Path
from xml.etree import ElementTree

import PySide6

from flashdeck.gui.wording import CONTEXT

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "assets" / "translations"
TOOLS = Path(PySide6.__file__).parent


def update(code: str, folder: Path = FOLDER) -> Path:
    """Bring the texts of a language up to date with the program; what is translated stays."""
    path = folder / f"flashdeck_{code}.ts"
    options = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", code]
    plurals = ["-pluralonly"] if code == "en" else []
    with tempfile.TemporaryDirectory() as scratch:
        said = Path(scratch) / "core.py"
        said.write_text(
            "".join(f"translate({json.dumps(CONTEXT)}, {json.dumps(text)})\n" for text in core_messages()), "utf-8"
        )
        sources = sorted(str(source) for source in (ROOT / "flashdeck" / "gui").rglob("*.py"))
        _run("lupdate", *sources, str(said), *options, *plurals, "-ts", str(path))
    if code == "en":
        _form_plurals(path)
    return path


def core_messages() -> list[str]:
    """Return the templates of everything that the core says, in order and each once."""
    found = set()
    for source in (ROOT / "flashdeck").rglob("*.py"):
        for node in ast.walk(ast.parse(source.read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="Message"), args=[ast.Constant(value=str(template))]):
                    found.add(template)
    return sorted(found)


def _form_plurals(path: Path) -> None:
    """Write English forms where none are: "card(s)" is one card and several cards."""
    tree = ElementTree.parse(path)
    for message in tree.iter("message"):
        translation = message.find("translation")
        forms = translation.findall("numerusform")
        if "unfinished" not in translation.attrib.get("type", ""):
            continue
        del translation.attrib["type"]
        source = message.findtext("source")
        for form, ending in zip(forms, ("", "s"), strict=True):
            form.text = form.text or source.replace("(s)", ending)
    tree.write(path, encoding="utf-8", xml_declaration=True)


def compile_to_qm(path: Path) -> Path:
    """Compile a translation to what the program reads."""
    target = path.with_suffix(".qm")
    _run("lrelease", str(path), "-qm", str(target))
    return target


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([str(TOOLS / tool), *arguments], cwd=ROOT, check=True, capture_output=True)


def _code(text: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}(_[A-Z]{2})?", text):
        raise argparse.ArgumentTypeError(f"{text!r} is no code of a language, as de or pt_BR is")
    return text


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("codes", nargs="*", metavar="CODE", type=_code)
    for language in parser.parse_args().codes or [path.stem.removeprefix("flashdeck_") for path in FOLDER.glob("*.ts")]:
        compile_to_qm(update(language))
