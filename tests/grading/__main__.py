"""Draws samples and counts verdicts: see the package."""

import sys
from pathlib import Path

from tests.grading.sampling import draw, write_sample
from tests.grading.verdicts import read_sample, table


def main() -> None:
    match sys.argv[1:]:
        case ["draw", folder, seed, count, *files] if files:
            write_sample(Path(folder), draw([Path(name) for name in files], int(count), int(seed)))
        case ["table", *folders] if folders:
            sys.stdout.write(table([graded for folder in folders for graded in read_sample(Path(folder))]) + "\n")
        case _:
            sys.exit("python -m tests.grading draw OUT_DIR SEED COUNT FILE... | table FOLDER...")


if __name__ == "__main__":
    main()
