"""The collection that a command works on."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from flashdeck.cli.options import PATH, CommandT
from flashdeck.cli.window import VARIABLE
from flashdeck.errors import CollectionError
from flashdeck.messages import Message
from flashdeck.services import collection_file
from flashdeck.services.clock import SystemClock
from flashdeck.services.today import Today
from flashdeck.storage.backups_folder import has_backups
from flashdeck.storage.collection import Collection


def collection_option(command: CommandT) -> CommandT:
    """Add `--collection`, with its default and environment variable."""
    option = click.option(
        "--collection",
        "collection_path",
        type=PATH,
        envvar=VARIABLE,
        default=collection_file.default_path,
        show_default="in the user's data folder",
        help="The collection file.",
    )
    return option(command)


@contextmanager
def opened(path: Path, *, makes: bool = False) -> Iterator[tuple[Collection, SystemClock, Today]]:
    """Open the collection of a command.

    Args:
        path: the file.
        makes: whether the command makes one where there is none; another would only show that it is empty.

    Raises:
        CollectionError: it cannot be opened, or there is none.
    """
    clock = SystemClock()
    if not (makes or path.exists() or has_backups(path)):
        raise CollectionError(
            Message("There is no collection {path}.", path=path),
            in_terminal="'flashdeck import' makes one of slides; see --collection.",
        )
    with collection_file.opened(path, clock) as collection:
        yield collection, clock, Today(collection, clock)
