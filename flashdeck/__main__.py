"""`python -m flashdeck`, and the entry points of the installed programs."""

import os
import sys

from flashdeck.cli import run


def main() -> None:
    """Run the command line."""
    status = run(sys.argv[1:])
    if sys.argv[1:2] == ["extract"]:
        # it keeps nothing that has to be put away, and taking it all down piece by piece would take a while
        for stream in filter(None, (sys.stdout, sys.stderr)):  # a program without a terminal has none
            stream.flush()
        os._exit(status)
    sys.exit(status)


def main_gui() -> None:
    """Open the desktop program; for launchers that show no terminal."""
    sys.exit(run(["gui", *sys.argv[1:]]))


if __name__ == "__main__":
    main()
