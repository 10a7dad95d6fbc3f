"""The table of commands, and the one place where faults of the world become a line on the terminal."""

import errno
import gc
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Final

import click

from flashdeck import __version__
from flashdeck.cli import window
from flashdeck.errors import FlashdeckError

_COMMANDS: Final = {
    "gui": "gui:gui",
    "extract": "extract:extract",
    "import": "import_:import_",
    "decks": "listing:decks",
    "topics": "listing:topics",
    "due": "listing:due",
    "stats": "listing:stats",
    "review": "review:review",
    "undo": "undo:undo",
    "schedule": "schedule:schedule",
    "export": "export:export",
    "lint": "lint:lint",
    "check": "care:check",
    "backup": "care:backup",
    "restore": "care:restore",
    "merge": "care:merge",
    "doctor": "doctor:doctor",
}

_NO_ROOM: Final = (errno.ENOSPC, errno.EDQUOT)


class _Commands(click.Group):
    """Loads a command's module only when it is called, so that the program starts at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        place = _COMMANDS.get(cmd_name)
        if place is None:
            return None
        module, name = place.split(":")
        gc.disable()  # nothing made until a command is loaded is garbage
        command = getattr(importlib.import_module(f"flashdeck.cli.{module}"), name)
        window.collect_from_now_on()
        assert isinstance(command, click.Command)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="flashdeck")
def flashdeck() -> None:
    """Turn slide decks into flashcards and learn them until the exam.

    Without a command, the desktop program opens.
    """


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit status: 0, 1 for a fault of the world, 2 for a wrong call."""
    try:
        result = flashdeck.main(list(arguments), prog_name="flashdeck", standalone_mode=False)
    except FlashdeckError as error:
        click.echo(f"flashdeck: {error}", err=True)
        return 1
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        click.echo("flashdeck: stopped.", err=True)
        return 130
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nor at exit what is still to be written
        why = f"the output could not be written ({error.strerror}). Make room, then try again."
        click.echo(f"flashdeck: {why}", err=True)
        return 1
    return result if isinstance(result, int) else 0
