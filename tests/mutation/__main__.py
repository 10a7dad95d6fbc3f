"""How good the tests of the core are: `python -m tests.mutation [--share S] [--seed N] [--folder FOLDER] [PATTERN...]`.

Needs `pip install mutmut`. Works on a copy of the project, changes the code in one place at a time, and runs the tests
that come by there: a change that none of them notices survives. Prints how many were killed, and what survived.
"""

import argparse
import importlib.util
import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("flashdeck", "tests", "assets", "decks", "pyproject.toml", "README.md", "LICENSE")
SMALLEST = "flashdeck.scheduling.leech.*"
"""What is changed first, because a run makes all changes and finds out which tests come by where."""
SURVIVED, NOT_TESTED = 0, 33
MISSED = frozenset({SURVIVED, NOT_TESTED})


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("patterns", nargs="*", metavar="PATTERN", help="such as 'flashdeck.storage.*'; default: all")
    parser.add_argument("--share", type=float, default=1.0, help="of the changes to try, 0 to 1; default: all")
    parser.add_argument("--seed", type=int, default=1, help="of the draw; default: 1")
    parser.add_argument("--folder", type=Path, help="keeps the copy and what is known of it; default: a new one")
    options = parser.parse_args()
    if importlib.util.find_spec("mutmut") is None:
        print("Mutation testing needs mutmut: pip install mutmut.", file=sys.stderr)
        return 2
    folder = options.folder or Path(tempfile.mkdtemp(prefix="mutation-"))
    if not (folder / "mutants").exists():
        copy_project(folder)
        mutmut(folder, "run", SMALLEST)
    known = verdicts(folder)
    wanted = sorted(name for name in known if any(fnmatch(name, each) for each in options.patterns or ["*"]))
    drawn = random.Random(options.seed).sample(wanted, round(len(wanted) * options.share))
    mutmut(folder, "run", *drawn)
    return report(folder, {name: verdict for name, verdict in verdicts(folder).items() if name in set(drawn)})


def copy_project(folder: Path) -> None:
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, folder / name)


def mutmut(folder: Path, *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "mutmut", *arguments], cwd=folder, check=True)


def verdicts(folder: Path) -> dict[str, int | None]:
    """Return how the tests ended with each change, None where it was not tried."""
    found: dict[str, int | None] = {}
    for file in sorted((folder / "mutants" / "flashdeck").rglob("*.meta")):
        found |= json.loads(file.read_bytes())["exit_code_by_key"]
    return found


def report(folder: Path, tried: dict[str, int | None]) -> int:
    """Print what survived, and for each module how many were killed; return 1 where fewer than nine in ten were."""
    survivors = [name for name, verdict in tried.items() if verdict in MISSED]
    for name in survivors:
        mutmut(folder, "show", name)
    all_of = Counter(module_of(name) for name, verdict in tried.items() if verdict is not None)
    missed_of = Counter(map(module_of, survivors))
    for module, number in sorted(all_of.items()):
        print(f"{module:<44} {number - missed_of[module]:>5} of {number:>5} killed")
    killed, number = all_of.total() - missed_of.total(), all_of.total()
    print(f"{'all':<44} {killed:>5} of {number:>5} killed ({killed / max(1, number):.1%})")
    return int(killed < 0.9 * number)


def module_of(name: str) -> str:
    return name.rpartition(".")[0]


if __name__ == "__main__":
    sys.exit(main())
