"""The command line: the second face of the core."""

from flashdeck.cli.commands import run

__all__ = ["run"]
