"""`python -m flashdeck`, and the entry points of the installed programs."""

import sys

from flashdeck.cli import run


def main() -> None:
    """Run the command line."""
    sys.exit(run(sys.argv[1:]))


def main_gui() -> None:
    """Open the desktop program; for launchers that show no terminal."""
    sys.exit(run(["gui", *sys.argv[1:]]))


if __name__ == "__main__":
    main()
