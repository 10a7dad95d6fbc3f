"""How good the tests of the core are: `python -m tests.mutation [--share S] [--seed N] [--folder FOLDER] [PATTERN...]`.

Needs `pip install mutmut`, which changes the code of a copy of the project in one place at a time. The tests that come
by there are then run (`trying`): a change that none of them notices survives. Prints how many were killed, and what
survived. Left out are changes of nothing but small letters and capitals, which SQL does not see, and of the words of a
message. Most of the time goes into waiting for the disk: `TMPDIR=/dev/shm`, or another folder in memory, saves it.
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

from tests.mutation.changes import Change, changes_in

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("flashdeck", "tests", "assets", "decks", "pyproject.toml", "README.md", "LICENSE")
SMALLEST = "flashdeck.scheduling.leech.*"
"""What mutmut itself tries: it cannot only make the changes and find out which tests come by where."""


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
    changed = folder / "mutants"
    if not (changed / "mutmut-stats.json").exists():
        copy_project(folder)
        subprocess.run([sys.executable, "-m", "mutmut", "run", SMALLEST], cwd=folder, check=True)
    wanted = {
        change.name: change
        for change in changes_in(changed / "flashdeck")
        if any(fnmatch(change.name, each) for each in options.patterns or ["*"])
        and not change.is_of_letter_case()
        and not change.is_of_a_sentence()
    }
    drawn = random.Random(options.seed).sample(list(wanted), round(len(wanted) * options.share))
    verdicts = tried(changed, drawn)
    return report([wanted[name] for name in drawn], verdicts)


def copy_project(folder: Path) -> None:
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, folder / name)


def tried(changed: Path, names: list[str]) -> dict[str, bool]:
    """Return which of the changes were noticed; what is known from an earlier call with this folder stands."""
    asked, answered = changed / "drawn.json", changed / "verdicts.json"
    asked.write_text(json.dumps(names))
    command = [sys.executable, "-m", "tests.mutation.trying", asked.name, answered.name]
    subprocess.run(command, cwd=changed, check=True)
    noticed: dict[str, bool] = json.loads(answered.read_bytes())
    return noticed


def report(drawn: list[Change], noticed: dict[str, bool]) -> int:
    """Print what survived, and for each module how many were killed; return 1 where fewer than nine in ten were."""
    survivors = [change for change in drawn if not noticed[change.name]]
    for change in survivors:
        print(change.difference(), end="\n\n")
    all_of = Counter(change.module for change in drawn)
    missed_of = Counter(change.module for change in survivors)
    for module, number in sorted(all_of.items()):
        print(f"{module:<44} {number - missed_of[module]:>5} of {number:>5} killed")
    killed, number = len(drawn) - len(survivors), len(drawn)
    print(f"{'all':<44} {killed:>5} of {number:>5} killed ({killed / max(1, number):.1%})")
    return int(killed < 0.9 * number)


if __name__ == "__main__":
    sys.exit(main())
